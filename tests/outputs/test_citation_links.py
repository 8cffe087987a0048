"""Citations become links without changing what a reader reads or copies."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publicity.content.citations import Citation
from publicity.model import AnnualReport
from publicity.outputs.citation_links import link_citations
from publicity.outputs.errata import mark_errata

KNOWN = ("城乡规划法", "政府信息公开条例", "国办发〔2018〕118号")


def address(citation: Citation) -> str | None:
    return f"../x/#{citation.article or ''}" if citation.title in KNOWN else None


def linked(html: str) -> list[tuple[str, str]]:
    """Words and target of each link made."""
    found = re.findall(r'<a class="law" href="([^"]*)">(.*?)</a>', link_citations(html, address))
    return [(words, target) for target, words in found]


class Words(HTMLParser):
    """The text of a piece of HTML, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text, self.open, self.crossed = "", list[str](), False
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name};"

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.crossed |= tag == "a" and "a" in self.open
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.crossed |= not self.open or self.open.pop() != tag


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<p>依照《城乡规划法》第六十五条。</p>", [("《城乡规划法》第六十五条", "../x/#65")]),
        ("<p>城乡规划法第二条。</p>", [("城乡规划法第二条", "../x/#2")]),
        ("<p>国办发〔2018〕118号要求</p>", [("国办发〔2018〕118号", "../x/#")]),
        ("<p><strong>《城乡规划法》</strong>很重要</p>", [("《城乡规划法》", "../x/#")]),
        ("<p>《城乡规划法》第二条、第三条</p>", [("《城乡规划法》第二条", "../x/#2"), ("第三条", "../x/#3")]),
        ("<p>《政府信息公开条例》（以下简称条例）。</p><table><td>条例第五条</td></table>",
         [("《政府信息公开条例》", "../x/#"), ("条例第五条", "../x/#5")]),
        ("<p><strong>《城乡规划法》</strong>第九条</p>", [("《城乡规划法》", "../x/#9"), ("第九条", "../x/#9")]),
        ("<li>《红楼梦》第五回</li>", []),
    ],
)  # fmt: skip
def test_a_citation_leads_to_its_statute(html: str, links: list[tuple[str, str]]) -> None:
    """Full and bare names, numbers, places of a list, short names that the page declares; nothing else."""
    assert linked(html) == links


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="x">《城乡规划法》第六十五条</a></p>',
        "<p><code>《城乡规划法》第六十五条</code></p>",
        "<pre><code>《城乡规划法》第六十五条</code></pre>",
        '<h2 id="《城乡规划法》">《城乡规划法》第六十五条</h2>',
        '<img alt="《城乡规划法》第六十五条">',
        "<!-- 《城乡规划法》第六十五条 -->",
        "<svg><text>城乡规划法第六十五条</text></svg>",
        "<p>《城乡<code>规划</code>法》第六十五条</p>",
        '<p><a href="x">《城乡规划法》</a>第六十五条</p>',
        "<p>没有引用</p>",
        "",
    ],
)
def test_what_may_not_be_linked_stays_as_it_is(html: str) -> None:
    """Links, code, headings, attributes, comments and drawings, and what reaches into one of them."""
    assert link_citations(html, address) == html


def test_a_cell_does_not_go_on_in_the_next() -> None:
    """第六十五条 in the next cell is not of the law in this one."""
    assert linked("<tr><td>《城乡规划法》</td><td>第六十五条</td></tr>") == [("《城乡规划法》", "../x/#")]


def test_a_number_divided_by_an_erratum_stays_whole() -> None:
    """Marks of errata come first; a citation that holds one is not linked, the others are."""
    values = {
        "kind": "annual_report",
        "title": "报告",
        "serial": "2022-00001",
        "report_kind": "rule_of_law",
        "year": 2020,
    }
    errata = [{"number": 1, "section": "a", "original": "2018", "confidence": "high", "note": "说明"}]
    report = AnnualReport.model_validate(values | {"errata": errata})
    html = "<p>国办发〔2018〕118号和《城乡规划法》第九条</p>"

    both = link_citations(mark_errata(html, report), address)

    assert 'class="erratum"' in both
    assert re.findall(r'class="law" href="[^"]*">(.*?)</a>', both) == ["《城乡规划法》第九条"]
    assert Words(both).text == Words(html).text


PARTS = st.sampled_from(
    ["《城乡规划法》", "第六十五条", "第二款", "、", "和", "条例", "（以下简称条例）", "《政府信息公开条例》", "国办发〔2018〕118号",
     "<em>", "</em>", "<p>", "</p>", "<a href='y'>", "</a>", "<code>", "</code>", "<br>", "&amp;", "&#12298;", "。", " "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=25).map("".join))
def test_no_character_of_the_text_ever_changes(html: str) -> None:
    """Whatever the pieces: take the links away and the same HTML is left."""
    made = link_citations(html, address)

    assert re.sub(r'<a class="law" href="[^"]*">(.*?)</a>', r"\1", made) == html


@given(st.lists(st.sampled_from(["《城乡规划法》第六十五条", "<em>《城乡规划法》</em>", "<a href='y'>《城乡规划法》</a>", "第三条", "甲&amp;乙"])).map("".join))  # fmt: skip
def test_links_never_nest(body: str) -> None:
    """Tags stay nested as they were, and no link stands in another."""
    html = f"<p>{body}</p>"
    made = Words(link_citations(html, address))

    assert not made.crossed
    assert made.open == []
    assert made.text == Words(html).text
