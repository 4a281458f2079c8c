"""Tells English titles from those in other European languages, by their small words.

Small words of several languages decide; those that English shares with another language (`in`,
`die`, `on`, `as`, `no`) count for neither. Source: general knowledge of the languages named.
"""

from __future__ import annotations

import re

from litconv.text.case.vocabulary import phrases

_ENGLISH = frozenset(
    "the of and for with from by to at is are its their into using between during under based "
    "through within toward towards how what why when where which who that this these those not "
    "can do does after among against via some new study effect effects analysis theory method "
    "approach use model system systems properties structure your our we you it or but be an".split()
)
_GERMAN = (
    "der das und zur zum über uber ueber für fur fuer mit von vom aus bei beim dem den ein eine "
    "einer eines einige einiger nach durch ihre ihrer seine nicht auf im zwischen als auch "
    "oder wird ist"
)
_FRENCH = (
    "le la les du des une et sur dans pour par aux au est avec chez sous entre leur leurs ou "
    "d l qu etude étude quelques"
)
_SPANISH = "el los las y del por una con para su sus en lo entre desde hacia como sobre"
_ITALIAN = "il lo gli della delle dei degli nel nella di e una per tra sulla sul dello alla sui"
_PORTUGUESE = "os da das dos em na nas uma ao pela pelo um não nao no"
_DUTCH = "het een van voor bij naar over te op en de"
_NORDIC = "och av på til fra med för som ett og ved om hos af"
_FOREIGN = (
    frozenset(f"{_GERMAN} {_FRENCH} {_SPANISH} {_ITALIAN} {_PORTUGUESE} {_DUTCH} {_NORDIC}".split())
    - _ENGLISH
    - frozenset(
        "no over per as on in an am also die was so como te en e y l d om "
        "para con par em um os fra til dos".split()
    )
)
_ENDING = re.compile(
    r"\w{4,}(?:ungen|keit|heiten|schaft|lichen|lichkeit|ische[nrs]?|ción|ciones|ções|ção|zione|"
    r"zioni|tät|täten|ités?|iques|eux|euses)|\w{6,}ung"
)
_ENGLISH_ENDING = re.compile(
    r"\w{2,}(?:ings?|ness|ships?|ed|ly|ity|ities|ful|less|ics|ical|ially|ology)"
)
_MARKUP = re.compile(r"</?[a-z][^<>]*>")
_ENGLISH_UNG = frozenset({"samsung", "unsung"})
_FOREIGN_LETTER = re.compile(r"[ß¿¡äöüÄÖÜàâçéèêëîïôûœùñáíóúãõåæøÀÂÇÉÈÊËÎÏÔÛŒÙÑÁÍÓÚÃÕÅÆØ]")
_WORD = re.compile(r"[^\W\d_]+")


def _free_words(words: list[str]) -> list[str]:
    """Leave out the words of known groups: `van der Waals` and `de novo` are English here."""
    free: list[str] = []
    number = 0
    while number < len(words):
        group = phrases().get(words[number], ())
        size = next(
            (
                len(one.keys)
                for one in group
                if tuple(words[number : number + len(one.keys)]) == one.keys
            ),
            0,
        )
        if not size:
            free.append(words[number])
        number += size or 1
    return free


def looks_english(title: str) -> bool:
    """Tell whether a title's small words and endings let it pass for English.

    A title without any sign is taken for English, as most titles in capitals are.
    """
    words = _free_words([word.casefold() for word in _WORD.findall(title)])
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if foreign != english:
        return english > foreign
    if english:
        return True
    if any(_ENDING.fullmatch(word) and word not in _ENGLISH_UNG for word in words):
        return False
    accented = sum(_FOREIGN_LETTER.search(word) is not None for word in words)
    return accented * 3 <= len(words) and "¿" not in title


def shows_english(title: str) -> bool:
    """Tell whether a title has a sign of English of its own: a small word or an ending."""
    words = _free_words([word.casefold() for word in _WORD.findall(_MARKUP.sub(" ", title))])
    return any(word in _ENGLISH or _ENGLISH_ENDING.fullmatch(word) for word in words)
