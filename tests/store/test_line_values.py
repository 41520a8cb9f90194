import pytest

from briefreader.store.line_values import check_value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "019a8f2e-1111-7000-8000-000000000002"),
        ("id", 5),
        ("id", "n1:2"),
        ("published_on", "2026-04-13"),
        ("published_on", None),
        ("created_at", "2026-04-13T10:00:00+00:00"),
        ("url", "https://a.example/b?c=d"),
        ("tags", '["a", "b"]'),
        ("note", "anything ../at all"),
    ],
)
def test_what_briefreader_writes_passes(name: str, value: object) -> None:
    check_value(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "../../x"),
        ("article_id", "a b\n%% br:end x %%"),
        ("number", 10**30),
        ("published_on", "x"),
        ("due_last", 5),
        ("created_at", "2026-04-13T10:00:00"),
        ("added_at", "x"),
        ("url", "javascript:alert(1)"),
        ("tags", "5"),
        ("tags", "nope"),
        ("tags", "[5]"),
    ],
)
def test_what_it_never_writes_does_not(name: str, value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        check_value(name, value)
