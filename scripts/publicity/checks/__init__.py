"""Every check, in one visible tuple. A check yields findings and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from publicity.checks.addresses import check_addresses
from publicity.checks.attachment_contents import check_attachment_contents
from publicity.checks.attachments import check_attachments
from publicity.checks.calculators import check_calculators
from publicity.checks.citations import check_citations
from publicity.checks.dates import check_dates
from publicity.checks.deadlines import check_deadlines
from publicity.checks.disclosure_tables import check_disclosure_tables
from publicity.checks.document_numbers import check_document_numbers
from publicity.checks.file_names import check_file_names
from publicity.checks.folders import check_folders
from publicity.checks.headings import check_headings
from publicity.checks.identity import check_identity
from publicity.checks.images import check_images
from publicity.checks.lapsed_bases import check_lapsed_bases
from publicity.checks.limits import check_limits
from publicity.checks.links import check_links
from publicity.checks.loading import check_loading
from publicity.checks.personal_info import check_personal_info
from publicity.checks.placeholders import check_placeholders
from publicity.checks.plain_words import check_plain_words
from publicity.checks.proofreading import check_proofreading
from publicity.checks.raw_html import check_raw_html
from publicity.checks.references import check_references
from publicity.checks.reports import check_reports
from publicity.checks.rule_citations import check_rule_citations
from publicity.checks.scrub import scrub_all
from publicity.checks.svg import check_svg
from publicity.checks.validity import check_validity
from publicity.checks.versions import check_versions
from publicity.content.corpus import Corpus
from publicity.finding import Finding
from publicity.rules import Rules

Check = Callable[[Corpus, Rules, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_loading,
    check_file_names,
    check_folders,
    check_addresses,
    check_identity,
    check_dates,
    check_deadlines,
    check_document_numbers,
    check_references,
    check_calculators,
    check_reports,
    check_disclosure_tables,
    check_citations,
    check_rule_citations,
    check_versions,
    check_validity,
    check_lapsed_bases,
    check_placeholders,
    check_plain_words,
    check_limits,
    check_raw_html,
    check_headings,
    check_links,
    check_images,
    check_attachments,
    check_svg,
    check_attachment_contents,
    check_personal_info,
    check_proofreading,
)


def run_checks(corpus: Corpus, rules: Rules, today: date) -> list[Finding]:
    """Every finding of every check, by path and line, each said once (fragments are met on many pages)."""
    return sorted(scrub_all(finding for check in CHECKS for finding in check(corpus, rules, today)))
