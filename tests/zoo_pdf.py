"""PDF, by reportlab; what it does not write is added by pypdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.annotations import FreeText, Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, RectangleObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

Drawing = Callable[[Canvas, str], None]
_FONT = "STSong-Light"


def _drawn(draw: Drawing) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        path.write_bytes(_bytes(draw, number))

    return make


def _bytes(draw: Drawing, number: str, encrypt: StandardEncryption | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, encrypt=encrypt)
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    canvas.setFont(_FONT, 12)
    canvas.drawString(72, 780, "公示材料：本页文字可以选中，内容供检查使用。")
    draw(canvas, number)
    canvas.save()
    return stream.getvalue()


def _nothing(canvas: Canvas, number: str) -> None:
    """The page has its first line only."""


def _changed(change: Callable[[PdfWriter, str], None]) -> Callable[[Path, str], None]:
    def make(path: Path, number: str) -> None:
        writer = PdfWriter(PdfReader(io.BytesIO(_bytes(_nothing, number))))
        change(writer, number)
        writer.write(path)

    return make


def _plain(canvas: Canvas, number: str) -> None:
    canvas.drawString(72, 700, number)


def _spaced(canvas: Canvas, number: str) -> None:
    canvas.drawString(72, 700, number, charSpace=9)


def _lettered(canvas: Canvas, number: str) -> None:
    for place, digit in enumerate(number):
        canvas.drawString(72 + place * 22, 700, digit)


def _scrambled(canvas: Canvas, number: str) -> None:
    for place in sorted(range(len(number)), key=lambda place: place * 7 % 18):
        canvas.drawString(72 + place * 14, 700, number[place])


def _white(canvas: Canvas, number: str) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 700, number)


def _boxed(canvas: Canvas, number: str) -> None:
    canvas.drawString(72, 700, number)
    canvas.rect(60, 690, 300, 30, fill=1)


def _invisible(canvas: Canvas, number: str) -> None:
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLine(number)
    canvas.drawText(text)


def _outside(canvas: Canvas, number: str) -> None:
    canvas.drawString(-400, 900, number)


def _outline(canvas: Canvas, number: str) -> None:
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry(number, "a")


def _form(canvas: Canvas, number: str) -> None:
    canvas.acroForm.textfield(name="a", value=number, x=72, y=600, width=300, height=30, fontName="Helvetica")


def _author(canvas: Canvas, number: str) -> None:
    canvas.setAuthor(number)


def _cropped(writer: PdfWriter, number: str) -> None:
    page = PdfReader(io.BytesIO(_bytes(_plain, number))).pages[0]
    page.cropbox = RectangleObject((0, 750, 595, 842))
    writer.add_page(page)


def _annotation(writer: PdfWriter, number: str) -> None:
    writer.add_annotation(0, Text(rect=(50, 550, 200, 650), text=number))


def _free_text(writer: PdfWriter, number: str) -> None:
    writer.add_annotation(0, FreeText(rect=(50, 550, 200, 650), text=number))


def _appearance(writer: PdfWriter, number: str) -> None:
    """Only the picture of the annotation holds the number."""
    stamp = FreeText(rect=(50, 550, 350, 650), text="章")
    form = DecodedStreamObject()
    font = writer.pages[0]["/Resources"]["/Font"].raw_get("/F1")  # type: ignore[index]
    form.set_data(f"BT /F1 12 Tf 10 10 Td ({number}) Tj ET".encode())
    form.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): RectangleObject((0, 0, 300, 100))})
    fonts = DictionaryObject({NameObject("/F1"): font})
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stamp[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(form)})
    writer.add_annotation(0, stamp)


def _embedded(writer: PdfWriter, number: str) -> None:
    writer.add_attachment("list.txt", number.encode())


def _xmp(writer: PdfWriter, number: str) -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:z="z"><z:id>{number}</z:id></rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    stream = DecodedStreamObject()
    stream.set_data(packet.encode())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _script(writer: PdfWriter, number: str) -> None:
    writer.add_open_action(JavaScript("app.alert(1)"))


def _label(writer: PdfWriter, number: str) -> None:
    writer.set_page_label(0, 0, prefix=number)


def _orphan(writer: PdfWriter, number: str) -> None:
    """An object that nothing points at."""
    writer._add_object(DictionaryObject({NameObject("/Old"): TextStringObject(number)}))


def _revision(path: Path, number: str) -> None:
    """The number is on the page as it was before the last save, which only appended to the file."""
    first = _bytes(_plain, number)
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    page = PdfReader(io.BytesIO(_bytes(_nothing, number))).pages[0]
    content = DecodedStreamObject()
    content.set_data(page.get_contents().get_data())  # type: ignore[union-attr]
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content)
    writer.write(path)


def _encrypted(path: Path, number: str) -> None:
    path.write_bytes(_bytes(_plain, number, StandardEncryption("secret", canPrint=0)))


def _owner_only(path: Path, number: str) -> None:
    path.write_bytes(_bytes(_plain, number, StandardEncryption("", "owner", canCopy=0)))


def _scan(path: Path, number: str) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("L", (200, 280), 220)), 0, 0, *A4)
    canvas.save()
    path.write_bytes(stream.getvalue())


def _photo_with_comment(path: Path, number: str) -> None:
    """A JPEG goes into the PDF as it is."""
    photo = path.with_suffix(".jpg")
    Image.new("RGB", (8, 8), "white").save(photo, comment=number.encode())
    path.write_bytes(_bytes(lambda canvas, _: canvas.drawImage(str(photo), 72, 500, 50, 50) and None, number))
    photo.unlink()


def _trailing(path: Path, number: str) -> None:
    path.write_bytes(_bytes(_nothing, number) + b"PK\3\4" + bytes(40) + number.encode())


def _many_pages(canvas: Canvas, number: str) -> None:
    for _ in range(2_100):
        canvas.showPage()


PDFS: Mapping[str, tuple[Callable[[Path, str], None], str]] = {
    "plain.pdf": (_drawn(_plain), ""),
    "letter-spaced.pdf": (_drawn(_spaced), ""),
    "lettered.pdf": (_drawn(_lettered), ""),
    "scrambled.pdf": (_drawn(_scrambled), ""),
    "white.pdf": (_drawn(_white), ""),
    "black-box.pdf": (_drawn(_boxed), ""),
    "invisible.pdf": (_drawn(_invisible), ""),
    "outside-the-page.pdf": (_drawn(_outside), ""),
    "cropped.pdf": (_changed(_cropped), ""),
    "outline.pdf": (_drawn(_outline), ""),
    "form.pdf": (_drawn(_form), ""),
    "author.pdf": (_drawn(_author), "attachment-metadata"),
    "annotation.pdf": (_changed(_annotation), ""),
    "free-text.pdf": (_changed(_free_text), ""),
    "appearance.pdf": (_changed(_appearance), ""),
    "embedded-file.pdf": (_changed(_embedded), ""),
    "xmp.pdf": (_changed(_xmp), ""),
    "page-label.pdf": (_changed(_label), ""),
    "orphan.pdf": (_changed(_orphan), ""),
    "photo-comment.pdf": (_photo_with_comment, ""),
    "revision.pdf": (_revision, "attachment-hidden"),
    "script.pdf": (_changed(_script), "!attachment-macro"),
    "encrypted.pdf": (_encrypted, "!attachment-encrypted"),
    "owner-password.pdf": (_owner_only, "!attachment-encrypted"),
    "scan.pdf": (_scan, "!attachment-scan"),
    "trailing.pdf": (_trailing, "!attachment-hidden"),
    "many-pages.pdf": (_drawn(_many_pages), "!attachment-bomb"),
}
