"""A zip, opened with suspicion: what Office files, OFD and zip attachments have in common."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from typing import IO

from publicity.content.attachments.draft import Draft, RefusedError, is_deceptive
from publicity.content.attachments.troubles import BROKEN, DUPLICATE, ENCRYPTED, TRAILING, UNSAFE_NAME

_LOCAL_HEADER = 30
# After a member a data descriptor may stand: its size depends on what the writer chose.
_DESCRIPTORS = frozenset((0, 12, 16, 20, 24))
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


class Archive:
    """Members by name, none of them larger than it says."""

    def __init__(self, data: bytes, draft: Draft) -> None:
        """Raises RefusedError or TooMuchError before anything is unpacked."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OverflowError):
            raise RefusedError(BROKEN) from None
        entries = self._zip.infolist()
        draft.count_unpacked(len(entries), sum(entry.file_size for entry in entries))
        self.names = {_readable(entry): entry for entry in entries if not entry.is_dir()}
        self._check(entries, draft)
        _check_gaps(data, entries, self._zip.start_dir, draft)
        remarks = [self._zip.comment, *(entry.comment for entry in entries)]
        draft.add_texts("压缩包注释", [decode(remark) for remark in remarks])

    def _check(self, entries: list[zipfile.ZipInfo], draft: Draft) -> None:
        if any(entry.flag_bits & 0x41 for entry in entries):
            raise RefusedError(ENCRYPTED)
        if any(entry.compress_type not in _METHODS for entry in entries):
            raise RefusedError(BROKEN)
        if len({_readable(entry).casefold() for entry in entries}) < len(entries):
            draft.trouble(DUPLICATE)
        if any(_is_unsafe(entry) for entry in entries):
            draft.trouble(UNSAFE_NAME)

    def open(self, name: str) -> IO[bytes]:
        """The member as a stream."""
        return self._zip.open(self.names[name])

    def read(self, name: str) -> bytes:
        """The whole member. Raises RefusedError when it is damaged."""
        try:
            return self._zip.read(self.names[name])
        except UNPACKING:
            raise RefusedError(BROKEN) from None


# What unpacking a damaged member can raise.
UNPACKING = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


def decode(data: bytes) -> str:
    """Bytes of unknown encoding as text, as well as can be."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _readable(entry: zipfile.ZipInfo) -> str:
    """The name; Chinese Windows writes GBK where the standard has code page 437."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return decode(entry.filename.encode("cp437"))
    except UnicodeEncodeError:
        return entry.filename


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    name = entry.orig_filename
    parts = name.replace("\\", "/").split("/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return (
        is_link
        or is_deceptive(_readable(entry))
        or name.startswith("/")
        or ".." in parts
        or any(char in name for char in "\\:\0\r\n")
    )


def _check_gaps(data: bytes, entries: list[zipfile.ZipInfo], directory: int, draft: Draft) -> None:
    """Whatever lies between the members is seen by no Office program, but goes out all the same."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset - at not in _DESCRIPTORS or (at == 0 and entry.header_offset):
            draft.trouble(TRAILING)
            return
        header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise RefusedError(BROKEN)
        name, extra = struct.unpack_from("<HH", header, 26)
        at = entry.header_offset + _LOCAL_HEADER + name + extra + entry.compress_size
    end = data.rfind(b"PK\x05\x06")
    if directory - at not in _DESCRIPTORS or data[end + 22 + int.from_bytes(data[end + 20 : end + 22], "little") :]:
        draft.trouble(TRAILING)
