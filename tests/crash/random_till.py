"""A till where anything happens that a shop does in a year, drawn from a seed, through the services of the composition root. For the killer."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import Refused
from tests.crash.random_bench import RandomBench
from tests.crash.random_counter import RandomCounter
from tests.crash.random_desk import RandomDesk
from tests.crash.random_drawer import RandomDrawer
from tests.crash.random_hands import Hands
from tests.crash.random_lent import RandomLent
from tests.crash.random_shop import LivingTill, started, trained

Act = Callable[[], str]
PATIENCE = 12
NOTHING = ("refused", "nothing", "nobody", "no Z")


def happened(word: str) -> bool:
    """Whether an act was possible and not refused."""
    return not word.startswith(NOTHING)


def _name(act: Act) -> str:
    return str(getattr(act, "__qualname__", act))


class RandomTill:
    """Draws what is done next; a rule may refuse it, and then nothing happened."""

    def __init__(self, till: LivingTill, draw: random.Random) -> None:
        self._till = till
        self._draw = draw
        self._hands = Hands(till, draw)
        self._drawer = RandomDrawer(self._hands)
        counter, desk, lent, drawer = RandomCounter(self._hands), RandomDesk(self._hands), RandomLent(self._hands), self._drawer
        self._before = counter.sell, desk.take_deposit
        self._acts: list[tuple[Act, int]] = [
            (counter.sell, 36), (counter.give_back, 16), (counter.exchange, 8), (counter.sell_gift_card, 6), (counter.copy, 5), (counter.abandon, 3),
            (counter.put_aside, 4), (counter.take_up, 4), (counter.wrap, 2), (counter.repair, 2), (counter.sell_in_many_ways, 4),
            (desk.take_deposit, 5), (desk.fetch, 3), (desk.prolong, 1), (desk.release, 1), (desk.serve, 4), (desk.erase_customer, 1),
            (desk.quote, 3), (desk.keep_promise, 2), (desk.invoice, 6),
            (lent.change_price, 3), (lent.reduce, 3), (lent.give_back, 3), (lent.drop, 1), (lent.release, 1),
            (drawer.cash_in, 2), (drawer.cash_out, 2), (drawer.drop, 2), (drawer.open_without_sale, 2), (drawer.read_x, 1), (drawer.check, 1),
            (drawer.count_and_close, 2), (drawer.close_day, 4), (drawer.copy_closing, 2),
        ]  # fmt: skip
        if not till.house.training:
            bench = RandomBench(self._hands)
            self._acts += [(bench.trade_in, 3), (bench.erase, 2), (self.train, 1)]

    def begin(self) -> None:
        """What is put in order after a start."""
        self._hands.settle()

    def act(self) -> str:
        """Something that a cashier might do now."""
        (chosen,) = self._draw.choices([act for act, _ in self._acts], weights=[weight for _, weight in self._acts])
        return self._done(chosen) if self._till.services.drawer.sessions() else self._done(self._drawer.open_session)

    def every_act(self) -> dict[str, list[str]]:
        """Each of them, by its name: once, or some times until it is possible and no rule refuses it; then more is sold and kept before."""
        words: dict[str, list[str]] = {}
        for chosen, _ in self._acts:
            said = words.setdefault(_name(chosen), [])
            while len(said) < PATIENCE and not any(map(happened, said)):
                for act in (self._drawer.open_session, *(self._before if said else ()), chosen):
                    word = self._done(act)
                said.append(word)
        return words

    def _done(self, chosen: Act) -> str:
        """When a rule refuses an act, what it had begun is brought to an end."""
        self._till.clock.advance(seconds=self._draw.randint(1, 60))
        try:
            return chosen()
        except Refused as refusal:
            self._hands.settle()
            return f"refused {refusal.code}"

    def train(self) -> str:
        """Somebody tries things out on the till beside this one."""
        with trained(self._till) as twin:
            trainee = RandomTill(twin, self._draw)
            trainee.begin()
            words = [trainee.act().split()[0] for _ in range(self._draw.randint(2, 8))]
        return f"trained {' '.join(words)}"


@contextmanager
def anything(data_dir: Path) -> Iterator[Act]:
    """A life of the till; each draws from where its journal stands."""
    with started(data_dir) as till:
        with till.house.database.read() as connection:
            head = till.house.ledger.head(connection)
        living = RandomTill(till, random.Random(f"{head.seq} {head.hash}"))
        living.begin()
        yield living.act
