"""The calculator in a real browser: it counts as Python does, and reads for whoever has no scripts, mouse or new phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from readers import faults

from publicity.enrich.calculator import Answer, answer, calculator_of
from publicity.rules import DeadlineRule, load_rules
from publicity.rules.deadlines import Recurs
from publicity.view.calculator import WEEKDAYS, calendar_data, rule_data
from publicity.view.clock import chinese_day

BUILT = date(2026, 11, 22)  # the day of the site that is served
EPOCH = date(1970, 1, 1)
APPLY = "guide/apply/"
PENALTY = "enforcement/procedures/2026-00026/"
COUNT = """([rules, calendar, first, last]) => rules.map(rule => {
  const told = [];
  for (let day = first; day <= last; day += 1) {
    const one = publicityClock.answer(rule, day, calendar);
    told.push([one.due === undefined ? null : one.due, one.extended === undefined ? null : one.extended,
               one.missing === undefined ? null : Number(one.missing),
               one.notBefore === undefined ? null : one.notBefore]);
  }
  return told;
})"""


@pytest.fixture
def apply_page(browser: Browser, address: str) -> Iterator[Page]:
    """依申请公开 on a small phone."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + APPLY)
    yield page
    page.close()


def camel(values: dict[str, str]) -> dict[str, str]:
    """Attribute names as ``dataset`` gives them."""
    words = {name: name.title().replace("-", "") for name in values}
    return {words[name][0].lower() + words[name][1:]: value for name, value in values.items()}


def number(day: date | None) -> int | None:
    return (day - EPOCH).days if day else None


def told(one: Answer) -> list[int | None]:
    return [number(one.due_on), number(one.extended_on), one.missing_year, number(one.not_before)]


def dated(day: date) -> str:
    return f"{chinese_day(day)}（星期{WEEKDAYS[day.weekday()]}）"


def ask(page: Page, text: str) -> list[str]:
    """Fill the day in and press the button; the answer to each limit."""
    page.locator("#calculator-day").fill(text)
    page.get_by_role("button", name="算一算").click()
    return page.locator(".limits__answer").all_text_contents()


def test_the_script_counts_as_python_does(apply_page: Page) -> None:
    """Every rule that counts from an event, on every day of 2025 and 2026: every part of the answer."""
    rules = load_rules()
    counted = [rule for rule in rules.deadlines if rule.recurs is Recurs.AFTER_EVENT]
    found = calculator_of(("application-reply",), rules, BUILT)
    assert found is not None
    first, last = date(2025, 1, 1), date(2026, 12, 31)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]

    given = [[camel(rule_data(rule)) for rule in counted], camel(calendar_data(found)), number(first), number(last)]
    answers = apply_page.evaluate(COUNT, given)

    wrong = [
        (rule.id, str(day), got, want)
        for rule, row in zip(counted, answers, strict=True)
        for day, got in zip(days, row, strict=True)
        if got != (want := told(answer(rule, day, rules.workdays)))
    ]
    assert len(counted) > 25
    assert wrong == []


@pytest.mark.parametrize("uri", [APPLY, PENALTY, "enforcement/procedures/2026-00027/"])
def test_a_sentence_names_the_day_that_python_counts(browser: Browser, address: str, uri: str) -> None:
    """Forty days through two years, typed into the page: each limit answers with Python's day or the missing year."""
    rules, page = load_rules(), browser.new_page()
    page.goto(address + uri)
    shown = _rules_on(page, rules.deadlines)
    days = [date(2025, 1, 1) + timedelta(days=18 * step) for step in range(40)]

    for day in days:
        for rule, sentence in zip(shown, ask(page, day.isoformat()), strict=True):
            expected = answer(rule, day, rules.workdays)
            assert sentence.startswith(f"{dated(day)}{rule.event}的，")
            assert (dated(expected.due_on) if expected.due_on else "国务院公布2027年放假安排") in sentence
            assert (dated(expected.not_before) if expected.not_before else "") in sentence
            assert (expected.extended_on is not None and dated(expected.extended_on) in sentence) == (
                "依法延长的，最迟" in sentence
            )
    page.close()


def _rules_on(page: Page, rules: tuple[DeadlineRule, ...]) -> list[DeadlineRule]:
    by_subject = {rule.subject: rule for rule in rules}
    return [by_subject[subject] for subject in page.locator(".limits h3").all_text_contents()]


def test_the_sentence_says_what_was_skipped(apply_page: Page) -> None:
    """2026-09-01: 20 working days to 09-29 over 8 days off; and without holidays known, what it waits for."""
    assert ask(apply_page, "2026-09-01")[0] == (
        "2026年9月1日（星期二）收到申请的，最迟2026年9月29日（星期二）答复（中间跳过周末和节假日8天）；"
        "依法延长的，最迟2026年11月2日（星期一）。"
    )
    assert ask(apply_page, "2026-12-01")[0] == (
        "2026年12月1日（星期二）收到申请的，最迟2026年12月29日（星期二）答复（中间跳过周末和节假日8天）；"
        "依法延长的最后一天，要等国务院公布2027年放假安排，才能推算。"
    )
    assert ask(apply_page, "2027-02-01")[0] == (
        "2027年2月1日（星期一）收到申请的，要等国务院公布2027年放假安排，才能推算。"
    )


def test_the_day_is_that_of_the_town_wherever_the_phone_is(browser: Browser, address: str) -> None:
    """At 17:00 in London it is already the next day in Shanghai, and the count does not shift with the zone."""
    answers = []
    for zone in ("Europe/London", "America/Los_Angeles", "Asia/Shanghai"):
        context = browser.new_context(timezone_id=zone)
        page = context.new_page()
        page.clock.set_fixed_time("2026-11-24T17:00:00Z")
        page.goto(address + APPLY)
        answers.append(
            (page.locator("#calculator-day").input_value(), page.locator(".limits__answer").first.inner_text())
        )
        context.close()

    assert {day for day, _ in answers} == {"2026-11-25"}
    assert len(set(answers)) == 1
    assert answers[0][1].startswith("2026年11月25日（星期三）收到申请的，最迟2026年12月23日（星期三）答复")


@pytest.mark.parametrize("text", ["2026-9-1", "2026年9月1日", " 2026/09/01 ", "2026.9.1"])
def test_a_web_view_without_date_fields_reads_what_people_type(apply_page: Page, text: str) -> None:
    """There the field is plain text."""
    apply_page.locator("#calculator-day").evaluate("field => field.type = 'text'")

    assert "最迟2026年9月29日（星期二）答复" in ask(apply_page, text)[0]
    assert apply_page.locator("#calculator-wrong").inner_text() == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("明天", "请写成“年-月-日”"),
        ("2026-02-30", "请写成“年-月-日”"),
        ("2026-13-01", "请写成“年-月-日”"),
        ("26-9-1", "请写成“年-月-日”"),
        ("", "请写成“年-月-日”"),
        ("2024-12-31", "只能推算2025年1月1日（星期三）以后的日子"),
    ],
)
def test_a_day_that_cannot_be_read_is_told_how_to_write(apply_page: Page, text: str, words: str) -> None:
    """The field is marked, the old answers go, and a good day puts it right."""
    apply_page.locator("#calculator-day").evaluate("field => field.type = 'text'")

    assert set(ask(apply_page, text)) == {""}
    assert words in apply_page.locator("#calculator-wrong").inner_text()
    assert apply_page.locator("#calculator-day").get_attribute("aria-invalid") == "true"
    assert "最迟" in ask(apply_page, "2026-09-01")[0]
    assert apply_page.locator("#calculator-day").get_attribute("aria-invalid") == "false"


def test_it_works_by_keyboard_and_is_read_aloud(apply_page: Page) -> None:
    """A label names the field, Enter counts, the answers stand in a live region, and the page is not left."""
    field = apply_page.get_by_label("如果这一天收到申请")
    address = apply_page.url

    field.fill("2026-09-01")
    field.press("Enter")

    live = apply_page.locator("[aria-live=polite]")
    assert "最迟2026年9月29日（星期二）答复" in live.inner_text()
    assert apply_page.url == address
    field.press("Tab")
    for _ in range(3):  # a date field has a stop for the year, the month, the day and the picker
        if apply_page.evaluate("document.activeElement.tagName") != "BUTTON":
            apply_page.keyboard.press("Tab")
    assert apply_page.evaluate("document.activeElement.textContent") == "算一算"


def test_without_scripts_the_table_tells_it(browser: Browser, address: str) -> None:
    """No form that would do nothing; the table of seven days stands open, with the day it was made."""
    context = browser.new_context(java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + APPLY)

    assert not page.locator(".calculator form").is_visible()
    assert page.get_by_text("这张表是2026年11月22日做的").is_visible()
    rows = page.locator(".calculator__table tbody tr")
    assert rows.count() == 7
    assert rows.nth(0).inner_text().split("\t")[:2] == [
        "2026年11月22日（星期日）",
        "2026年12月18日（星期五）\n最长延期到：要等国务院公布2027年放假安排",
    ]
    context.close()


def test_with_scripts_the_table_is_folded_away(apply_page: Page) -> None:
    """The answers come first; the table is one press away."""
    table = apply_page.locator(".calculator__table table")

    assert not table.is_visible()
    apply_page.locator(".calculator__table summary").click()
    assert table.is_visible()
    assert apply_page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_all_of_it_open_and_wrong_is_accessible(browser: Browser, address: str, width: int, scheme: Any) -> None:
    """Nothing axe finds with every part unfolded and a day that cannot be read; targets are 44 px high; no overflow."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + PENALTY)
    page.locator(".calculator details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.locator("#calculator-day").evaluate("field => field.type = 'text'")

    for text in ("2026-09-01", "明天"):
        ask(page, text)
        assert faults(page) == []
    heights = page.locator(".calculator input, .calculator button, .calculator summary").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("uri", [APPLY, PENALTY])
def test_the_head_of_the_page_leads_to_it(browser: Browser, address: str, uri: str) -> None:
    """It stands far down: the list of contents names it."""
    page = browser.new_page()
    page.goto(address + uri)

    page.locator("nav:is(.toc, .jump) a[href='#calculator']").click()

    assert page.locator("#calculator").evaluate("title => title.getBoundingClientRect().top") < 400
    page.close()


def test_the_script_stays_off_other_pages(browser: Browser, address: str) -> None:
    """Only a page with a calculator loads it; the other script is that of the search."""
    page = browser.new_page()
    loaded = []
    for uri in (APPLY, "guide/"):
        page.goto(address + uri)
        loaded.append(page.locator("script[src]").evaluate_all("all => all.map(one => one.src.split('/').pop())"))

    assert loaded == [["app.js", "calculator.js"], ["app.js"]]
    page.close()
