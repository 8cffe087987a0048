"""Serials by which one page names another exist, and so do the entries of the data files that a page names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.explain import Place
from publicity.finding import Finding
from publicity.model import EnforcementItem, EnforcementResult, NormativeDocument, ProcedureNotice, PublicityEvent
from publicity.model.record import Record
from publicity.rules import Rules

Named = Iterator[tuple[Place, str, type[Record]]]


def check_references(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Each named serial is a record of the right kind; each category, field and item is one of the data files."""
    for page, record in corpus.records:
        if record.category is not None and record.category not in rules.categories:
            message = f"公开类别“{record.category}”不在目录里"
            cure = '请写条例第20条或第21条的项，如 "20.15"；全部类别见 data/catalogue.yml'
            yield page.finding("reference", ("category",), message, cure, basis="政府信息公开条例 第二十条、第二十一条")
        yield from _check_data_ids(page, record, rules)
        for place, serial, kind in _named(record):
            yield from _check_one(corpus, page, place, serial, kind)


def _check_data_ids(page: Page, record: Record, rules: Rules) -> Iterator[Finding]:
    if record.field is not None and record.field not in rules.fields:
        cure = "请写 data/fields.yml 里 fields 的 id，不属于这些领域的不写"
        yield page.finding("reference", ("field",), f"公开领域“{record.field}”不在目录里", cure)
    for place, name in enumerate(record.meets):
        if name not in rules.required:
            cure = "请写 data/required.yml、data/fields.yml 里事项的 id，不清楚的不写"
            yield page.finding("reference", ("meets", place), f"应公开事项“{name}”不在目录里", cure)


def _check_one(corpus: Corpus, page: Page, place: Place, serial: str, kind: type[Record]) -> Iterator[Finding]:
    found = corpus.by_serial.get(serial)
    if found is None and any(other.stem == serial and other.header is None for other in corpus.pages):
        return  # that page's own findings say what is wrong
    if found is None:
        yield page.finding("reference", place, f"流水号“{serial}”没有对应的页面", "请核对流水号，或先新建那一页")
    elif not isinstance(found[1], kind):
        yield page.finding(
            "reference", place, f"流水号“{serial}”不是这里应有的种类（{found[0].shown}）", "请核对流水号"
        )


def _named(record: Record) -> Named:
    if isinstance(record, EnforcementItem):
        yield from ((("procedures", i), serial, ProcedureNotice) for i, serial in enumerate(record.procedures))
    elif isinstance(record, ProcedureNotice):
        yield from ((("items", i), serial, EnforcementItem) for i, serial in enumerate(record.items))
    elif isinstance(record, EnforcementResult) and record.item is not None:
        yield ("item",), record.item, EnforcementItem
    elif isinstance(record, NormativeDocument):
        yield from ((("amends", i), serial, NormativeDocument) for i, serial in enumerate(record.amends))
        yield from ((("repeals", i), serial, NormativeDocument) for i, serial in enumerate(record.repeals))
        if record.replaced_by is not None:
            yield ("replaced_by",), record.replaced_by, NormativeDocument
    elif isinstance(record, PublicityEvent) and record.source is not None:
        yield ("source", "serial"), record.source.serial, Record
