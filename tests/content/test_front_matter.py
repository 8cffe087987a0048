"""The strict front matter: what it reads, what it refuses, and where it says the trouble is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publicity.content.front_matter import FrontMatter, FrontMatterError, parse_front_matter

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def read(block: str) -> FrontMatter:
    return parse_front_matter(["---", *block.split("\n"), "---", "正文"])


def refusal(block: str) -> FrontMatterError:
    with pytest.raises(FrontMatterError) as caught:
        read(block)
    return caught.value


@pytest.mark.parametrize(
    "text", ["No", "yes", "012", "0x1F", "1:30", "2026-04-20", "1e3", "1_000", "20.10", "=", "true"]
)
def test_scalars_stay_what_the_clerk_wrote(text: str) -> None:
    """Nothing is turned into a number, a date or a truth value behind the clerk's back."""
    assert read(f"value: {text}").values == {"value": text}


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_an_empty_value_is_none(text: str) -> None:
    """A field left blank is blank."""
    assert read(f"value: {text}").values == {"value": None}


@pytest.mark.parametrize("text", ['""', "''", '"null"', '"~"'])
def test_a_quoted_value_is_text(text: str) -> None:
    """Quotes make text of anything, even of nothing."""
    assert read(f"value: {text}").values == {"value": text.strip("'\"")}


def test_lists_and_groups_nest() -> None:
    """Lists and mappings, in block and in flow style, become lists and dicts."""
    block = "a:\n  - {b: 1, c: [2, 3]}\n  - d:\n      e: 4\nf: []"

    assert read(block).values == {"a": [{"b": "1", "c": ["2", "3"]}, {"d": {"e": "4"}}], "f": []}


def test_places_count_lines_and_columns_of_the_file() -> None:
    """Every value is found again at its line and column, counted from 1 with the opening fence as line 1."""
    matter = read("# 注释\nkind: page\nfacts:\n  - {label: 甲, value: 1}\n  - label: 乙")

    assert matter.places[("kind",)] == (3, 1)
    assert matter.places[("facts", 0)] == (5, 5)
    assert matter.places[("facts", 0, "value")] == (5, 16)
    assert matter.places[("facts", 1, "label")] == (6, 5)


def test_an_unknown_place_falls_back_to_what_is_around_it() -> None:
    """A missing field is shown at its group, and a missing group at the top of the fields."""
    matter = read("kind: page\nsource:\n  serial: x")

    assert matter.where(("source", "section")) == (3, 1)
    assert matter.where(("title",)) == (2, 1)


def test_the_body_begins_after_the_second_fence() -> None:
    """body_line is the line after the closing fence."""
    assert read("kind: page\ntitle: x").body_line == 5


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        ([], (1, 1), "第一行不是 ---"),
        (["kind: page"], (1, 1), "第一行不是 ---"),
        (["", "---", "kind: page", "---"], (1, 1), "第一行不是 ---"),
        (["---", "kind: page"], (1, 1), "没有结束的 ---"),
        (["---", "---"], (2, 1), "字段块是空的"),
        (["---", "# 只有注释", "---"], (2, 1), "字段块是空的"),
    ],
)
def test_a_block_without_its_fences_or_fields_is_refused(lines: list[str], place: tuple[int, int], words: str) -> None:
    """A file that does not begin with a closed, filled block says so."""
    with pytest.raises(FrontMatterError) as caught:
        parse_front_matter(lines)

    assert (caught.value.line, caught.value.column) == place
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("block", "line", "words"),
    [
        ("kind: page\ntitle: !!python/object/apply:os.system [ls]", 3, "!"),
        ("title: !甲", 2, ""),
        ("? !!str kind\n: page", 2, "!"),
        ("kind: &a page", 2, "&"),
        ("kind: page\n&a title: x", 3, "&"),
        ("kind: *a", 2, "&"),
        ("a: &x [1]\nb: *x", 2, "&"),
        ("kind: page\nkind: page", 3, "写了两次"),
        ("a: {b: 1, b: 2}", 2, "写了两次"),
        ("? [a, b]\n: c", 2, "字段名"),
        ("[a]: b", 2, "字段名"),
        ("- a\n- b", 2, "字段: 值"),
        ("只有一句话", 2, "字段: 值"),
        ("a:\n  title: 甲: 乙", 3, "冒号"),
        ("kind: page\n title: x", 3, "冒号"),
        ("kind: page\ntitle:\tx\n\ty: z", 4, ""),
        ("title: @甲", 2, "开头"),
        ("title: `甲`", 2, "开头"),
        ("kind: page\ntitle", 3, "冒号"),
        ('title: "甲', 2, "成对"),
        ("title: [甲, 乙", 2, ""),
        ("title: {a: b", 2, ""),
        ("title: 甲\x01乙", 2, "控制字符"),
        ("kind: page\n...\ntitle: 不会被读到", 3, ""),
        ("kind: page\n--- 又一份\n", 3, ""),
        ("%YAML 1.1", 3, ""),
    ],
)
def test_what_yaml_may_do_but_a_clerk_must_not_is_refused(block: str, line: int, words: str) -> None:
    """Tags, anchors, aliases, repeated fields, second documents and broken syntax are refused at their line, in Chinese."""
    error = refusal(block)

    assert words in error.message
    assert error.line == line
    assert CHINESE.search(error.message)
    assert CHINESE.search(error.cure)


def test_sixteen_kilobytes_are_the_limit() -> None:
    """A block of 16 KB is read, and one byte more is refused."""
    frame = len("title: \n")

    assert len(read("title: " + "a" * (16 * 1024 - frame)).values["title"]) == 16 * 1024 - frame
    assert "16KB" in refusal("title: " + "a" * (16 * 1024 - frame + 1)).message


@pytest.mark.parametrize("block", ["a: " + "[" * 5000, "a: " + "[" * 300 + "]" * 300, "a: " + "{b: " * 300, "- " * 300])
def test_deep_nesting_is_refused(block: str) -> None:
    """Three hundred levels, closed or not, are a finding and never a deep recursion."""
    error = refusal(block)

    assert error.line == 2
    assert CHINESE.search(error.message)


def test_lines_hold_when_a_value_has_an_exotic_line_break() -> None:
    """U+2028 and its like are not line ends to an editor, so they do not shift the places after them."""
    assert read("title: 甲\u2028乙\nkind: page").places[("kind",)] == (3, 1)


YAMLISH = st.text(alphabet="ab:-[]{}&*!|>'\"#%@`?, \n\t~.0月\u2028\x00\ufeff", max_size=60)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), YAMLISH))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands between the fences gives a mapping of text or a FrontMatterError with a place, nothing else."""
    lines = ["---", *text.split("\n"), "---"]
    error: FrontMatterError | None = None
    try:
        matter = parse_front_matter(lines)
    except FrontMatterError as caught:
        error = caught

    if error is None:
        assert all(isinstance(key, str) for key in matter.values)
        return
    assert 1 <= error.line <= len(lines) + 1
    assert error.column >= 1
    assert CHINESE.search(error.message)
    assert CHINESE.search(error.cure)


@settings(deadline=None)
@given(st.dictionaries(st.text("abcxyz_", min_size=1, max_size=8), st.text("一二年月龥09", min_size=1), min_size=1))
def test_plain_fields_come_back_as_written(values: dict[str, str]) -> None:
    """A block of ordinary fields reads as exactly those fields."""
    assert read("\n".join(f"{key}: {value}" for key, value in values.items())).values == values
