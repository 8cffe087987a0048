"""What a town must publish: typed content, its checks, and the site made of it.

Rooms, each importing only from those named before it: finding errors clock explain settings · model · rules ·
content · checks · project · enrich · outputs · view · build · release. Only ``mkdocs_events`` and ``build`` know MkDocs.
"""
