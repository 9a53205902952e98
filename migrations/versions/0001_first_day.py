"""The first day at the counter: every table, the search index, the seals. Frozen as SQL: later changes of the schema come as later migrations."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

SEPARATOR = "\n-- next\n"


def upgrade() -> None:
    text = Path(__file__).with_suffix(".sql").read_text("utf-8")
    for statement in text.split("\n", 1)[1].split(SEPARATOR):
        op.get_bind().exec_driver_sql(statement)
