"""The rules on how long a normative document lives: nobody has read them, so they are known as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.errors import RulesError
from publicity.rules import load_rules
from publicity.rules.normative import Concern, load_normative

HEAD = "normative:\n- {id: a, concerns: validity, subject: 甲, source: 乙"


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (", length: 5}", "要么都写，要么都留空"),
        (", unit: years}", "要么都写，要么都留空"),
        (", length: 0, unit: years}", "length"),
        (", length: 5, unit: weeks}", "unit"),
    ],
)
def test_a_length_has_a_unit(tmp_path: Path, rest: str, words: str) -> None:
    """Half a length is refused, by file and entry."""
    (tmp_path / "rules.yml").write_text(HEAD + rest, encoding="utf-8")

    with pytest.raises(RulesError) as caught:
        load_normative(tmp_path / "rules.yml")
    assert "第1条（a）" in str(caught.value)
    assert words in str(caught.value)


def test_what_nobody_has_read_is_unverified_and_may_be_blank() -> None:
    """Every concern has a rule; none is verified while its text has not been read."""
    rules = load_rules().normative

    assert {rule.concerns for rule in rules} == set(Concern)
    assert [rule.id for rule in rules if rule.verified] == []
    assert [(rule.id, rule.span_words) for rule in rules] == [
        ("validity-trial", "2年"), ("validity-default", "5年"), ("filing", ""), ("review-cycle", ""),
    ]  # fmt: skip
