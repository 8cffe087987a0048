"""The check as a whole: what is let out and until when, what is joined, and that nothing is repeated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import TODAY, Pages, broken_town, corpus_of, findings_of, make_town, page, record
from openpyxl import Workbook
from personal import IDENTITY, IDENTITY_X, MOBILE, RAW

from publicity.checks.personal_info import check_personal_info, check_rendered_numbers
from publicity.finding import Finding, Severity
from publicity.outputs.findings import render_github, render_json, render_summary, render_text
from publicity.rules.allowed import Allowed, AllowedList

LATER = date(2026, 12, 31)


def entry(**changes: object) -> Allowed:
    fields = {
        "id": "duty-2026",
        "file": "docs/a.md",
        "rule": "mobile",
        "masked": "138******78",
        "source": "个人信息保护法第二十五条",
        "reason": "本人同意",
        "approved_by": "司法所",
        "until": LATER,
    }
    return Allowed.model_validate(fields | changes)


def found(folder: Path, pages: Pages, *entries: Allowed) -> list[Finding]:
    # The check asks for nothing else of the rules.
    rules = SimpleNamespace(allowed=AllowedList(entries))
    return sorted(check_personal_info(corpus_of(make_town(folder, pages)), rules, TODAY))  # type: ignore[arg-type]


ONE = {"a.md": page(f"值班 {MOBILE}\n")}


def test_a_reviewed_entry_lets_its_number_out(tmp_path: Path) -> None:
    """To the end of its last day, wherever in the file it stands."""
    twice = {"a.md": page(f"值班 {MOBILE}\n\n再说 {MOBILE}\n")}

    assert found(tmp_path, twice, entry(count=2)) == []
    assert found(tmp_path, twice, entry(count=2, until=TODAY)) == []


def test_an_entry_lets_out_no_more_places_than_it_names(tmp_path: Path) -> None:
    """Another number of the same masked form is somebody else's: all of them are stopped, and why is said."""
    findings = found(tmp_path, {"a.md": page(f"值班 {MOBILE}\n\n私人 13811111178\n")}, entry())

    assert [(one.line, one.rule, one.blocks) for one in findings] == [(6, "mobile", True), (8, "mobile", True)]
    assert all("只放行1处，样子相同的有2处" in one.message for one in findings)


@pytest.mark.parametrize(
    "change", [{"file": "docs/b.md"}, {"rule": "landline"}, {"masked": "138******79"}], ids=["file", "rule", "masked"]
)
def test_an_entry_for_something_else_lets_nothing_out(tmp_path: Path, change: dict[str, str]) -> None:
    """And is told to be idle."""
    findings = found(tmp_path, ONE, entry(**change))

    assert [(one.path, one.rule, one.severity) for one in findings] == [
        ("data/allowed_personal_info.yml", "allowed", Severity.WARN),
        ("docs/a.md", "mobile", Severity.BLOCK),
    ]
    assert "duty-2026" in findings[0].message


def test_an_expired_entry_blocks_again_and_says_so(tmp_path: Path) -> None:
    """It is not idle: what it let out is still there."""
    (one,) = found(tmp_path, ONE, entry(until=date(2026, 11, 21)))

    assert one.blocks
    assert "放行登记 duty-2026 已于 2026-11-21 到期" in one.message


def test_an_idle_entry_warns(tmp_path: Path) -> None:
    """What nobody needs any more is to be struck off."""
    (one,) = found(tmp_path, {"a.md": page()}, entry())

    assert (one.path, one.rule, one.severity) == ("data/allowed_personal_info.yml", "allowed", Severity.WARN)


def test_a_sign_off_of_a_scan_is_not_idle_here(tmp_path: Path) -> None:
    """Its file is another check's business."""
    assert found(tmp_path, {"a.md": page()}, entry(masked=None, sha256="0" * 64)) == []


def test_two_masks_on_two_pages_point_at_each_other(tmp_path: Path) -> None:
    """Each finding names the other place."""
    pages = {
        "a.md": page("户主罗小山，522732********3017。\n"),
        "b.md": page("申请人罗小山，522***********3017。\n"),
    }
    findings = found(tmp_path, pages)

    assert [(one.path, one.line, one.column, one.rule, one.blocks) for one in findings] == [
        ("docs/a.md", 6, 7, "mask", True),
        ("docs/b.md", 6, 8, "mask", True),
    ]
    assert "docs/b.md:6" in findings[0].message
    assert "docs/a.md:6" in findings[1].message


def test_one_mask_everywhere_is_nothing(tmp_path: Path) -> None:
    """The same style on every page restores nothing."""
    pages = {name: page("户主罗小山，522732********3017。\n") for name in ("a.md", "b.md")}

    assert found(tmp_path, pages) == []


def rendered(folder: Path, html: str, *entries: Allowed) -> list[Finding]:
    corpus = corpus_of(make_town(folder, {"a.md": page()}))
    rules = SimpleNamespace(allowed=AllowedList(entries))
    return list(check_rendered_numbers(corpus, corpus.pages[0], html, rules, TODAY))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "html",
    [
        '<p>电话<a href="x/">138</a><a href="y/">12345678</a></p>',
        "<p>电话<em>138</em>\n1234<span>5678</span></p>",
        "<p>电话&#49;&#51;&#56;12345678</p>",
        "<table><tr><th>姓名</th><th>电话</th></tr><tr><td>韦明明</td><td>138<b>12345678</b></td></tr></table>",
        "<ul><li>138<code>12345678</code></li></ul>",
    ],
)
def test_a_number_is_found_in_what_the_reader_sees(tmp_path: Path, html: str) -> None:
    """Tags, links and entities are gone by then."""
    (one,) = rendered(tmp_path, html)

    assert (one.path, one.line, one.rule, one.blocks) == ("docs/a.md", 1, "mobile", True)
    assert one.message == "网页里（源文件里是拆开写的）有手机号“138******78”"


@pytest.mark.parametrize(
    "html",
    [
        "<p>138</p><p>金额 12345678</p>",
        f'<p><a href="https://www.example.gov.cn/{MOBILE}">甲</a></p>',
        "<p>贵A12345，微信 abc12345</p>",
        f"<p>索引号{MOBILE}</p>",
    ],
    ids=["blocks", "attribute", "no-numbers", "warning"],
)
def test_the_second_look_is_for_numbers_that_block(tmp_path: Path, html: str) -> None:
    """What the source shows is told from the source, at its line."""
    assert rendered(tmp_path, html) == []


def test_what_is_let_out_passes_the_second_look(tmp_path: Path) -> None:
    """An entry holds for the page however it is read."""
    assert rendered(tmp_path, f"<p>值班 {MOBILE}</p>", entry()) == []


def nowhere(findings: list[Finding], raw: tuple[str, ...]) -> None:
    """No eight digits in a row of any number stand in anything that is told."""
    shapes = (render_text, render_json, render_github, lambda all_: render_summary(list(all_), "完"))
    for one in findings:
        for render in shapes:
            text = render([one])
            parts = [number[at : at + 8] for number in raw for at in range(len(number) - 7)]
            assert [part for part in parts if part in text] == [], one.rule


def test_nothing_that_is_told_repeats_a_number(tmp_path: Path) -> None:
    """Of no check, in no shape, over the broken tree and two attachments with numbers in them."""
    config = broken_town(tmp_path, "personal-info", organ_code="QSZ000001")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number in RAW:
        sheet.append(["韦明明", number])
    book.save(tmp_path / "docs" / "files" / f"{MOBILE}.xlsx")
    (tmp_path / "docs" / "files" / "all.csv").write_text("\n".join(RAW), encoding="utf-8")
    findings = findings_of(config)
    disguised = tuple(f"1{digit}{MOBILE[2:]}" for digit in "3456789")

    assert len(findings) > 40
    nowhere(findings, (*RAW, *disguised, "13912345678", "13612345678"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("serial", IDENTITY),
        ("index_number", IDENTITY),
        ("formed_on", IDENTITY),
        ("published_at", MOBILE),
        ("document_number", f"青府发〔{IDENTITY}〕1号"),
        ("category", f'"{IDENTITY_X}"'),
        ("issuing_organ", f"青石镇{MOBILE}"),
        ("kind", IDENTITY),
        (IDENTITY, "甲"),
        ("title", f"'{IDENTITY}"),
        ("attachments", f"[{{file: attachments/{IDENTITY}.pdf, title: 甲}}]"),
    ],
)
def test_no_check_repeats_a_number_typed_into_a_field(tmp_path: Path, field: str, value: str) -> None:
    """A wrong value is shown to be mended, but not when it is somebody's number."""
    findings = findings_of(make_town(tmp_path, {"disclosure/2026/2026-00001.md": record(**{field: value})}))

    assert findings
    nowhere(findings, RAW)


@pytest.mark.parametrize(
    "body",
    [
        f"[甲](../files/{IDENTITY}.pdf)",
        f"[甲](javascript:{IDENTITY})",
        f"![甲](http://www.example.gov.cn/{IDENTITY}.png)",
        f"![]({IDENTITY}.png)",
        f"[甲](#{IDENTITY})",
        f"[甲](/{'a' * 30}{IDENTITY})",
        f"## {IDENTITY}\n\n甲\n\n## {IDENTITY}\n\n#### {IDENTITY}",
        f"<b-{IDENTITY}>甲",
        f"{{!_fragments/{IDENTITY}.md!}}",
        f"《{IDENTITY}法》第{IDENTITY}条",
        f"{IDENTITY}，，{IDENTITY}的的（{IDENTITY}",
        f"一是{IDENTITY}。三是{MOBILE}。",
        f"| 甲 | 数 |\n| --- | --- |\n| 乙 | {MOBILE} |\n| 丙 | 3 |\n| 合计 | 13812345680 |",
        f"占比{MOBILE}%",
        f"〔{IDENTITY}]",
    ],
)
def test_no_check_repeats_a_number_of_the_body(tmp_path: Path, body: str) -> None:
    """Links, headings, markup, includes, citations and the proofreader quote what they found."""
    findings = findings_of(make_town(tmp_path, {"index.md": page(f"{body}\n")}))

    assert findings
    nowhere(findings, RAW)
