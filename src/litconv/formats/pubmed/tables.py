"""PubMed XML: what elements are by their name; the DTD of PubMed names them all."""

from __future__ import annotations

from typing import Final

# Elements that only hold others.
SECTIONS: Final = frozenset(
    """MedlineCitation PubmedData Article Journal JournalIssue MedlineJournalInfo ArticleIdList
    PublicationTypeList BookDocument PubmedBookData Book Publisher HistoryList History GrantList
    ChemicalList CommentsCorrectionsList ReferenceList DataBankList PersonalNameSubjectList
    InvestigatorList ObjectList SupplMeshList GeneSymbolList""".split()
)
# Elements whose values are kept together.
GROUPS: Final = frozenset(
    """Grant DataBank Chemical CommentsCorrections Reference PersonalNameSubject Investigator
    Object PubMedPubDate DateCompleted DateRevised DateCreated OtherAbstract BeginningDate
    EndingDate Section""".split()
)
TEXTS: Final = {
    "Country": "publisher_place",  # of journals the country, as in MEDLINE's PL
    "Edition": "edition",
    "PublisherLocation": "publisher_place",
    "PublisherName": "publisher",
}
VARIABLES: Final = {"Medium": "medium", "VolumeTitle": "volume-title"}
NUMBERS: Final = {"Issue": "issue", "ReportNumber": "number", "Volume": "volume"}
