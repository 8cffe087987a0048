"""An Office file as parts and the relationships between them. Only parts that are reached from the root are written."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Concatenate, ParamSpec
from urllib.parse import unquote

from lxml import etree

from publicity.content.cleaning.markup import Element, drop, parse, referenced, serialise
from publicity.content.cleaning.tally import CannotCleanError, DamagedError

P = ParamSpec("P")

MAX_PARTS = 2_000
MAX_XML = 12 * 1024 * 1024
MAX_UNZIPPED = 200 * 1024 * 1024
CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_CHUNK = 1024 * 1024
# Relationships that hold only where the part's own XML names them. Others, as of a layout with its master, hold by being
# there; the drawing of a diagram is named in the diagram's data.
_NAMED_IN_XML = frozenset([
    "chart", "chartEx", "chartsheet", "chartUserShapes", "diagramColors", "diagramData", "diagramLayout",
    "diagramQuickStyle", "drawing", "font", "footer", "header", "hyperlink", "image", "slide", "table", "vmlDrawing",
    "worksheet",
])  # fmt: skip


@dataclass(frozen=True)
class Relation:
    """``target`` is a part's name, or an address when external. ``kind`` is the last word of the type."""

    source: str
    id: str
    kind: str
    type: str
    target: str
    external: bool


class Package:
    """Parts by name, without the leading slash; the package's own relationships belong to the part ``""``."""

    def __init__(self, data: bytes) -> None:
        self.parts = _unzip(data)
        self._names = {name.casefold(): name for name in self.parts}
        self._relations: dict[str, list[Relation]] = {}
        if len(self._names) != len(self.parts) or CONTENT_TYPES not in self.parts:
            raise DamagedError()
        self._types = _content_types(parse(self.parts[CONTENT_TYPES]))

    def type_of(self, name: str) -> str:
        """The content type that the package gives a part."""
        extension = name.rpartition(".")[2].casefold()
        return self._types.get(f"/{name}".casefold()) or self._types.get(extension, "")

    def is_xml(self, name: str) -> bool:
        """Whether a part is to be read as XML (VML too)."""
        return name != "" and self.type_of(name).endswith(("+xml", "/xml", "vmlDrawing"))

    def edit(
        self, name: str, change: Callable[Concatenate[Element, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Let ``change`` at a part's root element. A part it leaves alone keeps its bytes."""
        root = parse(self.parts[name])
        before = etree.tostring(root)
        change(root, *args, **kwargs)
        if etree.tostring(root) != before:
            self.parts[name] = serialise(root)

    def relations(self, source: str) -> list[Relation]:
        """The relationships of a part, read once."""
        if source not in self._relations:
            data = self.parts.get(_relations_name(source))
            root = parse(data) if data is not None else []
            self._relations[source] = [self._relation(source, one) for one in root if isinstance(one.tag, str)]
        return self._relations[source]

    def related(self, source: str, *kinds: str) -> list[str]:
        """The parts that a part is related to in these ways."""
        return [one.target for one in self.relations(source) if one.kind in kinds and not one.external]

    def drop_relations(self, source: str, gone: frozenset[str]) -> None:
        """Forget relationships, by id."""

        def change(root: Element) -> None:
            for one in list(root):
                if one.get("Id") in gone:
                    drop(one)

        if gone:
            self._relations[source] = [one for one in self.relations(source) if one.id not in gone]
            self.edit(_relations_name(source), change)

    def walk(self) -> Iterator[str]:
        """The package itself, and every part that can be reached from it; a part is given before it is followed.

        Relationships that should be named in a part's XML and are not any more are forgotten on the way.
        """
        found = {"": None}
        queue = [""]
        for source in queue:
            self._forget_unnamed(source)
            yield source
            for one in self.relations(source):
                if not one.external and one.target not in found:
                    found[one.target] = None
                    queue.append(one.target)

    def unreached(self) -> int:
        """How many parts nothing leads to: no program shows them."""
        reached = set(self.walk())
        reached |= {_relations_name(name) for name in reached} | {CONTENT_TYPES}
        return len(self.parts.keys() - reached)

    def write(self) -> bytes:
        """The package as a zip whose bytes depend on nothing but its parts."""
        reached = set(self.walk())
        kept = reached | {_relations_name(name) for name in reached if self.relations(name)} | {CONTENT_TYPES}
        self.edit(CONTENT_TYPES, _keep_types, kept)
        first = (CONTENT_TYPES, _relations_name(""))
        output = io.BytesIO()
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*first, *(name for name in self.parts if name not in first)]:
                if name in kept:
                    entry = zipfile.ZipInfo(name, _EPOCH)
                    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
                    archive.writestr(entry, self.parts[name])
        return output.getvalue()

    def _relation(self, source: str, element: Element) -> Relation:
        form, target = element.get("Type", ""), element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = self._resolve(source, target)
        return Relation(source, element.get("Id", ""), form.rpartition("/")[2], form, target, external)

    def _resolve(self, source: str, target: str) -> str:
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target.partition("#")[0]))
        for name in (path.lstrip("/"), unquote(path).lstrip("/")):
            if name.casefold() in self._names:
                return self._names[name.casefold()]
        if target.startswith("#") or target in (
            "NULL",
            "../NULL",
        ):  # a link within the document, a picture that is gone
            return source
        raise DamagedError("（缺少里面的部件）")

    def _forget_unnamed(self, source: str) -> None:
        if not self.is_xml(source) or not self.relations(source):
            return
        names = referenced(parse(self.parts[source]))
        unnamed = {one.id for one in self.relations(source) if one.kind in _NAMED_IN_XML and one.id not in names}
        self.drop_relations(source, frozenset(unnamed))
        if not self.related(source, "diagramData"):
            self.drop_relations(
                source, frozenset(one.id for one in self.relations(source) if one.kind == "diagramDrawing")
            )


def _relations_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _unzip(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & 1 for entry in entries):
                raise CannotCleanError("文件有密码", "请取消密码后再清理")
            if len(entries) > MAX_PARTS:
                raise _too_large()
            if len({entry.filename for entry in entries}) != len(entries):
                raise DamagedError("（里面有同名的部件）")
            return dict(_read_all(archive, entries))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError):
        raise DamagedError() from None


def _read_all(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """What the directory says of sizes is not believed: the bytes are counted as they come."""
    left, left_xml = MAX_UNZIPPED, MAX_XML
    for entry in entries:
        chunks: list[bytes] = []
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                left_xml -= len(chunk) if entry.filename.endswith((".xml", ".rels", ".vml")) else 0
                if left < 0 or left_xml < 0:
                    raise _too_large()
                chunks.append(chunk)
        yield entry.filename, b"".join(chunks)


def _too_large() -> CannotCleanError:
    return CannotCleanError("文件解压后太大", "请拆成几个小一些的文件再清理")


def _content_types(root: Element) -> dict[str, str]:
    types: dict[str, str] = {}
    for one in root.iter("{*}Default", "{*}Override"):
        types[(one.get("PartName") or one.get("Extension") or "").casefold()] = one.get("ContentType", "")
    return types


def _keep_types(root: Element, kept: set[str]) -> None:
    names = {f"/{name}".casefold() for name in kept}
    for one in root.findall("{*}Override"):
        if one.get("PartName", "").casefold() not in names:
            drop(one)
