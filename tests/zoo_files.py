"""Text files, zips, OFD, and files that are not what their names say."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import Workbook
from PIL import Image

Maker = Callable[[Path, str], None]


def _text(template: str, encoding: str) -> Maker:
    return lambda path, number: path.write_bytes(template.replace("NUMBER", number).encode(encoding)) and None


def _bytes(data: bytes) -> Maker:
    return lambda path, number: path.write_bytes(data) and None


def _zip(path: Path, members: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def _zipped(members: Callable[[str], Mapping[str, bytes]]) -> Maker:
    return lambda path, number: _zip(path, members(number))


def _workbook(number: str) -> bytes:
    book = Workbook()
    book.active["A1"] = number
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _nested(depth: int) -> Callable[[str], Mapping[str, bytes]]:
    def members(number: str) -> Mapping[str, bytes]:
        inner: Mapping[str, bytes] = {"a.txt": number.encode()}
        for level in range(depth):
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w") as archive:
                for name, data in inner.items():
                    archive.writestr(name, data)
            inner = {f"{level}.zip": stream.getvalue()}
        return inner

    return members


def _link(path: Path, number: str) -> None:
    entry = zipfile.ZipInfo("a.txt")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")


def _slip(path: Path, number: str) -> None:
    _zip(path, {"../../a.txt": b"x"})


def _locked(path: Path, number: str) -> None:
    """Only the flag is set: nobody gets as far as the bytes."""
    _zip(path, {"a.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)


def _bomb(path: Path, number: str) -> None:
    _zip(path, {f"{place}.txt": bytes(20_000_000) for place in range(12)})


def _sealed(path: Path, number: str) -> None:
    """The container that Office puts an encrypted file in (MS-OFFCRYPTO), in the layout of MS-CFB version 3."""
    stream = bytes(range(256)) * 16
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    chains = [[0], [1], list(range(2, 10)), list(range(10, 18))]
    table = [free] * 128
    for chain in chains:
        for sector, following in zip(chain, [*chain[1:], end], strict=True):
            table[sector] = following
    table[0] = 0xFFFFFFFD
    signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header = signature + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<I", 0) + b"\xff" * 432
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry("EncryptedPackage", 2, free, 2, len(stream))
    entries += _entry("EncryptionInfo", 2, free, 10, len(stream)) + bytes(128)
    path.write_bytes(header + struct.pack("<128I", *table) + entries + stream * 2)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    sibling = 2 if name == "EncryptedPackage" else 0xFFFFFFFF
    head = encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, sibling, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _gap(path: Path, number: str) -> None:
    """Bytes between two members, which no list of members shows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "x")
        archive.fp.write(number.encode() * 5)  # type: ignore[union-attr]
        archive.start_dir = archive.fp.tell()  # type: ignore[union-attr]
        archive.writestr("b.txt", "x")
    path.write_bytes(stream.getvalue())


def _gbk_name(path: Path, number: str) -> None:
    """As Chinese Windows writes it: GBK without a flag."""
    _zip(path, {"AAAA" + number + ".txt": b"x"})
    path.write_bytes(path.read_bytes().replace(b"AAAA", "名单".encode("gbk")))


def _ofd(content: str, extra: Mapping[str, bytes] | None = None) -> Callable[[str], Mapping[str, bytes]]:
    uri = 'xmlns:ofd="http://www.ofdspec.org/2016"'

    def members(number: str) -> Mapping[str, bytes]:
        digits = "".join(f"<ofd:TextObject><ofd:TextCode>{digit}</ofd:TextCode></ofd:TextObject>" for digit in number)
        page = content.replace("NUMBER", number).replace("DIGITS", digits)
        return {
            "OFD.xml": f"<ofd:OFD {uri}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".encode(),
            "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {uri}><ofd:Layer>{page}</ofd:Layer></ofd:Page>".encode(),
            **(extra or {}),
        }

    return members


def _png() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (8, 8), 255).save(stream, "PNG")
    return stream.getvalue()


FILES: Mapping[str, tuple[Maker, str]] = {
    "utf8.csv": (_text("姓名,证号\r\n甲,NUMBER\r\n", "utf-8-sig"), ""),
    "gbk.csv": (_text("姓名,证号\n甲,NUMBER\n", "gbk"), ""),
    "semicolons.csv": (_text("姓名;证号\n甲;NUMBER\n", "utf-8"), ""),
    "plain.txt": (_text("证号 NUMBER\n", "utf-8"), ""),
    "gbk.txt": (_text("证号 NUMBER\n", "gb18030"), ""),
    "drawing.svg": (_text('<svg xmlns="http://www.w3.org/2000/svg"><text>NUMBER</text></svg>', "utf-8"), ""),
    "data.json": (_text('{"a": "NUMBER"}', "utf-8"), ""),
    "fetch.csv": (_text("a,b\n1,\"=cmd|' /C calc'!A0\"\n", "utf-8"), "!attachment-external"),
    "utf16.txt": (_text("证号 NUMBER\n", "utf-16"), "!attachment-type"),
    "text.zip": (_zipped(lambda number: {"a/b.txt": number.encode()}), ""),
    "workbook.zip": (_zipped(lambda number: {"名单.xlsx": _workbook(number)}), ""),
    "named.zip": (_zipped(lambda number: {f"{number}.txt": b"x"}), ""),
    "gbk-named.zip": (_gbk_name, ""),
    "twice.zip": (_zipped(_nested(2)), ""),
    "too-deep.zip": (_zipped(_nested(5)), "!attachment-bomb"),
    "program.zip": (_zipped(lambda number: {"a.exe": b"MZ"}), "!attachment-type"),
    "link.zip": (_link, "!attachment-type"),
    "slip.zip": (_slip, "!attachment-type"),
    "locked.zip": (_locked, "!attachment-encrypted"),
    "bomb.zip": (_bomb, "!attachment-bomb"),
    "gap.zip": (_gap, "!attachment-hidden"),
    "text.ofd": (_zipped(_ofd("<ofd:TextObject><ofd:TextCode>NUMBER</ofd:TextCode></ofd:TextObject>")), ""),
    "lettered.ofd": (_zipped(_ofd("DIGITS")), ""),
    "scan.ofd": (_zipped(_ofd("<ofd:ImageObject/>", {"Doc_0/Res/a.png": _png()})), "!attachment-scan"),
    "picture.pdf": (_bytes(_png()), "!attachment-type"),
    "workbook.docx": (lambda path, number: path.write_bytes(_workbook(number)) and None, "!attachment-type"),
    "document.xlsx": (_bytes(b"%PDF-1.4\n%%EOF"), "!attachment-type"),
    "page.txt": (_bytes(b"\x89PNG\r\n\x1a\n"), "!attachment-type"),
    "broken.xlsx": (_bytes(b"PK\3\4" + bytes(200)), "!attachment-broken"),
    "broken.pdf": (_bytes(b"%PDF-1.7\n" + b"1 0 obj <<" * 900 + b"\n%%EOF"), "!attachment-broken"),
    "empty.pdf": (_bytes(b""), "!attachment-type"),
    "sealed.docx": (_sealed, "!attachment-encrypted"),
    "sealed.xlsx": (_sealed, "!attachment-encrypted"),
    "rich.rtf": (_bytes(b"{\\rtf1 x}"), "!attachment-old-format"),
    "old-inside.docx": (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)), "!attachment-old-format"),
}
