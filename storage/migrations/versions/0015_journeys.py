"""A stay elsewhere with an end."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("journey", sa.Text(), nullable=False, server_default="[]"))
