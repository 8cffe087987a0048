"""What pages cite exists, has that article, and was in force on the page's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from publicity.content.citations import Citation
from publicity.content.corpus import Corpus
from publicity.enrich.citing import Cited, cited_by
from publicity.finding import Finding, Severity
from publicity.model import EnforcementItem, EnforcementResult, ProcedureNotice
from publicity.model.citation import to_chinese
from publicity.model.page import PlainPage
from publicity.model.record import Record
from publicity.rules import Register, Rules, Statute

LOCAL = "data/local_statutes.yml"
# Titles of statutes. 办法 and the like are also what every office calls its own papers.
_STATUTE = re.compile(r"(?:法典|(?<!办)法|条例)$")
_RULE = re.compile(r"(?:办法|规定|细则|规则)$")
_NO_STATUTE = re.compile(r"草案|征求意见|修正案|[方做书写用打说看语想]法$")
_HISTORY = re.compile(r"废止|取代|代替|失效|不再施行|当时|修订前|修正前|[原旧]《|曾")
# The year of a version, before the title or in brackets behind it.
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)年?(?:版|修[订正]|公布)?的?$")
_YEAR_BEHIND = re.compile(r"[（(][^（）()]{0,12}?((?:19|20)\d\d)")
_PLACE = re.compile(r"第[^第，。；]{1,9}条")


@dataclass(frozen=True)
class Problem:
    severity: Severity
    message: str
    cure: str
    basis: str = ""


@dataclass(frozen=True)
class Days:
    """The first and the last day the page gives for itself, None where it gives none.

    ``now``: the page speaks of what holds today, not of the day it was written.
    """

    first: date | None
    last: date | None
    now: bool


def check_citations(corpus: Corpus, rules: Rules, today: date) -> Iterator[Finding]:
    """Only what a law's own text proves wrong blocks, and never because a day has come.

    What this site itself publishes is not in the register: whether it holds is another check's business.
    """
    own = {"".join(record.title.split()) for _, record in corpus.records}
    for page in corpus.pages:
        days = days_of(page.header)
        for cited in cited_by(page):
            if cited.citation.title in own:
                continue
            for problem in problems_of(cited, days, rules, today):
                yield cited.finding("statute", problem.message, problem.cure, problem.severity, problem.basis)


def days_of(header: Record | PlainPage | None) -> Days:
    """A result was right or wrong on the day it was decided, whenever it was published."""
    now = not isinstance(header, Record) or isinstance(header, EnforcementItem | ProcedureNotice)
    if isinstance(header, EnforcementResult) and isinstance(header.decided_on, date):
        return Days(header.decided_on, header.decided_on, now)
    names = ("signed_on", "formed_on", "published_at")
    given = sorted(day for name in names if (day := _day(getattr(header, name, None))) is not None)
    return Days(given[0], given[-1], now) if given else Days(None, None, now)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def problems_of(cited: Cited, days: Days, rules: Rules, today: date) -> Iterator[Problem]:
    """What is wrong with one citation."""
    statute = rules.statutes.resolve(cited.citation.title)
    if statute is None:
        if is_unknown(cited.citation, cited.structured, rules.statutes):
            yield _unknown(cited.citation.title, rules.statutes)
        return
    yield from _misnamed(cited.citation.title, statute)
    yield from _repealed(cited, statute, days, today)
    yield from _too_new(statute, days)
    if not _other_version(cited, statute):
        yield from _no_such_article(cited.citation, statute, days)
        yield from _moved(cited, statute, days, rules, today)


def is_unknown(citation: Citation, structured: bool, register: Register) -> bool:
    """Whether the register ought to know the title: it names a statute, or looks very much like one it knows.

    A document number that nobody has registered, a notice, a book and an office's own 办法 are no findings.
    """
    title = citation.title
    if structured:
        return "〔" not in title
    if not citation.written.startswith("《") or _NO_STATUTE.search(title):
        return False
    if _STATUTE.search(title):
        return True
    return bool(_RULE.search(title)) and (citation.article is not None or register.nearest(title, 0.9) is not None)


def _unknown(title: str, register: Register) -> Problem:
    near = register.nearest(title)
    question = f"是不是《{near}》？" if near else ""
    cure = f"{question}请核对名称；地方性法规、规章和党内法规，核对原文后登记到 {LOCAL}"
    return Problem(Severity.WARN, f"登记表里没有《{title}》", cure)


def _misnamed(title: str, statute: Statute) -> Iterator[Problem]:
    """中华人民共和国 may stand before any title; a version inside 《》 is no part of it."""
    plain = "".join(title.split()).removeprefix("中华人民共和国")
    if "号" not in plain and plain not in [name.removeprefix("中华人民共和国") for name in statute.names]:
        message = f"《{title}》在登记表里的名称是《{statute.title}》"
        yield Problem(Severity.WARN, message, "书名号里请写规范名称；版本可以写在书名号外面", statute.source)


def _repealed(cited: Cited, statute: Statute, days: Days, today: date) -> Iterator[Problem]:
    """A page resting on a law that was gone when it was written contradicts that law; history may be told."""
    gone = statute.repealed_on
    if gone is None or (not cited.structured and _tells_history(cited, statute)):
        return
    proven = cited.structured and statute.is_law and days.first is not None and days.first >= gone
    if proven or (days.last is not None and days.last >= gone) or (days.now and today >= gone):
        by = f"《{statute.repealed_by}》" if statute.repealed_by else "现行规定"
        replaced = f"，由{by}取代" if statute.repealed_by else ""
        history = "" if cited.structured else "；说的是过去的事，请在句中写明当时施行或者已经废止"
        severity = Severity.BLOCK if proven else Severity.WARN
        message = f"《{statute.title}》已于 {gone} 废止{replaced}"
        yield Problem(severity, message, f"请改引{by}{history}", statute.source)


def _tells_history(cited: Cited, statute: Statute) -> bool:
    successor = bool(statute.repealed_by) and statute.repealed_by in cited.clause
    return successor or bool(_HISTORY.search(cited.clause))


def _too_new(statute: Statute, days: Days) -> Iterator[Problem]:
    if statute.adopted is not None and days.last is not None and statute.adopted > days.last:
        message = f"《{statute.title}》{statute.adopted} 才通过，晚于本页的日期 {days.last}"
        yield Problem(Severity.WARN, message, "请核对法律法规的名称和本页的日期", statute.source)


def _no_such_article(citation: Citation, statute: Statute, days: Days) -> Iterator[Problem]:
    """A page older than the last revision, or newer than the register, may have another text before it."""
    highest = max(citation.article or 0, citation.last_article or 0)
    if statute.articles is None or highest <= statute.articles:
        return
    same_text = days.last is None or (statute.last_changed or days.last) <= days.last <= statute.as_of
    severity = Severity.BLOCK if statute.is_law and same_text else Severity.WARN
    message = f"《{statute.title}》只有{statute.articles}条，没有第{highest}条"
    yield Problem(severity, message, "请对照现行文本核对条号", statute.source)


def _moved(cited: Cited, statute: Statute, days: Days, rules: Rules, today: date) -> Iterator[Problem]:
    """The number an article had before a revision, told only where the words around are those of the old article."""
    day = today if days.now or days.last is None else days.last
    if not cited.structured and len(_PLACE.findall(cited.clause)) != 1:
        return
    for change in rules.article_changes:
        same_place = (change.statute, change.old) == (statute.title, cited.citation.article)
        if same_place and day >= change.changed_on and any(word in cited.clause for word in change.words):
            old, new = to_chinese(change.old), to_chinese(change.new)
            message = f"{change.about}原来在《{statute.title}》第{old}条，{change.changed_on} 起是第{new}条"
            yield Problem(Severity.WARN, message, f"请对照现行文本，改为第{new}条", change.source)


def _other_version(cited: Cited, statute: Statute) -> bool:
    """Whether the words name a version that is not the present one: 2017年行政处罚法, 《行政处罚法》（2017年修正）."""
    written = cited.citation.written
    year = _YEAR_BEFORE.search(cited.clause.split(written, 1)[0]) or _YEAR_BEHIND.search(written)
    return year is not None and (statute.last_changed is None or int(year[1]) != statute.last_changed.year)
