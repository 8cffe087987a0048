"""A new page for ``new``: filled as far as the program can know, and empty where only the clerk can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from publicity.checks.folders import FOLDERS
from publicity.explain import class_in
from publicity.model import KINDS
from publicity.model.fields import PENDING, TO_FILL, Choice
from publicity.model.record import Record
from publicity.outputs.disclosure_form import Form
from publicity.settings import Town

BODIES = {
    "enforcement_result": f"{TO_FILL}摘要。自然人去标识化；不写身份证号、住址、电话、银行账号。\n",
    "procedure_notice": f"## 白话说明 {{#plain-words}}\n\n{TO_FILL}用两三句话告诉群众怎么办、带什么、多久。\n",
    "enforcement_item": f"## 白话说明 {{#plain-words}}\n\n{TO_FILL}用两三句话说明这项职权管什么。\n",
}
DEFAULT_BODY = f"{TO_FILL}正文从这里开始；小标题从 ## 开始。\n"
# Header fields that stay visible in a new page even though they may be blank.
SHOWN = frozenset(
    (
        "index_number",
        "issuing_organ",
        "formed_on",
        "document_number",
        "published_at",
        "validity",
        "summary",
        "expires_on",
    )
)
# What is computed for a kind is not asked of whoever starts a page of it.
COMPUTED = frozenset((("normative_document", "validity"),))
# What every power must say, though a draft may not know it yet.
LISTS = frozenset(("conditions", "limits", "supervision", "remedies", "rights"))


def next_serial(serials: Iterable[str], year: int) -> str:
    """The year's first number above all that are used; numbers of the portal's own, longer form do not count."""
    used = [int(serial[5:]) for serial in serials if serial.startswith(f"{year}-") and len(serial) == len("YYYY-NNNNN")]
    return f"{year}-{max(used, default=0) + 1:05d}"


def path_of(kind: str, serial: str) -> str:
    """Where the new page goes, below docs/."""
    return f"{FOLDERS[kind].replace('<year>', serial[:4])}{serial}.md"


def render_template(kind: str, serial: str, town: Town, given: dict[str, str], form: Form | None = None) -> str:
    """The page's text. ``given`` are fields the clerk has already told; a ``form`` brings tables and a body of its own."""
    depth = FOLDERS[kind].count("/")
    known = {"kind": kind, "serial": serial, "issuing_organ": town.organ, "verified": "false", **given}
    if town.organ_code:
        known.setdefault("index_number", f"{town.organ_code}/{serial}")
    else:
        known.setdefault("index_number", PENDING)
    if form is not None and form.title:
        known.setdefault("title", form.title)
    lines = ["---", f"# yaml-language-server: $schema={'../' * depth}schemas/{kind}.json"]
    for name, field in KINDS[kind].model_fields.items():
        if name in known:
            lines.append(f"{name}: {_scalar(known[name])}")
        elif name in LISTS:
            lines.append(f"{name}: []  # {_hint(field)}")
        elif (field.is_required() or name in SHOWN) and (kind, name) not in COMPUTED:
            lines += _blank(name, field)
        elif form is not None and name == "tables":
            lines += form.lines
    body = (form.body if form is not None else "") or BODIES.get(kind, DEFAULT_BODY)
    return "\n".join([*lines, "---", "", body])


def _blank(name: str, field: FieldInfo, indent: str = "") -> list[str]:
    """An empty field, with a hint beside it; a list gets one empty item to copy."""
    hint = _hint(field)
    part = class_in(field.annotation, BaseModel)
    if part is None:
        return [f"{indent}{name}:{f'  # {hint}' if hint else ''}"]
    inner = [(key, one) for key, one in part.model_fields.items() if one.is_required()]
    lines = [f"{indent}{name}:  # {field.title}"]
    for place, (key, one) in enumerate(inner):
        lead = f"{indent}  - " if place == 0 else f"{indent}    "
        lines.append(f"{lead}{key}:  # {_hint(one)}")
    return lines


def _hint(field: FieldInfo) -> str:
    choice = class_in(field.annotation, Choice)
    words = [field.title or ""]
    if choice is not None:
        words.append(" ".join(f"{member.value}={member.label}" for member in choice))
    elif field.description:
        words.append(field.description)
    return "：".join(word for word in words if word)


def _scalar(value: str) -> str:
    """Quoted where YAML would read something else than the text."""
    risky = not value or value[0] in "!&*[]{}|>@`'\"%#-?:," or ": " in value or " #" in value or value.endswith(":")
    if risky or value in ("~", "null") or value.replace(".", "").isdigit():
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value


def fields_to_ask(kind: str) -> list[tuple[str, Any]]:
    """What ``new`` asks for: title, year, a category where one is needed, the closed lists; the rest is easier in an editor."""
    model = KINDS[kind]
    wanted = []
    for name, field in model.model_fields.items():
        choice = class_in(field.annotation, Choice)
        if (
            name in ("title", "year")
            or (name == "category" and field.is_required())
            or (field.is_required() and choice is not None)
        ):
            wanted.append((name, field))
    return wanted


def new_kinds() -> list[str]:
    """Kinds that ``new`` can start."""
    return [kind for kind, model in KINDS.items() if issubclass(model, Record)]
