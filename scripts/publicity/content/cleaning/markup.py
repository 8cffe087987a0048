"""XML of Office files: read without entities, changed in place, written back with its own prefixes."""

from __future__ import annotations

from typing import Any

from lxml import etree

from publicity.content.cleaning.tally import DamagedError

# lxml brings no types.
Element = Any

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WORD_LINK = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}hyperlink"
# The attributes that name relationships: in VML and in diagrams they have names of their own.
_REFERENCES = etree.XPath(
    "//@*[namespace-uri()='http://schemas.openxmlformats.org/officeDocument/2006/relationships'] | //@o:relid | //@relId",
    namespaces={"o": "urn:schemas-microsoft-com:office:office"},
)


def parse(data: bytes) -> Element:
    """The root element; a document type, and so any entity, is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DamagedError("（里面的 XML 读不出来）") from None
    if root.getroottree().docinfo.doctype:
        raise DamagedError("（里面的 XML 带有文档类型声明）")
    return root


def serialise(root: Element) -> bytes:
    """The whole document, the way Office declares it."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def local(element: Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(root: Element, *names: str) -> list[Element]:
    """Every element of these local names, whatever the namespace, in document order."""
    return list(root.iter(*(f"{{*}}{name}" for name in names)))


def recount(root: Element, name: str) -> None:
    """Set right how many children the elements of this name say they have."""
    for one in named(root, name):
        if one.get("count") is not None:
            one.set("count", str(len(one)))


def is_on(value: str | None, *, missing: bool = False) -> bool:
    """An XML Schema boolean, or Word's on and off."""
    return missing if value is None else value in ("1", "true", "on")


def drop(element: Element) -> None:
    """Take an element out; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    _keep_tail(element, parent)
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    drop(element)


def drop_with_shells(element: Element, *shells: str) -> None:
    """Take an element out, and the containers of these names that it leaves empty."""
    parent = element.getparent()
    drop(element)
    while parent is not None and local(parent) in shells and next(iter(parent), None) is None:
        element, parent = parent, parent.getparent()
        drop(element)


def ancestor(element: Element, *names: str) -> Element | None:
    """The nearest ancestor of one of these local names."""
    return next((one for one in element.iterancestors() if local(one) in names), None)


def referenced(root: Element) -> frozenset[str]:
    """Every relationship id that the document names."""
    return frozenset(map(str, _REFERENCES(root)))


def detach(root: Element, ids: frozenset[str]) -> None:
    """Take out what names these relationships; the words of a link stay."""
    for found in [one for one in _REFERENCES(root) if one in ids]:
        element = found.getparent()
        if local(element) == "pageSetup":  # only its printer goes, not its margins
            del element.attrib[found.attrname]
        elif element.tag == _WORD_LINK:
            unwrap(element)
        else:
            drop_with_shells(element, "custDataLst", "customProperties", "hyperlinks", "ext", "extLst")


def _keep_tail(element: Element, parent: Element) -> None:
    if not element.tail:
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + element.tail
    else:
        before.tail = (before.tail or "") + element.tail
