"""Attachments that the front matter names are there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.explain import Place
from publicity.finding import Finding
from publicity.model import NoticeBoard
from publicity.model.record import Record
from publicity.rules import Rules


def check_attachments(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Each named file exists beside its page or in a folder below it."""
    for page, record in corpus.records:
        for place, file in _named(record):
            target = posixpath.normpath(posixpath.join(page.folder, file))
            cure = f"请把文件放到 docs/{page.folder}{file}，或改正文件名（注意大小写）"
            if not target.startswith(page.folder):
                yield page.finding(
                    "attachment", place, f"附件“{file}”不在本页的文件夹里", "请放到本页旁边，路径里不用 .."
                )
            elif target not in corpus.asset_uris:
                yield page.finding("attachment", place, f"附件“{file}”不存在", cure)


def _named(record: Record) -> Iterator[tuple[Place, str]]:
    yield from ((("attachments", place, "file"), one.file) for place, one in enumerate(record.attachments))
    if isinstance(record, NoticeBoard):
        for place, update in enumerate(record.updates):
            if update.attachment is not None:
                yield ("updates", place, "attachment"), update.attachment
