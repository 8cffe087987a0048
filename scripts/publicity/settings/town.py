"""What the town says of itself, of its portal and of its columns: extra.publicity of mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from publicity.clock import MonthDay
from publicity.errors import SettingsError
from publicity.explain import explain_errors, quoted, refuse_odd_text


class Frozen(BaseModel):
    """A group of settings; one it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


# One visible line, as titles of records are: settings reach titles, meta tags, calendars and Office files.
Line = Annotated[str, AfterValidator(refuse_odd_text)]


class Portal(Frozen):
    """The county portal that carries the site. What it has not told us stays unset, and its tag is left out."""

    site_name: Line | None = Field(None, title="网站名称")
    site_domain: Line | None = Field(None, title="网站域名")
    site_id_code: Line | None = Field(None, title="网站标识码")
    icp_number: Line | None = Field(None, title="ICP备案号")
    police_number: Line | None = Field(None, title="公安备案号")
    url: str | None = Field(
        None,
        title="门户网址",
        description="页脚的链接，以 https:// 或 http:// 开头",
        pattern=r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[!-~]*)?$",
        examples=["https://www.example.invalid/"],
    )


class Contact(Frozen):
    """The seven things 政府信息公开条例 art. 12 wants a guide to give. Unset shows as 待核定."""

    office: Line | None = Field(None, title="工作机构名称")
    address: Line | None = Field(None, title="办公地址")
    hours: Line | None = Field(None, title="办公时间")
    phone: Line | None = Field(None, title="联系电话")
    fax: Line | None = Field(None, title="传真号码")
    email: Line | None = Field(None, title="电子邮箱")
    website: Line | None = Field(None, title="互联网联系方式")


# The column types of the portal rules (政府网站发展指引, 网页设计规范).
ColumnType = Literal[
    "首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南", "信息公开目录", "信息公开年报",
    "依申请公开", "数据发布", "政策解读", "回应关切", "办事服务", "咨询投诉", "征集调查", "在线访谈",
]  # fmt: skip


class Column(Frozen):
    """A column (栏目) of the site, for the meta tags the portal rules ask for."""

    path: str = Field(
        title="路径",
        description="docs/ 下的文件夹（以 / 结尾）或页面（以 .md 结尾）；全站写空串",
        pattern=r"^$|/$|\.md$",
    )
    name: Line = Field(title="栏目名称", min_length=1)
    description: Line = Field(title="栏目说明", min_length=1)
    keywords: Line = Field(title="栏目关键词", min_length=1)
    column_type: ColumnType = Field(title="栏目类别")


class LocalDay(Frozen):
    """A day of the town's own calendar, kept here because data/ holds only what is the same everywhere."""

    name: Line = Field(title="名称", min_length=1)
    month_day: MonthDay = Field(title="月日")
    note: Line = Field("", title="说明")


def _refuse_weak_mask(mask: str) -> str:
    """The date of birth leaves 34 candidates when one digit of its year shows; a phone needs four digits hidden."""
    hidden = mask[6:14] if len(mask) == 18 else mask
    if hidden.count("*") < (8 if len(mask) == 18 else 4):
        raise PydanticCustomError(
            "expected", "遮得不够", {"expected": "遮住身份证号第7至14位（出生日期），或手机号中间四位的样式"}
        )
    return mask


# How a number may be masked: 18 characters for a resident's number, 11 for a mobile.
DEFAULT_MASKS = ("######********####", "###****####")
Mask = Annotated[str, Field(pattern=r"^[#*]{11}$|^[#*]{18}$"), AfterValidator(_refuse_weak_mask)]


def _refuse_numbers(owner: str) -> str:
    """A duty belongs to a post; the list of duties is no place for somebody's telephone."""
    if sum(map(str.isdigit, owner)) > 4:
        raise PydanticCustomError("expected", "像是电话号码", {"expected": "岗位或机构的名称，不写电话"})
    return owner


def _refuse_odd_paths(owners: Mapping[str, str]) -> Mapping[str, str]:
    if odd := next((path for path in owners if not re.fullmatch(OWNED_PATH, path)), None):
        expected = "docs/ 下的文件夹（以 / 结尾）或页面（以 .md 结尾），如 enforcement/；规则文件写 data/，全站写空串"
        raise PydanticCustomError("expected", f"路径“{quoted(odd)}”写法不对", {"expected": expected})
    return owners


OWNED_PATH = r"([A-Za-z0-9_-]+/)*([A-Za-z0-9_-]+\.md)?"
Owner = Annotated[Line, Field(min_length=1, max_length=40), AfterValidator(_refuse_numbers)]


class Town(Frozen):
    """extra.publicity of mkdocs.yml."""

    town: Line = Field(title="乡镇名称", min_length=1)
    county: Line = Field(title="县名", min_length=1)
    organ: Line = Field(title="机关全称", min_length=1)
    organ_code: str | None = Field(None, title="组织机构代码", pattern=r"^[0-9A-Z]{9}$")
    superior: Line = Field("", title="上一级人民政府", description="不写时为县名加“人民政府”")
    portal: Portal = Field(default=Portal(), title="门户")
    contact: Contact = Field(default=Contact(), title="联系方式")
    office_phones: tuple[Line, ...] = Field((), title="办公电话白名单")
    masks: tuple[Mask, ...] = Field(
        DEFAULT_MASKS,
        title="遮盖样式",
        description="# 是露出的数字，* 是遮住的；18位的用于身份证号，必须遮住第7至14位的出生日期；11位的用于手机号",
    )
    columns: tuple[Column, ...] = Field(title="栏目", min_length=1)
    local_days: tuple[LocalDay, ...] = Field((), title="本地节日")
    per_page: int = Field(50, title="每页条数", ge=5, le=200)
    owners: Annotated[Mapping[str, Owner], AfterValidator(_refuse_odd_paths)] = Field(
        {},
        title="责任岗位",
        description="docs/ 下的文件夹（以 / 结尾）或页面由哪个岗位或机构负责；规则文件写 data/，全站写空串",
        examples=["enforcement/: 综合行政执法办公室"],
    )
    staff_pages: bool = Field(True, title="是否生成工作人员页面")

    @property
    def review_organ(self) -> str:
        """Who hears an appeal against the town's acts (行政复议法 art. 24): the county's government."""
        return self.superior or f"{self.county}人民政府"

    def column_of(self, uri: str) -> Column:
        """The column of a page below docs/: its own, else the innermost folder's, else the first one."""
        fitting = [column for column in self.columns if column.path in ("", uri) or _is_folder_of(column.path, uri)]
        return max(fitting or self.columns[:1], key=lambda column: len(column.path))

    def owner_of(self, path: str) -> str:
        """Who sees to a page of docs/ or a rule file: the innermost owner named; empty where nobody is."""
        fitting = [owned for owned in self.owners if owned in ("", path) or _is_folder_of(owned, path)]
        return self.owners[max(fitting, key=len)] if fitting else ""


def _is_folder_of(path: str, uri: str) -> bool:
    return path.endswith("/") and uri.startswith(path)


def parse_town(values: dict[str, Any], where: str) -> Town:
    """``values`` of extra.publicity → Town; ``where`` names the file in the error."""
    try:
        return Town.model_validate(values)
    except ValidationError as error:
        lines = [f"  extra.publicity.{item.field}：{item.message}；{item.cure}" for item in explain_errors(error, Town)]
        raise SettingsError(f"{where} 的设置有误：\n" + "\n".join(lines)) from None
