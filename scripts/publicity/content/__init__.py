"""docs/**/*.md and what hangs on them, read into a Corpus. Nothing here raises over a clerk's page."""
