"""What the Chinese databases CNKI, Wanfang and VIP write in whatever format they export.

Their EndNote, RefWorks, NoteExpress and 自定义 files differ in tags only; the words for types and
degrees, the lists of names and the plain markup of formulas are the same. Sources: the export
forms of cnki.net, wanfangdata.com.cn and cqvip.com as users meet them. Letter codes are those of
GB/T 3469 and GB/T 7714 (`J`, `D`, `C`, `N`, `P`, `S`, `M`, `R`).
"""

from __future__ import annotations

import re
from typing import Final

from litconv.model import ItemType
from litconv.text.chinese.names import family_and_given
from litconv.text.chinese.people import ROLE_WORDS
from litconv.text.chinese.surnames import COMPOUND_SURNAMES
from litconv.text.names import is_body
from litconv.text.patterns import late
from litconv.text.script import has_han
from litconv.text.width import fold_letters, tidy

_TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "期刊 期刊论文 期刊文章 学术期刊 中文期刊 外文期刊 辑刊 特色期刊 "
    "学术辑刊 期刊文献 J CJFD CJFQ",
    ItemType.THESIS: "硕士 博士 学位 学位论文 硕士论文 博士论文 硕士学位论文 博士学位论文 优秀硕士 "
    "优秀博士 硕博论文 硕士学位 博士学位 D CMFD CDFD",
    ItemType.PAPER_CONFERENCE: "会议 会议论文 中国会议 国内会议 国际会议 会议文章 C CPFD IPFD",
    ItemType.ARTICLE_NEWSPAPER: "报纸 报纸文章 重要报纸 中国重要报纸 N CCND",
    ItemType.PATENT: "专利 中国专利 发明专利 国外专利 海外专利 发明公开 发明授权 实用新型 外观设计 "
    "P SCPD",
    ItemType.STANDARD: "标准 国家标准 行业标准 中国标准 国外标准 团体标准 地方标准 标准文献 S SCSD",
    ItemType.BOOK: "图书 专著 书籍 著作 编著 M",
    ItemType.COLLECTION: "汇编 论文集 G",
    ItemType.CHAPTER: "图书章节 析出文献 书中章节 年鉴 工具书 A CYFD",
    ItemType.REPORT: "报告 科技报告 成果 科技成果 研究报告 R SNAD",
    ItemType.LEGISLATION: "法规 法律 法律法规 政策法规",
    ItemType.WEBPAGE: "网页 电子资源 网络资源 网络文献 电子公告 EB EB/OL",
    ItemType.DATASET: "数据 数据集 数据库 DB DS",
    ItemType.SOFTWARE: "软件 计算机程序 CP",
    ItemType.MAP: "地图 舆图 CM",
    ItemType.ARTICLE: "预印本",
    ItemType.DOCUMENT: "其他 其它 未说明 Z",
}
TYPE_WORDS: Final = {word: type_ for type_, words in _TYPES.items() for word in words.split()}
"""Words and letter codes for types of works, in capitals where they have letters."""

_BRACKETED: Final = re.compile(r"^[\[［【(（]?(.*?)[\]］】)）]?$")
_DEGREE: Final = late(
    r"(?:[博硕学]士(?:后)?|专业硕士|同等学力硕士|高校教师|在职硕士)(?:学位)?(?:论文)?"
    r"|(?:(?:master|doctor|bachelor)(?:['’]?s)?(?: of [\w ]+?)?|doctoral|ph\.? ?d\.?|m\.?sc?\.?"
    r"|m\.?a\.?)(?: (?:thesis|dissertation))?",
    re.IGNORECASE,
)


def type_of_word(text: str) -> ItemType | None:
    """Give the type that a Chinese word or a letter code stands for: `硕士`, `会议论文`, `[J]`."""
    match = _BRACKETED.match(fold_letters(tidy(text)))
    return TYPE_WORDS.get(match[1].strip().upper()) if match else None


def is_degree(text: str) -> bool:
    """Say whether a text is the degree that a thesis was written for: `硕士`, `博士学位论文`."""
    return _DEGREE.fullmatch(tidy(text)) is not None


_COUNTED: Final = re.compile(r"(?:第\s*)?(\d+)\s*[卷期辑]")


def bare_number(text: str) -> str:
    """Give the number of `第3卷`, `04期`; other texts as they are."""
    match = _COUNTED.fullmatch(fold_letters(text.strip()))
    return match[1] if match else text


# ---------------------------------------------------------------------------- people

_SEMICOLON: Final = re.compile(r"(?:(?<!\s)\s+)?(?:[;；|\n]|%A(?![a-z]))\s*")
_HAN_COMMA: Final = re.compile(r"(?:(?<!\s)\s+)?[,，、](?!\d)\s*|\s{2,}")
_LATIN_COMMA: Final = re.compile(r"(?:(?<!\s)\s+)?[,，]\s*")
# What numbers a Chinese name's affiliation: `王小明~1`, `王小明①`, `王小明*`, `王小明[1,2]`.
_MARKS: Final = late(r"(?<=[\u3400-\u9fff])(?:~?[(（\[]?\d+(?:[,，]\d+)*[)）\]]?|[*＊①-⑳])+$")
_TWO_WORDS: Final = 2
_LABEL: Final = re.compile(r".*(?:记者|通讯员|评论员|实习生|撰稿人?)")
_HAN_WORDS: Final = late(r"[\u3400-\u9fff]{2,4}(?: [\u3400-\u9fff]{2,4})+")


def split_chinese_people(text: str) -> list[str]:
    """Divide a list of names as Chinese databases join them.

    `王小明;李红;`, `王小明，李红`, `王小明 李红`, `Ann Alder;Bo Birch`, `Ann Alder,Bo Birch`:
    semicolons always divide; commas divide Chinese names, and Latin ones where each part is of
    two words and none a body, for `Alder, Ann` is one name. Marks of affiliations are cut.
    """
    found: list[str] = []
    for one in _SEMICOLON.split(text):
        part = one.strip()
        if family_and_given(part):  # `王, 小明`
            found.append(part)
        elif has_han(part):
            for piece in _HAN_COMMA.split(part):
                found += _by_blanks(piece.strip())
        else:
            found += _latin(part)
    return [name for one in found if (name := _MARKS.sub("", tidy(one)).strip(" ,，"))]


_ROLE_WORDS: Final = frozenset((*ROLE_WORDS, "作者"))


def _by_blanks(text: str) -> list[str]:
    """Divide `王小明 李红`; `王 小明`, `欧阳 小明` and bodies are one."""
    if not _HAN_WORDS.fullmatch(text):
        return [text]
    words = text.split(" ")
    if any(is_body(word) for word in words if word not in _ROLE_WORDS):
        return [text]
    if len(words) == _TWO_WORDS and words[0] in COMPOUND_SURNAMES:
        return [text]
    for number in range(len(words) - 1, 0, -1):
        # `王小明 主编`, `本报记者 王小明`: what a person did or is goes with the name.
        if words[number] in _ROLE_WORDS or _LABEL.fullmatch(words[number - 1]):
            words[number - 1 : number + 1] = [f"{words[number - 1]} {words[number]}"]
    return words


def _latin(text: str) -> list[str]:
    parts = [part for part in _LATIN_COMMA.split(text) if part]
    if len(parts) < _TWO_WORDS or is_body(text):
        return [text]
    if all(" " in part for part in parts):
        return parts
    return [text]


# ---------------------------------------------------------------------------- plain markup

_RAISED: Final = late(r"~\(([^()~\u3400-\u9fff]{1,12})\)")
_LOWERED: Final = late(r"(?<=[\w)\]])_\(([^()_\u3400-\u9fff]{1,12})\)")
# Single signs: only after a chemical element or a bracket (`ABC_1` is a name), or m², cm³.
_INDEX: Final = re.compile(r"(?<![A-Z]{3})(?:(?<=[A-Z])|(?<=[A-Z][a-z])|(?<=[)\]]))_(\d)(?![\d.])")
_POWER: Final = re.compile(r"(?<![A-Za-z])([cdkmnμ]?m)~([23])(?![\w(])")


def rich_markup(text: str) -> str:
    """Turn CNKI's plain markup of formulas into tags, where it is certain; the rest stays.

    `Ca~(2+)` → `Ca<sup>2+</sup>`, `C_(60)` → `C<sub>60</sub>`, `H_3PO_4`, `km~2`. A tilde between
    numbers is a range, an underscore between words a name: `5~9`, `file_1` are left alone.
    """
    if "~" not in text and "_" not in text:
        return text
    text = _RAISED.sub(r"<sup>\1</sup>", text)
    text = _LOWERED.sub(r"<sub>\1</sub>", text)
    text = _INDEX.sub(r"<sub>\1</sub>", text)
    return _POWER.sub(r"\1<sup>\2</sup>", text)
