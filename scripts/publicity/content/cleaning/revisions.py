"""Tracked changes, accepted: deletions go, insertions stay, and nobody's name is left beside either."""

from __future__ import annotations

from publicity.content.cleaning.markup import Element, drop, named, unwrap
from publicity.content.cleaning.tally import Tally
from publicity.content.cleaning.wordml import W, drop_block, join_with_next

_GONE = (f"{W}del", f"{W}moveFrom")
_HERE = (f"{W}ins", f"{W}moveTo")
_OF_CELLS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")
_FORMER_LOOKS = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
    "tblPrExChange", "numberingChange",
)  # fmt: skip
_RANGES = tuple(
    f"{kind}Range{end}"
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)


def accept_revisions(root: Element, tally: Tally) -> None:
    """Leave the document as it reads with every change accepted."""
    changes = list(root.iter(*_GONE, *_HERE, *_OF_CELLS))
    looks = named(root, *_FORMER_LOOKS)
    tally.add("修订记录{n}处", len(changes) + len(looks))
    for one in [*looks, *named(root, *_RANGES)]:
        drop(one)
    ended: list[Element] = []
    for one in changes:
        parent = one.getparent()
        if parent is None:
            continue
        if one.tag in _GONE:
            _delete(one, parent, ended)
        elif one.tag in _HERE:
            unwrap(one)  # the mark of an inserted paragraph or row has no children
        elif one.tag == f"{W}cellDel":
            drop_block(parent.getparent())
        else:
            drop(one)
    for paragraph in reversed(ended):  # from the end, so that what was joined is not moved again
        join_with_next(paragraph)


def _delete(change: Element, parent: Element, ended: list[Element]) -> None:
    """``ended`` takes the paragraphs whose mark is deleted."""
    drop(change)
    if parent.tag == f"{W}trPr":
        drop_block(parent.getparent())
    elif parent.tag == f"{W}rPr" and parent.getparent().tag == f"{W}pPr":
        ended.append(parent.getparent().getparent())
