"""依申请公开: the form fills the paper in the reader's browser, sends nothing, and keeps only what the reader says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from readers import faults, reading

PAGE = "guide/apply/form/"
NUMBER = "AB-0000-TEST"
KEPT = "JSON.stringify(localStorage)"


@contextmanager
def at_form(browser: Browser, address: str, width: int = 360) -> Iterator[Page]:
    """The page under the strict policy, at the width of a phone."""
    with reading(browser, width=width) as page:
        page.goto(address + PAGE)
        yield page


def fill(page: Page) -> None:
    """Everything that is asked."""
    page.get_by_label("个人", exact=True).check()
    page.get_by_label("姓名或者单位名称").fill("王小二")
    page.get_by_label("居民身份证").check()
    page.get_by_label("证件号码").fill(NUMBER)
    page.get_by_label("联系电话").fill("请打村委会")
    page.get_by_label("信息的名称").fill("村道硬化的补助标准")
    page.get_by_label("内容和其他特征").fill("第一行\n第二行")
    page.get_by_label("纸质件").check()
    page.get_by_label("自己来取").check()


def shown(page: Page, name: str) -> str:
    return page.locator(f'[data-shows="{name}"]').inner_text().strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_reads_well(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Empty, and with all complaints shown: nothing axe finds, no sideways scrolling, targets of 44 pixels."""
    with reading(browser, width=width, color_scheme=scheme) as page:
        page.goto(address + PAGE)
        assert faults(page) == []

        page.get_by_role("button", name="看看填齐没有").click()

        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        targets = page.locator(".apply input:not([type=radio]):not([type=checkbox]), .applying button, .apply__option")
        heights = targets.evaluate_all("all => all.filter(one => one.offsetHeight).map(one => one.offsetHeight)")
        assert len(heights) > 20
        assert min(heights) >= 44


def test_what_is_typed_stands_on_the_paper_and_nothing_is_sent(browser: Browser, address: str) -> None:
    """Every field, while it is typed; not one request after the page has been loaded, whatever is pressed."""
    with at_form(browser, address) as page:
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.evaluate("window.print = () => { window.printed = true; }")

        fill(page)
        page.get_by_role("button", name="看看填齐没有").click()
        page.get_by_role("button", name="打印").click()
        page.get_by_role("button", name="复制文字").click()

        assert shown(page, "name") == "王小二"
        assert shown(page, "features") == "第一行\n第二行"
        assert shown(page, "way").split() == ["√自己来取", "□邮寄", "□电子邮件", "□当面看、当面抄"]
        assert page.evaluate("window.printed")
        assert page.evaluate(KEPT) == "{}"
        assert page.url == address + PAGE
        assert requests == []


def test_what_is_missing_is_said_beside_the_field_and_together(browser: Browser, address: str) -> None:
    """The summary takes the focus, its links lead to the fields, and a mended field is quiet at once."""
    with at_form(browser, address) as page:
        page.get_by_role("button", name="看看填齐没有").click()

        alert = page.locator("[role=alert]")
        assert page.evaluate("document.activeElement.className") == "apply__wrongs"
        links = alert.locator("a").all_inner_texts()
        assert alert.locator("p").inner_text() == f"还有{len(links)}处要补："
        assert links == [
            "请选个人还是单位", "请写姓名或者单位名称", "请选一种身份证明", "电话、地址、邮箱，至少写一样",
            "名称、文号、内容，至少写一样", "请选纸质件还是电子件", "请选怎样拿到",
        ]  # fmt: skip
        alert.get_by_text("请写姓名或者单位名称").click()
        assert page.evaluate("document.activeElement.id") == "field-name"
        page.keyboard.type("王小二")
        page.keyboard.press("Tab")
        assert page.locator("#wrong-name").inner_text() == ""
        assert page.locator("#wrong-title").inner_text() == "名称、文号、内容，至少写一样"


def test_a_way_asks_for_the_address_it_needs(browser: Browser, address: str) -> None:
    """By post needs an address, by mail an address with an @; a telephone alone is not enough then."""
    with at_form(browser, address) as page:
        fill(page)
        page.get_by_label("邮寄", exact=True).check()
        page.get_by_role("button", name="看看填齐没有").click()
        assert page.locator("[role=alert] a").all_inner_texts() == ["您选了邮寄，请写通信地址"]

        page.locator("#way-3").check()
        page.get_by_label("电子邮箱").fill("没有符号")
        page.get_by_role("button", name="看看填齐没有").click()
        assert page.locator("[role=alert] a").all_inner_texts() == ["邮箱里要有 @，前后都要有字"]

        page.get_by_label("电子邮箱").fill("a@example.invalid")
        page.get_by_role("button", name="看看填齐没有").click()
        assert page.locator("[role=alert] a").count() == 0
        assert "都填齐了" in page.get_by_role("status").inner_text()


def test_the_keyboard_alone_fills_it(browser: Browser, address: str) -> None:
    """Tab, space, arrows and Enter, from the first field to the check."""
    with at_form(browser, address) as page:
        page.locator("#kind-1").focus()
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type("某某合作社")
        page.keyboard.press("Enter")

        assert shown(page, "kind").split() == ["□个人", "√单位（法人、其他组织）"]
        assert shown(page, "name") == "某某合作社"
        assert page.evaluate("document.activeElement.className") == "apply__wrongs"


def test_it_keeps_what_the_reader_lets_it_keep_and_never_the_number(browser: Browser, address: str) -> None:
    """Nothing before the box is ticked; all but the number after it; nothing once it is cleared or the box is empty."""
    with at_form(browser, address) as page:
        fill(page)
        assert page.evaluate(KEPT) == "{}"

        page.get_by_label("记在这台手机、电脑上").check()
        page.reload()

        assert shown(page, "name") == "王小二"
        assert shown(page, "form").split() == ["√纸质件", "□电子件"]
        assert page.get_by_label("记在这台手机、电脑上").is_checked()
        page.get_by_label("证件号码").fill(NUMBER)
        kept = page.evaluate(KEPT)
        assert "王小二" in kept
        assert NUMBER not in kept

        page.get_by_label("记在这台手机、电脑上").uncheck()
        assert page.evaluate(KEPT) == "{}"
        page.get_by_label("记在这台手机、电脑上").check()
        page.get_by_role("button", name="清除").click()
        assert page.evaluate(KEPT) == "{}"
        assert shown(page, "name") == shown(page, "number") == page.get_by_label("联系电话").input_value() == ""


def test_the_text_is_copied_or_shown_to_be_selected(browser: Browser, address: str) -> None:
    """Filled lines only; where the clipboard refuses, the text stands there, all of it selected."""
    with reading(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(address + PAGE)
        fill(page)
        page.get_by_role("button", name="复制文字").click()
        page.get_by_role("status").get_by_text("复制好了").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")

        assert copied.startswith("政府信息公开申请书\n致：")
        assert "\n姓名或者单位名称：王小二\n" in copied
        assert "\n怎样拿到：自己来取\n" in copied
        assert "通信地址" not in copied

        page.evaluate("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false")
        page.get_by_role("button", name="复制文字").click()
        page.get_by_role("status").get_by_text("长按").wait_for()
        assert page.evaluate("String(getSelection()) || text.value.slice(text.selectionStart, text.selectionEnd)") == (
            page.locator("#text").input_value()
        )


def test_paper_has_the_application_alone_on_one_page(browser: Browser, address: str) -> None:
    """Filled or blank, with scripts and without."""
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
        page = context.new_page()
        page.goto(address + PAGE)
        page.locator(".application").wait_for()
        if scripts:
            fill(page)
        read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        text = normalize("NFKC", "".join("".join(one.extract_text().split()) for one in read.pages))

        assert len(read.pages) == 1
        assert text.removeprefix("—1—").startswith("政府信息公开申请书致:")
        assert text.endswith("日期:年月日")
        assert ("王小二" in text) is scripts
        context.close()


def test_without_scripts_the_blank_application_is_there(browser: Browser, address: str) -> None:
    """No form that could send anything; the way on paper is said."""
    context = browser.new_context(
        java_script_enabled=False, reduced_motion="reduce", viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(address + PAGE)
    page.locator(".application").wait_for()

    assert not page.locator("form.apply").is_visible()
    assert not page.get_by_role("button", name="打印").is_visible()
    assert "用笔写" in page.locator("#content").inner_text()
    assert page.locator(".application tr").count() > 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_the_guide_leads_to_it(browser: Browser, address: str) -> None:
    """From the page about applications, and back."""
    with reading(browser) as page:
        page.goto(address + "guide/apply/")
        page.get_by_role("link", name="在网页上填申请书").click()

        page.wait_for_url(address + PAGE)
        assert page.locator(".trail a").last.inner_text() == "依申请公开"
