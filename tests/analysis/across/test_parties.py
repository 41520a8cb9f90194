from datetime import date

from factories import a_document

from briefreader.analysis.across.parties import Parties
from briefreader.analysis.analyse import analyse
from briefreader.model.span import Span


def parties_of(text: str) -> Parties:
    document = a_document(text)
    return Parties(document, analyse(document, date(2026, 6, 10)))


def names(text: str) -> list[str]:
    return [mention.name for mention in parties_of(text).named_in(Span(0, len(text)))]


def test_an_article_is_about_the_company_that_it_speaks_of_most() -> None:
    assert parties_of("Nvidia sells to OpenAI. Nvidia grows. Nvidia hires.").subject == "nvidia"
    assert parties_of("Nothing is named here at all.").subject is None


def test_a_firm_that_nobody_knows_is_known_by_the_title() -> None:
    text = "Meridian Chips warns on costs today\n\nThis quarter, Meridian Chips grew by 19%. Then Meridian fell by 2%."

    assert names(text)[-2:] == ["meridian chips", "meridian chips"]


def test_places_and_what_is_cited_are_no_parties() -> None:
    text = "OpenAI rents the Bergen site in Oslo from Nvidia for years (Reuters, 3 May 2026)."

    assert names(text) == ["openai", "nvidia"]


def test_a_product_is_of_its_maker() -> None:
    parties = parties_of("OpenAI fears the Claude of Anthropic.")

    assert parties.is_of("claude", "anthropic")
    assert not parties.is_of("anthropic", "claude")
    assert not parties.is_of("openai", "anthropic")
    assert parties.company_before(3) == "openai"
    assert parties.company_before(0) == parties.subject
