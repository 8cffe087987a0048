"""data/allowed_personal_info.yml: what an entry must say, what it lets out, and until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY

from publicity.errors import RulesError
from publicity.rules import DATA_DIR
from publicity.rules.allowed import Allowed, AllowedList, load_allowed

DIGEST = "0123456789abcdef" * 4
FIELDS = {
    "id": "a",
    "file": "docs/a.md",
    "rule": "mobile",
    "masked": "138******78",
    "source": "个人信息保护法第二十五条",
    "reason": "本人同意",
    "approved_by": "司法所",
    "until": "2026-12-31",
}


def entry(**changes: str) -> Allowed:
    return Allowed.model_validate({name: value for name, value in (FIELDS | changes).items() if value != "-"})


def load(folder: Path, **changes: str) -> AllowedList:
    path = folder / "allowed_personal_info.yml"
    fields = {name: value for name, value in (FIELDS | changes).items() if value != "-"}
    lines = "\n    ".join(f"{name}: {value}" for name, value in fields.items())
    path.write_text(f"allowed:\n  - {lines}\n", encoding="utf-8")
    return load_allowed(path)


def test_the_file_of_the_project_lets_nothing_out() -> None:
    """Its entries are written by the town; the examples are comments."""
    assert load_allowed(DATA_DIR / "allowed_personal_info.yml").entries == ()


def test_an_entry_is_read(tmp_path: Path) -> None:
    """What, where, why, on what basis, by whom, until when."""
    assert load(tmp_path).entries == (entry(),)
    assert load(tmp_path).entries[0].until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"masked": '"13812345678"'}, "不能写号码本身"),
        ({"masked": "13812345678"}, "masked"),
        ({"masked": "52273220150901301X"}, "不能写号码本身"),
        ({"masked": "-"}, "只写一个"),
        ({"sha256": DIGEST}, "只写一个"),
        ({"masked": "-", "sha256": DIGEST.upper()}, "sha256"),
        ({"masked": "-", "sha256": DIGEST[1:]}, "sha256"),
        ({"until": "-"}, "until"),
        ({"until": "明年"}, "until"),
        ({"reason": "-"}, "reason"),
        ({"reason": '""'}, "reason"),
        ({"approved_by": "-"}, "approved_by"),
        ({"source": "-"}, "依据"),
        ({"file": "-"}, "file"),
        ({"rule": "手机号"}, "rule"),
        ({"number": "13812345678"}, "number"),
        ({"hash": DIGEST}, "hash"),
    ],
)
def test_an_incomplete_or_telling_entry_is_refused_by_name(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    """The file, the entry and what is wrong with it are named; the number is not repeated."""
    with pytest.raises(RulesError) as caught:
        load(tmp_path, **changes)

    told = str(caught.value)
    assert told.startswith("data/allowed_personal_info.yml 第1条（a）")
    assert words in told
    assert "13812345678" not in told
    assert "20150901" not in told


@pytest.mark.parametrize(
    ("file", "rule", "masked", "found"),
    [
        ("docs/a.md", "mobile", "138******78", True),
        ("docs/b.md", "mobile", "138******78", False),
        ("docs/a.md", "landline", "138******78", False),
        ("docs/a.md", "mobile", "138******79", False),
        ("docs/a.md", "mobile", "138****78", False),
    ],
)
def test_an_entry_is_for_its_file_rule_and_masked_form_alone(file: str, rule: str, masked: str, found: bool) -> None:
    """Anything else is not let out by it."""
    assert (AllowedList((entry(),)).find(file, rule, masked) is not None) is found


def test_the_entry_that_holds_longest_counts() -> None:
    """An expired one may stay beside its renewal."""
    old, new = entry(until="2026-01-01"), entry(id="b", until="2027-01-01")

    assert AllowedList((new, old)).find("docs/a.md", "mobile", "138******78") == new


@pytest.mark.parametrize(
    ("file", "rule", "digest", "until", "signed"),
    [
        ("docs/a.pdf", "attachment-scan", DIGEST, "2026-11-22", True),
        ("docs/a.pdf", "attachment-scan", DIGEST, "2026-11-21", False),
        ("docs/b.pdf", "attachment-scan", DIGEST, "2026-11-22", False),
        ("docs/a.pdf", "attachment-macro", DIGEST, "2026-11-22", False),
        ("docs/a.pdf", "attachment-scan", DIGEST[::-1], "2026-11-22", False),
    ],
)
def test_a_scan_is_signed_for_byte_by_byte(file: str, rule: str, digest: str, until: str, signed: bool) -> None:
    """For this file, this trouble and these bytes, to the end of its last day."""
    signature = entry(file="docs/a.pdf", rule="attachment-scan", masked="-", sha256=DIGEST, until=until)

    assert AllowedList((signature,)).is_signed(file, rule, digest, TODAY) is signed


def test_a_sign_off_lets_no_number_out() -> None:
    """What a program did find in the file still blocks."""
    signature = entry(masked="-", sha256=DIGEST)

    assert AllowedList((signature,)).find("docs/a.md", "mobile", "138******78") is None
