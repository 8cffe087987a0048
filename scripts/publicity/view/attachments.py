"""The attachments of a record as a reader is told of them before the download."""

from __future__ import annotations

from publicity.content.corpus import Corpus, Page
from publicity.outputs.artefact import size_in_words
from publicity.outputs.endings import ending_of


def attachment_rows(corpus: Corpus, page: Page) -> list[dict[str, str]]:
    """Address below docs/, title, kind and size of each; a missing file is a check's business and has no size."""
    rows = []
    for one in page.record.attachments if page.record is not None else ():
        uri = f"{page.folder}{one.file}"
        asset = corpus.asset_by_uri.get(uri)
        size = size_in_words(asset.size if asset is not None else 0)
        rows.append({"uri": uri, "title": one.title, "kind": ending_of(uri).word, "size": size})
    return rows
