"""Everything about the town that the code may know: mkdocs.yml and its extra.publicity."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote, urljoin, urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from publicity.clock import MonthDay
from publicity.errors import SettingsError, mishap
from publicity.explain import explain_errors, printable, quoted


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Portal(_Frozen):
    """The county portal that carries the site. What it has not told us stays unset, and its tag is left out."""

    site_name: str | None = Field(None, title="网站名称")
    site_domain: str | None = Field(None, title="网站域名")
    site_id_code: str | None = Field(None, title="网站标识码")
    icp_number: str | None = Field(None, title="ICP备案号")
    police_number: str | None = Field(None, title="公安备案号")
    url: str | None = Field(
        None,
        title="门户网址",
        description="页脚的链接，以 https:// 或 http:// 开头",
        pattern=r"^https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[!-~]*)?$",
        examples=["https://www.example.invalid/"],
    )


class Contact(_Frozen):
    """The seven things 政府信息公开条例 art. 12 wants a guide to give. Unset shows as 待核定."""

    office: str | None = Field(None, title="工作机构名称")
    address: str | None = Field(None, title="办公地址")
    hours: str | None = Field(None, title="办公时间")
    phone: str | None = Field(None, title="联系电话")
    fax: str | None = Field(None, title="传真号码")
    email: str | None = Field(None, title="电子邮箱")
    website: str | None = Field(None, title="互联网联系方式")


# The column types of the portal rules (政府网站发展指引, 网页设计规范).
ColumnType = Literal[
    "首页", "概况信息", "机构职能", "负责人信息", "工作动态", "政策文件", "信息公开指南", "信息公开目录", "信息公开年报",
    "依申请公开", "数据发布", "政策解读", "回应关切", "办事服务", "咨询投诉", "征集调查", "在线访谈",
]  # fmt: skip


class Column(_Frozen):
    """A column (栏目) of the site, for the meta tags the portal rules ask for."""

    path: str = Field(
        title="路径",
        description="docs/ 下的文件夹（以 / 结尾）或页面（以 .md 结尾）；全站写空串",
        pattern=r"^$|/$|\.md$",
    )
    name: str = Field(title="栏目名称", min_length=1)
    description: str = Field(title="栏目说明", min_length=1)
    keywords: str = Field(title="栏目关键词", min_length=1)
    column_type: ColumnType = Field(title="栏目类别")


class LocalDay(_Frozen):
    """A day of the town's own calendar, kept here because data/ holds only what is the same everywhere."""

    name: str = Field(title="名称", min_length=1)
    month_day: MonthDay = Field(title="月日")
    note: str = Field("", title="说明")


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
Owner = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_refuse_numbers)]


class Town(_Frozen):
    """extra.publicity of mkdocs.yml."""

    town: str = Field(title="乡镇名称", min_length=1)
    county: str = Field(title="县名", min_length=1)
    organ: str = Field(title="机关全称", min_length=1)
    organ_code: str | None = Field(None, title="组织机构代码", pattern=r"^[0-9A-Z]{9}$")
    superior: str = Field("", title="上一级人民政府", description="不写时为县名加“人民政府”")
    portal: Portal = Field(default=Portal(), title="门户")
    contact: Contact = Field(default=Contact(), title="联系方式")
    office_phones: tuple[str, ...] = Field((), title="办公电话白名单")
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


# The address of a site that has none yet (RFC 2606).
UNPLACED = "https://example.invalid/"


class Settings(_Frozen):
    """What the rest of the house needs of mkdocs.yml, with paths made absolute."""

    config_file: Path
    root: Path
    docs_dir: Path
    site_dir: Path
    site_name: str
    site_url: str
    town: Town

    @property
    def site_is_placed(self) -> bool:
        """Whether the portal has given the site its address; names in ``.invalid`` are examples."""
        return (urlsplit(self.site_url).hostname or "invalid").rpartition(".")[2] != "invalid"

    def address_of(self, path: str) -> str:
        """The full address of a file of the site, by its path below the site's root."""
        return urljoin(self.site_url, quote(path, safe="/#"))

    def shown(self, path: Path) -> str:
        """The path as people know it: relative to the project, forward slashes, always printable."""
        known = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return printable(known.as_posix())


class _PlainLoader(yaml.SafeLoader):
    """Reads mkdocs.yml without running its !!python tags: they are MkDocs' business, not ours."""


_PlainLoader.add_multi_constructor("!", lambda loader, suffix, node: None)
_PlainLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def refuse_other_encodings() -> None:
    """In a GB18030 locale without UTF-8 mode addresses turn to mojibake, and the build succeeds: do not start."""
    if sys.flags.utf8_mode == 0 and sys.getfilesystemencoding().lower() != "utf-8":
        raise SettingsError("当前环境不是 UTF-8 编码，网址会变成乱码。请设置 PYTHONUTF8=1 后重试。")


def load_settings(config_file: Path) -> Settings:
    """Read ``mkdocs.yml``; whatever is wrong with it is said in Chinese, with its place."""
    refuse_other_encodings()
    config_file = config_file.resolve()
    config = _read_yaml(config_file)
    root = config_file.parent
    extra = config.get("extra")
    town = extra.get("publicity") if isinstance(extra, dict) else None
    if not isinstance(town, dict):
        raise SettingsError(f"{config_file.name} 里没有 extra.publicity。请照 README 的说明填写本地设置。")
    if config.get("use_directory_urls") is False:
        raise SettingsError(f"{config_file.name} 的 use_directory_urls 应当是 true：网址和清单都按文件夹形式生成。")
    docs_dir = _folder(config, "docs_dir", "docs", root)
    named = _nav_pages(config.get("nav")) if docs_dir.is_dir() else ()
    missing = [uri for uri in named if not (docs_dir / uri).is_file()]
    if missing:
        raise SettingsError(
            f"{config_file.name} 的 nav 里有不存在的页面：{'、'.join(missing)}。请改正文件名，或先建立这一页。"
        )
    parsed = parse_town(town, config_file.name)
    _refuse_owners_of_nothing(parsed, docs_dir, config_file.name)
    return Settings(
        config_file=config_file,
        root=root,
        docs_dir=docs_dir,
        site_dir=_folder(config, "site_dir", "site", root),
        site_name=str(config.get("site_name") or ""),
        site_url=_site_url(config, config_file.name),
        town=parsed,
    )


def _site_url(config: dict[str, Any], where: str) -> str:
    """With the sub-path and a slash at its end: absolute links of the error page, feeds and data begin with it."""
    address = str(config.get("site_url") or UNPLACED).strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        expected = "https:// 或 http:// 开头的完整网址，带上门户里的子路径，如 https://example.invalid/town/"
        raise SettingsError(f"{where} 的 site_url 应当是{expected}")
    return address if address.endswith("/") else f"{address}/"


def _refuse_owners_of_nothing(town: Town, docs_dir: Path, where: str) -> None:
    """A mistyped path would leave its duties with nobody, unseen."""
    unknown = [path for path in town.owners if path not in ("", "data/") and not (docs_dir / path).exists()]
    if unknown and docs_dir.is_dir():
        raise SettingsError(
            f"{where} 的 extra.publicity.owners 里有不存在的文件夹或页面：{'、'.join(unknown)}。请照 docs/ 里的路径改正。"
        )


def _nav_pages(nav: Any) -> Iterator[str]:
    """The pages that ``nav`` names, however deep; addresses outside the site are not ours."""
    if isinstance(nav, str) and nav.endswith(".md"):
        yield nav
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _nav_pages(part)


def _folder(config: dict[str, Any], key: str, default: str, root: Path) -> Path:
    value = config.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"mkdocs.yml 的 {key} 应当是一个文件夹的路径，如 {key}: {default}")
    return (root / value).resolve()


def parse_town(values: dict[str, Any], where: str) -> Town:
    """``values`` of extra.publicity → Town; ``where`` names the file in the error."""
    try:
        return Town.model_validate(values)
    except ValidationError as error:
        lines = [f"  extra.publicity.{item.field}：{item.message}；{item.cure}" for item in explain_errors(error, Town)]
        raise SettingsError(f"{where} 的设置有误：\n" + "\n".join(lines)) from None


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), _PlainLoader)
    except FileNotFoundError:
        raise SettingsError(f"找不到 {path}。请在项目文件夹里运行，或用 -f 指明 mkdocs.yml。") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SettingsError(f"{path}:{line} 的格式读不懂。请检查这一行和上一行的缩进、冒号、引号和括号。") from None
    except RecursionError:
        raise SettingsError(f"{path} 套得太深，读不了。请减少层数。") from None
    except OSError as error:
        raise SettingsError(f"{mishap(error)}。请用 -f 指明 mkdocs.yml。") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} 读不出来：{error}") from None
    if not isinstance(value, dict):
        raise SettingsError(f"{path} 不是一份 mkdocs.yml。")
    return value
