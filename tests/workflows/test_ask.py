from threading import Barrier

from briefreader.ingest.fetch import Fetched, FetchError
from briefreader.workflows.ask import ask_all


def test_one_host_is_asked_one_question_after_another_in_their_order() -> None:
    questions = [f"https://a.example/{number}" for number in range(20)]
    told: list[str] = []

    def ask(url: str) -> Fetched:
        told.append(f"begins {url}")
        told.append(f"ends {url}")
        return Fetched(url=url, status=200, data=b"")

    answers = dict(ask_all(questions, str, ask, 0.0))

    assert told == [f"{what} {url}" for url in questions for what in ("begins", "ends")]
    assert answers.keys() == set(questions)


def test_hosts_are_asked_side_by_side() -> None:
    both = Barrier(2, timeout=30)

    def ask(url: str) -> Fetched:
        both.wait()
        return Fetched(url=url, status=200, data=b"")

    asked = ask_all(["https://a.example/", "https://b.example/"], str, ask, 0.0)

    assert all(isinstance(answer, Fetched) for _, answer in asked)


def test_what_goes_wrong_is_an_answer_in_words_and_keeps_no_other_away() -> None:
    def ask(url: str) -> Fetched:
        raise FetchError("broke off") if url.endswith("1") else ZeroDivisionError

    answers = dict(ask_all(["https://a.example/1", "https://a.example/2"], str, ask, 0.0))

    assert {url: str(answer) for url, answer in answers.items()} == {
        "https://a.example/1": "broke off",
        "https://a.example/2": "could not be fetched (ZeroDivisionError)",
    }
