"""Everything about the town that the code may know."""

from publicity.settings.file import Settings, load_settings
from publicity.settings.town import DEFAULT_MASKS, Column, ColumnType, Contact, Portal, Town, parse_town

__all__ = [
    "DEFAULT_MASKS",
    "Column",
    "ColumnType",
    "Contact",
    "Portal",
    "Settings",
    "Town",
    "load_settings",
    "parse_town",
]
