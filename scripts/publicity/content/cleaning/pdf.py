"""PDF: pages stay as they are; what stands beside them goes, and earlier states of the file with it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from publicity.content.cleaning.jpeg import strip_jpeg
from publicity.content.cleaning.tally import CannotCleanError, Tally

_PRINT_ANEW = "请用“打印”另存为新的 PDF，再清理"
_INFO, _FILES, _SCRIPTS = "文档信息（作者、标题、时间等）", "附带的文件", "脚本和自动运行的动作"
# What a document, a page and a link need; the rest of their entries goes.
_CATALOG = frozenset([
    "/Type", "/Pages", "/Outlines", "/Dests", "/Names", "/Lang", "/PageLabels", "/PageLayout", "/PageMode",
    "/ViewerPreferences", "/MarkInfo", "/StructTreeRoot", "/OCProperties", "/OutputIntents", "/Version"
])  # fmt: skip
_PAGE = frozenset([
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate",
    "/Contents", "/Group", "/UserUnit", "/Annots", "/StructParents", "/Tabs"
])  # fmt: skip
_LINK = frozenset([
    "/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/H", "/A", "/Dest", "/QuadPoints", "/F",
    "/StructParent", "/P"
])  # fmt: skip
_NAMES = frozenset(["/Dests"])
# What else may carry private matter, on any object that says what it is.
_PRIVATE = frozenset([
    "/Metadata", "/PieceInfo", "/AA", "/AF", "/EF", "/Alternates", "/OPI", "/LastModified", "/Thumb", "/JS"
])  # fmt: skip
_TOLD: Mapping[str, str] = {
    "/Metadata": _INFO,
    "/PieceInfo": "编辑软件的私有数据",
    "/AA": _SCRIPTS,
    "/JS": _SCRIPTS,
    "/JavaScript": _SCRIPTS,
    "/OpenAction": _SCRIPTS,
    "/AF": _FILES,
    "/EF": _FILES,
    "/EmbeddedFiles": _FILES,
    "/Thumb": "页面的缩略图",
    "/Contents": "链接的说明",
}
_SAFE_ACTIONS = ("/URI", "/GoTo", "/Named")
_SEEN_ON_PAGE = ("/Stamp", "/Watermark", "/Widget", "/Redact")


def clean_pdf(data: bytes, suffix: str, tally: Tally) -> bytes:
    """The pages, their links and their outline, written anew."""
    if not data.lstrip()[:1024].startswith(b"%PDF-"):
        raise CannotCleanError(f"文件的内容不是 {suffix}", "请用原来的软件导出为 PDF，再清理")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for programmers
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise CannotCleanError("文件有密码或限制", _PRINT_ANEW)
    root = reader.root_object
    _refuse(root)
    tally.add(_INFO, "/Info" in reader.trailer and bool(reader.metadata))
    _keep(root, _CATALOG, tally)
    if isinstance(names := root.get("/Names", DictionaryObject()).get_object(), DictionaryObject):
        _keep(names, _NAMES, tally)
    pages = _pages(reader)
    for page in pages:
        _keep(page, _PAGE, tally)
        _clean_annotations(page, tally)
    _clean_objects(root, {id(page) for page in pages}, tally)
    return _written(reader)


def _pages(reader: PdfReader) -> list[DictionaryObject]:
    """The pages as they lie in the file; pypdf's own are copies."""
    found = [page.indirect_reference.get_object() for page in reader.pages if page.indirect_reference is not None]
    return [page for page in found if isinstance(page, DictionaryObject)]


def _refuse(root: DictionaryObject) -> None:
    form = _dictionary(root, "/AcroForm")
    if form.get("/Fields") or "/XFA" in form:
        raise CannotCleanError("文件里有表单或数字签名", _PRINT_ANEW)
    if "/Collection" in root:
        raise CannotCleanError("文件是一个装着别的文件的文件包", "请把里面的文件分别导出，再清理")
    layers = _dictionary(_dictionary(root, "/OCProperties"), "/D")
    if layers.get("/OFF") or layers.get("/BaseState") == "/OFF":
        raise CannotCleanError("文件里有隐藏的图层", _PRINT_ANEW)


def _clean_annotations(page: DictionaryObject, tally: Tally) -> None:
    """Links stay. What readers take for part of the page cannot be told from a remark: somebody must print it."""
    found = page.get("/Annots", ArrayObject()).get_object()
    kept = ArrayObject()
    for reference in found if isinstance(found, ArrayObject) else ():
        annotation = reference.get_object()
        if not isinstance(annotation, DictionaryObject):
            continue
        if annotation.get("/Subtype") in _SEEN_ON_PAGE:
            raise CannotCleanError("页面上有图章、水印、表单或未生效的涂黑", _PRINT_ANEW)
        if annotation.get("/Subtype") == "/Link" and _is_safe(_dictionary(annotation, "/A")):
            _keep(annotation, _LINK, tally)
            kept.append(reference)
        else:
            annotation.clear()  # whatever else points at it finds nothing
            tally.add("注释、批注和不安全的链接{n}处")
    if "/Annots" in page:
        page[NameObject("/Annots")] = kept


def _is_safe(action: DictionaryObject) -> bool:
    if not action:
        return True
    on_a_computer = str(action.get("/URI", "")).casefold().startswith("file:")
    return action.get("/S") in _SAFE_ACTIONS and not on_a_computer


def _clean_objects(root: DictionaryObject, pages: set[int], tally: Tally) -> None:
    for one in _reachable(root):
        if one.get("/Type") == "/Page" and id(one) not in pages:
            one.clear()
            tally.add("删去后仍留在文件里的页{n}页")
        if not _is_safe(_dictionary(one, "/A")) and "/S" in _dictionary(one, "/A"):
            del one["/A"]
            tally.add(_SCRIPTS)
        if one.get("/S") in _SAFE_ACTIONS and one.pop("/Next", None) is not None:
            tally.add(_SCRIPTS)
        # The keys of other dictionaries are names somebody chose, of fonts and the like.
        if isinstance(one, StreamObject) or "/Type" in one or "/S" in one:
            _keep(one, one.keys() - _PRIVATE, tally)
        if isinstance(one, StreamObject) and _filters(one)[-1:] == ["/DCTDecode"]:
            _clean_photo(one, tally)


def _filters(stream: StreamObject) -> list[str]:
    found = stream.get("/Filter", ArrayObject()).get_object()
    return [str(one) for one in found] if isinstance(found, ArrayObject) else [str(found)]


def _clean_photo(stream: StreamObject, tally: Tally) -> None:
    """A photo lies in a PDF as its JPEG file, EXIF and all, perhaps wrapped once more."""
    photo = stream.get_data()
    bare = strip_jpeg(photo, 1, tally)
    if bare != photo:
        stream._data = bare  # set_data would take pixels
        stream[NameObject("/Filter")] = NameObject("/DCTDecode")
        stream.pop("/DecodeParms", None)


def _reachable(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that can be reached; what a caller deletes is not followed."""
    seen: set[int] = set()
    waiting: list[object] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            one = one.get_object()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, DictionaryObject):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, ArrayObject):
            waiting.extend(one)


def _keep(one: DictionaryObject, keys: Iterable[str], tally: Tally) -> None:
    for key in sorted(one.keys() - set(keys)):
        del one[key]
        tally.add(_TOLD.get(key, ""))


def _dictionary(owner: DictionaryObject, key: str) -> DictionaryObject:
    found = owner.get(key, DictionaryObject()).get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _written(reader: PdfReader) -> bytes:
    """Only what the catalogue reaches is copied."""
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
