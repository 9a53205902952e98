"""The rules in force, asked for one device: its model, its checklist, its prices, its offer. Reads only."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.events import Answered, Countered
from kiosk.diagnostics.pausing import PauseReason
from kiosk.diagnostics.session import SessionState
from kiosk.errors import Refused
from kiosk.tradein.marking import ClassGain, class_gains
from kiosk.tradein.offer import Offer, countered, make_offer
from kiosk.tradein.pricebook import ModelPrices, PriceBook
from kiosk.tradein.repair import Repair, repairs
from kiosk.tradein.returning import Returned, changed_facts
from kiosk.tradein.rulefiles import BenchRules


class KindNotBought(Refused):
    """There is no checklist for this kind of device: the shop does not buy it."""

    code = "tradein.kind_not_bought"


class RuleBook:
    """Rules and catalogue together."""

    def __init__(self, rules: BenchRules, catalogue: CatalogueService) -> None:
        self._rules = rules
        self._catalogue = catalogue

    def pricebook(self, state: SessionState | None = None) -> PriceBook:
        """The version that a session's offer stands on, also when its customer comes back in time; today's where there is none."""
        made = state.offer if state is not None else None
        if made is None and state is not None and state.returned is not None and not state.returned.expired:
            made = state.returned.offer
        return (self._rules.version(made.pricebook) if made is not None else None) or self._rules.in_force()

    def model(self, state: SessionState) -> DeviceModel:
        """The model that a session is about."""
        model = self._catalogue.model_by_id(state.started.model_id)
        assert model is not None, "a session's model is in the catalogue"
        return model

    def checklist(self, model: DeviceModel) -> Checklist:
        """What is asked of this model; KindNotBought."""
        checklist = self._rules.checklists.get(model.kind)
        if checklist is None:
            raise KindNotBought(kind=model.kind.value)
        return checklist.for_capabilities(model.capabilities)

    def prices(self, model: DeviceModel, book: PriceBook | None = None) -> ModelPrices:
        """Of today's version, or of ``book``; NotInPriceBook."""
        return (book or self._rules.in_force()).model(brand=model.brand, name=model.name, storage_gb=model.storage_gb)

    def offer(self, checklist: Checklist, model: DeviceModel, state: SessionState, *, settled: bool) -> Offer:
        """The offer for what is known; ``settled`` takes what is untested at its worst."""
        book = self.pricebook(state)
        offer = self.formula(checklist, model, state, settled=settled)
        return countered(offer, _agreed(state), book) if settled else offer

    def formula(self, checklist: Checklist, model: DeviceModel, state: SessionState, *, settled: bool) -> Offer:
        """The same without another price that was agreed on."""
        book = self.pricebook(state)
        return make_offer(book, self.prices(model, book), checklist, state.answers, photos=state.photos, settled=settled)

    def whole_offer(self, checklist: Checklist, model: DeviceModel, state: SessionState) -> Offer:
        """The interval before the first answer: what the live one narrows from."""
        book = self.pricebook(state)
        return make_offer(book, self.prices(model, book), checklist, {}, photos={})

    def returned(self, checklist: Checklist, model: DeviceModel, state: SessionState) -> Returned | None:
        """What a customer came back with, and every fact that has changed since; None on a first visit."""
        kept = state.returned
        if kept is None:
            return None
        book = self.pricebook(state)
        prices, agreed = self.prices(model, book), _agreed(state)

        def price(facts: Mapping[str, Answered]) -> Money:
            return countered(make_offer(book, prices, checklist, facts, photos={}, settled=True), agreed, book).low

        promised, made = Money(kept.offer.market_value_cents), kept.offer
        changed = changed_facts(checklist, kept.answers, state.answers, price)
        return Returned(promised, made.at_utc, made.valid_until_utc, kept.expired, price(kept.answers) - promised, changed)

    def repairs(self, checklist: Checklist, model: DeviceModel, state: SessionState) -> tuple[Repair, ...]:
        """What changing one part would bring, the best first."""
        book = self.pricebook(state)
        return repairs(book, self.prices(model, book), checklist, state.answers, self._rules.grading)

    @property
    def pauses(self) -> tuple[PauseReason, ...]:
        """Why a clock may stand."""
        return self._rules.pauses

    def class_gains(self, checklist: Checklist, model: DeviceModel, state: SessionState) -> Mapping[str, ClassGain]:
        """What one cosmetic class better would add, per axis."""
        book = self.pricebook(state)
        return class_gains(book, self.prices(model, book), checklist, state.answers)

    def rules_text(self, checklist: Checklist) -> str:
        """The versions and hashes kept with a session."""
        book, grading = self._rules.in_force(), self._rules.grading
        names = {"checklist": checklist.version, "checklist_sha256": checklist.sha256, "pricebook": book.version, "pricebook_sha256": book.sha256}
        return json.dumps(names | {"grading": grading.version, "grading_sha256": grading.sha256}, sort_keys=True)


def _agreed(state: SessionState) -> Countered | None:
    """Another price than the formula's: of today, or of the offer that a customer comes back with in time."""
    promised = state.returned if state.returned is not None and not state.returned.expired else None
    return state.counter or (promised.counter if promised is not None else None)
