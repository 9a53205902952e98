"""The complete till: customers, quotations, invoices, counts, archives, and what tickets, vouchers and products say more.

New columns of sealed tables are empty in old rows: what the journal vouched for stays word for word.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = (
    "product ADD COLUMN reference_price_cents INTEGER",
    "product ADD COLUMN reference_price_source TEXT",
    "product ADD COLUMN reference_price_on TEXT",
    "drawer_session ADD COLUMN drawer_no INTEGER",
    "drawer_session ADD COLUMN opening_expected_cents INTEGER",
    "drawer_session ADD COLUMN left_cents INTEGER",
    "drawer_session ADD COLUMN closed_by TEXT",
    "drawer_session ADD COLUMN approved_by TEXT",
    "drawer_session ADD COLUMN note TEXT",
    "product ADD COLUMN service TEXT",
    "drawer_movement ADD COLUMN note TEXT",
    "ticket ADD COLUMN non_sale_cents INTEGER",
    "ticket ADD COLUMN original_number TEXT",
    "ticket ADD COLUMN customer_id TEXT",
    "ticket_line ADD COLUMN line_id TEXT",
    "ticket_line ADD COLUMN kind TEXT",
    "ticket_line ADD COLUMN original_line_id TEXT",
    "ticket_line ADD COLUMN note TEXT",
    "ticket_tender ADD COLUMN card_tail TEXT",
    "ticket_tender ADD COLUMN answered_by TEXT",
    "card_intent ADD COLUMN card_tail TEXT",
    "card_intent ADD COLUMN answered_by TEXT",
    "voucher ADD COLUMN kind TEXT NOT NULL DEFAULT 'trade_in'",
    "voucher ADD COLUMN bonus_cents INTEGER NOT NULL DEFAULT 0",
    "voucher ADD COLUMN expires_on TEXT",
    "voucher ADD COLUMN customer_id TEXT",
    "voucher ADD COLUMN unit_id TEXT",
)

TABLES = (
    """CREATE TABLE customer (
        id TEXT NOT NULL PRIMARY KEY, full_name TEXT, email TEXT, phone TEXT, company TEXT, siren TEXT, vat_number TEXT, address TEXT,
        marketing_consent_at_utc TEXT, created_at_utc TEXT NOT NULL, person_id TEXT NOT NULL, erased_at_utc TEXT,
        marketing_text TEXT, salt TEXT, search_text TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    """CREATE TABLE shared_basket (
        id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, state TEXT NOT NULL, taken_by TEXT, content TEXT
    ) STRICT""",
    """CREATE TABLE return_right (
        id TEXT NOT NULL PRIMARY KEY, v INTEGER NOT NULL, holder TEXT NOT NULL, gen INTEGER NOT NULL, asked_by TEXT, told TEXT, elsewhere TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE drawer_count (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, session_id TEXT NOT NULL REFERENCES drawer_session (id), at_utc TEXT NOT NULL,
        purpose TEXT NOT NULL, counted_cents INTEGER NOT NULL, pieces TEXT NOT NULL, person_id TEXT NOT NULL, expected_cents INTEGER
    ) STRICT""",
    """CREATE TABLE quotation (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, at_utc TEXT NOT NULL, valid_until TEXT NOT NULL,
        person_id TEXT NOT NULL, customer_id TEXT, total_cents INTEGER NOT NULL, content TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE invoice (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE, ticket_id TEXT NOT NULL REFERENCES ticket (id),
        at_utc TEXT NOT NULL, total_cents INTEGER NOT NULL, document_id TEXT, content TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE receipt_delivery (
        id TEXT NOT NULL PRIMARY KEY, ticket_id TEXT NOT NULL REFERENCES ticket (id), channel TEXT NOT NULL, address TEXT, state TEXT NOT NULL,
        created_at_utc TEXT NOT NULL, changed_at_utc TEXT NOT NULL, attempts INTEGER NOT NULL, reason TEXT,
        copy_number INTEGER NOT NULL, content TEXT
    ) STRICT""",
    """CREATE TABLE guarantee_extension (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES unit (id), ticket_line_id TEXT,
        at_utc TEXT NOT NULL, days INTEGER NOT NULL, reason TEXT NOT NULL, person_id TEXT NOT NULL, brought_on TEXT, given_back_on TEXT
    ) STRICT""",
    """CREATE TABLE fiscal_archive (
        row_no INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, period TEXT NOT NULL, period_label TEXT NOT NULL, number INTEGER NOT NULL,
        at_utc TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL, content TEXT NOT NULL, UNIQUE (period, number)
    ) STRICT""",
)

INDEXES = (
    "ticket_line (original_line_id)",
    "ticket (original_number)",
    "voucher (unit_id)",
    "ticket_tender (card_tail)",
    "drawer_count (session_id)",
    "invoice (ticket_id)",
    "receipt_delivery (ticket_id)",
    "guarantee_extension (unit_id)",
)

SEALED = ("drawer_count", "quotation", "invoice", "guarantee_extension", "fiscal_archive")


# The index of the search once more, now with one letter too: the second word of a search begins with one.
SEARCH = (
    "DROP TABLE product_search",
    "CREATE VIRTUAL TABLE product_search USING fts5("
    "name, brand, sku, ean, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
    "INSERT INTO product_search (rowid, name, brand, sku, ean) SELECT row_no, name, brand, sku, coalesce(ean, '') FROM product"
    " JOIN product_search_row ON product_id = product.id",
)

# The devices of a product as they are listed, those for sale here first: read from the index in that order, however many there are.
SHELF = ("DROP INDEX ix_unit_product_id", "CREATE INDEX ix_unit_shelf ON unit (product_id, holder, state, received_at_utc, id)")


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for column in COLUMNS:
        run(f"ALTER TABLE {column}")
    for table in TABLES:
        run(table)
    for index in INDEXES:
        name = index.replace(" (", "_").rstrip(")")
        run(f"CREATE INDEX ix_{name} ON {index}")
    for statement in SEARCH + SHELF:
        run(statement)
    for table in SEALED:
        for action in ("UPDATE", "DELETE"):
            run(f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, 'sealed row'); END")
