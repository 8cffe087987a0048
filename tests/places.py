"""Invented towns whose portal has given them an address."""

from __future__ import annotations

from pathlib import Path

import yaml

ADDRESS = "https://www.example.com/gov/qs/"


def place(config: Path, address: str = ADDRESS) -> Path:
    """Write the address into the town's mkdocs.yml."""
    values = yaml.safe_load(config.read_text(encoding="utf-8")) | {"site_url": address}
    config.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    return config
