"""Receipts: the public keys that sign them, and which were mailed."""

from alembic import op

from central import schema

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind(), tables=[schema.receipt_key, schema.receipt_mail])
