"""The attachments of a record as a reader is told of them before the download."""

from __future__ import annotations

from pathlib import PurePosixPath

from publicity.content.corpus import Corpus, Page
from publicity.outputs.artefact import size_in_words

KINDS = {
    ".pdf": "PDF",
    ".ofd": "OFD 版式文件",
    ".docx": "Word 文档",
    ".xlsx": "Excel 表格",
    ".pptx": "PPT 幻灯片",
    ".csv": "CSV 表格",
    ".txt": "文本",
    ".zip": "ZIP 压缩包",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".svg"), "图片"),
}


def attachment_rows(corpus: Corpus, page: Page) -> list[dict[str, str]]:
    """Address below docs/, title, kind and size of each; a missing file is a check's business and has no size."""
    rows = []
    for one in page.record.attachments if page.record is not None else ():
        uri, suffix = f"{page.folder}{one.file}", PurePosixPath(one.file).suffix.lower()
        kind = KINDS.get(suffix, suffix.removeprefix(".").upper())
        asset = corpus.asset_by_uri.get(uri)
        size = size_in_words(asset.size if asset is not None else 0)
        rows.append({"uri": uri, "title": one.title, "kind": kind, "size": size})
    return rows
