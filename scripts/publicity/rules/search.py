"""data/search.yml, data/traditional.txt: in what order results stand, and which characters are read as others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from publicity.errors import RulesError
from publicity.model import KINDS
from publicity.rules.entries import read_form

_Weight = Annotated[int, Field(ge=0, le=100)]
_KindWeight = Annotated[int, Field(ge=1, le=100)]


@dataclass(frozen=True)
class SearchRules:
    """``weights`` of title, number, text, attachment and phrase; ``kinds`` by the word of front matter's ``kind``.

    ``traditional`` are two texts of equal length: characters, and at the same places their simplified forms.
    """

    weights: Mapping[str, int]
    kinds: Mapping[str, int]
    traditional: tuple[str, str]


class _Weights(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: _Weight = Field(title="标题")
    number: _Weight = Field(title="文号、索引号")
    text: _Weight = Field(title="正文")
    attachment: _Weight = Field(title="附件")
    phrase: _Weight = Field(title="挨得近")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    weights: _Weights = Field(title="位置的权重")
    kinds: dict[str, _KindWeight] = Field(title="种类的权重")

    @field_validator("kinds")
    @classmethod
    def _names_kinds(cls, kinds: dict[str, int]) -> dict[str, int]:
        if unknown := next((name for name in kinds if name not in KINDS), None):
            raise PydanticCustomError(
                "expected", f"种类“{unknown}”不认识", {"expected": f"下列种类：{'、'.join(KINDS)}"}
            )
        return kinds


def load_search(weights: Path, traditional: Path) -> SearchRules:
    """Raises RulesError naming the file and what is wrong in it."""
    read = read_form(weights, f"data/{weights.name}", _File, "里没有 weights、kinds 两项")
    return SearchRules(read.weights.model_dump(), read.kinds, _read_traditional(traditional))


def _read_traditional(path: Path) -> tuple[str, str]:
    shown = f"data/{path.name}"
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except FileNotFoundError:
        raise RulesError(f"{shown} 读不出来：没有这个文件") from None
    except (OSError, UnicodeDecodeError):
        raise RulesError(f"{shown} 读不出来：不是UTF-8编码的文字文件，请另存为UTF-8") from None
    if len(lines) != 2 or len(lines[0]) != len(lines[1]):
        told = "、".join(f"第{number}行{len(line)}个字" for number, line in enumerate(lines[:3], 1))
        raise RulesError(f"{shown} 应当是字数相等的两行：上一行繁体字，下一行对应的简体字（现在{told}）")
    if repeated := next((char for char in lines[0] if lines[0].count(char) > 1), None):
        raise RulesError(f"{shown} 的第1行里“{repeated}”写了不止一次，请只留一个")
    return lines[0], lines[1]
