"""What briefreader takes in from other programs."""

IMPORTS = {
    "readwise": "highlights of Readwise (CSV, as it exports and as it takes in)",
    "hypothesis": "annotations of Hypothesis (JSON)",
    "web-annotation": "W3C Web Annotations (JSON-LD), briefreader's own and others'",
    "omnivore": "the archive that Omnivore gave its readers (zip)",
    "karakeep": "bookmarks of karakeep (JSON)",
    "wallabag": "articles of wallabag (JSON or CSV)",
    "pocket": "links of Pocket (CSV or HTML)",
    "instapaper": "links of Instapaper (CSV or HTML)",
    "newsboat": "newsboat's list of feeds (urls) and its articles (cache.db)",
    "opml": "lists of feeds (OPML)",
    "jsonl": "everything that briefreader has written, a line each",
}
"""The formats by their names, and what each is."""
