"""The first day at the counter: every table, the search index, the seals."""

from alembic import op

from kiosk.storage import schema, seals
from kiosk.storage.search import SEARCH_DDL

revision = "0001"
down_revision = None


def upgrade() -> None:
    schema.metadata.create_all(op.get_bind())
    for statement in (*SEARCH_DDL, *seals.trigger_ddl()):
        op.execute(statement)
