"""What pages cite exists, has that article, and was in force on the page's own day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from publicity.content.citations import Citation
from publicity.content.corpus import Corpus
from publicity.enrich.citing import Cited, cited_by, speaks_of_now
from publicity.enrich.selecting import day_of
from publicity.finding import Finding, Severity
from publicity.model import EnforcementResult
from publicity.model.citation import to_chinese
from publicity.model.page import PlainPage
from publicity.model.record import Record
from publicity.rules import Register, Rules, Statute

LOCAL = "data/local_statutes.yml"
# Titles of statutes. 办法 and the like are also what every office calls its own papers.
_STATUTE = re.compile(r"(?:法典|(?<!办)法|条例)$")
_RULE = re.compile(r"(?:办法|规定|细则|规则)$")
_NO_STATUTE = re.compile(r"草案|征求意见|修正案|[方做书写用打说看语想]法$")
# What has articles too, or is called nearly like a statute, and is none.
_PAPER = re.compile(r"(?:合同|协议书?|公约|民约|[党团]?章程?)$")
_FORM = re.compile(
    r"(?:^关于.+的[^的]+|指南|目录|年?报|报告|[表书册单图栏证]|工作|宣传|服务|解释|公告|公示|公报|方案|计划|规划|纲要|制度|流程|范本|样本|汇编|解读|读本|通知|意见)$"
)
_NUMBERED = re.compile(r"(.*)[〔\[【［（(](\d{4})[〕\]】］）)]\s?第?(\d+)\s?号")
_HISTORY = re.compile(r"废止|取代|代替|失效|不再施行|当时|修订前|修正前|曾|[原旧]$")
_RESTS = re.compile(r".*(?:依据|根据|按照|依照)")
_LISTED = r"(?:《[^《》]+》)?(?:[（(][^（）()]*[)）])?(?:第[^《》，,]{1,24}?[条款项])*"
_LIST_BEFORE = re.compile(rf"(?:的是|了|[：:*\s])*(?:{_LISTED}(?:、|和|及|与|或|以及|至))*")
_LIST_BEHIND = re.compile(rf"^(?:[、和及与至]?(?=[《第]){_LISTED})*")
_DAY = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")
_BRACKETED = re.compile(r"[*\s]*[（(]([^（）()]*)[)）]")
# A law is seldom in force later than this after it was adopted: then the day in force is that of a revision.
_LONGEST_WAIT = timedelta(days=2 * 366)
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
    own = {"".join(name.split()) for _, record in corpus.records for name in _own_names(record)}
    for page in corpus.pages:
        days = days_of(page.header)
        told = set()
        for cited in cited_by(page):
            if cited.citation.title in own:
                continue
            for problem in problems_of(cited, days, rules, today):
                if cited.structured and problem.message in told and _NUMBERED.search(problem.message):
                    continue
                told.add(problem.message)
                yield cited.finding("statute", problem.message, problem.cure, problem.severity, problem.basis)


def _own_names(record: Record) -> Iterator[str]:
    yield record.title
    if number := getattr(record, "document_number", None):
        yield str(number)


def days_of(header: Record | PlainPage | None) -> Days:
    """A result was right or wrong on the day it was decided, whenever it was published."""
    now = speaks_of_now(header if isinstance(header, Record) else None)
    if isinstance(header, EnforcementResult) and isinstance(header.decided_on, date):
        return Days(header.decided_on, header.decided_on, now)
    names = ("signed_on", "formed_on", "published_at")
    given = sorted(day for name in names if (day := day_of(getattr(header, name, None))) is not None)
    return Days(given[0], given[-1], now) if given else Days(None, None, now)


def problems_of(cited: Cited, days: Days, rules: Rules, today: date) -> Iterator[Problem]:
    """What is wrong with one citation."""
    yield from _marked(cited)
    statute = rules.statutes.resolve(cited.citation.title)
    if statute is None:
        if is_unknown(cited.citation, cited.structured, rules.statutes):
            yield _unknown(cited.citation, rules.statutes)
        return
    yield from _misnamed(cited.citation.title, statute)
    yield from _repealed(cited, statute, days, today)
    yield from _too_new(statute, days)
    yield from _not_yet(cited, statute, days, today)
    if not _other_version(cited, statute):
        yield from _no_such_article(cited.citation, statute, days)
        yield from _moved(cited, statute, days, rules, today)


def is_unknown(citation: Citation, structured: bool, register: Register) -> bool:
    """Whether the register ought to know the title: it has articles, or it looks very much like one it knows.

    In a text, a document number that nobody has registered, a notice, a book and an office's own 办法 are no findings.
    """
    title = citation.title
    if structured:
        return True
    if _NUMBERED.fullmatch(title):
        return _near_number(title, register) is not None
    if _NO_STATUTE.search(title) or _PAPER.search(title):
        return False
    if not citation.written.startswith("《"):
        bare = citation.article is not None and citation.written.startswith(title) and title[0] not in "原旧新现"
        return bare and bool(_STATUTE.search(title)) and register.nearest(title, 0.7) is not None
    if citation.article is not None or _STATUTE.search(title):
        return True
    # 行政处罚裁量办法 is no slip for 行政处罚法, nor is the bare subject 政府信息公开 one for the 条例 about it.
    near = None if _FORM.search(title) else register.nearest(title, 0.8 if _RULE.search(title) else 0.75)
    return near is not None and not near.startswith(title)


def _near_number(title: str, register: Register) -> str | None:
    """The registered number from which it differs by one character of the organ's code, and not by the first."""
    wanted = _NUMBERED.fullmatch(title)
    numbers = [_NUMBERED.fullmatch(name) for name in register if name.endswith("号")] if wanted else []
    for known in numbers:
        if known and wanted and known.group(2, 3) == wanted.group(2, 3) and _one_slip(known[1], wanted[1]):
            return known[0]
    return None


def _one_slip(code: str, written: str) -> bool:
    """Words may stand before the code as it is written in a text."""
    tail = written[-len(code) :]
    return tail[:1] == code[:1] and len(tail) == len(code) and sum(a != b for a, b in zip(code, tail, strict=True)) == 1


def _marked(cited: Cited) -> Iterator[Problem]:
    title = cited.citation.title
    if cited.structured and cited.citation.written.startswith("《《") and not title.startswith("《"):
        yield Problem(Severity.WARN, f"依据的名称“《{title}》”多写了书名号", f"请写成“{title}”，书名号由网站添加")


def _unknown(citation: Citation, register: Register) -> Problem:
    title = citation.title
    if _NUMBERED.fullmatch(title):
        number = _near_number(title, register)
        asked = f"是不是{number}？" if number else ""
        return Problem(Severity.WARN, f"登记表里没有文号{title}", f"{asked}核对原文后登记到 {LOCAL}")
    near = register.nearest(title, 0.7)
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
    if gone is None or (not cited.structured and _tells_history(cited, statute.repealed_by)):
        return
    proven = cited.structured and statute.is_law and days.first is not None and days.first >= gone
    if proven or (days.last is not None and days.last >= gone) or (days.now and today >= gone):
        by = f"《{statute.repealed_by}》" if statute.repealed_by else "现行规定"
        replaced = f"，由{by}取代" if statute.repealed_by else ""
        history = "" if cited.structured else "；说的是过去的事，请在句中写明当时施行或者已经废止"
        severity = Severity.BLOCK if proven else Severity.WARN
        message = f"《{statute.title}》已于 {gone} 废止{replaced}"
        yield Problem(severity, message, f"请改引{by}{history}", statute.source)


def _leading(cited: Cited) -> tuple[str, bool]:
    """The words right before the citation, and whether nothing but a list parts it from 依据 before it."""
    words = re.split("[，,]", cited.before)[-1]
    rests = _RESTS.match(words)
    words = words[rests.end() :] if rests else words
    return words, rests is not None and _LIST_BEFORE.fullmatch(words) is not None


def _tells_history(cited: Cited, successor: str) -> bool:
    """Whether the words right beside the citation say that it is past; a page that rests on it does not tell history."""
    words, rests = _leading(cited)
    if _HISTORY.search(words):
        return True
    if rests:
        return False
    behind = _DAY.sub("", _LIST_BEHIND.sub("", cited.behind, count=1))
    bracketed = _BRACKETED.match(behind) or _BRACKETED.search(cited.citation.written)
    if _HISTORY.search(bracketed[1] if bracketed else "") or _HISTORY.search(behind[:8]):
        return True
    replaced = (
        rf"[^《》]{{0,12}}(?:[由被]《?{successor}》?[^《》]{{0,24}}(?:取代|代替|替代|废止)|[编并纳]入《?{successor})"
    )
    return bool(successor) and re.match(replaced, behind) is not None


def _too_new(statute: Statute, days: Days) -> Iterator[Problem]:
    if statute.adopted is not None and days.last is not None and statute.adopted > days.last:
        message = f"《{statute.title}》{statute.adopted} 才通过，晚于本页的日期 {days.last}"
        yield Problem(Severity.WARN, message, "请核对法律法规的名称和本页的日期", statute.source)


def _not_yet(cited: Cited, statute: Statute, days: Days, today: date) -> Iterator[Problem]:
    """A page that rests on a law adopted but not in force on its day; of a revised law the older text was in force."""
    day, adopted, begins = days.last or today, statute.adopted, statute.in_force_from
    if adopted is None or begins is None or not adopted <= day < begins:
        return
    revised = statute.last_changed not in (None, adopted) or begins - adopted > _LONGEST_WAIT
    if not revised and (cited.structured or _leading(cited)[1]):
        message = f"《{statute.title}》{begins} 起才施行，{day} 还不能作为依据"
        yield Problem(Severity.WARN, message, "请改引当时施行的规定，或者核对本页的日期", statute.source)


def _no_such_article(citation: Citation, statute: Statute, days: Days) -> Iterator[Problem]:
    """A page older than the last revision, or newer than the register, may have another text before it."""
    if 0 in (citation.article, citation.last_article):
        message = f"《{statute.title}》没有第零条"
        yield Problem(Severity.WARN, message, "请对照现行文本核对条号", statute.source)
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
    year = _YEAR_BEFORE.search(cited.before) or _YEAR_BEHIND.search(written)
    return year is not None and (statute.last_changed is None or int(year[1]) != statute.last_changed.year)
