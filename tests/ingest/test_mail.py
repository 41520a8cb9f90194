from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.ingest.clean import clean_line
from briefreader.ingest.files import parse_articles, split_file
from briefreader.ingest.mail import parse_mail
from briefreader.ingest.mailbox import split_mailbox
from briefreader.model.errors import UnreadableError

HEAD = """From: "Ann Lee" <ann@kestrel.example>
List-Id: The Kestrel Brief <brief.kestrel.example>
Subject: =?utf-8?q?Halden_cut_its_bill_by_60=25?=
Date: Mon, 20 Apr 2026 09:30:00 +0200
"""
PAGE = """<p>Halden cut its bill by <a href="https://t.example/c?url=https%3A%2F%2Fgrid.example%2Fa&id=7">60%</a>.</p>
<p><a href="https://kestrel.example/42">View in browser</a></p><img src="https://t.example/pixel.gif" width=1>"""


def mail(body: str, kind: str = "text/html") -> bytes:
    return f"{HEAD}Content-Type: {kind}; charset=utf-8\n\n{body}".encode()


def test_a_newsletter_has_its_list_its_day_and_where_it_can_be_read() -> None:
    article = parse_mail(mail(PAGE), "x.eml")

    assert (article.title, article.publisher) == ("Halden cut its bill by 60%", "The Kestrel Brief")
    assert (article.byline, str(article.published_on)) == ("Ann Lee", "2026-04-20")
    assert article.url == "https://kestrel.example/42"
    assert "Halden cut its bill by 60%." in article.document.text
    assert [inline.target for inline in article.document.inlines] == [
        "https://grid.example/a",
        "https://kestrel.example/42",
    ]


def test_the_text_is_taken_where_there_is_no_html() -> None:
    assert parse_mail(mail("Plain words.", "text/plain"), "x.eml").document.text == "Plain words."


def test_html_wins_over_text_and_attachments_are_left_alone() -> None:
    parts = (
        ("text/plain", "", "Plain."),
        ("text/html", "", "<p>Rich words here.</p>"),
        ("text/html", "\nContent-Disposition: attachment; filename=../../x", "<p>Attached</p>"),
    )
    body = "".join(f"--b\nContent-Type: {kind}{more}\n\n{words}\n" for kind, more, words in parts)

    article = parse_mail(f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n{body}--b--\n".encode(), "x.eml")

    assert article.document.text == "Rich words here."


@pytest.mark.parametrize("broken", ["charset=no-such", "charset=", "boundary="])
def test_what_cannot_be_decoded_is_read_as_far_as_it_goes(broken: str) -> None:
    data = f"{HEAD}Content-Type: text/plain; {broken}\n\nWords é here.".encode()

    assert "Words" in parse_mail(data, "x.eml").document.text


def test_a_message_without_words_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"x\.eml: there is no text"):
        parse_mail(b"From: a@b.example\n\n", "x.eml")


def test_a_mailbox_is_several_articles() -> None:
    one = b"From a@b.example Mon Apr 20 09:30:00 2026\nSubject: One\n\nFirst words.\n>From here on.\n\n"
    two = b"From a@b.example Mon Apr 20 09:31:00 2026\nSubject: Two\n\nSecond words.\n"

    pieces = list(split_file(one + two, ".mbox", "x.mbox"))
    articles = [article for piece in pieces for article in parse_articles(piece.data, piece.suffix, piece.place)]

    assert [article.title for article in articles] == ["One", "Two"]
    assert [piece.place for piece in pieces] == ["x.mbox: message 1", "x.mbox: message 2"]
    assert "From here on." in articles[0].document.text
    assert len(list(split_mailbox(one + two))) == 2


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_message_it_is_read_or_refused_and_clean(data: bytes) -> None:
    try:
        article = parse_mail(b"Subject: x\n" + data, "x.eml")
    except UnreadableError:
        return
    for text in (article.title, article.publisher, article.byline):
        assert text is None or clean_line(text) == text


def test_a_line_that_begins_with_from_parts_no_letter() -> None:
    head = b"From a@b.example Mon Apr 20 09:30:00 2026\nSubject: One\n\nWords.\n\n"
    letter = head + b"From January 2020 to March 2024\nit rose."

    assert len(list(split_mailbox(letter))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<a href='https://a.example/rules'>Review the rules</a>",
        "Having trouble viewing this email? <a href='https://a.example/no'>Unsubscribe here</a>",
        "They can't see the point; read it <a href='https://a.example/report'>here</a>",
        "The web version: <a href='https://a.example/report'>the web version of their tool</a>",
    ],
)
def test_only_a_link_to_the_letter_itself_is_its_address(line: str) -> None:
    assert parse_mail(mail(f"<p>Words here. {line}</p>"), "x.eml").url is None


def test_two_letters_with_the_same_words_are_two_and_one_that_comes_again_is_one() -> None:
    one, other = (parse_mail(f"Message-ID: <{name}@b.example>\n".encode() + mail("<p>Same.</p>"), "x") for name in "ab")

    assert one.id != other.id
    assert parse_mail(b"Message-ID: <a@b.example>\n" + mail("<p>Same.</p>"), "y").id == one.id


@pytest.mark.parametrize(
    "line",
    [
        "<a href='{0}'>Web version</a>",
        "<a href='{0}'>View web version</a>",
        "<a href='{0}'>View as Webpage</a>",
        "<a href='{0}'>View message in browser</a>",
        "Having trouble viewing this email? <a href='{0}'>Click here</a>",
        "Can't see the images in this email? <a href='{0}'>View it online</a>",
        "To view this email as a web page, click <a href='{0}'>here</a>",
        "<a href='https://t.example/?redirect_url={0}'>Read it online</a>",
    ],
)
def test_a_link_to_the_letter_itself_is_its_address_however_it_is_worded(line: str) -> None:
    page = f"<p>{line.format('https://kestrel.example/42')} | <a href='https://a.example/no'>Unsubscribe here</a></p>"

    assert parse_mail(mail(page), "x.eml").url == "https://kestrel.example/42"


@pytest.mark.parametrize(
    "line", ["View this email in your browser: {0}", "Web version\n({0})", "* Bad? View online <{0}>"]
)
def test_a_text_says_where_it_can_be_read(line: str) -> None:
    text = f"{line.format('https://kestrel.example/42')}\n\nHalden cut its bill."

    assert parse_mail(mail(text, "text/plain"), "x.eml").url == "https://kestrel.example/42"


def test_an_address_in_a_sentence_of_a_text_is_not_that_of_the_letter() -> None:
    text = "It has a new report: you can read it online at https://a.example/report."

    assert parse_mail(mail(text, "text/plain"), "x.eml").url is None


def test_a_list_that_is_named_by_a_machine_is_no_publisher() -> None:
    name = "3f0e1c9e8a7b6d5c4f3e2d1cmc list"

    data = mail("<p>Words.</p>").replace(b"The Kestrel Brief", name.encode())

    assert parse_mail(data, "x.eml").publisher == "Ann Lee"


@pytest.mark.parametrize("page", ["<img src=x>", "<img src=x alt='The Brief'>"])
def test_the_text_is_taken_where_the_html_is_but_a_picture(page: str) -> None:
    parts = (("text/plain", "Halden cut its bill by 60%."), ("text/html", page))
    body = "".join(f"--b\nContent-Type: {kind}\n\n{words}\n" for kind, words in parts)

    article = parse_mail(f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n{body}--b--\n".encode(), "x.eml")

    assert article.document.text == "Halden cut its bill by 60%."


def test_html_without_spaces_between_its_words_is_no_mere_frame() -> None:
    rich = "<p>" + "\u6caa\u6df1\u4e09\u767e\u6307\u6570\u4e0a\u6da8" * 8 + "</p>"
    teaser = "https://a.example/1 " * 12
    message = f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n" + "".join(
        f"--b\nContent-Type: {kind}; charset=utf-8\n\n{body}\n"
        for kind, body in (("text/plain", teaser), ("text/html", rich))
    )

    assert "\u6caa\u6df1" in parse_mail(f"{message}--b--".encode(), "x.eml").document.text


def test_a_letter_of_ruled_lines_is_read_in_time_that_grows_with_it_alone() -> None:
    article = parse_mail(mail("Words.\n" + "----------\n" * 20_000, "text/plain"), "x.eml")

    assert article.document.text.startswith("Words.")


def test_what_is_no_alternative_is_read_part_by_part() -> None:
    parts = (("text/plain", "First words of the letter."), ("text/html", "<p>A notice.</p>"))
    body = "".join(f"--b\nContent-Type: {kind}\n\n{words}\n" for kind, words in parts)

    article = parse_mail(f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n{body}--b--\n".encode(), "x.eml")

    assert article.document.text == "First words of the letter.\n\nA notice."


def test_the_letters_of_a_digest_stand_under_their_subjects() -> None:
    letters = "".join(
        f"--b\nContent-Type: message/rfc822\n\nFrom: Ann <a@b.example>\nSubject: Topic {number}\n\nWords {number}.\n"
        for number in (1, 2)
    )

    article = parse_mail(f"{HEAD}Content-Type: multipart/digest; boundary=b\n\n{letters}--b--\n".encode(), "x.eml")

    assert article.document.text == "Topic 1\n\nWords 1.\n\nTopic 2\n\nWords 2."


FORWARDED = (
    "From: Havneposten <post@havn.example>\n{date}: Fri, Apr 3, 2026 at 7:01 AM\n{subject}: Rents fall\nTo: Ann\n"
)


@pytest.mark.parametrize(
    ("date", "subject", "mark"),
    [
        ("Date", "Subject", "---------- Forwarded message ---------\n"),
        ("Sent", "Subject", "-----Original Message-----\n"),
        ("Gesendet", "Betreff", ""),
        ("Envoyé", "Objet", "---- Message transféré ----\n"),
    ],
)
def test_a_forwarded_letter_is_its_first_senders(date: str, subject: str, mark: str) -> None:
    text = mark + FORWARDED.format(date=date, subject=subject) + "\nRents fell by 4 percent in Halden, said the clerk."
    letter = (
        f"From: Ann Lee <ann@kestrel.example>\nSubject: Fwd: Rents fall\nDate: Mon, 6 Apr 2026 08:00:00 +0200\n\n{text}"
    )

    article = parse_mail(letter.encode(), "x.eml")

    assert (article.title, article.publisher, str(article.published_on)) == ("Rents fall", "Havneposten", "2026-04-03")
    assert [block.role for block in article.document.blocks][-1] == "body"
    assert "furniture" in [block.role for block in article.document.blocks]


def test_a_letter_that_was_attached_to_pass_it_on_is_its_senders() -> None:
    head = "From: Havneposten <post@havn.example>\nSubject: Rents fall\nDate: Fri, 3 Apr 2026 08:00:00 +0200\n"
    inner = f"{head}\nRents fell."
    body = f"--b\nContent-Type: text/plain\n\nSee this.\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    head = "From: Ann Lee <ann@kestrel.example>\nSubject: Fwd: Rents fall\nDate: Mon, 6 Apr 2026 08:00:00 +0200\n"

    article = parse_mail(f"{head}Content-Type: multipart/mixed; boundary=b\n\n{body}".encode(), "x.eml")

    assert (article.publisher, str(article.published_on)) == ("Havneposten", "2026-04-03")


@pytest.mark.parametrize("before", ["842\n", "\n\n", "\ufeff"])
def test_what_a_program_writes_about_a_letter_is_no_part_of_it(before: str) -> None:
    after = '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>' if before[0] == "8" else ""

    article = parse_mail(f"{before}From: Ann <a@b.example>\nSubject: Rents fall\n\nWords.\n{after}".encode(), "x.emlx")

    assert (article.title, article.document.text) == ("Rents fall", "Words.")


def test_a_page_that_was_saved_as_one_file_is_a_page() -> None:
    title = "<head><title>Rents fall | Havneposten</title></head>"
    page = f"<html>{title}<body><article><p>Rents fell.</p></article></body></html>"
    head = "From: <Saved by Blink>\nSnapshot-Content-Location: https://havneposten.example/2026/04/06/rents\n"
    body = f"--b\nContent-Type: text/html\n\n{page}\n--b--\n"

    article = parse_mail(f"{head}Content-Type: multipart/related; boundary=b\n\n{body}".encode(), "x.mhtml")

    assert (article.title, article.publisher) == ("Rents fall", "Havneposten")
    assert (article.url, str(article.published_on)) == ("https://havneposten.example/2026/04/06/rents", "2026-04-06")


@pytest.mark.parametrize(
    "link",
    [
        '<table><tr><td>Hi</td><td><a href="https://a.example/p">View this email in your browser</a></td></tr></table>',
        '<p>Open in app or <a href="https://a.example/p">online</a></p>',
        '<p><a href="https://a.example/p">Lire en ligne</a></p>',
        '<p><a href="https://a.example/p">Im Browser ansehen</a></p>',
    ],
)
def test_where_a_letter_can_be_read_is_found_wherever_it_stands(link: str) -> None:
    assert parse_mail(mail(f"{link}<p>Rents fell in Halden, said the clerk.</p>"), "x.eml").url == "https://a.example/p"


def test_flowed_lines_are_one_paragraph() -> None:
    head = f"{HEAD}Content-Type: text/plain; format=flowed\n\n"

    article = parse_mail(f"{head}Rents fell \nin Halden.\nNext.".encode(), "x.eml")

    assert article.document.text == "Rents fell in Halden.\n\nNext."


def test_attachments_and_encrypted_parts_are_named_as_not_read() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Rents"
    letter.set_content("Rents fell in Halden.")
    letter.add_attachment(b"x", maintype="application", subtype="pdf", filename="ren\x1bts.pdf")
    locked = MIMEMultipart("encrypted")
    locked.attach(MIMEText("Version: 1"))
    both = MIMEMultipart()
    both.attach(MIMEText("Rents fell in Halden."))
    both.attach(locked)

    assert parse_mail(letter.as_bytes(), "x.eml").not_read == ("the attachment rents.pdf",)
    assert parse_mail(both.as_bytes(), "x.eml").not_read == ("the encrypted part",)


def test_a_letter_of_nothing_but_an_attachment_names_it() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Rents"
    letter.add_attachment(b"x", maintype="application", subtype="pdf", filename="rents.pdf")

    with pytest.raises(UnreadableError, match=r"not read: the attachment rents\.pdf"):
        parse_mail(letter.as_bytes(), "x.eml")
