"""The self-inspection of 国办秘函〔2019〕19号: what a program can see of each indicator, and what it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from publicity.content.corpus import Corpus
from publicity.enrich.columns import ColumnFacts, ColumnState
from publicity.enrich.entries import public_title
from publicity.enrich.facts import Facts
from publicity.enrich.refs import Ref
from publicity.enrich.selecting import day_of
from publicity.finding import Finding
from publicity.model import NormativeDocument, ProcedureNotice
from publicity.model.fields import PENDING
from publicity.rules import Rules
from publicity.rules.inspection import Indicator
from publicity.settings import Town

# A guide that lacks so many classes of facts is counted (国办秘函〔2019〕19号 ⑥, recalled).
CLASSES = 4
# Findings of personal information all rest on this law.
PERSONAL = "个人信息保护法"


class Verdict(StrEnum):
    PASS = "pass"
    FAIL = "fail"
    MANUAL = "manual"
    PORTAL = "portal"


VERDICT_LABELS = {
    Verdict.PASS: "合格",
    Verdict.FAIL: "不合格",
    Verdict.MANUAL: "需人工核对",
    Verdict.PORTAL: "归门户网站负责",
}


@dataclass(frozen=True)
class Inspected:
    """One indicator: ``evidence`` is a Chinese sentence with the numbers, ``links`` the pages it counts."""

    indicator: Indicator
    verdict: Verdict
    evidence: str
    links: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class _Sight:
    facts: Facts
    findings: Sequence[Finding]

    @property
    def corpus(self) -> Corpus:
        return self.facts.corpus

    @property
    def rules(self) -> Rules:
        return self.facts.rules

    @property
    def today(self) -> date:
        return self.facts.today

    def of(self, *rules: str) -> int:
        return sum(one.rule in rules for one in self.findings)


def inspect(facts: Facts, findings: Sequence[Finding]) -> tuple[Inspected, ...]:
    """Every indicator in the order of the data; ``findings`` are those of the checks."""
    sight = _Sight(facts, findings)
    return tuple(_judge(one, sight) for one in facts.rules.inspection.indicators if one.in_force_on(facts.today))


def missing_elements(procedure: ProcedureNotice, town: Town) -> list[str]:
    """The ids of the classes of facts that a guide lacks, of those data/inspection.yml names."""
    given = {
        "name": True,
        "basis": bool(procedure.legal_bases),
        "conditions": procedure.applies_to != PENDING,
        "documents": any(step.documents for step in procedure.steps),
        "place": bool(town.contact.address),
        "hours": bool(town.contact.hours),
        "phone": bool(town.contact.phone),
        "steps": bool(procedure.steps),
    }
    return [name for name, is_given in given.items() if not is_given]


def _judge(indicator: Indicator, sight: _Sight) -> Inspected:
    if indicator.portal:
        return Inspected(indicator, Verdict.PORTAL, indicator.portal)
    look = LOOKS.get(indicator.id)
    if look is None:
        return Inspected(indicator, Verdict.MANUAL, indicator.manual)
    verdict, evidence, links = look(sight, indicator)
    if verdict is Verdict.PASS and indicator.manual:
        verdict = Verdict.MANUAL
    return Inspected(indicator, verdict, evidence + indicator.manual, tuple(links))


Look = Callable[[_Sight, Indicator], tuple[Verdict, str, Iterable[Ref]]]


def _count(number: int, indicator: Indicator) -> Verdict:
    assert indicator.limit is not None
    return Verdict.FAIL if number >= indicator.limit else Verdict.PASS


def _wording(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    number = sight.of("wording")
    return Verdict.MANUAL, f"程序发现用语问题 {number} 处。", ()


def _secrets(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    found = [one for one in sight.findings if PERSONAL in one.basis]
    verdict = Verdict.FAIL if any(one.blocks for one in found) else Verdict.MANUAL
    return verdict, f"程序发现疑似个人信息 {len(found)} 处。", ()


def _dates(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    wrong, early = sight.of("date"), sight.of("backdated")
    if not sight.corpus.first_commits:
        return Verdict.MANUAL, "没有入库记录，程序无法比对发布时间和入库时间，请人工核对。", ()
    evidence = f"日期互相矛盾的 {wrong} 处；发布时间早于首次入库的 {early} 处"
    if wrong:
        return Verdict.FAIL, f"{evidence}。", ()
    if early:
        return Verdict.MANUAL, f"{evidence}，从旧网站转来的属于正常，请逐条核对。", ()
    return Verdict.PASS, f"{evidence}。", ()


def _home(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    home = next((one for one in sight.facts.columns if one.column.path == ""), None)
    if home is None:
        return Verdict.MANUAL, "设置里没有首页这个栏目。", ()
    return Verdict.PASS if home.state is ColumnState.FRESH else Verdict.FAIL, _tell(home, sight.today), (_ref(home),)


def _news(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    return _columns([one for one in _overdue(sight) if one.rule.counts], indicator, "逾期没有更新的")


def _all_overdue(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    return _columns(_overdue(sight), indicator, "逾期没有更新的")


def _blank(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    return _columns([one for one in sight.facts.columns if one.state is ColumnState.BLANK], indicator, "空白的")


def _columns(found: Sequence[ColumnFacts], indicator: Indicator, words: str) -> tuple[Verdict, str, Iterable[Ref]]:
    names = f"：{'、'.join(one.column.name for one in found)}" if found else ""
    return _count(len(found), indicator), f"{words}栏目 {len(found)} 个{names}。", [_ref(one) for one in found]


def _services(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    number = sum(isinstance(record, ProcedureNotice) for _, record in sight.corpus.records)
    return (Verdict.PASS if number else Verdict.FAIL), f"有办理程序的说明 {number} 个。", ()


def _guides(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    known = {one.id: one.title for one in sight.rules.inspection.elements}
    town, lacking, classes, guides = sight.corpus.settings.town, [], set[str](), 0
    for page, record in sight.corpus.records:
        if isinstance(record, ProcedureNotice):
            guides += 1
            missing = [name for name in missing_elements(record, town) if name in known]
            if len(missing) >= CLASSES:
                lacking.append(Ref(page.uri, record.title))
                classes |= set(missing)
    words = "、".join(title for name, title in known.items() if name in classes)
    tail = f"，缺的是：{words}" if words else ""
    return (
        _count(len(lacking), indicator),
        f"{guides} 个办理程序里，缺{CLASSES}类以上要素的 {len(lacking)} 个{tail}。",
        lacking,
    )


def _undated(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    records = sight.corpus.records
    number = sum(day_of(record.published_at) is None for _, record in records)
    return _count(number, indicator), f"{len(records)} 条信息里，没有发布时间的 {number} 条。", ()


def _sources(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    found = [Ref(page.uri, public_title(record)) for page, record in sight.corpus.records
             if record.issuing_organ in (None, PENDING)]  # fmt: skip
    return _count(len(found), indicator), f"没有写发布机构的 {len(found)} 条。", found


def _validity(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    documents = [(page, one) for page, one in sight.corpus.records if isinstance(one, NormativeDocument)]
    found = [Ref(page.uri, one.title) for page, one in documents if sight.facts.states[one.serial].state is None]
    return _count(len(found), indicator), f"{len(documents)} 份规范性文件里，没有标注效力的 {len(found)} 份。", found


def _links(sight: _Sight, indicator: Indicator) -> tuple[Verdict, str, Iterable[Ref]]:
    number = sight.of("link", "attachment")
    return _count(number, indicator), f"程序发现站内错链、缺附件 {number} 处。", ()


def _overdue(sight: _Sight) -> list[ColumnFacts]:
    return [one for one in sight.facts.columns if one.state is ColumnState.OVERDUE]


def _ref(column: ColumnFacts) -> Ref:
    return Ref(column.uri, column.column.name)


def _tell(column: ColumnFacts, today: date) -> str:
    if column.newest is None:
        return f"{column.count} 条信息都没有发布时间，按没有更新计。" if column.count else "没有内容。"
    late = column.days_overdue(today)
    return f"最近一次公开是 {column.newest}，应在 {column.due_on} 前更新" + (f"，已过 {late} 天。" if late else "。")


# How each indicator is looked at, by its id; those without are the portal's, or for people to judge.
LOOKS: Mapping[str, Look] = {
    "wrong-wording": _wording,
    "secrets": _secrets,
    "forged-dates": _dates,
    "home-updated": _home,
    "news-columns": _news,
    "overdue-columns": _all_overdue,
    "blank-columns": _blank,
    "services": _services,
    "guide-elements": _guides,
    "undated": _undated,
    "sources": _sources,
    "validity-labels": _validity,
    "links": _links,
}
