"""A page built today and read weeks later: nothing that is over stands as coming; without a script dates are true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

BUILT = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LISTS = ("/", "/termine/", "/termine/thema-beratung/", "/angebote/naehtreff/", "/orte/quartiersbuero/", "/ar/termine/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(timezone_id="Europe/Berlin", locale="de-DE")
    yield context.new_page()
    context.close()


def read_after(page: Page, address: str, days: float) -> Page:
    page.clock.set_fixed_time(BUILT + timedelta(days=days))
    page.goto(address)
    return page


def shown_days(page: Page) -> list[date]:
    days = page.eval_on_selector_all(
        "[data-list] [data-day]:not([hidden])", "all => all.map(one => one.getAttribute('data-day'))"
    )
    return [date.fromisoformat(day) for day in days]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("days", [0, 3, 30, 400])
def test_no_date_that_is_over_stands_as_coming(page, origin, path, days):
    read_after(page, origin + path, days)

    now = BUILT + timedelta(days=days)
    ends = page.eval_on_selector_all(
        "main [data-ends]", "all => all.filter(one => one.offsetParent).map(one => one.getAttribute('data-ends'))"
    )
    assert all(datetime.fromisoformat(end) > now for end in ends)
    assert all(day >= now.date() for day in shown_days(page))


def test_after_all_dates_a_sentence_says_so(page, origin):
    read_after(page, f"{origin}/termine/", 400)

    assert shown_days(page) == []
    assert page.locator("[data-empty]").is_visible()
    assert page.locator("[data-built]").is_visible()


def test_today_is_called_today_on_the_day_it_is(page, origin):
    read_after(page, f"{origin}/termine/", 2)

    marks = page.eval_on_selector_all("[data-mark]:not([hidden])", "all => all.map(one => one.textContent)")
    assert marks == ["heute", "morgen"]


def test_the_screen_shows_only_today(page, origin):
    read_after(page, f"{origin}/heute/", 2)

    assert shown_days(page) == [date(2026, 11, 24)]


def test_a_month_of_the_past_keeps_its_dates(page, origin):
    read_after(page, f"{origin}/termine/2026-11/", 60)

    assert page.locator("[data-day]:not([hidden])").count() > 10


def test_without_a_script_every_date_is_there_with_its_year(browser, origin):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/termine/")

    headings = page.locator("h2.day time").all_inner_texts()
    assert len(headings) > 10
    assert all(text.rsplit(" ", 1)[-1] in ("2026", "2027") for text in headings)
    assert page.locator("[data-built]").is_visible()
    context.close()


def test_choices_narrow_the_list_in_place_and_can_be_joined(page, origin):
    read_after(page, f"{origin}/termine/", 0)
    everything = page.locator(".dates__row:visible").count()
    page.locator("[data-filters] summary").click()

    page.locator("[data-tag=thema-beratung]").click()
    advice = page.locator(".dates__row:visible").count()
    page.locator("[data-tag=sprache-en]").click()
    in_english = page.locator(".dates__row:visible").count()

    assert everything > advice > 0
    assert advice >= in_english > 0
    assert page.url == f"{origin}/termine/"
    assert page.locator("[data-count]").inner_text().endswith(f" {in_english}")
    page.locator("[data-tag=sprache-en]").click()
    page.locator("[data-tag=thema-beratung]").press(" ")
    assert page.locator(".dates__row:visible").count() == everything


def test_without_a_script_a_choice_is_a_page(browser, origin):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}/termine/")
    page.locator("[data-filters] summary").click()
    page.locator("[data-tag=thema-beratung]").click()

    assert page.url == f"{origin}/termine/thema-beratung/"
    assert page.locator(".dates__row").count() > 0
    context.close()
