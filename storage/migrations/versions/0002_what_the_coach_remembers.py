"""What the coach remembers: notes, weeks, the rest of the check-in, and what was asked for later."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
import storage.tables
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def answer(name: str) -> sa.Enum:
    """The answer to a question of the check-in, in the column `name`."""
    return sa.Enum("yes", "no", "unsure", "skipped", name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "week",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("applications", sa.Integer(), nullable=False),
        sa.CheckConstraint("applications >= 0", name=op.f("ck_week_applications_counted")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_week_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_week")),
        sa.UniqueConstraint("person_id", "monday", name=op.f("uq_week_person_id_monday")),
    )
    op.create_table(
        "note",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("opportunity_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "detail",
                "position",
                "next_step",
                "unprepared",
                "well",
                "badly",
                "example",
                "length",
                "reaction",
                "cv",
                "idea",
                "feedback",
                "learned",
                name="notekind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("interview_id", sa.Integer(), nullable=True),
        sa.Column("about", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("practised_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("solid_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_note_text_not_empty")),
        sa.ForeignKeyConstraint(
            ["person_id", "opportunity_id"],
            ["opportunity.person_id", "opportunity.id"],
            name=op.f("fk_note_person_id_opportunity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_note_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_note")),
    )
    with op.batch_alter_table("interview", schema=None) as batch_op:
        batch_op.add_column(sa.Column("interest_shown", sa.Integer(), nullable=True))
        for name in ("next_step_answer", "met_answer", "detail_answer", "still_wanted", "debrief"):
            batch_op.add_column(sa.Column(name, answer(name), nullable=True))
        batch_op.add_column(sa.Column("passed_over", storage.tables.JsonTuple(), server_default="[]", nullable=False))
        batch_op.create_check_constraint("interest_on_the_scale", "interest_shown BETWEEN 0 AND 5")

    with op.batch_alter_table("nudged", schema=None) as batch_op:
        batch_op.add_column(sa.Column("again_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.alter_column("opportunity_id", existing_type=sa.INTEGER(), nullable=True)

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paused_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("unwanted", storage.tables.JsonTuple(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("heard_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("sentence", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        batch_op.add_column(sa.Column("reproaches", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("promise", schema=None) as batch_op:
        batch_op.add_column(sa.Column("broken", sa.Boolean(), server_default=sa.false(), nullable=False))
