from datetime import date

from briefreader.ingest.choosing import choose
from briefreader.ingest.readings import Head
from briefreader.model.evidence import Evidence


def test_the_likeliest_reading_is_chosen_and_says_where_it_was_read() -> None:
    head = Head()
    head.date(date(2026, 4, 9), "front matter", 0.5)
    head.date(date(2026, 4, 6), "page metadata", 0.9)

    chosen = choose(head, "")

    assert (chosen.published_on, chosen.evidence) == (date(2026, 4, 6), (Evidence("date", "page metadata", 0.9),))


def test_readings_that_agree_support_each_other() -> None:
    head = Head()
    head.publisher("Weekly Ledger", "page metadata", 0.6)
    head.publisher("Havn", "first lines", 0.5)
    head.publisher("havn", "title", 0.5)

    [evidence] = choose(head, "").evidence

    assert (choose(head, "").publisher, evidence.confidence) == ("Havn", 0.75)


def test_what_is_hardly_said_is_not_known() -> None:
    head = Head()
    head.byline("Ann Bell", "mail header", 0.2)

    assert choose(head, "").byline is None


def test_a_day_is_no_publisher_and_a_publisher_no_writer() -> None:
    head = Head()
    head.publisher("6 April 2026", "first lines", 0.9)
    head.publisher("Havneposten", "first lines", 0.5)
    head.byline("Havneposten", "page metadata", 0.9)
    head.byline("Ann Bell", "last lines", 0.5)

    chosen = choose(head, "")

    assert (chosen.publisher, chosen.byline) == ("Havneposten", "Ann Bell")


def test_a_short_title_gives_way_to_a_longer_one_that_begins_with_it() -> None:
    head = Head()
    head.title("Project Havn: what the harbour does next", "page title", 0.8)
    head.title("Project Havn", "page heading", 0.9)

    assert choose(head, "").title == "Project Havn: what the harbour does next"


def test_what_a_title_has_behind_another_one_is_the_site_where_the_text_names_it_too() -> None:
    head = Head()
    head.title("Rents fall in Halden", "page heading", 0.85)
    head.title("Rents fall in Halden — The Harbour Brief", "page title", 0.75)

    assert choose(head, "By Ann Bell · The Harbour Brief").publisher == "The Harbour Brief"
    assert choose(head, "Text is here.").publisher is None
