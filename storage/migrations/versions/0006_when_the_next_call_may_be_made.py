"""Find by an index when the next call of each kind may be made, however many wait."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    ready = sa.text("state = 'ready'")
    op.drop_index("ix_outbox_next", "outbox")
    op.create_index("ix_outbox_next", "outbox", ["lane", "not_before"], sqlite_where=ready, postgresql_where=ready)
