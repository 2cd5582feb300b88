"""When the picture of how everything stands is to be made anew."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("redraw_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
