"""Each page as MkDocs rendered it, put before the checks: the text alone, then the page as it will be written."""

from __future__ import annotations

from functools import cached_property

from publicity.checks.markup import check_ids, check_rendered
from publicity.checks.personal_info import check_rendered_numbers
from publicity.checks.scrub import scrub_all
from publicity.content.corpus import Page
from publicity.finding import Finding
from publicity.project import Project

# Under this name the set that a build wants the findings in travels to the hook, in MkDocs' ``extra``.
FINDINGS_KEY = "publicity_rendered_findings"
# Findings after which a page is not even rendered for a preview: it could hang the parser, or act in the browser.
HOLDING = frozenset(("limit", "html"))


class Rendered:
    """``findings`` gathers what is found, once however many pages include the fragment it stands in."""

    def __init__(self, project: Project, findings: set[Finding]) -> None:
        self.project = project
        self.findings = findings
        self._by_uri: dict[str, list[Finding]] = {}

    def check_text(self, uri: str, html: str) -> bool:
        """Whether the text may be shown."""
        page = self.project.corpus.by_uri.get(uri)
        if page is None:
            return True
        project = self.project
        found = list(check_rendered(page, html, project.rules))
        found += check_rendered_numbers(project.corpus, page, html, project.rules, project.today)
        return self._keep(uri, found)

    def check_page(self, uri: str, html: str) -> bool:
        """Whether the finished page may be shown."""
        page = self.project.corpus.by_uri.get(uri)
        return self._keep(uri, list(check_ids(page, html)) if page is not None else [])

    def take(self) -> list[Finding]:
        """What was found since it was last asked, for whoever has no set of its own."""
        taken = sorted(self.findings)
        self.findings.clear()
        return taken

    def findings_of(self, uri: str) -> list[Finding]:
        """What was found on one page so far."""
        return self._by_uri.get(uri, [])

    def is_held(self, uri: str) -> bool:
        """Whether a line of the page, or of a fragment it includes, must be mended before it is rendered at all."""
        page = self.project.corpus.by_uri.get(uri)
        return bool(self._held) and page is not None and self._is_touched(page)

    def _keep(self, uri: str, found: list[Finding]) -> bool:
        told = scrub_all(found)
        self.findings |= told
        self._by_uri.setdefault(uri, []).extend(sorted(told))
        return not any(one.blocks for one in found)

    @cached_property
    def _held(self) -> frozenset[str]:
        return frozenset(one.path for one in self.project.findings if one.blocks and one.rule in HOLDING)

    def _is_touched(self, page: Page) -> bool:
        return page.shown in self._held or any(line.path in self._held for line in page.expanded or ())
