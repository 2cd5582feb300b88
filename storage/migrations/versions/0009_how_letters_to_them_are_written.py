"""Keep how letters to an employer are written: in which language, and among friends or not."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "opportunity", sa.Column("letters", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
    )
