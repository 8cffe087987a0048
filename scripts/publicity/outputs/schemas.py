"""JSON Schema of each content kind, for the editors that staff use."""

from __future__ import annotations

import json
from typing import Any

from publicity.model import KINDS


def render_schemas() -> dict[str, str]:
    """File name → text. Descriptions are Chinese; an editor shows them while one types."""
    return {f"{kind}.json": _render(kind) for kind in KINDS}


def _render(kind: str) -> str:
    schema: dict[str, Any] = KINDS[kind].model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{kind}.json"}
    return json.dumps(_for_people({**head, **schema}), ensure_ascii=False, indent=1) + "\n"


def _for_people(value: Any) -> Any:
    """Leave out what only Python programmers read: class docstrings, and how a union picks its branch.

    A pending value also fits the pattern-less branch beside it, so any branch will do (anyOf, not oneOf).
    """
    if isinstance(value, list):
        return [_for_people(item) for item in value]
    if not isinstance(value, dict):
        return value
    is_object = value.get("type") == "object"
    left_out = {"description", "discriminator"} if is_object else {"discriminator"}
    return {"anyOf" if key == "oneOf" else key: _for_people(item) for key, item in value.items() if key not in left_out}
