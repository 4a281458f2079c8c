"""`litconv check`: what is missing, what is wrong, where it could come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litconv.cli.app import main
from litconv.model import Identifiers, ItemType, Record
from litconv.refine.findings import findings
from made_records import person

PAGE = Path(__file__).parents[1] / "examples" / "peer-support.txt"
COMPLETE = """@article{oak,
  author = {Alder, Q.},
  title = {An invented title},
  journal = {Journal of Leaves},
  year = {2001},
}
"""
WRONG = """@article{oak,
  title = {Another invented title},
  journal = {Gut},
  year = {1999},
  volume = {44},
  doi = {10.1136/gut.45.2.165},
  issn = {1234-5678},
  isbn = {978-3-16-148410-1},
}
"""


def run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, *options: str
) -> tuple[int, str]:
    path = tmp_path / "refs.bib"
    path.write_text(text, encoding="utf-8")
    code = main(["check", str(path), *options])
    return code, capsys.readouterr().out


def test_a_complete_file_is_clean(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, tmp_path, COMPLETE) == (0, "1 record, 1 complete\n")


def test_what_is_wrong_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = run(capsys, tmp_path, COMPLETE + WRONG)
    assert code == 1
    assert out.splitlines()[0].endswith("refs.bib:7: Another invented title")
    assert out.splitlines()[1:5] == [
        (
            "  missing authors; could come from its DOI: litconv enrich; another page or file that "
            "names the work: convert --complete, --library"
        ),
        "  ISBN 978-3-16-148410-1: wrong check digit",
        "  ISSN 1234-5678: wrong check digit",
        "  volume 44 is not the 45 of the DOI",
    ]
    assert "oak" in out.splitlines()[5]  # the key that both have
    assert out.splitlines()[-1] == "2 records, 1 complete; missing: authors 1"


def test_what_could_come_from_one_place_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(PAGE)]) == 1
    out = capsys.readouterr().out
    assert "  missing journal or book, year; could come from its DOI: litconv enrich; " in out
    assert out.count("could come from") == 1


def test_what_was_not_checked_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PAGE.with_name("list-only.txt"))]) == 1
    run = capsys.readouterr()
    assert run.out == "0 records, 0 complete\n"
    assert "error[selection-empty]" in run.err
    assert "--include related" in run.err


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PAGE), "--format", "json"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert result["missing"] == {"journal or book": 1, "year": 1}
    assert [one["field"] for one in result["findings"][0]["missing"]] == [
        "container_title",
        "issued",
    ]
    assert result["duplicate_keys"] == []


def test_a_file_that_cannot_be_read_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "nowhere.bib"]) == 3
    assert "nowhere.bib" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("record", "source"),
    [
        (
            Record(
                title="An oak",
                type=ItemType.ARTICLE_JOURNAL,
                contributors=(person("Alder"),),
                container_title="Leaves",
                identifiers=Identifiers(doi="10.1016/j.susc.2015.01.012"),
            ),
            "DOI assigned 2015, published 2015 or 2016; its DOI",
        ),
        (
            Record(
                title="An oak",
                type=ItemType.ARTICLE_JOURNAL,
                contributors=(person("Alder"),),
                container_title="Leaves",
            ),
            "its title and first author",
        ),
        (Record(type=ItemType.WEBPAGE, url="https://a.example"), "only the work itself"),
    ],
)
def test_where_a_field_could_come_from(record: Record, source: str) -> None:
    (lack,) = findings(record).missing
    assert lack.source.startswith(source)


TWIN = """@article{oak2,
  author = {Alder, Q.},
  title = {An invented title},
  journal = {Journal of Leaves},
  year = {2001},
  doi = {10.5555/LEAVES.1},
}
"""


def checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *texts: str, form: str = "text"
) -> tuple[int, str]:
    """Check files `0.bib`, `1.bib` … and give the exit code and the output without their folder."""
    paths = [tmp_path / f"{number}.bib" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    code = main(["check", *map(str, paths), "--format", form])
    return code, capsys.readouterr().out.replace(f"{tmp_path}/", "")


def test_a_key_of_two_files_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    other = COMPLETE.replace("An invented", "Quite another").replace("2001", "1987")
    assert checked(capsys, tmp_path, COMPLETE, other) == (
        1,
        "the key oak is that of 2 records: 0.bib:1, 1.bib:1\n2 records, 2 complete\n",
    )


def test_works_of_two_files_are_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    first = TWIN.replace("oak2", "oak").replace("LEAVES", "leaves")
    assert checked(capsys, tmp_path, first, TWIN) == (
        1,
        "one work by doi: 0.bib:1, 1.bib:1\n2 records, 2 complete; duplicates: 1\n",
    )


def test_duplicates_are_data_in_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = checked(capsys, tmp_path, TWIN + TWIN, form="json")
    result = json.loads(out)
    assert code == 1
    assert result["duplicate_keys"] == [{"key": "oak2", "places": ["0.bib:1", "0.bib:8"]}]
    assert result["duplicates"] == [
        {
            "title": "An invented title",
            "places": ["0.bib:1", "0.bib:8"],
            "reasons": ["doi"],
            "score": 1.0,
        }
    ]


def test_keys_that_were_made_up_are_no_duplicates(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.ris"
    record = "TY  - BOOK\nAU  - Alder, Q\nTI  - Oaks of the {}\nPB  - Leaf\nPY  - 2001\nER  - \n"
    path.write_text(record.format("north") + record.format("south"), encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == "2 records, 2 complete\n"


def test_works_that_pages_list_are_no_duplicates(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(PAGE.read_bytes())
    counts = []
    for pages in ([str(PAGE)], [str(PAGE), str(again)]):
        main(["check", *pages, "--include", "related", "--format", "json"])
        result = json.loads(capsys.readouterr().out)
        counts.append(result["records"])
        assert result["duplicates"] == []
    assert counts[1] == 2 * counts[0] > 0
