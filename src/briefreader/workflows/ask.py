"""Ask servers politely: one question a host, a gap before the next, four hosts at once."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from threading import Semaphore, Thread
from time import sleep
from typing import TypeVar
from urllib.parse import urlsplit

from briefreader.ingest.fetch import Fetched, FetchError

Question = TypeVar("Question")
Answer = Fetched | FetchError
Promised = tuple[Question, "Future[Answer]"]

logger = logging.getLogger(__name__)

_HOSTS_AT_ONCE = 4


def ask_all(
    questions: Sequence[Question],
    address: Callable[[Question], str],
    ask: Callable[[Question], Fetched],
    gap_s: float,
) -> Iterator[tuple[Question, Answer]]:
    """Ask in threads that end with the process; yield each question with its answer, as it comes.

    Questions to one host are asked one after another, in their order.
    """
    by_host: dict[str | None, list[Promised[Question]]] = defaultdict(list)
    for question in questions:
        by_host[urlsplit(address(question)).hostname].append((question, Future()))
    turns = Semaphore(_HOSTS_AT_ONCE)
    for listed in by_host.values():
        Thread(target=_ask_host, args=(listed, ask, gap_s, turns), daemon=True).start()
    asked = {promise: question for listed in by_host.values() for question, promise in listed}
    for promise in as_completed(asked):
        yield asked.pop(promise), promise.result()


def _ask_host(
    listed: Sequence[Promised[Question]], ask: Callable[[Question], Fetched], gap_s: float, turns: Semaphore
) -> None:
    with turns:
        for number, (question, promise) in enumerate(listed):
            if number:
                sleep(gap_s)
            promise.set_result(_answer(question, ask))


def _answer(question: Question, ask: Callable[[Question], Fetched]) -> Answer:
    try:
        return ask(question)
    except FetchError as error:
        return error
    except Exception as error:  # a promise must be kept, or all would wait for it
        logger.exception("question=%s", question)
        return FetchError(f"could not be asked ({type(error).__name__})")
