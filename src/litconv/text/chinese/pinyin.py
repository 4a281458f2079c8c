"""Chinese names in pinyin whose family stands first without a comma: `Wang Ya-jun`, `Li Xiaoming`.

Certain only where the first word is a Chinese surname and the second a given name of two
syllables, which no surname has but the compound ones: `Wang Yang` may be either order and is left
to the reader's usual one. Source: the table of pinyin syllables; written for this project.
"""

from __future__ import annotations

from typing import Final

from litconv.text.chinese.surnames import ROMANIZED_SURNAMES
from litconv.text.patterns import late

_FINALS: Final = {
    "": "a ai an ang ao e ei en er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao ei en eng i ian iang iao ie in ing iu ong u uan uo ü v üe",
    "l": "a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo ü v üe yu",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_SYLLABLES: Final = sorted(
    (f"{first}{rest}" for first, finals in _FINALS.items() for rest in finals.split()),
    key=len,
    reverse=True,
)
_SYLLABLE: Final = f"(?:{'|'.join(_SYLLABLES)})"
_ONE: Final = late(_SYLLABLE)
_TWO: Final = late(rf"{_SYLLABLE}{_SYLLABLE}")
_HYPHENED: Final = late(rf"{_SYLLABLE}[-'’]{_SYLLABLE}")
SURNAMES: Final = frozenset(
    "bai cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao ge gong gu "
    "guo han hao he hong hou hu huang jia jiang jin kong lai lei li liang liao lin liu long lu luo "
    "lü lv lyu ma mao meng mo ni niu pan peng qi qian qiao qin qiu ren shao shen shi song su sun "
    "tan tang tao tian wan wang wei wen wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin "
    "yu yuan zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou zuo".split()
)
_COMPOUND: Final = frozenset(
    "ouyang sima zhuge shangguan situ huangfu murong linghu xiahou ximen gongsun dongfang nangong "
    "zhongli zhangsun yuchi dugu".split()
)


def is_family_first(first: str, second: str) -> bool:
    """Say whether two words are for certain a Chinese family name and then a given name."""
    family, given = first.lower(), second.lower()
    if family in _COMPOUND:
        return bool(_ONE.fullmatch(given) or _TWO.fullmatch(given) or _HYPHENED.fullmatch(given))
    if _HYPHENED.fullmatch(given):
        return family in SURNAMES or (family in {"e", "a"} and not second.isupper())
    # `Xian` is one syllable before it is two, and `Long Hale` and `Jin Mano` are none of them.
    two = _TWO.fullmatch(given) and not _ONE.fullmatch(given) and given not in _COMPOUND
    return bool(two) and family in SURNAMES and not given.endswith(_UNCHINESE)


def can_be_family_first(first: str, second: str) -> bool:
    """Say whether two words may be a Chinese family name and a given name: `Li Ming`, `Yang Gao`.

    No more than may: `Yang Gao` is as well a given name and then a family.
    """
    given = second.lower()
    return first.lower() in SURNAMES and bool(_ONE.fullmatch(given) or _TWO.fullmatch(given))


# A short open syllable at the end is as often a name of another language: `Hale`, `Mano`, `Lina`.
_UNCHINESE: Final = tuple("le la ma no na mo sa to te re ne ro da ga lo pa ta".split())


# Korean families are syllables too, and these are none of their initials (`Min YE` has some).
_SURE_AFTER_ONE: Final = frozenset("LI WU XU LU LÜ LV".split())


def is_family_last(first: str, last: str) -> bool:
    """Say whether two letters behind a given name in pinyin are a family: `Ming LI`, not `Min YE`.

    Elsewhere they are initials: `Wang LI`, `Alder XU`.
    """
    small = first.lower()
    if small in SURNAMES or last not in ROMANIZED_SURNAMES or not first[1:2].islower():
        return False
    if _ONE.fullmatch(small):
        return last in _SURE_AFTER_ONE
    return bool(_HYPHENED.fullmatch(small) or _TWO.fullmatch(small))
