"""Words that may not stand beside a used device, and the one that must be earned. Pure.

Source: C. conso. R. 122-4 to R. 122-6 (decree 2022-190; RCP-07). *Reconditionné* says that all functions were tested and all former data
erased. Whatever says that a refurbished article is as a new one (*état neuf*, *comme neuf*, *à neuf* "or any equivalent mention") is
forbidden, in French and, by its sense, in English. *Reconditionné en France* wants every operation to be done there, which nobody proves
here. To say how something was bought (*acheté neuf*) or that a part is new (*batterie neuve*) says nothing of that kind.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NEW = r"neu(?:f|fs|ve|ves)"
_GAP = r"[\W_]"
_ALMOST = rf"(?:comme|quasi(?:ment)?|presque|pratiquement|limite|tel{_GAP}*que|telle{_GAP}*que|equivalent|proche)"
_NOT_A_COUNT = rf"(?!{_GAP}+(?:heures?|h|jours?|mois|ans?|annees?|minutes?|euros?|points?|articles?|appareils?)\b)"
_BANNED = (
    rf"\b{_ALMOST}{_GAP}*(?:(?:a|au|aux|un|une|du|de|d|le|la|l|des){_GAP}*)*{_NEW}\b{_NOT_A_COUNT}",
    rf"\betats?{_GAP}*(?:(?:a|au|comme|du|de|quasi){_GAP}*)*{_NEW}\b{_NOT_A_COUNT}",
    rf"\ba{_GAP}+{_NEW}\b{_NOT_A_COUNT}",
    rf"\b(?:(?:as|so){_GAP}*good{_GAP}*as|good{_GAP}*as|same{_GAP}*as|looks?|feels?|like|almost|nearly|virtually|practically)(?:{_GAP}+(?:a|an))?{_GAP}*new\b",
    rf"\bas{_GAP}+new\b(?!{_GAP}+(?:as|year|years|ones?|stock)\b)",
    rf"\bnew{_GAP}*(?:like|condition)\b",
)
_SPELT = r"\b" + rf"{_GAP}+".join("comme") + rf"{_GAP}+" + rf"{_GAP}+".join("neuf") + r"\b"
_FINDS = re.compile("|".join((*_BANNED, _SPELT)))
_WORTH_A_LOOK = re.compile(rf"n{_GAP}*e{_GAP}*[uw]")
_EARNED = re.compile(rf"\b(?:re{_GAP}?conditionn(?:e|ee|es|ees)|(?P<english>refurb(?:ished|s)?|renewed))\b(?:{_GAP}+en{_GAP}+france\b)?")
_EDGES = " \u00a0\u202f-–—·,;:/|+*()[]«»\"“”"
NAMELESS = "Article"


@lru_cache(maxsize=8192)
def banned_in(text: str) -> tuple[str, ...]:
    """What of a text says that something used is as new, as it is written there."""
    plain, places = _plain(text)
    if not _WORTH_A_LOOK.search(plain):
        return ()
    return tuple(text[places[found.start()] : places[found.end() - 1] + 1] for found in _FINDS.finditer(plain))


@lru_cache(maxsize=8192)
def earned_in(text: str) -> tuple[str, ...]:
    """Where a text calls something refurbished, as it is written there."""
    return tuple(words for words, _plain_word in _claims(text))


@lru_cache(maxsize=8192)
def lawful_name(name: str, *, refurbished: bool = False) -> str:
    """A name without what it may not say: what is as new always goes; *reconditionné*, unless it is earned, is only *d’occasion*. Never empty."""
    before = ""
    while before != name:
        before = name
        for words in banned_in(name):
            name = " ".join(filter(None, (piece.strip(_EDGES) for piece in name.split(words)))) or NAMELESS
    for words, plain_word in () if refurbished else _claims(name):
        name = name.replace(words, plain_word)
    return name


def _claims(text: str) -> tuple[tuple[str, str], ...]:
    """Each claim as it is written, with the word that anybody may use instead; the longest first."""
    plain, places = _plain(text)
    found = [
        (text[places[claim.start()] : places[claim.end() - 1] + 1], "used" if claim["english"] else "d’occasion") for claim in _EARNED.finditer(plain)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _plain(text: str) -> tuple[str, list[int]]:
    """Small letters without accents or invisible characters, and for each of them its place in the text."""
    letters, places = [], []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if unicodedata.category(part) not in ("Mn", "Me", "Cf"):
                letters.append(part)
                places.append(place)
    return "".join(letters), places
