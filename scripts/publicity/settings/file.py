"""mkdocs.yml as the house reads it: where things lie, and the town's own settings."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import yaml

from publicity.errors import SettingsError, mishap
from publicity.explain import printable, quoted
from publicity.settings.town import Frozen, Town, parse_town

# The address of a site that has none yet (RFC 2606).
UNPLACED = "https://example.invalid/"
# Every web server writes and escapes paths in its own way; these mean the same to all of them.
SITE_URL = r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[A-Za-z0-9._-]+)*/?"


class Settings(Frozen):
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

    def public_address(self, path: str) -> str:
        """The same, for readers: empty while the site has no address that one could open."""
        return self.address_of(path) if self.site_is_placed else ""

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
    if not re.fullmatch(SITE_URL, address) or {".", ".."} & set(address.split("/")):
        raise SettingsError(
            f"{where} 的 site_url“{quoted(address)}”写法不对。应当是 https:// 或 http:// 开头的完整网址，带上门户里的子路径，"
            "如 https://example.invalid/town/。子路径只用英文字母、数字和 - _ . /，没有只写 . 或 .. 的一段，不写 % 和汉字。"
        )
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
