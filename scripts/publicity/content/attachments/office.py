"""docx, xlsx and pptx: every part is read, known ones with their structure, and none is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from publicity.content.attachments.archive import UNPACKING, Archive
from publicity.content.attachments.binary import printable_texts
from publicity.content.attachments.draft import Draft, RefusedError, shown_name
from publicity.content.attachments.flow import Flow
from publicity.content.attachments.magic import is_image, sniff
from publicity.content.attachments.package import CONTENT_TYPES, Package
from publicity.content.attachments.places import place_of
from publicity.content.attachments.reaching import address_reaches, field_reaches, formula_reaches
from publicity.content.attachments.troubles import (
    AUTHORS,
    BROKEN,
    COMMENTS,
    DELETIONS,
    EXTERNAL,
    INNER_DRAWING,
    LYING,
    MACRO,
    NOTES,
    OBJECT,
    PREVIEW,
    REVISIONS,
    SLIDE_HIDDEN,
    TEXT_HIDDEN,
    UNREADABLE_PICTURE,
    UNREADABLE_PREVIEW,
)
from publicity.content.attachments.workbook import read_workbook
from publicity.content.attachments.xml import Handler, parse_xml

_PAGE_NUMBER = 3
_MACRO_PART = re.compile(r"vba|activex|macrosheet|customui|webextension|/dialogsheets/", re.IGNORECASE)
# By relationship or by element, since parts may be called anything.
_MACRO_KINDS = frozenset((
    "vbaProject", "wordVbaData", "control", "activeXControlBinary", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet",
    "extensibility", "webextensiontaskpanes", "webextension",
))  # fmt: skip
_MACRO_ELEMENTS = frozenset(("customUI", "ocx", "taskpanes", "webextension"))
_OBJECT_KINDS = frozenset(("aFChunk", "oleObject"))
_OBJECT_ELEMENTS = frozenset(("altChunk", "html"))
_MERGE_SOURCES = frozenset(("dataSource", "connectString", "query", "odso", "udl"))
# What these point at is fetched when the file is opened; what others point at, when somebody follows it.
_FETCHING = frozenset(("imagedata", "fill", "stroke", "background", "textpath"))
_COMMENT_KINDS = frozenset(("comments", "threadedcomments", "comment"))
_DATA_KINDS = frozenset(("externallink", "connections", "querytable"))
_FONT = re.compile(r"/fonts?/[^/]+\.(?:odttf|fntdata|ttf|otf)$", re.IGNORECASE)
_PRINTER = re.compile(r"printersettings[^/]*\.bin$", re.IGNORECASE)
_XML_NAME = re.compile(r"\.(?:xml|rels|vml|svg)$", re.IGNORECASE)
# The content type's last words but one, by what the suffix promises.
_MAIN = {
    ".docx": "wordprocessingml.document.main+xml",
    ".xlsx": "spreadsheetml.sheet.main+xml",
    ".pptx": "presentationml.presentation.main+xml",
}


def read_office(name: str, data: bytes, draft: Draft) -> None:
    """Read an Office file of 2007 or later."""
    package = Package(Archive(data, draft))
    main = package.main()
    suffix = name[name.rfind(".") :].lower()
    if not any(kind.endswith(_MAIN[suffix]) for kind in package.types):
        draft.trouble(MACRO if any("macroenabled" in kind.lower() for kind in package.types) else LYING)
    _check_skeleton(package, draft)
    done: set[str] = read_workbook(package, main, draft) if suffix == ".xlsx" else set()
    office = _Parts(package, main, draft)
    for part in package.archive.names:
        if part not in done:
            office.read(part)
    if office.authors:
        draft.trouble(AUTHORS)


def _check_skeleton(package: Package, draft: Draft) -> None:
    """Macros and whatever a program would fetch from elsewhere on opening the file."""
    words = [*package.archive.names, *package.types]
    if any(_MACRO_PART.search(word) or "macroenabled" in word.lower() for word in words):
        draft.trouble(MACRO)
    addresses: list[str] = []
    for relations in package.relations.values():
        for relation in relations:
            if relation.kind == "thumbnail":
                draft.trouble(PREVIEW)
            if relation.kind in _MACRO_KINDS:
                draft.trouble(MACRO)
            if relation.kind in _OBJECT_KINDS:
                draft.trouble(OBJECT)
            if relation.is_external:
                addresses.append(relation.target)
                if relation.kind != "hyperlink" or address_reaches(relation.target):
                    draft.trouble(EXTERNAL)
    if _DATA_KINDS & set(package.kinds.values()):
        draft.trouble(EXTERNAL)
    draft.add_texts("链接地址", addresses)


class _Parts:
    """Reads part after part, and remembers who is named in them."""

    def __init__(self, package: Package, main: str, draft: Draft) -> None:
        self.authors: set[str] = set()
        self._package, self._draft = package, draft
        self._previews = {
            relation.target
            for relations in package.relations.values()
            for relation in relations
            if relation.kind == "thumbnail"
        }
        self._place: Callable[[str], str] = place_of(package, main)

    def read(self, part: str) -> None:
        """Read one part by what it is, not by what it is called."""
        if part == CONTENT_TYPES:
            return
        if _XML_NAME.search(part):
            self._read_xml(part)
            return
        data = self._package.archive.read(part)
        kind = sniff(data)
        if kind == "xml":
            self._read_xml(part)
        elif kind in ("zip", "pdf") or is_image(kind):
            self._draft.enter(part.rpartition("/")[2], data, "图片" if is_image(kind) else "内嵌文件")
        elif not kind and (_PRINTER.search(part) or _FONT.search(part) or not data):
            self._draft.add_texts(f"文件内部{shown_name(part)}", printable_texts(data))
        elif part in self._previews:
            self._draft.trouble(UNREADABLE_PREVIEW)
        elif not _MACRO_PART.search(part):
            is_picture = self._package.kinds.get(part, "") in ("x-emf", "x-wmf", "emf", "wmf", "vnd.ms-photo")
            self._draft.trouble(UNREADABLE_PICTURE if is_picture else OBJECT)

    def _read_xml(self, part: str) -> None:
        flow = Flow()
        kind, place = self._package.kinds.get(part, ""), self._place(part)
        self._draft.add_texts(f"{place}的 XML 注释", parse_part(self._package.archive, part, flow))
        self._draft.add(f"{place}第{{n}}段", flow.lines)
        self._draft.add_texts(f"{place}的其他文字", flow.rest)
        self.authors |= flow.authors
        if "DataMashup" in flow.root.get("xmlns", "") or kind == "datamashup" or self._reaches(flow, part):
            self._draft.trouble(EXTERNAL, place)
        for elements, trouble in (
            (_MACRO_ELEMENTS, MACRO),
            (_OBJECT_ELEMENTS, OBJECT),
            ({"svg"}, INNER_DRAWING),
        ):
            if elements & flow.elements:
                self._draft.trouble(trouble, place)
        if kind in _COMMENT_KINDS and flow.lines:
            self._draft.trouble(COMMENTS)
        if kind == "slide" and flow.root.get("show", "1").lower() in ("0", "false"):
            self._draft.trouble(SLIDE_HIDDEN, place)
        if kind == "notesslide" and any(len(text) > _PAGE_NUMBER or not text.isdigit() for _, text in flow.lines):
            self._draft.trouble(NOTES)
        self._note_marks(flow.marks, place)

    def _reaches(self, flow: Flow, part: str) -> bool:
        """Whether a field, a formula, a mail merge or an address leads out of the file."""
        own = self._package.targets(part)
        return (
            any(map(field_reaches, flow.instructions))
            or any(map(formula_reaches, flow.formulas))
            or ("mailMerge" in flow.elements and bool(_MERGE_SOURCES & flow.elements))
            or any(
                address not in own and (element in _FETCHING or address_reaches(address))
                for element, address in flow.addresses
            )
        )

    def _note_marks(self, marks: Iterable[str], place: str) -> None:
        if "deleted" in marks:
            self._draft.trouble(DELETIONS, place)
        elif "revised" in marks:
            self._draft.trouble(REVISIONS, place)
        if "hidden" in marks:
            self._draft.trouble(TEXT_HIDDEN, place)


def parse_part(archive: Archive, part: str, handler: Handler) -> list[str]:
    """Stream a part of an archive through a handler; returns its XML comments."""
    try:
        with archive.open(part) as stream:
            return parse_xml(stream, handler)
    except UNPACKING:
        raise RefusedError(BROKEN) from None
