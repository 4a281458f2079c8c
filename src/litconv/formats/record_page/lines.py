"""The lines of a page, and the labels some of them are."""

from __future__ import annotations

import re
from typing import NamedTuple

from litconv.formats.record_page.pasted import unmarked, without_html
from litconv.model import Span
from litconv.source import Source
from litconv.text.patterns import late
from litconv.text.width import fold


class Line(NamedTuple):
    """One line that holds something; `text` as printed, `folded` with half-width signs."""

    number: int
    column: int
    text: str
    folded: str


def significant_lines(source: Source) -> list[Line]:
    """Give the lines that are not blank, stripped of blanks of every kind.

    What a copy can leave of HTML is taken out: tags that lay out the page (`<br>`, `<div>`) and
    character references. Tags that mark up a title (`<i>`, `<sub>`) stay. Pages that were joined
    without a line break between them are divided.
    """
    lines: list[Line] = []
    for number, plain in enumerate(unmarked(source.lines, _BY_KEY), 1):
        for column, part in without_html(plain):
            text = part.strip()
            if text:
                column += len(part) - len(part.lstrip())  # noqa: PLW2901 - where the text begins
                lines.append(Line(number, column, text, fold(text)))
    for n in range(len(lines) - 1, 0, -1):
        if lines[n].folded.startswith(CITED) and (end := _END_OF_PAGE.match(lines[n - 1].folded)):
            lines[n - 1 : n] = _divided(lines[n - 1], end.end())
    return lines


# What pages end with, and a title right behind it. A digit of the title would be taken for one of
# the number before it: `页数:232D materials`.
_END_OF_PAGE = late(
    r"(?:(?:页数|页码|頁數|頁碼) ?: ?\d+(?: ?/ ?\d+)?"
    r"|.{4,300}, (?:19|20)\d\d, ?(?:[\w.]+ ?)?(?:\([\w. /-]+\) ?)?: ?\d+ ?- ?\d+)"
    r"(?=[A-Z\u00c0-\u00de\u4e00-\u9fff])(?!D\b|页|頁)"
)


def _divided(line: Line, end: int) -> tuple[Line, Line]:
    return (
        Line(line.number, line.column, line.text[:end], line.folded[:end]),
        Line(line.number, line.column + end, line.text[end:], line.folded[end:]),
    )


def span(source: Source, line: Line) -> Span:
    """Give the place of a line."""
    return Span(source.name, line.number, line.column)


CITED, AUTHORS, AFFILIATIONS, CONTAINER = "被引", "作者", "机构", "来源"
KEYWORDS, DOI, CLC, DISCIPLINE = "关键词", "D O I", "中图分类号", "学科分类号"
ABSTRACT, CITE_BUTTON, SAVE_BUTTON = "摘要", "引用", "收藏"
PAGES, PAGE_COUNT, LIST = "页码", "页数", "相关论文"

# The labels seen on real pages, in their order there.
LABELS = (
    CITED,
    AUTHORS,
    AFFILIATIONS,
    CONTAINER,
    KEYWORDS,
    DOI,
    CLC,
    DISCIPLINE,
    ABSTRACT,
    CITE_BUTTON,
    SAVE_BUTTON,
    PAGES,
    PAGE_COUNT,
    LIST,
)
# Other spellings, from the labels of neighbouring sites and older layouts.
_SPELLINGS = {
    "被引频次": CITED,
    "被引次数": CITED,
    "被引量": CITED,
    "著者": AUTHORS,
    "作者单位": AFFILIATIONS,
    "作者机构": AFFILIATIONS,
    "来源期刊": CONTAINER,
    "刊名": CONTAINER,
    "关键字": KEYWORDS,
    "DOI": DOI,
    "中图分类": CLC,
    "分类号": CLC,
    "学科分类": DISCIPLINE,
    "相关文献": LIST,
    "参考文献": LIST,
    # the same pages shown in traditional characters
    "機構": AFFILIATIONS,
    "來源": CONTAINER,
    "關鍵詞": KEYWORDS,
    "中圖分類號": CLC,
    "學科分類號": DISCIPLINE,
    "頁碼": PAGES,
    "頁數": PAGE_COUNT,
    "相關論文": LIST,
}
# Not seen on the pages that were studied, but people will meet them; they have no blank line or
# colon to tell them by, so they are named. ISSN, ISBN and 出版社 have fields, the rest stay extra.
OTHER_LABELS = (
    "基金", "基金项目", "基金资助", "会议", "会议名称", "会议时间", "会议地点", "出版社", "出版者",
    "出版时间", "出版日期", "出版年", "年份", "发表时间", "语种", "文献类型", "文献号", "通讯作者",
    "学位", "导师", "授予单位", "专利号", "ISSN", "eISSN", "E-ISSN", "ISBN", "CN", "PMID",
)  # fmt: skip

_BY_KEY: dict[str, str] = {
    re.sub(r"\s", "", name).upper(): label
    for name, label in [
        *((one, one) for one in LABELS),
        *_SPELLINGS.items(),
        *((one, one) for one in OTHER_LABELS),
    ]
}
_SPACED = r"[\u4e00-\u9fff](?: ?[\u4e00-\u9fff]){1,7}|D ?O ?I|e-?ISSN|E-?ISSN|ISSN|ISBN|CN|PMID"
_LABEL_LINE = late(
    rf"\|?\s*+(?P<open>\[)?(?P<label>{_SPACED})(?(open)\])\s*+(?P<colon>:?)\s*+(?P<value>.*)"
)
# `被引 12`, `被引:12次`; the buttons with what they count: `引用(3)`.
_COUNTED = re.compile(
    r"\|?\s*(?P<label>被引(?:频次|次数|量)?|引用|收藏)"
    r"(?:\s*+:?\s*+(?P<count>\d[\d,]*+)\s*+次?|\s*+\(\d*+\))\s*+\|?"
)
_UNNAMED = late(r"[\u4e00-\u9fff]{2,8}")


class Label(NamedTuple):
    """A label found on a line: its name, whether litconv knows it, and the value behind it."""

    name: str
    known: bool
    value: str
    colon: bool


def read_label(line: Line) -> Label | None:
    """Give the label that a line starts with, if it is one.

    A known label counts when it stands alone or is followed by a colon; an unknown one, two to
    eight Chinese characters, only with a colon.
    """
    if button := _COUNTED.fullmatch(line.folded):
        value = button["count"] if button["label"].startswith(CITED) else ""
        return Label(_BY_KEY[button["label"]], known=True, value=value, colon=False)
    match = _LABEL_LINE.fullmatch(line.folded)
    if not match:
        return None
    key = match["label"].replace(" ", "").upper()
    name = _BY_KEY.get(key)
    colon = bool(match["colon"])
    unnamed = name is None and not (colon and _UNNAMED.fullmatch(match["label"]))
    end = len(match["value"].rstrip().removesuffix("|").rstrip())
    if unnamed or (end and not colon):
        return None
    value = line.text[match.start("value") :][:end]
    return Label(name or match["label"], known=name is not None, value=value, colon=colon)


# What the site prints around a page, no part of any record. A line counts only when it is made of
# such phrases alone: `Help seeking in adolescents` is a title.
_PHRASE = (
    r"(?:学术探索|学术期刊|新闻热点|数据分析|智能评审|立即登录|登录|注册|首页|返回顶部|上一[页篇]|下一[页篇]"
    r"|关于我们|联系我们|联系方式|帮助中心|使用帮助|意见反馈|友情链接|隐私政策|服务条款|用户协议|网站地图"
    r"|在线客服|客服|分享|微信|微博|新浪微博|朋友圈|QQ(?:空间)?|下载|收起|展开|查看更多|加载更多|打印|导出"
    r"|分享到:? ?(?:微信|微博|新浪微博|朋友圈|QQ(?:空间)?)?"
    r"|terms of use|privacy policy|contact us|about us|help|feedback|cookies?|share|print|export"
    r"|back to top|sign in|log ?in|register|previous|next)"
)
_CHROME = late(
    rf"{_PHRASE}(?:[ |/·>]+{_PHRASE})*[ |]*"
    r"|(?:客服)?(?:电话|地址|邮编|邮箱|传真) ?:.{0,60}"
    r"|.{0,40}(?:版权所有|ICP备|公网安备|All Rights Reserved|Copyright ?©).{0,80}"
    r"|[|:←→ ]+|(?:← ?)?\d{1,3}(?: ?→)?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[|: ]+")
NAVIGATION = frozenset(["学术探索", "学术期刊", "新闻热点", "数据分析", "智能评审", "立即登录"])
_LIST_COUNT = re.compile(r"共 ?(\d+) ?[条條](?:记录|结果)?")
_EMPTY_LIST = re.compile(r"empty|未找到相关数据|暂无数据|暂无相关数据", re.IGNORECASE)


def is_chrome(line: Line) -> bool:
    """Say whether the line is navigation, a footer, a pager or a lone separator."""
    return bool(_CHROME.fullmatch(line.folded))


def is_separator(line: Line) -> bool:
    """Say whether the line is a `|` or `:` that the wrapping put on a line of its own."""
    return bool(_SEPARATOR.fullmatch(line.folded))


def list_count(line: Line) -> int | None:
    """Give N of `共 N 条`, the line above a list."""
    match = _LIST_COUNT.fullmatch(line.folded)
    return int(match[1]) if match else None


def is_empty_list(line: Line) -> bool:
    """Say whether the line states that the list has no entries."""
    return bool(_EMPTY_LIST.fullmatch(line.folded))


_ENTRY = re.compile(
    r"(?P<bullet>[•·●▪‣◦*\-–—]\s*)?"
    r"(?:\[\s*(?P<number>\d{1,4})\s*\]|(?<=[•·●▪‣◦] )(?=\S))\s*(?P<rest>.*)"
)


class EntryStart(NamedTuple):
    """The first line of a list entry: its number, what follows it, and whether it has a bullet."""

    number: str
    rest: str
    bullet: bool


def entry_start(line: Line) -> EntryStart | None:
    """Read `• [21] Title`, `- [3] TITLE …`, `[3]   TITLE [J].`, `[1]` and `• Title`."""
    match = _ENTRY.fullmatch(line.folded)
    if not match:
        return None
    rest = line.text[match.start("rest") : match.end("rest")]
    return EntryStart(match["number"] or "", rest, bool(match["bullet"]))
