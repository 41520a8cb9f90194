import base64

from briefreader.analysis import unit_weights
from briefreader.analysis.unit_model import BUCKETS, KINDS


def test_there_is_a_weight_of_eight_bits_for_each_kind_and_feature() -> None:
    assert len(base64.b85decode(unit_weights.WEIGHTS)) == BUCKETS * len(KINDS)


def test_the_weights_say_where_they_come_from() -> None:
    about = " ".join(str(unit_weights.__doc__).split())

    for source in ("77 labelled briefings", "licences", "five reference texts", "claims.md", "sentences.py"):
        assert source in about
    assert "no evidence of accuracy" in about
