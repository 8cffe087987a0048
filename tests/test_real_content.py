"""The first town's own content: the report word for word, and nothing that the issue of law leaves open made up."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from whole import ROOT

from publicity.content.corpus import Corpus, Page
from publicity.model import KINDS, AnnualReport, EnforcementItem, NoticeBoard, ProcedureNotice, PublicityEvent
from publicity.project import Project, open_project
from publicity.rules import load_rules

SEED = (ROOT / "tests" / "golden" / "seed-report.txt").read_text(encoding="utf-8").split("\n")
HEADER_LINES = 3


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT / "mkdocs.yml", date(2026, 11, 22))


@pytest.fixture(scope="module")
def corpus(project: Project) -> Corpus:
    return project.corpus


def _report(corpus: Corpus) -> tuple[Page, AnnualReport]:
    page = corpus.by_uri["report/2022-1843313.md"]
    assert isinstance(page.header, AnnualReport)
    return page, page.header


def test_nothing_blocks_and_the_seed_is_honestly_warned_of(project: Project) -> None:
    """The report keeps its foreign number and its early date, and both are said."""
    warned = {one.rule for one in project.findings if one.path == "docs/report/2022-1843313.md"}

    assert not project.blocked
    assert warned <= {"foreign-index-number", "backdated", "known-errata", "deadline"}
    assert "foreign-index-number" in warned


def test_the_site_explains_the_words_that_its_pages_show(corpus: Corpus) -> None:
    """What 关于本站 quotes is what an unconfirmed record says, and the glossary knows the three words for what is open."""
    shown = (ROOT / "overrides" / "partials" / "title.html").read_text(encoding="utf-8")
    (quoted,) = re.findall(r"“(尚未核定：.*?)”", "".join(line.text for line in corpus.by_uri["guide/about.md"].lines()))

    assert quoted in shown
    assert {"待核定", "尚未核定", "未核实"} <= {term.name for term in load_rules().glossary}


def test_whoever_reads_only_the_plain_words_of_a_power_learns_of_a_remedy(corpus: Corpus) -> None:
    """Review comes first in some cases, and six months are not always six: no power ends with less."""
    for page in corpus.pages:
        if isinstance(page.header, EnforcementItem | ProcedureNotice):
            text = "\n".join(line.text for line in page.lines())
            plain = text.partition("## 白话说明")[2].partition("\n## ")[0]
            assert "复议" in plain, page.uri
            assert "您" in text or "你" not in text, page.uri


def test_the_seed_is_told_late_by_both_rules_and_nothing_moves_its_date(project: Project) -> None:
    """20 working days ended on 2021-03-29; the yearly report was asked for before 2021-04-01, if it is one."""
    told = [one for one in project.findings if one.rule == "deadline"]

    assert [(one.severity.value, one.message) for one in told] == [
        ("warn", "公开日期 2022-05-30 晚于期限 2021-03-29，迟 427 天"),
        ("warn", "公开日期 2022-05-30 晚于期限 2021-04-01，迟 424 天（自查自评不叫年度报告，是否适用由本机关认定）"),
    ]


def test_the_report_is_the_seed_word_for_word(corpus: Corpus) -> None:
    """Take the heading marks away and every line is the source's line."""
    page, _ = _report(corpus)
    lines = [re.sub(r"\s*\{#[a-z-]+\}$", "", re.sub(r"^#+ ", "", line.text)) for line in page.lines()]

    assert [line for line in lines if line and not line.startswith("{:")] == [
        line for line in SEED[HEADER_LINES:] if line
    ]


def test_the_report_carries_the_seed_header(corpus: Corpus) -> None:
    """Given cells are verbatim, blank cells blank."""
    _, report = _report(corpus)

    assert report.index_number == "000014349/2022-1843313"
    assert str(report.formed_on) == "2022-05-30"
    assert f"{report.published_at:%Y-%m-%d %H:%M}" == "2022-05-30 14:40"
    assert (report.document_number, report.issuing_organ, report.validity) == (None, None, None)


def test_the_report_has_its_facts_and_errata(corpus: Corpus) -> None:
    """172 people, two sessions, fifteen boards; the known errors with how sure we are."""
    _, report = _report(corpus)
    facts = Counter((int(fact.value), fact.unit) for fact in report.facts)

    assert facts[(172, "人")] == 2
    assert facts[(2, "场次")] == 1
    assert facts[(15, "个")] == 1
    corrected = {erratum.original: erratum.corrected for erratum in report.errata}
    assert any(original and "追兖" in original for original in corrected)
    assert len(report.errata) >= 24


def test_powers_rest_on_national_law(corpus: Corpus) -> None:
    """At least ten items, each with a statute and article."""
    items = [record for _, record in corpus.records if isinstance(record, EnforcementItem)]

    assert len(items) >= 10
    assert all(basis.article is not None for item in items for basis in item.legal_bases if "〔" not in basis.statute)


def test_the_procedures_the_town_needs_are_there(corpus: Corpus) -> None:
    """Unplanned building, land disputes, homesteads, social assistance, both penalties, review and suit."""
    titles = " ".join(record.title for _, record in corpus.records if isinstance(record, ProcedureNotice))

    for word in ("建设", "争议", "宅基地", "社会救助", "简易程序", "普通程序", "行政复议", "行政诉讼"):
        assert word in titles


def test_the_report_boards_and_plans_are_entries(corpus: Corpus) -> None:
    """The fifteen boards it counts, and five plans numbered 一二三四六 as in the source."""
    boards = [record for _, record in corpus.records if isinstance(record, NoticeBoard)]
    sources = [record.source for _, record in corpus.records if isinstance(record, PublicityEvent)]

    assert len(boards) >= 15
    assert [one.number for one in sources if one and one.serial == "2022-1843313"] == [
        "一是",
        "二是",
        "三是",
        "四是",
        "六是",
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md"), key=str), ids=lambda path: path.stem)
def test_an_editor_agrees_with_the_checks(path: Path) -> None:
    """Front matter, read as an editor reads YAML, satisfies the schema its first line names."""
    if "_fragments" in path.parts:
        return
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
    assert found, "no schema line"
    schema = json.loads((path.parent / found.group(1)).resolve().read_text(encoding="utf-8"))
    values = yaml.load(text.split("---\n")[1], _EditorLoader)

    jsonschema.validate(values, schema)


def test_the_published_schemas_are_schemas() -> None:
    """Each kind has one, and it is valid JSON Schema."""
    for kind in KINDS:
        schema = json.loads((ROOT / "docs" / "schemas" / f"{kind}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 core, as yaml-language-server reads it: a date is text."""


_EditorLoader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
