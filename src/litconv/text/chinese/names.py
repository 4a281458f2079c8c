"""Names in Chinese characters: persons taken apart, bodies told from them.

A person has two or three characters, four with a compound surname (`欧阳小明`), or the family
set off (`王 小明`, `王, 小明`). A body ends in what it is: 学会, 大学, 出版社. The single signs
that end bodies end given names too (张文会, 王社), so that a short name with a common surname in
front is a person. Source: general knowledge of the Chinese name stock.
"""

from __future__ import annotations

import re
from typing import Final

from litconv.text.chinese.surnames import COMPOUND_SURNAMES
from litconv.text.patterns import late

HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NAME: Final = late(rf"[{HAN}]+(?: [{HAN}]+)?")
_WITH_COMMA: Final = late(rf"([{HAN}]{{1,2}})\s*[,，]\s*([{HAN}]{{1,3}})")
_IN_BRACKETS: Final = re.compile(r"(?:(?<!\s)\s+)?[(（][^()（）]*[)）]$")
_BODY: Final = re.compile(
    r"大学|学院|研究|学会|协会|委员会|中心|医院|公司|集团|出版社|编辑部|课题组|编写组|小组|协作组"
    r"|组$|局$|部$|厅$|所$|院$|会$|社$|馆$|编$"
)
# What in short names decides for a body even behind a surname: 林学会, 史学会.
_SURE_BODY: Final = re.compile(r"学会|协会|公司|集团|研究|学院|编$")
# Surnames that begin no word for a body; with the ambiguous ones only 会 and 社 end a name.
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛"
    "叶阎闫余潘杜戴夏钟汪田任姜范廖邹熊陆郝孔白崔康毛邱秦江顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚"
    "张陳楊趙黃吳孫鄭謝馮蕭鄧許呂蘇盧蔣賈葉閻鍾劉龐羅"
)
_AMBIGUOUS: Final = frozenset("林高史石金文方安水卫时古")
_ENDS_OF_BOTH: Final = frozenset("会社")
_NO_PERSONS: Final = frozenset("高教社 文学社 金融社 文史会 文联会 龙江社 江苏社 金会 文会".split())
_LONGEST: Final = 4
_SHORT: Final = 3


def surname_size(text: str) -> int:
    """Give how many characters of a name are its surname."""
    return 2 if text[:2] in COMPOUND_SURNAMES and len(text) > 2 else 1  # noqa: PLR2004 - 欧阳


def names_body(text: str) -> bool:
    """Say whether a text in Chinese characters is a body's name: 某某学会, not 张文会."""
    return _BODY.search(text) is not None and not _is_person(text)


def _is_person(text: str) -> bool:
    size = surname_size(text)
    if not size < len(text) <= size + 2 or _SURE_BODY.search(text) or text in _NO_PERSONS:
        return False
    return size > 1 or text[0] in _SURNAMES or (text[0] in _AMBIGUOUS and text[-1] in _ENDS_OF_BOTH)


def family_and_given(text: str) -> tuple[str, str] | None:
    """Take `王, 小明` and `欧阳,小明` apart; `王小明, 李红` are two names and give None."""
    match = _WITH_COMMA.fullmatch(text)
    if match and (len(match[1]) == 1 or match[1] in COMPOUND_SURNAMES):
        return match[1], match[2]
    return None


def divide(text: str) -> tuple[str, str] | str:
    """Give family and given name of a person, or the bare text of what has no such parts."""
    bare = _IN_BRACKETS.sub("", text).strip(" ,;，；、")
    if parts := family_and_given(bare):
        return parts
    family, _, given = bare.partition(" ")
    if not _NAME.fullmatch(bare) or names_body(bare):
        return bare
    if given:
        return family, given
    size = surname_size(bare)
    if len(bare) > _LONGEST or (len(bare) == _LONGEST and size == 1):
        return bare
    return bare[:size], bare[size:]
