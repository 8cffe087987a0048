"""A page that still carries a template's hint is not ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus
from publicity.finding import Finding, Severity
from publicity.model.fields import TO_FILL
from publicity.rules import Rules


def check_placeholders(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """The mark that ``new`` puts before its hints is gone."""
    for page in corpus.pages:
        for line in page.lines():
            if TO_FILL in line.text:
                message, cure = f"正文里还有模板的提示“{TO_FILL}”", "请写上正文，并删去这一行提示"
                yield Finding(
                    line.path, line.number, line.text.index(TO_FILL) + 1, Severity.BLOCK, "placeholder", message, cure
                )
