"""Attachments that the front matter names are there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.rules import Rules


def check_attachments(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Each named file exists below docs/, beside or under its page."""
    for page, record in corpus.records:
        for place, attachment in enumerate(record.attachments):
            target = posixpath.normpath(posixpath.join(page.folder, attachment.file))
            if target not in corpus.asset_uris:
                message = f"附件“{attachment.file}”不存在"
                cure = f"请把文件放到 docs/{page.folder}{attachment.file}，或改正文件名（注意大小写）"
                yield page.finding("attachment", ("attachments", place, "file"), message, cure)
