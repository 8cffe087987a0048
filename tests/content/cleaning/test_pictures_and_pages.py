"""Pictures keep their pixels and lose their company; PDF pages keep what they show."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest
from content.cleaning import rich
from PIL import Image, ImageCms, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from publicity.content.cleaning import clean_file
from publicity.errors import PublicityError

FORMS = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


@pytest.mark.parametrize("turn", [1, 3, 6, 8])
@pytest.mark.parametrize("suffix", FORMS)
def test_a_picture_is_upright_and_bare(tmp_path: Path, suffix: str, turn: int) -> None:
    """However the camera was held the copy shows it upright, without EXIF; unturned pixels are the very same."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(rich.photo(turn, FORMS[suffix]))
    result = clean_file(path)
    before = ImageOps.exif_transpose(opened(path))
    after = opened(result.path)

    assert (after.size, len(after.getexif())) == (before.size, 0)
    worst = max(abs(one - two) for one, two in zip(before.tobytes(), after.tobytes(), strict=True))
    assert worst <= (8 if suffix == ".jpg" and turn != 1 else 0)
    assert b"SECRET" not in result.path.read_bytes()
    assert "照片的拍摄地点" in result.removed


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("turn", [1, 6])
def test_colours_are_kept(tmp_path: Path, suffix: str, turn: int) -> None:
    """The colour profile belongs to what is seen."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112] = turn
    path = tmp_path / f"a{suffix}"
    Image.new("RGB", (8, 4)).save(path, FORMS[suffix], icc_profile=profile, exif=exif)

    assert opened(clean_file(path).path).info["icc_profile"] == profile


def test_a_thumbnail_goes(tmp_path: Path) -> None:
    """A thumbnail may still show what was cut or blurred in the picture."""
    path = tmp_path / "a.jpg"
    data = rich.photo()
    path.write_bytes(data[:2] + b"\xff\xe0\x00\x16JFIF\0\1\1\0\0\1\0\1\1\1\xff\xd8\xff" + b"\0\0\0" + data[20:])
    result = clean_file(path)

    assert "照片的缩略图" in result.removed


def pdf(folder: Path) -> PdfWriter:
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    canvas.drawString(72, 700, "PUBLIC")
    canvas.save()
    return PdfWriter(clone_from=PdfReader(drawn))


def name(value: str) -> NameObject:
    return NameObject(value)


def entries(**values: object) -> DictionaryObject:
    return DictionaryObject({name(f"/{key}"): value for key, value in values.items()})


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("/AcroForm", entries(Fields=ArrayObject([entries(T=TextStringObject("a"))])), "表单或数字签名.*打印"),
        ("/Collection", entries(View=name("/D")), "文件包"),
        ("/OCProperties", entries(D=entries(OFF=ArrayObject([entries(Name=TextStringObject("a"))]))), "隐藏的图层"),
    ],
)
def test_what_only_printing_settles_is_refused(tmp_path: Path, key: str, value: DictionaryObject, words: str) -> None:
    """Forms, signatures, hidden layers and file packages cannot be cleaned honestly."""
    writer = pdf(tmp_path)
    writer.root_object[name(key)] = value
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(PublicityError, match=words):
        clean_file(tmp_path / "a.pdf")


@pytest.mark.parametrize("kind", ["/Stamp", "/Redact", "/Widget"])
def test_what_looks_like_the_page_is_not_cut_off(tmp_path: Path, kind: str) -> None:
    """A stamp is part of the document to whoever reads it: printing keeps it, cleaning would lose it."""
    writer = pdf(tmp_path)
    writer.pages[0][name("/Annots")] = ArrayObject([entries(Subtype=name(kind))])
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(PublicityError, match="打印"):
        clean_file(tmp_path / "a.pdf")


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    """Passwords, and restrictions without a password, have one cure."""
    writer = pdf(tmp_path)
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(PublicityError, match="密码或限制"):
        clean_file(tmp_path / "a.pdf")


def test_links_stay_and_scripts_in_links_go(tmp_path: Path) -> None:
    """A link to a page of the web is kept; one that runs a script or opens a disk is not."""
    writer = pdf(tmp_path)
    actions = [
        entries(S=name("/URI"), URI=TextStringObject("https://example.invalid/")),
        entries(S=name("/JavaScript"), JS=TextStringObject("SECRET")),
        entries(S=name("/URI"), URI=TextStringObject("file:///C:/SECRET")),
        entries(S=name("/Launch"), F=TextStringObject("SECRET.exe")),
    ]
    links = [entries(Subtype=name("/Link"), A=action) for action in actions]
    writer.pages[0][name("/Annots")] = ArrayObject(links)
    writer.write(tmp_path / "a.pdf")
    result = clean_file(tmp_path / "a.pdf")
    kept = PdfReader(result.path).pages[0]

    assert [one.get_object()["/A"]["/URI"] for one in kept["/Annots"]] == ["https://example.invalid/"]
    assert kept.extract_text().strip() == "PUBLIC"
    assert b"SECRET" not in result.path.read_bytes()


def test_an_earlier_state_of_the_file_goes(tmp_path: Path) -> None:
    """What an editor saved over is still in the file, before what replaced it."""
    path = tmp_path / "a.pdf"
    writer = pdf(tmp_path)
    writer.add_metadata({"/Subject": "SECRET"})
    writer.write(path)
    again = PdfWriter(path, incremental=True)
    again.add_metadata({"/Subject": "later"})
    again.write(tmp_path / "b.pdf")
    assert b"SECRET" in (tmp_path / "b.pdf").read_bytes()

    assert b"SECRET" not in clean_file(tmp_path / "b.pdf").path.read_bytes()


def test_layouts_keep_their_masters(tmp_path: Path) -> None:
    """Relationships that no XML names, such as of a layout with its master and theme, stay."""
    path = tmp_path / "a.pptx"
    rich.write_slides(path)
    before, after = rich.parts_of(path), rich.parts_of(clean_file(path).path)
    kept = [name for name in after if "slideLayouts/_rels" in name or "slideMasters/_rels" in name]

    assert len(kept) >= 12
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}


def test_animations_of_a_hidden_shape_go_with_it(tmp_path: Path) -> None:
    """PowerPoint repairs a file that animates a shape it does not have."""
    path = tmp_path / "a.pptx"
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title._element.nvSpPr.cNvPr.set("hidden", "1")
    ids = slide.shapes.title.shape_id
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    timing = f'<p:timing xmlns:p="{p}"><p:tnLst><p:spTgt spid="{ids}"/></p:tnLst></p:timing>'
    slide._element.append(pptx.oxml.parse_xml(timing))
    show.save(path)

    assert b"timing" not in rich.parts_of(clean_file(path).path)["ppt/slides/slide1.xml"]


def test_a_cut_picture_is_refused(tmp_path: Path) -> None:
    """What was cut off a picture is still in the file; Office itself can delete it."""
    path = tmp_path / "a.pptx"
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    slide.shapes.add_picture(io.BytesIO(rich.photo()), 0, 0).crop_left = 0.2
    show.save(path)
    with pytest.raises(PublicityError, match=r"裁剪过.*压缩图片"):
        clean_file(path)
