"""ASCII forms of letters, for citation keys and other names that every program must take.

Latin letters lose their accents (`Müller` → `Muller`, `ø` → `o`, `ß` → `ss`). Chinese becomes
pinyin without tones; family names are read as family names (`单` is Shan, not Dan). Other scripts
are spelled by the Unicode names of their letters, which is enough to tell keys apart.
"""

from __future__ import annotations

import re
import unicodedata

from litconv.text.chinese.surnames import COMPOUND_SURNAMES
from litconv.text.patterns import late

_LATIN = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "SS",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ı": "i",
        "ħ": "h",
        "Ħ": "H",
        "ŋ": "ng",
        "Ŋ": "Ng",
        "ŧ": "t",
        "Ŧ": "T",
        "ĸ": "k",
    }
)
HAN = late(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
# The consonants' names in Unicode hold a vowel (VE, EN); these are the sounds.
_CYRILLIC = (
    "BE b VE v GHE g DE d IE e IO yo ZHE zh ZE z KA k EL l EM m EN n PE p ER r ES s TE t EF f "
    "HA kh TSE ts CHE ch SHA sh SHCHA shch YERU y"
)
_SOUNDS = dict(zip(_CYRILLIC.split()[::2], _CYRILLIC.split()[1::2], strict=True))
_LARGE_FROM_LATIN = 0x250

# Characters that are read otherwise as family names than elsewhere. Source: common knowledge of
# Chinese names; each pair is character and reading, traditional forms included.
_READINGS = (
    "单 shan 單 shan 仇 qiu 曾 zeng 解 xie 查 zha 朴 piao 区 ou 區 ou 盖 ge 蓋 ge 任 ren 华 hua "
    "華 hua 宓 mi 召 shao 覃 qin 乐 yue 樂 yue 翟 zhai 冼 xian 祭 zhai 员 yun 員 yun 秘 bi 哈 ha "
    "缪 miao 繆 miao 折 she 种 chong 種 chong 黑 he 能 nai 燕 yan 葛 ge 隗 wei 车 che 車 che "
    "尉 wei 纪 ji 紀 ji 谌 chen 諶 chen 逄 pang 佴 nai 呙 guo 宁 ning 寧 ning 洗 xian 幺 yao "
    "尹 yin 石 shi 沈 shen 瞿 qu 娄 lou 阚 kan 闞 kan 卜 bu 臧 zang 郗 xi 应 ying 應 ying 吕 lu "
    "呂 lu 令狐 linghu 尉迟 yuchi 尉遲 yuchi 万俟 moqi 萬俟 moqi 长孙 zhangsun 長孫 zhangsun "
    "澹台 tantai 澹臺 tantai 单于 chanyu 單于 chanyu 鲜于 xianyu 鮮于 xianyu 乐正 yuezheng "
    "亓官 qiguan 拓跋 tuoba 仲长 zhongchang 濮阳 puyang 濮陽 puyang 宰父 zaifu 夏侯 xiahou"
)
SURNAME_READINGS = dict(zip(_READINGS.split()[::2], _READINGS.split()[1::2], strict=True))


def fold_latin(text: str) -> str:
    """Give Latin letters without accents and ligatures; other scripts stay, as NFC."""
    if text.isascii():
        return text
    pieces: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        decomposed = unicodedata.normalize("NFD", char)
        if ord(decomposed[0]) < _LARGE_FROM_LATIN:
            pieces.append(decomposed[0].translate(_LATIN))
        elif not unicodedata.combining(char):
            pieces.append(char)
    return "".join(pieces)


def to_ascii(text: str, *, surname: bool = False) -> str:
    """Give the text in ASCII; with `surname` Chinese is read as a family name, one word.

    What has no spelling (emoji, punctuation of other scripts) is left out.
    """
    if text.isascii():
        return text
    folded = HAN.sub(lambda match: _pinyin(match[0], surname=surname), fold_latin(text))
    return "".join(char if char.isascii() else _spelled(char) for char in folded)


def _pinyin(han: str, *, surname: bool) -> str:
    """Give pinyin in small letters; the first syllables may be those of a family name."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - 2 MB of tables, only for Chinese

    lead = ""
    if surname:
        length = 2 if han[:2] in COMPOUND_SURNAMES or han[:2] in SURNAME_READINGS else 1
        lead = SURNAME_READINGS.get(han[:length], "")
        han = han[length:] if lead else han
    rest = "".join(lazy_pinyin(han, errors="ignore")) if han else ""
    return lead + fold_latin(rest.replace("ü", "u"))


def _spelled(char: str) -> str:
    """Spell a letter by its Unicode name: `И` (CYRILLIC CAPITAL LETTER I) → `I`."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "")
    last = name.rsplit(" ", maxsplit=1)[-1]
    if name.startswith("GREEK"):
        last = re.sub(r"^.* LETTER (\w).*$", r"\1", name)
    if name.startswith("CYRILLIC"):
        last = _SOUNDS.get(last, last).upper()
    spelled = last if last.isascii() and last.isalpha() and last not in {"SIGN", "MARK"} else ""
    return spelled if char.isupper() else spelled.lower()
