"""The three tables of a yearly disclosure report, laid out as the official form prints them (国办公开办函〔2021〕30号)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from publicity.enrich.plain import plain
from publicity.model.disclosure_tables import (
    Applicants,
    Applications,
    DisclosureTables,
    Disputes,
    Figures,
    Made,
    Outcomes,
    Published,
)

# What the form prints in the corner of the third table.
SUM_RULE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
# Ending, group of grounds, ground: the columns that the names of the rows take in the third table.
DEPTH = 3


@dataclass(frozen=True)
class Cell:
    """``scope`` is "col" or "row" for a heading, "note" for the corner, empty for a figure; spans count cells."""

    text: str
    scope: str = ""
    across: int = 1
    down: int = 1


Line = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    head: tuple[Line, ...]
    body: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """One of the form's numbered sections; ``name`` is its field, and the anchor of its heading in the text."""

    name: str
    title: str
    tables: tuple[Table, ...]


def statutory_tables(tables: DisclosureTables) -> tuple[Section, ...]:
    """Sections 二, 三 and 四 of the form."""
    made = {
        "published": _published(tables.published),
        "applications": (_applications(tables.applications),),
        "disputes": (_disputes(tables.disputes),),
    }
    return tuple(Section(name, _title(tables, name), found) for name, found in made.items())


def placed(lines: tuple[Line, ...]) -> Iterator[tuple[int, int, Cell]]:
    """Row and column of each cell, from 0, with the room that spans of earlier cells have taken left free."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + down, column + across) for down in range(cell.down) for across in range(cell.across)}


def _published(group: Published) -> tuple[Table, ...]:
    titles = (Cell("信息内容", "col"), *_heads(Made))
    made = tuple(
        (Cell(_title(group, name), "row"), *_figures(getattr(group, name))) for name in ("rules", "normative_documents")
    )
    return (
        Table("第二十条第（一）项", (titles,), made),
        _single("第二十条第（五）项", group, "licences"),
        _single("第二十条第（六）项", group, "penalties", "coercions"),
        _single("第二十条第（八）项", group, "fees"),
    )


def _single(caption: str, group: Published, *names: str) -> Table:
    """A table of one figure a row."""
    head = (Cell("信息内容", "col"), Cell(type(group).model_fields[names[0]].description or "", "col"))
    body = tuple((Cell(_title(group, name), "row"), Cell(str(plain(getattr(group, name))))) for name in names)
    return Table(caption, (head,), body)


def _applications(group: Applications) -> Table:
    who = _heads(Applicants)
    person, others, total = who[0], who[1:-1], who[-1]
    head = (
        (Cell(SUM_RULE, "note", across=DEPTH, down=3), Cell("申请人情况", "col", across=len(who))),
        (
            Cell(person.text, "col", down=2),
            Cell("法人或其他组织", "col", across=len(others)),
            Cell(total.text, "col", down=2),
        ),
        others,
    )
    return Table(_plain_title("applications"), head, tuple(_endings(group, 0)))


def _endings(group: BaseModel, depth: int) -> list[Line]:
    """A group's name stands once, before all the rows of its grounds."""
    lines: list[Line] = []
    for name in type(group).model_fields:
        value, title = getattr(group, name), _title(group, name)
        if isinstance(value, Applicants):
            lines.append((Cell(title, "row", across=DEPTH - depth), *_figures(value)))
        else:
            inner = _endings(value, depth + 1)
            lines += [(Cell(title, "row", down=len(inner)), *inner[0]), *inner[1:]]
    return lines


def _disputes(group: Disputes) -> Table:
    """One row of figures: a kind of case after the other."""
    ends = _heads(Outcomes)
    review, *suits = [_title(group, name) for name in type(group).model_fields]
    head = (
        (Cell(review, "col", across=len(ends), down=2), Cell("行政诉讼", "col", across=len(ends) * len(suits))),
        tuple(Cell(suit, "col", across=len(ends)) for suit in suits),
        ends * (1 + len(suits)),
    )
    body = tuple(cell for name in type(group).model_fields for cell in _figures(getattr(group, name)))
    return Table(_plain_title("disputes"), head, (body,))


def _heads(model: type[Figures]) -> Line:
    return tuple(Cell(field.title or name, "col") for name, field in model.model_fields.items())


def _figures(row: Figures) -> Line:
    return tuple(Cell(str(plain(getattr(row, name)))) for name in type(row).model_fields)


def _title(group: BaseModel, name: str) -> str:
    return type(group).model_fields[name].title or name


def _plain_title(name: str) -> str:
    """A section's title without its number."""
    return (DisclosureTables.model_fields[name].title or name).partition("、")[2]
