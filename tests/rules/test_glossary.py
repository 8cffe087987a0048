"""data/glossary.yml: plain, sourced, and no word claimed twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.errors import RulesError
from publicity.rules import load_rules
from publicity.rules.glossary import load_glossary

RULES = load_rules()
TWICE = """terms:
  - {id: one, name: 听证, says: 说明, source: 某处}
  - {id: two, name: 会议, also: [听证], says: 说明, source: 某处}
"""


def test_no_word_means_two_things(tmp_path: Path) -> None:
    """Nobody could tell which explanation a page means."""
    path = tmp_path / "glossary.yml"
    path.write_text(TWICE, encoding="utf-8")

    with pytest.raises(RulesError, match="“听证”出现了不止一次"):
        load_glossary(path)


def test_explanations_are_short_and_do_not_explain_with_the_term_alone() -> None:
    """One or two sentences that a phone shows at once."""
    assert [term.name for term in RULES.glossary if len(term.says) > 70 or not term.says.endswith("。")] == []
    assert [term.name for term in RULES.glossary if len(term.says) < 12 and term.name in term.says] == []


def test_a_source_in_the_law_is_in_the_register_and_in_force() -> None:
    """A term is never explained by a law that is gone."""
    named = [term.basis.statute for term in RULES.glossary if term.basis is not None]

    assert len(named) > 20
    found = {name: RULES.statutes.resolve(name) for name in named}
    assert [name for name, statute in found.items() if statute is None or statute.repealed_on is not None] == []
