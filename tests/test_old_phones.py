"""Scripts are of the language that the WebViews of 2018 read: ES2017, and of the browser what they had by then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from whole import ROOT

from publicity.outputs.search_assets import minify

ASSETS = ROOT / "overrides" / "assets"
SCRIPTS = sorted(ASSETS.rglob("*.js"))
# What came later, each with an example; ES2017 has commas after the last argument, async functions and Object.entries.
LATER = (
    (r"\bcatch\s*\{", "try { a(); } catch { b(); }"),
    (r"\.finally\(", "promise.finally(end)"),
    (r"\(\?<[=!]", "/(?<=a)b/", "/(?<!a)b/"),
    (r"\(\?<\w+>", "/(?<year>[0-9]+)/"),
    (r"\\[pP]\{", r"/\p{L}/u"),
    (r"/[gimuy]*s[gimuy]*\.(?:test|exec)\(|, ?\"[gimuy]*s[gimuy]*\"\)", "/a.b/s.test(text)", 'RegExp(text, "gs")'),
    (r"\?\.(?!\d)", "a?.b", "a?.[0]", "a?.()"),
    (r"\?\?", "a ?? b"),
    (r"(?:\|\||&&)=", "a ||= b", "a &&= b"),
    (r"\.at\(", "list.at(-1)"),
    (r"\.(?:replaceAll|matchAll)\(", "text.replaceAll('a', 'b')", "text.matchAll(/a/g)"),
    (r"\.trim(?:Start|End)\(", "text.trimStart()", "text.trimEnd()"),
    (r"\b(?:fromEntries|hasOwn)\(", "Object.fromEntries(pairs)", "Object.hasOwn(a, 'b')"),
    (r"\.flat(?:Map)?\(", "list.flat()", "list.flatMap(act)"),
    (r"\.(?:findLast\w*|to(?:Sorted|Reversed|Spliced))\(", "a.findLast(b)", "a.findLastIndex(b)", "a.toSorted()"),
    (r"\bPromise\.(?:allSettled|any)\(", "Promise.allSettled(all)", "Promise.any(all)"),
    (r"\{\s*\.\.\.|,\s*\.\.\.[\w.]+\}", "act({...a, b: {}})", "const {a, ...rest} = b", "act({a: 1, ...b.c})"),
    (r"\bfor\s+await\b", "for await (const one of all) act(one);"),
    (r"\basync\s*(?:function\s*)?\*", "async function* all() {}", "class A { async *all() {} }"),
    (r"\b\d+_\d", "1_000"),
    (r"\b\d+n\b", "10n"),
    (r"\b(?:BigInt|globalThis|structuredClone|queueMicrotask|WeakRef)\b", "BigInt(1)", "globalThis.a"),
    (r"\b(?:import|export)\b", "import('a.js')", "export default a;"),
    (r"(?<![\w\"'&])#\w+\s*(?:[=;(]|in\b)", "class A { #own = 1; }", "class A { #act() {} }"),
    (r"\bclass\b[^{]*\{\s*(?:static\s+)?\w+\s*=", "class A { own = 1; }", "class A extends B { static own = 1; }"),
    (r"\bstatic\s*\{", "class A { static { act(); } }"),
    (r"\b(?:replaceChildren|AbortController|ResizeObserver)\b", "list.replaceChildren()", "new AbortController()"),
    # Old enough; but words are no markup.
    (r"\b(?:innerHTML|outerHTML|insertAdjacentHTML)\b", "a.innerHTML = words", "a.insertAdjacentHTML(b, words)"),
)


@pytest.mark.parametrize(("pattern", "example"), [(one[0], example) for one in LATER for example in one[1:]])
def test_what_came_later_is_found(pattern: str, example: str) -> None:
    """Each pattern finds its examples."""
    assert re.search(pattern, minify(example))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_scripts_are_of_the_language_that_old_phones_read(path: Path) -> None:
    """None of what came later."""
    text = minify(path.read_text(encoding="utf-8"))

    assert [found.group() for one in LATER for found in re.finditer(one[0], text)] == []
