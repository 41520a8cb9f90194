"""Who says what an address leads to."""

import pytest

from briefreader.analysis.names.hosts import speaker_of


@pytest.mark.parametrize(
    ("url", "words", "name"),
    [
        pytest.param("https://www.reuters.com/a", "", "Reuters", id="a publisher"),
        pytest.param("https://github.com/orrin/halls/releases", "", "orrin/halls", id="a code host"),
        pytest.param("https://x.com/orrin/status/1", "", "@orrin", id="an account"),
        pytest.param("https://news.google.com/rss/x", "Ships rise - Reuters", "Reuters", id="an aggregator"),
        pytest.param("https://news.google.com/rss/x", "Ships rise - orrin.com", "orrin.com", id="a site named behind"),
        pytest.param("https://news.google.com/rss/x", "Ships rise", "news.google.com", id="nobody named"),
        pytest.param("https://web.archive.org/web/2026/https://www.reuters.com/a", "", "Reuters", id="an archive"),
        pytest.param("https://orrin.example/a", "", "orrin.example", id="an unknown site"),
    ],
)
def test_the_speaker_of_an_address_is_told(url: str, words: str, name: str) -> None:
    assert speaker_of(url, words).source.name == name


def test_an_aggregator_only_passes_on() -> None:
    assert speaker_of("https://news.google.com/a").is_relay
    assert not speaker_of("https://www.reuters.com/a").is_relay
