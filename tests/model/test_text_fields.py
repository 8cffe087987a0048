"""Every text field of every class refuses what could be markup, or what nobody sees."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from publicity.model import KINDS
from publicity.model.fields import Choice, LegalBasis, Part

HOSTILE = (
    "甲<b>乙",
    "甲>乙",
    "甲<!--",
    "甲\x00乙",
    "甲\x07乙",
    "甲\n乙",
    "甲\u200b乙",
    "甲\u202e乙",
    "甲\u2066乙",
    "甲\ufeff乙",
    "甲\U000e0041乙",
)


def parts(model: type[BaseModel], known: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The class, and the classes of its fields, each once."""
    if model not in known:
        known.add(model)
        yield model
        for field in model.model_fields.values():
            for inner in leaves(field.annotation):
                if isinstance(inner, type) and issubclass(inner, BaseModel):
                    yield from parts(inner, known)


def leaves(annotation: Any) -> Iterator[Any]:
    """What a field holds once lists, options and notes are taken away."""
    inner = get_args(annotation)
    if get_origin(annotation) is Literal:
        return
    if get_origin(annotation) is Annotated:
        yield from leaves(inner[0])
    elif inner:
        for one in inner:
            yield from leaves(one)
    else:
        yield annotation


def is_list(annotation: Any) -> bool:
    """Whether text of the field stands in a list."""
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        return any(is_list(one) for one in get_args(annotation)[: 1 if get_origin(annotation) is Annotated else None])
    return get_origin(annotation) in (tuple, list)


def holds_text(annotation: Any) -> bool:
    return any(
        isinstance(one, type) and issubclass(one, str) and not issubclass(one, Choice) for one in leaves(annotation)
    )


KNOWN: set[type[BaseModel]] = set()
CLASSES = [one for kind in KINDS.values() for one in parts(kind, KNOWN)]
FIELDS = [
    pytest.param(model, name, id=f"{model.__name__}.{name}")
    for model in CLASSES
    for name, field in model.model_fields.items()
    if holds_text(field.annotation)
]


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_a_text_field_refuses_markup_and_unseen_characters(model: type[BaseModel], name: str) -> None:
    """Angle brackets, controls, zero-width characters and marks of direction never reach a title or a meta tag."""
    field = model.model_fields[name]
    adapter = TypeAdapter(field.rebuild_annotation())
    taken = []
    for text in HOSTILE:
        try:
            adapter.validate_python([text] if is_list(field.annotation) else text)
            taken.append(text)
        except ValidationError:
            pass

    assert taken == []


def test_the_walk_finds_the_classes() -> None:
    """Parts inside parts are met too, so that a new field cannot be forgotten."""
    assert LegalBasis in KNOWN
    assert set(KINDS.values()) <= KNOWN
    assert all(issubclass(one, Part) for one in KNOWN)
    assert len(FIELDS) > 100
