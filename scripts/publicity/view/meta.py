"""The meta tags that the portal rules ask of every page (政府网站发展指引, 网页设计规范)."""

from __future__ import annotations

from datetime import datetime

from publicity.enrich.entries import public_summary, public_title
from publicity.enrich.selecting import given
from publicity.model.record import Record
from publicity.settings import Town

MetaTag = tuple[str, str]


def meta_tags(town: Town, home: str, record: Record | None) -> list[MetaTag]:
    """Site, column and, on a record, article tags; what nobody has given is left out. ``home`` is the section's page."""
    column, portal = town.column_of(home), town.portal
    tags = [
        ("SiteName", portal.site_name or ""),
        ("SiteDomain", portal.site_domain or ""),
        ("SiteIDCode", portal.site_id_code or ""),
        ("ColumnName", column.name),
        ("ColumnDescription", column.description),
        ("ColumnKeywords", column.keywords),
        ("ColumnType", column.column_type),
    ]
    if record is not None:
        published = record.published_at
        tags += [
            ("ArticleTitle", public_title(record)),
            ("PubDate", f"{published:%Y-%m-%d %H:%M}" if isinstance(published, datetime) else ""),
            ("ContentSource", given(record.issuing_organ)),
            ("Description", public_summary(record)),
        ]
    return [(name, content) for name, content in tags if content]
