"""Letter case of titles, journals and names; every expectation is written by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from litconv.model import Name
from litconv.text.case.journals import title_case_journal
from litconv.text.case.names import recase_family, recase_name
from litconv.text.case.sentence import sentence_case
from litconv.text.script import has_cjk, has_han, has_hangul, has_kana, has_latin, is_all_caps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INVENTED TITLE IN CAPITALS", True),
        ("NATURE", True),
        ("INFLUENCE OF pH ON THE GROWTH OF GaAs FILMS", True),
        ("H2O AND CO2 ADSORPTION", True),
        ("ÉTUDE DES MÉTAUX", True),
        ("Invented Title in Capitals", False),
        ("DNA", False),
        ("PLOS ONE", False),
        ("IEEE", False),
        ("XPS", False),
        ("CO2 H2O", False),
        ("123 / 456", False),
        ("", False),
        ("同伴支持", False),
        ("DNA 甲基化研究", False),
        ("A study of the use of MOSFET and CMOS", False),
    ],
)
def test_is_all_caps(text: str, expected: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert is_all_caps(text) is expected


CAPITALS = [
    (
        "INVENTED TITLE IN CAPITALS - SUBTITLE AFTER SPACED HYPHEN .4. THIRD PART",
        "Invented title in capitals - Subtitle after spaced hyphen .4. Third part",
    ),
    ("A STUDY OF HOPE: THE FIRST YEAR", "A study of hope: The first year"),
    ("IS THIS SO? YES IT IS", "Is this so? Yes it is"),
    ("THE GARDEN—A HISTORY", "The garden—A history"),
    ('"THE OLD ROAD": A REPLY', '"The old road": A reply'),
    # acronyms
    ("AN MRI AND EEG STUDY OF DNA DAMAGE", "An MRI and EEG study of DNA damage"),
    ("THE LASER IN HIV/AIDS CARE", "The laser in HIV/AIDS care"),
    ("HEARING AIDS FOR CHILDREN", "Hearing aids for children"),
    ("A PET SCAN OF A PET", "A PET scan of a pet"),
    ("NURSE-LED CLINICS AND LED LIGHTING", "Nurse-led clinics and LED lighting"),
    ("THE PHYSICS OF MOSFETS", "The physics of MOSFETs"),
    ("BOUND BY THE CSLI RULES", "Bound by the CSLI rules"),
    (
        "INVENTED ORDER METHOD (IOM) FOR CITIES",
        "Invented order method (IOM) for cities",
    ),
    ("TARO: TALL ARCHES REBUILT OFTEN", "TARO: Tall arches rebuilt often"),
    ("COVID-19 AMONG STUDENTS", "COVID-19 among students"),
    # chemistry and physics
    ("OXIDATION OF NI(100) AND GAAS(110)", "Oxidation of Ni(100) and GaAs(110)"),
    ("ADSORPTION OF CO2 AND H2O ON SIO2", "Adsorption of CO2 and H2O on SiO2"),
    ("SI(111)7X7 AND C(2X2) LAYERS", "Si(111)7x7 and c(2x2) layers"),
    ("THE HE-NE LASER AND CS-137", "The He-Ne laser and Cs-137"),
    ("GROWTH OF GA1-XALXAS ON N-TYPE GAAS", "Growth of Ga1-xAlxAs on n-type GaAs"),
    ("YBA2CU3O7-X FILMS", "YBa2Cu3O7-x films"),
    ("BACO3 AND LACOO3 POWDERS", "BaCO3 and LaCoO3 powders"),
    ("AR+ IONS OF 5 KEV", "Ar+ ions of 5 keV"),
    ("THE ROLE OF CD4 CELLS AND BRCA1", "The role of CD4 cells and BRCA1"),
    ("AUGER-ELECTRON AND RAMAN SPECTRA", "Auger-electron and Raman spectra"),
    ("X-RAY OPTICS AND P-N JUNCTIONS", "X-ray optics and p-n junctions"),
    ("CO-OPERATION WITH CO-CR ALLOYS", "Co-operation with Co-Cr alloys"),
    # names
    ("PARKINSON'S DISEASE IN FRANCE", "Parkinson's disease in France"),
    ("THE PATIENT'S VIEW OF SMITHSON'S CURE", "The patient's view of Smithson's cure"),
    ("CHINESE STUDENTS IN NEW YORK", "Chinese students in New York"),
    ("THE LETTERS OF JOHN KEATS", "The letters of John Keats"),
    ("A BAYESIAN MONTE CARLO METHOD", "A Bayesian Monte Carlo method"),
    ("THE QUANTUM HALL EFFECT IN A HALL", "The quantum Hall effect in a hall"),
    ("ESCHERICHIA COLI AND E. COLI STRAINS", "Escherichia coli and E. coli strains"),
    ("VAN DER WAALS FORCES", "Van der Waals forces"),
    ("BEETLES (COLEOPTERA: LAMPYRIDAE)", "Beetles (Coleoptera: Lampyridae)"),
    ("NOTHING ABOUT US WITHOUT US", "Nothing about us without us"),
    ("LAMPS BY J. D. DUFFIN, LTD.", "Lamps by J. D. Duffin, Ltd."),
    ("R&D AT A&E CLINICS, I&O OR DON'T", "R&D at A&E clinics, I&O or don't"),
    ("PEACE AMONG US VETERANS: AMONG US", "Peace among US veterans: Among us"),
    ("TISI2 OR PLAN2 OF (IOT) WORK", "TiSi2 or PLAN2 of (IoT) work"),
    ("THE ESSAYS OF MCDUFFIN AND O'DUFFIN", "The essays of McDuffin and O'Duffin"),
    # neighbours decide
    ("IN MAY 1968 ALL MAY SPEAK", "In May 1968 all may speak"),
    ("US ADULTS TELL US", "US adults tell us"),
    ("VITAMIN A IS A CURE", "Vitamin A is a cure"),
    ("TYPE II ERRORS VIA MIX", "Type II errors via mix"),
    ("WORLD WAR II IN THE 20TH CENTURY", "World War II in the 20th century"),
    ("REPORT NO. 7: NO CHANGE", "Report No. 7: No change"),
    ("SMITHSON ET AL. VS. THE STATE", "Smithson et al. vs. the state"),
    # letters that are small already are facts
    ("mRNA AND pH IN GaAs GROWTH CHAMBERS", "mRNA and pH in GaAs growth chambers"),
]


@pytest.mark.parametrize(("title", "expected"), CAPITALS)
def test_title_in_capitals(title: str, expected: str) -> None:
    assert sentence_case(title, subtitles=True) == expected


TITLED = [
    ("Self-Initiated Moves: A Review", "Self-initiated moves: A review"),
    ("The US-Based Firms and X-Ray Films", "The US-based firms and X-ray films"),
    ("Freud's Theory and the Patient's View", "Freud's theory and the patient's view"),
    ("Growth of GaAs on Si(100) in France", "Growth of GaAs on Si(100) in France"),
    ("The He-Ne Laser in Co-Operative Work", "The He-Ne laser in co-operative work"),
    ("Light of the Lampyridae", "Light of the Lampyridae"),
    ("Vitamin A in a Diet", "Vitamin A in a diet"),
    ("Escherichia Coli in Cattle", "Escherichia coli in cattle"),
    ("On the Life of Charles Duffin", "On the life of Charles Duffin"),
    ("Part I: What I Saw", "Part I: What I saw"),
    ("Forces of Van Der Waals and Lie Algebras", "Forces of van der Waals and Lie algebras"),
    ("May Day, 1 May 1900, and What May Come", "May Day, 1 May 1900, and what may come"),
    (
        'Tools of <i>Homo Sapiens</i> and <span class="nocase">The Axe</span>',
        'Tools of <i>Homo sapiens</i> and <span class="nocase">The Axe</span>',
    ),
]


@pytest.mark.parametrize(("title", "expected"), TITLED)
def test_title_in_title_case(title: str, expected: str) -> None:
    assert sentence_case(title, subtitles=True) == expected


@pytest.mark.parametrize(
    "title",
    [
        "A plain title of the usual kind, with Duffin in it",
        "Zur Theorie der Elektronen in Metallen",
        "ZUR THEORIE DER ELEKTRONEN IN METALLEN",
        "LA ESTRUCTURA DE LOS METALES",
        "LES METAUX ET LEURS OXYDES",
        "La Structure des Métaux",
        "UNTERSUCHUNGEN",
        "ТЕОРИЯ МЕТАЛЛОВ",
        "基于 DEEP LEARNING 的方法",
        "中文标题",
        "かなの TITLE",
        "",
        "123",
    ],
)
def test_untouched(title: str) -> None:
    assert sentence_case(title, subtitles=True) == title


def test_small_foreign_words_do_not_make_a_title_foreign() -> None:
    assert sentence_case("DE NOVO SYNTHESIS") == "De novo synthesis"
    assert sentence_case("LOS ANGELES SMOG") == "Los Angeles smog"


def test_vancouver_keeps_subtitles_small() -> None:
    title = "THE GARDEN - A HISTORY: PART ONE"
    assert sentence_case(title) == "The garden - a history: part one"


def test_mechanical_form_lowers_names_too() -> None:
    title = "The Rivers of France: A Guide to XML"
    found = sentence_case(title, names=False)
    assert found == "The rivers of france: a guide to XML"


@pytest.mark.parametrize("expected", [expected for _, expected in CAPITALS])
def test_sentence_case_is_stable(expected: str) -> None:
    assert sentence_case(expected, subtitles=True) == expected


@given(st.text(max_size=80))
def test_only_letter_case_changes(text: str) -> None:
    assert sentence_case(text).casefold() == text.casefold()


@given(st.text(alphabet="AECIOXNSTU0123 -.:'()+/", max_size=60))
def test_only_letter_case_changes_in_capitals(text: str) -> None:
    title = f"CAPITALS AND {text}"
    assert sentence_case(title).casefold() == title.casefold()
    assert title_case_journal(title).casefold() == title.casefold()


JOURNALS = [
    ("PSYCHIATRIC REHABILITATION JOURNAL", "Psychiatric Rehabilitation Journal"),
    ("PLOS ONE", "PLOS ONE"),
    ("JAMA", "JAMA"),
    ("BMJ OPEN", "BMJ Open"),
    ("IEEE TRANSACTIONS ON ELECTRON DEVICES", "IEEE Transactions on Electron Devices"),
    ("COMMUNICATIONS OF THE ACM", "Communications of the ACM"),
    ("ACS NANO", "ACS Nano"),
    ("SIAM REVIEW", "SIAM Review"),
    ("AIDS CARE", "AIDS Care"),
    ("PHYSICAL REVIEW B", "Physical Review B"),
    ("JOURNAL OF CHROMATOGRAPHY A", "Journal of Chromatography A"),
    ("JOURNAL OF PHYSICS C-SOLID STATE PHYSICS", "Journal of Physics C-Solid State Physics"),
    ("CA-A CANCER JOURNAL FOR CLINICIANS", "CA-A Cancer Journal for Clinicians"),
    ("QJM-AN INTERNATIONAL JOURNAL OF MEDICINE", "QJM-An International Journal of Medicine"),
    ("JOURNAL OF SCIENCE & TECHNOLOGY", "Journal of Science & Technology"),
    ("SOVIET PHYSICS JETP-USSR", "Soviet Physics JETP-USSR"),
    ("SOV PHYS JETP-USSR", "Sov Phys JETP-USSR"),
    ("ZEITSCHRIFT FUR PHYSIK", "Zeitschrift fur Physik"),
    ("ZEITSCHRIFT FÜR PHYSIK", "Zeitschrift für Physik"),
    ("DIE NATURWISSENSCHAFTEN", "Die Naturwissenschaften"),
    ("REVUE DE L'INSTITUT", "Revue de l'Institut"),
    ("SURFACE SCI", "Surface Sci"),
    ("Z PHYS", "Z Phys"),
    ("J AM CHEM SOC", "J Am Chem Soc"),
    ("J APPL PHYS", "J Appl Phys"),
    ("MRS BULLETIN", "MRS Bulletin"),
    ("MOSS '07", "MOSS '07"),
    ("IRE T ELECTRON DEV", "IRE T Electron Dev"),
    ("JETP LETTERS", "JETP Letters"),
    ("EPL", "EPL"),
    ("J NUTR", "J Nutr"),
    ("INT J MOL MED", "Int J Mol Med"),
    ("CRYST. GROWTH DES.", "Cryst. Growth Des."),
    ("INVENTED OPTICS MEETING (IOM)", "Invented Optics Meeting (IOM)"),
    ("GUT", "Gut"),
    ("ELIFE", "eLife"),
    ("INVENTED ACTA SERIES II", "Invented Acta Series II"),
    ("JOURNAL OF PEER-TO-PEER COMPUTING", "Journal of Peer-to-Peer Computing"),
    ("Journal of THE Unlikely", "Journal of THE Unlikely"),
    ("物理学报", "物理学报"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "expected"), JOURNALS)
def test_journals(name: str, expected: str) -> None:
    assert title_case_journal(name) == expected


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("MORENO-KUSTNER", "Moreno-Kustner"),
        ("O'BRIEN", "O'Brien"),
        ("O’BRIEN", "O’Brien"),
        ("MCDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACKIE", "Mackie"),
        ("D'ANGELO", "D'Angelo"),
        ("ST JOHN", "St John"),
        ("VAN DER BERG", "van der Berg"),
        ("DE LA CRUZ", "de la Cruz"),
        ("LA PORTA", "La Porta"),
        ("LE GUIN", "Le Guin"),
        ("EL-SAYED", "El-Sayed"),
        ("ORTEGA Y GASSET", "Ortega y Gasset"),
        ("VANDERHOLLY", "Vanderholly"),
        ("VAN", "Van"),
        ("LI", "Li"),
        ("NG", "Ng"),
        ("X", "X"),
        ("MÜLLER", "Müller"),
        ("Duffin", "Duffin"),
        ("van Duffin", "van Duffin"),
        ("王", "王"),
    ],
)
def test_families(family: str, expected: str) -> None:
    assert recase_family(family) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="VAN DER BERG"), Name(family="Berg", particle="van der")),
        (Name(family="DE LA CRUZ"), Name(family="Cruz", particle="de la")),
        (Name(family="VON DUFFIN"), Name(family="Duffin", particle="von")),
        (Name(family="'T HOOFT"), Name(family="Hooft", particle="'t")),
        (Name(family="DI DUFFIN"), Name(family="Di Duffin")),
        (Name(family="DUFFIN JR"), Name(family="Duffin", suffix="Jr.")),
        (Name(family="DUFFIN III"), Name(family="Duffin", suffix="III")),
        (Name(family="DUFFIN", suffix="JR"), Name(family="Duffin", suffix="Jr.")),
        (Name(family="DUFFIN", given="MARY"), Name(family="Duffin", given="Mary")),
        (Name(family="DUFFIN", given="JEAN-PAUL R."), Name(family="Duffin", given="Jean-Paul R.")),
        (Name(family="DUFFIN", given="J. K."), Name(family="Duffin", given="J. K.")),
        (Name(family="DUFFIN", given="JK"), Name(family="Duffin", given="JK")),
    ],
)
def test_names(name: Name, expected: Name) -> None:
    assert recase_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [Name(family="Duffin", given="J. K."), Name(literal="INVENTED STUDY GROUP"), Name(family="王")],
)
def test_names_without_capitals_are_the_same_object(name: Name) -> None:
    assert recase_name(name) is name


def test_scripts() -> None:
    assert has_han("王")
    assert not has_han("Wang かな")
    assert has_kana("かな")
    assert not has_kana("王")
    assert has_hangul("한글")
    assert not has_hangul("王")
    assert has_cjk("a 王")
    assert not has_cjk("Müller")
    assert has_latin("é王")
    assert not has_latin("王 12 Я")
