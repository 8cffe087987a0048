"""One town's project, read and checked: what every command starts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from publicity.checks import run_checks
from publicity.checks.scrub import scrub_text
from publicity.content.corpus import Corpus, Page
from publicity.content.loader import load_corpus
from publicity.enrich.duties import Duty, duties_of
from publicity.enrich.facts import Facts
from publicity.errors import SettingsError
from publicity.finding import Finding
from publicity.model.fields import count_pending
from publicity.rules import Rules, load_rules
from publicity.settings import Settings, load_settings

# Under this name a project that is checked already travels to the hook, in MkDocs' ``extra``.
PROJECT_KEY = "publicity_project"


@dataclass(frozen=True)
class Project:
    """``findings`` are all of them, by path and line; ``today`` is a day in Asia/Shanghai."""

    settings: Settings
    rules: Rules
    corpus: Corpus
    findings: tuple[Finding, ...]
    today: date

    @cached_property
    def facts(self) -> Facts:
        """What is computed from the records."""
        return Facts(self.corpus, self.rules, self.today)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What staff have to see to; a number in a title is masked, as in findings."""
        duties = duties_of(self.facts, self.findings)
        return tuple(replace(duty, subject=scrub_text(duty.subject), path=scrub_text(duty.path)) for duty in duties)

    @cached_property
    def pending(self) -> int:
        """How many facts nobody has given yet."""
        return sum(count_pending(record) for _, record in self.corpus.records)

    @property
    def blocked(self) -> bool:
        return any(finding.blocks for finding in self.findings)

    def findings_at(self, shown: str) -> list[Finding]:
        """What was found in one file; a number in its name is masked where findings name it."""
        names = {shown, scrub_text(shown)}
        return [finding for name in sorted(names) for finding in self._by_path.get(name, ())]

    @cached_property
    def _by_path(self) -> Mapping[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.path, []).append(finding)
        return found


def open_project(config_file: Path, today: date, progress: Callable[[int], None] = lambda count: None) -> Project:
    """Read settings, rules and content, and run every check. Raises PublicityError where it cannot begin."""
    settings = load_settings(config_file)
    if not settings.docs_dir.is_dir():
        raise SettingsError(f"找不到内容文件夹 {settings.shown(settings.docs_dir)}。请核对 mkdocs.yml 的 docs_dir。")
    rules = load_rules()
    corpus = load_corpus(settings, progress)
    return Project(settings, rules, corpus, tuple(run_checks(corpus, rules, today)), today)


def withhold(project: Project) -> Project:
    """The project as a preview may show it: what blocks is as good as not there, and the findings are all kept.

    A file that blocks is left out. A page whose front matter blocks has none: it shows its findings, and no listing
    has it. (A body that blocks is held back as it is rendered.)
    """
    corpus = project.corpus
    pages = tuple(replace(page, header=None) if _has_bad_front(project, page) else page for page in corpus.pages)
    assets = tuple(one for one in corpus.assets if not any(found.blocks for found in project.findings_at(one.shown)))
    return replace(project, corpus=replace(corpus, pages=pages, assets=assets))


def _has_bad_front(project: Project, page: Page) -> bool:
    return any(found.blocks and found.line < page.body_line for found in project.findings_at(page.shown))
