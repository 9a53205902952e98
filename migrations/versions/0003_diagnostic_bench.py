"""The diagnostic bench: what is learnt of models, who looked into the register and why, what a repair cost, published price books.

New columns of sealed tables are empty in old rows: what the journal vouched for stays word for word.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

COLUMNS = ("unit ADD COLUMN repair_cents INTEGER NOT NULL DEFAULT 0",)

TABLES: tuple[str, ...] = ()

INDEXES: tuple[str, ...] = ()

SEALED: tuple[str, ...] = ()


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for column in COLUMNS:
        run(f"ALTER TABLE {column}")
    for table in TABLES:
        run(table)
    for index in INDEXES:
        name = index.replace(" (", "_").rstrip(")")
        run(f"CREATE INDEX ix_{name} ON {index}")
    for table in SEALED:
        for action in ("UPDATE", "DELETE"):
            run(f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, 'sealed row'); END")
