import pytest

from briefreader.ingest.redirects import undone_redirect


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://t.example/?u=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        (
            "https://t.example/?u=https%3A%2F%2Fs.example%2F%3Fto%3Dhttps%253A%252F%252Fa.example%252F",
            "https://a.example/",
        ),
        ("https://www.google.com/url?q=https://a.example/b&sa=D", "https://a.example/b"),
        ("https://t.example/?Redirect_URL=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://t.example/click?dest=https%3A%2F%2Fa.example%2F", "https://a.example/"),
        ("https://t.example/CL0/https:%2F%2Fa.example%2Fb%3Fc=d/1/0100-000000/x=403", "https://a.example/b?c=d"),
        ("https://x.r.us-east-1.awstrack.me/L0/https:%2F%2Fa.example%2Fb/1/0100/x=1", "https://a.example/b"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_b-2Dc-3Fd-3De-5Ff&d=DwMFaQ&c=x",
            "https://a.example/b-c?d=e_f",
        ),
        ("https://urldefense.com/v3/__https://a.example/b*c?d=e__;Iw!!abc$", "https://a.example/b#c?d=e"),
        ("https://urldefense.com/v3/__https:/a.example/**Bx*y__;w6nDqcOpw6nDqA!!abc$", "https://a.example/éééxéy"),
        (
            "https://urldefense.com/v3/__https://a.example/*__;A!!abc$",
            "https://urldefense.com/v3/__https://a.example/*__;A!!abc$",
        ),
        ("https://a.example/?q=1", "https://a.example/?q=1"),
        ("https://t.example/?url=javascript:x", "https://t.example/?url=javascript:x"),
        ("https://[bad", "https://[bad"),
    ],
)
def test_tracking_links_are_undone_where_the_target_stands_in_them(url: str, target: str) -> None:
    assert undone_redirect(url) == target
