"""Which comforting sentences somebody has been told, so that the next one is another."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("comforted", sa.Text(), nullable=False, server_default="[]"))
