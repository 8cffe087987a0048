"""The block between the two ``---`` lines: a strict subset of YAML, every scalar a string.

No tags, anchors or aliases (they can run code or fill the memory), no duplicate keys, at most 16 KB.
Scalars stay text, so that ``No``, ``012`` or ``1:30`` never turn into something the clerk did not write;
the typed classes of ``model`` read them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from publicity.explain import Place, quoted

MAX_BYTES = 16 * 1024
MAX_DEPTH = 12
FENCE = "---"
_LINE_ENDS = dict.fromkeys(map(ord, "\u0085\u2028\u2029"), " ")


class FrontMatterError(Exception):
    """``line`` and ``column`` count from 1 in the file."""

    def __init__(self, line: int, column: int, message: str, cure: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.cure = line, column, message, cure


@dataclass(frozen=True)
class FrontMatter:
    """``places`` gives the line and column of every value; ``body_line`` is the first line after the block."""

    values: Mapping[str, Any]
    places: Mapping[Place, tuple[int, int]]
    body_line: int

    def where(self, place: Place) -> tuple[int, int]:
        """The value's place, or that of the nearest thing around it."""
        while place and place not in self.places:
            place = place[:-1]
        return self.places.get(place, (1, 1))


def parse_front_matter(lines: list[str]) -> FrontMatter:
    """``lines`` of the whole file, without line ends. Raises FrontMatterError."""
    if not lines or lines[0].rstrip() != FENCE:
        raise FrontMatterError(
            1, 1, "文件第一行不是 ---", "页面开头要有用两行 --- 围起来的字段；可用 make new 新建一页对照"
        )
    end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == FENCE), None)
    if end is None:
        raise FrontMatterError(1, 1, "字段块没有结束的 ---", "请在最后一个字段下面另起一行写 ---")
    # YAML counts these as line ends and a text editor does not; a space keeps both counts equal.
    text = "\n".join(lines[1 : end - 1]).translate(_LINE_ENDS) + "\n"
    if len(text.encode()) > MAX_BYTES:
        raise FrontMatterError(2, 1, "字段块超过16KB", "请把长文字移到正文里")
    values, places = _Reader(text).read()
    return FrontMatter(values, places, end + 1)


@dataclass
class _Reader:
    """Builds plain values out of YAML events, one call a node."""

    text: str
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)

    def read(self) -> tuple[dict[str, Any], dict[Place, tuple[int, int]]]:
        try:
            events = yaml.parse(self.text, Loader=yaml.CSafeLoader)
            next(events), next(events)  # the stream and the document
            first = next(events)
            if isinstance(first, yaml.ScalarEvent) and not first.value:
                raise FrontMatterError(2, 1, "字段块是空的", "请至少写上 kind 和 title")
            value = self._node(first, events, ())
            self._end(events)
            if not isinstance(value, dict):
                raise FrontMatterError(2, 1, "字段块不是“字段: 值”的样子", "每行写一个字段，如 title: 标题")
            return value, self.places
        except yaml.MarkedYAMLError as error:
            raise _in_chinese(error) from None
        except yaml.YAMLError:
            raise FrontMatterError(2, 1, "字段块里有看不见的控制字符", "请删去重新输入这几行") from None
        except StopIteration:
            raise FrontMatterError(2, 1, "字段块是空的", "请至少写上 kind 和 title") from None

    def _end(self, events: Iterator[Any]) -> None:
        """One document only: what follows it would be read by nobody."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) or (
                isinstance(event, yaml.DocumentEndEvent) and event.explicit
            ):
                line = event.start_mark.line + 2 if event.start_mark else 2
                raise FrontMatterError(
                    line, 1, "字段块里又有一行 --- 或 ...", "请删去这一行；字段块只有开头和结尾两行 ---"
                )

    def _node(self, event: Any, events: Iterator[Any], place: Place) -> Any:
        line, column = event.start_mark.line + 2, event.start_mark.column + 1
        self.places.setdefault(place, (line, column))
        self._refuse(event, line, column, len(place))
        if isinstance(event, yaml.ScalarEvent):
            plain_empty = event.implicit[0] and event.value in ("", "~", "null")
            return None if plain_empty else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, place)
        return self._mapping(events, place)

    def _refuse(self, event: Any, line: int, column: int, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FrontMatterError(
                line, column, "字段里用了 & 或 * 引用", "请把内容直接写出来；以 & 或 * 开头的文字要加引号"
            )
        if getattr(event, "tag", None):
            raise FrontMatterError(line, column, "字段里用了 ! 标记", "请删去；以 ! 开头的文字要加引号")
        if depth > MAX_DEPTH:
            raise FrontMatterError(line, column, "字段套得太深", "请对照字段说明减少缩进层数")

    def _sequence(self, events: Iterator[Any], place: Place) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*place, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            line, column = event.start_mark.line + 2, event.start_mark.column + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise FrontMatterError(
                    line, column, "字段名写法不对", "每行写“字段: 值”，文字里有方括号、花括号时请加引号"
                )
            self._refuse(event, line, column, len(place))
            if event.value in values:
                raise FrontMatterError(line, column, f"字段“{quoted(event.value)}”写了两次", "请只留一个")
            self.places[(*place, event.value)] = (line, column)
            values[event.value] = self._node(next(events), events, (*place, event.value))
        return values


def _in_chinese(error: yaml.MarkedYAMLError) -> FrontMatterError:
    # What was never closed is told where it began, not where the block ended.
    context = error.context or ""
    begun = ("simple key" in context or "quoted scalar" in context or "flow" in context) and error.context_mark
    mark = error.context_mark if begun else error.problem_mark or error.context_mark
    line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return FrontMatterError(
            line, column, "这一行多了一个冒号，或缩进不对", "值里有冒号时，请把整个值用引号括起来；字段名要顶格"
        )
    if "found character '\\t'" in problem or "cannot start any token" in problem:
        return FrontMatterError(
            line, column, "这里有不能用在开头的字符（常见的是制表符、@ 或 `）", "缩进请用空格；文字请加引号"
        )
    if "could not find expected ':'" in problem:
        return FrontMatterError(line, column, "这一行缺少冒号", "每行写“字段: 值”，冒号用半角，后面空一格")
    if "quoted scalar" in context or "flow" in context:
        return FrontMatterError(line, column, "引号或括号没有成对", "请补上另一半")
    return FrontMatterError(line, column, "字段块的格式读不懂", "请检查缩进、冒号（半角，后面空一格）和引号是否成对")
