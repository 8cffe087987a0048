"""XML as a stream of events: no tree is built, no DTD is read, no entity is expanded."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import IO, Protocol
from xml.parsers import expat

from publicity.content.attachments.draft import RefusedError
from publicity.content.attachments.troubles import BROKEN, DOCTYPE

MAX_ELEMENT_DEPTH = 200
CHUNK = 64 * 1024

Attributes = Mapping[str, str]


class Handler(Protocol):
    """Names come without their prefix, since any prefix may stand for any namespace; attributes keep theirs."""

    def start(self, name: str, attributes: Attributes) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, data: str) -> None: ...


def local(name: str) -> str:
    """A name without its prefix."""
    return name[name.find(":") + 1 :] if ":" in name else name


def attribute(attributes: Attributes, name: str) -> str:
    """An attribute whatever its prefix; empty when it is not there."""
    if name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if local(key) == name), "")


def is_on(value: str) -> bool:
    """An Office switch that is there, with its value or without one."""
    return value.lower() not in ("0", "false", "off")


def parse_xml(source: IO[bytes] | bytes, handler: Handler) -> list[str]:
    """Returns what XML comments and instructions say; they would part a word in the middle.

    Raises RefusedError when it is not well-formed, nested too deeply, or declares a document type.
    """
    asides: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_ELEMENT_DEPTH:
            raise RefusedError(BROKEN)
        handler.start(names.get(name) or names.setdefault(name, local(name)), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(names[name])

    def refuse(*arguments: object) -> None:
        raise RefusedError(DOCTYPE)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.CommentHandler = asides.append
    parser.ProcessingInstructionHandler = lambda target, data: asides.append(data)
    parser.StartDoctypeDeclHandler = refuse
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        raise RefusedError(BROKEN) from None
    return asides
