"""Terms of the trade in a page's HTML lead to their explanation at its end, without changing one character a reader sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from publicity.rules.glossary import Term

# Where no link may stand (headings, links, what is clicked, drawings, ways to elsewhere) and where the words are
# another's or a name (quotations, “”, 《》); then every other tag.
_PASSED = (
    r"<!--.*?-->|<(?P<apart>a|h[1-6]|pre|code|svg|button|summary|label|legend|caption|th|nav|form|blockquote|noscript)\b"
    r".*?</(?P=apart)\s*>|《[^《》<]*》|“[^”“<]*”|<[^>]*>"
)


@dataclass(frozen=True)
class Explained:
    """The HTML with its links, and the terms it uses in the order in which they are met."""

    html: str
    terms: tuple[Term, ...]


class TermLinks:
    """Made once for a site: its pattern knows every word of the glossary, the longest first."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = {word: term for term in terms for word in term.words}
        words = "|".join(re.escape(word) for word in sorted(self._terms, key=len, reverse=True))
        # 行政处罚法 is a law, not a penalty.
        self._pattern = re.compile(rf"{_PASSED}|(?P<word>{words})(?!法)", re.DOTALL)

    def explain(self, html: str) -> Explained:
        """The first place of each term becomes a link to ``#term-ID``, and is ``#used-ID`` itself."""
        met: dict[str, Term] = {}
        pieces, done = [], 0
        for found in self._pattern.finditer(html) if self._terms else ():
            term = self._terms.get(found["word"] or "")
            if term is None or term.id in met:
                continue
            met[term.id] = term
            pieces += [html[done : found.start()], _link(term, found.group())]
            done = found.end()
        return Explained("".join([*pieces, html[done:]]), tuple(met.values()))


def _link(term: Term, word: str) -> str:
    return f'<a class="term" id="used-{term.id}" href="#term-{term.id}">{word}</a>'
