"""The style sheet that is published dresses every element as the theme's whole one would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import material
import pytest
from conftest import PNG
from conftest import page as page_of
from pages import KINDS
from playwright.sync_api import Browser
from whole import ROOT, make_site, run_cli

from publicity.outputs.assets import render_assets

# Every construct that the Markdown of a page can hold, in one page.
SPECIMEN = """
一段文字，有**粗**、*斜*、`代码`、~~删~~、[链接](../index.md)。

落款
{: .signature }

## 二级 {#two}
### 三级
#### 四级
##### 五级

- 一
    - 一之一

        1. 深

1. 甲
2. 乙

> 引文
>
> > 里面的引文

| 左 | 中 | 右 |
| :-- | :-: | --: |
| 1 | 2 | 3 |

!!! note "提示"
    正文

!!! warning
    小心

    - 列表

```text
代码块
```

---

![图](a.png)
"""
# Of every element and what stands before and after it: every property that differs from the next style sheet would.
STYLES = """whole => {
  const link = document.querySelector('link[rel=stylesheet]');
  const names = Array.from(getComputedStyle(document.body)).filter(name => !name.startsWith('--'));
  const styled = (one, part) => {
    const style = getComputedStyle(one, part);
    return part && style.content === 'none' ? '' : names.map(name => name + ':' + style.getPropertyValue(name)).join(';');
  };
  const seen = () => Array.from(document.querySelectorAll('*')).map(
    one => ['', '::before', '::after'].map(part => styled(one, part)).join('|'));
  const kept = seen();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(whole);
  link.disabled = true;
  document.adoptedStyleSheets = [sheet];
  return seen().flatMap((styles, number) => styles === kept[number] ? [] : [
    document.querySelectorAll('*')[number].outerHTML.slice(0, 80) + ' ' + differing(styles, kept[number]),
  ]);
  function differing(one, other) {
    const others = other.split(/[;|]/);
    return one.split(/[;|]/).filter((part, number) => part !== others[number]).join('; ').slice(0, 200);
  }
}"""


@pytest.fixture(scope="module")
def whole_sheet() -> str:
    """The theme's style sheet, all of it, with ours."""
    (theme,) = Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css")
    assets = render_assets(ROOT / "overrides" / "assets", theme.read_text(encoding="utf-8"))
    return next(text for uri, text in assets.files.items() if uri.endswith("/site.css"))


@pytest.fixture
def compare(browser: Browser, whole_sheet: str) -> Iterator[Any]:
    """Opens a page of the site and gives the elements that the whole style sheet would dress otherwise."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()

    def differing(address: str, media: str, more: str = "") -> Any:
        page.goto(address)
        page.emulate_media(media=media, reduced_motion="reduce")  # type: ignore[arg-type]
        return page.evaluate(STYLES, whole_sheet + more)

    yield differing
    context.close()


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("kind", ["home", "report", "power", "categories", "guide", "statute"])
def test_nothing_that_is_used_was_dropped(compare: Any, address: str, kind: str, media: str) -> None:
    """Every property of every element, on screen and on paper."""
    assert compare(address + KINDS[kind], media) == []


@pytest.mark.parametrize("media", ["screen", "print"])
def test_what_markdown_can_write_is_dressed(tmp_path: Path, compare: Any, media: str) -> None:
    """A page with every construct; some of them stand on no page of this town."""
    pages = {"index.md": page_of(title="首页"), "disclosure/index.md": page_of(title="公开", body=SPECIMEN)}
    config = make_site(tmp_path, {**pages, "disclosure/a.png": PNG})
    done = run_cli("build", "-f", config, "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stdout

    assert compare((tmp_path / "site" / "disclosure" / "index.html").as_uri(), media) == []


def test_a_missing_rule_would_be_seen(compare: Any, address: str) -> None:
    """The comparison itself: a rule that only the whole sheet has is noticed where it applies."""
    (title,) = compare(address + KINDS["guide"], "screen", more=".body h1 { letter-spacing: 9px !important }")

    assert title.startswith("<h1")
