"""The report the project began with, as its source has it, and as it is published with its errata."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TODAY, record
from proofread import RULES, queries
from whole import ROOT

from publicity.checks.proofreading import check_proofreading
from publicity.content.loader import load_corpus
from publicity.finding import Finding
from publicity.settings import load_settings

HEADER_LINES = 3
SEED = (ROOT / "tests" / "golden" / "seed-report.txt").read_text(encoding="utf-8").split("\n")[HEADER_LINES:]
# Line of the text without its header, the rule, and what is quoted. All are errors a careful reader confirmed.
FOUND = [
    (1, "half-width", "正文的汉字之间有157处半角标点"),
    (1, "year-bracket", "三依治办[2020]49号"),
    (4, "organ-name", "“镇党委政府”与“镇党委、镇政府”混用"),
    (6, "wording", "“会会议”"),
    (8, "wording", "“中心学习组”"),
    (8, "wording", "“学法遵法守法用法”"),
    (10, "relative-year", "“今年”"),
    (12, "stray-space", "内部管 理和"),
    (12, "wording", "“执法过程全记录”"),
    (12, "stray-space", "村民自 治章程"),
    (16, "wording", "“追兖”"),
    (20, "stray-space", "机制 进一步"),
    (20, "ordinal", "缺少“五是”"),
]


def report(body: list[str], **fields: str) -> str:
    values = {"kind": "annual_report", "report_kind": "self_assessment", "year": "2020", "signed_on": "2021-03-01"}
    return record("2022-00001", body="\n".join(body), title="自查自评情况", category="-", **values | fields)


def queries_of(folder: Path, body: list[str], **fields: str) -> list[Finding]:
    return queries(folder, {"report/2022-00001.md": report(body, **fields)})


def test_its_known_errors_are_found_and_nothing_else(tmp_path: Path) -> None:
    """Every error of form that a reader of the report listed, at its line; no false alarm."""
    found = queries_of(tmp_path, SEED)
    first = min(one.line for one in found)

    assert [(one.line - first + 1, one.rule) for one in found] == [(line, rule) for line, rule, _ in FOUND]
    for one, (_, _, words) in zip(found, FOUND, strict=True):
        assert words in one.message
    assert not any(one.blocks for one in found)


def test_what_the_errata_tell_the_reader_is_one_line_for_the_clerk() -> None:
    """Published text is not rewritten: the page as it stands gives one line that names the errata."""
    corpus = load_corpus(load_settings(ROOT / "mkdocs.yml"))
    (found,) = (one for one in check_proofreading(corpus, RULES, TODAY) if one.path == "docs/report/2022-1843313.md")

    assert (found.rule, found.severity.value) == ("known-errata", "warn")
    assert "正文有13处与本页勘误第5、7、8、9、11、13、15、17、18、19、21、24、27条一致" in found.message


ERRATUM = "\n  - {number: 3, section: intro, %s, confidence: high, note: 差错}"


@pytest.mark.parametrize("words", ["original: 责任追兖等", "original: 追兖", "original: 完善责任", "original: 等制度"])
def test_an_error_an_erratum_touches_is_known(tmp_path: Path, words: str) -> None:
    """The erratum may quote more than the error, a part of it, or what stands right beside it."""
    (found,) = queries_of(tmp_path, ["我镇完善责任追兖等制度。"], errata=ERRATUM % words)

    assert found.rule == "known-errata"
    assert "1处与本页勘误第3条一致" in found.message


def test_an_error_no_erratum_touches_is_news(tmp_path: Path) -> None:
    """Errata elsewhere do not hide a new error."""
    found = queries_of(tmp_path, ["我镇完善责任追兖等制度，做好布署。"], errata=ERRATUM % "original: 做好布署")

    assert [one.rule for one in found] == ["known-errata", "wording"]
    assert "追兖" in found[1].message


def test_an_erratum_of_the_whole_text_names_its_rule(tmp_path: Path) -> None:
    """What has no single place, as half-width marks throughout, is tied to the rule that finds it."""
    body = ["我镇加强领导,落实责任。"]

    assert [one.rule for one in queries_of(tmp_path / "a", body)] == ["half-width"]
    (found,) = queries_of(tmp_path / "b", body, errata=ERRATUM % "rule: half-width")
    assert found.rule == "known-errata"


def test_what_errata_say_of_errors_is_not_proofread(tmp_path: Path) -> None:
    """A note quotes the wrong word to explain it."""
    errata = ERRATUM.replace("差错", "“布署”是“部署”之误") % "original: 正文"

    assert queries_of(tmp_path, ["正文。"], errata=errata) == []
