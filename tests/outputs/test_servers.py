"""The files for the servers, all of one table."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from publicity.outputs.endings import ENDINGS
from publicity.outputs.headers import CHARSET, HEADERS, HSTS, META_POLICY, is_text
from publicity.outputs.servers import SERVERS
from publicity.outputs.servers.iis import render_iis
from publicity.outputs.servers.place import Place, place_of

GOLDEN = Path(__file__).parents[1] / "golden" / "headers"
PLACED = place_of("https://example.invalid/qingshi/")


@pytest.mark.parametrize(("uri", "render"), SERVERS)
def test_each_file_is_what_was_reviewed(uri: str, render: object) -> None:
    """Word for word; after a change of the table or the notes, read the difference and copy it."""
    assert callable(render)
    assert render(PLACED) == (GOLDEN / uri.rpartition("/")[2]).read_text(encoding="utf-8")


@pytest.mark.parametrize(("uri", "render"), SERVERS)
def test_each_file_says_every_header(uri: str, render: object) -> None:
    """Names and values of the table stand in all of them; without https nothing is said of it."""
    assert callable(render)
    text, plain = render(PLACED), render(place_of("http://example.invalid/"))

    assert [name for name, value in HEADERS if name not in text or value not in text] == []
    assert HSTS[0] in text
    assert HSTS[0] not in plain
    assert "hsts" not in plain
    assert not re.search(r"includeSubDomains|preload", text)
    assert "qingshi" not in plain
    assert "//404" not in plain


def test_the_file_for_iis_is_xml_with_the_same_table() -> None:
    """Well-formed, one entry a header and an ending, each removed before it is added; no IIS has read it."""
    tree = ElementTree.fromstring(render_iis(PLACED))
    headers = {one.get("name"): one.get("value") for one in tree.iterfind(".//customHeaders/add")}
    types = {one.get("fileExtension"): one.get("mimeType") for one in tree.iterfind(".//staticContent/mimeMap")}
    removed = [one.get("name") or one.get("fileExtension") for one in tree.iterfind(".//remove")]

    assert headers == dict(HEADERS)
    assert types == {
        f".{ending}": f"{kind}; charset={CHARSET}" if is_text(kind) else kind
        for ending, (kind, _, _) in ENDINGS.items()
    }
    assert set(headers) | set(types) <= set(removed)


def test_what_the_file_for_iis_says_of_https_can_be_copied() -> None:
    """A line of XML in a comment, that a keeper copies as it stands: no entity, and nothing that ends the comment."""
    (note,) = re.findall(r"<!--(.*?)-->", render_iis(PLACED), re.DOTALL)
    (line,) = [one.strip() for one in note.splitlines() if one.strip().startswith("<")]

    assert "--" not in note
    assert ElementTree.fromstring(line).attrib == dict(zip(("name", "value"), HSTS, strict=True))


def test_iis_too_lets_through_what_machines_ask_of_every_site() -> None:
    """Hidden files are refused everywhere but there."""
    tree = ElementTree.fromstring(render_iis(PLACED))

    assert [one.get("sequence") for one in tree.iterfind("./system.webServer/security//denyUrlSequences/add")] == ["/."]
    (open_place,) = tree.iterfind("./location[@path='.well-known']")
    assert [one.get("sequence") for one in open_place.iterfind(".//denyUrlSequences/remove")] == ["/."]


def test_the_policy_of_the_page_leaves_out_what_only_a_server_may_say() -> None:
    """frame-ancestors in a <meta> would be a warning on every page."""
    assert dict(HEADERS)["Content-Security-Policy"] == f"{META_POLICY}; frame-ancestors 'none'"
    assert "unsafe" not in META_POLICY


def test_each_path_has_a_name_of_its_own() -> None:
    """Several towns may stand in one portal, and nginx does not tell capital letters from small ones in names."""
    paths = [f"/{'/'.join(parts)}/" for size in (1, 2, 3) for parts in product(("a", "A", "b", "2d"), repeat=size)]
    paths += [f"/{a}{sign}{b}/" for a in ("a", "_") for sign in "-_./" for b in ("b", "2d", "_b", "-b", "5f")]
    names = {path: Place(path, https=True).name for path in paths}

    assert len({name.lower() for name in names.values()}) == len(set(paths))
    assert all(re.fullmatch(r"publicity[a-z0-9_]+", name) for name in names.values())
    assert PLACED.name == "publicity_qingshi"
    assert place_of("https://example.invalid/").name == "publicity"
