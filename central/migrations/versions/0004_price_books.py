"""Published versions of the trade-in price book."""

from alembic import op

from central import schema

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind(), tables=[schema.price_book])
