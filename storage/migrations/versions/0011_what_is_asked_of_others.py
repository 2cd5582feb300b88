"""Give each question about an update a row of its own, and keep what the Person allows and was written for them."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OLD = ("asked_at", "answer", "model_said", "model_ms", "tokens")


def upgrade() -> None:
    text = sqlmodel.sql.sqltypes.AutoString()
    op.create_table(
        "question",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "what",
            sa.Enum("acts", "letter", "voice", name="what", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("answer", text, nullable=True),
        sa.Column("said", text, nullable=True),
        sa.Column("ms", sa.Integer(), nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["update_id"], ["inbox.update_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("update_id", "what"),
    )
    op.create_index("ix_question_spent", "question", ["person_id", "asked_at"])
    op.create_index("ix_question_asked_at", "question", ["asked_at"])
    op.execute(
        "INSERT INTO question (update_id, what, person_id, asked_at, answer, said, ms, tokens) "
        "SELECT update_id, 'acts', person_id, asked_at, answer, model_said, coalesce(model_ms, 0), "
        "coalesce(tokens, 0) FROM inbox WHERE asked_at IS NOT NULL"
    )
    op.drop_index("ix_inbox_asked", "inbox")
    for name in OLD:
        op.drop_column("inbox", name)
    op.add_column("person", sa.Column("helps", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("person", sa.Column("lessons", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("person", sa.Column("letter", text, nullable=True))
