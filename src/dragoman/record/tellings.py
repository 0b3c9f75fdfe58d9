"""What a record holds, reading by reading: as people judged them, in the order of publication, each event with its occurrence.

The order is that of days and ids, whatever was added first, so that the same readings give the same rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.record.judgements import Judgements
from dragoman.record.refresh import look
from dragoman.record.store import Record, restore
from dragoman.schema import Event, Reading

_PART: Final = 64  # readings fetched at once
_READINGS: Final = """
WITH told AS (SELECT occurrence, unnest(reports) AS report FROM occurrences),
of_document AS (
    SELECT report.document AS document, list(report.event) AS events, list(occurrence) AS occurrences
    FROM told GROUP BY ALL
)
SELECT text, reading, of_document.events, of_document.occurrences FROM current LEFT JOIN of_document USING (document)
ORDER BY published NULLS LAST, document
"""


class Tellings:
    """The readings of a record, one after the other, and the occurrences of the events of the one at hand."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._at_hand: tuple[str, dict[str, str]] = ("", {})

    def __iter__(self) -> Iterator[Reading]:
        judgements = Judgements(self._record.judgements())
        with look(self._record) as con:
            cursor = con.execute(_READINGS)
            while rows := cursor.fetchmany(_PART):
                for text, told, events, occurrences in rows:
                    reading = judgements.applied(restore(text, told))
                    own = zip(events or (), occurrences or (), strict=True)
                    self._at_hand = (reading.document.id, dict(own))
                    yield reading

    def occurrence_of(self, reading: Reading, event: Event) -> str | None:
        """The id of the occurrence that an event of the reading at hand is a telling of, where it is one."""
        document, occurrences = self._at_hand
        return occurrences.get(event.id) if document == reading.document.id else None
