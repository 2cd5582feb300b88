"""When an employer is closed, and what tells an edit that changes nothing. Nobody has told a working week so far."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("opportunity", sa.Column("closings", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("person", sa.Column("said_lately", sa.Text(), nullable=False, server_default="[]"))
    op.execute("UPDATE opportunity SET work_week = '[]'")
