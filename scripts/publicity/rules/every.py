"""All rules of the data files, each with its file, for whoever asks what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publicity.rules import DATA_DIR, Rules
from publicity.rules.entries import Entry
from publicity.rules.required import Group


@dataclass(frozen=True)
class Kept:
    """A rule where legal staff keep it: ``path`` as people see it, ``kind`` what rules of that file are about."""

    path: str
    kind: str
    rule: Entry

    @property
    def name(self) -> str:
        """What the rule is called; one of the proofreading rules has no name but its kind."""
        names = (getattr(self.rule, field, "") for field in ("subject", "title", "name"))
        return next((name for name in names if isinstance(name, str) and name), self.kind)


def every_rule(rules: Rules) -> Iterator[Kept]:
    """Each once, file by file, in the order of the file."""
    for name, kind, entries in _files(rules):
        yield from (Kept(f"data/{name}", kind, entry) for entry in entries)


def _files(rules: Rules) -> list[tuple[str, str, Sequence[Entry]]]:
    inspection, wording = rules.inspection, rules.wording
    required = [one for one in rules.required.values() if one.id not in rules.categories]
    in_fields = [one for one in required if one.group is Group.FIELD]
    columns = list({one.id: one for one in inspection.columns.values()}.values())
    words = [*wording.pairs, *wording.names, *wording.orders, *wording.characters, *wording.repeats, *wording.rates]
    return [
        ("article_changes.yml", "条号变动", rules.article_changes),
        ("catalogue.yml", "公开类别", [*rules.categories.values()]),
        ("deadlines.yml", "期限", rules.deadlines),
        ("required.yml", "应公开事项", [one for one in required if one.group is not Group.FIELD]),
        ("fields.yml", "公开领域", [*rules.fields.values(), *in_fields]),
        ("glossary.yml", "名词解释", rules.glossary),
        ("html_allowed.yml", "网页标记", rules.markup.entries),
        ("inspection.yml", "网站自查", [*columns, *inspection.indicators, *inspection.elements]),
        ("local_statutes.yml", "登记的其他规定", rules.local_statutes),
        ("normative.yml", "规范性文件", rules.normative),
        ("publicity_days.yml", "普法日", rules.days),
        ("wording.yml", "文字校对", words),
    ]


def line_of(kept: Kept) -> int:
    """The line of its file on which the rule begins; 1 where it cannot be told."""
    begins = re.compile(rf"\s*- (?:\{{\s*)?id: ['\"]?{re.escape(kept.rule.id)}['\"]?\s*(?:$|[,}}#])")
    lines = (DATA_DIR.parent / kept.path).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if begins.match(line)), 1)
