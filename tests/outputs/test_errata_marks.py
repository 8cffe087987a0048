"""Errata are marked in the HTML without changing what a reader reads or copies."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from publicity.model import AnnualReport
from publicity.outputs.errata import mark_errata


def report(*originals: tuple[str, str | None]) -> AnnualReport:
    errata = [
        {"number": n, "section": section, "original": original, "confidence": "high", "note": "说明"}
        for n, (section, original) in enumerate(originals, 1)
    ]
    values = {
        "kind": "annual_report",
        "title": "报告",
        "serial": "2022-00001",
        "report_kind": "rule_of_law",
        "year": 2020,
    }
    return AnnualReport.model_validate(values | {"errata": errata})


class Words(HTMLParser):
    """The text of a piece of HTML, and whether its tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_an_original_becomes_a_link_to_its_note() -> None:
    """The words stand where they stood, inside a link with the erratum's number."""
    html = mark_errata("<p>召开工作会会议精神学习。</p>", report(("study", "工作会会议精神")))

    assert html == (
        '<p>召开<a class="erratum" id="mark-1" href="#erratum-1" data-number="1">工作会会议精神</a>学习。</p>'
    )


@pytest.mark.parametrize(
    "html",
    ["<p>没有这些字</p>", "<p>今年以来，今年以来</p>", "<p>今年<b>以来</b></p>", '<p><img alt="今年以来" src="a.png" /></p>',
     '<p><a href="#今年以来">见</a></p>', "<!-- 今年以来 -->"],
)  # fmt: skip
def test_what_cannot_be_marked_stays_as_it_is(html: str) -> None:
    """Words that are missing, repeated, divided by a tag, or inside a tag are left alone."""
    assert mark_errata(html, report(("decision", "今年以来"))) == html


def test_errata_of_the_header_and_of_gaps_mark_nothing() -> None:
    """What is wrong in the header or missing altogether has no place in the text."""
    html = "<p>今年以来</p>"

    assert mark_errata(html, report(("header", "今年以来"), ("intro", None))) == html


@pytest.mark.parametrize(
    "originals",
    [
        ("今年以来", "年以"),
        ("年以", "今年以来"),
        ("今年以来", "今年以来"),
        ("今年", "勘误1"),
        ("今年", "erratum"),
        ("今年", "1"),
    ],
)
def test_overlapping_errata_never_nest(originals: tuple[str, str]) -> None:
    """Of two that overlap the first is marked, and no mark is made inside another mark's tag."""
    html = mark_errata("<p>今年以来</p>", report(*(("a", one) for one in originals)))

    assert len(re.findall("<a ", html)) == 1
    assert Words(html).text == "今年以来"


@pytest.mark.parametrize("text", ["甲&乙", "甲&amp;乙", '甲"乙', "甲'乙", "三依治办[2020]49号", "100%,考试"])
def test_the_text_a_reader_copies_is_unchanged(text: str) -> None:
    """Marking adds tags and not one character of text, whatever the words hold."""
    html = f"<p>前{text.replace('&', '&amp;')}后</p>"
    marked = mark_errata(html, report(("a", text)))

    assert marked.count('class="erratum"') == 1
    assert Words(marked).text == Words(html).text
