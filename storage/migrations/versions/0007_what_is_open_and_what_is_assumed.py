"""What is open, what is only assumed, and what the last message made."""

import sqlalchemy as sa
import sqlmodel.sql.sqltypes
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NOTE_KINDS = (
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
    "day",
)


def upgrade() -> None:
    op.create_table(
        "open_point",
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("which", "reading", "note", name="openkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("acts", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id", "opportunity_id"],
            ["opportunity.person_id", "opportunity.id"],
            name=op.f("fk_open_point_person_id_opportunity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_open_point_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_open_point")),
    )
    with op.batch_alter_table("interview") as interview:
        for name in ("day_known", "start_known"):
            interview.add_column(sa.Column(name, sa.Boolean(), server_default=sa.true(), nullable=False))
    with op.batch_alter_table("opportunity") as opportunity:
        opportunity.add_column(sa.Column("agency", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
        opportunity.add_column(sa.Column("muted_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("zone_asked_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
        person.add_column(sa.Column("topic", sa.Integer(), nullable=True))
        person.add_column(sa.Column("journal", sqlmodel.sql.sqltypes.AutoString(), nullable=True))
    with op.batch_alter_table("note") as note:
        note.drop_constraint(op.f("ck_note_notekind"), type_="check")
        note.create_check_constraint(op.f("ck_note_notekind"), sa.column("kind").in_(NOTE_KINDS))
