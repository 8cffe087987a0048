"""Small moves in WordprocessingML that keep a document valid."""

from __future__ import annotations

from itertools import islice

from publicity.content.cleaning.markup import Element, drop, local

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = (f"{W}pPr", f"{W}rPr", f"{W}tblPr")
_POINTS = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")


def properties_of(element: Element | None) -> Element | None:
    """The properties of a paragraph, run or table, which come first; the rest of it may be long."""
    return None if element is None else next((one for one in islice(element, 4) if one.tag in _PROPERTIES), None)


def content_of(element: Element) -> list[Element]:
    """What a paragraph or a run shows: its children without properties and marks of places."""
    return [one for one in element if one.tag not in _PROPERTIES and local(one) not in (*_POINTS, "")]


def drop_if_empty(run: Element) -> None:
    """Take out a run of which only the formatting is left."""
    if run is not None and run.tag == f"{W}r" and not content_of(run):
        drop(run)


def drop_block(block: Element) -> None:
    """Take out a paragraph, row or table; a cell keeps the paragraph it must end with, a table without rows goes."""
    parent = block.getparent()
    if parent is None:
        return
    drop(block)
    if parent.tag == f"{W}tbl" and parent.find(f"{W}tr") is None:
        drop_block(parent)
    elif parent.tag in (f"{W}tc", f"{W}txbxContent") and (not len(parent) or parent[-1].tag != f"{W}p"):
        parent.append(parent.makeelement(f"{W}p"))


def join_with_next(paragraph: Element) -> None:
    """End a paragraph whose mark is gone: its text opens the next one, whose look it takes."""
    moved = [one for one in paragraph if one.tag != f"{W}pPr"]
    following = paragraph.getnext()
    while following is not None and local(following) in (*_POINTS, ""):
        moved.append(following)
        following = following.getnext()
    if following is not None and following.tag == f"{W}p":
        properties = properties_of(following)
        for one in reversed(moved):
            if properties is None:
                following.insert(0, one)
            else:
                properties.addnext(one)
        drop(paragraph)
    elif not content_of(paragraph) and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        drop_block(paragraph)
