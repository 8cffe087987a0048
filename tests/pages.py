"""Pages of the real site, one of each kind and state that a reader meets."""

from __future__ import annotations

KINDS = {
    "home": "",
    "report": "report/2022-1843313/",
    "listing": "enforcement/powers/",
    "category": "disclosure/category/20-15/",
    "power": "enforcement/powers/2026-00001/",
    "procedure": "enforcement/procedures/2026-00021/",
    "basis": "enforcement/basis/",
    "schedule": "schedule/",
    "boards": "schedule/boards/",
    "guide": "guide/apply/",
    "catalogue": "guide/catalogue/",
    "duties": "staff/duties/",
    "rules": "rules/",
    "rule-file": "rules/deadlines/",
    "categories": "disclosure/",
    "field": "disclosure/field/public-legal-services/",
    "inspect": "staff/inspect/",
    "citations": "guide/rules/",
    "statutes": "statutes/",
    "statute": "statutes/d63709fa/",
    "repealed": "statutes/b2701a99/",
    "elder": "elder/",
    "follow": "follow/",
}
