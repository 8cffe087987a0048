"""What hangs together: powers, their procedures and their results; documents and those that change them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from publicity.content.corpus import Corpus
from publicity.enrich.entries import public_title
from publicity.enrich.refs import Ref
from publicity.model import EnforcementItem, EnforcementResult, NormativeDocument, ProcedureNotice
from publicity.model.record import Record

Backlinks = Mapping[str, Sequence[str]]


def backlinks(corpus: Corpus) -> Backlinks:
    """By serial: the serials of the procedures, items and results that name it."""
    found: dict[str, list[str]] = {}
    for _, record in corpus.records:
        named: tuple[str, ...] = ()
        if isinstance(record, EnforcementItem):
            named = record.procedures
        elif isinstance(record, ProcedureNotice):
            named = record.items
        elif isinstance(record, EnforcementResult) and record.item:
            named = (record.item,)
        for serial in named:
            found.setdefault(serial, []).append(record.serial)
    return found


def related(corpus: Corpus, record: Record, back: Backlinks) -> list[tuple[str, list[Ref]]]:
    """Groups of links to other records, with the words above them; links hold in both directions."""
    naming = list(back.get(record.serial, ()))
    groups: list[tuple[str, list[Ref]]] = []
    if isinstance(record, EnforcementItem):
        both = [*record.procedures, *naming]
        groups = [
            ("办理程序", refs(corpus, both, ProcedureNotice)),
            ("执法结果", refs(corpus, naming, EnforcementResult)),
        ]
    elif isinstance(record, ProcedureNotice):
        groups = [("对应的执法事项", refs(corpus, [*record.items, *naming], EnforcementItem))]
    elif isinstance(record, EnforcementResult):
        groups = [("执法事项", refs(corpus, [record.item] if record.item else [], EnforcementItem))]
    elif isinstance(record, NormativeDocument):
        groups = [
            ("本文件修改了", refs(corpus, record.amends, NormativeDocument)),
            ("本文件废止了", refs(corpus, record.repeals, NormativeDocument)),
            ("取代本文件的", refs(corpus, [record.replaced_by] if record.replaced_by else [], NormativeDocument)),
        ]
    return [(words, links) for words, links in groups if links]


def refs(corpus: Corpus, serials: Sequence[str], kind: type[Record]) -> list[Ref]:
    """Links to the records of that kind among the serials, each once; unknown ones are a check's business."""
    found = (corpus.by_serial.get(serial) for serial in dict.fromkeys(serials))
    return [Ref(page.uri, public_title(record)) for page, record in filter(None, found) if isinstance(record, kind)]
