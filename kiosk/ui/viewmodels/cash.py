"""What hands do with cash: amounts a customer is likely to hold out, the pieces of the change, figures typed on the pad. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.basics.money import Money


@dataclass(frozen=True, slots=True)
class Currency:
    """The notes and coins that a drawer gives back, largest first, and the notes that people hand over."""

    pieces_cents: tuple[int, ...]
    smallest_note_cents: int
    handed_cents: tuple[int, ...] = (5_00, 10_00, 20_00, 50_00, 100_00)


EURO = Currency((50_00, 20_00, 10_00, 5_00, 2_00, 1_00, 50, 20, 10, 5, 2, 1), 5_00)
CURRENCIES = {"EUR": EURO, "USD": Currency((20_00, 10_00, 5_00, 1_00, 25, 10, 5, 1), 1_00)}
QUICK_AMOUNTS = 5
MOST_TYPED_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One sort of note or coin in the change, and how many of it."""

    value: Money
    count: int
    note: bool


def change_pieces(change: Money, currency: str = "EUR") -> tuple[Piece, ...]:
    """The change in as few notes and coins as possible, largest first. The values of euro and dollar make the greedy choice the smallest one."""
    cash = CURRENCIES.get(currency, EURO)
    assert change.amount_cents >= 0
    left_cents = change.amount_cents
    pieces = []
    for value_cents in cash.pieces_cents:
        count, left_cents = divmod(left_cents, value_cents)
        if count:
            pieces.append(Piece(Money(value_cents), count, note=value_cents >= cash.smallest_note_cents))
    return tuple(pieces)


def quick_amounts(due: Money, currency: str = "EUR") -> tuple[Money, ...]:
    """The exact amount, then what people round it up to with the notes in their hand; rising, no amount twice."""
    if due.amount_cents <= 0:
        return ()
    rounded = {(due.amount_cents // step + 1) * step for step in CURRENCIES.get(currency, EURO).handed_cents}
    two_tens_up = (due.amount_cents // 10_00 + 2) * 10_00
    return (due, *(Money(cents) for cents in sorted(rounded | {two_tens_up})[: QUICK_AMOUNTS - 1]))


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """Figures typed one by one. ``cents`` is None until the decimal sign; ``fresh`` means the next figure starts anew."""

    whole: str = ""
    cents: str | None = None
    fresh: bool = True

    @staticmethod
    def of(amount: Money) -> TypedAmount:
        """An amount put there by a key (quick cash, what remains): the first figure typed replaces it."""
        return TypedAmount(str(amount.amount_cents // 100), f"{amount.amount_cents % 100:02d}", fresh=True)

    @property
    def amount(self) -> Money:
        return Money(int(self.whole or "0") * 100 + int(((self.cents or "") + "00")[:2]))

    def typed(self, character: str) -> TypedAmount:
        """With one more key: a figure, "00", "," or "."; what cannot be an amount changes nothing."""
        before = TypedAmount(fresh=False) if self.fresh else self
        match character:
            case "," | ".":
                return before if before.cents is not None else replace(before, cents="")
            case "00":
                return before.typed("0").typed("0")
            case _ if len(character) != 1 or character not in "0123456789":
                return self
            case _ if before.cents is None:
                whole = (before.whole + character).lstrip("0") or "0"
                return before if len(whole) > MOST_TYPED_DIGITS else replace(before, whole=whole)
            case _:
                return before if len(before.cents) == 2 else replace(before, cents=before.cents + character)

    def erased(self) -> TypedAmount:
        """Without the last key; a proposed amount goes as a whole."""
        if self.fresh:
            return TypedAmount(fresh=False)
        if self.cents is None:
            return replace(self, whole=self.whole[:-1])
        return replace(self, cents=self.cents[:-1] if self.cents else None)


NOTHING_TYPED = TypedAmount()
