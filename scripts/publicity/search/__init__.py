"""Full-text search as static files: exact substring search over the visible text, on a phone's data budget.

Python writes the index, ``overrides/assets/search/engine.js`` reads it; this page is the contract between the two.
All numbers are decimal in names and base-32 digits in lists (``codec``), all text is UTF-8, all files are ``.txt`` or
``.json`` because every web server knows and compresses these.

Documents are numbered within a segment from the best standing to the least: kinds that have a weight first, then newest
first, then by address. A document has four fields: ``title``, ``number`` (index and document numbers), ``text`` and
``attachment``. Text is cut into passages between blocks (paragraphs, cells, headings), never inside one, so a phrase
never crosses two passages. Passages are numbered through text and attachments; at most 28 a document.

Grams of a normalised text (``normal``, ``grams``): every character that is not a sign; every two neighbours that are
not signs; within runs of ASCII letters and digits also every three and every four. Characters are code points.

::

    search/manifest.json
        {"format": 1, "weights": {"title": 8, ...}, "traditional": "traditional-<hash>.txt", "common": "行政政府...",
         "segments": [{"path": "<12 hex>", "docs": 1000, "bits": 8, "front": [20545, 0, ...], "removed": [3, 17]}]}
        Segments newest first. ``bits``: 2**bits buckets. ``front``: for the first documents, whose order is not that
        of their days, the day as days since 1970-01-01, 0 for none. ``common``: two-character grams found in more than a
        tenth of the documents, joined, the most frequent first. ``removed``: numbers that no longer count.
    search/traditional-<hash>.txt   two lines of equal length: traditional characters, their simplified forms
    search/<segment>/b/<n>.txt      bucket n = hash(gram) >> (32 - bits); a line for each gram:
        gram TAB title TAB number TAB text TAB attachment     (trailing empty lists are left out)
        A list of title or number is gaps: document - previous - 1, previous beginning at -1.
        A list of text or attachment is pairs of gap and mask: bit i says that passage i holds the gram.
        A long list ends after its newest part with ``|`` and then: how many documents it has in all, and the first
        document of each further block as gaps (previous beginning at -1).
    search/<segment>/r/<hex>-<f>-<i>.txt   further block i (from 0) of field f (0 title ... 3 attachment); gaps begin at -1
                                    again; hex: each code point of the gram as lower-case hex, joined by ``_``
    search/<segment>/t/<doc>/<passage>.txt  JSON {"u": address from the site's root, "t": title, "n": numbers, "d": day
        as YYYY-MM-DD or "", "k": kind, "v": validity or "", "c": category, "o": organ, "b": [blocks],
        "a": [address, title] when the passage is from an attachment}. Passage 0 is always there.
    search/<segment>/f/labels.json  {"kind": [...], "year": [...], "category": [...], "validity": [...], "organ": [...]}
    search/<segment>/f/<n>.txt      documents n * 1024 and on: five lines, in the order of labels.json, each a character a
                                    document: code point 48 + number of its label
    search/<segment>/u/<n>.txt      addresses, by hash into 2**bits files: address TAB document (for updates only)

hash: FNV-1a of 32 bits over code points (not bytes). A digit of a list is chr(48 + 5 bits), + 32 where another digit
follows, low digits first.
"""
