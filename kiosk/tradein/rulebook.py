"""The rules in force, asked for one device: its model, its checklist, its prices, its offer. Reads only."""

from __future__ import annotations

import json

from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.session import SessionState
from kiosk.errors import Refused
from kiosk.tradein.offer import Offer, make_offer
from kiosk.tradein.pricebook import ModelPrices, PriceBook
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
        """The version that a session's offer stands on; today's where there is none yet."""
        made = state.offer if state is not None else None
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
        return make_offer(book, self.prices(model, book), checklist, state.answers, photos=state.photos, settled=settled)

    def whole_offer(self, checklist: Checklist, model: DeviceModel, state: SessionState) -> Offer:
        """The interval before the first answer: what the live one narrows from."""
        book = self.pricebook(state)
        return make_offer(book, self.prices(model, book), checklist, {}, photos={})

    def rules_text(self, checklist: Checklist) -> str:
        """The versions and hashes kept with a session."""
        book, grading = self._rules.in_force(), self._rules.grading
        names = {"checklist": checklist.version, "checklist_sha256": checklist.sha256, "pricebook": book.version, "pricebook_sha256": book.sha256}
        return json.dumps(names | {"grading": grading.version, "grading_sha256": grading.sha256}, sort_keys=True)
