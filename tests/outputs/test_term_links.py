"""Terms of the trade lead to their explanation: once a page, in running text, and no word changes."""

from __future__ import annotations

import re

import pytest

from publicity.outputs.term_links import TermLinks
from publicity.rules import load_rules
from publicity.rules.glossary import Term

TERMS = tuple(
    Term(id=name, name=word, also=also, says="说明", source="测试")
    for name, word, also in (
        ("review", "行政复议", ()),
        ("penalty", "行政处罚", ()),
        ("coercion", "行政强制", ()),
        ("force", "强制执行", ("行政强制执行",)),
        ("hearing", "听证", ("听证会",)),
    )
)
LINKS = TermLinks(TERMS)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_only_the_first_place_of_a_term_is_linked() -> None:
    """It can be reached from the explanation, and leads to it."""
    explained = LINKS.explain("<p>听证以后又听证，也可以申请行政复议。</p>")

    assert explained.html == (
        '<p><a class="term" id="used-hearing" href="#term-hearing">听证</a>以后又听证，也可以申请'
        '<a class="term" id="used-review" href="#term-review">行政复议</a>。</p>'
    )
    assert [term.name for term in explained.terms] == ["听证", "行政复议"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>听证</h2>",
        "<a href='x'>要求<b>听证</b></a>",
        "<nav><ul><li>听证</li></ul></nav>",
        "<button>听证</button><summary>听证</summary><label>听证</label><caption>听证</caption><th>听证</th>",
        "<blockquote><p>听证</p></blockquote>",
        "<svg><text>听证</text></svg>",
        "<form><p>听证</p></form>",
        "<!-- 听证 -->",
        '<p title="听证">别的</p>',
        "<p>依照《听证办法》办理，写作“听证”。</p>",
        "<p>行政处罚法第五条</p>",
        "<p>没有行话</p>",
        "",
    ],
)
def test_where_no_link_belongs_there_is_none(html: str) -> None:
    """Headings, links, what is clicked, quotations, titles, names of laws."""
    explained = LINKS.explain(html)

    assert explained.html == html
    assert explained.terms == ()


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<article><header>头</header><p>听证</p></article>", ["听证"]),
        ("<h1>听证</h1><td>听证</td>", ["听证"]),
        ("<p>行政强制执行和行政强制</p>", ["行政强制执行", "行政强制"]),
        ("<p>开听证会</p>", ["听证会"]),
        ("<thead><tr><td>听证</td></tr></thead>", ["听证"]),
    ],
)
def test_the_longest_word_wins_and_tags_are_not_mistaken(html: str, linked: list[str]) -> None:
    """article is no a, thead no th; a longer term is not cut."""
    assert re.findall(r'<a class="term"[^>]*>([^<]*)</a>', LINKS.explain(html).html) == linked


def test_no_terms_no_change() -> None:
    """A town may empty the file."""
    assert TermLinks(()).explain("<p>听证</p>").html == "<p>听证</p>"


def test_words_stay_as_they_were() -> None:
    """On everything that the glossary itself holds, set among tags."""
    terms = load_rules().glossary
    html = "".join(
        f"<section><h2>{one.name}</h2><p>{one.says}<em>{'、'.join(one.words)}</em></p></section>" for one in terms
    )
    explained = TermLinks(terms).explain(html)

    assert text_of(explained.html) == text_of(html)
    assert len(explained.terms) == len(terms)
