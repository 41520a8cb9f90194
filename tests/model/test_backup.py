from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from briefreader.model.backup import Backup, backup_name, backup_named, kept

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def made(at: datetime) -> Backup:
    return Backup(at, backup_name(at))


def test_a_backup_is_known_by_its_name_and_nothing_else_is() -> None:
    backup = made(NOON)

    assert backup.name == "2026-06-15T120000Z.db"
    assert backup_named(backup.name) == backup
    assert backup_named("before-schema-8-from-7-12.db") is None
    assert backup_named("mine.db") is None


def test_a_year_of_days_leaves_twelve_days_ten_weeks_and_nine_months() -> None:
    backups = [made(NOON - timedelta(days=days)) for days in range(365)]

    stay = sorted(kept(backups), reverse=True)

    assert [one.at for one in stay[:12]] == [NOON - timedelta(days=days) for days in range(12)]
    assert len({one.at.isocalendar()[:2] for one in stay}) >= 10
    assert len({(one.at.year, one.at.month) for one in stay}) == 9
    assert len(stay) <= 12 + 10 + 9


@given(st.lists(st.datetimes(NOON.replace(tzinfo=None, year=2020), timezones=st.just(UTC)), max_size=60))
def test_the_newest_always_stays_and_thinning_again_takes_nothing(times: list[datetime]) -> None:
    backups = [made(at.replace(microsecond=0)) for at in times]

    stay = kept(backups)

    assert set(backups[:0]) <= stay <= set(backups)
    assert not backups or max(backups) in stay
    assert kept(stay) == stay
