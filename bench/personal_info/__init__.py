"""Synthetic pages with and without personal information, written from how government pages look.

Nothing here knows how the detector works: the grammar would otherwise only measure itself. Every number is invented.
"""
