"""Our copy of the Observatory's rules takes points where it does."""

from __future__ import annotations

import pytest
from observatory import Visit, grade
from web_servers import Answer

from publicity.outputs.headers import HEADERS, HSTS

GOOD = dict([*HEADERS, HSTS])
PAGE = b'<html><head><script src="app.js"></script></head></html>'
LEADS = Answer(301, [("location", "https://example.invalid/")], b"")


def visit(plain: Answer | None = LEADS, body: bytes = PAGE, **changed: str) -> Visit:
    """A site with all our headers, but for those changed; an empty one is left out."""
    headers = GOOD | {name.replace("_", "-"): value for name, value in changed.items()}
    page = Answer(200, [(name.lower(), value) for name, value in headers.items() if value], body)
    return Visit(page, plain, Answer(405, [], b""))


@pytest.mark.parametrize(
    ("changed", "score"),
    [
        ({}, 130),
        ({"Content_Security_Policy": ""}, 75),
        ({"Content_Security_Policy": "default-src 'self'"}, 120),
        ({"Content_Security_Policy": "default-src 'self'; script-src 'unsafe-inline'"}, 80),
        ({"Content_Security_Policy": "default-src 'self'; style-src 'unsafe-inline'"}, 115),
        ({"Content_Security_Policy": "default-src 'self'; script-src 'self' http://a"}, 80),
        ({"Content_Security_Policy": "default-src 'self'; img-src http://a"}, 105),
        ({"Content_Security_Policy": "default-src 'none'; default-src 'self'"}, 75),
        ({"Strict_Transport_Security": ""}, 80),
        ({"Strict_Transport_Security": "max-age=86400"}, 120),
        ({"Strict_Transport_Security": "soon"}, 80),
        ({"Referrer_Policy": ""}, 125),
        ({"Referrer_Policy": "unsafe-url"}, 120),
        ({"X_Content_Type_Options": ""}, 125),
        ({"X_Frame_Options": ""}, 130),
        ({"Cross_Origin_Resource_Policy": ""}, 120),
        ({"plain": Answer(200, [], b"")}, 80),
        ({"plain": None}, 130),
        ({"body": b'<script src="http://a.example.invalid/b.js"></script>'}, 50),
    ],
)
def test_a_missing_or_weak_header_costs_what_the_table_says(changed: dict[str, str], score: int) -> None:
    """100, less what is lost; what is gained counts from 90 on."""
    assert grade(visit(**changed))[0] == score
