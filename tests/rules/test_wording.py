"""data/wording.yml: what the loader refuses, and what the entries keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from publicity.errors import RulesError
from publicity.rules import DATA_DIR
from publicity.rules.wording import Vocabulary, load_wording

WORDING = load_wording(DATA_DIR / "wording.yml")
PARTS = ("pairs", "names", "orders", "characters", "repeats", "rates")
PAIR = "{id: a, source: 甲, pairs: {布署: 部署}%s}"


def refusal(folder: Path, part: str, entry: str) -> str:
    path = folder / "wording.yml"
    path.write_text("\n".join(f"{name}: [{entry if name == part else ''}]" for name in PARTS), encoding="utf-8")
    with pytest.raises(RulesError) as caught:
        load_wording(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("part", "entry", "words"),
    [
        ("pairs", "{id: a, pairs: {布署: 部署}}", "依据"),
        ("pairs", "{id: a, source: 甲, pairs: {}}", "pairs"),
        ("pairs", "{id: a, source: 甲, pairs: {布: 部署}}", "“布”"),
        ("pairs", "{id: a, source: 甲, pairs: {部署: 部署}}", "“部署”"),
        ("pairs", PAIR % ", unless: 公布 公布署名", "“公布”"),
        ("pairs", PAIR % ", serius: true", "serius"),
        ("names", "{id: a, source: 甲, name: 人民政府}", "name"),
        ("orders", "{id: a, source: 甲, parts: [尊法, 学法]}", "parts"),
        ("characters", "{id: a, source: 甲, words: 徇私 徇}", "“徇”"),
        ("repeats", "{id: a, source: 甲}", "words"),
        ("rates", "{id: a, source: 甲, rates: []}", "rates"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(tmp_path: Path, part: str, entry: str, words: str) -> None:
    """The file, the entry and what is wrong with it are named in Chinese."""
    told = refusal(tmp_path, part, entry)

    assert "data/wording.yml" in told
    assert "（a）" in told
    assert words in told


def test_no_word_is_both_wrong_and_right() -> None:
    """A correction never leads to another wrong word, and no word is told in two entries."""
    wrong = [word for entry in WORDING.pairs for word in entry.pairs]

    assert len(wrong) == len(set(wrong))
    assert [(word, right) for word, (right, _) in WORDING.corrections.items() if right in WORDING.corrections] == []
    assert [word for word, (right, _) in WORDING.corrections.items() if list(Vocabulary([word]).find(right))] == []


def test_only_what_is_verified_blocks() -> None:
    """An entry that nobody has compared with its source may only advise."""
    assert [
        one.id for one in (*WORDING.pairs, *WORDING.names, *WORDING.orders) if one.serious and not one.verified
    ] == []


def test_rare_characters_are_rare() -> None:
    """Each listed character lies outside the common set, each word holds one that does, and none is listed twice."""
    for entry in WORDING.characters:
        assert len(entry.characters) == len(set(entry.characters)), entry.id
        assert [one for one in entry.characters if _is_common(one)] == [], entry.id
        assert [word for word in entry.words if all(map(_is_common, word))] == [], entry.id


def _is_common(character: str) -> bool:
    """GB 2312 level 1 is the rows 16 to 55."""
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def test_a_word_is_found_with_its_longest_form() -> None:
    """Overlapping beginnings hide nothing."""
    vocabulary = Vocabulary(["布署", "布署名", "署名人"])

    assert list(vocabulary.find("公布署名人员，布署")) == [(1, "布署名"), (2, "署名人"), (7, "布署")]
    assert vocabulary.covers("公布署名人", 2, 4)
    assert not vocabulary.covers("公布署名人", 0, 2)
