"""Keep what a language model has answered with the update, whom it may be asked about, and what heard each text."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("no_model", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("inbox", sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    op.add_column("inbox", sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column("inbox", sa.Column("model_said", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    op.add_column("inbox", sa.Column("model_ms", sa.Integer(), nullable=True))
    op.add_column("inbox", sa.Column("tokens", sa.Integer(), nullable=True))
    op.add_column("inbox", sa.Column("heard", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    asked, heard = sa.text("asked_at IS NOT NULL"), sa.text("heard IS NOT NULL")
    op.create_index("ix_inbox_asked", "inbox", ["person_id", "asked_at"], sqlite_where=asked, postgresql_where=asked)
    op.create_index("ix_inbox_heard", "inbox", ["received_at", "heard"], sqlite_where=heard, postgresql_where=heard)
