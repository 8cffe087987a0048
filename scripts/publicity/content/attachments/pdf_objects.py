"""The objects of a PDF, each looked at once, whatever points at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pypdf.generic import IndirectObject, NameObject, StreamObject

from publicity.content.attachments.archive import decode
from publicity.content.attachments.binary import printable_texts
from publicity.content.attachments.draft import Draft
from publicity.content.attachments.picture import read_segments, read_xmp
from publicity.content.attachments.reaching import address_reaches
from publicity.content.attachments.segments import split_jpeg

MAX_NESTING = 100
_INSIDE = "文件内部"
_PLACES = {
    "/Author": "文件属性",
    "/Creator": "文件属性",
    "/Keywords": "文件属性",
    "/Producer": "文件属性",
    "/Subject": "文件属性",
    "/Title": "标题或书签",
    "/Contents": "注释",
    "/RC": "注释",
    "/V": "表单",
    "/DV": "表单",
    "/Opt": "表单",
    "/TU": "表单",
    "/T": "表单或注释的名称",
    "/Alt": "替代文字",
    "/ActualText": "替代文字",
    "/URI": "链接地址",
}
_RUNS = frozenset(["/JavaScript", "/Launch", "/Rendition", "/RichMediaExecute", "/Movie", "/Sound", "/GoTo3DView"])
_RUNNING_TYPES = frozenset(["/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"])
_FETCHES = frozenset(["/GoToR", "/GoToE", "/SubmitForm", "/ImportData"])
# Where a file beside the PDF may be named: alone, in a file specification, or as an annotation's attachment.
_FILE_KEYS = ("/F", "/UF", "/Unix", "/DOS", "/Mac", "/FS")
_ADDRESS = re.compile(r"[\\/]{2}|[A-Za-z][A-Za-z0-9+.-]{1,30}:")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
# Text and remarks in streams that no page shows; those that pages show are read in order elsewhere.
_LITERAL = re.compile(rb"\(([^()\r\n]{6,400})\)|%([^\r\n]{6,400})")
_DIGIT = re.compile(r"\d")
_FEW_DIGITS = 6
_TELLING = re.compile(r"[\u3400-\u9fff]|\d{5}")


def _readable(value: str | bytes) -> list[str]:
    """A string as text; of digests, keys and signatures only what could be text."""
    if isinstance(value, str):
        return [value]
    return printable_texts(value) if _CONTROL.search(value) else [decode(value)]


def _entry(entries: Mapping[str, Any], key: str) -> Any:
    """A value, also one that stands in an object of its own."""
    return entries[key] if key in entries else None  # noqa: SIM401 - pypdf resolves what stands elsewhere only here


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _link_reaches(address: str) -> bool:
    return address_reaches(address) and not address.lower().startswith("www.")


def _acts_by_itself(entries: Mapping[str, Any]) -> bool:
    """Anything done on opening the file or a page, but going to a place in it."""
    opening = _entry(entries, "/OpenAction")
    goes = not isinstance(opening, Mapping) or (_entry(opening, "/S") == "/GoTo" and "/Next" not in opening)
    return bool(_entry(entries, "/AA")) or not goes


def _names_a_file(entries: Mapping[str, Any]) -> bool:
    """A file that is not inside the PDF, or an address in its place."""
    named = [_entry(entries, key) for key in _FILE_KEYS]
    if any(isinstance(value, str) and _ADDRESS.match(value) for value in named) or named[-1] == "/URL":
        return True
    is_file = any(isinstance(value, str) and not isinstance(value, NameObject) for value in named)
    return is_file and "/EF" not in entries


class Objects:
    """``texts`` by place; ``files`` by object number, with ``names`` told by the objects that point at them.

    ``drawn`` are strings and remarks of streams, shown by a page or not.
    """

    def __init__(self, draft: Draft) -> None:
        self.texts: dict[str, dict[str, None]] = {}
        self.files: dict[int, bytes] = {}
        self.names: dict[int, str] = {}
        self.runs = self.lies = self.fetches = self.is_dynamic = self.names_people = False
        self.drawn: dict[str, None] = {}
        self._draft = draft

    def read(self, value: Any, number: int = 0) -> None:
        """Look at an object and at what stands in it, but not at what it points at: that comes by itself."""
        self._walk("", value, 0)
        if isinstance(value, StreamObject):
            self._read_stream(value, number)

    def _walk(self, key: str, value: Any, depth: int) -> None:
        if depth > MAX_NESTING:
            raise RecursionError
        if isinstance(value, IndirectObject):
            return
        if isinstance(value, Mapping):
            self._note(value)
            for name in value:
                self._keep(name)
                self._walk(name, value.raw_get(name), depth + 1)  # type: ignore[attr-defined]
        elif isinstance(value, list):
            for item in value:
                self._walk(key, item, depth + 1)
        elif isinstance(value, NameObject):
            self._keep(value)
        elif isinstance(value, str | bytes):
            self.texts.setdefault(_PLACES.get(key, _INSIDE), {}).update(dict.fromkeys(_readable(value)))

    def _keep(self, name: str) -> None:
        if _TELLING.search(name):
            self.texts.setdefault(_INSIDE, {})[name] = None

    def _note(self, entries: Mapping[str, Any]) -> None:
        """What a dictionary makes a program do, and the names that it gives to embedded files."""
        action, kind = _entry(entries, "/S"), _entry(entries, "/Subtype")
        if "/JS" in entries or action in _RUNS or kind in _RUNNING_TYPES or _acts_by_itself(entries):
            self.runs = True
        if action in _FETCHES or ("/F" in entries and "/Length" in entries) or _names_a_file(entries):
            self.fetches = True
        address = _entry(entries, "/URI")
        if isinstance(address, Mapping) or (isinstance(address, str) and _link_reaches(address)):
            self.fetches = True
        if "/XFA" in entries:
            self.is_dynamic = True
        if str(entries.get("/Author", "")).strip():
            self.names_people = True
        files = entries.get("/EF")
        if isinstance(files, Mapping):
            name = str(_entry(entries, "/UF") or _entry(entries, "/F") or "")
            self.lies = self.lies or any(
                _ending(str(_entry(entries, key) or name)) != _ending(name) for key in _FILE_KEYS[:-1]
            )
            for key in files:
                target = files.raw_get(key)  # type: ignore[attr-defined]
                if isinstance(target, IndirectObject):
                    self.names[target.idnum] = name

    def _read_stream(self, stream: StreamObject, number: int) -> None:
        kind = stream.get("/Type")
        if kind == "/Metadata" or stream.get("/Subtype") == "/XML":
            read_xmp(stream.get_data(), self._draft)
        elif kind == "/EmbeddedFile" or number in self.names or "/Params" in stream:
            self.files[number] = stream.get_data()
        elif "/DCTDecode" in str(stream.get("/Filter")) and (photo := stream.get_data())[:3] == b"\xff\xd8\xff":
            read_segments(split_jpeg(photo)[0], self._draft)
        elif stream.get("/Subtype") != "/Image" and "/Length1" not in stream:
            for found in _LITERAL.finditer(stream.get_data()):
                text = decode(found.group(1) or found.group(2))
                if len(_DIGIT.findall(text)) >= _FEW_DIGITS:
                    self.drawn[text] = None
