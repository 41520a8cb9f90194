"""Ask servers politely: one question a host, a gap before the next, four hosts at once."""

import logging
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, as_completed
from threading import Semaphore, Thread
from time import sleep
from typing import TypeVar

from briefreader.ingest.fetch import Fetched, FetchError
from briefreader.model.addresses import hostname_of

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
    asked = _begin(questions, address, ask, gap_s)
    for promise in as_completed(asked):
        yield asked.pop(promise), promise.result()


def _begin(
    questions: Sequence[Question],
    address: Callable[[Question], str],
    ask: Callable[[Question], Fetched],
    gap_s: float,
) -> dict["Future[Answer]", Question]:
    """Start a thread for each host; what was answered is then held by nobody but who asked."""
    by_host: dict[str | None, deque[Promised[Question]]] = defaultdict(deque)
    for question in questions:
        by_host[hostname_of(address(question))].append((question, Future()))
    asked = {promise: question for listed in by_host.values() for question, promise in listed}
    turns = Semaphore(_HOSTS_AT_ONCE)
    for listed in by_host.values():
        Thread(target=_ask_host, args=(listed, ask, gap_s, turns), daemon=True).start()
    return asked


def _ask_host(
    listed: deque[Promised[Question]], ask: Callable[[Question], Fetched], gap_s: float, turns: Semaphore
) -> None:
    with turns:
        while listed:
            question, promise = listed.popleft()
            promise.set_result(_answer(question, ask))
            del promise
            if listed:
                sleep(gap_s)


def _answer(question: Question, ask: Callable[[Question], Fetched]) -> Answer:
    try:
        return ask(question)
    except FetchError as error:
        return error
    except Exception as error:  # a promise must be kept, or all would wait for it
        logger.exception("question=%s", question)
        return FetchError(f"could not be fetched ({type(error).__name__})")
