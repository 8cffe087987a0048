"""The kinds of value that front matter may hold, each with its Chinese complaint."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from publicity.explain import refuse_odd_text

PENDING: Final = "待核定"
# Stands before every hint that a new page's body carries; a page that still has one is not ready.
TO_FILL: Final = "【待填】"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"
SERIAL = r"^(19|20)[0-9]{2}-[0-9]{5,8}$"

T = TypeVar("T")


class Part(BaseModel):
    """A group of fields; a field it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, use_enum_values=False)


class Choice(StrEnum):
    """A closed list whose members carry the Chinese word that readers see."""

    label: str

    def __new__(cls, value: str, label: str) -> Choice:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


def _read_date(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(DAY, value):
        raise PydanticCustomError(
            "expected", "日期写法不对", {"expected": "一个日期，如 2026-04-20（年-月-日，数字要补足两位）"}
        )
    try:
        day = date.fromisoformat(value)
        if 1949 <= day.year < 2100:
            return day
        raise ValueError
    except ValueError:
        raise PydanticCustomError("expected", "没有这一天", {"expected": "日历上有的日期，如 2026-02-28"}) from None


def _read_moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(MOMENT, value):
        raise PydanticCustomError(
            "expected", "时间写法不对", {"expected": "日期加时间，如 2026-04-20 09:30（中间空一格）"}
        )
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError(
            "expected", "没有这一时刻", {"expected": "日历上有的日期和时间，如 2026-02-28 09:30"}
        ) from None


def _read_flag(value: Any) -> Any:
    if isinstance(value, str) and value not in ("true", "false"):
        raise PydanticCustomError("expected", "写法不对", {"expected": "true（是）或 false（否）"})
    return value


def _read_whole(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise PydanticCustomError("expected", "写法不对", {"expected": "一个整数，如 12"})
    return value


def _is_pending(value: Any) -> str:
    return "pending" if value == PENDING else "value"


Flag = Annotated[bool, BeforeValidator(_read_flag)]
Whole = Annotated[int, BeforeValidator(_read_whole)]
# Text of one field, by its greatest length. Angle brackets and invisible characters
# (controls, zero width, direction marks) are refused: fields reach titles and meta tags.
Text = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(refuse_odd_text)]
Title = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(refuse_odd_text)]
Label = Annotated[str, Field(min_length=1, max_length=12), AfterValidator(refuse_odd_text)]
# A number as a report states it: no exponent can make it longer than a table cell.
Amount = Annotated[Decimal, Field(max_digits=24, decimal_places=6, allow_inf_nan=False)]
Day = Annotated[date, BeforeValidator(_read_date), WithJsonSchema({"type": "string", "pattern": DAY})]
# A moment in Asia/Shanghai, without a zone of its own.
Moment = Annotated[datetime, BeforeValidator(_read_moment), WithJsonSchema({"type": "string", "pattern": MOMENT})]
# A value, or the admission that nobody has given it yet.
OrPending = Annotated[
    Annotated[T, Tag("value")] | Annotated[Literal["待核定"], Tag("pending")],
    Discriminator(_is_pending),
]
Serial = Annotated[str, Field(pattern=SERIAL)]
# The id of an entry of the data files.
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=60)]
# Limits whose last day a reader can have counted out on a page.
Deadlines = Annotated[
    tuple[Slug, ...],
    Field(
        title="期限计算",
        description="读者可以在本页推算哪几项期限，写 data/deadlines.yml 里从一件事算起的规则的 id；一页两到四项为好",
        examples=["application-reply"],
    ),
]
FilePath = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_./-]*$", max_length=200)]


class LegalBasis(Part):
    """A statute, and the place in it."""

    statute: Text = Field(title="法律法规名称", description="不带书名号；不写“中华人民共和国”", examples=["城乡规划法"])
    article: Whole | None = Field(None, title="条", ge=1, le=2000, examples=[65])
    paragraph: Whole | None = Field(None, title="款", ge=1, le=50)
    item: Whole | None = Field(None, title="项", ge=1, le=50)
    says: Text | None = Field(None, title="规定内容", description="用自己的话概括，不照抄条文")


def count_pending(value: Any) -> int:
    """How many facts of a record nobody has given yet."""
    if isinstance(value, BaseModel):
        return sum(count_pending(getattr(value, name)) for name in type(value).model_fields)
    if isinstance(value, tuple | list):
        return sum(count_pending(item) for item in value)
    return int(isinstance(value, str) and value == PENDING)
