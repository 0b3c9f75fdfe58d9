"""From an entry of a contact log to a reading: the log's own contact, and what its remarks tell beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dragoman.actors.component import ActorsComponent
from dragoman.actors.knowledge import knowledge_base
from dragoman.coding.contexts import contexts_of
from dragoman.coding.ontology import derive_plover
from dragoman.logs.carrier import Carrier, carry, says_more
from dragoman.logs.parties import Parties, Party
from dragoman.logs.places import inside, locate
from dragoman.reader import Reader
from dragoman.schema import Actor, Document, Event, Mention, Participant, Place, Reading, Span, Time, Warning_
from dragoman.sources.contacts import ContactEntry, Named

MODES: Final = {
    "meeting": None,
    "call": "phone",
    "visit": "visit",
    "conference": "multilateral",
    "letter": None,
    None: None,
}
_FACTS = (
    "events",
    "statements",
    "positions",
    "counts",
    "agreements",
    "designations",
    "memberships",
    "profiles",
)


class LogReader:
    """Reads entries of contact logs with a reader's own knowledge of actors, and its reading of the remarks."""

    def __init__(self, reader: Reader | None = None) -> None:
        self.reader = reader if reader is not None else Reader()
        component = self.reader.nlp.get_pipe("dragoman_actors")
        self.parties = Parties(component.kb if isinstance(component, ActorsComponent) else knowledge_base())

    def read(self, entry: ContactEntry) -> Reading:
        """The reading of one entry. Its document is the entry's text; the events are `log.*` and the remarks'."""
        return _Entry(self, entry).reading()


class _Entry:
    """One entry on its way."""

    def __init__(self, log: LogReader, entry: ContactEntry) -> None:
        self.entry = entry
        self.reader, self.parties = log.reader, log.parties
        self.on = entry.dates.start
        self.warnings: list[Warning_] = []
        self.hosts = [self._host(n) for n in entry.recipients]
        self.actors = [p for n in entry.actors for p in self.parties.all(n, self.on)]
        self.places = [self._place(n) for n in entry.places]
        if entry.kind == "visit" and not self.hosts:
            self._find_host()
        for p in (*self.actors, *self.hosts):
            if p.doubt is not None:
                self.warnings.append(Warning_(kind="role mismatch", span=p.span, message=p.doubt))

    def _host(self, named: Named) -> Party:
        if not named.is_country:
            return self.parties.one(named, self.on)
        party = self.parties.host(named, self.on)
        if not party.known:
            message = f"no state of this name is known: {named.name}"
            self.warnings.append(Warning_(kind="unknown name", span=named.span, message=message))
        return party

    def _find_host(self) -> None:
        """The host of a visit of which the log says only the place: its state; people of that state are hosts."""
        country = next((p.country for p in self.places if p.country), None)
        if country is None:
            return
        self.hosts = [p for p in self.actors if p.actor.country == country]
        self.actors = [p for p in self.actors if p.actor.country != country]
        if not self.hosts:
            state = self.parties.kb.state(country)
            if state is not None:
                self.hosts = [Party(state, None, self.parties.kb.with_article(state.name), True)]

    def _place(self, named: Named) -> Place:
        whole = self.parties.called(named.name, self.on)
        if whole is not None and (
            named.country is None or locate(named.name, whole.country, None).lat is None
        ):
            return Place(
                name=whole.name, country=whole.country, span=named.span
            )  # also `Malta`, under a colonial power
        country = None
        if named.country is not None:
            stated = inside(named.name)
            state = (self.parties.called(stated, self.on) if stated else None) or self.parties.state(
                Named(named.country), self.on
            )
            return locate(named.name, state.country if state is not None else None, named.span)
        # `Hotel du Lac, Geneva, Switzerland`: the state last, and the first part that the gazetteer knows
        parts = [p.strip() for p in named.name.split(",") if p.strip()]
        state = self.parties.called(parts[-1], self.on) if len(parts) > 1 else None
        if state is not None:
            country, parts = state.country, parts[:-1]
        found = [locate(p, country, named.span) for p in parts]
        return next((p for p in found if p.lat is not None), found[0] if found else Place(name=named.name))

    # The log's own contact ------------------------------------------------------------

    def _time(self) -> Time:
        dates = self.entry.dates
        return Time(start=dates.start, end=dates.end, precision=dates.precision, span=self.entry.dated)

    def _where(self) -> Place | None:
        """The first place that the log names; the host's state where it names none."""
        if self.places:
            return self.places[0]
        for host in self.hosts:
            if host.actor.kind == "state":
                return Place(name=host.actor.name, country=host.actor.country, span=host.span)
        return None

    def _own(self) -> Event | None:
        """The contact that the entry is, `None` when the log names fewer than two sides."""
        entry = self.entry
        actors, recipients = _people(self.actors), _people(self.hosts)
        if len(actors) + len(recipients) < 2 or not actors:
            return None
        mode = MODES[entry.kind]
        if mode == "visit" and not recipients:
            mode = None
        named = [s for p in (*self.actors, *self.hosts) if (s := p.span) is not None]
        place = self._where()
        spans = [*named, entry.dated, *([place.span] if place is not None and place.span is not None else [])]
        evidence = (min(a for a, _ in spans), max(b for _, b in spans))
        return Event(
            id="e1",
            act="CONSULT",
            mode=mode,
            status=entry.status,
            actors=actors,
            recipients=recipients,
            time=self._time(),
            place=place,
            topics=list(entry.topics),
            contexts=contexts_of(entry.text),
            plover=derive_plover("CONSULT", mode, entry.status),
            evidence=evidence,
            trigger=place.span
            if mode == "visit" and place is not None and place.span is not None
            else entry.dated,
            rule=f"log.{entry.log}.{entry.kind or 'contact'}",
            confidence=1.0,
        )

    # What the remarks tell ------------------------------------------------------------

    def _carrier(self) -> Carrier | None:
        entry = self.entry
        said = " ".join(entry.text[a:b] for a, b in entry.remarks)
        if not said or not says_more(said):
            return None
        who = self.actors[0] if self.actors else None
        if who is None or entry.kind != "visit":
            return carry(
                entry.text,
                entry.remarks,
                subject=who.called if who else "",
                span=who.span if who else None,
                preamble="",
            )
        called = who.called
        if not who.known and who.actor.country is not None and who.actor.country in self.parties.kb.states:
            state = self.parties.kb.states[who.actor.country]
            called = f"{called} of {self.parties.kb.with_article(state.name)}"
        at = ", ".join(dict.fromkeys([*(p.name for p in self.places[:1]), *(h.called for h in self.hosts)]))
        preamble = f"{called} was in {at}." if at else ""
        return carry(entry.text, entry.remarks, subject=who.called, span=who.span, preamble=preamble)

    def _told(self, carrier: Carrier) -> dict[str, Any]:
        """The reader's reading of the carrier, with offsets into the entry."""
        document = Document(text=carrier.text, published=self.on)
        told = self.reader.read(document).model_dump(exclude={"schema_", "document"})
        subject = _people(self.actors[:1])[0].model_dump() if self.actors else None
        for name in (*_FACTS, "mentions", "warnings"):
            kept = []
            for fact in told[name]:
                anchor = fact.get("evidence") or fact.get("span")
                if anchor is None or carrier.inserted(anchor):
                    continue
                _move(fact, carrier, subject)
                if name == "mentions" and fact["span"] is not None:
                    fact["text"] = self.entry.text[fact["span"][0] : fact["span"][1]]
                if (fact.get("evidence") or fact.get("span")) is not None and fact.get(
                    "trigger", True
                ) is not None:
                    kept.append(fact)
            told[name] = kept
        return told

    def _fill(self, event: dict[str, Any]) -> None:
        """Give an event of the remarks what the log says of its time, place and status."""
        ours = {p.actor.id for p in self.actors}
        if event["status"] == "actual" and self.entry.status != "actual":
            event["status"] = self.entry.status
            event["plover"] = derive_plover(event["act"], event["mode"], event["status"]).model_dump()
        if event["status"] != self.entry.status or not ours & {
            p["id"] for p in (*event["actors"], *event["recipients"])
        }:
            return
        if event["time"] is None:
            event["time"] = self._time().model_dump()
        said = event["place"] is not None and event["place"]["span"] is not None  # else it is the carrier's
        if not said and event["act"] == "CONSULT" and event["mode"] != "phone":
            place = self._stay()
            event["place"] = place.model_dump() if place is not None else None

    def _met(self, event: dict[str, Any], kinds: dict[str, str]) -> None:
        """A meeting with people on a visit is no visit of its own: the log's contact says who came to whom."""
        people = event["recipients"]
        if event["act"] == "CONSULT" and event["mode"] == "visit" and people:
            if all(kinds.get(p["id"]) == "person" for p in people):
                event["actors"], event["recipients"] = _unique([*event["actors"], *people]), []
                event["mode"] = None
                event["plover"] = derive_plover("CONSULT", None, event["status"]).model_dump()

    def _stay(self) -> Place | None:
        """Where somebody was all through the entry: its one place, or the state of several."""
        if len(self.places) > 1 and self.hosts:
            host = self.hosts[0]
            return Place(name=host.actor.name, country=host.actor.country, span=host.span)
        return self._where()

    def reading(self) -> Reading:
        """The whole reading."""
        entry = self.entry
        own = self._own()
        carrier = self._carrier()
        told = (
            self._told(carrier)
            if carrier is not None
            else {name: [] for name in ("actors", "mentions", "warnings", *_FACTS)}
        )
        events = [own.model_dump()] if own is not None else []
        ids: dict[str, str] = {}
        kinds = {a["id"]: a["kind"] for a in told["actors"]}
        for event in told["events"]:
            if own is not None and own.mode == "visit":
                self._met(event, kinds)
            if own is not None and _same(own, event):
                ids[event["id"]] = "e1"
                continue
            self._fill(event)
            ids[event["id"]] = event["id"] = f"e{len(events) + 1}"
            events.append(event)
        told["events"] = events
        _relink(told, ids)
        told["warnings"] = [*(w.model_dump() for w in self.warnings), *told["warnings"]]
        told["mentions"] = [*self._mentions(), *told["mentions"]]
        for k, mention in enumerate(told["mentions"], 1):
            mention["id"] = f"m{k}"
        told["actors"] = _actors([p.actor for p in (*self.actors, *self.hosts)], told)
        document = Document(
            id=entry.id, title=entry.title, text=entry.text, published=entry.published,
            publisher=entry.publisher, url=entry.url,
        )  # fmt: skip
        return Reading.model_validate({**told, "document": document.model_dump()})

    def _mentions(self) -> Iterator[dict[str, Any]]:
        for p in (*self.actors, *self.hosts):
            if p.span is not None:
                text = self.entry.text[p.span[0] : p.span[1]]
                yield Mention(id="m", span=p.span, text=text, actor=p.actor.id, via="name").model_dump()


def _people(parties: list[Party]) -> list[Participant]:
    out: dict[str, Participant] = {}
    for p in parties:
        a = p.actor
        out.setdefault(a.id, Participant.of(a, p.span))
    return list(out.values())


def _same(own: Event, event: dict[str, Any]) -> bool:
    """Whether the remarks only tell the log's own contact again: of its kind or of none, with nobody else in it.

    A traveller who `visited refugee camps` is on no other visit: the log gives every stop its entry.
    """
    if event["act"] != "CONSULT":
        return False
    ours = {p.id for p in (*own.actors, *own.recipients)}
    visitors = {p["id"] for p in event["actors"]}
    if own.mode == event["mode"] == "visit":
        return visitors <= ours
    theirs = visitors | {p["id"] for p in event["recipients"]}
    return theirs <= ours and (event["mode"] == own.mode or (event["mode"] is None and len(theirs) < 2))


def _is_span(item: Any) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and all(isinstance(x, int) for x in item)


def _is_person(item: Any) -> bool:
    return isinstance(item, dict) and {"id", "name", "span"} <= set(item)


def _move(value: dict[str, Any], carrier: Carrier, subject: dict[str, Any] | None) -> None:
    """Bring the spans of a fact from the carrier to the entry; the traveller put in is the log's own."""
    for name, item in value.items():
        if _is_span(item):
            value[name] = carrier.origin(item)
        elif _is_person(item):
            value[name] = _person(item, carrier, subject)
        elif isinstance(item, dict):
            _move(item, carrier, subject)
        elif isinstance(item, list) and item and all(map(_is_span, item)):
            value[name] = [s for c in item if (s := carrier.origin(c)) is not None]
        elif isinstance(item, list) and item and all(map(_is_person, item)):
            value[name] = _unique([_person(p, carrier, subject) for p in item])


def _person(person: dict[str, Any], carrier: Carrier, subject: dict[str, Any] | None) -> dict[str, Any]:
    span: Span | None = person["span"]
    if span is None:
        return person
    if subject is not None and carrier.inserted(span):
        return dict(subject)
    return {**person, "span": carrier.origin(span)}


def _unique(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: dict[str, dict[str, Any]] = {}
    for p in people:
        out.setdefault(p["id"], p)
    return list(out.values())


def _relink(told: dict[str, Any], ids: dict[str, str]) -> None:
    """Point what refers to events and statements at what is left of them."""
    statements = {s["id"] for s in told["statements"]}
    for event in told["events"]:
        if event["statement"] not in statements:
            event["statement"] = None
    for statement in told["statements"]:
        if statement["inside"] not in statements:
            statement["inside"] = None
    for position in told["positions"]:
        by = position["by"]
        position["by"] = by if by in statements else ids.get(by)


def _actors(own: list[Actor], told: dict[str, Any]) -> list[dict[str, Any]]:
    """Every actor that is referred to, the log's own first."""
    used: set[str] = {m["actor"] for m in told["mentions"]}
    for name in _FACTS:
        for fact in told[name]:
            used |= set(_ids(fact))
    out: dict[str, dict[str, Any]] = {a.id: a.model_dump() for a in own}
    for actor in told["actors"]:
        if actor["id"] in used:
            out.setdefault(actor["id"], actor)
    return list(out.values())


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if _is_person(value):
            yield value["id"]
        else:
            for item in value.values():
                yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)
