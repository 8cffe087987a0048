"""What is taken from npm is pinned, and its lock names no registry: each machine has its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from whole import ROOT


@pytest.mark.parametrize("folder", [ROOT / "tests" / "npm", ROOT / "bench" / "npm"], ids=lambda one: one.parent.name)
def test_a_lock_pins_by_hash_and_names_no_host(folder: Path) -> None:
    """Every package has its version and hash; who may be paid for it is the only address in the file."""
    text = (folder / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]

    assert packages
    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert all(packages[f"node_modules/{name}"]["version"] == version for name, version in wanted.items())
    for one in packages.values():
        one.pop("funding", None)
    assert not re.search(r"[a-z+]+://", json.dumps(packages))
