"""The skeleton of an Office file: which part is what, and what each part points at."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from publicity.content.attachments.archive import Archive
from publicity.content.attachments.draft import RefusedError
from publicity.content.attachments.troubles import BROKEN
from publicity.content.attachments.xml import Attributes, attribute, parse_xml

CONTENT_TYPES = "[Content_Types].xml"
MAX_XML = 1024 * 1024 * 8


@dataclass(frozen=True)
class Relation:
    """``kind`` is the last word of the relationship's type; ``target`` is a part's name, or an address outside."""

    id: str
    kind: str
    target: str
    is_external: bool


class _Entries:
    """The elements of one level, as attributes."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Attributes]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        self.found.append((name, attributes))

    def end(self, name: str) -> None:
        """Nothing hangs on an end."""

    def text(self, data: str) -> None:
        """There is no text."""


def read_entries(archive: Archive, name: str) -> list[tuple[str, Attributes]]:
    """Every element of a part with its attributes."""
    entries = _Entries()
    parse_xml(archive.read(name), entries)
    return entries.found


class Package:
    """``kinds`` is the last word of each part's content type, in lower case; a part without one has an empty word."""

    def __init__(self, archive: Archive) -> None:
        if CONTENT_TYPES not in archive.names:
            raise RefusedError(BROKEN)
        self.archive = archive
        entries = read_entries(archive, CONTENT_TYPES)
        self.types = [attribute(attributes, "ContentType") for _, attributes in entries]
        defaults = {
            attribute(attributes, "Extension").lower(): attribute(attributes, "ContentType")
            for name, attributes in entries
            if name == "Default"
        }
        given = {
            attribute(attributes, "PartName").lstrip("/").lower(): attribute(attributes, "ContentType")
            for name, attributes in entries
            if name == "Override"
        }
        self.kinds: Mapping[str, str] = {
            name: _word(given.get(name.lower()) or defaults.get(name.rpartition(".")[2].lower(), ""))
            for name in archive.names
        }
        self.relations: Mapping[str, list[Relation]] = {
            _source_of(name): self._read_relations(name) for name in archive.names if name.lower().endswith(".rels")
        }

    def _read_relations(self, name: str) -> list[Relation]:
        folder = posixpath.dirname(_source_of(name))
        relations = []
        for _, attributes in read_entries(self.archive, name):
            target = attribute(attributes, "Target")
            is_external = attribute(attributes, "TargetMode").lower() == "external"
            if target and not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = attribute(attributes, "Type").rpartition("/")[2]
            relations.append(Relation(attribute(attributes, "Id"), kind, target, is_external))
        return relations

    def targets(self, part: str) -> Mapping[str, str]:
        """Part names by the id that ``part`` uses for them."""
        return {relation.id: relation.target for relation in self.relations.get(part, ())}

    def main(self) -> str:
        """The part that the file is about."""
        for relation in self.relations.get("", ()):
            if relation.kind == "officeDocument" and relation.target in self.archive.names:
                return relation.target
        raise RefusedError(BROKEN)


def _word(content_type: str) -> str:
    return content_type.lower().removesuffix("+xml").rpartition(".")[2].rpartition("/")[2]


def _source_of(name: str) -> str:
    """``word/_rels/document.xml.rels`` belongs to ``word/document.xml``; ``_rels/.rels`` to the package, the empty name."""
    folder, _, base = name.rpartition("/")
    folder = folder.removesuffix("_rels").rstrip("/")
    return posixpath.join(folder, base[: -len(".rels")])
