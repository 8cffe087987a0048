"""One deliberately broken tree for each family of rules, and everything the checks say about it.

The trees are real files in tests/broken/; what a repository cannot hold (links, long or odd names, hostile sizes,
a history) is made here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import BROKEN, PDF, PNG, TODAY, broken_town, findings_of, git, make_town, page, record, short

from publicity.finding import Finding

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
B, W = "block", "warn"
D = "disclosure/2026/2026-000"

Expected = list[tuple[str, int, str, str]]

N = "disclosure/normative/2024-000"
TREES: dict[str, Expected] = {
    "whole": [],
    "plain-words": [
        ("enforcement/powers/2026-00001.md", 3, W, "plain-words"),
        ("enforcement/powers/2026-00002.md", 3, W, "plain-words"),
        ("enforcement/procedures/2026-00003.md", 12, W, "plain-words"),
    ],
    "validity": [
        ("disclosure/2025/2025-00002.md", 13, W, "lapsed-basis"),
        (N + "01.md", 13, B, "version"),
        (N + "03.md", 13, B, "version"),
        (N + "05.md", 14, B, "version"),
        (N + "07.md", 14, B, "version"),
        (N + "09.md", 13, B, "version"),
        (N + "12.md", 8, B, "version"),
        (N + "13.md", 13, W, "validity"),
        (N + "14.md", 11, W, "validity"),
        (N + "16.md", 13, W, "version"),
        (N + "17.md", 4, W, "version"),
        (N + "20.md", 14, B, "validity"),
        (N + "22.md", 2, B, "front-matter"),
        ("enforcement/results/2025-00001.md", 16, B, "lapsed-basis"),
        ("guide/fees.md", 6, W, "lapsed-basis"),
    ],
    "proofreading": [
        ("_fragments/note.md", 1, W, "wording"),
        ("characters.md", 6, W, "rare-character"),
        ("characters.md", 8, W, "doubled-word"),
        (D + "01.md", 13, W, "relative-year"),
        ("index.md", 4, W, "wording"),
        ("marks.md", 6, W, "half-width"),
        ("marks.md", 8, W, "punctuation"),
        ("marks.md", 10, W, "bracket"),
        ("marks.md", 10, W, "bracket"),
        ("numbers.md", 6, W, "year-bracket"),
        ("numbers.md", 8, W, "ordinal"),
        ("numbers.md", 14, W, "ordinal"),
        ("numbers.md", 16, W, "percentage"),
        ("organs.md", 6, W, "wording"),
        ("organs.md", 6, W, "organ-name"),
        ("organs.md", 8, W, "organ-name"),
        ("spacing.md", 6, W, "stray-space"),
        ("tables.md", 10, W, "total"),
        ("tables.md", 15, W, "total"),
        ("words.md", 6, W, "wording"),
        ("words.md", 6, W, "wording"),
        ("words.md", 8, W, "wording"),
        ("words.md", 8, W, "wording"),
        ("words.md", 10, W, "statute"),
        ("words.md", 10, B, "wording"),
        ("words.md", 12, W, "wording"),
        ("words.md", 14, B, "wording"),
    ],
    "html": [
        ("attributes.md", 6, B, "html"),
        ("attributes.md", 9, B, "html"),
        ("tags.md", 6, B, "html"),
        ("tags.md", 8, B, "html"),
        ("tags.md", 10, B, "html"),
        ("tags.md", 12, B, "html"),
    ],
    "personal-info": [
        ("_fragments/contact.md", 3, B, "mobile"),
        (D + "01.md", 3, B, "identity-number"),
        ("files/522*************44.txt", 1, B, "identity-number"),
        ("files/roll.csv", 1, B, "identity-number"),
        ("kinds.md", 6, B, "identity-number"),
        ("kinds.md", 8, B, "bank-card"),
        ("kinds.md", 10, B, "mobile"),
        ("kinds.md", 12, B, "landline"),
        ("kinds.md", 14, B, "travel-document"),
        ("kinds.md", 16, B, "plate"),
        ("kinds.md", 18, B, "messenger"),
        ("kinds.md", 20, B, "email"),
        ("kinds.md", 22, B, "home-address"),
        ("kinds.md", 24, B, "household"),
        ("kinds.md", 26, W, "property"),
        ("kinds.md", 28, B, "mask"),
        ("kinds.md", 30, B, "birth"),
        ("kinds.md", 32, B, "minor"),
        ("kinds.md", 34, W, "health"),
        ("kinds.md", 36, W, "plate"),
        ("masks-one.md", 6, B, "mask"),
        ("masks-two.md", 6, B, "mask"),
        ("places.md", 6, B, "mobile"),
        ("places.md", 10, B, "identity-number"),
        ("places.md", 12, B, "html"),
        ("places.md", 12, B, "mobile"),
        ("places.md", 14, B, "mobile"),
        ("places.md", 16, B, "link"),
        ("places.md", 16, B, "mobile"),
        ("places.md", 19, B, "mobile"),
        ("places.md", 24, B, "identity-number"),
    ],
    "placeholders": [("hint.md", 6, B, "placeholder")],
    "encodings": [
        ("blank.md", 1, B, "encoding"),
        ("bom.md", 1, B, "encoding"),
        ("empty.md", 1, B, "encoding"),
        ("gbk-body.md", 7, B, "encoding"),
        ("gbk.md", 3, B, "encoding"),
        ("utf16.md", 1, B, "encoding"),
        ("zero.md", 6, B, "encoding"),
    ],
    "front-matter": [
        ("alias.md", 3, B, "front-matter"),
        ("blank-line-first.md", 1, B, "front-matter"),
        ("colon.md", 3, B, "front-matter"),
        ("empty.md", 2, B, "front-matter"),
        ("full-width-colon.md", 3, B, "front-matter"),
        ("list-kind.md", 3, B, "front-matter"),
        ("list.md", 2, B, "front-matter"),
        ("no-fence.md", 1, B, "front-matter"),
        ("no-kind.md", 2, B, "front-matter"),
        ("quote.md", 3, B, "front-matter"),
        ("second-document.md", 4, B, "front-matter"),
        ("tab.md", 5, B, "front-matter"),
        ("tag.md", 3, B, "front-matter"),
        ("too-big.md", 2, B, "front-matter"),
        ("twice.md", 4, B, "front-matter"),
        ("unknown-kind.md", 3, B, "front-matter"),
        ("unterminated.md", 1, B, "front-matter"),
    ],
    "fields": [
        (D + "01.md", 11, B, "front-matter"),
        (D + "02.md", 11, B, "front-matter"),
        (D + "03.md", 7, B, "front-matter"),
        (D + "04.md", 7, B, "front-matter"),
        (D + "04.md", 9, B, "front-matter"),
        (D + "05.md", 11, B, "front-matter"),
        (D + "06.md", 2, B, "front-matter"),
        (D + "07.md", 3, B, "front-matter"),
        (D + "08.md", 3, B, "front-matter"),
        (D + "09.md", 3, B, "front-matter"),
        (D + "10.md", 6, B, "front-matter"),
        (D + "11.md", 11, B, "front-matter"),
        (D + "12.md", 11, B, "front-matter"),
        (D + "13.md", 7, B, "front-matter"),
        (D + "13.md", 10, B, "front-matter"),
        ("report/2026-00021.md", 9, B, "front-matter"),
        ("schedule/2026/2026-00031.md", 2, B, "front-matter"),
    ],
    "identity": [
        ("disclosure/2022/2022-1843313.md", 5, W, "foreign-index-number"),
        (D + "02.md", 4, B, "identity"),
        (D + "03.md", 4, B, "identity"),
        (D + "04.md", 5, B, "identity"),
        (D + "04.md", 5, B, "identity"),
        (D + "05.md", 5, W, "foreign-index-number"),
        (D + "06.md", 5, B, "identity"),
        (D + "08.md", 5, B, "identity"),
    ],
    "dates": [
        (D + "01.md", 9, B, "date"),
        (D + "02.md", 7, B, "date"),
        (D + "03.md", 9, B, "date"),
        (D + "03.md", 9, W, "deadline"),
        (D + "05.md", 7, B, "date"),
        (D + "05.md", 9, B, "date"),
        (D + "05.md", 9, B, "date"),
        (D + "05.md", 9, W, "deadline"),
    ],
    "document-numbers": [(f"{D}{number:02}.md", 8, B, "document-number") for number in range(2, 10)],
    "includes": [
        ("_fragments/circle2.md", 1, B, "include"),
        ("_fragments/deep5.md", 3, B, "include"),
        ("absolute.md", 6, B, "include"),
        ("bom.md", 6, B, "include"),
        ("fence.md", 7, B, "include"),
        ("gbk.md", 6, B, "include"),
        ("home.md", 6, B, "include"),
        ("lines.md", 6, B, "include"),
        ("missing.md", 8, B, "include"),
        ("outside.md", 6, B, "include"),
        ("parent.md", 6, B, "include"),
        ("two.md", 6, B, "include"),
    ],
    "links": [
        ("_fragments/linked.md", 2, B, "link"),
        ("absolute.md", 6, B, "link"),
        ("after-open-fence.md", 7, B, "link"),
        ("anchor.md", 6, B, "link"),
        ("anchor.md", 6, B, "link"),
        ("case.md", 6, B, "link"),
        ("elsewhere.md", 6, B, "link"),
        ("empty.md", 6, B, "link"),
        ("empty.md", 8, B, "link"),
        ("folder.md", 6, B, "link"),
        ("folder.md", 8, B, "link"),
        ("fragment-page.md", 6, B, "link"),
        ("host.md", 6, B, "link"),
        ("missing.md", 6, B, "link"),
        ("reference.md", 8, B, "link"),
        ("remote-image.md", 6, B, "link"),
        ("remote-image.md", 8, B, "link"),
        ("remote-image.md", 10, B, "link"),
        ("scheme.md", 6, B, "link"),
        ("scheme.md", 8, B, "link"),
        ("scheme.md", 10, B, "link"),
        ("scheme.md", 12, B, "link"),
        ("two-lines.md", 6, B, "link"),
    ],
    "attachments": [
        (D + "01.md", 13, B, "attachment"),
        (D + "02.md", 12, B, "attachment"),
        (D + "03.md", 12, B, "attachment"),
    ],
    "headings": [
        ("empty.md", 6, B, "heading"),
        ("empty.md", 8, B, "heading"),
        ("first-jump.md", 6, B, "heading"),
        ("jump.md", 8, B, "heading"),
        ("title.md", 6, B, "heading"),
        ("twice.md", 8, B, "heading"),
        ("underlined.md", 6, B, "heading"),
    ],
    "images": [
        ("by-reference.md", 6, B, "image-alt"),
        ("linked.md", 6, B, "image-alt"),
        ("missing.md", 6, B, "link"),
        ("none.md", 6, B, "image-alt"),
        ("none.md", 8, B, "image-alt"),
    ],
    "folders": [
        ("2026-00003.md", 2, B, "folder"),
        ("disclosure/2025/2026-00002.md", 2, B, "folder"),
        ("disclosure/2026/index.md", 1, B, "address"),
        ("disclosure/2026/notes.md", 2, B, "folder"),
        ("disclosure/2026/sub/2026-00004.md", 2, B, "folder"),
        ("report/2026-00001.md", 2, B, "folder"),
    ],
    "references": [
        (D + "01.md", 10, B, "reference"),
        (D + "03.md", 11, B, "reference"),
        (D + "03.md", 12, B, "reference"),
        ("enforcement/powers/2026-00011.md", 11, B, "reference"),
        ("enforcement/powers/2026-00011.md", 11, B, "reference"),
        ("index.md", 4, B, "reference"),
        ("index.md", 4, B, "reference"),
        ("schedule/2026/2026-00021.md", 9, B, "reference"),
    ],
    "reports": [
        ("report/2026-00001.md", 2, W, "deadline"),
        ("report/2026-00001.md", 9, B, "report"),
        ("report/2026-00001.md", 10, W, "known-errata"),
        *(("report/2026-00001.md", line, B, "report") for line in (12, 13, 14, 15)),
    ],
    "disclosure-tables": [
        ("report/2025-00001.md", 8, W, "disclosure-tables"),
        ("report/2025-00001.md", 24, W, "disclosure-tables"),
        *(
            ("report/2025-00001.md", line, B, "disclosure-tables")
            for line in (33, 35, 35, 40, 95, 98, 98, 98, 103, 107)
        ),
        ("report/2025-00002.md", 14, B, "disclosure-tables"),
        ("report/2025-00002.md", 24, W, "disclosure-tables"),
        *(("report/2025-00002.md", line, B, "disclosure-tables") for line in (35, 35)),
        ("report/2026-00001.md", 10, W, "disclosure-tables"),
        *(("report/2026-00002.md", line, B, "front-matter") for line in (10, 11, 12, 16, 17)),
    ],
    "statutes": [
        ("disclosure/2026/2026-00005.md", 3, W, "statute"),
        ("disclosure/2026/2026-00005.md", 12, B, "statute"),
        ("enforcement/powers/2026-00001.md", 9, B, "statute"),
        ("enforcement/powers/2026-00001.md", 10, W, "statute"),
        ("enforcement/powers/2026-00001.md", 11, W, "statute"),
        ("enforcement/powers/2026-00001.md", 12, W, "statute"),
        ("enforcement/powers/2026-00003.md", 12, B, "statute"),
        ("enforcement/powers/2026-00003.md", 17, W, "statute"),
        ("enforcement/powers/2026-00003.md", 22, W, "statute"),
        ("enforcement/procedures/2026-00002.md", 14, B, "statute"),
        ("enforcement/procedures/2026-00002.md", 16, W, "statute"),
        ("guide/laws.md", 4, W, "statute"),
        ("guide/laws.md", 7, B, "statute"),
        ("guide/laws.md", 9, W, "statute"),
        ("guide/laws.md", 11, W, "statute"),
        ("guide/laws.md", 15, W, "statute"),
        ("guide/laws.md", 17, W, "statute"),
    ],
    "limits": [
        ("brackets.md", 6, B, "limit"),
        ("long-line.md", 8, B, "limit"),
        ("quotes.md", 6, B, "limit"),
        ("table.md", 1005, W, "limit"),
    ],
}


def tell(findings: list[Finding]) -> None:
    """Whatever is found is said in Chinese, on one line, with something to do about it."""
    for one in findings:
        assert CHINESE.search(one.message), one
        assert CHINESE.search(one.cure), one
        assert one.message.isprintable(), one
        assert one.path.startswith("docs/"), one
        assert not re.search(r"Traceback|Error|None|plain scalar", one.message + one.cure), one


@pytest.mark.parametrize("name", TREES)
def test_everything_wrong_with_a_tree_is_found(tmp_path: Path, name: str) -> None:
    """Each tree gives exactly these findings, each in Chinese and with a cure."""
    findings = findings_of(broken_town(tmp_path, name, organ_code="QSZ000001"))

    assert short(findings) == TREES[name]
    tell(findings)


def test_every_broken_tree_is_looked_at() -> None:
    """No tree lies in tests/broken/ without its expected findings."""
    assert sorted(path.name for path in BROKEN.iterdir()) == sorted(TREES)


def says(folder: Path, name: str, path: str, line: int = 0) -> list[Finding]:
    findings = findings_of(broken_town(folder, name, organ_code="QSZ000001"))
    return [one for one in findings if one.path == f"docs/{path}" and line in (0, one.line)]


@pytest.mark.parametrize(
    ("name", "path", "line", "words"),
    [
        ("fields", D + "01.md", 11, "“title”"),
        ("fields", D + "02.md", 11, "“published_at”"),
        ("fields", D + "03.md", 7, "没有这一天"),
        ("fields", D + "06.md", 2, "缺少必填字段 title（标题）"),
        ("fields", "report/2026-00021.md", 9, "数值（value）"),
        ("identity", D + "02.md", 4, "2026-00002"),
        ("identity", D + "04.md", 5, "已被 docs/disclosure/2026/2026-00001.md 使用"),
        ("document-numbers", D + "02.md", 8, "请改为“青府发〔2020〕3号”"),
        ("document-numbers", D + "09.md", 8, "请改为“青府发〔2020〕3号”"),
        ("includes", "_fragments/circle2.md", 1, "绕成了圈"),
        ("links", "elsewhere.md", 6, "docs/guide/apply.md"),
        ("links", "absolute.md", 6, "请用相对路径"),
        ("headings", "jump.md", 8, "请改为 ###"),
        ("statutes", "enforcement/powers/2026-00001.md", 9, "只有70条，没有第71条"),
        ("statutes", "enforcement/powers/2026-00001.md", 11, "请改引《民法典》"),
        ("statutes", "enforcement/powers/2026-00001.md", 12, "是不是《城乡规划法》"),
        ("statutes", "enforcement/powers/2026-00003.md", 12, "由《生态环境法典》取代"),
        ("statutes", "enforcement/powers/2026-00003.md", 17, "改为第六十三条"),
        ("statutes", "guide/laws.md", 7, "只有70条，没有第71条"),
        ("statutes", "guide/laws.md", 11, "没有第57条"),
        ("statutes", "guide/laws.md", 15, "名称是《行政处罚法》"),
        ("encodings", "gbk.md", 3, "另存为 UTF-8"),
        ("personal-info", "kinds.md", 12, "写进 mkdocs.yml 的 office_phones"),
        ("personal-info", "masks-one.md", 6, "另一处在 docs/masks-two.md:6"),
    ],
)
def test_a_finding_says_how_to_mend_it(tmp_path: Path, name: str, path: str, line: int, words: str) -> None:
    """Message and cure name what a clerk needs to put it right."""
    assert any(words in one.message + one.cure for one in says(tmp_path, name, path, line))


def test_a_missing_image_is_not_called_a_page(tmp_path: Path) -> None:
    """The cure for a picture that is not there does not speak of .md files."""
    (one,) = says(tmp_path, "images", "missing.md")

    assert ".md" not in one.cure


def test_names_that_do_not_travel_are_refused(tmp_path: Path) -> None:
    """Spaces, Chinese, reserved, long and twin names, and old or executable formats, are findings on their files."""
    long = "a" * 78 + ".md"
    pages: dict[str, str | bytes] = {
        "guide/two words.md": page(),
        "指南/index.md": page(),
        f"guide/{long}": page(),
        "guide/apply.md": page(),
        "guide/Apply.md": page(),
        "guide/con.md": page(),
        "report/old.doc": b"x",
        "report/page.php": b"x",
        "report/none": b"x",
        "report/fine.pdf": PDF,
        "report/.hidden.pdf": PDF,
    }
    findings = findings_of(make_town(tmp_path, pages))

    assert short(findings) == sorted(
        (path, 1, B, "file-name")
        for path in (
            "guide/apply.md", f"guide/{long}", "guide/con.md", "guide/two words.md", "report/.hidden.pdf",
            "report/none", "report/old.doc", "report/page.php", "指南/index.md",
        )
    )  # fmt: skip
    tell(findings)


@pytest.mark.parametrize("name", ["公告.md", "公告.pdf"])
def test_a_name_in_gbk_is_a_finding_that_can_be_printed(tmp_path: Path, name: str) -> None:
    """A name that is not UTF-8 is refused, and what is said of it can be written to any log."""
    config = make_town(tmp_path, {})
    raw = name.encode("gbk").decode("utf-8", "surrogateescape")
    (tmp_path / "docs" / raw).write_bytes(PDF if name.endswith(".pdf") else page().encode())
    findings = findings_of(config)

    assert [(one.line, one.rule) for one in findings] == [(1, "file-name")]
    assert json.dumps([one.as_dict() for one in findings], ensure_ascii=False).encode()


def test_links_to_other_files_are_refused(tmp_path: Path) -> None:
    """A symlink is a finding, whatever it points at, and is never followed."""
    config = make_town(tmp_path, {"index.md": page(), "guide/apply.md": page()})
    docs = tmp_path / "docs"
    (docs / "secret.md").symlink_to("/etc/hostname")
    (docs / "loop").symlink_to(docs)
    (docs / "twin.md").symlink_to(docs / "index.md")
    (docs / "nothing.pdf").symlink_to(docs / "gone.pdf")
    findings = findings_of(config)

    assert short(findings) == [(name, 1, B, "symlink") for name in ("loop", "nothing.pdf", "secret.md", "twin.md")]
    tell(findings)


def test_an_attachment_that_is_too_big_is_refused(tmp_path: Path) -> None:
    """More than 20 MB is a finding on the file."""
    config = make_town(tmp_path, {"report/a.pdf": b""})
    with (tmp_path / "docs" / "report" / "a.pdf").open("r+b") as file:
        file.truncate(20 * 1024 * 1024 + 1)

    assert short(findings_of(config)) == [("report/a.pdf", 1, B, "file-name")]


def test_a_date_before_the_first_commit_is_flagged(tmp_path: Path) -> None:
    """A publication date earlier than the file's first commit warns: it may be copied, or it may be forged."""
    written = {"01": "2026-04-30 23:59", "02": "2026-05-01 08:00", "03": "2026-06-01 08:00", "04": "待核定"}
    pages = {f"{D}{n}.md": record(f"2026-000{n}", published_at=when, formed_on="待核定") for n, when in written.items()}
    config = make_town(tmp_path, pages)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "第一次", when="2026-04-30T16:10:00+00:00")
    findings = findings_of(config)

    assert short(findings) == [(D + "01.md", 9, W, "backdated")]
    assert "2026-05-01" in findings[0].message
    tell(findings)


def test_a_file_not_committed_yet_is_not_flagged(tmp_path: Path) -> None:
    """A clerk's new page has no history to contradict it."""
    config = make_town(tmp_path, {"index.md": page()})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "第一次")
    make_town(tmp_path, {D + "01.md": record()})

    assert findings_of(config) == []


HOSTILE: dict[str, tuple[str, Expected]] = {
    "brackets": (page("[" * 50_000 + "\n"), [("hostile.md", 6, B, "limit")]),
    "nested-lists": (
        page("\n".join("  " * depth + "- 项" for depth in range(300)) + "\n"),
        [("hostile.md", 46, B, "limit")],
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_a_finding_and_never_a_hang(tmp_path: Path, name: str) -> None:
    """50 kB of open brackets and 300 nested lists are answered by the command itself, well within a minute."""
    content, expected = HOSTILE[name]
    config = make_town(tmp_path, {"hostile.md": content})
    command = [sys.executable, str(ROOT / "scripts" / "cli.py"), "check", "-f", str(config), "--format", "json"]
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    found = [
        (one["path"].removeprefix("docs/"), one["line"], one["severity"], one["rule"])
        for one in json.loads(done.stdout)
    ]

    assert done.returncode == 1, done.stderr
    assert found == expected
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "block",
    [
        "x: " + "[" * 12_000,
        "x: " + "[" * 300 + "]" * 300,
        "\n".join("  " * n + "- " for n in range(100)),
        "x: " + "{a: " * 300,
    ],
)
def test_hostile_front_matter_is_one_finding(tmp_path: Path, block: str) -> None:
    """Brackets and lists without end in the fields are one finding on the page."""
    (one,) = findings_of(make_town(tmp_path, {"a.md": f"---\nkind: page\ntitle: 标题\n{block}\n---\n"}))

    assert (one.path, one.rule, one.blocks) == ("docs/a.md", "front-matter", True)


@pytest.mark.parametrize(
    "body",
    ["[\\" * 4000 + "](", "[[a]" * 2000 + "](x)", "![](" * 2000, "`a" * 4000, "# " + "{a " * 3000, "[x](" + "(" * 9000],
)
def test_sly_lines_are_answered(tmp_path: Path, body: str) -> None:
    """Lines made to keep a pattern busy, each below the limit of a line, leave the page with findings or without."""
    tell(findings_of(make_town(tmp_path, {"a.md": page(body + "\n")})))


@pytest.mark.parametrize("today", [date(1970, 1, 1), date(2026, 11, 22), date(2099, 12, 31)])
def test_a_page_is_read_on_any_day(tmp_path: Path, today: date) -> None:
    """A date arriving never breaks a check: the same page is only early or not."""
    rules = {one.rule for one in findings_of(make_town(tmp_path, {D + "01.md": record()}), today)}

    assert rules <= {"date"}


FINDINGS_OF_FRAGMENTS: list[tuple[str, str]] = [
    ("## 甲\n\n#### 乙\n", "heading"),
    ("![](a.png)\n", "image-alt"),
    ("[甲](nowhere.md)\n", "link"),
    ("> " * 30 + "深\n", "limit"),
]


@pytest.mark.parametrize(("fragment", "rule"), FINDINGS_OF_FRAGMENTS)
def test_what_is_wrong_in_a_fragment_is_said_of_the_fragment(tmp_path: Path, fragment: str, rule: str) -> None:
    """The line to mend is the fragment's, and it is said once however many pages include it."""
    pages: dict[str, str | bytes] = {f"{name}.md": page("{!_fragments/f.md!}\n") for name in "abc"}
    pages |= {"_fragments/f.md": fragment, "a.png": PNG}
    findings = findings_of(make_town(tmp_path, pages))

    assert {(one.path, one.rule) for one in findings} == {("docs/_fragments/f.md", rule)}
    assert len(findings) == 1


def test_findings_come_in_the_same_order(tmp_path: Path) -> None:
    """Two runs over one tree say the same things in the same order."""
    config = broken_town(tmp_path, "links")

    assert findings_of(config) == findings_of(config)
    assert findings_of(config) == sorted(findings_of(config))


def test_a_paragraph_that_would_hang_the_parser_is_refused(tmp_path: Path) -> None:
    """Every line within its bound, and all of them one paragraph: told at the line where it grows too long."""
    config = make_town(tmp_path, {"a.md": page("\n".join(["**a_b*c_" * 1000] * 200))})

    (found,) = findings_of(config)

    assert (found.path, found.line, found.rule) == ("docs/a.md", 6, "limit")


def test_the_file_of_a_board_update_must_be_there(tmp_path: Path) -> None:
    """An attachment is looked for wherever front matter names one, and at its own line."""
    board = record(
        "2026-00002", kind="notice_board", category="-", number="1", board_kind="待核定", location="待核定",
        keeper="待核定", update_cycle="quarterly",
        updates="\n  - {period: 2026Q4, posted_on: 2026-10-08, content: 换栏, attachment: attachments/none.pdf}",
    )  # fmt: skip
    config = make_town(tmp_path, {"schedule/2026/2026-00002.md": board})

    (found,) = findings_of(config)

    assert (found.rule, found.line) == ("attachment", 16)


def test_an_attachment_outside_the_folder_of_its_page_is_refused(tmp_path: Path) -> None:
    """A path that climbs out is told, whatever lies there."""
    text = record(attachments="\n  - {file: a/../../../x.pdf, title: 附件}")
    config = make_town(tmp_path, {"disclosure/2026/2026-00001.md": text, "x.pdf": PDF})

    (found,) = findings_of(config)

    assert (found.rule, found.line) == ("attachment", 12)


@pytest.mark.parametrize(
    ("uris", "told"),
    [
        (["guide/zz.md", "guide/zz/index.md"], "guide/zz.md"),
        (["disclosure/2026.md"], "disclosure/2026.md"),
        (["report/2022/index.md"], "report/2022/index.md"),
        (["report/page-2.md"], "report/page-2.md"),
        (["disclosure/category/20-15.md"], "disclosure/category/20-15.md"),
        (["report/kind/rule-of-law.md"], "report/kind/rule-of-law.md"),
        (["guide/README.md"], "guide/README.md"),
    ],
)
def test_two_sources_of_one_address_are_refused(tmp_path: Path, uris: list[str], told: str) -> None:
    """One of them, or a generated listing, would vanish without a word."""
    config = make_town(tmp_path, {uri: page() for uri in uris})

    assert (told, 1, B, "address") in short(findings_of(config))


@pytest.mark.parametrize("uri", ["assets/site.css", "assets/images/x.png", "guide/a.MD"])
def test_files_that_would_be_lost_or_printed_raw_are_refused(tmp_path: Path, uri: str) -> None:
    """The theme's folder is not content, and a page whose ending is not .md would be published as it stands."""
    config = make_town(tmp_path, {"index.md": page(), uri: PNG if uri.endswith(".png") else "甲"})

    assert {one.rule for one in findings_of(config)} == {"file-name"}


@pytest.mark.parametrize("text", ["{!_fragments/a.md!apply_indent=1}", "{!_fragments/", "前面 {!_fragments/a.md"])
def test_an_include_that_would_be_printed_is_refused(tmp_path: Path, text: str) -> None:
    """What markdown-include does not recognise would stand on the page in braces."""
    config = make_town(tmp_path, {"index.md": page(text), "_fragments/a.md": "甲"})

    assert [one.rule for one in findings_of(config)] == ["include"]


def test_a_renamed_page_is_not_accused_of_backdating(tmp_path: Path) -> None:
    """Moving a file to the folder it belongs in keeps its first day."""
    config = make_town(tmp_path, {"disclosure/2026/2026-00009.md": record(published_at="2026-04-30 09:00")})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "published", when="2026-04-30T12:00:00+08:00")
    git(tmp_path, "mv", "docs/disclosure/2026/2026-00009.md", "docs/disclosure/2026/2026-00001.md")
    git(tmp_path, "commit", "-qm", "moved", when="2026-06-01T12:00:00+08:00")

    assert findings_of(config) == []
