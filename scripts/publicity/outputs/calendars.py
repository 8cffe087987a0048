"""The two calendars of the site as files: the duties of staff, and the days that the public may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from publicity.content.corpus import url_of
from publicity.enrich.calendar import TO_PUBLIC, Coming, publication_calendar, year_days, year_events
from publicity.enrich.duties import Duty
from publicity.outputs.artefact import Artefact
from publicity.outputs.duties import unsure
from publicity.outputs.ical import Occasion, render_ical
from publicity.project import Project
from publicity.settings import Settings

PUBLIC, STAFF = "calendar.ics", "staff/duties.ics"


def make_calendars(project: Project) -> Iterator[Artefact]:
    """Both files; that of the duties only where staff pages are built."""
    yield Artefact(PUBLIC, render_public_dates(project))
    if project.settings.town.staff_pages:
        yield Artefact(STAFF, render_duties(project.duties, project.settings.town.organ, project.today))


def render_duties(duties: Iterable[Duty], organ: str, today: date) -> bytes:
    """Duties with a day; the others are on the list only."""
    occasions = (
        Occasion(
            duty.id, duty.due_on, duty.due_on, f"{duty.kind.label}：{duty.subject}", _details(duty), duty.kind.label
        )
        for duty in duties
        if duty.due_on is not None
    )
    return render_ical(f"{organ}待办事项", occasions, today)


def render_public_dates(project: Project) -> bytes:
    """This year's and the next year's publication dates, publicity days and events, by day."""
    corpus, rules, today = project.corpus, project.rules, project.today
    coming = [one for one in publication_calendar(rules, today) if one.kind == TO_PUBLIC]
    for year in (today.year, today.year + 1):
        coming += [*year_days(corpus, rules, year), *year_events(corpus, year)]
    dated = sorted((one for one in coming if one.first), key=lambda one: (one.first, one.id))
    occasions = (_occasion(one, project.settings) for one in dated)
    return render_ical(f"{project.settings.town.organ}公开和普法日程", occasions, today)


def _occasion(one: Coming, settings: Settings) -> Occasion:
    details = "\n".join(part for part in (one.when, one.basis and f"依据：{one.basis}", one.note) if part)
    address = settings.public_address(url_of(one.uri)) if one.uri else ""
    first, last = date.fromisoformat(one.first), date.fromisoformat(one.last)
    return Occasion(one.id, first, last, one.title, details, one.kind, address)


def _details(duty: Duty) -> str:
    basis = duty.basis and f"依据：{duty.basis}{unsure(duty)}"
    parts = (f"怎么办：{duty.cure.strip()}", f"责任：{duty.owner}", basis, duty.place)
    return "\n".join(part for part in parts if part)
