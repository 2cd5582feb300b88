"""What house an employer is, by which a Person calls it."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("opportunity", sa.Column("house", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
