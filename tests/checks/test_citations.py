"""Citations against the register: what blocks, what is advice, what is nobody's business."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import TODAY, findings_of, make_town, page, record

from publicity.checks.citations import Days, is_unknown, problems_of
from publicity.content.citations import Citation, find_citations
from publicity.enrich.citing import Cited
from publicity.finding import Finding, Severity
from publicity.model.citation import cite
from publicity.model.fields import LegalBasis
from publicity.rules import DATA_DIR, load_rules

RULES = load_rules()
GOLDEN = Path(__file__).parents[1] / "golden"
BLOCK, WARN = Severity.BLOCK, Severity.WARN
POWER = {"kind": "enforcement_item", "power_kind": "other", "verified": "true", "implementing_organ": "镇人民政府",
         "applies_to": "单位", "time_limit": "待核定", "category": "-", "document_number": "-"}  # fmt: skip


def told(folder: Path, uri: str, text: str, today: date = TODAY) -> list[tuple[Severity, str]]:
    """What the check says of one page of the small town."""
    return [(one.severity, one.message) for one in of_statutes(findings_of(make_town(folder, {uri: text}), today))]


def of_statutes(findings: list[Finding]) -> list[Finding]:
    return [one for one in findings if one.rule == "statute"]


def of_body(folder: Path, body: str, published: str = "2026-04-02 09:30") -> list[tuple[Severity, str]]:
    """What is said of a disclosure item with that body."""
    fields = {"formed_on": published[:10], "published_at": published}
    return told(folder, "disclosure/2026/2026-00001.md", record(body=body + "\n", **fields))


def of_bases(folder: Path, bases: str, day: str = "2026-04-02", today: date = TODAY) -> list[tuple[Severity, str]]:
    """What is said of a power with those legal bases."""
    fields = POWER | {"legal_bases": f"[{bases}]", "formed_on": day, "published_at": f"{day} 09:30"}
    return told(folder, "enforcement/powers/2026-00001.md", record(**fields), today)


GONE = "《环境保护法》已于 2026-08-15 废止，由《生态环境法典》取代"


def test_a_record_resting_on_a_law_gone_before_its_day_is_refused(tmp_path: Path) -> None:
    """The law that replaced it says so itself, and names its successor."""
    assert of_bases(tmp_path, "{statute: 环境保护法, article: 6}", "2026-08-16") == [(BLOCK, GONE)]


@pytest.mark.parametrize("today", [date(2026, 6, 1), date(2026, 8, 14), date(2026, 8, 15), date(2030, 1, 1)])
def test_a_page_published_before_the_repeal_is_never_refused(tmp_path: Path, today: date) -> None:
    """Whatever day it is: a power that is still published is told of the repeal, as advice."""
    found = of_bases(tmp_path, "{statute: 环境保护法, article: 6}", "2026-05-01", today)

    assert found == ([(WARN, GONE)] if today >= date(2026, 8, 15) else [])


def test_a_repealed_regulation_is_advice(tmp_path: Path) -> None:
    """The register of regulations is older, and a program read it."""
    assert [one for one, _ in of_bases(tmp_path, "{statute: 信访条例}", "2026-05-01")] == [WARN]


@pytest.mark.parametrize(
    ("body", "published", "found"),
    [
        ("依照《环境保护法》第六条办理。", "2026-08-15 09:30", [(WARN, GONE)]),
        ("依照《环境保护法》第六条办理。", "2026-08-14 09:30", []),
        ("《环境保护法》已经废止。", "2026-09-01 09:30", []),
        ("《环境保护法》由《生态环境法典》取代。", "2026-09-01 09:30", []),
        ("依照当时的环境保护法第六条办理。", "2026-09-01 09:30", []),
    ],
)
def test_a_text_may_tell_history(tmp_path: Path, body: str, published: str, found: list[tuple[Severity, str]]) -> None:
    """A body that rests on a repealed law is told so; one that speaks of the repeal, or of the past, is not."""
    assert of_body(tmp_path, body, published) == found


def test_a_plain_page_is_judged_by_today(tmp_path: Path) -> None:
    """It has no day of its own and says what holds now, so the repeal is advice from its day on."""
    text = page("依照《环境保护法》办理。\n")

    assert told(tmp_path, "guide/a.md", text, date(2026, 8, 14)) == []
    assert told(tmp_path, "guide/a.md", text, date(2026, 8, 15)) == [(WARN, GONE)]


NO_71 = "《城乡规划法》只有70条，没有第71条"


@pytest.mark.parametrize(
    ("body", "published", "found"),
    [
        ("依照《城乡规划法》第七十一条。", "2026-06-26 09:30", [(BLOCK, NO_71)]),
        ("依照城乡规划法第71条。", "2026-06-26 09:30", [(BLOCK, NO_71)]),
        ("依照《城乡规划法》第六十五条至第七十一条。", "2026-06-26 09:30", [(BLOCK, NO_71)]),
        ("依照《城乡规划法》第七十一条。", "2026-06-27 09:30", [(WARN, NO_71)]),
        ("依照《城乡规划法》第七十一条。", "2018-01-01 09:30", [(WARN, NO_71)]),
        ("依照《城乡规划法》（2019年修正）第七十一条。", "2026-06-26 09:30", [(BLOCK, NO_71)]),
        ("依照2007年城乡规划法第七十一条。", "2026-06-26 09:30", []),
        ("依照《城乡规划法》（2007年公布）第七十一条。", "2026-06-26 09:30", []),
        ("依照《城乡规划法》第七十条。", "2026-06-26 09:30", []),
        ("依照《政府信息公开条例》第五十七条。", "2025-01-01 09:30", [(WARN, "《政府信息公开条例》只有56条，没有第57条")]),
        ("依照《民族团结进步促进法》。", "2025-01-01 09:30", [(WARN, "《民族团结进步促进法》2026-03-12 才通过，晚于本页的日期 2025-01-01")]),
    ],
)  # fmt: skip
def test_an_article_beyond_the_last(
    tmp_path: Path, body: str, published: str, found: list[tuple[Severity, str]]
) -> None:
    """It blocks only where the register knows the very text: a law, not revised since the page, nor after the check."""
    assert of_body(tmp_path, body, published) == found


@pytest.mark.parametrize(
    ("body", "moved"),
    [
        ("当事人有权要求听证（行政处罚法第四十二条）。", True),
        ("《行政处罚法》第四十二条规定了听证。", True),
        ("执法人员不得少于两人（行政处罚法第四十二条）。", False),
        ("听证的办法见（行政处罚法第四十二条、第六十三条）。", False),
        ("听证适用2017年行政处罚法第四十二条。", False),
        ("可以听证；执法人员不得少于两人（行政处罚法第四十二条）。", False),
    ],
)
def test_an_old_number_is_told_by_the_words_around_it(tmp_path: Path, body: str, moved: bool) -> None:
    """Only a clause with one place, in the words of the old article, is likely to mean the old text."""
    message = "听证原来在《行政处罚法》第四十二条，2021-07-15 起是第六十三条"

    assert of_body(tmp_path, body) == ([(WARN, message)] if moved else [])


def test_an_old_number_was_right_in_its_day(tmp_path: Path) -> None:
    """A page from before the revision cites what was in force."""
    assert of_body(tmp_path, "当事人有权要求听证（行政处罚法第四十二条）。", "2021-07-14 09:30") == []
    assert len(of_body(tmp_path, "当事人有权要求听证（行政处罚法第四十二条）。", "2021-07-15 09:30")) == 1


@pytest.mark.parametrize(
    ("title", "unknown"),
    [
        ("城乡规画法", True), ("贵州省信访条例", True), ("某某法典", True),
        ("青石镇值班办法", False), ("青石镇议事规则", False),
        ("关于做好工作的通知", False), ("老人与海", False), ("工作方法", False), ("人民日报", False), ("申请表", False),
        ("法治政府建设实施纲要", False), ("某某条例（草案）", False),
    ],
)  # fmt: skip
def test_only_what_is_called_a_statute_must_be_known(title: str, unknown: bool) -> None:
    """Laws and 条例 must be in the register; notices, books, forms and an office's own rules need not."""
    (citation,) = find_citations(f"《{title}》")

    assert is_unknown(citation, False, RULES.statutes) is unknown


def test_a_rule_cited_by_article_must_be_known(tmp_path: Path) -> None:
    """办法 with an article is meant as a legal basis; the cure says where it is registered."""
    (one,) = of_statutes(findings_of(make_town(tmp_path, {"a.md": page("依照《青石镇值班办法》第三条。\n")})))

    assert (one.severity, one.message) == (WARN, "登记表里没有《青石镇值班办法》")
    assert "data/local_statutes.yml" in one.cure


def test_a_slip_in_a_rule_is_recognised(tmp_path: Path) -> None:
    """A title that differs by one character from a known one is a slip, with or without an article."""
    (one,) = of_statutes(findings_of(make_town(tmp_path, {"a.md": page("依照《行政法规制订程序条例》。\n")})))

    assert one.cure.startswith("是不是《行政法规制定程序条例》？")


def test_a_document_number_need_not_be_registered(tmp_path: Path) -> None:
    """Offices issue more documents than a register can hold."""
    assert of_body(tmp_path, "依照某府发〔2026〕3号文件和国办发〔2018〕118号。") == []


def test_a_short_name_is_checked_as_what_it_stands_for(tmp_path: Path) -> None:
    """The finding stands where the short name is used."""
    body = "《政府信息公开条例》（下面简称条例）。\n\n见条例第九十九条。\n"
    (one,) = of_statutes(findings_of(make_town(tmp_path, {"a.md": page(body)})))

    assert (one.line, one.column, one.message) == (8, 2, "《政府信息公开条例》只有56条，没有第99条")


def test_a_document_of_this_site_need_not_be_registered(tmp_path: Path) -> None:
    """What the site publishes itself is known by its page."""
    pages = {
        "disclosure/2026/2026-00001.md": record(title="青石镇值班办法"),
        "guide/a.md": page("依照《青石镇值班办法》第三条。\n"),
    }

    assert of_statutes(findings_of(make_town(tmp_path, pages))) == []


def test_the_report_the_site_began_with_cites_one_notice(tmp_path: Path) -> None:
    """Word for word, with half-width brackets: a notice and its number are read, and nothing is said of them."""
    text = (GOLDEN / "seed-report.txt").read_text(encoding="utf-8")

    assert [one.title for one in find_citations(text)] == [
        "关于做好迎接黔南州2020年度全面依法治州对县督察考评工作的通知",
        "三依治办[2020]49号",
    ]
    assert told(tmp_path, "guide/a.md", page(text)) == []


def test_the_errata_of_a_report_cite_nothing(tmp_path: Path) -> None:
    """They quote what is wrong."""
    fields = {"kind": "annual_report", "report_kind": "self_assessment", "year": "2020", "category": "-",
              "errata": "[{number: 1, section: intro, original: 《城乡规画法》, confidence: high, note: 《城乡规画法》}]"}  # fmt: skip
    text = record(body="依照《城乡规划法》。\n", **fields)

    assert told(tmp_path, "report/2026-00001.md", text) == []


def cited_in_rules(value: Any, entry: str = "") -> Iterator[tuple[str, Cited]]:
    """Every citation of a data file, with the id of its entry; legal bases as the checks see them."""
    if isinstance(value, str):
        for one in find_citations(value):
            yield entry, Cited(one, value, False, (), "", 1, 1, one.start)
    elif isinstance(value, dict):
        entry = str(value.get("id", entry))
        if "statute" in value and "changed_on" not in value:
            basis = LegalBasis.model_validate(value)
            one = Citation(cite(basis), basis.statute, basis.article, None, basis.paragraph, basis.item, 0, 0)
            yield entry, Cited(one, basis.says or "", True, (), "", 1, 1)
        for inner in value.values():
            yield from cited_in_rules(inner, entry)
    elif isinstance(value, list):
        for inner in value:
            yield from cited_in_rules(inner, entry)


DATA_FILES = sorted(path for path in DATA_DIR.rglob("*.yml") if path.name != "article_changes.yml")


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda path: path.name)
def test_the_rules_cite_what_exists(path: Path) -> None:
    """Sources, bases and notes of the data files stand up to the same check; bases are all in the register."""
    found = list(cited_in_rules(yaml.safe_load(path.read_text(encoding="utf-8"))))
    wrong = [
        f"{path.name} {entry}：{problem.message}"
        for entry, cited in found
        for problem in problems_of(cited, Days(None, None, False), RULES, TODAY)
    ]
    unregistered = [
        f"{path.name} {entry}：{cited.citation.title}"
        for entry, cited in found
        if cited.structured and RULES.statutes.resolve(cited.citation.title) is None
    ]

    assert wrong == unregistered == []


@pytest.mark.parametrize(
    ("body", "message", "cure"),
    [
        ("《行政处罚发》第三条。", "登记表里没有《行政处罚发》", "是不是《行政处罚法》？"),
        ("《行政处罚发》。", "登记表里没有《行政处罚发》", "是不是《行政处罚法》？"),
        ("《政府信息公开条列》第二十条。", "登记表里没有《政府信息公开条列》", "是不是《政府信息公开条例》？"),
        ("依照《宅基地管理办法》第三条。", "登记表里没有《宅基地管理办法》", "请核对名称"),
        ("按照环保法第十二条办理。", "登记表里没有《环保法》", "是不是《环境保护法》？"),
        ("依照国办法〔2018〕118号。", "登记表里没有文号国办法〔2018〕118号", "是不是国办发〔2018〕118号？"),
        ("《行政处罚法》第0条。", "《行政处罚法》没有第零条", "请对照"),
        ("《行政处罚法》第零条。", "《行政处罚法》没有第零条", "请对照"),
        ("行政处罚法第〇条。", "《行政处罚法》没有第零条", "请对照"),
    ],
)
def test_a_slip_is_told_with_the_likely_name(tmp_path: Path, body: str, message: str, cure: str) -> None:
    """An article, or a known name that looks much the same, is enough; a name that is little alike is not proposed."""
    (one,) = of_statutes(findings_of(make_town(tmp_path, {"a.md": page(body + "\n")}), date(2026, 6, 1)))

    assert (one.severity, one.message) == (WARN, message)
    assert one.cure.startswith(cure)


@pytest.mark.parametrize(
    "body",
    [
        "见《政府信息公开指南》、《政府信息公开目录》、《政府信息公开申请表》和《政府信息公开》栏。",
        "见《行政处罚裁量办法》。",
        "发《行政处罚决定书》、《行政许可证》，做好《政府信息公开工作》，学《党章》第三条、《章程》第二条。",
        "原环境保护法第六条。",
        "按照《土地租赁合同》第三条、《村规民约》第五条。",
        "依照黔办发〔2018〕118号和国办发〔2018〕119号。",
        "按照镇议事办法第三条、新方法第二条。",
        "《关于公布现行有效的政府信息公开条例的通知》。",
    ],
)
def test_other_papers_are_no_slips(tmp_path: Path, body: str) -> None:
    """Forms, contracts, an office's own rules and other documents are not held for misspelt statutes."""
    assert of_body(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "told_of_it"),
    [
        ("依据《环境保护法》第十二条、《生态环境法典》第一条。", True),
        ("为防止补助失效，依据《环境保护法》第三条。", True),
        ("为防止补助失效依据《环境保护法》第三条。", True),
        ("依据《生态环境法典》第一条、《环境保护法》第三条（已废止）。", True),
        ("《环境保护法》第三条规定了政府的责任，这项补助以后会失效。", True),
        ("《环境保护法》第三条、第四条已经废止。", False),
        ("环境保护法（已废止）第六条。", False),
        ("原环境保护法第六条。", False),
        ("《环境保护法》（自2026年8月15日起废止）。", False),
        ("《环境保护法》已于2026年8月15日由《生态环境法典》取代。", False),
        ("《环境保护法》已经编入《生态环境法典》。", False),
        ("《生态环境法典》取代《环境保护法》。", False),
        ("依据《生态环境法典》第一条，《环境保护法》同时废止。", False),
        ("《环境保护法》、《噪声污染防治法》同时废止。", False),
        ("依据原《环境保护法》第三条。", False),
    ],
)
def test_history_stands_right_beside_the_citation(tmp_path: Path, body: str, told_of_it: bool) -> None:
    """A word of the past elsewhere in the sentence, or the successor's name alone, excuses no basis."""
    found = [one for one in of_body(tmp_path, body, "2026-10-08 09:30") if one[1] == GONE]

    assert found == ([(WARN, GONE)] if told_of_it else [])


NOT_YET = "《生态环境法典》2026-08-15 起才施行，{} 还不能作为依据"


def test_a_law_not_yet_in_force_is_no_basis(tmp_path: Path) -> None:
    """On the page's own day, or today where it has none; news about the law rests on nothing."""
    basis = "{statute: 生态环境法典, article: 5}"
    news = "《生态环境法典》自2026年8月15日起施行。"

    assert of_bases(tmp_path / "a", basis, "2026-05-01") == [(WARN, NOT_YET.format("2026-05-01"))]
    assert of_bases(tmp_path / "b", basis, "2026-08-15") == []
    assert of_body(tmp_path / "c", "依据《生态环境法典》第五条。") == [(WARN, NOT_YET.format("2026-04-02"))]
    assert of_body(tmp_path / "d", news) == []
    undated = page("依据《生态环境法典》第五条。\n")
    assert told(tmp_path / "e", "a.md", undated, date(2026, 5, 2)) == [(WARN, NOT_YET.format("2026-05-02"))]
    assert told(tmp_path / "f", "a.md", undated, date(2026, 8, 15)) == []


@pytest.mark.parametrize("law", ["治安管理处罚法", "体育法"])
def test_a_revised_law_was_in_force_before_its_revision(tmp_path: Path, law: str) -> None:
    """The register gives the newest text's day, and an older page means the older text."""
    assert of_bases(tmp_path, f"{{statute: {law}, article: 5}}", "2022-10-10") == []


def test_an_unknown_number_as_a_basis_is_told_once(tmp_path: Path) -> None:
    """A legal basis must be known, however many of its articles the page rests on."""
    bases = "{statute: 黔府发〔2018〕99号, article: 1}, {statute: 黔府发〔2018〕99号, article: 2}"

    assert of_bases(tmp_path, bases) == [(WARN, "登记表里没有文号黔府发〔2018〕99号")]


def test_book_marks_in_a_basis_are_told_and_stripped(tmp_path: Path) -> None:
    """The website adds them itself, and the statute is judged without them."""
    marked = (WARN, "依据的名称“《城乡规划法》”多写了书名号")

    assert of_bases(tmp_path / "a", "{statute: 《城乡规划法》, article: 65}") == [marked]
    assert of_bases(tmp_path / "b", "{statute: 《城乡规划法》, article: 71}") == [(BLOCK, NO_71), marked]
