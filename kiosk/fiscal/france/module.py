"""France: CGI 286 I-3° bis in the shape of NF525 (compliance §1): chains per record type, JET, duplicates, Z with perpetual totals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc, utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.fiscal import store
from kiosk.fiscal.books import ARCHIVE_CHAIN, CLOSING_CHAINS, DUPLICATE_CHAIN, EVENT_CHAIN, RESIGNED_CHAIN, TICKET_CHAIN, Books, ClosedPeriod, GrandTotal
from kiosk.fiscal.chains import DEGRADED_KEY, Signed, Signer, SigningFailed, Stamp, Verifier
from kiosk.fiscal.france import formats
from kiosk.fiscal.france.events import (
    DEGRADED,
    DEGRADED_BEGAN,
    DEGRADED_ENDED,
    INITIALISATION,
    KEY_CHANGED,
    NEW_VERSION,
    SYSTEM_OPERATOR,
    events_of,
    operator_of,
)
from kiosk.fiscal.france.signing import EcdsaVerifier
from kiosk.fiscal.module import (
    Capabilities,
    Closing,
    Duplicate,
    EventValue,
    FiscalDocument,
    Period,
    PeriodTotals,
    Perpetual,
    Printed,
    Report,
)
from kiosk.fiscal.verify import verify_books

DEGRADED_SETTING = "degraded_since"
FISCAL_VERSION = "1.0"
"""MAJOR moves when code that touches inalterability, security, conservation or archiving changes (FIS-01)."""


class FranceFormat:
    """The texts of ``formats`` as the shared bookkeeping asks for them."""

    version = formats.FORMAT_VERSION

    def ticket(self, document: FiscalDocument, prev_signature: str) -> str:
        return formats.ticket_payload(document, prev_signature)

    def grand_total(self, document: FiscalDocument, perpetual_algebraic: Money, prev_signature: str) -> str:
        return formats.grand_total_payload(document, perpetual_algebraic, prev_signature)

    def read_grand_total(self, payload: str) -> GrandTotal:
        breakdown, total, algebraic, *_ = payload.split(",")
        return GrandTotal(formats.read_breakdown(breakdown), Money(int(total)), Money(int(algebraic)))

    def closing(self, totals: PeriodTotals, perpetual_algebraic: Money, *, at_local: datetime, label: str, prev_signature: str) -> str:
        return formats.closing_payload(totals, perpetual_algebraic, at_local=at_local, label=label, prev_signature=prev_signature)


class FranceFiscal:
    """The French module of one till."""

    capabilities = Capabilities(country="FR", signs=True, closes=(Period.DAY, Period.MONTH, Period.YEAR), closes_every_day=True)

    def __init__(self, *, signer: Signer | None, ids: Ids, till_code: str, zone: ZoneInfo, software_version: str) -> None:
        self._books = Books(record_format=FranceFormat(), signer=signer, ids=ids)
        self._till_code = till_code
        self._zone = zone
        self._software_version = software_version

    def open_till(self, connection: Connection, *, at_utc: str, person_id: str) -> None:
        self._begin_events(connection, at_utc)
        self._know_key(connection, at_utc=at_utc, operator=operator_of(person_id))
        self._sign_what_waits(connection, at_utc=at_utc)
        version = f"{self._software_version}/{FISCAL_VERSION}"
        known = store.setting(connection, "version")
        if known not in (None, version):
            self._event(connection, NEW_VERSION, version, at_utc=at_utc, operator=operator_of(person_id))
        store.keep_setting(connection, "version", version)

    def stamp(self, connection: Connection, document: FiscalDocument) -> Printed:
        stamp = self._books.record(connection, document)
        self._notice(connection, stamp)
        return self._printed(stamp)

    def duplicate(self, connection: Connection, *, number: str, at_local: datetime, person_id: str, closing_id: str | None = None) -> Duplicate:
        counted_by = closing_id or number
        count = store.count_of(connection, DUPLICATE_CHAIN, counted_by) + 1
        stamp = self._books.append(
            connection,
            DUPLICATE_CHAIN,
            document_id=counted_by,
            at_utc=utc_text(at_local),
            payload=lambda seq, before: formats.duplicate_payload(
                f"D-{self._till_code}-{seq:08d}",
                document_kind=TICKET_CHAIN if closing_id is None else CLOSING_CHAINS[Period.DAY],
                count=count,
                operator=operator_of(person_id),
                at_local=at_local,
                original_number=number,
                prev_signature=before,
            ),
        )
        self._notice(connection, stamp)
        return Duplicate(count, self._printed(stamp))

    def event(self, connection: Connection, kind: str, body: Mapping[str, EventValue], at_utc: str, person_id: str) -> None:
        found = events_of(kind, body, person_id)
        if found:
            self._begin_events(connection, at_utc)
        for code, info in found:
            self._event(connection, code, info, at_utc=at_utc, operator=operator_of(person_id))

    def close_day(
        self, connection: Connection, *, day_label: str, at_local: datetime, content: Mapping[str, EventValue], documents: int | None = None
    ) -> tuple[Closing, ...]:
        day = date.fromisoformat(day_label)
        self._sign_what_waits(connection, at_utc=utc_text(at_local))
        closed = self._close_what_ended_before(connection, day, at_local)
        done = self._books.close_day(connection, day_label=day_label, at_local=at_local, content=content, documents=documents)
        closed.append((Period.DAY, done))
        tomorrow = day + timedelta(days=1)
        if tomorrow.month != day.month:
            closed.append((Period.MONTH, self._books.close_longer(connection, Period.MONTH, f"{day:%Y%m}", at_local=at_local)))
        if tomorrow.year != day.year:
            closed.append((Period.YEAR, self._books.close_longer(connection, Period.YEAR, f"{day:%Y}", at_local=at_local)))
        return tuple(self._closing(period, written) for period, written in closed)

    def closed_until(self, connection: Connection) -> date | None:
        return self._books.closed_until(connection)

    def began_on(self, connection: Connection) -> date | None:
        """The day of the JET's first record (260)."""
        first = next(store.stamps_after(connection, EVENT_CHAIN, 0), None)
        return None if first is None else parse_utc(first.at_utc).astimezone(self._zone).date()

    def since_last_closing(self, connection: Connection, *, documents: int | None = None) -> PeriodTotals:
        return self._books.since_last_day(connection, documents=documents)

    def last_day_content(self, connection: Connection) -> Mapping[str, EventValue]:
        return self._books.last_day_content(connection)

    def perpetual(self, connection: Connection) -> Perpetual:
        return self._books.perpetual(connection)

    def printed_of(self, connection: Connection, document_id: str) -> Printed:
        stamp = store.stamp_of(connection, TICKET_CHAIN, document_id)
        return Printed(()) if stamp is None else self._printed(stamp)

    def archive_stamp(self, connection: Connection, totals: PeriodTotals, *, archive_id: str, at_local: datetime) -> Stamp:
        """The record of an archive in its own chain; SigningFailed rather than an archive without a signature."""
        stamp = self._books.append(
            connection,
            ARCHIVE_CHAIN,
            document_id=archive_id,
            at_utc=utc_text(at_local),
            payload=lambda _, before: formats.archive_payload(totals, at_local=at_local, till=self._till_code, prev_signature=before),
        )
        if stamp.key_id == DEGRADED_KEY:
            raise SigningFailed
        return stamp

    def seal(self, text: str) -> Signed:
        """A detached signature of a whole text; SigningFailed."""
        signed = self._books.pen.write(text)
        if signed.key_id == DEGRADED_KEY:
            raise SigningFailed
        return signed

    @property
    def own_key(self) -> dict[str, str]:
        """The public half of the key that signs now, by its id; nothing in degraded mode."""
        signer = self._books.pen.signer
        return {} if signer is None else {signer.key_id: signer.public_key_pem}

    @property
    def versions(self) -> tuple[str, str]:
        """Of the program and of its fiscal part."""
        return self._software_version, FISCAL_VERSION

    def unsigned(self, connection: Connection) -> int:
        return len(store.unsigned(connection, resigned_chain=RESIGNED_CHAIN))

    def degraded_since(self, connection: Connection) -> str:
        return store.setting(connection, DEGRADED_SETTING) or ""

    def verify(self, connection: Connection) -> Report:
        return verify_books(connection, self._books, self._verifier)

    def _know_key(self, connection: Connection, *, at_utc: str, operator: str) -> None:
        """Keep the public half of the key for later verifiers; another key than before is an event."""
        signer = self._books.pen.signer
        if signer is None:
            return
        store.keep_setting(connection, f"public_key.{signer.key_id}", signer.public_key_pem)
        known = store.setting(connection, "signing_key")
        if known not in (None, signer.key_id):
            self._event(connection, KEY_CHANGED, f"Cle {signer.key_id}", at_utc=at_utc, operator=operator)
        store.keep_setting(connection, "signing_key", signer.key_id)

    def _notice(self, connection: Connection, stamp: Stamp) -> None:
        """The degraded mode begins with the first record that the key did not sign (FIS-14)."""
        if stamp.key_id == DEGRADED_KEY and not store.setting(connection, DEGRADED_SETTING):
            store.keep_setting(connection, DEGRADED_SETTING, stamp.at_utc)
            self._event(connection, DEGRADED, DEGRADED_BEGAN, at_utc=stamp.at_utc, operator=SYSTEM_OPERATOR)

    def _sign_what_waits(self, connection: Connection, *, at_utc: str) -> None:
        """Sign afterwards what the degraded mode left, as soon as the key signs again."""
        waiting = store.unsigned(connection, resigned_chain=RESIGNED_CHAIN)
        if not waiting or self._books.pen.write("").key_id == DEGRADED_KEY:
            return
        for stamp in waiting:
            self._books.append(
                connection,
                RESIGNED_CHAIN,
                document_id=stamp.stamp_id,
                at_utc=at_utc,
                payload=lambda _, before, stamp=stamp: formats.resigned_payload(  # type: ignore[misc]  # a default binds the loop's value
                    stamp.chain, stamp.seq, stamp.signature, at_local=self._local(at_utc), prev_signature=before
                ),
            )
        store.keep_setting(connection, DEGRADED_SETTING, "")
        self._event(connection, DEGRADED, f"{DEGRADED_ENDED} {len(waiting)}", at_utc=at_utc, operator=SYSTEM_OPERATOR)

    def _local(self, at_utc: str) -> datetime:
        return parse_utc(at_utc).astimezone(self._zone)

    def _close_what_ended_before(self, connection: Connection, day: date, at_local: datetime) -> list[tuple[Period, ClosedPeriod]]:
        """The shop may have been shut on the last day of a month or of a year."""
        closed: list[tuple[Period, ClosedPeriod]] = []
        for period, width, now in ((Period.MONTH, 6, f"{day:%Y%m}"), (Period.YEAR, 4, f"{day:%Y}")):
            waiting = sorted({label[:width] for label in self._books.days_waiting(connection, period)} - {now})
            if waiting:
                closed.append((period, self._books.close_longer(connection, period, waiting[-1], at_local=at_local)))
        return closed

    def _begin_events(self, connection: Connection, at_utc: str) -> None:
        if store.last_stamp(connection, EVENT_CHAIN) is None:
            self._event(connection, INITIALISATION, "Initialisation JET", at_utc=at_utc, operator=SYSTEM_OPERATOR)

    def _event(self, connection: Connection, code: int, info: str, *, at_utc: str, operator: str) -> None:
        at_local = self._local(at_utc)
        stamp = self._books.append(
            connection,
            EVENT_CHAIN,
            document_id="",
            at_utc=at_utc,
            payload=lambda seq, before: formats.event_payload(
                seq, code=code, info=info, at_local=at_local, operator=operator, till=self._till_code, prev_signature=before
            ),
        )
        self._notice(connection, stamp)

    def _verifier(self, connection: Connection, key_id: str) -> Verifier | None:
        own = self._books.pen.verifier(key_id)
        if own is not None:
            return own
        pem = store.setting(connection, f"public_key.{key_id}")
        return EcdsaVerifier.read(pem) if pem else None

    def _closing(self, period: Period, written: ClosedPeriod) -> Closing:
        return Closing(
            written.closing_id, period, written.label, written.number, written.at_utc, written.totals, written.perpetual, self._printed(written.stamp)
        )

    def _printed(self, stamp: Stamp) -> Printed:
        if stamp.key_id == DEGRADED_KEY:
            return Printed(("MODE DÉGRADÉ : signature différée", f"Logiciel kiosk {self._software_version} (fiscal {FISCAL_VERSION})"))
        extract = formats.extract(stamp.signature)
        return Printed((f"Signature {extract} · Logiciel kiosk {self._software_version} (fiscal {FISCAL_VERSION})",), extract)
