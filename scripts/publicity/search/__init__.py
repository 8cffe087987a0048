"""Full-text search as static files: exact substring search over the visible text, on a phone's data budget.

Python writes the index, ``overrides/assets/search/engine.js`` reads it; this page is the contract between the two.
Numbers in names and JSON are decimal, in lists base-32 digits (``codec``); all text is UTF-8; all files are ``.txt`` or
``.json`` because every web server knows and compresses these.

Documents are numbered within a segment from the best standing to the least: kinds that have a weight first (at most
500 of them, the ``front``), then newest first, then by address. A document's text is cut into passages between blocks
(paragraphs, cells, headings), never inside one, so a phrase never crosses two passages; the attachments' text is cut
in the same way into further passages, at most 28 together. Four fields: ``title``; ``number`` (index and document
numbers); ``text``, everything visible, title and numbers included, which count as part of passage 0; ``attachment``.

Grams of a normalised text (``normal``, ``grams``): every character that is not a sign; every two neighbours that are
not signs; of ASCII letters and digits also every three and every four neighbours, and every two and every three with
the other character after them (49号, 201号). Characters are code points.

::

    search/manifest.json
        {"format": 1, "weights": {"title": 8, "number": 6, "text": 2, "attachment": 1, "phrase": 4},
         "traditional": "traditional-<hash>.txt", "common": "行政政府...",
         "segments": [{"path": "<12 hex>", "docs": 1000, "bits": 8, "front": [20545, 0, ...], "removed": [3, 17], "hot": false}]}
        Segments newest first. ``bits``: 2**bits buckets. ``front``: for the first documents, whose order is not that
        of their days, the day as days since 1970-01-01, -1 for none. ``common``: two-character grams found in more
        than a tenth of the documents and in more than 50, joined, the most frequent first, at most 50. ``removed``: numbers that no longer count. ``hot``: made by
        updates since the whole index was last written.
    search/traditional-<hash>.txt   two lines: the code points of traditional characters less 0x4E00 as gaps; for each
        two characters, row and cell of its simplified form in GB 2312, less 0xB0 and 0xA1, plus 33
    search/<segment>/b/<n>.txt      bucket n = hash(gram) >> (32 - bits) (0 where bits is 0); a line for each gram:
        gram TAB title TAB number TAB text TAB attachment     (trailing empty lists are left out)
        A list of title or number is gaps: document - previous - 1, previous beginning at -1.
        A list of text or attachment is pairs of gap and mask: bit i says that passage i holds the gram.
        A long list ends after its newest part with ``|`` and then: how many documents it has in all, and the first
        document of each further block as gaps (previous beginning at -1).
        Every bucket has a file: one that is missing says that the index has been replaced.
    search/<segment>/r/<hex>-<f>-<i>.txt   further block i (from 0) of field f (0 title ... 3 attachment); gaps begin
                                    at -1 again; hex: each code point of the gram as lower-case hex, joined by ``_``
    search/<segment>/t/<doc>/<passage>.txt  JSON {"u": address from the site's root, "t": title, "n": [numbers], "d":
        day as YYYY-MM-DD or "", "k": kind, "v": validity, "c": category, "o": organ (all four as shown, "" for none),
        "w": weight of the kind, "b": [blocks], "a": [[first block, address, title], ...] when the passage is from
        attachments: from that block on it is the text of the attachment}. Passage 0 is always there; what is empty
        is left out.
    search/<segment>/f/labels.json  {"kind": [...], "year": [...], "category": [...], "validity": [...], "organ": [...]}
        Each list sorted, "" (none) among them where it occurs.
    search/<segment>/f/<n>.txt      documents n * 4096 and on: five lines, in the order of labels.json, each a character
                                    a document: code point 48 + number of its label
    search/<segment>/u/<n>.txt      addresses, by hash(address) >> (32 - ubits), ubits the least with 2**ubits * 64 >=
                                    docs: address TAB document (for updates only)

hash: FNV-1a of 32 bits over code points (not bytes). A digit of a list is chr(48 + 5 bits), + 32 where another digit
follows, low digits first.
"""

FORMAT = 1
