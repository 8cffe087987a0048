"""``site`` for all pages, ``here`` for each: everything that the templates of overrides/ read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from publicity.checks.scrub import scrub_text
from publicity.content.citations import Citation
from publicity.content.corpus import Page, url_of
from publicity.content.includes import FOLDER
from publicity.enrich.changed import changed_on
from publicity.enrich.crosslinks import backlinks, related
from publicity.enrich.entries import public_summary, public_title
from publicity.enrich.homes import home_of
from publicity.enrich.plain import header_rows, plain
from publicity.enrich.statutory_tables import statutory_tables
from publicity.model import AnnualReport, NormativeDocument, PlainPage, ProcedureNotice
from publicity.outputs.artefact import Artefact
from publicity.outputs.artefacts import artefacts_of
from publicity.outputs.disclosure_files import TITLES
from publicity.outputs.feeds import feeds_of
from publicity.outputs.flowchart import render_flowchart
from publicity.outputs.headers import META_POLICY
from publicity.outputs.listings import build_listings, category_uri
from publicity.outputs.short_addresses import short_uri
from publicity.outputs.term_links import TermLinks
from publicity.project import Project
from publicity.settings import Contact, Portal
from publicity.view.attachments import attachment_rows
from publicity.view.calculator import calculator_data
from publicity.view.clock import clock_rows
from publicity.view.coverage import field_data
from publicity.view.follow import PAGE as FOLLOW
from publicity.view.follow import fitting_feeds
from publicity.view.json_ld import json_ld
from publicity.view.layouts import layout_data
from publicity.view.makers import generated_pages
from publicity.view.meta import meta_tags
from publicity.view.navigation import NavItem, trail
from publicity.view.permanent import permanent_data
from publicity.view.services import SERVICES
from publicity.view.statutes import place_of
from publicity.view.validity import scripts_for, validity_data


@dataclass(frozen=True)
class Head:
    """``modified`` is the day for the sitemap, as text; empty where no day is known."""

    title: str
    template: str
    summary: str
    modified: str
    hidden: bool = False


class SiteView:
    """Made anew for every build; asks nothing of MkDocs."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.corpus = project.corpus
        self.listings = {one.uri: one for one in build_listings(project.corpus, project.rules, project.facts.states)}
        self.generated = generated_pages(project)
        self.back = backlinks(project.corpus)
        self.feeds = {feed.home: feed for feed in feeds_of(project)}
        self.nav: list[NavItem] = []

    @cached_property
    def artefacts(self) -> dict[str, Artefact]:
        """Files of the site that no file of docs/ is, by uri."""
        return artefacts_of(self.project)

    def generated_uris(self) -> list[str]:
        """Pages that no file of docs/ opens: listings, and those of view/makers."""
        return [*(uri for uri in self.listings if uri not in self.corpus.by_uri), *self.generated]

    def published_uris(self) -> frozenset[str]:
        """The files of docs/ that go to the site as pages or as they are; fragments do not."""
        fragments = f"{FOLDER}/"
        return frozenset(
            (*self.corpus.by_uri, *(uri for uri in self.corpus.asset_uris if not uri.startswith(fragments)))
        )

    def set_nav(self, nav: list[NavItem]) -> None:
        self.nav = nav

    @cached_property
    def site(self) -> dict[str, Any]:
        """The same on every page."""
        pages = frozenset((*self.corpus.by_uri, *self.listings, *self.generated))
        town = self.project.settings.town
        return {
            "policy": META_POLICY,
            "organ": town.organ,
            "town": town.town,
            "review_organ": town.review_organ,
            "portal": _rows(town.portal),
            "portal_url": town.portal.url or "",
            "contact": _rows(town.contact),
            "nav": self.nav,
            "follow": FOLLOW in self.generated,  # a page of the town's own has not the places that others lead to
            "services": [{"uri": uri, "title": self.head(uri).title} for uri in SERVICES if uri in pages],
            "pages": pages,
        }

    def statute_place(self, citation: Citation) -> str | None:
        """The page about a cited statute, with the place on it; None where the site has none."""
        return place_of(self.project, citation)

    @cached_property
    def terms(self) -> TermLinks:
        """The glossary, as it is looked for in pages."""
        return TermLinks(self.project.rules.glossary)

    def explains(self, uri: str) -> bool:
        """Whether a page explains the terms it uses: those of docs/ do, unless they only lead on, as lists and home do."""
        return uri in self.corpus.by_uri and uri not in self.listings and uri != "index.md"

    def is_broken(self, uri: str) -> bool:
        """A page whose findings came from reading it: its text must not be rendered."""
        page = self.corpus.by_uri.get(uri)
        return page is not None and (page.header is None or bool(page.problems))

    def report(self, uri: str) -> AnnualReport | None:
        page = self.corpus.by_uri.get(uri)
        return page.header if page is not None and isinstance(page.header, AnnualReport) else None

    def head(self, uri: str) -> Head:
        """Title, template and description of any page, real or generated."""
        page = self.corpus.by_uri.get(uri)
        if uri in self.generated:
            made = self.generated[uri]
            return Head(made.title, made.template, made.summary, made.modified, made.hidden)
        if page is None:
            listing = self.listings[uri]
            return Head(listing.title, "kinds/listing.html", "", self._changed(one.uri for one in listing.entries))
        if page.header is None or page.problems:
            return Head(scrub_text(page.stem), "kinds/broken.html", "", "")
        header = page.header
        if page.record is not None:
            template, modified = f"kinds/{header.kind}.html", self._changed((uri,))
            return Head(public_title(page.record), template, public_summary(page.record), modified)
        listed = self.listings[uri].entries if uri in self.listings else ()
        modified = self._changed(one.uri for one in listed)
        return Head(header.title, f"kinds/{header.kind}.html", header.summary or "", modified)

    def _changed(self, uris: Iterable[str]) -> str:
        """When one of these records last changed, as far as they tell it; home and guides tell nothing."""
        records = (self.corpus.by_uri[uri].record for uri in uris)
        days = (changed_on(one, self.project.facts.states, self.project.today) for one in records if one is not None)
        newest = max(filter(None, days), default=None)
        return newest.isoformat() if newest is not None else ""

    def here(self, uri: str, *, with_findings: bool = False) -> dict[str, Any]:
        """What one page shows beside its own text."""
        page, listing = self.corpus.by_uri.get(uri), self.listings.get(uri)
        record = page.record if page is not None else None
        made = self.generated.get(uri)
        home = home_of(record) if record is not None else listing.section if listing is not None else uri
        home = made.home if made is not None else home
        way = trail(self.nav, home)
        shown, title = _shown_trail(way, uri), self.head(uri).title
        here: dict[str, Any] = {
            "title": title,
            "uri": uri,
            "home": home,
            "top": way[0]["title"] if way else "",
            "section": way[0] if way and way[0]["children"] else None,
            "trail": shown,
            "meta": meta_tags(self.project.settings.town, home, record),
            "listing": listing,
            "feeds": fitting_feeds(self.feeds, home),
            "findings": self._findings(page) if with_findings and page is not None else [],
            "address": self.project.settings.public_address(url_of(uri)),
            "permanent": permanent_data(self.project.settings, url_of(uri) if record is None else short_uri(record)),
            "hidden": made is not None and made.hidden,
            "json_ld": "" if made is not None and made.hidden else json_ld(self.project, page, shown, title, uri),
            "calculator": calculator_data(self.project, page),
        }
        scripts = ["calculator.js"] if here["calculator"] else []
        scripts += scripts_for(listing is not None and any(entry.coming for entry in listing.entries))
        if made is not None:
            here |= made.data()
        if listing is not None and listing.category:
            here["category"] = plain(self.project.rules.categories[listing.category])
        if listing is not None and listing.field:
            here |= field_data(self.project, listing.field)
        if page is not None and page.record is not None:
            here |= self._record(page)
        elif page is not None and isinstance(page.header, PlainPage):
            here |= {"layout": page.header.layout.value, **layout_data(self.project, page.header.layout, self.listings)}
        here["scripts"] = [*scripts, *here.get("scripts", ())]  # beside the one that every page loads
        return here

    def _record(self, page: Page) -> dict[str, Any]:
        record = page.record
        assert record is not None
        data = {
            "record": plain(record),
            "folder": page.folder,
            "attachments": attachment_rows(self.corpus, page),
            "header": header_rows(record, self.project.facts.states),
            "clock": clock_rows(self.project.facts.dues[record.serial], self.project.today),
            "related": related(self.corpus, record, self.back),
        }
        if record.category is not None and record.category in self.project.rules.categories:
            uri = category_uri(record.category)
            if uri in self.listings:
                data["category"] = {"title": self.project.rules.categories[record.category].title, "uri": uri}
        if isinstance(record, AnnualReport) and record.tables is not None:
            data |= {"tables": statutory_tables(record.tables), "downloads": self._downloads(page)}
        if isinstance(record, NormativeDocument):
            data |= validity_data(self.corpus, record, self.project.facts.states[record.serial])
        if isinstance(record, ProcedureNotice):
            data["picture"] = render_flowchart(record, f"flow-{record.serial}")
        return data

    def _downloads(self, page: Page) -> list[dict[str, str]]:
        """The files of the tables."""
        made = [(title, self.artefacts.get(f"{page.url}{name}")) for name, title in TITLES.items()]
        return [{"uri": one.uri, "title": title, "kind": one.kind, "size": one.size} for title, one in made if one]

    def _findings(self, page: Page) -> list[dict[str, Any]]:
        found = set(self.project.findings_at(page.shown))
        found |= {one for one in self.project.findings if one in page.problems}
        return [one.as_dict() for one in sorted(found)]


def _rows(part: Contact | Portal) -> list[dict[str, str]]:
    """Label and value of each setting; an unset value is empty."""
    return [
        {"name": name, "label": field.title or name, "value": getattr(part, name) or ""}
        for name, field in type(part).model_fields.items()
    ]


def _shown_trail(way: list[NavItem], uri: str) -> list[NavItem]:
    """Links above the page, without itself and the home page; two steps to one address are shown once."""
    shown: list[NavItem] = []
    for item in way:
        if item["uri"] not in (uri, "index.md") and all(item["uri"] != other["uri"] for other in shown):
            shown.append(item)
    return shown
