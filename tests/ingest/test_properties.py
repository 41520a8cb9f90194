import pytest

from briefreader.ingest.articles import build_article
from briefreader.ingest.markdown import parse_markdown
from briefreader.model.article import Article

BODY = "\n\nThe council counted its empty flats in March and found three hundred of them.\n"


def read(front: str, body: str = BODY) -> Article:
    drafts, head = parse_markdown(f"---\n{front}\n---\n{body}")
    return build_article(drafts, head)


def test_a_clipped_page_says_who_wrote_it_and_where_it_is() -> None:
    article = read(
        'title: "Rents fall | Havneposten"\nsource: "https://havneposten.example/rents"\nauthor:\n  - "[[Ann Bell]]"\n'
        '  - "[[Jo Lund]]"\npublished: 2026-04-06\ncreated: 2026-04-20\ndescription:'
    )

    assert (article.title, article.publisher, article.byline) == ("Rents fall", "Havneposten", "Ann Bell, Jo Lund")
    assert (article.url, str(article.published_on)) == ("https://havneposten.example/rents", "2026-04-06")
    assert article.origin is None


def test_of_what_a_collector_wrote_only_what_is_the_articles_counts() -> None:
    article = read(
        "title: Rents fall in Halden\nurl: https://havn.example/2026/04/rents\nsite_name: newsfeed\n"
        "fetched_at: '2026-04-09T19:20:18'\nauthor: moss42\ndate: '2026-04-09'\n"
        "published_date: '2026-04-06T17:25:40+00:00'"
    )

    assert (article.publisher, article.byline, str(article.published_on)) == ("Havn", None, "2026-04-06")


@pytest.mark.parametrize(
    "front",
    [
        "titel: Mieten fallen\nautor: Ann Bell\nveröffentlicht: 06.04.2026\nzeitung: Hafenblatt",
        "titre: Mieten fallen\nauteur: Ann Bell\npublié: 6 avril 2026\néditeur: Hafenblatt",
        "titre: Mieten fallen\nauteur: Ann Bell\ndate_publication: 2026-04-06\néditeur: Hafenblatt",
        "título: Mieten fallen\nautora: Ann Bell\nfecha: 6 de abril de 2026\nmedio: Hafenblatt",
        "标题: Mieten fallen\n作者: Ann Bell\n日期: 2026年4月6日\npublisher: Hafenblatt",
    ],
)
def test_keys_may_be_in_other_languages(front: str) -> None:
    article = read(front)

    assert (article.title, article.byline, article.publisher) == ("Mieten fallen", "Ann Bell", "Hafenblatt")
    assert str(article.published_on) == "2026-04-06"


def test_a_flag_called_published_is_no_day_and_a_permalink_names_one() -> None:
    article = read("title: 'Harbour Letter #12'\npublished: true\npermalink: /en/letters/2026/04/06/")

    assert (str(article.published_on), article.publisher) == ("2026-04-06", "Harbour Letter")
    assert [one.is_guess for one in article.evidence if one.field == "publisher"] == [True]


@pytest.mark.parametrize(
    ("author", "byline"), [("ann-bell", "Ann Bell"), ("harbour-newsletter", "harbour-newsletter"), ("abell7", "abell7")]
)
def test_a_slug_that_spells_a_name_is_read_as_one(author: str, byline: str) -> None:
    assert read(f"author: {author}").byline == byline
