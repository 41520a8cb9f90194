import rispy
from hypothesis import given
from works import WORK, WORKS

from briefreader.export.ris import render_ris
from briefreader.views.works import Work


def test_a_parser_reads_every_field() -> None:
    (record,) = rispy.loads(render_ris([WORK]))

    assert record == {
        "type_of_reference": "RPRT",
        "id": "bloomberg20260413",
        "title": "[Bloomberg, internal memo, 13 April 2026]",
        "secondary_title": "Bloomberg",
        "type_of_work": "internal memo",
        "year": "2026",
        "date": "2026/04/13/",
        "urls": [WORK.url],
        "access_date": "2026/06/15/",
        "keywords": ["q1", "margins"],
        "notes": ["Cited in One; Two"],
    }


@given(WORKS)
def test_no_value_begins_a_record_of_its_own(work: Work) -> None:
    records = rispy.loads(render_ris([work, WORK]))

    assert len(records) == 2
    assert records[0]["title"] == work.name
