import pytest

from briefreader.ingest.page import parse_page
from briefreader.model.errors import UnreadableError


def test_an_element_of_countless_attributes_is_refused_at_once() -> None:
    flood = "<div " + " ".join(f'a{number}="x"' for number in range(200_000)) + ">x</div>"

    with pytest.raises(UnreadableError, match="more than 2,000 attributes"):
        parse_page(flood)


def test_a_long_value_is_no_flood_of_attributes() -> None:
    drawing = "<svg><path d='" + "12.34 56.78 " * 5_000 + "'/></svg>"
    script = "<script>if(a<b){x=[" + "1 , " * 20_000 + "]}</script>"

    assert "seen" in parse_page(f"<p>seen</p>{drawing}{script}").text_content()
