from briefreader.ingest.plain_text import parse_plain_text


def blocks(text: str) -> list[tuple[str, str, str]]:
    return [(draft.kind, draft.marker, draft.text) for draft in parse_plain_text(text)]


def test_short_capitalised_lines_are_headings_and_sentences_are_paragraphs() -> None:
    assert blocks("What Changed\nIt moved to Bergen.\nSecond-Order Effects\nNobody knows.") == [
        ("heading", "", "What Changed"),
        ("paragraph", "", "It moved to Bergen."),
        ("heading", "", "Second-Order Effects"),
        ("paragraph", "", "Nobody knows."),
    ]


def test_bullets_and_numbers_of_every_shape_are_items() -> None:
    assert blocks("  • one\n- two\n- 3Three\n4. four\n5) five") == [
        ("item", "•", "one"),
        ("item", "•", "two"),
        ("item", "3.", "Three"),
        ("item", "4.", "four"),
        ("item", "5.", "five"),
    ]


def test_lines_broken_at_a_width_are_joined() -> None:
    line = "This text came by mail, and it was broken at a width of seventy."
    text = "\n".join([line] * 5 + ["Short end.", "", "• an item"])

    assert blocks(text) == [
        ("paragraph", "", " ".join([line] * 5 + ["Short end."])),
        ("item", "•", "an item"),
    ]


def test_hashes_are_headings_of_their_level() -> None:
    (draft,) = parse_plain_text("### Why this matters")

    assert (draft.kind, draft.level, draft.text) == ("heading", 3, "Why this matters")


def test_several_rows_under_a_glued_heading_are_split_at_their_joints() -> None:
    found = blocks("Bull CaseBear Case\nRents are steady.Rents are low.\nCash grows.Debt grows.\nThe end of it.")

    assert [text for _, _, text in found] == [
        "Bull Case",
        "Rents are steady.",
        "Cash grows.",
        "Bear Case",
        "Rents are low.",
        "Debt grows.",
        "The end of it.",
    ]


def test_a_line_of_signs_parts_what_is_above_and_below() -> None:
    rule = "=" * 70
    drafts = parse_plain_text(
        f"{rule}\n  RENT REPORT\n  Made by the council for its members\n{rule}\n\n{'─' * 60}\nText is here."
    )

    assert [draft.kind for draft in drafts] == ["rule", "heading", "paragraph", "rule", "rule", "paragraph"]


def test_a_label_with_a_figure_is_no_heading() -> None:
    assert [draft.kind for draft in parse_plain_text("Vacancy Rate: 0.505\n\nThe Vacancy Rate")] == [
        "paragraph",
        "heading",
    ]


def test_references_of_a_page_are_read_where_there_are_several() -> None:
    [draft] = parse_plain_text("The town&#8217;s rents&nbsp;fell by 4&#37; &amp; more.")

    assert draft.text == "The town’s rents\u00a0fell by 4% & more."
    assert parse_plain_text("Write &amp; for the sign.")[0].text == "Write &amp; for the sign."
