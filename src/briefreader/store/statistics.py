"""Counts of what the reader has done and has before them."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StatisticsTable:
    """Counts; changes nothing."""

    _connection: sqlite3.Connection

    def read_by_day(self, since: date) -> Mapping[str, int]:
        """Return how many articles were marked read on each day, and stand so, as the journal knows it."""
        return self._pairs(
            """
            SELECT substr(at, 1, 10), count(DISTINCT row_id) FROM journal
            WHERE table_name = 'articles' AND status = 'done' AND at >= :since AND json_extract(after, '$.is_read') = 1
            GROUP BY 1 ORDER BY 1
            """,
            since=since.isoformat(),
        )

    def added_days_in_inbox(self, today: date) -> Mapping[str, int]:
        """Return how many articles of the inbox came in on each day, the oldest first; what is snoozed is not in it."""
        return self._pairs(
            """
            SELECT substr(added_at, 1, 10), count(*) FROM articles
            WHERE state = 'inbox' AND (snoozed_until IS NULL OR snoozed_until <= :today) GROUP BY 1 ORDER BY 1
            """,
            today=today.isoformat(),
        )

    def stances(self) -> Mapping[str, int]:
        """Return how many pieces of evidence there are of each stance."""
        return self._pairs("SELECT stance, count(*) FROM annotations WHERE stance IS NOT NULL GROUP BY 1 ORDER BY 1")

    def origins(self, most: int) -> Mapping[str, int]:
        """Return the origins that most evidence comes from."""
        return self._pairs(
            """
            SELECT origin, count(*) FROM annotations WHERE origin IS NOT NULL
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most
            """,
            most=most,
        )

    def corrections(self) -> Mapping[str, int]:
        """Return how often texts of each publisher were changed after they had been taken in."""
        return self._pairs(
            """
            SELECT publisher, sum(texts - 1) FROM articles JOIN (
                SELECT article_id, count(*) AS texts FROM revisions GROUP BY 1 HAVING count(*) > 1
            ) ON article_id = id WHERE publisher IS NOT NULL GROUP BY 1 ORDER BY 1
            """
        )

    def stances_by_publisher(self) -> Mapping[tuple[str, str], int]:
        """Return how many pieces of evidence of each stance come from each publisher's articles."""
        rows = self._connection.execute(
            """
            SELECT publisher, stance, count(*) FROM annotations JOIN articles ON articles.id = article_id
            WHERE stance IS NOT NULL AND publisher IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
            """
        )
        return {(publisher, stance): count for publisher, stance, count in rows}

    def _pairs(self, statement: str, **parameters: object) -> Mapping[str, int]:
        return dict(self._connection.execute(statement, parameters).fetchall())
