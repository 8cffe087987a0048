"""data/* → frozen rules. The law lives in the data files, with its sources; code holds arithmetic only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from publicity.rules.allowed import Allowed, AllowedList, load_allowed
from publicity.rules.article_changes import ArticleChange, load_article_changes
from publicity.rules.catalogue import Category, load_categories
from publicity.rules.deadlines import DeadlineRule, load_deadlines
from publicity.rules.glossary import Term, load_glossary
from publicity.rules.inspection import InspectionRules, load_inspection
from publicity.rules.local_statutes import LocalStatute, load_local_statutes
from publicity.rules.markup import Markup, load_markup
from publicity.rules.normative import NormativeRule, load_normative
from publicity.rules.publicity_days import PublicityDay, load_days
from publicity.rules.required import DisclosureField, Required, all_required, load_fields, load_required
from publicity.rules.search import SearchRules, load_search
from publicity.rules.statutes import Register, Statute, load_statutes
from publicity.rules.wording import Wording, load_wording
from publicity.rules.workdays import WorkCalendar, load_workdays

# The rules go with the code: one checkout can serve several towns' mkdocs.yml.
DATA_DIR = Path(__file__).resolve().parents[3] / "data"


@dataclass(frozen=True)
class Rules:
    """``categories`` by id such as 20.15, which ``required`` holds too; ``statutes`` by short and by full title, and by document number."""

    categories: Mapping[str, Category]
    fields: Mapping[str, DisclosureField]
    required: Mapping[str, Required]
    inspection: InspectionRules
    deadlines: tuple[DeadlineRule, ...]
    days: tuple[PublicityDay, ...]
    statutes: Register
    local_statutes: tuple[LocalStatute, ...]
    article_changes: tuple[ArticleChange, ...]
    markup: Markup
    wording: Wording
    allowed: AllowedList
    workdays: WorkCalendar
    normative: tuple[NormativeRule, ...]
    search: SearchRules
    glossary: tuple[Term, ...]

    def deadline(self, name: str) -> DeadlineRule | None:
        """The rule of that id."""
        return next((rule for rule in self.deadlines if rule.id == name), None)


def load_rules(data_dir: Path = DATA_DIR) -> Rules:
    """Raises RulesError naming the file and the entry."""
    categories = load_categories(data_dir / "catalogue.yml")
    deadlines = load_deadlines(data_dir / "deadlines.yml")
    fields = load_fields(data_dir / "fields.yml", categories)
    local = load_local_statutes(data_dir / "local_statutes.yml")
    lists = (("required.yml", "required"), ("fields.yml", "items"))
    return Rules(
        categories=categories,
        fields=fields,
        required=all_required(
            categories, *(load_required(data_dir / name, key, deadlines, fields) for name, key in lists)
        ),
        inspection=load_inspection(data_dir / "inspection.yml"),
        deadlines=deadlines,
        days=load_days(data_dir / "publicity_days.yml"),
        statutes=load_statutes(data_dir / "statutes.csv", [entry.statute() for entry in local]),
        local_statutes=local,
        article_changes=load_article_changes(data_dir / "article_changes.yml"),
        markup=load_markup(data_dir / "html_allowed.yml"),
        wording=load_wording(data_dir / "wording.yml"),
        allowed=load_allowed(data_dir / "allowed_personal_info.yml"),
        workdays=load_workdays(data_dir / "workdays"),
        normative=load_normative(data_dir / "normative.yml"),
        search=load_search(data_dir / "search.yml", data_dir / "traditional.txt"),
        glossary=load_glossary(data_dir / "glossary.yml"),
    )


__all__ = [
    "DATA_DIR", "Allowed", "AllowedList", "ArticleChange", "Category", "DeadlineRule", "DisclosureField", "Markup", "PublicityDay", "Register",
    "Required", "Rules", "SearchRules", "Statute", "Wording", "WorkCalendar", "load_rules",
]  # fmt: skip
