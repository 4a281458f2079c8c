"""References in text after GB/T 7714, as CNKI's 引用 dialog gives them and papers list them.

    [1] 王明, 李红, 等. 苔藓[J]. 苔藓学报, 2018, 12(3): 31-38. DOI:10.5555/moss.

Specification: GB/T 7714—2005, 2015 and 2025. The mark says what a work is and which form its
source has; punctuation may be half or full width, with or without blanks (CNKI:
`王明.苔藓[J].苔藓学报,2018,12(03):31-38.`). Entries are numbered `[1]`, `［1］`, `1.` or not at all
and may go over several lines; 摘要 and 关键词 of CNKI's 查新 stand below their entry.

A reference is divided where its punctuation is that of the standard. What has another form keeps
the entry's text in the extra field `reference`, with a diagnostic.

Known gaps: Western names without initials (`John Smith`) are taken as given and family name; the
responsible of a container are its editors; whole journals have no form of their own.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="gbt7714-text",
        title="GB/T 7714 references as text",
        shared_extensions=(".txt",),
        spec_url="https://openstd.samr.gov.cn/",
        reader=LazyReader(
            "litconv.formats.gbt7714_text.reader:Gbt7714Reader",
            "litconv.text.chinese.gbt7714:is_reference_list",
        ),
    ),
)
