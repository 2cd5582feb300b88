"""Find by an index what was being sent, and when the next call may be made"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, column, condition in (
        ("ix_outbox_sending", "lease_until", "state = 'sending'"),
        ("ix_outbox_next", "not_before", "state = 'ready'"),
    ):
        where = sa.text(condition)
        op.create_index(name, "outbox", [column], sqlite_where=where, postgresql_where=where)
