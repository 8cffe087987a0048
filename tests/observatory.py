"""What MDN's HTTP Observatory would give a site, without asking it: its published rules over answers at hand.

Rewritten in Python after @mdn/mdn-http-observatory 1.4.8 (https://github.com/mdn/mdn-http-observatory): src/analyzer/tests/*.js
say which result, src/grader/charts.js what it counts, src/scanner/index.js how counts become a score. No line is copied;
the names of results, what they count, the lists of sources and policies, and the order in which they are asked are theirs.
So this file, and no other, is under their licence. Left out: the list of preloaded hosts, and sites that set cookies.

This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from web_servers import Answer

MODIFIERS = {
    "csp-implemented-with-no-unsafe-default-src-none": 10,
    "csp-implemented-with-no-unsafe": 5,
    "csp-implemented-with-unsafe-inline-in-style-src-only": 0,
    "csp-implemented-with-insecure-scheme-in-passive-content-only": -10,
    "csp-implemented-with-unsafe-eval": -10,
    "csp-implemented-with-unsafe-inline": -20,
    "csp-implemented-with-insecure-scheme": -20,
    "csp-header-invalid": -25,
    "csp-not-implemented": -25,
    "cookies-not-found": 0,
    "cross-origin-resource-sharing-not-implemented": 0,
    "cross-origin-resource-sharing-implemented-with-public-access": 0,
    "redirection-to-https": 0,
    "redirection-not-needed-no-http": 0,
    "redirection-not-to-https": -20,
    "redirection-missing": -20,
    "referrer-policy-private": 5,
    "referrer-policy-not-implemented": 0,
    "referrer-policy-unsafe": -5,
    "referrer-policy-header-invalid": -5,
    "hsts-implemented-max-age-at-least-six-months": 0,
    "hsts-implemented-max-age-less-than-six-months": -10,
    "hsts-not-implemented": -20,
    "hsts-header-invalid": -20,
    "sri-implemented-and-all-scripts-loaded-securely": 5,
    "sri-not-implemented-but-no-scripts-loaded": 0,
    "sri-not-implemented-but-all-scripts-loaded-from-secure-origin": 0,
    "sri-not-implemented-and-external-scripts-not-loaded-securely": -50,
    "x-content-type-options-nosniff": 0,
    "x-content-type-options-not-implemented": -5,
    "x-content-type-options-header-invalid": -5,
    "x-frame-options-implemented-via-csp": 5,
    "x-frame-options-sameorigin-or-deny": 0,
    "x-frame-options-not-implemented": -20,
    "x-frame-options-header-invalid": -20,
    "corp-implemented-with-same-origin": 10,
    "corp-implemented-with-same-site": 10,
    "corp-implemented-with-cross-origin": 0,
    "corp-not-implemented": 0,
    "corp-header-invalid": -5,
}
EXTRA_FROM = 90  # only what has lost no more than ten points is given what it gained
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSAFE = {*BROAD, "'unsafe-inline'", "data:"}
SIX_MONTHS = 15_552_000
PRIVATE = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
LEAKING = ("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade")


@dataclass(frozen=True)
class Visit:
    """``page``: over https. ``plain``: the same address over http, None where nobody answers. ``options``: a preflight."""

    page: Answer
    plain: Answer | None
    options: Answer


def grade(visit: Visit) -> tuple[int, list[str]]:
    """The score, and the result of every test."""
    page = visit.page
    assert not page.all("set-cookie"), "a site with cookies needs more rules"
    results = [
        csp(page), "cookies-not-found", cors(visit.options), redirection(visit.plain), referrer(page), hsts(page),
        integrity(page), sniffing(page), framing(page), resource_policy(page),
    ]  # fmt: skip
    counts = [MODIFIERS[result] for result in results]
    lost = 100 + sum(count for count in counts if count < 0)
    return max(0, 100 + sum(counts) if lost >= EXTRA_FROM else lost), results


def csp(page: Answer) -> str:
    """The policy's sources; those that a <meta> gives only make it stricter."""
    policy, twice = directives(page)
    if twice:
        return "csp-header-invalid"
    if not policy:
        return "csp-not-implemented"
    default = policy.get("default-src", {"*"})
    scripts, objects = policy.get("script-src", default), policy.get("object-src", default)
    styles = policy.get("style-src", default)
    active = [one for name, sources in policy.items() if name not in ("img-src", "media-src") for one in sources]
    passive = [one for name in ("img-src", "media-src") for one in policy.get(name, policy.get("default-src", set()))]
    if scripts & UNSAFE or objects & BROAD:
        return "csp-implemented-with-unsafe-inline"
    if any(one.startswith(("http:", "ftp:")) for one in active):
        return "csp-implemented-with-insecure-scheme"
    if "'unsafe-eval'" in scripts | styles:
        return "csp-implemented-with-unsafe-eval"
    if any(one.startswith(("http:", "ftp:")) for one in passive):
        return "csp-implemented-with-insecure-scheme-in-passive-content-only"
    if styles & UNSAFE:
        return "csp-implemented-with-unsafe-inline-in-style-src-only"
    none = policy.get("default-src") == {"'none'"}
    return f"csp-implemented-with-no-unsafe{'-default-src-none' if none else ''}"


def directives(page: Answer) -> tuple[dict[str, set[str]], bool]:
    """By name, and whether one policy names one twice. Of two policies what both allow is left."""
    found: dict[str, set[str]] = {}
    twice = False
    for policy in [*page.all("content-security-policy"), *_Marks.of(page).policies]:
        own: dict[str, set[str]] = {}
        for name, *sources in (part.lower().split() for part in policy.split(";") if part.strip()):
            twice = twice or name in own
            own.setdefault(name, set(sources or ["'none'"]))
        for name, given in own.items():
            found[name] = (found[name] & given or {"'none'"}) if name in found else given
    return found, twice


def hsts(page: Answer) -> str:
    values = page.all("strict-transport-security")
    if not values:
        return "hsts-not-implemented"
    age = re.search(r"(?:^|;)\s*max-age=(\d+)", values[0].lower())
    if age is None or len(values) > 1 or "," in values[0]:
        return "hsts-header-invalid"
    length = "at-least" if int(age[1]) >= SIX_MONTHS else "less-than"
    return f"hsts-implemented-max-age-{length}-six-months"


def redirection(plain: Answer | None) -> str:
    if plain is None:
        return "redirection-not-needed-no-http"
    if plain.status not in (301, 302, 303, 307, 308):
        return "redirection-missing"
    return "redirection-to-https" if plain["location"].startswith("https://") else "redirection-not-to-https"


def referrer(page: Answer) -> str:
    values = ", ".join(page.all("referrer-policy"))
    if not values:
        return "referrer-policy-not-implemented"
    known = [one for one in re.split(r"\s*,\s*", values.lower().strip()) if one in PRIVATE + LEAKING]
    if not known:
        return "referrer-policy-header-invalid"
    return "referrer-policy-private" if known[-1] in PRIVATE else "referrer-policy-unsafe"


def sniffing(page: Answer) -> str:
    values = page.all("x-content-type-options")
    if not values:
        return "x-content-type-options-not-implemented"
    return f"x-content-type-options-{'nosniff' if values[0].strip().lower() == 'nosniff' else 'header-invalid'}"


def framing(page: Answer) -> str:
    """What the policy says of frames stands before the older header."""
    if any("frame-ancestors" in policy for policy in page.all("content-security-policy")):
        return "x-frame-options-implemented-via-csp"
    values = page.all("x-frame-options")
    if not values:
        return "x-frame-options-not-implemented"
    good = values[0].strip().lower() in ("deny", "sameorigin")
    return f"x-frame-options-{'sameorigin-or-deny' if good else 'header-invalid'}"


def resource_policy(page: Answer) -> str:
    values = page.all("cross-origin-resource-policy")
    if not values:
        return "corp-not-implemented"
    known = values[0].strip().lower()
    good = known in ("same-origin", "same-site", "cross-origin")
    return f"corp-implemented-with-{known}" if good else "corp-header-invalid"


def cors(options: Answer) -> str:
    allowed = options.all("access-control-allow-origin")
    assert allowed in ([], ["*"]), "a site that lets some in needs more rules"
    return f"cross-origin-resource-sharing-{'implemented-with-public-access' if allowed else 'not-implemented'}"


def integrity(page: Answer) -> str:
    scripts = list(_Marks.of(page).scripts())
    if not scripts:
        return "sri-not-implemented-but-no-scripts-loaded"
    if any(source.startswith(("http:", "https:", "//")) for source, _ in scripts):
        return "sri-not-implemented-and-external-scripts-not-loaded-securely"
    if any(proof for _, proof in scripts):
        return "sri-implemented-and-all-scripts-loaded-securely"
    return "sri-not-implemented-but-all-scripts-loaded-from-secure-origin"


@dataclass
class _Marks(HTMLParser):
    """The page's scripts, and the policies it gives itself."""

    found: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, page: Answer) -> _Marks:
        marks = cls()
        marks.feed(page.body.decode())
        return marks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    @property
    def policies(self) -> list[str]:
        metas = [marks for tag, marks in self.found if tag == "meta"]
        return [one["content"] for one in metas if one.get("http-equiv", "").lower() == "content-security-policy"]

    def scripts(self) -> Iterator[tuple[str, str]]:
        yield from (
            (one["src"], one.get("integrity", "")) for tag, one in self.found if tag == "script" and "src" in one
        )
