"""A reminder in the Person's own words is kept among what is open."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KINDS = ("which", "reading", "note", "reminder")


def upgrade() -> None:
    with op.batch_alter_table("open_point") as point:
        point.drop_constraint(op.f("ck_open_point_openkind"), type_="check")
        point.create_check_constraint(op.f("ck_open_point_openkind"), sa.column("kind").in_(KINDS))
