"""Pages of the real site, one of each kind and state that a reader meets."""

from __future__ import annotations

KINDS = {
    "home": "",
    "report": "report/2022-1843313/",
    "listing": "enforcement/powers/",
    "power": "enforcement/powers/2026-00001/",
    "procedure": "enforcement/procedures/2026-00021/",
    "categories": "disclosure/",
    "schedule": "schedule/",
    "boards": "schedule/boards/",
    "guide": "guide/apply/",
    "statute": "statutes/d63709fa/",
    "form": "guide/apply/form/",
    "who": "who/",
    "elder": "elder/",
    "follow": "follow/",
    "offline": "offline/",
    "error": "404.html",
}
# The others are like one of these; they are looked at once, on a phone.
OTHERS = {
    "glossary": "glossary/",
    "open-data": "open-data/",
    "numbers": "i/",
    "category": "disclosure/category/20-15/",
    "basis": "enforcement/basis/",
    "catalogue": "guide/catalogue/",
    "duties": "staff/duties/",
    "rules": "rules/",
    "rule-file": "rules/deadlines/",
    "field": "disclosure/field/public-legal-services/",
    "inspect": "staff/inspect/",
    "citations": "guide/rules/",
    "statutes": "statutes/",
    "repealed": "statutes/b2701a99/",
    "search": "search/",
}
