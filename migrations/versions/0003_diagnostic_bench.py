"""The diagnostic bench: what is learnt of models, who looked into the register and why, what a repair cost, published price books.

New columns of sealed tables are empty in old rows: what the journal vouched for stays word for word.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

COLUMNS = (
    "unit ADD COLUMN repair_cents INTEGER NOT NULL DEFAULT 0",
    "unit ADD COLUMN hold TEXT",
    "seller ADD COLUMN company TEXT",
    "seller ADD COLUMN seat TEXT",
)

TABLES: tuple[str, ...] = (
    """CREATE TABLE price_book (
        id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT, sha256 TEXT NOT NULL, content TEXT NOT NULL,
        problem TEXT, told INTEGER NOT NULL
    ) STRICT""",
    "CREATE TABLE model_lesson (id TEXT NOT NULL, v INTEGER NOT NULL, families TEXT NOT NULL, PRIMARY KEY (id)) STRICT",
    """CREATE TABLE own_lesson (
        device_sha256 TEXT NOT NULL, mark TEXT NOT NULL, brand TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (device_sha256, mark)
    ) STRICT""",
    """CREATE TABLE unit_passport (
        id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, unit_id TEXT NOT NULL, issued_at_utc TEXT NOT NULL, grade TEXT NOT NULL,
        computed TEXT NOT NULL, content TEXT NOT NULL, rules TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE parcel (id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, content TEXT NOT NULL) STRICT",
    "CREATE TABLE sister_shop (id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, content TEXT NOT NULL) STRICT",
    """CREATE TABLE register_page (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, day TEXT NOT NULL, through INTEGER NOT NULL,
        line_count INTEGER NOT NULL, previous_check TEXT NOT NULL, check_value TEXT NOT NULL, at_utc TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE register_reading (
        id TEXT NOT NULL PRIMARY KEY, at_utc TEXT NOT NULL, person_id TEXT NOT NULL, purpose TEXT NOT NULL, note TEXT NOT NULL, act TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE repair (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES unit (id), inspection_id TEXT,
        at_utc TEXT NOT NULL, person_id TEXT NOT NULL, points TEXT NOT NULL, parts TEXT NOT NULL, minutes INTEGER NOT NULL,
        minute_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL, note TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE grade_change (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES unit (id), inspection_id TEXT,
        at_utc TEXT NOT NULL, from_grade TEXT NOT NULL, to_grade TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, person_id TEXT NOT NULL,
        approved_by TEXT, price_cents INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE credit_transfer (
        id TEXT NOT NULL PRIMARY KEY, trade_in_id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, unit_id TEXT NOT NULL REFERENCES unit (id),
        since_utc TEXT NOT NULL, amount_cents INTEGER NOT NULL, holder TEXT NOT NULL, iban TEXT NOT NULL, bic TEXT NOT NULL, file_id TEXT,
        paid_at_utc TEXT, paid_by TEXT
    ) STRICT""",
    """CREATE TABLE credit_transfer_file (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, at_utc TEXT NOT NULL, person_id TEXT NOT NULL,
        line_count INTEGER NOT NULL, total_cents INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE unit_hold (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES unit (id), reason TEXT NOT NULL,
        act TEXT NOT NULL, at_utc TEXT NOT NULL, person_id TEXT NOT NULL, note TEXT NOT NULL, approved_by TEXT, document_id TEXT
    ) STRICT""",
    """CREATE TABLE rule_file (
        row_no INTEGER NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, version TEXT NOT NULL, at_utc TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    "CREATE TABLE tester (serial TEXT NOT NULL, calibrated_on TEXT NOT NULL, said_at_utc TEXT NOT NULL, person_id TEXT NOT NULL,"
    " PRIMARY KEY (serial)) STRICT",
)

INDEXES: tuple[str, ...] = (
    "own_lesson (mark)", "unit_passport (unit_id)", "register_reading (at_utc)", "document (number)", "repair (unit_id)", "grade_change (unit_id)",
    "unit_hold (unit_id)", "credit_transfer (unit_id)",
)

SEALED: tuple[str, ...] = ("register_page", "repair", "grade_change", "credit_transfer_file", "unit_hold", "rule_file")


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
