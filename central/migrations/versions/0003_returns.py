"""Tickets found again from another till of their shop: what marks them, and what lengthened guarantees."""

from alembic import op

from central import schema

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind(), tables=[schema.ticket_mark, schema.lengthening])
