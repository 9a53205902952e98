"""Devices found again in whichever shop had them, by IMEI or serial number; those that are known already too."""

from alembic import op

from central import past, schema

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind(), tables=[schema.unit_mark])
    past.note_all(op.get_bind())
