"""Values of front matter as the typed classes read them, and the words their fields carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from publicity.model import KINDS
from publicity.model.fields import PENDING, Choice, Day, FilePath, Moment, OrPending, Serial, Text
from publicity.model.record import Record, Validity

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(("text", "day"), [("2026-04-20", date(2026, 4, 20)), ("2028-02-29", date(2028, 2, 29))])
def test_a_day_is_read(text: str, day: date) -> None:
    """A day is written year-month-day."""
    assert read(Day, text) == day


def test_a_moment_is_read() -> None:
    """A moment is a day and a time, one space between."""
    assert read(Moment, "2026-04-20 09:30") == datetime(2026, 4, 20, 9, 30)


@pytest.mark.parametrize(
    "text", ["", "2026-4-20", "2026-02-29", "2026-13-01", "20260420", "2026-04-20 ", "二〇二六", "２０２６-０４-２０"]
)
def test_a_day_that_is_none_is_refused(text: str) -> None:
    """Another form, or a day no calendar has, is an error."""
    with pytest.raises(ValidationError):
        read(Day, text)


@pytest.mark.parametrize(
    "text", ["2026-04-20", "2026-04-20T09:30", "2026-04-20 9:30", "2026-04-20 25:00", "2026-04-20 09:30:15"]
)
def test_a_moment_that_is_none_is_refused(text: str) -> None:
    """Another form, or an hour no clock has, is an error."""
    with pytest.raises(ValidationError):
        read(Moment, text)


@pytest.mark.parametrize(("value", "found"), [(PENDING, PENDING), ("2026-04-20", date(2026, 4, 20))])
def test_a_day_may_be_pending(value: str, found: Any) -> None:
    """待核定 is accepted beside a day, and kept as it is."""
    assert read(OrPending[Day], value) == found


@pytest.mark.parametrize("value", ["待定", "待核", "TBD", "", None])
def test_only_the_one_word_means_pending(value: Any) -> None:
    """No other word stands for a fact nobody has given."""
    with pytest.raises(ValidationError):
        read(OrPending[Day], value)


@pytest.mark.parametrize("serial", ["2026-00001", "2022-1843313", "2026-99999999"])
def test_serials_of_this_and_other_systems_are_read(serial: str) -> None:
    """A year, a dash, five to eight digits."""
    assert read(Serial, serial) == serial


@pytest.mark.parametrize(
    "serial",
    [
        "2026-1",
        "26-00001",
        "2026_00001",
        "2026-000000001",
        "2026-00001a",
        "2026-00001\n",
        "２０２６-００００１",
        "٢٠٢٦-٠٠٠٠١",
    ],
)
def test_other_serials_are_refused(serial: str) -> None:
    """A serial is a file name and an address: ASCII digits only, nothing around them."""
    with pytest.raises(ValidationError):
        read(Serial, serial)


@pytest.mark.parametrize("path", ["/etc/passwd", "../a.pdf", "公告.pdf", "a b.pdf", "", ".hidden", "a" * 201])
def test_paths_of_attachments_are_plain(path: str) -> None:
    """An attachment's path begins with a letter or digit and holds nothing a server must escape."""
    with pytest.raises(ValidationError):
        read(FilePath, path)


@pytest.mark.parametrize("text", ["", "甲<乙", "<script>", "a > b"])
def test_text_holds_no_markup(text: str) -> None:
    """Fields reach titles and meta tags: angle brackets and nothingness are refused."""
    with pytest.raises(ValidationError):
        read(Text, text)


def classes(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and every group inside it."""
    yield model
    for field in model.model_fields.values():
        yield from (one for inner in inside(field.annotation, BaseModel) for one in classes(inner))


def inside(annotation: Any, wanted: type) -> Iterator[Any]:
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        yield annotation
    for argument in get_args(annotation):
        yield from inside(argument, wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_chinese_name(kind: str) -> None:
    """Whatever a message or the editor may name has a Chinese word."""
    nameless = [
        f"{model.__name__}.{name}"
        for model in classes(KINDS[kind])
        for name, field in model.model_fields.items()
        if not CHINESE.search(field.title or "")
    ]

    assert nameless == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_has_a_chinese_word(kind: str) -> None:
    """Whatever a closed list offers is shown to readers in Chinese."""
    choices = {
        one
        for model in classes(KINDS[kind])
        for field in model.model_fields.values()
        for one in inside(field.annotation, Enum)
    }

    assert [member for choice in choices for member in choice if not CHINESE.search(member.label)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_group_is_closed_and_frozen(kind: str) -> None:
    """An unknown field is an error at every depth, and nothing changes after it was read."""
    open_ones = [
        model.__name__
        for model in classes(KINDS[kind])
        if model.model_config.get("extra") != "forbid" or not model.model_config.get("frozen")
    ]

    assert open_ones == []


def test_a_kind_names_its_own_class() -> None:
    """The word in ``kind`` is the one its class accepts."""
    assert [kind for kind, model in KINDS.items() if get_args(model.model_fields["kind"].annotation) != (kind,)] == []


def test_a_choice_is_its_value_and_knows_its_word() -> None:
    """Data carry the English value, readers see the Chinese word."""
    assert issubclass(Validity, Choice)
    assert (Validity("repealed"), Validity.REPEALED.label, str(Validity.REPEALED)) == (
        Validity.REPEALED,
        "废止",
        "repealed",
    )


def test_the_header_of_the_portals_is_on_every_record() -> None:
    """索引号 发布机构 成文日期 文号 发布时间 文件有效性 belong to each kind."""
    names = {"index_number", "issuing_organ", "formed_on", "document_number", "published_at", "validity"}

    assert [
        kind for kind, model in KINDS.items() if issubclass(model, Record) and not names <= set(model.model_fields)
    ] == []


def test_no_kind_has_room_for_an_identity_number() -> None:
    """An enforcement result names no field for an ID card: it is never published."""
    names = {name for model in KINDS.values() for one in classes(model) for name in one.model_fields}

    assert [name for name in names if re.search(r"id_card|identity|id_number|phone|mobile", name)] == []
