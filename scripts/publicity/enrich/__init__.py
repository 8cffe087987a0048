"""Facts computed from records, never typed: display values, cross-links, what is coming."""
