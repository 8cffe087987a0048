"""The repository keeps its own promises: generated copies fresh, workflows safe, nothing named that should not be."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from whole import ROOT, run_cli, tree

from publicity.outputs.assets import render_assets
from publicity.outputs.open_data_catalog import CATALOG

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_generated_copies_are_fresh() -> None:
    """docs/schemas/ and the field tables say what the classes say."""
    done = run_cli("generate", "--check")

    assert done.returncode == 0, done.stdout


def test_workflows_pass_the_audit() -> None:
    """zizmor, at its most pedantic, finds nothing."""
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--persona", "pedantic", "--no-progress", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_call_the_same_verbs(path: Path) -> None:
    """Every make verb a workflow runs is one that the Makefile prints, and every action is pinned by hash."""
    text = path.read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= verbs
    uses = re.findall(r"uses: (\S+)", text)
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", one) for one in uses)
    assert "pull_request_target" not in yaml.safe_load(text).get(True, {})


def test_no_output_file_names_an_outside_host(tmp_path: Path) -> None:
    """Nothing of the built site would make a browser ask anybody else, and no theme script is left.

    The page of a statute links to the official database: what one follows, not what a page loads. The catalogue of open
    data and the blocks of JSON-LD name their vocabularies, which are names and not addresses to anybody's browser.
    """
    done = run_cli("build", "--site-dir", tmp_path / "site", "--today", "2026-11-22")
    assert done.returncode == 0, done.stderr
    allowed = ("example.invalid", "www.w3.org", "www.sitemaps.org", "json-schema.org", "jsonfeed.org")
    catalogue = ("purl.org", "xmlns.com", "www.iana.org", "id.loc.gov")
    vocabulary = re.compile(rb'(?<=<script type="application/ld\+json">\{"@context":")https://schema\.org(?=")')
    official = re.compile(rb'<a href="https://flk\.npc\.gov\.cn/" rel="noopener">')

    hosts = {
        (name, host)
        for name, data in tree(tmp_path / "site").items()
        if not name.endswith((".gz", ".docx"))
        for text in [vocabulary.sub(b"", official.sub(b"", data) if name.startswith("statutes/") else data)]
        for host in re.findall(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]{2,})", text.decode("utf-8"))
        if host not in allowed and not (name == CATALOG and host in catalogue)
    }

    assert hosts == set()
    assets = ROOT / "overrides" / "assets"
    ours = {name for name in render_assets(assets, "").files if name.endswith(".js")}
    scripts = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.js")}
    assert {name.split("/", 2)[2] for name in scripts - {"sw.js"}} == {name.split("/", 2)[2] for name in ours}


def test_locks_pin_every_package_with_hashes() -> None:
    """Each line of a lock is exact and carries a hash; each direct pin says why it is there."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        blocks = re.split(r"\n(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"))
        for block in blocks:
            if re.match(r"[a-z]", block):
                assert re.match(r"[a-z0-9.-]+==\S+", block), block
                assert "--hash=sha256:" in block, block
    direct = [line for line in (ROOT / "requirements.in").read_text(encoding="utf-8").split("\n") if "==" in line]
    assert all("#" in line for line in direct)


def test_the_readme_names_real_verbs() -> None:
    """Commands that the documents show exist."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = set(re.findall(r"`make ([a-z]+)", text)) | set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE))
        assert named
        assert named <= verbs
