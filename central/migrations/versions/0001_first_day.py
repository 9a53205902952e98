"""The first day: feeds, tills, journals and the first projections."""

from alembic import op

from central import schema

revision = "0001"
down_revision = None


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind())
