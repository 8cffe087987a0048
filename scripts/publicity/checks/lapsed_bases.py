"""No page rests on a normative document of this site that was not in force on the page's own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from publicity.content.corpus import Corpus, Page
from publicity.enrich.citing import Cited, cited_by, speaks_of_now
from publicity.enrich.selecting import day_of, given
from publicity.enrich.validity import States, ValidityState, states
from publicity.finding import Finding, Severity
from publicity.model import NormativeDocument
from publicity.model.record import Record, Validity
from publicity.rules import Rules

# The day a record is judged by: the first of these that is given.
OWN_DAYS = ("decided_on", "formed_on", "starts_on", "published_at")


def check_lapsed_bases(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """A legal basis that had lapsed on the record's own day blocks; what a text names, or what lapsed since, warns."""
    named = _by_name(corpus)
    if not named:
        return
    life = states(corpus, today)
    for page in corpus.pages:
        for cited in cited_by(page):
            documents = named.get(cited.citation.title, [])
            if documents and not _are_tied(page.record, documents):
                yield from _check_one(page, cited, documents, life, today)


def _check_one(
    page: Page, cited: Cited, documents: list[NormativeDocument], life: States, today: date
) -> Iterator[Finding]:
    own = own_day(page.record) if page.record is not None else None
    lives = [life[one.serial] for one in documents]
    if own is not None and (state := _lapsed(lives, own)):
        severity = Severity.BLOCK if cited.structured else Severity.WARN
        yield _finding(cited, f"在本页的日期（{own}）", state, severity)
    elif speaks_of_now(page.record) and (state := _lapsed(lives, today)):
        yield _finding(cited, "现在", state, Severity.WARN)


def _lapsed(lives: list[ValidityState], day: date) -> Validity | None:
    """The state that keeps all versions from being a basis; one in force, or one of which nobody knows, leaves it open."""
    found = [one.at(day) for one in lives]
    return None if any(state is None or state.holds for state in found) else found[-1]


def _finding(cited: Cited, when: str, state: Validity, severity: Severity) -> Finding:
    message = f"“{cited.citation.title}”的效力，{when}是“{state.label}”，不能作为依据"
    cure = "请改引当时有效的文件；那份文件的日期、效力登记错了的，请改正它的登记"
    return cited.finding("lapsed-basis", message, cure, severity, "")


def own_day(record: Record) -> date | None:
    """The day of the decision or of adoption, else of publication."""
    return next(filter(None, (day_of(getattr(record, name, None)) for name in OWN_DAYS)), None)


def _by_name(corpus: Corpus) -> Mapping[str, list[NormativeDocument]]:
    """Every version that a title or a document number may mean."""
    named: dict[str, list[NormativeDocument]] = {}
    for _, record in corpus.records:
        if isinstance(record, NormativeDocument):
            for name in filter(None, ("".join(record.title.split()), given(record.document_number))):
                named.setdefault(name, []).append(record)
    return named


def _are_tied(record: Record | None, documents: Iterable[NormativeDocument]) -> bool:
    """Whether the page is one of the documents, or amends, repeals, replaces or follows one: then it must name it."""
    if not isinstance(record, NormativeDocument):
        return False
    ties = {record.serial, record.replaced_by, *record.amends, *record.repeals}
    return any(one.serial in ties or record.serial in (one.replaced_by, *one.amends, *one.repeals) for one in documents)
