"""People as Chinese sources print them: with roles, countries and dynasties, by the list.

`王明(译)` · `王明 译` · `王明主编` · `[美]史密斯` · `[清]曹雪芹` · `本报记者 王小明`. What a role
word says is given as a `Role`; a country in front means that the name is a foreign one in Chinese
letters, which has no parts that could be told; the name as printed stays in `Name.original`.
Source: general knowledge of the exports of CNKI and Wanfang.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from litconv.model import Name, Role
from litconv.text.chinese.surnames import COMPOUND_SURNAMES
from litconv.text.names import parse_name
from litconv.text.patterns import late
from litconv.text.script import has_han
from litconv.text.width import tidy

ROLE_WORDS: Final = {
    **dict.fromkeys(("著", "编著", "撰", "原著", "合著", "执笔"), Role.AUTHOR),
    **dict.fromkeys(("主编", "总主编", "副主编", "编", "编辑", "编撰", "责任编辑"), Role.EDITOR),
    **dict.fromkeys(("译", "翻译", "译者", "编译", "合译", "主译", "译注"), Role.TRANSLATOR),
    **dict.fromkeys(("编写", "选编", "汇编", "辑", "编纂", "整理"), Role.COMPILER),
    **dict.fromkeys(("绘", "绘图", "插图"), Role.ILLUSTRATOR),
    "导演": Role.DIRECTOR,
}
_WORDS: Final = "|".join(sorted(ROLE_WORDS, key=len, reverse=True))
_IN_BRACKETS: Final = late(rf"(?:(?<!\s)\s+)?[(（\[［]\s*(等?)({_WORDS})\s*[)）\]］]$")
_AFTER_BLANK: Final = re.compile(rf"(?<![\s,，])[\s,，]+(等?)\s*({_WORDS})$")
# Two characters glued to a name can only be a role; one may be part of a name (`李明译`).
_GLUED: Final = re.compile(r"(?<=..)()(总主编|副主编|主编|编著|编译|编写|编撰|选编)$")
_GLUED_OTHERS: Final = re.compile(rf"(?<=..)(等)({_WORDS})$")
_GLUED_TO_FOUR: Final = re.compile(r"(?<=...)()([译著编])$")
_GLUED_TO_BODY: Final = re.compile(r"(?<=[组局部院会社馆所厅司学心])()([译著编])$")
_BEFORE: Final = late(r"[\[［(（【〔]\s*(\w{1,6})\s*[\]］)）】〕]\s*(?=\S)")
_COUNTRY_ROLE: Final = re.compile(r"..[著译编]$")
_DYNASTIES: Final = frozenset(
    "先秦 春秋 战国 秦 汉 西汉 东汉 三国 魏 蜀 吴 晋 西晋 东晋 南朝 南朝宋 南朝梁 北魏 北齐 "
    "隋 唐 五代 宋 北宋 南宋 辽 金 元 明 清 民国".split()
)
_REPORTER: Final = late(
    r"(?:本[报刊网台社][\w ]{0,4}?|新华社|人民日报|特约)?(?:驻\w{1,6})?"
    r"(?:首席|见习|实习|特约)?(?:记者|通讯员|评论员|实习生|撰稿人?)[ :：]+(?=\S)"
)
_SHORTEST_CUT: Final = 2
_LONGEST: Final = 5


class Person(NamedTuple):
    """A name, what the source says the person did, and whether `等` follows it."""

    name: Name | None
    role: Role | None = None
    others: bool = False


def read_person(text: str) -> Person:
    """Take one name with its role apart; `name` is None where the text names nobody."""
    printed = tidy(text)
    whole = printed.lstrip("■●◆□○▲△★☆◎ ")  # newspapers mark their reporters by a sign
    if not has_han(whole):
        return Person(parse_name(whole))
    bare, role, others = _without_role(_REPORTER.sub("", whole, count=1))
    if len(bare) > _SHORTEST_CUT and bare.endswith("等"):  # `王明等`
        bare, others = bare[:-1].rstrip(" ,，"), True
    before = _BEFORE.match(bare)
    bare = bare[before.end() :] if before else bare
    if before and before[1] not in _DYNASTIES and has_han(bare):
        if role is None and _COUNTRY_ROLE.search(bare):
            bare, role = bare[:-1], ROLE_WORDS[bare[-1]]
        name: Name | None = Name(literal=bare)
    else:
        name = parse_name(bare)
    if name is not None and bare != printed and not name.original:
        name = Name(
            family=name.family, given=name.given, literal=name.literal, particle=name.particle,
            suffix=name.suffix, original=printed,
        )  # fmt: skip
    return Person(name, role, others)


def _without_role(text: str) -> tuple[str, Role | None, bool]:
    forms = [_IN_BRACKETS, _AFTER_BLANK, _GLUED_OTHERS, _GLUED, _GLUED_TO_BODY]
    size = 2 if text[:2] in COMPOUND_SURNAMES else 1
    if len(text) == size + 3 <= _LONGEST:
        forms.append(_GLUED_TO_FOUR)
    for form in forms:
        match = form.search(text)
        if match and match.start():
            return text[: match.start()].rstrip(" ,，"), ROLE_WORDS[match[2]], bool(match[1])
    return text, None, False
