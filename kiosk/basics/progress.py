"""How far a long piece of work is, told while it is done. Whoever is told may raise: that stops the work where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")
TELL_EVERY = 200


class Doing(StrEnum):
    """What a stage of the work does; screens have the words."""

    READING = "reading"
    CHECKING = "checking"
    RECKONING = "reckoning"
    SETTING = "setting"
    GATHERING = "gathering"
    WRITING = "writing"
    COPYING = "copying"
    VERIFYING = "verifying"


@dataclass(frozen=True, slots=True)
class Step:
    """``done`` of ``of`` things of a stage, of 0 while nobody can say how many; ``stage`` counts from 0 to ``stages`` - 1."""

    doing: Doing
    stage: int
    stages: int
    done: int
    of: int

    @property
    def thousandths(self) -> int:
        """Of the whole work, every stage being as long as any other."""
        part = 0 if self.of == 0 else min(self.done, self.of) * 1000 // self.of
        return (self.stage * 1000 + part) // self.stages


Progress = Callable[[Step], None]
Counted = Callable[[int, int], None]


class Watch(Protocol):
    """Gives things one by one, and tells of them meanwhile."""

    def __call__(self, things: Sequence[T]) -> Iterable[T]: ...


def nobody_watches(_step: Step) -> None:
    """For work that is not shown."""


def unwatched(things: Sequence[T]) -> Iterable[T]:
    """A ``Watch`` that tells nobody."""
    return things


class Stages:
    """A work of several stages in their order; one that has nothing to count is passed over."""

    def __init__(self, tell: Progress, *stages: Doing) -> None:
        self._tell = tell
        self._stages = stages

    def counted(self, doing: Doing) -> Counted:
        """For a stage that counts by itself: ``done, of``."""
        place = self._stages.index(doing)
        return lambda done, of: self._tell(Step(doing, place, len(self._stages), done, of))

    def over(self, doing: Doing, things: Iterable[T], *, of: int) -> Iterator[T]:
        """The things of a stage one by one, told of from time to time and at both ends."""
        tell = self.counted(doing)
        tell(0, of)
        for number, thing in enumerate(things, start=1):
            yield thing
            if number % TELL_EVERY == 0:
                tell(number, of)
        tell(of, of)

    def watch(self, doing: Doing) -> Watch:
        """The same for whoever has the things in hand."""

        def over(things: Sequence[T]) -> Iterable[T]:
            return self.over(doing, things, of=len(things))

        return over
