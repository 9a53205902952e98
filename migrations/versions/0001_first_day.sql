-- The schema of the first day, frozen. Statements are separated by a line of two dashes and "next".
CREATE TABLE meta (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY ("key")
)
 STRICT
-- next
CREATE TABLE number_series (
	series TEXT NOT NULL,
	last_number INTEGER NOT NULL,
	PRIMARY KEY (series)
)
 STRICT
-- next
CREATE TABLE journal_entry (
	row_no INTEGER NOT NULL,
	epoch INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	kind TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	prev_hash TEXT NOT NULL,
	hash TEXT NOT NULL,
	entry BLOB NOT NULL,
	signature BLOB NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (epoch, seq),
	UNIQUE (hash)
)
 STRICT
-- next
CREATE INDEX ix_journal_entry_kind ON journal_entry (kind)
-- next
CREATE TABLE journal_ack (
	epoch INTEGER NOT NULL,
	acked_seq INTEGER NOT NULL,
	acked_hash TEXT NOT NULL,
	acked_at_utc TEXT NOT NULL,
	PRIMARY KEY (epoch)
)
 STRICT
-- next
CREATE TABLE seal_cursor (
	table_name TEXT NOT NULL,
	through INTEGER NOT NULL,
	PRIMARY KEY (table_name)
)
 STRICT
-- next
CREATE TABLE sync_cursor (
	feed TEXT NOT NULL,
	v INTEGER NOT NULL,
	last_id TEXT NOT NULL,
	rev INTEGER NOT NULL,
	digest TEXT,
	PRIMARY KEY (feed)
)
 STRICT
-- next
CREATE TABLE device_model (
	id TEXT NOT NULL,
	v INTEGER NOT NULL,
	brand TEXT NOT NULL,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	storage_gb INTEGER,
	ram_gb INTEGER,
	colour TEXT,
	capabilities TEXT NOT NULL,
	released_year INTEGER,
	PRIMARY KEY (id)
)
 STRICT
-- next
CREATE TABLE person (
	id TEXT NOT NULL,
	v INTEGER NOT NULL,
	short_name TEXT NOT NULL,
	full_name TEXT NOT NULL,
	initials TEXT NOT NULL,
	roles TEXT NOT NULL,
	language TEXT NOT NULL,
	pin_hash TEXT NOT NULL,
	badge_hash TEXT NOT NULL,
	active INTEGER NOT NULL,
	feminine INTEGER NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
-- next
CREATE INDEX ix_person_badge_hash ON person (badge_hash)
-- next
CREATE TABLE open_basket (
	id TEXT NOT NULL,
	label TEXT,
	person_id TEXT NOT NULL,
	updated_at_utc TEXT NOT NULL,
	parked INTEGER NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (id)
)
 STRICT
-- next
CREATE TABLE voucher (
	id TEXT NOT NULL,
	code TEXT NOT NULL,
	amount_cents INTEGER NOT NULL,
	balance_cents INTEGER NOT NULL,
	issued_at_utc TEXT NOT NULL,
	origin_id TEXT NOT NULL,
	holder TEXT NOT NULL,
	gen INTEGER NOT NULL,
	state TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (code)
)
 STRICT
-- next
CREATE TABLE fiscal_stamp (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	chain TEXT NOT NULL,
	seq INTEGER NOT NULL,
	document_id TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	payload TEXT NOT NULL,
	signature TEXT NOT NULL,
	prev_signature TEXT NOT NULL,
	format_version TEXT NOT NULL,
	algorithm TEXT NOT NULL,
	key_id TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (chain, seq),
	UNIQUE (id)
)
 STRICT
-- next
CREATE INDEX ix_fiscal_stamp_document_id ON fiscal_stamp (document_id)
-- next
CREATE TABLE closing (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	period TEXT NOT NULL,
	period_label TEXT NOT NULL,
	number INTEGER NOT NULL,
	at_utc TEXT NOT NULL,
	sales_cents INTEGER NOT NULL,
	returns_cents INTEGER NOT NULL,
	total_cents INTEGER NOT NULL,
	perpetual_algebraic_cents INTEGER NOT NULL,
	perpetual_absolute_cents INTEGER NOT NULL,
	ticket_count INTEGER NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (period, period_label),
	UNIQUE (period, number),
	UNIQUE (id)
)
 STRICT
-- next
CREATE TABLE seller (
	id TEXT NOT NULL,
	surname TEXT,
	first_names TEXT,
	profession TEXT,
	address TEXT,
	document_kind TEXT,
	document_number TEXT,
	document_issued_on TEXT,
	document_authority TEXT,
	majority_checked INTEGER NOT NULL,
	salt TEXT,
	erased_at_utc TEXT,
	PRIMARY KEY (id)
)
 STRICT
-- next
CREATE TABLE document (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	number TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	media_type TEXT NOT NULL,
	content BLOB NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id)
)
 STRICT
-- next
CREATE TABLE print_job (
	id TEXT NOT NULL,
	created_at_utc TEXT NOT NULL,
	kind TEXT NOT NULL,
	printer TEXT NOT NULL,
	document_id TEXT,
	document_number TEXT,
	content BLOB NOT NULL,
	sha256 TEXT NOT NULL,
	state TEXT NOT NULL,
	attempts INTEGER NOT NULL,
	changed_at_utc TEXT NOT NULL,
	reason TEXT,
	PRIMARY KEY (id)
)
 STRICT
-- next
CREATE TABLE model_tac (
	tac TEXT NOT NULL,
	model_id TEXT NOT NULL,
	PRIMARY KEY (tac),
	FOREIGN KEY(model_id) REFERENCES device_model (id)
)
 STRICT
-- next
CREATE INDEX ix_model_tac_model_id ON model_tac (model_id)
-- next
CREATE TABLE product (
	id TEXT NOT NULL,
	v INTEGER NOT NULL,
	sku TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	brand TEXT NOT NULL,
	category TEXT NOT NULL,
	tax_code TEXT NOT NULL,
	price_cents INTEGER,
	ean TEXT,
	model_id TEXT,
	durable INTEGER NOT NULL,
	favourite_rank INTEGER,
	icon TEXT NOT NULL,
	price_suffix TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (sku),
	UNIQUE (ean),
	FOREIGN KEY(model_id) REFERENCES device_model (id)
)
 STRICT
-- next
CREATE INDEX ix_product_model_id ON product (model_id)
-- next
CREATE INDEX ix_product_category ON product (category)
-- next
CREATE TABLE pin_failure (
	person_id TEXT NOT NULL,
	failures INTEGER NOT NULL,
	locked_until_utc TEXT,
	PRIMARY KEY (person_id),
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT
-- next
CREATE TABLE drawer_session (
	id TEXT NOT NULL,
	number TEXT NOT NULL,
	person_id TEXT NOT NULL,
	opened_at_utc TEXT NOT NULL,
	float_cents INTEGER NOT NULL,
	closed_at_utc TEXT,
	counted_cents INTEGER,
	expected_cents INTEGER,
	PRIMARY KEY (id),
	UNIQUE (number),
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT
-- next
CREATE INDEX ix_drawer_session_person_id ON drawer_session (person_id)
-- next
CREATE TABLE unit (
	id TEXT NOT NULL,
	v INTEGER NOT NULL,
	product_id TEXT NOT NULL,
	model_id TEXT NOT NULL,
	serial TEXT NOT NULL,
	imei TEXT,
	imei2 TEXT,
	label_code TEXT NOT NULL,
	state TEXT NOT NULL,
	vat_origin TEXT NOT NULL,
	purchase_price_cents INTEGER NOT NULL,
	price_cents INTEGER,
	grade TEXT,
	battery_health_pct INTEGER,
	holder TEXT NOT NULL,
	gen INTEGER NOT NULL,
	received_at_utc TEXT NOT NULL,
	register_number TEXT,
	erasure_id TEXT,
	inspection_id TEXT,
	acquired_by TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(product_id) REFERENCES product (id),
	FOREIGN KEY(model_id) REFERENCES device_model (id),
	UNIQUE (label_code)
)
 STRICT
-- next
CREATE INDEX ix_unit_model_id ON unit (model_id)
-- next
CREATE INDEX ix_unit_state ON unit (state)
-- next
CREATE INDEX ix_unit_imei ON unit (imei)
-- next
CREATE INDEX ix_unit_product_id ON unit (product_id)
-- next
CREATE INDEX ix_unit_serial ON unit (serial)
-- next
CREATE INDEX ix_unit_imei2 ON unit (imei2)
-- next
CREATE TABLE stock_level (
	product_id TEXT NOT NULL,
	v INTEGER NOT NULL,
	quantity INTEGER NOT NULL,
	PRIMARY KEY (product_id),
	FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT
-- next
CREATE TABLE drawer_movement (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	session_id TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	reason TEXT NOT NULL,
	amount_cents INTEGER NOT NULL,
	document_id TEXT,
	person_id TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	FOREIGN KEY(session_id) REFERENCES drawer_session (id)
)
 STRICT
-- next
CREATE INDEX ix_drawer_movement_session_id ON drawer_movement (session_id)
-- next
CREATE TABLE ticket (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	number TEXT NOT NULL,
	kind TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	at_local TEXT NOT NULL,
	business_day TEXT NOT NULL,
	session_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	total_cents INTEGER NOT NULL,
	net_cents INTEGER NOT NULL,
	tax_cents INTEGER NOT NULL,
	margin_gross_cents INTEGER NOT NULL,
	change_cents INTEGER NOT NULL,
	item_count INTEGER NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	UNIQUE (number),
	FOREIGN KEY(session_id) REFERENCES drawer_session (id),
	FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT
-- next
CREATE INDEX ix_ticket_session_id ON ticket (session_id)
-- next
CREATE INDEX ix_ticket_person_id ON ticket (person_id)
-- next
CREATE INDEX ix_ticket_business_day ON ticket (business_day)
-- next
CREATE TABLE stock_movement (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	unit_id TEXT,
	product_id TEXT NOT NULL,
	quantity INTEGER NOT NULL,
	from_state TEXT,
	to_state TEXT,
	reason TEXT NOT NULL,
	document_id TEXT,
	person_id TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	FOREIGN KEY(unit_id) REFERENCES unit (id),
	FOREIGN KEY(product_id) REFERENCES product (id)
)
 STRICT
-- next
CREATE INDEX ix_stock_movement_unit_id ON stock_movement (unit_id)
-- next
CREATE INDEX ix_stock_movement_product_id ON stock_movement (product_id)
-- next
CREATE TABLE ticket_line (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	ticket_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	product_id TEXT NOT NULL,
	unit_id TEXT,
	label TEXT NOT NULL,
	quantity TEXT NOT NULL,
	unit_price_cents INTEGER NOT NULL,
	discount_cents INTEGER NOT NULL,
	gross_cents INTEGER NOT NULL,
	tax_scheme TEXT NOT NULL,
	rate_bp INTEGER NOT NULL,
	net_cents INTEGER NOT NULL,
	tax_cents INTEGER NOT NULL,
	purchase_price_cents INTEGER,
	margin_tax_cents INTEGER,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	FOREIGN KEY(ticket_id) REFERENCES ticket (id),
	FOREIGN KEY(product_id) REFERENCES product (id),
	FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
-- next
CREATE INDEX ix_ticket_line_ticket_id ON ticket_line (ticket_id)
-- next
CREATE INDEX ix_ticket_line_product_id ON ticket_line (product_id)
-- next
CREATE INDEX ix_ticket_line_unit_id ON ticket_line (unit_id)
-- next
CREATE TABLE ticket_tender (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	ticket_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	amount_cents INTEGER NOT NULL,
	reference TEXT,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	FOREIGN KEY(ticket_id) REFERENCES ticket (id)
)
 STRICT
-- next
CREATE INDEX ix_ticket_tender_ticket_id ON ticket_tender (ticket_id)
-- next
CREATE TABLE card_intent (
	id TEXT NOT NULL,
	basket_id TEXT NOT NULL,
	amount_cents INTEGER NOT NULL,
	created_at_utc TEXT NOT NULL,
	state TEXT NOT NULL,
	answered_at_utc TEXT,
	reference TEXT,
	ticket_id TEXT,
	PRIMARY KEY (id),
	FOREIGN KEY(ticket_id) REFERENCES ticket (id)
)
 STRICT
-- next
CREATE INDEX ix_card_intent_ticket_id ON card_intent (ticket_id)
-- next
CREATE TABLE diagnostic_session (
	id TEXT NOT NULL,
	purpose TEXT NOT NULL,
	number TEXT,
	rules TEXT NOT NULL,
	person_id TEXT NOT NULL,
	started_at_utc TEXT NOT NULL,
	finished_at_utc TEXT,
	state TEXT NOT NULL,
	unit_id TEXT,
	PRIMARY KEY (id),
	UNIQUE (number),
	FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
-- next
CREATE INDEX ix_diagnostic_session_state ON diagnostic_session (state)
-- next
CREATE INDEX ix_diagnostic_session_unit_id ON diagnostic_session (unit_id)
-- next
CREATE TABLE register_entry (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	number INTEGER NOT NULL,
	printed_number TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	seller_id TEXT NOT NULL,
	seller_hash TEXT NOT NULL,
	unit_id TEXT NOT NULL,
	nature TEXT NOT NULL,
	provenance TEXT NOT NULL,
	description TEXT NOT NULL,
	identifiers TEXT NOT NULL,
	price_cents INTEGER NOT NULL,
	payment_mode TEXT NOT NULL,
	corrects_id TEXT,
	correction_reason TEXT,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	UNIQUE (printed_number),
	FOREIGN KEY(seller_id) REFERENCES seller (id),
	FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
-- next
CREATE INDEX ix_register_entry_unit_id ON register_entry (unit_id)
-- next
CREATE INDEX ix_register_entry_seller_id ON register_entry (seller_id)
-- next
CREATE TABLE erasure (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	unit_id TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	method TEXT NOT NULL,
	tool TEXT NOT NULL,
	person_id TEXT NOT NULL,
	verified INTEGER NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	FOREIGN KEY(unit_id) REFERENCES unit (id)
)
 STRICT
-- next
CREATE INDEX ix_erasure_unit_id ON erasure (unit_id)
-- next
CREATE TABLE diagnostic_event (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	session_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	at_utc TEXT NOT NULL,
	event TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (session_id, seq),
	UNIQUE (id),
	FOREIGN KEY(session_id) REFERENCES diagnostic_session (id)
)
 STRICT
-- next
CREATE INDEX ix_diagnostic_event_session_id ON diagnostic_event (session_id)
-- next
CREATE TABLE photo (
	row_no INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	session_id TEXT NOT NULL,
	slot TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	width_px INTEGER NOT NULL,
	height_px INTEGER NOT NULL,
	jpeg BLOB NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (sha256),
	FOREIGN KEY(session_id) REFERENCES diagnostic_session (id)
)
 STRICT
-- next
CREATE INDEX ix_photo_session_id ON photo (session_id)
-- next
CREATE TABLE trade_in (
	row_no INTEGER NOT NULL,
	id TEXT NOT NULL,
	number TEXT NOT NULL,
	session_id TEXT NOT NULL,
	at_utc TEXT NOT NULL,
	business_day TEXT NOT NULL,
	unit_id TEXT NOT NULL,
	register_entry_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	market_value_cents INTEGER NOT NULL,
	bonus_cents INTEGER NOT NULL,
	paid_cents INTEGER NOT NULL,
	payout TEXT NOT NULL,
	voucher_id TEXT,
	facts_sha256 TEXT NOT NULL,
	content TEXT NOT NULL,
	PRIMARY KEY (row_no),
	UNIQUE (id),
	UNIQUE (number),
	FOREIGN KEY(session_id) REFERENCES diagnostic_session (id),
	FOREIGN KEY(unit_id) REFERENCES unit (id),
	FOREIGN KEY(register_entry_id) REFERENCES register_entry (id),
	FOREIGN KEY(voucher_id) REFERENCES voucher (id)
)
 STRICT
-- next
CREATE INDEX ix_trade_in_session_id ON trade_in (session_id)
-- next
CREATE INDEX ix_trade_in_unit_id ON trade_in (unit_id)
-- next
CREATE INDEX ix_trade_in_business_day ON trade_in (business_day)
-- next
CREATE INDEX ix_trade_in_voucher_id ON trade_in (voucher_id)
-- next
CREATE INDEX ix_trade_in_register_entry_id ON trade_in (register_entry_id)
-- next
CREATE TABLE product_search_row (row_no INTEGER PRIMARY KEY, product_id TEXT NOT NULL UNIQUE) STRICT
-- next
CREATE VIRTUAL TABLE product_search USING fts5(name, brand, sku, ean, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3')
-- next
CREATE TRIGGER product_enters_search AFTER INSERT ON product BEGIN INSERT INTO product_search_row (product_id) VALUES (new.id); INSERT INTO product_search (rowid, name, brand, sku, ean) VALUES ((SELECT row_no FROM product_search_row WHERE product_id = new.id), new.name, new.brand, new.sku, coalesce(new.ean, '')); END
-- next
CREATE TRIGGER product_changes_in_search AFTER UPDATE OF name, brand, sku, ean ON product BEGIN DELETE FROM product_search WHERE rowid = (SELECT row_no FROM product_search_row WHERE product_id = old.id); INSERT INTO product_search (rowid, name, brand, sku, ean) VALUES ((SELECT row_no FROM product_search_row WHERE product_id = new.id), new.name, new.brand, new.sku, coalesce(new.ean, '')); END
-- next
CREATE TRIGGER product_leaves_search AFTER DELETE ON product BEGIN DELETE FROM product_search WHERE rowid = (SELECT row_no FROM product_search_row WHERE product_id = old.id); DELETE FROM product_search_row WHERE product_id = old.id; END
-- next
CREATE INDEX unit_by_tail_of_imei ON unit (substr(imei, -4))
-- next
CREATE INDEX unit_by_tail_of_imei2 ON unit (substr(imei2, -4))
-- next
CREATE INDEX unit_by_tail_of_serial ON unit (substr(upper(serial), -4))
-- next
CREATE INDEX unit_by_tail_of_label_code ON unit (substr(label_code, -4))
-- next
CREATE TRIGGER closing_refuses_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER closing_refuses_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER document_refuses_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER document_refuses_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER fiscal_stamp_refuses_update BEFORE UPDATE ON fiscal_stamp BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER fiscal_stamp_refuses_delete BEFORE DELETE ON fiscal_stamp BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER journal_entry_refuses_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER journal_entry_refuses_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER drawer_movement_refuses_update BEFORE UPDATE ON drawer_movement BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER drawer_movement_refuses_delete BEFORE DELETE ON drawer_movement BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_refuses_update BEFORE UPDATE ON ticket BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_refuses_delete BEFORE DELETE ON ticket BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER erasure_refuses_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER erasure_refuses_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER register_entry_refuses_update BEFORE UPDATE ON register_entry BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER register_entry_refuses_delete BEFORE DELETE ON register_entry BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER stock_movement_refuses_update BEFORE UPDATE ON stock_movement BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER stock_movement_refuses_delete BEFORE DELETE ON stock_movement BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_line_refuses_update BEFORE UPDATE ON ticket_line BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_line_refuses_delete BEFORE DELETE ON ticket_line BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_tender_refuses_update BEFORE UPDATE ON ticket_tender BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER ticket_tender_refuses_delete BEFORE DELETE ON ticket_tender BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER diagnostic_event_refuses_update BEFORE UPDATE ON diagnostic_event BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER diagnostic_event_refuses_delete BEFORE DELETE ON diagnostic_event BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER photo_refuses_update BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER photo_refuses_delete BEFORE DELETE ON photo BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER trade_in_refuses_update BEFORE UPDATE ON trade_in BEGIN SELECT RAISE(ABORT, 'sealed row'); END
-- next
CREATE TRIGGER trade_in_refuses_delete BEFORE DELETE ON trade_in BEGIN SELECT RAISE(ABORT, 'sealed row'); END
