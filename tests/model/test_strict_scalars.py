"""Words that YAML readers like to turn into something else stay what they are, or are refused."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from publicity.model.fields import Day, Flag, Serial, Text, Whole


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Flag, "on"), (Flag, "yes"), (Flag, "1"), (Flag, "True"),
        (Whole, "65.0"), (Whole, "6_5"), (Whole, " +65"), (Whole, "六"),
        (Day, "0001-01-01"), (Day, "2100-01-01"),
        (Serial, "0000-00000"), (Serial, "9999-99999"),
        (Text, "\u200b"), (Text, "标题\u202e反"), (Text, "a\x07b"), (Text, "a\nb"), (Text, "a\0b"),
    ],
)  # fmt: skip
def test_what_is_not_written_plainly_is_refused(kind: object, value: str) -> None:
    """No truth but true and false, no number but digits, no day before 1949, nothing invisible."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(("kind", "value"), [(Flag, "true"), (Flag, "false"), (Whole, "65"), (Day, "1949-10-01")])
def test_what_is_written_plainly_is_read(kind: object, value: str) -> None:
    """The plain form passes."""
    TypeAdapter(kind).validate_python(value)
