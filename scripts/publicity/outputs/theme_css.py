"""The theme's style sheet → the part of it that this site can use: most of it dresses what we do not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import tinycss2

# What Markdown's extensions write beside the words that templates and pages hold themselves.
MARKDOWN = frozenset(("admonition", "admonition-title", "headerlink", "toc"))

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = frozenset(("media", "supports"))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word that could be a class, an id or an attribute in templates, scripts and pages as they are written."""
    return MARKDOWN.union(*(_WORD.findall(text) for text in texts))


def prune_css(css: str, words: frozenset[str]) -> str:
    """The rules of ``css`` whose classes, ids and attributes all stand among ``words``; elements and states always do.

    Custom properties that nothing reads go too, and animations: nothing of ours moves. Raises ValueError for what is
    no style sheet.
    """
    while True:
        slim = "".join(_kept(css, words, frozenset(_READ.findall(css))))
        if slim == css:
            return css
        css = slim


def _kept(css: str | list[Any], words: frozenset[str], read: frozenset[str]) -> Iterator[str]:
    for rule in tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            raise ValueError(f"{rule.source_line}:{rule.source_column} {rule.message}")
        if rule.type == "qualified-rule":
            selectors = ",".join(tinycss2.serialize(one) for one in _split(rule.prelude) if _is_used(one, words))
            wanted = ";".join(_wanted(rule.content, read)) if selectors else ""
            if wanted:
                yield f"{selectors}{{{wanted}}}"
        elif rule.lower_at_keyword in _GROUPS:
            inner = "".join(_kept(rule.content, words, read))
            if inner:
                yield f"@{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.lower_at_keyword not in ("charset", "keyframes"):
            yield str(rule.serialize())


def _wanted(content: list[Any], read: frozenset[str]) -> Iterator[str]:
    """Declarations, but those of custom properties only where something reads them."""
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "error":
            raise ValueError(f"{one.source_line}:{one.source_column} {one.message}")
        if not one.name.startswith("--") or one.name in read:
            yield str(one.serialize())


def _split(prelude: list[Any]) -> list[list[Any]]:
    """A list of selectors at its commas."""
    selectors: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _is_used(selector: list[Any], words: frozenset[str]) -> bool:
    """Whether all it names can occur; what stands in :not(), :is() and their like is not asked."""
    named = [token.value for token in selector if token.type == "hash"]
    named += [name.value for dot, name in pairwise(selector) if dot == "." and name.type == "ident"]
    for block in (token for token in selector if token.type == "[] block"):
        named.append(next(part.value for part in block.content if part.type == "ident"))
    return words.issuperset(named)
