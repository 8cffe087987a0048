"""Hidden text of Word: marked so itself, or by the style of its run, its paragraph or its table."""

from __future__ import annotations

from collections.abc import Iterable

from publicity.content.cleaning.markup import Element, ancestor, drop, is_on
from publicity.content.cleaning.tally import Tally
from publicity.content.cleaning.wordml import W, content_of, drop_block, drop_if_empty, join_with_next, properties_of

_MAX_INHERITANCE = 32
# Where a field begins and ends must stay, or the rest of it would spill into the text.
_FIELD_BOUNDS = f"{W}fldChar"


class Styles:
    """Which styles hide text. Hiding is a toggle: set by a run's style and by its paragraph's, it cancels out."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, Element] = {}
        self._default: dict[str, str] = {}
        self._everything = False
        for root in roots:
            self._everything |= bool(_vanish(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
            for style in root.findall(f"{W}style"):
                self._styles[style.get(f"{W}styleId", "")] = style
                if is_on(style.get(f"{W}default")):
                    self._default[style.get(f"{W}type", "")] = style.get(f"{W}styleId", "")

    def hides_run(self, run: Element) -> bool:
        """Whether the run's text is hidden on the page."""
        return self._hides(run, properties_of(run))

    def hides_mark(self, paragraph: Element) -> bool:
        """Whether the end of the paragraph is hidden too."""
        properties = properties_of(paragraph)
        return self._hides(paragraph, None if properties is None else properties.find(f"{W}rPr"))

    def _hides(self, element: Element, properties: Element | None) -> bool:
        own = _vanish(properties)
        if own is not None:
            return own
        paragraph = element if element.tag == f"{W}p" else ancestor(element, "p")
        table = ancestor(element, "tbl")
        hiding = [
            self._style_hides(_named_in(properties, "rStyle") or self._default.get("character", "")),
            self._style_hides(_named_in(properties_of(paragraph), "pStyle") or self._default.get("paragraph", "")),
            self._style_hides(_named_in(properties_of(table), "tblStyle") or self._default.get("table", "")),
        ]
        return self._everything or sum(hiding) % 2 == 1

    def _style_hides(self, name: str) -> bool:
        for _ in range(_MAX_INHERITANCE):
            if name not in self._styles:
                break
            own = _vanish(self._styles[name].find(f"{W}rPr"))
            if own is not None:
                return own
            name = _named_in(self._styles[name], "basedOn")
        return False


def remove_hidden_text(root: Element, styles: Styles, tally: Tally) -> None:
    """Take out hidden runs and rows, and the paragraphs of which nothing is left to see."""
    for mark in [one for one in root.iter(f"{W}hidden") if is_on(one.get(f"{W}val"), missing=True)]:
        if mark.getparent().tag == f"{W}trPr":
            drop_block(mark.getparent().getparent())
            tally.add("隐藏的表格行{n}行")
    emptied: dict[Element, None] = {}
    for run in [run for run in root.iter(f"{W}r") if styles.hides_run(run)]:
        hidden = [one for one in content_of(run) if one.tag != _FIELD_BOUNDS]
        if hidden:
            emptied[ancestor(run, "p")] = None
            tally.add("隐藏文字{n}处")
        for one in hidden:
            drop(one)
        drop_if_empty(run)
    for paragraph in reversed(emptied):
        if paragraph is not None and not content_of(paragraph) and styles.hides_mark(paragraph):
            join_with_next(paragraph)


def _vanish(properties: Element | None) -> bool | None:
    mark = properties.find(f"{W}vanish") if properties is not None else None
    return None if mark is None else is_on(mark.get(f"{W}val"), missing=True)


def _named_in(element: Element | None, name: str) -> str:
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""
