"""What every rule carries, and how a file of them is read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from publicity.errors import RulesError
from publicity.explain import explain_errors, quoted
from publicity.model.citation import cite
from publicity.model.fields import TO_FILL, Day, LegalBasis

E = TypeVar("E", bound="Entry")
M = TypeVar("M", bound=BaseModel)
FULL_WIDTH_COLON = re.compile(r"[\s{-]*[A-Za-z_]+：")
# What the YAML parser says, and what a clerk can do about it; the first that fits.
COMPLAINTS = (
    ("tab character", "缩进里有制表符（Tab），请改成空格，如“  - 2027-02-06”"),
    ("mapping values", '多了一个冒号，或缩进不对；值里有冒号的要加引号，如 source: "通知: 放假"'),
    ("cannot start any token", '有不能用在开头的字符（如 @ 或 `），请把整个值加上引号，如 source: "@通知"'),
    ("expected ':'", "缺少冒号；冒号用半角，后面空一格，如 year: 2027"),
    ("quoted scalar", '引号没有成对，请补上另一半，如 source: "通知"'),
    ("flow", "括号没有成对或缺少逗号，如 {name: 元旦, from: 2027-01-01, to: 2027-01-03}"),
)


class Entry(BaseModel):
    """One rule: its id, its source, when it holds, and whether its text has been read (``verified``)."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    basis: LegalBasis | None = None
    source: str = ""
    effective_from: Day | None = None
    effective_to: Day | None = None
    verified: bool = False
    note: str = ""

    @model_validator(mode="after")
    def _has_a_source(self) -> Entry:
        if self.basis is None and not self.source:
            raise ValueError("每条规则要写依据：basis 或 source")
        return self

    @property
    def cited(self) -> str:
        """Where the rule comes from, as a reader reads it."""
        return cite(self.basis) if self.basis else self.source

    def in_force_on(self, day: date) -> bool:
        """Whether the rule holds on that day."""
        return (self.effective_from is None or self.effective_from <= day) and (
            self.effective_to is None or day <= self.effective_to
        )


class _Refused(yaml.MarkedYAMLError):
    """``problem`` is Chinese already."""


class _Loader(yaml.CSafeLoader):
    """Plain values only; what YAML would let pass in silence, or tell in English, is refused with its line."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused(problem="的字段名写法不对，如 year: 2027", problem_mark=key.start_mark)
            if key.value in names:
                raise _Refused(problem=f"“{quoted(key.value)}”写了两次，请只留一个", problem_mark=key.start_mark)
            names.add(key.value)
        return super().construct_mapping(node, deep)

    def construct_scalar(self, node: Any) -> Any:
        value = super().construct_scalar(node)
        if isinstance(value, str) and TO_FILL in value:
            raise _Refused(problem=f"还有没填写的{TO_FILL}，请照原文填好", problem_mark=node.start_mark)
        return value

    def construct_day(self, node: Any) -> Any:
        """A day as YAML reads it, unless the calendar has no such day."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            told = f"没有 {node.value} 这一天，请改成日历上有的日期，如 2026-02-28"
            raise _Refused(problem=told, problem_mark=node.start_mark) from None


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_day)


def read_yaml(path: Path, shown: str) -> Any:
    """The values of a rules file, which ``shown`` names. Raises RulesError: Chinese, with the line and an example."""
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        raise RulesError(f"{shown} 读不出来：{_told(error, text.splitlines())}") from None
    except UnicodeDecodeError:
        raise RulesError(f"{shown} 读不出来：不是UTF-8编码的文字文件，请另存为UTF-8") from None
    except FileNotFoundError:
        raise RulesError(f"{shown} 读不出来：没有这个文件") from None
    except yaml.YAMLError:
        raise RulesError(f"{shown} 读不出来：里面有看不见的控制字符，请删去重新输入") from None
    except (OSError, ValueError, RecursionError):
        raise RulesError(f"{shown} 读不出来：请对照同一文件夹里的其他文件检查写法") from None


def _told(error: yaml.MarkedYAMLError, lines: list[str]) -> str:
    """The line where the mistake stands: the parser often stops at the next one."""
    context, problem = error.context or "", error.problem or ""
    # What was never closed is told where it began.
    begun = any(word in context for word in ("simple key", "quoted scalar", "flow"))
    mark = (error.context_mark if begun else error.problem_mark) or error.problem_mark or error.context_mark
    line = max(1, min(mark.line + 1 if mark else 1, len(lines)))
    if isinstance(error, _Refused):
        return f"第{line}行{problem}"
    for near in (line, line - 1):
        if 0 < near <= len(lines) and FULL_WIDTH_COLON.match(lines[near - 1]):
            return f"第{near}行的冒号是全角的“：”，请改成半角冒号，后面空一格，如 year: 2027"
    said = f"{context} {problem}"
    if lines and lines[line - 1].lstrip(" ").startswith("\t"):
        said = f"tab character: {said}"
    complaint = next((words for sign, words in COMPLAINTS if sign in said), None)
    return f"第{line}行{complaint or '的格式读不懂；请检查缩进、冒号（半角，后面空一格）和引号，如 year: 2027'}"


def load_entries(path: Path, key: str, entry: type[E]) -> tuple[E, ...]:
    """The list under ``key`` of a YAML file, in its order; ids may not repeat."""
    document = read_yaml(path, f"data/{path.name}")
    raw: list[Any] = document.get(key) if isinstance(document, dict) else None  # type: ignore[assignment]
    if not isinstance(raw, list):
        raise RulesError(f"data/{path.name} 里没有列表“{key}”")
    entries = tuple(_read(path, place, values, entry) for place, values in enumerate(raw, 1))
    ids = [one.id for one in entries]
    if repeated := next((name for name in ids if ids.count(name) > 1), None):
        raise RulesError(f"data/{path.name} 里的 id“{repeated}”出现了不止一次")
    return entries


def read_form(path: Path, shown: str, form: type[M], missing: str) -> M:
    """A file that is one form, not a list. Raises RulesError: ``shown`` names the file, ``missing`` says what is not there."""
    values = read_yaml(path, shown)
    if not isinstance(values, dict):
        raise RulesError(f"{shown} {missing}")
    try:
        return form.model_validate(values)
    except ValidationError as error:
        first = next(explain_errors(error, form))
        raise RulesError(f"{shown} {first.field}：{first.message}；{first.cure}") from None


def _read(path: Path, place: int, values: Any, entry: type[E]) -> E:
    try:
        return entry.model_validate(values)
    except ValidationError as error:
        name = values.get("id", place) if isinstance(values, dict) else place
        first = next(explain_errors(error, entry))
        raise RulesError(
            f"data/{path.name} 第{place}条（{name}）的 {first.field}：{first.message}；{first.cure}"
        ) from None
