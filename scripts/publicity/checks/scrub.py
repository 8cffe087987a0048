"""What a finding says never repeats somebody's number: the log, the annotation and the file's path are public."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from publicity.checks.personal_info.detect import hits_of
from publicity.checks.personal_info.scan import Scan
from publicity.content.markdown import Line
from publicity.content.passages import Passage
from publicity.finding import Finding

# Long enough to be part of a telephone number, or a sign of an address.
_SUSPECT = re.compile(
    r"\d(?:\W{0,3}\d){6}|[@＠]|[A-Za-z]\d{5}|%[0-9A-Fa-f]{2}|&#|姓名|学生|儿童|孤儿|[〇零一二三四五六七八九]{7}"
)
_LONG = re.compile(r"(?<!\d)\d{11,}[0-9Xx]?")


def scrub(finding: Finding) -> Finding:
    """The finding with every number in it masked; nearly all are returned as they are."""
    said = (finding.path, finding.message, finding.cure)
    if not any(_SUSPECT.search(text) for text in said):
        return finding
    path, message, cure = map(scrub_text, said)
    return replace(finding, path=path, message=message, cure=cure)


def scrub_all(findings: Iterable[Finding]) -> set[Finding]:
    """Each finding once, with nothing personal in it."""
    return {scrub(finding) for finding in findings}


def scrub_text(text: str) -> str:
    """The text with what is personal in it replaced by its masked form, and any long number by its first digits."""
    scan = Scan(Passage((Line(text, "", 1),)))
    hits = hits_of(scan)
    if hits:
        text = scan.text  # what is encoded must be shown decoded: a number's place is known only there
    for hit in reversed(hits):
        if "*" not in text[hit.start : hit.end]:
            text = text[: hit.start] + hit.masked + text[hit.end :]
    return _LONG.sub(lambda found: found.group()[:3] + "*" * (len(found.group()) - 3), text)
