"""What is known of a device before its trade-in begins: the models that it can be, what it says it is, and who disagrees. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.known_models import KnownModel
from kiosk.catalogue.products import DeviceModel
from kiosk.tradein.identify import Claim, Identified, Voice
from kiosk.ui.formats import tail
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model that the device can be; ``likely`` is the one that all that is known speaks for."""

    model_id: str
    brand: str
    model: str
    storage: str
    colour: str
    likely: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Who says that it is which family."""

    key: str
    voice: str
    model: str
    confirmations: int


@dataclass(frozen=True, slots=True)
class IdentifiedProps:
    """``copied``: a device with this number was here before, and was another model."""

    identifier_tail: str = ""
    named: str = ""
    unsold: bool = False
    doubted: bool = False
    copied: bool = False


def identified_props(found: Identified) -> IdentifiedProps:
    return IdentifiedProps(
        identifier_tail=tail(found.imei or found.serial or ""), named=found.named.words if found.named else "", unsold=found.unsold,
        doubted=bool(found.doubt), copied={Voice.DEVICE, Voice.HISTORY} <= {claim.voice for claim in found.doubt},
    )  # fmt: skip


def family_of(found: Identified) -> tuple[str, str] | None:
    """Brand and name of what it is most likely; None as long as nothing says so."""
    if found.choices:
        return found.choices[0].brand, found.choices[0].name
    return (found.named.brand, found.named.name) if found.named else None


def model_rows(found: Identified, catalogue: Sequence[DeviceModel]) -> tuple[ModelRow, ...]:
    """Likeliest first, as the service orders them; of a device that nobody knows all models, its own maker's and kind first."""
    named = found.named
    models = found.choices or (
        catalogue if named is None else sorted(catalogue, key=lambda model: (model.brand.casefold() != named.brand.casefold(), model.kind is not named.kind))
    )
    return tuple(_row(model, likely=found.lit and place == 0) for place, model in enumerate(models))


def _row(model: DeviceModel, *, likely: bool) -> ModelRow:
    return ModelRow(model.model_id, model.brand, model.name, str(model.storage_gb or ""), model.colour or "", likely)


def claim_rows(claims: Sequence[Claim]) -> tuple[ClaimRow, ...]:
    return tuple(
        ClaimRow(f"{claim.voice.value}.{claim.brand}.{claim.name}", claim.voice.value, KnownModel(claim.brand, claim.name).words, claim.confirmations)
        for claim in claims
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class IdentifiedViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """What the model sheet shows."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = IdentifiedProps()
        self._models = RowsModel(ModelRow, key=lambda row: row.model_id, parent=self)
        self._claims = RowsModel(ClaimRow, key=lambda row: row.key, parent=self)

    def show(self, found: Identified, catalogue: Sequence[DeviceModel]) -> None:
        """Take what was found of the device that is on the bench now."""
        self._models.show(model_rows(found, catalogue))
        self._claims.show(claim_rows(found.doubt))
        props = identified_props(found)
        if props != self._props:
            self._props = props
            self.changed.emit()

    models = Property(QObject, lambda self: self._models, constant=True)
    claims = Property(QObject, lambda self: self._claims, constant=True)
    identifierTail = shown("identifier_tail", str, changed)
    named = shown("named", str, changed)
    unsold = shown("unsold", bool, changed)
    doubted = shown("doubted", bool, changed)
    copied = shown("copied", bool, changed)
