"""Chats that were told to wait, the pace of nudges, and absences of the coach itself."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hold",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_hold")),
    )
    op.create_index("ix_hold_told_at", "hold", ["told_at"])
    for table, state in (("inbox", "aside"), ("outbox", "dropped")):
        these = sa.text(f"state = '{state}'")
        op.create_index(f"ix_{table}_{state}", table, ["error"], sqlite_where=these, postgresql_where=these)
    op.create_table(
        "pace",
        sa.Column("lane", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("lane", name=op.f("pk_pace")),
    )
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("away_since", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        person.add_column(sa.Column("away_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
