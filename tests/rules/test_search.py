"""How results are put in order: what the loader refuses, and what the project's own files keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.errors import RulesError
from publicity.model import KINDS
from publicity.rules import DATA_DIR, load_rules
from publicity.rules.search import SearchRules, load_search

WEIGHTS = "weights: {title: 8, number: 6, text: 2, attachment: 1, phrase: 4}\n"
GOOD = f"{WEIGHTS}kinds: {{page: 3}}\n"


def load(folder: Path, weights: str = GOOD, traditional: str | bytes = "貧戶\n贫户\n") -> SearchRules:
    (folder / "search.yml").write_text(weights, encoding="utf-8")
    content = traditional.encode() if isinstance(traditional, str) else traditional
    (folder / "traditional.txt").write_bytes(content)
    return load_search(folder / "search.yml", folder / "traditional.txt")


def test_the_rules_are_what_the_files_say(tmp_path: Path) -> None:
    """Weights by place, weights by kind, and two texts of equal length."""
    rules = load(tmp_path)

    assert rules.weights == {"title": 8, "number": 6, "text": 2, "attachment": 1, "phrase": 4}
    assert rules.kinds == {"page": 3}
    assert rules.traditional == ("貧戶", "贫户")


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ("", ["data/search.yml 里没有 weights、kinds 两项"]),
        ("weights: [", ["data/search.yml 读不出来", "第1行括号没有成对"]),
        ("kinds: {page: 3}\n", ["data/search.yml weights", "缺少必填字段"]),
        (WEIGHTS, ["kinds", "缺少必填字段"]),
        (GOOD.replace("phrase", "phrse"), ["weights.phrase", "缺少必填字段 phrase（位置的权重 挨得近）"]),
        (GOOD.replace("title: 8", "title: 8, tittle: 8"), ["不认识的字段“tittle”", "“title”"]),
        (GOOD.replace("8", "-1"), ["weights.title", "不小于 0"]),
        (GOOD.replace("8", "800"), ["weights.title", "不大于 100"]),
        (GOOD.replace("8", "高"), ["weights.title", "一个整数"]),
        (GOOD.replace("page: 3", "pages: 3"), ["种类“pages”不认识", "page", "enforcement_item"]),
        (GOOD.replace("page: 3", "page: 0"), ["kinds.page", "不小于 1"]),
    ],
)
def test_wrong_weights_are_refused(tmp_path: Path, weights: str, words: list[str]) -> None:
    """The file, the field and what is expected, in Chinese."""
    with pytest.raises(RulesError) as caught:
        load(tmp_path, weights)

    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("貧戶\n贫\n", "第1行2个字、第2行1个字"),
        ("貧戶\n", "字数相等的两行"),
        ("貧\n贫\n\n", "字数相等的两行"),
        ("貧貧\n贫贫\n", "“貧”写了不止一次"),
        ("貧戶\n贫户\n".encode("gbk"), "不是UTF-8编码"),
    ],
)
def test_a_wrong_table_of_characters_is_refused(tmp_path: Path, content: str | bytes, words: str) -> None:
    """By file, and by line where it can be told."""
    with pytest.raises(RulesError, match=r"data/traditional\.txt") as caught:
        load(tmp_path, traditional=content)

    assert words in str(caught.value)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    """As a file that is not there."""
    load(tmp_path)
    (tmp_path / "traditional.txt").unlink()

    with pytest.raises(RulesError, match=r"data/traditional\.txt 读不出来：没有这个文件"):
        load_search(tmp_path / "search.yml", tmp_path / "traditional.txt")


def test_the_projects_own_weights_follow_the_places() -> None:
    """Title before number before text before attachment; few kinds stand before the newest; each says why."""
    rules = load_rules().search
    weights = rules.weights
    lines = (DATA_DIR / "search.yml").read_text(encoding="utf-8").splitlines()

    assert weights["title"] > weights["number"] > weights["text"] > weights["attachment"] > 0
    assert 0 < len(rules.kinds) < len(KINDS) / 2
    assert [line for line in lines if line.startswith("  ") and "#" not in line] == []


def test_the_projects_own_table_makes_every_character_another() -> None:
    """No form that is itself read as another, which would depend on the order of reading."""
    traditional, simplified = load_rules().search.traditional

    assert len(traditional) == len(simplified) > 1000
    assert [pair for pair in zip(traditional, simplified, strict=True) if pair[0] == pair[1]] == []
    assert set(traditional) & set(simplified) == set()
