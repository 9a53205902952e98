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
from tests.crash.random_shop import LivingTill, started, trained

Act = Callable[[], str]


class RandomTill:
    """Draws what is done next; a rule may refuse it, and then nothing happened."""

    def __init__(self, till: LivingTill, draw: random.Random) -> None:
        self._till = till
        self._draw = draw
        self._hands = Hands(till, draw)
        self._drawer = RandomDrawer(self._hands)
        counter, desk, drawer = RandomCounter(self._hands), RandomDesk(self._hands), self._drawer
        self._acts: list[tuple[Act, int]] = [
            (counter.sell, 40), (counter.give_back, 16), (counter.exchange, 8), (counter.sell_gift_card, 6), (counter.copy, 5), (counter.abandon, 3),
            (counter.put_aside, 4), (counter.take_up, 4), (desk.take_deposit, 5), (desk.fetch, 3), (desk.prolong_or_release, 2), (desk.quote, 3),
            (desk.keep_promise, 2), (desk.invoice, 6), (drawer.move_cash, 4), (drawer.drop, 2), (drawer.open_without_sale, 2), (drawer.look, 2),
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

    def every_act(self) -> list[str]:
        """Each of them once."""
        words: list[str] = []
        for chosen, _ in self._acts:
            if not self._till.services.drawer.sessions():
                self._done(self._drawer.open_session)
            words.append(self._done(chosen))
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
