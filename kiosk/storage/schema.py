"""Every table of the kiosk's database, in one place. STRICT; sealed tables refuse UPDATE and DELETE by trigger.

Money is integer cents, rates basis points, times UTC text, keys UUIDv7 text. A change here needs a migration in
``migrations/versions``; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()


def _table(name: str, *columns: Column[object] | UniqueConstraint | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True, info={"sealed": False})


def _sealed(name: str, *columns: Column[object] | UniqueConstraint) -> Table:
    """A table whose rows are facts: never changed, never deleted, each covered by the journal entry that follows it.

    ``row_no`` is the row's place in the table: the journal says up to which one it has taken a table in (``seals.py``).
    """
    return Table(name, metadata, Column("row_no", Integer, primary_key=True), *columns, sqlite_strict=True, info={"sealed": True})


def _key() -> Column[object]:
    return Column("id", Text, primary_key=True)


def _id() -> Column[object]:
    return Column("id", Text, nullable=False, unique=True)


def _text(name: str, *, null: bool = False, unique: bool = False, index: bool = False) -> Column[object]:
    return Column(name, Text, nullable=null, unique=unique, index=index)


def _word(name: str, default: str) -> Column[object]:
    """A text that older rows have too."""
    return Column(name, Text, nullable=False, server_default=default)


def _int(name: str, *, null: bool = False, key: bool = False) -> Column[object]:
    return Column(name, Integer, nullable=null, primary_key=key, autoincrement=False)


def _count(name: str) -> Column[object]:
    """A number that is zero in older rows."""
    return Column(name, Integer, nullable=False, server_default="0")


def _blob(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, LargeBinary, nullable=null)


def _ref(name: str, target: str, *, null: bool = False, index: bool = True) -> Column[object]:
    return Column(name, Text, ForeignKey(target), nullable=null, index=index)


# ── the till itself ────────────────────────────────────────────────────────────────────────────────────────────────
meta = _table("meta", Column("key", Text, primary_key=True), _text("value"))
number_series = _table("number_series", Column("series", Text, primary_key=True), _int("last_number"))

# ── journal and sync ───────────────────────────────────────────────────────────────────────────────────────────────
journal_entry = _sealed(
    "journal_entry", _int("epoch"), _int("seq"), _text("kind", index=True), _text("at_utc"), _text("prev_hash"),
    _text("hash", unique=True), _blob("entry"), _blob("signature"), UniqueConstraint("epoch", "seq"),
)  # fmt: skip
journal_ack = _table("journal_ack", _int("epoch", key=True), _int("acked_seq"), _text("acked_hash"), _text("acked_at_utc"))
seal_cursor = _table("seal_cursor", Column("table_name", Text, primary_key=True), _int("through"))
sync_cursor = _table("sync_cursor", Column("feed", Text, primary_key=True), _int("v"), _text("last_id"), _int("rev"), _text("digest", null=True))

# ── catalogue and stock ────────────────────────────────────────────────────────────────────────────────────────────
device_model = _table(
    "device_model", _key(), _int("v"), _text("brand"), _text("name"), _text("kind"), _int("storage_gb", null=True), _int("ram_gb", null=True),
    _text("colour", null=True), _text("capabilities"), _int("released_year", null=True),
)  # fmt: skip
model_tac = _table("model_tac", Column("tac", Text, primary_key=True), _ref("model_id", "device_model.id"))
# What the chain was taught: counts of all shops by the feed, and what this till taught itself (a row for each mark of a device).
model_lesson = _table("model_lesson", _key(), _int("v"), _text("families"))
own_lesson = _table(
    "own_lesson", Column("device_sha256", Text, primary_key=True), Column("mark", Text, primary_key=True), _text("brand"), _text("name"),
    Index("ix_own_lesson_mark", "mark"),
)  # fmt: skip
# One for each inspection that put a unit on sale, wherever in the chain it was made.
unit_passport = _table(
    "unit_passport", _key(), _int("v"), _text("unit_id", index=True), _text("issued_at_utc"), _text("grade"), _text("computed"), _text("content"),
    _text("rules"),
)  # fmt: skip
# Parcels between the company's shops, and those shops, as central names them.
parcel = _table("parcel", _key(), _int("v"), _text("content"))
sister_shop = _table("sister_shop", _key(), _int("v"), _text("content"))
product = _table(
    "product", _key(), _int("v"), _text("sku", unique=True), _text("kind"), _text("name"), _text("brand"), _text("category", index=True),
    _text("tax_code"), _int("price_cents", null=True), _text("ean", null=True, unique=True), _ref("model_id", "device_model.id", null=True),
    _int("durable"), _int("favourite_rank", null=True), _text("icon"), _text("price_suffix"), _int("reference_price_cents", null=True),
    _text("reference_price_source", null=True), _text("reference_price_on", null=True), _text("service", null=True),
)  # fmt: skip
unit = _table(
    "unit", _key(), _int("v"), _ref("product_id", "product.id", index=False), _ref("model_id", "device_model.id"), _text("serial", index=True),
    _text("imei", null=True, index=True), _text("imei2", null=True, index=True), _text("label_code", unique=True), _text("state", index=True),
    _text("vat_origin"), _int("purchase_price_cents"), _int("price_cents", null=True), _text("grade", null=True),
    _int("battery_health_pct", null=True), _text("holder"), _int("gen"), _text("received_at_utc"), _text("register_number", null=True),
    _text("erasure_id", null=True), _text("inspection_id", null=True), _text("acquired_by", null=True),
    _count("repair_cents"), _text("hold", null=True),
    Index("ix_unit_shelf", "product_id", "holder", "state", "received_at_utc", "id"),
)  # fmt: skip
stock_level = _table("stock_level", Column("product_id", Text, ForeignKey("product.id"), primary_key=True), _int("v"), _int("quantity"))
stock_movement = _sealed(
    "stock_movement", _id(), _text("at_utc"), _ref("unit_id", "unit.id", null=True), _ref("product_id", "product.id"), _int("quantity"),
    _text("from_state", null=True), _text("to_state", null=True), _text("reason"), _text("document_id", null=True), _text("person_id"),
)  # fmt: skip

# ── staff ──────────────────────────────────────────────────────────────────────────────────────────────────────────
person = _table(
    "person", _key(), _int("v"), _text("short_name"), _text("full_name"), _text("initials"), _text("roles"), _text("language"), _text("pin_hash"),
    _text("badge_hash", index=True), _int("active"), _int("feminine"),
)  # fmt: skip
pin_failure = _table(
    "pin_failure", Column("person_id", Text, ForeignKey("person.id"), primary_key=True), _int("failures"), _text("locked_until_utc", null=True),
)  # fmt: skip

# ── customers ──────────────────────────────────────────────────────────────────────────────────────────────────────
customer = _table(
    "customer", _key(), _text("full_name", null=True), _text("email", null=True), _text("phone", null=True), _text("company", null=True),
    _text("siren", null=True), _text("vat_number", null=True), _text("address", null=True), _text("marketing_consent_at_utc", null=True),
    _text("created_at_utc"), _text("person_id"), _text("erased_at_utc", null=True), _text("marketing_text", null=True), _text("salt", null=True),
    _word("search_text", ""),
)  # fmt: skip

# ── sales ──────────────────────────────────────────────────────────────────────────────────────────────────────────
open_basket = _table("open_basket", _key(), _text("label", null=True), _text("person_id"), _text("updated_at_utc"), _int("parked"), _text("content"))
shared_basket = _table("shared_basket", _key(), _int("v"), _text("state"), _text("taken_by", null=True), _text("content", null=True))
return_right = _table(
    "return_right", _key(), _int("v"), _text("holder"), _int("gen"), _text("asked_by", null=True), _text("told", null=True), _text("elsewhere"),
)  # fmt: skip
price_book = _table(
    "price_book", _key(), _int("v"), _text("valid_from"), _text("valid_to", null=True), _text("sha256"), _text("content"), _text("problem", null=True),
    _int("told"),
)  # fmt: skip
drawer_session = _table(
    "drawer_session", _key(), _text("number", unique=True), _ref("person_id", "person.id"), _text("opened_at_utc"), _int("float_cents"),
    _text("closed_at_utc", null=True), _int("counted_cents", null=True), _int("expected_cents", null=True), _int("drawer_no", null=True),
    _int("opening_expected_cents", null=True), _int("left_cents", null=True), _text("closed_by", null=True), _text("approved_by", null=True),
    _text("note", null=True),
)  # fmt: skip
drawer_movement = _sealed(
    "drawer_movement", _id(), _ref("session_id", "drawer_session.id"), _text("at_utc"), _text("reason"), _int("amount_cents"),
    _text("document_id", null=True), _text("person_id"), _text("note", null=True),
)  # fmt: skip
drawer_count = _sealed(
    "drawer_count", _id(), _ref("session_id", "drawer_session.id"), _text("at_utc"), _text("purpose"), _int("counted_cents"), _text("pieces"),
    _text("person_id"), _int("expected_cents", null=True),
)  # fmt: skip
ticket = _sealed(
    "ticket", _id(), _text("number", unique=True), _text("kind"), _text("at_utc"), _text("at_local"), _text("business_day", index=True),
    _ref("session_id", "drawer_session.id"), _ref("person_id", "person.id"), _int("total_cents"), _int("net_cents"), _int("tax_cents"),
    _int("margin_gross_cents"), _int("change_cents"), _int("item_count"), _text("content"), _int("non_sale_cents", null=True),
    _text("original_number", null=True, index=True), _text("customer_id", null=True),
)  # fmt: skip
ticket_line = _sealed(
    "ticket_line", _id(), _ref("ticket_id", "ticket.id"), _int("position"), _ref("product_id", "product.id"), _ref("unit_id", "unit.id", null=True),
    _text("label"), _text("quantity"), _int("unit_price_cents"), _int("discount_cents"), _int("gross_cents"), _text("tax_scheme"), _int("rate_bp"),
    _int("net_cents"), _int("tax_cents"), _int("purchase_price_cents", null=True), _int("margin_tax_cents", null=True),
    _text("line_id", null=True), _text("kind", null=True), _text("original_line_id", null=True, index=True), _text("note", null=True),
)  # fmt: skip
ticket_tender = _sealed(
    "ticket_tender", _id(), _ref("ticket_id", "ticket.id"), _int("position"), _text("kind"), _int("amount_cents"), _text("reference", null=True),
    _text("card_tail", null=True, index=True), _text("answered_by", null=True),
)  # fmt: skip
card_intent = _table(
    "card_intent", _key(), _text("basket_id"), _int("amount_cents"), _text("created_at_utc"), _text("state"), _text("answered_at_utc", null=True),
    _text("reference", null=True), _ref("ticket_id", "ticket.id", null=True), _text("card_tail", null=True),
    _text("answered_by", null=True),
)  # fmt: skip
voucher = _table(
    "voucher", _key(), _text("code", unique=True), _int("amount_cents"), _int("balance_cents"), _text("issued_at_utc"), _text("origin_id"),
    _text("holder"), _int("gen"), _text("state"), _word("kind", "trade_in"), _count("bonus_cents"), _text("expires_on", null=True),
    _text("customer_id", null=True), _text("unit_id", null=True, index=True),
)  # fmt: skip
quotation = _sealed(
    "quotation", _id(), _text("number", unique=True), _text("at_utc"), _text("valid_until"), _text("person_id"), _text("customer_id", null=True),
    _int("total_cents"), _text("content"),
)  # fmt: skip
invoice = _sealed(
    "invoice", _id(), _text("number", unique=True), _ref("ticket_id", "ticket.id"), _text("at_utc"), _int("total_cents"), _text("document_id", null=True),
    _text("content"),
)  # fmt: skip
receipt_delivery = _table(
    "receipt_delivery", _key(), _ref("ticket_id", "ticket.id"), _text("channel"), _text("address", null=True), _text("state"), _text("created_at_utc"),
    _text("changed_at_utc"), _int("attempts"), _text("reason", null=True), _int("copy_number"), _text("content", null=True),
)  # fmt: skip
guarantee_extension = _sealed(
    "guarantee_extension", _id(), _ref("unit_id", "unit.id"), _text("ticket_line_id", null=True), _text("at_utc"), _int("days"), _text("reason"),
    _text("person_id"), _text("brought_on", null=True), _text("given_back_on", null=True),
)  # fmt: skip

# ── fiscal ─────────────────────────────────────────────────────────────────────────────────────────────────────────
fiscal_stamp = _sealed(
    "fiscal_stamp", _id(), _text("chain"), _int("seq"), _text("document_id", index=True), _text("at_utc"), _text("payload"), _text("signature"),
    _text("prev_signature"), _text("format_version"), _text("algorithm"), _text("key_id"), UniqueConstraint("chain", "seq"),
)  # fmt: skip
closing = _sealed(
    "closing", _id(), _text("period"), _text("period_label"), _int("number"), _text("at_utc"), _int("sales_cents"), _int("returns_cents"),
    _int("total_cents"), _int("perpetual_algebraic_cents"), _int("perpetual_absolute_cents"), _int("ticket_count"), _text("content"),
    UniqueConstraint("period", "period_label"), UniqueConstraint("period", "number"),
)  # fmt: skip

fiscal_archive = _sealed(
    "fiscal_archive", _id(), _text("period"), _text("period_label"), _int("number"), _text("at_utc"), _text("file_name"), _text("sha256"),
    _int("size_bytes"), _text("content"), UniqueConstraint("period", "number"),
)  # fmt: skip

# ── diagnostics and trade-in ───────────────────────────────────────────────────────────────────────────────────────
diagnostic_session = _table(
    "diagnostic_session", _key(), _text("purpose"), _text("number", null=True, unique=True), _text("rules"), _text("person_id"), _text("started_at_utc"),
    _text("finished_at_utc", null=True), _text("state", index=True), _ref("unit_id", "unit.id", null=True),
)  # fmt: skip
diagnostic_event = _sealed(
    "diagnostic_event", _id(), _ref("session_id", "diagnostic_session.id"), _int("seq"), _text("at_utc"), _text("event"),
    UniqueConstraint("session_id", "seq"),
)  # fmt: skip
photo = _sealed(
    "photo", _text("sha256", unique=True), _ref("session_id", "diagnostic_session.id"), _text("slot"), _text("at_utc"), _int("width_px"),
    _int("height_px"), _blob("jpeg"),
)  # fmt: skip
seller = _table(
    "seller", _key(), _text("surname", null=True), _text("first_names", null=True), _text("profession", null=True), _text("address", null=True),
    _text("document_kind", null=True), _text("document_number", null=True), _text("document_issued_on", null=True),
    _text("document_authority", null=True), _int("majority_checked"), _text("salt", null=True), _text("erased_at_utc", null=True),
    _text("company", null=True), _text("seat", null=True),
)  # fmt: skip
register_entry = _sealed(
    "register_entry", _id(), _int("number"), _text("printed_number", unique=True), _text("at_utc"), _ref("seller_id", "seller.id"), _text("seller_hash"),
    _ref("unit_id", "unit.id"), _text("nature"), _text("provenance"), _text("description"), _text("identifiers"), _int("price_cents"),
    _text("payment_mode"), _text("corrects_id", null=True), _text("correction_reason", null=True),
)  # fmt: skip
register_page = _sealed(
    "register_page", _id(), _int("number"), _text("day"), _int("through"), _int("line_count"), _text("previous_check"), _text("check_value"),
    _text("at_utc"), UniqueConstraint("number"),
)  # fmt: skip
register_reading = _table(
    "register_reading", _key(), _text("at_utc", index=True), _text("person_id"), _text("purpose"), _text("note"), _text("act"),
)  # fmt: skip
trade_in = _sealed(
    "trade_in", _id(), _text("number", unique=True), _ref("session_id", "diagnostic_session.id"), _text("at_utc"), _text("business_day", index=True),
    _ref("unit_id", "unit.id"), _ref("register_entry_id", "register_entry.id"), _text("person_id"), _int("market_value_cents"), _int("bonus_cents"),
    _int("paid_cents"), _text("payout"), _ref("voucher_id", "voucher.id", null=True), _text("facts_sha256"), _text("content"),
)  # fmt: skip
erasure = _sealed(
    "erasure", _id(), _ref("unit_id", "unit.id"), _text("at_utc"), _text("method"), _text("tool"), _text("person_id"), _int("verified"), _text("content"),
)  # fmt: skip
tester = _table("tester", Column("serial", Text, primary_key=True), _text("calibrated_on"), _text("said_at_utc"), _text("person_id"))
repair = _sealed(
    "repair", _id(), _ref("unit_id", "unit.id"), _text("inspection_id", null=True), _text("at_utc"), _text("person_id"), _text("points"), _text("parts"),
    _int("minutes"), _int("minute_cents"), _int("total_cents"), _text("note"),
)  # fmt: skip
grade_change = _sealed(
    "grade_change", _id(), _ref("unit_id", "unit.id"), _text("inspection_id", null=True), _text("at_utc"), _text("from_grade"), _text("to_grade"),
    _text("reason"), _text("note"), _text("person_id"), _text("approved_by", null=True), _int("price_cents"),
)  # fmt: skip
credit_transfer = _table(
    "credit_transfer", _key(), _text("trade_in_id", unique=True), _text("number"), _ref("unit_id", "unit.id"), _text("since_utc"), _int("amount_cents"),
    _text("holder"), _text("iban"), _text("bic"), _text("file_id", null=True), _text("paid_at_utc", null=True), _text("paid_by", null=True),
)  # fmt: skip
credit_transfer_file = _sealed(
    "credit_transfer_file", _id(), _text("number", unique=True), _text("at_utc"), _text("person_id"), _int("line_count"), _int("total_cents"),
)  # fmt: skip
unit_hold = _sealed(
    "unit_hold", _id(), _ref("unit_id", "unit.id"), _text("reason"), _text("act"), _text("at_utc"), _text("person_id"), _text("note"),
    _text("approved_by", null=True), _text("document_id", null=True),
)  # fmt: skip
rule_file = _sealed("rule_file", _text("sha256", unique=True), _text("name"), _text("version"), _text("at_utc"), _blob("content"))

# ── paper ──────────────────────────────────────────────────────────────────────────────────────────────────────────
document = _sealed("document", _id(), _text("kind"), _text("number", index=True), _text("at_utc"), _text("sha256"), _text("media_type"), _blob("content"))
print_job = _table(
    "print_job", _key(), _text("created_at_utc"), _text("kind"), _text("printer"), _text("document_id", null=True), _text("document_number", null=True),
    _blob("content"), _text("sha256"), _text("state"), _int("attempts"), _text("changed_at_utc"), _text("reason", null=True),
)  # fmt: skip

SEALED_TABLES: tuple[str, ...] = tuple(table.name for table in metadata.sorted_tables if table.info["sealed"])
