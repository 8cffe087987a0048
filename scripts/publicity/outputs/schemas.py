"""JSON Schema of each content kind, for the editors that staff use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from publicity.explain import class_in
from publicity.model import KINDS
from publicity.model.fields import Choice


def render_schemas() -> dict[str, str]:
    """File name → text. Descriptions are Chinese; an editor shows them while one types."""
    return {f"{kind}.json": _render(kind) for kind in KINDS}


def _render(kind: str) -> str:
    schema: dict[str, Any] = KINDS[kind].model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{kind}.json"}
    schema.pop("description", None)
    schema = explained(schema, schema.get("$defs", {}), (KINDS[kind],))
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=1) + "\n"


def explained(schema: dict[str, Any], definitions: dict[str, Any], models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The schema in the words of those who fill in or read the fields; ``definitions`` are the groups within it."""
    choices = {choice.__name__: choice for model in models for choice in _choices(model)}
    for name, definition in definitions.items():
        definition.pop("description", None)  # a docstring, for Python programmers
        if name in choices:
            definition["enumDescriptions"] = [member.label for member in choices[name]]
    found: dict[str, Any] = _any_branch(schema)
    return found


def _choices(model: type[BaseModel]) -> Iterator[type[Choice]]:
    """The closed lists of a model and of the groups inside it."""
    for field in model.model_fields.values():
        if (choice := class_in(field.annotation, Choice)) is not None:
            yield choice
        if (part := class_in(field.annotation, BaseModel)) is not None:
            yield from _choices(part)


def _any_branch(value: Any) -> Any:
    """A pending value also fits the plain text beside it, so any branch will do: anyOf, not oneOf."""
    if isinstance(value, list):
        return [_any_branch(item) for item in value]
    if not isinstance(value, dict):
        return value
    renamed = {"anyOf" if key == "oneOf" else key: item for key, item in value.items() if key != "discriminator"}
    return {key: _any_branch(item) for key, item in renamed.items()}
