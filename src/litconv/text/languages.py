"""Names and codes of languages, as databases print them, to BCP 47 tags.

Sources: ISO 639-1 and 639-2 (bibliographic and terminologic codes), the English names that Web of
Science, EndNote and RefWorks print, the Chinese names of CNKI and Wanfang, those of the commonest
languages in catalogues of western Europe.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TABLE: Final = """
ar ara arabic 阿拉伯语 阿拉伯文|bg bul bulgarian|ca cat catalan|cs cze ces czech|da dan danish
de ger deu german deutsch 德语 德文|el gre ell greek|en eng english 英语 英文
es spa spanish español espanol castellano 西班牙语 西班牙文|et est estonian|eu baq eus basque
fa per fas persian farsi|fi fin finnish|fr fre fra french français francais 法语 法文
he heb hebrew|hi hin hindi|hr hrv croatian|hu hun hungarian|id ind indonesian
is ice isl icelandic|it ita italian italiano 意大利语 意大利文|ja jpn japanese 日语 日文 日本語
ko kor korean 朝鲜语 韩语 韩文 朝鲜文|la lat latin|lt lit lithuanian|lv lav latvian
ms may msa malay|nl dut nld dutch flemish|no nor norwegian|pl pol polish
pt por portuguese português portugues 葡萄牙语|ro rum ron romanian
ru rus russian 俄语 俄文|sk slo slk slovak|sl slv slovenian slovene|sr srp serbian
sv swe swedish|th tha thai|tr tur turkish|uk ukr ukrainian|vi vie vietnamese
zh chi zho chinese 中文 汉语 汉文 中文简体 mandarin
af afr afrikaans|az aze azerbaijani|be bel belarusian byelorussian|bn ben bengali
bo tib bod tibetan 藏语 藏文|bs bos bosnian|cy wel cym welsh|eo epo esperanto|ga gle irish
gl glg galician|gu guj gujarati|hy arm hye armenian|ka geo kat georgian|kk kaz kazakh 哈萨克文
km khm khmer|kn kan kannada|ky kir kirghiz kyrgyz|lo lao lao|mk mac mkd macedonian
ml mal malayalam|mn mon mongolian 蒙古语 蒙古文|mr mar marathi|my bur mya burmese|ne nep nepali
pa pan punjabi|ps pus pashto|sa san sanskrit|si sin sinhala sinhalese|sq alb sqi albanian
sw swa swahili|ta tam tamil|te tel telugu|tl tgl tagalog filipino|ug uig uighur 维吾尔文
ur urd urdu|uz uzb uzbek
"""
# What German, French, Spanish, Italian and Portuguese catalogues call the languages they hold most.
_ABROAD: Final = """
en englisch anglais inglés ingles inglese inglês|de allemand alemán aleman tedesco alemão
fr französisch francés frances francese francês|es spanisch espagnol spagnolo espanhol
it italienisch italien|pt portugiesisch portugais portugués|ru russisch russe ruso russo
zh chinesisch chinois chino cinese chinês|ja japanisch japonais japonés giapponese japonês
la latein latín|nl niederländisch néerlandais neerlandés olandese|pl polnisch polonais polaco
sv schwedisch suédois sueco|da dänisch danois danés|tr türkisch turc turco|ar arabisch arabe árabe
el griechisch grec griego|cs tschechisch tchèque checo|hu ungarisch hongrois húngaro
ko koreanisch coréen coreano
"""
# Codes that MEDLINE used until 2008.
_OLD: Final = {"scr": "hr", "scc": "sr"}


def _rows(table: str) -> list[list[str]]:
    return [row.split() for line in table.split("\n") for row in line.split("|") if row]


_ROWS: Final = _rows(_TABLE)
_TAGS: Final = {name: names[0] for names in _rows(_ABROAD) + _ROWS for name in names} | _OLD
_TAG: Final = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{1,8})*)")
_SEVERAL: Final = re.compile(r"(?:(?<!\s)\s+)?[;,/|、，；]\s*|(?<!\s)\s+and\s+")


@lru_cache(maxsize=512)  # a bibliography names few languages, and each for every record
def language_tag(text: str) -> str:
    """Give the BCP 47 tag of a language's name or code, `English` → `en`, `chi` → `zh`.

    A text that is none of those known, or names several languages, comes back as it is.
    """
    bare = text.strip(" ;；,，.。\t\n")  # CNKI: `中文;`
    known = _TAGS.get(bare.casefold())
    if known:
        return known
    match = _TAG.fullmatch(bare)
    if match and match[2]:
        base = _TAGS.get(match[1].casefold(), match[1].casefold())
        return base + match[2].replace("_", "-")
    several = _SEVERAL.split(bare)
    tags = {_TAGS.get(one.casefold(), "") for one in several}
    return tags.pop() if len(tags) == 1 and "" not in tags else bare


_ROW_OF: Final = {names[0]: names for names in _ROWS}
_LONGEST_CODE: Final = 3


def bibliographic_code(tag: str) -> str:
    """Give the code of ISO 639-2/B that MEDLINE prints, `zh` → `chi`; other tags as they are."""
    names = _ROW_OF.get(tag)
    return names[1] if names else tag


def english_name(tag: str) -> str:
    """Give the English name that Web of Science prints, `zh` → `Chinese`; other tags as are."""
    for name in _ROW_OF.get(tag, ())[2:]:
        if len(name) > _LONGEST_CODE or name == "lao":
            return name.capitalize()
    return tag
