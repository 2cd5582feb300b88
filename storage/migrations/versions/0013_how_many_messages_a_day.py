"""How many messages a day a Person wants to get unasked, at most."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("most_a_day", sa.Integer(), nullable=False, server_default="3"))
