"""Links that lead elsewhere than a reader believes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import findings_of, make_town, page, short

from publicity.checks.disguises import check_user, doubt_of

EVIL = "https://evil.invalid/"


@pytest.mark.parametrize(
    ("text", "address", "words"),
    [
        ("https://www.gov.cn/", EVIL, "写的是“www.gov.cn”，打开的却是“evil.invalid”"),
        ("**www.gov.cn**", EVIL, "evil.invalid"),
        ("见 gov.cn。", EVIL, "evil.invalid"),
        ("https://www.gov.cn/", "https://www.gov.cn.evil.invalid/", "www.gov.cn.evil.invalid"),
        ("https://www.gov.cn/", "HTTP:\\\\evil.invalid", "evil.invalid"),
        ("国务院", "https://www.g\u043ev.cn/", "U+043E"),
        ("国务院", "https://www.g%D0%BEv.cn/", "U+043E"),
        ("国务院", "https://www.gov.\uff43n/", "U+FF43"),
    ],
)
def test_a_link_that_pretends_is_doubted(text: str, address: str, words: str) -> None:
    """Its words name another host, or its host holds letters that only look like Latin ones."""
    doubt = doubt_of(text, address)

    assert doubt is not None
    assert words in doubt[0]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.gov.cn/", "https://www.gov.cn/zhengce/"),
        ("gov.cn", "https://www.GOV.cn:443/"),
        ("中国政府网", "https://www.gov.cn/"),
        ("附件.pdf", "https://www.gov.cn/a.pdf"),
        ("写信给 a@gov.cn", EVIL),
        ("中文域名", "https://政务.中国/"),
        ("https://www.gov.cn/", "../guide/apply.md"),
        ("www.gov.cn", "mailto:a@gov.cn"),
    ],
)
def test_a_link_that_leads_where_it_says_is_not(text: str, address: str) -> None:
    """A name, the same host with or without www, a place of the site, a Chinese domain."""
    assert doubt_of(text, address) is None


@pytest.mark.parametrize(
    ("address", "is_refused"),
    [
        ("https://www.gov.cn@evil.invalid/", True),
        ("https:www.gov.cn@evil.invalid", True),
        ("https://\u56fd\u52a1\u9662:x@evil.invalid", True),
        ("https://@evil.invalid", True),
        ("https://www.gov.cn/a@b", False),
        ("https://www.gov.cn?to=a@b", False),
        ("mailto:a@gov.cn", False),
    ],
)
def test_a_name_before_the_host_is_refused(address: str, is_refused: bool) -> None:
    """Only what stands before the first slash is one."""
    assert (check_user(address) is not None) is is_refused


def test_they_are_found_on_a_page(tmp_path: Path) -> None:
    """In a link, a definition and angle brackets; a name before the host blocks, the rest is advice."""
    body = (
        f"[https://www.gov.cn/]({EVIL})\n\n[甲](https://www.gov.cn@evil.invalid/)\n\n"
        "<https://www.gov.cn@evil.invalid/>\n\n> [乙]: https://www.gov.cn&#64;evil.invalid/\n"
    )
    found = short(findings_of(make_town(tmp_path, {"x.md": page(body)})))

    assert [one for one in found if one[3] == "link"] == [
        ("x.md", 6, "warn", "link"),
        ("x.md", 8, "block", "link"),
        ("x.md", 10, "block", "link"),
        ("x.md", 12, "block", "link"),
    ]
