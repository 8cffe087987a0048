"""What normative documents say of each other: later amends, repeals and replaces earlier, and nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import combinations

from publicity.checks.document_numbers import mend
from publicity.content.corpus import Corpus, Page
from publicity.enrich.selecting import day_of, given
from publicity.enrich.validity import States, Step, acts_on, states
from publicity.explain import Place
from publicity.finding import Finding, Severity
from publicity.model import NormativeDocument
from publicity.rules import Rules

# What a title says of its own version: （2024年修订）, （试行）.
_VERSION = re.compile(r"[（(][^（）()]*(?:修订|修正|修改|试行|暂行|版)[^（）()]*[）)]$")
Documents = Mapping[str, tuple[Page, NormativeDocument]]


@dataclass(frozen=True)
class _Tie:
    """``later`` does something to ``earlier``; both are serials, and ``page`` is the one that says so, at ``place``."""

    page: Page
    place: Place
    later: str
    earlier: str
    word: str


def check_versions(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """What the documents' own words and dates prove wrong blocks; nothing here but warnings depends on the day."""
    documents = {one.serial: (page, one) for page, one in corpus.records if isinstance(one, NormativeDocument)}
    life = states(corpus, today)
    ties = [tie for page, one in documents.values() for tie in _ties(page, one, documents)]
    yield from _cycles(ties)
    for tie in ties:
        yield from _check_order(tie, documents)
        yield from _check_after_the_end(tie, documents, life)
    for page, record in documents.values():
        yield from _check_sense(page, record, documents)
        yield from _check_overlap(page, record, documents)
        yield from _check_ends(page, record, life)
    yield from _check_alike(documents, life)


def _ties(page: Page, record: NormativeDocument, documents: Documents) -> Iterator[_Tie]:
    """Ties between documents of this site; a serial that is none is told by another check."""
    ties = [_Tie(page, ("amends", i), record.serial, one, "修改") for i, one in enumerate(record.amends)]
    ties += [_Tie(page, ("repeals", i), record.serial, one, "废止") for i, one in enumerate(record.repeals)]
    if record.replaced_by is not None:
        ties.append(_Tie(page, ("replaced_by",), record.replaced_by, record.serial, "取代"))
    yield from (tie for tie in ties if tie.later in documents and tie.earlier in documents)


def _cycles(ties: list[_Tie]) -> Iterator[Finding]:
    """Each circle once, at the first page that is part of it."""
    while circle := find_cycle((tie.later, tie.earlier) for tie in ties):
        inside = [tie for tie in ties if tie.later in circle and tie.earlier in circle]
        first = min(inside, key=lambda tie: (tie.page.uri, tie.page.where(*tie.place)))
        message = f"修改、废止、取代的关系绕成了一圈：{' → '.join([*circle, circle[0]])}"
        cure = "只能由后来的文件修改、废止、取代以前的；请核对这几份文件的 amends、repeals、replaced_by"
        yield first.page.finding("version", first.place, message, cure)
        ties = [tie for tie in ties if tie.later not in circle and tie.earlier not in circle]


def find_cycle(ties: Iterator[tuple[str, str]]) -> list[str]:
    """Serials that come after each other in a circle, each once; empty where the pairs (later, earlier) make none."""
    graph: dict[str, set[str]] = {}
    for later, earlier in ties:
        graph.setdefault(later, set()).add(earlier)
    try:
        TopologicalSorter({later: sorted(earlier) for later, earlier in sorted(graph.items())}).prepare()
    except CycleError as error:
        return list(error.args[1][1:])
    return []


def _check_order(tie: _Tie, documents: Documents) -> Iterator[Finding]:
    """Nothing is amended, repealed or replaced before it has been adopted."""
    later, earlier = documents[tie.later][1], documents[tie.earlier][1]
    acts, adopted = [day for day in (day_of(later.formed_on), acts_on(later)) if day], day_of(earlier.formed_on)
    if acts and adopted is not None and min(acts) < adopted:
        message = f"{tie.later}（{min(acts)}）早于它{tie.word}的 {tie.earlier}（成文 {adopted}）"
        yield tie.page.finding("version", tie.place, message, "先有文件，后有对它的修改、废止；请核对流水号和成文日期")


def _check_after_the_end(tie: _Tie, documents: Documents, life: States) -> Iterator[Finding]:
    """An amendment of what has ended changes nothing; its text may say so all the same, so it is only told."""
    ended, acts = life[tie.earlier].ended_on, acts_on(documents[tie.later][1])
    if tie.word == "修改" and ended is not None and acts is not None and acts > ended:
        message = f"{tie.earlier} 自 {ended} 起已经不再有效，{tie.later} 自 {acts} 起修改它"
        cure = "请核对两份文件的日期和流水号"
        yield tie.page.finding("version", tie.place, message, cure, severity=Severity.WARN)


def _check_sense(page: Page, record: NormativeDocument, documents: Documents) -> Iterator[Finding]:
    """What is amended stays in force; what is repealed or replaced does not."""
    cure = "修改以后继续有效的只写 amends；不再有效的只写 repeals 或者 replaced_by"
    for place, serial in enumerate(record.repeals):
        if serial in record.amends:
            message = f"对 {serial} 既写了修改，又写了废止"
            yield page.finding("version", ("repeals", place), message, cure)
    newer = documents.get(record.replaced_by or "")
    if newer is not None and record.serial in newer[1].amends:
        message = f"写了被 {record.replaced_by} 取代，{newer[0].shown} 却写修改本文件"
        yield page.finding("version", ("replaced_by",), message, cure)


def _check_overlap(page: Page, record: NormativeDocument, documents: Documents) -> Iterator[Finding]:
    """Two versions cannot both be in force. A repeal may cut a period short, and then it is written down as one."""
    newer = documents.get(record.replaced_by or "")
    last = day_of(record.expires_on)
    begins = acts_on(newer[1]) if newer is not None else None
    if newer is None or last is None or begins is None or record.serial in newer[1].repeals or last < begins:
        return
    message = f"有效期至 {last}，取代它的 {record.replaced_by} 却自 {begins} 起施行，两份文件同时有效"
    cure = f"新文件废止了本文件的，在 {newer[0].shown} 的 repeals 写上 {record.serial}；否则请核对两个日期"
    yield page.finding("version", ("expires_on",), message, cure)


def _check_ends(page: Page, record: NormativeDocument, life: States) -> Iterator[Finding]:
    """Several documents that end one on different days: the earliest counts, and somebody should look."""
    ends = [one for one in life[record.serial].history if one.step is Step.REPEALED and one.because and one.on]
    days = sorted({one.on for one in ends if one.on})
    if len(days) > 1:
        message = f"不止一份文件说废止、取代了本文件，日期不一样（{'、'.join(map(str, days))}），页面按最早的算"
        place = ("replaced_by",) if record.replaced_by else ("serial",)
        cure = "请核对是哪一份文件、从哪一天起废止了它"
        yield page.finding("version", place, message, cure, severity=Severity.WARN)


def _check_alike(documents: Documents, life: States) -> Iterator[Finding]:
    """One number, one title, one document in force at a time."""
    yield from _alike(documents, life, "文号", "document_number", _number)
    yield from _alike(documents, life, "标题", "title", lambda one: _VERSION.sub("", one.title))


def _number(record: NormativeDocument) -> str:
    number = given(record.document_number)
    return mend(number) or number


def _alike(
    documents: Documents, life: States, word: str, field: str, key: Callable[[NormativeDocument], str]
) -> Iterator[Finding]:
    groups: dict[str, list[tuple[Page, NormativeDocument]]] = {}
    for page, record in documents.values():
        groups.setdefault(key(record), []).append((page, record))
    groups.pop("", None)
    for value, same in groups.items():
        for (first, one), (second, other) in combinations(same, 2):
            if one.serial in other.amends or other.serial in one.amends:
                continue  # an amendment and what it amends hold together
            begins = max(day_of(one.effective_on) or date.min, day_of(other.effective_on) or date.min)
            if all(state is not None and state.holds for state in (life[x.serial].at(begins) for x in (one, other))):
                message = f"{word}“{value}”与 {first.shown} 相同，两份文件自 {begins} 起同时有效"
                cure = f"请核对{word}；是同一份文件的新旧文本的，在旧的里面写 replaced_by"
                yield second.finding("version", (field,), message, cure)
