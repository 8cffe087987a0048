"""Of the theme's style sheet the rules are kept whose names can occur, and nothing else."""

from __future__ import annotations

import pytest

from publicity.outputs.theme_css import prune_css, words_of

WORDS = words_of(['<p class="md-typeset box" hidden>', "one.classList.add('shown')", "正文{.wide}"])


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".md-typeset p{margin:0}", ".md-typeset p{margin:0}"),
        (".md-nav{margin:0}", ""),
        (".md-typeset h1,.md-nav a{margin:0}", ".md-typeset h1{margin:0}"),
        (".md-typeset .md-button:hover{margin:0}", ""),
        (".box:not(.md-nav){margin:0}", ".box:not(.md-nav){margin:0}"),
        ("[hidden]{margin:0}[dir=rtl] p{margin:0}", "[hidden]{margin:0}"),
        ("#box{margin:0}#nav{margin:0}", "#box{margin:0}"),
        (".shown .wide::before{margin:0}", ".shown .wide::before{margin:0}"),
        ("@media print{.md-nav{margin:0}}", ""),
        ("@media print{.md-nav{margin:0}p{margin:0}}", "@media print{p{margin:0}}"),
        ("@page{margin:25mm}", "@page{margin:25mm}"),
        ('@charset "utf-8";@keyframes turn{to{margin:0}}', ""),
        (".admonition{margin:0}", ".admonition{margin:0}"),
        ('p:after{content:"a,b{c}"}', 'p:after{content:"a,b{c}"}'),
        (".a\\:b{margin:0}", ""),
    ],
)
def test_a_rule_stays_when_all_it_names_can_occur(css: str, kept: str) -> None:
    """Elements, states and pseudo-elements are always possible; what :not() names is not asked."""
    assert prune_css(css, WORDS) == kept


def test_a_custom_property_stays_while_something_reads_it() -> None:
    """One that only an idle one reads goes with it."""
    css = ':root{--a:1;--b:var(--c);--c:url("data:image/svg+xml;x{y}")}p{margin:var(--a)}'

    assert prune_css(css, WORDS) == ":root{--a:1}p{margin:var(--a)}"


def test_pruning_twice_is_pruning_once() -> None:
    """Nothing is left that would fall the second time."""
    once = prune_css(".md-typeset{--x:1;color:var(--y)}.gone{margin:var(--x)}", WORDS)

    assert once == ".md-typeset{color:var(--y)}"
    assert prune_css(once, WORDS) == once


@pytest.mark.parametrize("css", ["p", "p{margin}", "p{margin:0}}"])
def test_what_is_no_style_sheet_is_an_error(css: str) -> None:
    """Rather than a site without its looks."""
    with pytest.raises(ValueError, match=r"^\d+:\d+ "):
        prune_css(css, WORDS)
