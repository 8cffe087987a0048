"""What the proofreading tests share: a page, and what is said of it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from conftest import TODAY, Pages, corpus_of, make_town, page

from publicity.checks.proofreading import check_proofreading
from publicity.finding import Finding
from publicity.rules import DATA_DIR
from publicity.rules.wording import load_wording

# The check asks for nothing else of the rules.
RULES = SimpleNamespace(wording=load_wording(DATA_DIR / "wording.yml"))


def queries(folder: Path, pages: Pages) -> list[Finding]:
    """Everything the proofreader queries in a town's pages, each said once."""
    return sorted(set(check_proofreading(corpus_of(make_town(folder, pages)), RULES, TODAY)))  # type: ignore[arg-type]


def queried(folder: Path, body: str) -> list[tuple[int, int, str]]:
    """Line of the body, column and rule of everything queried in a plain page with that body."""
    return [(one.line - 5, one.column, one.rule) for one in queries(folder, {"index.md": page(body)})]
