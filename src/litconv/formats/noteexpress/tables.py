"""NoteExpress: what its types and tags mean, both ways. Odd rows say which program they are from.

The names are the English ones of NoteExpress's own field list, which all exports use; Chinese
field names come from users' own output styles.
"""

from __future__ import annotations

from typing import Final

from litconv.model import IN_PERIODICALS, WHOLE_WORKS, ItemType, Role

TYPE: Final = "Reference Type"

# CSL type ↔ Reference Type. Each name reads back as the first type that has it.
TYPES: Final = {
    ItemType.ARTICLE_JOURNAL: "Journal Article",
    ItemType.ARTICLE_MAGAZINE: "Magazine Article",
    ItemType.ARTICLE_NEWSPAPER: "Newspaper Article",
    ItemType.BILL: "Bill",
    ItemType.BOOK: "Book",
    ItemType.CHAPTER: "Book Section",
    ItemType.DATASET: "Data Set",
    ItemType.DOCUMENT: "Generic",
    ItemType.FIGURE: "Figure",
    ItemType.GRAPHIC: "Artwork",
    ItemType.HEARING: "Hearing",
    ItemType.LEGAL_CASE: "Case",
    ItemType.LEGISLATION: "Statute",
    ItemType.MANUSCRIPT: "Unpublished Work",
    ItemType.MAP: "Map",
    ItemType.MOTION_PICTURE: "Film or Broadcast",
    ItemType.PAPER_CONFERENCE: "Conference Proceedings",  # CNKI, Wanfang: the paper, not the whole
    ItemType.PATENT: "Patent",
    ItemType.PERSONAL_COMMUNICATION: "Personal Communication",
    ItemType.REGULATION: "Legal Rule or Regulation",
    ItemType.REPORT: "Report",
    ItemType.SOFTWARE: "Computer Program",
    ItemType.STANDARD: "Standard",
    ItemType.THESIS: "Thesis",
    ItemType.WEBPAGE: "Web Page",
    # No type of their own in NoteExpress: the nearest one, and the type is reported.
    ItemType.ARTICLE: "Unpublished Work",
    ItemType.BROADCAST: "Film or Broadcast",
    ItemType.CLASSIC: "Book",
    ItemType.COLLECTION: "Generic",
    ItemType.ENTRY: "Book Section",
    ItemType.ENTRY_DICTIONARY: "Book Section",
    ItemType.ENTRY_ENCYCLOPEDIA: "Book Section",
    ItemType.EVENT: "Generic",
    ItemType.INTERVIEW: "Personal Communication",
    ItemType.MUSICAL_SCORE: "Generic",
    ItemType.PAMPHLET: "Book",
    ItemType.PERFORMANCE: "Generic",
    ItemType.PERIODICAL: "Generic",
    ItemType.POST: "Web Page",
    ItemType.POST_WEBLOG: "Web Page",
    ItemType.REVIEW: "Journal Article",
    ItemType.REVIEW_BOOK: "Journal Article",
    ItemType.SONG: "Generic",
    ItemType.SPEECH: "Generic",
    ItemType.TREATY: "Legal Rule or Regulation",
}
_ALSO_READ: Final = {
    "articles": ItemType.ARTICLE_JOURNAL,
    "ancient text": ItemType.CLASSIC,
    "audiovisual material": ItemType.MOTION_PICTURE,
    "chart or table": ItemType.FIGURE,
    "classical work": ItemType.CLASSIC,
    "conference paper": ItemType.PAPER_CONFERENCE,
    "conference": ItemType.PAPER_CONFERENCE,
    "dataset": ItemType.DATASET,
    "degree thesis": ItemType.THESIS,
    "dictionary": ItemType.ENTRY_DICTIONARY,
    "dissertation": ItemType.THESIS,
    "edited book": ItemType.BOOK,
    "electronic article": ItemType.ARTICLE_JOURNAL,
    "electronic book": ItemType.BOOK,
    "electronic source": ItemType.WEBPAGE,
    "electronic": ItemType.WEBPAGE,
    "encyclopedia": ItemType.ENTRY_ENCYCLOPEDIA,
    "journal": ItemType.ARTICLE_JOURNAL,
    "manuscript": ItemType.MANUSCRIPT,
    "newspaper": ItemType.ARTICLE_NEWSPAPER,
    "online database": ItemType.DATASET,
    "scientific report": ItemType.REPORT,
    "technical report": ItemType.REPORT,
    "software": ItemType.SOFTWARE,
    "website": ItemType.WEBPAGE,
}
TYPE_OF: Final = {name.lower(): type_ for type_, name in reversed(TYPES.items())} | _ALSO_READ

# Other names of a tag, in small letters.
ALIASES: Final = {
    "subsidiary author,": "Subsidiary Author",  # CNKI, a slip of theirs
    "author affiliation": "Author Address",
    "affiliation": "Author Address",
    "doi number": "DOI",
    "digital object identifier": "DOI",
    "electronic resource number": "DOI",
    "isbn": "ISBN/ISSN",
    "issn": "ISBN/ISSN",
    "issn/isbn": "ISBN/ISSN",
    "图书印刷版isbn": "ISBN/ISSN",  # CNKI, foreign books
    "图书电子版isbn": "ISBN/ISSN",
    "keyword": "Keywords",
    "note": "Notes",
    "link": "URL",
    "type": "Type of Work",
    "page": "Pages",
    "number of pages": "Page Count",
    "book title": "Secondary Title",
    "conference name": "Conference",
    "series": "Series Title",
    "alternate journal": "Journal Abbreviation",
    "access date": "Accessed",
    "date accessed": "Accessed",
    "clc number": "CLC",
    "conference place": "Conference Location",
    "文献类型": TYPE,
    "题录类型": TYPE,
    "参考文献类型": TYPE,
    "题名": "Title",
    "标题": "Title",
    "作者": "Author",
    "作者地址": "Author Address",
    "作者单位": "Author Address",
    "单位": "Author Address",
    "期刊": "Journal",
    "刊名": "Journal",
    "年": "Year",
    "年份": "Year",
    "卷": "Volume",
    "期": "Issue",
    "页码": "Pages",
    "日期": "Date",
    "关键词": "Keywords",
    "摘要": "Abstract",
    "出版社": "Publisher",
    "出版者": "Publisher",
    "出版地": "Place Published",
    "语言": "Language",
    "语种": "Language",
    "备注": "Notes",
    "附注": "Notes",
    "链接": "URL",
    "网址": "URL",
    "数据库": "Database Provider",
    "数据库提供者": "Database Provider",
    "版本": "Edition",
    "分类号": "CLC",
    "中图分类号": "CLC",
    "译者": "Translator",
    "导师": "Supervisor",
}

# Field of the model ↔ tag, one text each, whatever the type.
TEXTS: Final = {
    "id": "Label",
    "title": "Title",
    "title_short": "Short Title",
    "container_title_short": "Journal Abbreviation",
    "publisher": "Publisher",
    "edition": "Edition",
    "url": "URL",
}
NUMBERS: Final = {"volume": "Volume", "issue": "Issue", "number": "Number"}

# CSL variable ↔ tag.
VARIABLES: Final = {
    "source": "Database Provider",
    "call-number": "Call Number",
    "number-of-volumes": "Number of Volumes",
    "section": "Section",
    "original-title": "Original Title",
}

JOURNALS: Final = IN_PERIODICALS
# Whole works: Secondary Title is their series, a lone number of pages their length.
WHOLE: Final = WHOLE_WORKS | {ItemType.THESIS}

# Role ↔ tag; the second table goes before the first for its types.
ROLES: Final = {
    Role.AUTHOR: "Author",
    Role.EDITOR: "Secondary Author",
    Role.COLLECTION_EDITOR: "Tertiary Author",
    Role.TRANSLATOR: "Subsidiary Author",
}
_OF_WHOLE: Final = {
    Role.COLLECTION_EDITOR: "Secondary Author",
    Role.EDITOR: "Tertiary Author",
}
ROLES_OF_TYPE: Final = {
    ItemType.BOOK: _OF_WHOLE,
    ItemType.PAPER_CONFERENCE: {
        Role.ORGANIZER: "Subsidiary Author",  # CNKI: 主办单位
        Role.TRANSLATOR: "Translator",
    },
}
READ_ROLES: Final = {"Editor": Role.EDITOR, "Translator": Role.TRANSLATOR}

SUPERVISOR: Final = ("导师: ", "Supervisor: ")

# The order in which databases write the tags; others come before the notes.
ORDER: Final = (
    *("Title", "Short Title", "Translated Title", "Author", "Secondary Author"),
    *("Tertiary Author", "Subsidiary Author", "Translator", "Author Address", "Journal"),
    *("Journal Abbreviation", "Secondary Title", "Tertiary Title", "Series Title"),
    *("Conference Location", "Place Published", "Publication Place", "Publisher", "Year", "Date"),
    *("Edition", "Volume", "Issue", "Number", "Pages", "Type of Work", "ISBN/ISSN", "DOI", "URL"),
    *("Access Date", "Accession Number", "Keywords", "CLC", "Abstract", "Language", "Label"),
    *VARIABLES.values(),
)
