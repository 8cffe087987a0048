"""Pydantic's errors in plain Chinese: which field, which value, what is expected, how to mend it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

# Branch names that a union puts into an error's place; they are not fields.
BRANCHES = frozenset({"value", "pending"})
# Where a clerk finds what each field wants.
BASIS_FIELDS = "CONTRIBUTING.md 字段说明"
LONG_NUMBER = re.compile(r"\d{11,}[0-9Xx]?")

Place = tuple[str | int, ...]
C = TypeVar("C")


@dataclass(frozen=True)
class Explained:
    """``place`` is the way to the value: field names and list positions (from 0)."""

    place: Place
    message: str
    cure: str

    @property
    def field(self) -> str:
        return ".".join(printable(str(part)) for part in self.place)


def explain_errors(error: ValidationError, model: type[BaseModel]) -> Iterator[Explained]:
    """Every error of one validation, in the order Pydantic found them."""
    items = [(_place(item, model), item) for item in error.errors(include_url=False)]
    for place, item in items:
        # A list whose items are wrong also counts as too short; the items' own errors say more.
        nested = any(other[: len(place)] == place and len(other) > len(place) for other, _ in items)
        if not (item["type"] == "too_short" and nested):
            yield _explain(place, item, model)


def label_of(model: type[BaseModel], place: Place) -> str:
    """The Chinese name of a field, with the position in a list: ``步骤 第2项 时限``."""
    words: list[str] = []
    current: type[BaseModel] | None = model
    for part in place:
        if isinstance(part, int):
            words.append(f"第{part + 1}项")
        elif current is not None and part in current.model_fields:
            field = current.model_fields[part]
            words.append(field.title or part)
            current = class_in(field.annotation, BaseModel)
        else:
            words.append(part)
    return " ".join(words)


def _place(item: Any, model: type[BaseModel]) -> Place:
    """The error's way to its value, without the branch names of unions (a field may bear the same name)."""
    place: list[str | int] = []
    current: type[BaseModel] | None = model
    for part in item["loc"]:
        if isinstance(part, str) and current is not None and part in current.model_fields:
            current = class_in(current.model_fields[part].annotation, BaseModel)
        elif part in BRANCHES and not (item["type"] == "extra_forbidden" and part == item["loc"][-1]):
            continue
        place.append(part)
    return tuple(place)


def _explain(place: Place, item: Any, model: type[BaseModel]) -> Explained:
    kind, value, context = item["type"], item["input"], item.get("ctx", {})
    label = label_of(model, place)
    name = str(place[-1]) if place else ""
    if kind == "extra_forbidden":
        return Explained(place, f"不认识的字段“{quoted(name)}”", nearest_field(name, _owner(model, place[:-1])))
    if kind == "missing":
        return Explained(place, f"缺少必填字段 {name}（{label}）", "请补上；确实没有人提供时写“待核定”或按字段说明留空")
    subject = f"{label}（{name}）" if place and isinstance(place[-1], str) else label or "本页字段"
    if value is None:
        return Explained(place, f"{subject}是空的", "请填写；确实没有人提供时，允许的字段可写“待核定”")
    if kind == "value_error":
        return Explained(place, f"{subject}不对：{context['error']}", f"请对照{BASIS_FIELDS}修改")
    if not isinstance(value, (dict, list, BaseModel)):
        subject += f"的值“{_shown(value)}”"
    why = f"：{item['msg']}" if kind == "expected" else ""
    return Explained(place, f"{subject}不对{why}", f"应当是{_expected(kind, context, place, model)}")


def _expected(kind: str, context: Mapping[str, Any], place: Place, model: type[BaseModel]) -> str:
    field = _field(model, place)
    if kind == "string_pattern_mismatch" and field is not None:
        hint = field.description or ""
        return (
            "符合规定的写法" + (f"：{hint}" if hint else "") + (f"，如 {field.examples[0]}" if field.examples else "")
        )
    if kind in ("enum", "literal_error") and field is not None:
        choice = class_in(field.annotation, Enum)
        if choice is not None:
            return "下列之一：" + "、".join(f"{member.value}（{getattr(member, 'label', '')}）" for member in choice)
    if kind in _PHRASES:
        return _PHRASES[kind].format(**_in_words(context))
    return f"{BASIS_FIELDS}里写的样子"


_PHRASES: Mapping[str, str] = {
    "string_type": "一段文字",
    "string_too_short": "至少{min_length}个字的文字",
    "string_too_long": "不超过{max_length}个字的文字",
    "int_parsing": "一个整数，如 12",
    "int_type": "一个整数，如 12",
    "int_from_float": "一个整数，如 12",
    "decimal_parsing": "一个数，如 12 或 12.5",
    "decimal_type": "一个数，如 12 或 12.5",
    "decimal_max_digits": "不超过{max_digits}位的数",
    "decimal_max_places": "小数不超过{decimal_places}位的数",
    "decimal_whole_digits": "整数部分不超过{whole_digits}位的数",
    "date_type": "一个日期，如 2026-04-20",
    "datetime_type": "日期加时间，如 2026-04-20 09:30",
    "finite_number": "一个数，如 12 或 12.5",
    "bool_parsing": "true（是）或 false（否）",
    "bool_type": "true（是）或 false（否）",
    "enum": "下列之一：{expected}",
    "literal_error": "下列之一：{expected}",
    "list_type": "一个列表，每项另起一行并以“- ”开头",
    "tuple_type": "一个列表，每项另起一行并以“- ”开头",
    "dict_type": "一组“字段: 值”",
    "model_type": "一组“字段: 值”",
    "greater_than_equal": "不小于 {ge} 的数",
    "less_than_equal": "不大于 {le} 的数",
    "too_short": "至少 {min_length} 项的列表",
    "too_long": "不超过 {max_length} 项的列表",
    "expected": "{expected}",
}


def _in_words(context: Mapping[str, Any]) -> dict[str, Any]:
    """The names of an expected choice, joined the Chinese way."""
    words = dict(context)
    if "expected" in words:
        words["expected"] = str(words["expected"]).replace("'", "").replace(" or ", "、").replace(", ", "、")
    return words


def nearest_field(name: str, owner: type[BaseModel]) -> str:
    """How to mend a field name that the class does not know."""
    near = difflib.get_close_matches(name, list(owner.model_fields), n=1, cutoff=0.6)
    by_title = [key for key, field in owner.model_fields.items() if field.title == name]
    if by_title or near:
        return f"是不是想写“{(by_title or near)[0]}”？不需要时请删去这一行"
    return "请删去这一行，或改为字段说明里有的字段：" + "、".join(owner.model_fields)


def _owner(model: type[BaseModel], place: Place) -> type[BaseModel]:
    current = model
    for part in place:
        if isinstance(part, str) and part in current.model_fields:
            current = class_in(current.model_fields[part].annotation, BaseModel) or current
    return current


def _field(model: type[BaseModel], place: Place) -> FieldInfo | None:
    names = [part for part in place if isinstance(part, str)]
    return _owner(model, place[: -1 if names else None]).model_fields.get(names[-1]) if names else None


def class_in(annotation: Any, wanted: type[C]) -> type[C] | None:
    """The class of that sort inside ``list[X]``, ``X | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, wanted):
        return annotation
    for argument in get_args(annotation):
        if (found := class_in(argument, wanted)) is not None:
            return found
    return None


def refuse_odd_text(value: str) -> str:
    """For validators of text that reaches titles, meta tags and other programs: one visible line without markup."""
    if "<" in value or ">" in value:
        raise PydanticCustomError("expected", "有尖括号", {"expected": "不含尖括号 < > 的文字（书名号请用《》〈〉）"})
    if not value.isprintable():
        raise PydanticCustomError("expected", "有看不见的字符", {"expected": "一行看得见的文字；请删去重新输入"})
    return value


def printable(text: str) -> str:
    """The text with what no terminal should obey (controls, marks of direction, half a character) spelled out."""
    return text if text.isprintable() else "".join(map(_spelled, text))


def _spelled(char: str) -> str:
    return char if char.isprintable() or char == "\u3000" else char.encode("unicode_escape").decode()


def quoted(text: str, limit: int = 40) -> str:
    """The beginning of a text, printable, never cut within a number: half of one could not be recognised and masked."""
    text = printable(text)
    return text if len(text) <= limit else re.sub(r"[\d\W_]+$", "", text[:limit]) + "…"


def _shown(value: Any) -> str:
    if isinstance(value, Enum):
        value = value.value
    # A long run of digits may be somebody's number: the log must not repeat it.
    text = LONG_NUMBER.sub(lambda found: found.group()[:3] + "*" * (len(found.group()) - 3), str(value))
    return quoted(text)
