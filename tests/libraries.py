"""Files of other programs in their exact published shapes, with what would act if anything did."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

EVIL = "<img src=x onerror=alert(1)> \x1b[2J\u202e=cmd"
PAGE = "<p>Halden cut its bill by 60%. It rents halls.</p><script>alert(1)</script><p>And more of it.</p>"
URL = "https://a.example/halden"
BOOKMARK = {
    "createdAt": 1750000000,
    "title": f"Halden {EVIL}",
    "tags": ["chips", "q1"],
    "lists": [],
    "content": {"type": "link", "url": URL},
    "note": "look again",
    "archived": True,
}
ENTRY = {
    "is_archived": 1,
    "is_starred": 0,
    "tags": ["chips"],
    "is_public": False,
    "id": 1,
    "title": f"Halden {EVIL}",
    "url": URL,
    "hashed_url": "0" * 40,
    "given_url": URL,
    "content": PAGE,
    "created_at": "2026-04-20T10:00:00+0000",
    "updated_at": "2026-04-20T10:00:00+0000",
    "published_at": "2026-04-13T00:00:00+00:00",
    "published_by": ["A. Writer"],
    "annotations": [
        {"text": "why?", "quote": "cut its bill by 60%", "created_at": "2026-04-21T10:00:00+00:00", "ranges": []},
        {"text": "", "quote": "words that stand nowhere", "created_at": "2026-04-21T10:00:00+00:00", "ranges": []},
    ],
    "mimetype": "text/html",
    "language": "en",
    "reading_time": 1,
    "domain_name": "a.example",
}


def hypothesis_annotation(**different: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    return {
        "id": "ILLbAV2tWOGmjmfvLIFsyg",
        "created": "2026-04-21T10:00:00.000000+00:00",
        "updated": "2026-04-21T10:00:00.000000+00:00",
        "user": "acct:reader@hypothes.is",
        "uri": URL,
        "text": f"why? {EVIL}",
        "tags": ["chips"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [
            {
                "source": URL,
                "selector": [
                    {"type": "TextPositionSelector", "start": 7, "end": 26},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "cut its bill by 60%",
                        "prefix": "Halden ",
                        "suffix": ". It",
                    },
                ],
            }
        ],
        "document": {"title": ["Halden"]},
        "links": {},
        "hidden": False,
        "flagged": False,
        **different,
    }


def readwise() -> bytes:
    return (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
        "Document tags\r\n"
        '"cut its bill\nby 60%",Halden,A. Writer,,"why? "" yes",yellow,"chips,q1",page,1,2026-04-21 10:00:00+00:00,\r\n'
        f'"{EVIL}",Halden,A. Writer,,,,,page,13,2026-04-21 10:01:00+00:00,\r\n'
        "'=1+1 is what it says,Another,B. Writer,,.bear .strength-4 .confidence-75 .q2\r\n"
    ).encode()


def hypothesis() -> bytes:
    items = [hypothesis_annotation(), hypothesis_annotation(id="reply", references=["x"], text="a reply")]
    exported = {
        "export_date": "2026-04-22T10:00:00Z",
        "export_userid": "acct:reader@hypothes.is",
        "client_version": "1",
    }
    return json.dumps({**exported, "annotations": items}).encode()


def web_annotation() -> bytes:
    target = hypothesis_annotation()["target"][0]
    item = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://hypothes.is/a/x",
        "type": "Annotation",
        "created": "2026-04-21T10:00:00Z",
        "body": [
            {"type": "TextualBody", "value": "why?", "format": "text/markdown"},
            {"type": "TextualBody", "value": "chips", "purpose": "tagging"},
        ],
        "target": [target],
    }
    return json.dumps([item]).encode()


def omnivore() -> bytes:
    out = io.BytesIO()
    item = {
        "id": "1",
        "slug": "halden-1",
        "title": f"Halden {EVIL}",
        "description": "",
        "author": "A. Writer",
        "url": URL,
        "state": "Archived",
        "readingProgress": 100,
        "thumbnail": None,
        "labels": ["chips"],
        "savedAt": "2026-04-20T10:00:00.000Z",
        "updatedAt": "2026-04-20T10:00:00.000Z",
        "publishedAt": "2026-04-13T00:00:00.000Z",
    }
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("metadata_0_to_20.json", json.dumps([item]))
        archive.writestr("content/halden-1.html", PAGE)
        highlights = f"> cut its bill by 60% [⤴️]({URL}#1)  #q1\n\nwhy?\n\n> It rents halls. [⤴️]({URL}#2)"
        archive.writestr("highlights/halden-1.md", highlights)
        archive.writestr("../../escaped.txt", "x")
    return out.getvalue()


def karakeep() -> bytes:
    text = {
        "createdAt": 1,
        "title": "A thought",
        "tags": [],
        "lists": [],
        "content": {"type": "text", "text": f"One {EVIL}"},
    }
    bad = {"title": "no address", "content": {"type": "link", "url": "javascript:alert(1)"}, "tags": 3, "note": None}
    return json.dumps({"bookmarks": [BOOKMARK, text, bad, None], "lists": []}).encode()


def wallabag() -> bytes:
    return json.dumps([ENTRY, 3]).encode()


def wallabag_csv() -> bytes:
    return (
        "Title,URL,Content,Tags,MIME Type,Language,Creation date\n"
        f'Halden,{URL},"{PAGE}","chips,q1",text/html,en,20/04/2026 10:00:00\n'
    ).encode()


def pocket_csv() -> bytes:
    return (
        f"title,url,time_added,tags,status\nHalden,{URL},1750000000,chips|q1,archive\n"
        "https://b.example/x,https://b.example/x,1750000001,,unread\nEvil,javascript:alert(1),1,,unread\n"
    ).encode()


def pocket_html() -> bytes:
    return (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        '<li><a href="https://b.example/x" time_added="1750000001" tags="">B &amp; more</a></li></ul>'
        f'<h1>Read Archive</h1><ul><li><a href="{URL}" time_added="1750000000" tags="chips,q1">Halden</a></li></ul>'
        '<a href="javascript:alert(1)">evil</a></body></html>'
    ).encode()


def instapaper_csv() -> bytes:
    return (
        "URL,Title,Selection,Folder,Timestamp,Tags\n"
        f'{URL},Halden,cut its bill by 60%,Archive,1750000000,"[""chips""]"\n'
        "https://b.example/x,B,,Starred,1750000001,\n"
    ).encode()


def instapaper_html() -> bytes:
    return (
        "<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol>"
        f'<li><a href="https://b.example/x">B</a></ol><h1>Archive</h1><ol><li>'
        f'<a href="{URL}">Halden</a></ol></body></html>'
    ).encode()


def newsboat_urls() -> bytes:
    return (
        b'# mine\nhttps://a.example/feed "News" "~The A feed"\n"https://b.example/feed" !hidden\n'
        b'query:unread:unread = \\"yes\\"\nexec:~/bin/evil\nfilter:x:https://c.example/\nhttp://127.0.0.1/feed\n'
    )


def newsboat_cache(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            """
            CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
                title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
                feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
                unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
                enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
                base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT "")
            """
        )
        rows = [
            ("1", f"Halden {EVIL}", "A. Writer", URL, "https://a.example/feed", 1776038400, PAGE, 0, 0),
            ("2", "Gone", "", "https://a.example/2", "https://a.example/feed", 1776038400, PAGE, 1, 1),
        ]
        connection.executemany(
            """
            INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, deleted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows,
        )
        connection.commit()


def _written(data: Callable[[], bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data())

    return write


FILES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "readwise.csv": ("readwise", _written(readwise)),
    "hypothesis.json": ("hypothesis", _written(hypothesis)),
    "annotations.jsonld": ("web-annotation", _written(web_annotation)),
    "omnivore.zip": ("omnivore", _written(omnivore)),
    "karakeep.json": ("karakeep", _written(karakeep)),
    "wallabag.json": ("wallabag", _written(wallabag)),
    "wallabag.csv": ("wallabag", _written(wallabag_csv)),
    "pocket.csv": ("pocket", _written(pocket_csv)),
    "ril_export.html": ("pocket", _written(pocket_html)),
    "instapaper.csv": ("instapaper", _written(instapaper_csv)),
    "instapaper.html": ("instapaper", _written(instapaper_html)),
    "urls": ("newsboat", _written(newsboat_urls)),
    "cache.db": ("newsboat", newsboat_cache),
}
"""For each file its format, and how it is made."""
