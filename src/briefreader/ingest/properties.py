"""What the properties of a note say of the article in it."""

import re
from collections.abc import Iterator
from datetime import date

from briefreader.ingest.clean import clean_line, clean_url
from briefreader.ingest.dates import days_in, parse_date
from briefreader.ingest.front_matter import Properties
from briefreader.ingest.hosts import agrees, day_in_address
from briefreader.ingest.labels import is_person
from briefreader.ingest.readings import Head
from briefreader.ingest.titles import is_slug
from briefreader.model.article import Origin

_TITLES = "title headline titel titre título titulo titolo otsikko tytuł заголовок 标题 標題 題名 タイトル".split()
_PUBLISHERS = """publisher outlet publication newspaper magazine journal source_name publisher_name source_title
    herausgeber verlag zeitung éditeur editeur editorial medio uitgever editore 出版社 媒体 来源媒体""".split()
_SITES = ["site", "site_name", "sitename", "website", "blog", "feed", "feed_title", "channel"]
_AUTHORS = """author authors author.name authors.name byline creator dc.creator writer reporter by written_by
    autor autoren autorin auteur auteurs auteure autora autores autore autori verfasser auteur_name schrijver
    forfatter författare 作者 記者 记者 著者""".split()
_PUBLISHED = """published published_date publish_date date_published datepublished published_at published_time
    publishedat publishdate pubdate pub_date pubdatetime publication_date publicationdate published_on issued
    date_issued release_date veröffentlicht veröffentlichungsdatum erschienen erscheinungsdatum publié publie publié_le
    date_de_publication publicado fecha_de_publicación fecha_publicacion pubblicato data_di_pubblicazione
    gepubliceerd publicerad date_publication date_de_parution parution fechapublicacion 发布日期 发布时间 發布日期
    發佈日期 发表时间 公開日 発行日""".split()
_DATES = "date datum fecha data day dato päivämäärä дата 日期 日付 post_date posted postdate written".split()
_CREATED = "created created_at creation_date date_created erstellt added date_added".split()
_UPDATED = (
    "updated updated_at modified last_modified lastmod moddatetime modified_time date_modified aktualisiert".split()
)
_URLS = """url link canonical canonical_url original_url page_url article_url web_url source_url uri href enlace
    lien website_url permalink webpage clipped_from 链接 原文链接 来源链接""".split()
_SOURCES = "source origin original_source quelle fuente fonte bron via 来源 出处".split()
_COLLECTED = frozenset(
    """fetched fetched_at fetched_on retrieved retrieved_at crawled crawled_at scraped scraped_at content_file saved_at
    collected collected_at ingested ingested_at archived_at captured_at downloaded_at""".split()
)
"""Keys of programs that gather texts: their ``date`` is the day of the gathering, their ``site_name`` the feed."""
_LINKED = re.compile(r"!?\[\[([^\]|]+\|)?([^\]]+)\]\]")
_WEB_LINK = re.compile(r"\[([^\]]*)\]\((https?://[^\s)]+)\)")
_SLUG_OF_NAME = re.compile(r"[a-z]{2,}(?:-[a-z]{1,})?-[a-z]{2,}")
_LONGEST_NAMES = 5


def read_properties(properties: Properties) -> Head:
    """Return the candidates in a note's front matter, whatever language its keys are in."""
    head = Head()
    collected = not _COLLECTED.isdisjoint(properties)
    for title in _under(properties, _TITLES):
        head.title(title, "front matter", 0.5 if is_slug(title) else 0.88)
    urls = [url for value in _under(properties, _URLS) if (url := clean_url(value))]
    for number, url in enumerate(urls):
        head.url(url, "front matter", 0.9 - 0.1 * min(number, 3))
    _read_sources(properties, head)
    _read_publishers(properties, head, collected=collected)
    _read_authors(properties, head, collected=collected)
    _read_dates(properties, head, collected=collected)
    return head


def _read_sources(properties: Properties, head: Head) -> None:
    """Note where a note comes from: an address of its own, or the name of who reported it first."""
    for source in _under(properties, _SOURCES):
        if url := clean_url(source):
            head.url(url, "front matter", 0.85)
        elif not head.origins:
            page = next(_under(properties, ["source_url", "origin_url"]), "")
            head.origin(Origin(source, clean_url(page)), "front matter", 0.85)


def _read_publishers(properties: Properties, head: Head, *, collected: bool) -> None:
    for name in _under(properties, _PUBLISHERS):
        head.publisher(name, "front matter", 0.95)
    for name in _under(properties, _SITES):
        is_its_own = any(agrees(name, reading.value) for reading in head.urls)
        head.publisher(name, "front matter", 0.9 if is_its_own else 0.1 if collected else 0.75)


def _read_authors(properties: Properties, head: Head, *, collected: bool) -> None:
    names = list(dict.fromkeys(map(_name_in, _under(properties, _AUTHORS))))[:_LONGEST_NAMES]
    is_name = any(" " in name or not name.isascii() for name in names)
    head.byline(", ".join(names), "front matter", 0.85 if is_name else 0.2 if collected else 0.7)


def _name_in(author: str) -> str:
    """Return the name that a slug such as ``ann-bell`` spells; anything else as it is."""
    name = author.replace("-", " ").title()
    return name if _SLUG_OF_NAME.fullmatch(author) and is_person(name) else author


def _read_dates(properties: Properties, head: Head, *, collected: bool) -> None:
    for keys, confidence in (
        (_PUBLISHED, 0.95),
        (_DATES, 0.5 if collected else 0.85),
        (_CREATED, 0.35),
        (_UPDATED, 0.25),
    ):
        for value in _under(properties, keys):
            head.date(day_of(value), "front matter", confidence)
    for value in _under(properties, ["permalink", "slug", "name", "aliases"]):
        head.date(day_in_address(value), "front matter", 0.6)


def day_of(value: str) -> date | None:
    """Return the day that a value names, alone or among other words."""
    return parse_date(value) or next((found.day for found in days_in(value)), None)


def _under(properties: Properties, keys: list[str]) -> Iterator[str]:
    for value in (value for key in keys for value in properties.get(key, ())):
        named = _WEB_LINK.sub(lambda link: link[2] if clean_url(link[2]) else link[1], value)
        if plain := clean_line(_LINKED.sub(r"\2", named).strip()):
            yield plain
