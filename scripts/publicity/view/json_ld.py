"""What a page is about, for search engines and assistants: schema.org as JSON-LD, in a block that no browser runs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from publicity.content.corpus import Page, url_of
from publicity.enrich.entries import kind_label, public_summary
from publicity.enrich.selecting import day_of, given
from publicity.model import AnnualReport, EnforcementItem, NormativeDocument, PlainPage, ProcedureNotice
from publicity.model.page import Layout
from publicity.model.record import Record
from publicity.project import Project
from publicity.settings import Settings, Town
from publicity.view.navigation import NavItem

Thing = dict[str, Any]
CONTEXT = "https://schema.org"
# The law gives a power to a class of organs, “乡、镇人民政府”; in this town that is the town's own.
_TOWNSHIP = re.compile("[乡镇]")
UNVERIFIED = "根据公开法律整理，尚未经本机关核定"
# These would end the block, or the line of a script, wherever a title has them.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld(project: Project, page: Page | None, way: Iterable[NavItem], title: str, uri: str) -> str:
    """Text of the block, safe inside ``<script>``; empty where there is nothing to say."""
    things = [*_about(project, page), *_breadcrumbs(project.settings, way, title, uri)]
    if not things:
        return ""
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(UNSAFE)


def _about(project: Project, page: Page | None) -> list[Thing]:
    header = page.header if page is not None else None
    if isinstance(header, PlainPage):
        return [_organization(project.settings)] if header.layout in (Layout.HOME, Layout.CONTACT) else []
    if page is None or page.record is None:
        return []
    thing = _record(project, page.record)
    return [thing | _given({"url": project.settings.public_address(page.url)})] if thing else []


def _record(project: Project, record: Record) -> Thing:
    town = project.settings.town
    if isinstance(record, NormativeDocument):
        return _legislation(project, record)
    if isinstance(record, AnnualReport):
        return _work("Report", town, record) | _given(
            {"reportNumber": given(record.document_number), "temporalCoverage": str(record.year)}
        )
    if isinstance(record, EnforcementItem):
        organ = town.organ if _TOWNSHIP.search(record.implementing_organ) else record.implementing_organ
        return _service(town, record, organ, record.verified) | {"serviceType": kind_label(record)}
    if isinstance(record, ProcedureNotice):
        return _service(town, record, given(record.issuing_organ) or town.organ, record.verified)
    return {}


def _legislation(project: Project, record: NormativeDocument) -> Thing:
    """Whether it is in force is left out where nobody can tell."""
    state = project.facts.states[record.serial].state
    number = given(record.document_number)
    own = {
        "identifier": number,
        "legislationIdentifier": number,
        "legislationType": "行政规范性文件",
        "legislationDate": _day(record.formed_on),
        "legislationPassedBy": _organ(given(record.issuing_organ)),
        "legislationJurisdiction": project.settings.town.town,
        "legislationLegalForce": ("InForce" if state.holds else "NotInForce") if state is not None else "",
        "temporalCoverage": _period(record),
    }
    return _work("Legislation", project.settings.town, record) | _given(own)


def _period(record: NormativeDocument) -> str:
    """From when until when it is in force, as ISO 8601 writes an interval."""
    begins, ends = _day(record.effective_on), _day(record.expires_on)
    return f"{begins}/{ends or '..'}" if begins else ""


def _work(kind: str, town: Town, record: Record) -> Thing:
    return {"@type": kind, "name": record.title} | _given(
        {
            "description": public_summary(record),
            "inLanguage": "zh-CN",
            "dateCreated": _day(record.formed_on),
            "datePublished": _day(record.published_at),
            "publisher": _organ(given(record.issuing_organ) or town.organ),
        }
    )


def _service(town: Town, record: EnforcementItem | ProcedureNotice, organ: str, verified: bool) -> Thing:
    return {"@type": "GovernmentService", "name": record.title} | _given(
        {
            "description": public_summary(record),
            "disambiguatingDescription": "" if verified else UNVERIFIED,
            "provider": _organ(organ),
            "areaServed": town.town,
            "audience": {"@type": "Audience", "audienceType": record.applies_to},
        }
    )


def _organization(settings: Settings) -> Thing:
    """What the settings give of the town's government; nothing stands for what is 待核定."""
    town, contact = settings.town, settings.town.contact
    own = {
        "url": settings.public_address(""),
        "identifier": town.organ_code or "",
        "address": contact.address or "",
        "telephone": contact.phone or "",
        "faxNumber": contact.fax or "",
        "email": contact.email or "",
        "areaServed": town.town,
        "parentOrganization": _organ(town.review_organ),
    }
    return {"@type": "GovernmentOrganization", "name": town.organ} | _given(own)


def _breadcrumbs(settings: Settings, way: Iterable[NavItem], title: str, uri: str) -> list[Thing]:
    """From the home page to this one; the steps need full addresses, so there are none while the site has no address."""
    if not settings.site_is_placed or uri == "index.md":
        return []
    steps = [("首页", "index.md"), *((item["title"], item["uri"]) for item in way), (title, uri)]
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": settings.public_address(url_of(step))}
        for place, (name, step) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _organ(name: str) -> Thing:
    return {"@type": "GovernmentOrganization", "name": name} if name else {}


def _day(value: Any) -> str:
    day = day_of(value)
    return day.isoformat() if day is not None else ""


def _given(values: Mapping[str, Any]) -> Thing:
    return {name: value for name, value in values.items() if value}
