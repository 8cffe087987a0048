"""What must be published, beyond the categories: by which pages it is satisfied, and how fresh they must be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from publicity.errors import RulesError
from publicity.model import KINDS
from publicity.rules.catalogue import Category
from publicity.rules.deadlines import DeadlineRule, Recurs
from publicity.rules.entries import Entry, load_entries
from publicity.settings import Contact, Portal

# The parts of the settings whose values may be asked for, by the name before the dot.
SETTINGS: Mapping[str, type[Contact] | type[Portal]] = {"contact": Contact, "portal": Portal}


class Group(StrEnum):
    """The list an item stands in: the two articles, the platform's blocks, 118号 before and after, the fields."""

    ARTICLE_20 = "article-20"
    ARTICLE_21 = "article-21"
    PLATFORM = "platform"
    BEFORE = "before"
    AFTER = "after"
    YEARLY = "yearly"
    FIELD = "field"


GROUP_LABELS = {
    Group.ARTICLE_20: "条例第二十条",
    Group.ARTICLE_21: "条例第二十一条（乡镇）",
    Group.PLATFORM: "信息公开专栏",
    Group.BEFORE: "行政执法事前公开",
    Group.AFTER: "行政执法事后公开",
    Group.YEARLY: "法治政府建设报告",
    Group.FIELD: "基层政务公开领域",
}


class Weight(StrEnum):
    """How heavily the item binds: a law or regulation, a document of the State Council, a list other places keep."""

    LAW = "law"
    DOCUMENT = "document"
    PRACTICE = "practice"


WEIGHT_LABELS = {Weight.LAW: "法律、法规规定", Weight.DOCUMENT: "国家文件要求", Weight.PRACTICE: "参照其他地方的目录"}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Selector(_Part):
    """A page of docs/ by its uri; settings of the town by name; or records by kind and the values of their fields.

    A record of ``filled`` counts only where none of these fields is empty.
    """

    page: str = Field("", pattern=r"^([A-Za-z0-9_/-]+\.md)?$")
    settings: tuple[str, ...] = ()
    kind: str = ""
    when: Mapping[str, tuple[str, ...]] = {}
    filled: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _chooses_one_thing(self) -> Selector:
        if sum((bool(self.page), bool(self.settings), bool(self.kind or self.when))) != 1:
            raise ValueError("satisfied_by 的每一项要写 page、settings 或者 kind/when，只写一种")
        if self.kind and self.kind not in KINDS:
            raise ValueError(f"没有“{self.kind}”这个种类")
        fields = KINDS[self.kind].model_fields if self.kind else KINDS["disclosure_item"].model_fields
        if unknown := [name for name in (*self.when, *self.filled) if name.split(".")[0] not in fields]:
            raise ValueError(f"这个种类没有字段“{unknown[0]}”")
        if unset := [name for name in self.settings if not setting_title(name)]:
            raise ValueError(f"没有“{unset[0]}”这个设置")
        return self


def setting_title(name: str) -> str:
    """The Chinese name of a setting such as contact.phone; empty for one that does not exist."""
    part, _, key = name.partition(".")
    field = SETTINGS[part].model_fields.get(key) if part in SETTINGS else None
    return (field.title or name) if field is not None else ""


class Freshness(_Part):
    """How old the newest page may be, in days or months, or the yearly deadline that each year's page must meet."""

    days: int | None = Field(None, ge=1)
    months: int | None = Field(None, ge=1)
    deadline: str = ""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Freshness:
        if sum((self.days is not None, self.months is not None, bool(self.deadline))) != 1:
            raise ValueError("freshness 要写 days、months 或者 deadline，只写一种")
        return self


class Required(Entry):
    """One thing to publish. ``only_if`` says when there may rightly be none; ``field`` is the id of its field."""

    title: str = Field(min_length=1)
    group: Group
    holds: str = ""
    limit: str = ""
    audience: str = "全社会"
    weight: Weight
    satisfied_by: tuple[Selector, ...] = ()
    freshness: Freshness | None = None
    only_if: str = ""
    field: str = ""

    @model_validator(mode="after")
    def _belongs_to_a_field(self) -> Required:
        if bool(self.field) != (self.group is Group.FIELD):
            raise ValueError("group 写 field 的要写 field，其他的不写")
        return self


class DisclosureField(Entry):
    """One field (领域) of 基层政务公开; a record of a category in ``categories`` belongs to it without saying so."""

    title: str = Field(min_length=1)
    categories: tuple[str, ...] = ()


def load_fields(path: Path, categories: Mapping[str, Category]) -> Mapping[str, DisclosureField]:
    """By id, in the order of the file."""
    fields = load_entries(path, "fields", DisclosureField)
    for field in fields:
        if unknown := [name for name in field.categories if name not in categories]:
            raise RulesError(f"data/{path.name}（{field.id}）的 categories：没有公开类别“{unknown[0]}”")
    return {field.id: field for field in fields}


def load_required(
    path: Path, key: str, deadlines: tuple[DeadlineRule, ...], fields: Mapping[str, DisclosureField]
) -> tuple[Required, ...]:
    """In the order of the file; every deadline and field that an item names must be there."""
    yearly = {rule.id for rule in deadlines if rule.recurs is Recurs.YEARLY}
    found = load_entries(path, key, Required)
    for one in found:
        if one.freshness is not None and one.freshness.deadline and one.freshness.deadline not in yearly:
            raise RulesError(
                f"data/{path.name}（{one.id}）的 freshness.deadline：没有每年的期限“{one.freshness.deadline}”"
            )
        if one.field and one.field not in fields:
            raise RulesError(f"data/{path.name}（{one.id}）的 field：没有公开领域“{one.field}”")
    return found


def required_by_category(category: Category) -> Required:
    """A category of the regulation as an item to cover: a record of the category satisfies it."""
    article, _, _ = category.id.partition(".")
    return Required(
        id=category.id,
        title=category.title,
        group=Group.ARTICLE_20 if article == "20" else Group.ARTICLE_21,
        holds=category.holds,
        limit=category.limit,
        weight=Weight.LAW,
        satisfied_by=(Selector(when={"category": (category.id,)}),),
        only_if="" if category.always else "本机关有这一类信息",
        basis=category.basis,
        source=category.source,
        effective_from=category.effective_from,
        effective_to=category.effective_to,
        verified=category.verified,
        note=category.note,
    )


def all_required(categories: Mapping[str, Category], *lists: tuple[Required, ...]) -> Mapping[str, Required]:
    """By id: the categories first, then the lists; an id may be used once only."""
    found = {category.id: required_by_category(category) for category in categories.values()}
    for one in (item for items in lists for item in items):
        if one.id in found:
            raise RulesError(f"data/required.yml、data/fields.yml 里的事项 id“{one.id}”出现了不止一次")
        found[one.id] = one
    return found
