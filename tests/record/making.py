"""Readings made by hand, so that tests of the record need no parser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from dragoman.errors import DocumentError
from dragoman.record.occurrences import group
from dragoman.record.refresh import OWN, look, parsed
from dragoman.record.reports import reports_of
from dragoman.record.store import Entry, Record
from dragoman.schema import Actor, Document, Event, Participant, Place, Plover, Reading, Time
from dragoman.schema.reading import Act, Precision, Status
from dragoman.schema.record import Occurrence

# Who there is: persons with their state, states, crowds, and the unknown attacker.
PEOPLE: Final = {
    a.id: a
    for a in (
        Actor(id="RUS", name="Russia", kind="state", country="RUS", sector="GOV"),
        Actor(id="USA", name="United States", kind="state", country="USA", sector="GOV"),
        Actor(id="FRA", name="France", kind="state", country="FRA", sector="GOV"),
        Actor(id="IRN", name="Iran", kind="state", country="IRN", sector="GOV"),
        Actor(id="sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS", sector="GOV"),
        Actor(id="vladimir-putin", name="Vladimir Putin", kind="person", country="RUS", sector="GOV"),
        Actor(id="john-kerry", name="John Kerry", kind="person", country="USA", sector="GOV"),
        Actor(id="barack-obama", name="Barack Obama", kind="person", country="USA", sector="GOV"),
        Actor(id="laurent-fabius", name="Laurent Fabius", kind="person", country="FRA", sector="GOV"),
        Actor(id="citizens", name="citizens", kind="population", country="FRA", sector="CVL"),
        Actor(id="dr-lavrov", name="Dr. Lavrov", kind="person", country="RUS", sector="GOV"),
        Actor(id="hillary-clinton", name="Hillary Clinton", kind="person", country="USA", sector="ELI"),
        Actor(id="RUS-people", name="Russians", kind="population", country="RUS", sector="CVL"),
        Actor(id="rus-people", name="Russians", kind="population", country="RUS", sector="CVL"),
        Actor(id="s-v-lavrov", name="S.V. Lavrov", kind="person", country="RUS", sector="GOV"),
        Actor(id="leaders", name="African leaders", kind="unnamed", country=None, sector="GOV"),
        Actor(id="rebels", name="rebels", kind="armed group", country="FRA", sector="REB"),
        Actor(
            id="fra-reb-militant", name="French militants", kind="armed group", country="FRA", sector="REB"
        ),
        Actor(id="opposition", name="protesters", kind="party", country="FRA", sector="OPP"),
        Actor(id="ministry", name="Ministry of Justice", kind="government body", country="FRA", sector="GOV"),
        Actor(id="citizen-lavrov", name="Igor Lavrov", kind="person", country="FRA", sector="CVL"),
        Actor(id="captive-sergey-lavrov", name="Sergey Lavrov", kind="person", country="FRA", sector="REB"),
        Actor(id="eu", name="EU", kind="intergovernmental organisation", country=None, sector="IGO"),
        Actor(id="band", name="Breton Front", kind="armed group", country="FRA", sector="REB"),
        Actor(id="band-leader", name="Yann Le Goff", kind="person", country="FRA", sector="REB"),
        Actor(id="warplanes", name="warplanes", kind="unnamed", country=None, sector="MIL"),
        Actor(id="fra-prm-militia", name="militia", kind="armed group", country="FRA", sector="PRM"),
        Actor(id="fra-prm-militiaman", name="militiamen", kind="armed group", country="FRA", sector="PRM"),
        Actor(id="UAF", name="unknown attackers", kind="unnamed", country=None, sector="UAF"),
    )
}
MOSCOW: Final = Place(name="Moscow", country="RUS", lat=55.75, lon=37.62)
SOCHI: Final = Place(name="Sochi", country="RUS", lat=43.6, lon=39.73)
PARIS: Final = Place(name="Paris", country="FRA", lat=48.85, lon=2.35)
GENEVA: Final = Place(name="Geneva", country="CHE", lat=46.2, lon=6.15)
RUSSIA: Final = Place(name="Russia", country="RUS")

# Characters that an event of a hand-made text takes; its trigger is the first six of them.
WIDTH: Final = 24


def when(text: str | None) -> Time | None:
    """A time from ISO 8601: a year, month, day, or `day/day`; `decade` and `week` by a letter before the day."""
    if text is None:
        return None
    if "/" in text:
        start, end = text.split("/")
        return Time(start=start, end=end, precision="day")
    precision: Precision
    match len(text):
        case 4:
            start, end, precision = f"{text}-01-01", f"{text}-12-31", "year"
        case 7:
            last = {"02": 28, "04": 30, "06": 30, "09": 30, "11": 30}.get(text[5:], 31)
            start, end, precision = f"{text}-01", f"{text}-{last}", "month"
        case _:
            start, end, precision = date.fromisoformat(text).isoformat(), text, "day"
    return Time(start=start, end=end, precision=precision)


def people(*ids: str) -> list[Participant]:
    """Participants by their ids; unknown ids are states of their own name."""
    return [
        Participant(id=i, name=PEOPLE[i].name, country=PEOPLE[i].country, sector=PEOPLE[i].sector)
        for i in ids
    ]


def told(
    act: Act = "CONSULT",
    actors: str = "john-kerry sergey-lavrov",
    recipients: str = "",
    on: str | None = None,
    *,
    mode: str | None = None,
    status: Status = "actual",
    place: Place | None = None,
    topics: Iterable[str] = (),
    rule: str = "test.rule",
    confidence: float = 0.9,
) -> dict[str, Any]:
    """An event as `reading` takes it; participants are ids with spaces between."""
    return {
        "act": act, "mode": mode, "status": status, "actors": people(*actors.split()),
        "recipients": people(*recipients.split()), "time": when(on), "place": place, "topics": list(topics),
        "rule": rule, "plover": Plover(event=act, score=0.0), "confidence": confidence,
    }  # fmt: skip


def reading(
    name: str,
    *events: dict[str, Any],
    published: str | None = "2015-12-15",
    publisher: str | None = None,
    text: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Reading:
    """A reading of a document called `name` that tells some events, each at characters of its own."""
    words = text if text is not None else f"{name} tells this story."
    words = words.ljust(WIDTH * len(events) + 1, ".")
    made = [
        Event(id=f"e{n}", evidence=(at := WIDTH * (n - 1), at + WIDTH), trigger=(at, at + 6), **e)
        for n, e in enumerate(events, 1)
    ]
    named = dict.fromkeys(p.id for e in made for p in (*e.actors, *e.recipients))
    document = Document(id=name, text=words, published=published, publisher=publisher, title=title, url=url)
    return Reading(document=document, actors=[PEOPLE[i] for i in named], events=made)


def entries(*readings: Reading) -> list[Entry]:
    """Readings to be kept, each from a source of its document's name."""
    return [Entry(f"/news/{r.document.id}", r) for r in readings]


def kept_occurrences(record: Record) -> list[Occurrence]:
    """The occurrences that a record has, up to date, without its columns for looking up."""
    with look(record) as con:
        rows = con.execute(f"SELECT {OWN} FROM grouped").fetchall()
    return sorted(map(parsed, rows), key=lambda o: o.id)


def grouped(*readings: Reading) -> list[Occurrence]:
    """The occurrences of some readings, grouped at once."""
    return group([r for reading in readings for r in reports_of(reading)])


class FakeReader:
    """Reads a text that names an event: `CONSULT john-kerry sergey-lavrov 2015-12-15` and fails on `FAIL`."""

    def pipe(
        self,
        documents: Iterable[Document],
        *,
        processes: int = 1,
        on_error: Callable[[DocumentError], None] | None = None,
    ) -> Iterator[Reading]:
        """Readings of documents, in order."""
        del processes
        for document in documents:
            if document.text.startswith("FAIL"):
                assert on_error is not None
                on_error(DocumentError("D110", document.id, problem="told to fail"))
            else:
                yield self.read(document)

    def read(self, document: Document) -> Reading:
        """The reading of one document: the first line's event."""
        made = list(self._events(document.text.split("\n", 1)[0].split()))
        named = dict.fromkeys(p.id for e in made for p in (*e.actors, *e.recipients))
        return Reading(document=document, actors=[PEOPLE[i] for i in named], events=made)

    def _events(self, words: Sequence[str]) -> Iterator[Event]:
        if words[0] == "CONSULT":
            told_ = told("CONSULT", " ".join(words[1:3]), on=words[3])
            yield Event(id="e1", evidence=(0, 30), trigger=(0, 7), **told_)


def count(a: dict[str, Any], b: dict[str, Any], *, on: str = "2015-12-15") -> int:
    """How many occurrences two events make, in whatever order their texts are told or named."""
    found = {
        len(grouped(reading(x, first, published=on), reading(y, then, published=on)))
        for first, then in ((a, b), (b, a))
        for x, y in (("a", "b"), ("b", "a"))
    }
    assert len(found) == 1
    return found.pop()
