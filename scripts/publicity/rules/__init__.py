"""data/* → frozen rules. The law lives in the data files, with its sources; code holds arithmetic only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from publicity.rules.allowed import Allowed, AllowedList, load_allowed
from publicity.rules.catalogue import Category, load_categories
from publicity.rules.deadlines import DeadlineRule, load_deadlines
from publicity.rules.markup import Markup, load_markup
from publicity.rules.publicity_days import PublicityDay, load_days
from publicity.rules.statutes import Statute, load_statutes
from publicity.rules.wording import Wording, load_wording
from publicity.rules.workdays import WorkCalendar, load_workdays

# The rules go with the code: one checkout can serve several towns' mkdocs.yml.
DATA_DIR = Path(__file__).resolve().parents[3] / "data"


@dataclass(frozen=True)
class Rules:
    """``categories`` by id such as 20.15; ``statutes`` by short and by full title."""

    categories: Mapping[str, Category]
    deadlines: tuple[DeadlineRule, ...]
    days: tuple[PublicityDay, ...]
    statutes: Mapping[str, Statute]
    markup: Markup
    wording: Wording
    allowed: AllowedList
    workdays: WorkCalendar

    def deadline(self, name: str) -> DeadlineRule | None:
        """The rule of that id."""
        return next((rule for rule in self.deadlines if rule.id == name), None)


def load_rules(data_dir: Path = DATA_DIR) -> Rules:
    """Raises RulesError naming the file and the entry."""
    return Rules(
        categories=load_categories(data_dir / "catalogue.yml"),
        deadlines=load_deadlines(data_dir / "deadlines.yml"),
        days=load_days(data_dir / "publicity_days.yml"),
        statutes=load_statutes(data_dir / "statutes.csv"),
        markup=load_markup(data_dir / "html_allowed.yml"),
        wording=load_wording(data_dir / "wording.yml"),
        allowed=load_allowed(data_dir / "allowed_personal_info.yml"),
        workdays=load_workdays(data_dir / "workdays"),
    )


__all__ = [
    "DATA_DIR", "Allowed", "AllowedList", "Category", "DeadlineRule", "Markup", "PublicityDay", "Rules", "Statute", "Wording",
    "WorkCalendar", "load_rules",
]  # fmt: skip
