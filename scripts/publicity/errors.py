"""Reasons why a command cannot run at all. What is wrong with a page is a Finding, never one of these."""


class PublicityError(Exception):
    """The message is Chinese, names the file, and says how to mend it."""


class SettingsError(PublicityError):
    """mkdocs.yml, or its extra.publicity, cannot be used."""


class RulesError(PublicityError):
    """A file of data/ cannot be used."""


class MissingYearError(RulesError):
    """A working day was asked for in a ``year`` whose holidays nobody has announced yet."""

    def __init__(self, year: int, message: str) -> None:
        super().__init__(message)
        self.year = year


class BuildFailedError(PublicityError):
    """The site could not be built; the earlier site is untouched."""
