"""In what colours pictures are drawn for a Person, and which message shows how everything stands."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = sqlmodel.sql.sqltypes.AutoString
    op.add_column("person", sa.Column("pictures", kind(), nullable=False, server_default="light"))
    op.add_column("person", sa.Column("pictured", kind(), nullable=True))
