"""规则与依据: every rule that the site reckons with, what it says, where it comes from, and whether it has been read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import PurePath
from typing import Any

from publicity.project import Project
from publicity.rules import Rules
from publicity.rules.every import Kept, every_rule
from publicity.view.clock import chinese_day
from publicity.view.generated import Generated
from publicity.view.rule_words import words_of

INDEX = "rules/index.md"
HOME = "guide/about.md"


def rules_pages(project: Project) -> Iterator[Generated]:
    """An index, and one page a file of data/."""
    yield Generated(INDEX, "规则与依据", "kinds/rules.html", HOME, lambda: index_data(project))
    for path, kept in rule_files(project.rules).items():
        title = f"规则与依据：{kept[0].kind}"
        yield Generated(uri_of(path), title, "kinds/rule_file.html", HOME, partial(_data_of, path, kept))


def rule_files(rules: Rules) -> dict[str, list[Kept]]:
    """Every rule by its file, in the order of the files."""
    return {path: list(group) for path, group in groupby(every_rule(rules), key=lambda kept: kept.path)}


def uri_of(path: str) -> str:
    """The page of a file of data/."""
    return f"rules/{PurePath(path).stem}.md"


def index_data(project: Project) -> dict[str, Any]:
    """The files with their numbers, and what is told in numbers only: register, work calendar, exemptions."""
    rules, today = project.rules, project.today
    return {
        "files": [
            {"path": path, "kind": kept[0].kind, "uri": uri_of(path), **_counts(one.rule.verified for one in kept)}
            for path, kept in rule_files(rules).items()
        ],
        "register": _register(rules),
        "years": _years(rules),
        "allowed": {
            "number": len(rules.allowed.entries),
            "current": sum(today <= entry.until for entry in rules.allowed.entries),
        },
    }


def _data_of(path: str, kept: list[Kept]) -> dict[str, Any]:
    seen: Counter[str] = Counter()
    rows = []
    for one in kept:
        seen[one.rule.id] += 1
        rows.append(_row(one, seen[one.rule.id]))
    return {"path": path, "kind": kept[0].kind, "rows": rows, **_counts(one.rule.verified for one in kept)}


def _row(kept: Kept, nth: int) -> dict[str, Any]:
    """``anchor`` differs where two lists of a file use one id."""
    rule = kept.rule
    begins = f"{chinese_day(rule.effective_from)}起" if rule.effective_from else ""
    ends = f"到{chinese_day(rule.effective_to)}为止" if rule.effective_to else ""
    return {
        "id": rule.id,
        "anchor": rule.id if nth == 1 else f"{rule.id}-{nth}",
        "name": kept.name,
        "says": words_of(rule),
        "cited": rule.cited,
        "source": rule.source if rule.basis else "",
        "holds": begins + ends,
        "verified": rule.verified,
        "note": rule.note,
    }


def _counts(verified: Iterable[bool]) -> dict[str, int]:
    found = list(verified)
    return {"number": len(found), "verified": sum(found), "unverified": len(found) - sum(found)}


def _register(rules: Rules) -> dict[str, Any]:
    """The register as it stands in statutes.csv, without the local entries."""
    local = {entry.title for entry in rules.local_statutes}
    statutes = [one for one in rules.statutes.statutes if one.title not in local]
    return {
        "number": len(statutes),
        "kinds": [
            {"kind": kind, "number": number} for kind, number in Counter(one.kind for one in statutes).most_common()
        ],
        "as_of": sorted({one.as_of.isoformat() for one in statutes}),
    }


def _years(rules: Rules) -> dict[str, int]:
    """From and to which year every working day is known."""
    return {"first": min(rules.workdays.years), "last": max(rules.workdays.years)}
