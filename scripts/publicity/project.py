"""One town's project, read and checked: what every command starts from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from publicity.checks import run_checks
from publicity.content.corpus import Corpus
from publicity.content.loader import load_corpus
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
    def pending(self) -> int:
        """How many facts nobody has given yet."""
        return sum(count_pending(record) for _, record in self.corpus.records)

    @property
    def blocked(self) -> bool:
        return any(finding.blocks for finding in self.findings)


def open_project(config_file: Path, today: date, progress: Callable[[int], None] = lambda count: None) -> Project:
    """Read settings, rules and content, and run every check. Raises PublicityError where it cannot begin."""
    settings = load_settings(config_file)
    if not settings.docs_dir.is_dir():
        raise SettingsError(f"找不到内容文件夹 {settings.shown(settings.docs_dir)}。请核对 mkdocs.yml 的 docs_dir。")
    rules = load_rules()
    corpus = load_corpus(settings, progress)
    return Project(settings, rules, corpus, tuple(run_checks(corpus, rules, today)), today)
