"""From a matter, in the words of residents, to who sees to it: the powers of a corpus as one finds them by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publicity.content.corpus import Corpus
from publicity.enrich.crosslinks import Backlinks, refs
from publicity.enrich.refs import Ref
from publicity.model import EnforcementItem, ProcedureNotice
from publicity.model.enforcement import Elsewhere, Topic

OTHER = "其他事情"


@dataclass(frozen=True)
class Answer:
    """One power: ``matters`` are the words people come with, its title where nobody has written any."""

    power: Ref
    item: EnforcementItem
    matters: tuple[str, ...]
    procedures: tuple[Ref, ...]


@dataclass(frozen=True)
class Answers:
    """The powers of one topic; those without a topic are the last."""

    name: str
    title: str
    rows: tuple[Answer, ...]


def answers_of(corpus: Corpus, back: Backlinks) -> list[Answers]:
    """In the order of the topics, and within one by serial; a topic without powers is left out."""
    found: dict[Topic | None, list[Answer]] = {topic: [] for topic in (*Topic, None)}
    for page, record in corpus.records:
        if isinstance(record, EnforcementItem):
            procedures = refs(corpus, [*record.procedures, *back.get(record.serial, ())], ProcedureNotice)
            matters = record.matters or (record.title,)
            found[record.topic].append(Answer(Ref(page.uri, record.title), record, matters, tuple(procedures)))
    return [
        Answers(topic.value, topic.label, _by_serial(rows)) if topic else Answers("other", OTHER, _by_serial(rows))
        for topic, rows in found.items()
        if rows
    ]


def elsewhere_of(groups: Sequence[Answers]) -> list[tuple[Elsewhere, Ref]]:
    """What another organ sees to, with the power whose page says so."""
    return [(one, row.power) for group in groups for row in group.rows for one in row.item.elsewhere]


def _by_serial(rows: list[Answer]) -> tuple[Answer, ...]:
    return tuple(sorted(rows, key=lambda row: row.item.serial))
