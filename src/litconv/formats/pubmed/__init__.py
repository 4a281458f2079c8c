"""PubMed XML, as PubMed's E-utilities (EFetch) and its website give it: `<PubmedArticleSet>`.

Specification: NLM's `pubmed.dtd` (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/).

The meaning of values is that of the MEDLINE format, the same data (`litconv.formats.nbib`):

* The full stop that ends a title is the database's; `[Translated title].` with a VernacularTitle
  is a title in its own language and the translated one.
* `<i> <b> <sup> <sub>` in titles become CSL's HTML, MathML its text; abstracts are plain, their
  parts begin with their labels.
* A MeSH heading with its qualifiers is one keyword, `Leaves/growth & development`.
* ArticleDate, the day of publication ahead of print, is kept as CSL's `available-date`, and is
  the date where there is no other.
* Grants, references, chemicals, dates of the record's own history: one extra field each, under
  the element's name; so is what else has no field. Attributes of elements (`MajorTopicYN`,
  `UI`) are not read.

Known gaps: OtherAbstract (another language or supplier) and investigators are extra fields.
"""

from __future__ import annotations

from litconv.registry import Format, LazyReader

FORMATS = (
    Format(
        name="pubmed",
        title="PubMed XML",
        shared_extensions=(".xml",),
        aliases=("pubmed-xml", "pubmedxml"),
        spec_url="https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html",
        reader=LazyReader(
            "litconv.formats.pubmed.reader:PubmedReader", "litconv.formats.pubmed.sniff:sniff"
        ),
    ),
)
