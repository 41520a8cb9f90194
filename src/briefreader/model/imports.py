"""What briefreader takes in from other programs."""

IMPORTS = {
    "readwise": "Readwise highlights (CSV, both of its layouts)",
    "hypothesis": "Hypothesis annotations (JSON)",
    "web-annotation": "W3C Web Annotations (JSON-LD)",
    "omnivore": "Omnivore export (zip)",
    "karakeep": "karakeep bookmarks (JSON)",
    "wallabag": "wallabag articles (JSON or CSV)",
    "pocket": "Pocket links (CSV or HTML)",
    "instapaper": "Instapaper links (CSV or HTML)",
    "newsboat": "newsboat feed list (urls) and articles (cache.db)",
    "opml": "feed list (OPML)",
    "jsonl": "briefreader export of everything (JSON Lines)",
}
"""The formats by their names, and what each is."""
