"""The coding component: from coded acts to events with evidence, time, place, topics and contexts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.coding.coded import Coded
from dragoman.coding.coder import Coder
from dragoman.coding.contacts import words
from dragoman.coding.contexts import contexts_of
from dragoman.coding.distractors import Distractors
from dragoman.coding.lexicon import Lexicon, load_lexicon
from dragoman.coding.merge import VERBAL, Told, merge
from dragoman.coding.ontology import derive_plover
from dragoman.coding.participants import Found, nameless
from dragoman.coding.quoted import only_quoted
from dragoman.coding.retold import described, once
from dragoman.coding.setting import HISTORY, Narrative, place_of, time_of
from dragoman.coding.status import BEFORE, NEGATION, Judged, governors
from dragoman.coding.topics import topics_of
from dragoman.language import Grammar, grammar, layout_of
from dragoman.schema import Event, Participant

# Auxiliaries of a past tense.
_PAST = frozenset({"was", "were", "had", "has", "have"})
# Acts of states that are none when private people do the like: a reporter visits a border, an agency passes news on.
_MATERIAL = frozenset({"CONSULT", "COOPERATE", "AID"})
_PRIVATE = frozenset({"JRN"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_OPENING = 3  # sentences behind the title that tell again what it tells
_SKIP = frozenset({"label", "related", "byline", "repeat"})

for _name in ("events",):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


def codable(doc: Doc) -> list[int]:
    """Tokens to code: the body's; the title's when there is no body; never links and bylines."""
    layout = layout_of(doc)
    body = [b for b in layout.blocks if b.kind == "body"]
    blocks = body or [b for b in layout.blocks if b.kind not in _SKIP]
    starts = grammar(doc).start
    return [i for b in blocks for i in range(bisect_left(starts, b.start), bisect_left(starts, b.end))]


def _by_title(doc: Doc, told: list[Told]) -> None:
    """Talks of the opening are by telephone where the title calls them so: `Blinken's Call with Colonna`, and `spoke with`."""
    g, layout = grammar(doc), layout_of(doc)
    title = next((b for b in layout.blocks if b.kind == "title"), None)
    if title is None:
        return
    inside = range(bisect_left(g.start, title.start), bisect_left(g.start, title.end))
    called = any(
        g.lower[i] in words()["titled_calls"]
        and (g.lower[i + 1] if i + 1 < g.n else "") not in words()["calls_upon"]
        for i in inside
    )
    if not called:
        return
    ids = {a.id for i in inside for m in doc._.mentions.covering(i) for a in m.actors}
    opening = g.sent[inside[-1]] + _OPENING
    for t in told:
        one = t.coded
        parties = {f.actor.id for f in (*one.actors, *one.recipients)}
        plain = one.act == "CONSULT" and one.mode is None and t.place is None and t.sentence <= opening
        if plain and len(parties) > 1 and parties <= ids:
            one.mode = "phone"
            one.why.append("mode phone: the title tells of a call")


class CodingComponent:
    """Writes `doc._.events` from the parse, mentions, times, places and statements."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Code a doc."""
        coder = Coder(doc, self.lexicon)
        g = coder.g
        told = once(g, merge([one for one, left_out in self.tellings(doc, coder) if left_out is None]))
        _by_title(doc, told)
        Narrative(doc, g, told).carry_on()
        doc._.events = [self._event(doc, g, coder, number, t) for number, t in enumerate(told, 1)]
        return doc

    def tellings(self, doc: Doc, coder: Coder) -> Iterator[tuple[Told, str | None]]:
        """Every act coded in a doc, each with `None` or why it makes no event; one act told twice comes twice."""
        g, distractors = coder.g, Distractors(doc)
        for one in coder.coded(codable(doc)):
            evidence = _evidence(g, one)
            ahead = one.status.status == "future"
            time = None if one.met else time_of(doc, g, one.trigger, one.carrier, one.act, ahead=ahead)
            place = None if one.met else place_of(doc, g, one.trigger, one.carrier, one.act)
            self._settle(doc, one, time)
            if place is None or not place.inner:
                _as_visit(doc, one, place)
            if coder.contacts.tour_at_home(one, place.place if place is not None else None):
                one.recipients = []
            told = Told(
                one,
                time.time if time is not None else None,
                place.place if place is not None else None,
                evidence,
                g.sent[one.trigger],
                _words(g, one, evidence),
            )
            left_out = (
                "it only says who somebody is" if described(g, one) else _worthless(one) or _broken(g, one)
            )
            if left_out is None and only_quoted(g, coder.people, one):
                left_out = "it is only told in a quotation"
            yield told, left_out or distractors.why(one, told.time)

    def _settle(self, doc: Doc, one: Coded, time: object) -> None:
        """Let a resolved date decide between future, actual and historical."""
        today = doc._.today
        when = getattr(time, "time", None)
        if when is None or today is None:
            return
        status = one.status.status
        if status == "actual" and when.end < today.isoformat():
            from datetime import date  # noqa: PLC0415

            if (today - date.fromisoformat(when.end)).days > HISTORY:
                one.status = Judged("historical", f"dated {when.end}, over {HISTORY} days before")
        elif status == "actual" and when.start > today.isoformat() and when.precision in ("day", "week"):
            if _told_as_past(grammar(doc), one):
                return  # "was freed the next day": of the day that was told before
            one.status = Judged("future", f"dated {when.start}, after publication")

    def _event(self, doc: Doc, g: Grammar, coder: Coder, number: int, told: Told) -> Event:
        one = told.coded
        status = one.status.status
        trigger = (g.start[one.trigger], g.end[one.trigger])
        statement = coder.people.statement_at(trigger[0])
        return Event(
            id=f"e{number}",
            act=one.act,
            mode=one.mode,
            status=status,
            actors=[_participant(f) for f in one.actors],
            recipients=[_participant(f) for f in one.recipients],
            time=told.time,
            place=told.place,
            topics=topics_of(g, (one.trigger, one.carrier), doc._.times or ()),
            contexts=_contexts(doc, trigger[0]),
            plover=derive_plover(one.act, one.mode, status),  # type: ignore[arg-type]
            evidence=told.evidence,
            trigger=trigger,
            rule=one.entry_id,
            confidence=round(max(0.1, min(1.0, one.confidence)), 2),
            statement=statement.id if statement is not None else None,
            why=one.why,
        )


def _told_as_past(g: Grammar, one: Coded) -> bool:
    """Whether the verb of an act is in a past tense."""
    v = one.trigger if one.carrier is None else one.carrier
    return g.is_verb(v) and (g.tag[v] == "VBD" or any(g.lower[a] in _PAST for a in g.auxiliaries(v)))


def _participant(found: Found) -> Participant:
    return found.participant()


def _evidence(g: Grammar, one: Coded) -> tuple[int, int]:
    """The clause that reports the act, widened to the spans of its participants in the same sentence."""
    anchor = one.carrier if one.carrier is not None else one.trigger
    if one.kind == "noun" and one.carrier is None:
        start, end = g.span(one.trigger)
    else:
        if not g.is_verb(anchor) and g.is_verb(g.head[anchor]):
            anchor = g.head[anchor]
        start, end = g.clause(anchor)
    first, last = g.sentence_span(one.trigger)
    start, end = max(start, first), min(end, last)
    for f in (*one.actors, *one.recipients):
        if f.direct and first <= f.span[0] and f.span[1] <= last and f.span[0] > start - 60:
            start, end = min(start, f.span[0]), max(end, f.span[1])
    trigger = (g.start[one.trigger], g.end[one.trigger])
    return min(start, trigger[0]), max(end, trigger[1])


def _words(g: Grammar, one: Coded, evidence: tuple[int, int]) -> frozenset[str]:
    """Lemmas of the clause of an act of speech, but for its verb, its parties and words without content."""
    if one.act not in VERBAL:
        return frozenset()
    parties = [f.span for f in (*one.actors, *one.recipients)]
    first, last = bisect_left(g.start, evidence[0]), bisect_left(g.start, evidence[1])
    return frozenset(
        g.lemma[i]
        for i in range(first, last)
        if g.pos[i] in _CONTENT
        and i not in (one.trigger, one.carrier)
        and not any(start <= g.start[i] < end for start, end in parties)
    )


def _as_visit(doc: Doc, one: Coded, place: object) -> None:
    """A meeting in the country of exactly one of its parties is a visit there (codebook, CONSULT modes).

    Not one told by the building where it was, or with `there`: that is a meeting held on a visit.
    """
    if one.act != "CONSULT" or one.mode is not None or one.recipients:
        return
    where = getattr(getattr(place, "place", None), "country", None)
    if where is None or len(one.actors) < 2:
        return
    hosts = [f for f in one.actors if f.actor.country == where]
    guests = [
        f
        for f in one.actors
        if f.actor.country != where and (f.actor.country is not None or f.actor.kind == "person")
    ]
    if hosts and guests and len(hosts) + len(guests) == len(one.actors):
        one.actors, one.recipients, one.mode = guests, hosts, "visit"
        one.why.append(f"mode visit: the meeting is in {where}, the country of {hosts[0].actor.name}")


# Acts that `without` before them only says were not done.
_LEFT_UNDONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "REQUEST", "ACCUSE", "THREATEN"})


def _worthless(one: Coded) -> str | None:
    """Why no analyst would want an act: mere purposes and wishes, denials, a trip at home; else `None`."""
    why = one.status.why
    if one.status.status == "hypothetical" and (
        why.startswith(("infinitive under", "under")) or why in ("can", "must", "should")
    ):
        return f"it is only wished, possible or due ({why})"
    if one.act == "ASSAULT" and why in ("may", "might", "could") and nameless(one.actors):
        return f"that somebody may come to harm is no act ({why})"  # "more may have been killed"
    if one.act in _LEFT_UNDONE and why == "without":
        return "it is said not to have been done"  # "left without attacking anybody"
    if why.startswith("conditional") or (one.act != "CONSULT" and why.strip("'").lower() in BEFORE):
        return f"it is a condition, not told to happen ({why})"  # "until troops leave"
    if one.status.status == "negated" and why.lower() in ("'denied'", "'denies'", "'deny'", "'denying'"):
        return "a denial is not the act"
    if one.status == ("negated", NEGATION) and one.infinitive:
        return "it is only told not to be done"  # "told them not to attack the village"
    if one.status.status == "negated" and why.strip("'").lower() in governors()["nearly"]:
        return f"it only came near to it ({why})"
    if one.status.status == "negated" and one.act == "THREATEN":
        return "what is not threatened is no act"
    if one.status.status == "negated" and one.act == "REJECT":
        return "what is not refused is not thereby agreed to"  # "do not rule out a meeting"
    if one.act in ("SUPPORT", "CONCEDE") and one.status.status == "future" and one.predicated:
        return "a feeling to come is no act"  # "will be grateful"
    if one.act == "CONSULT" and one.mode == "phone" and any(f.actor.sector in _PRIVATE for f in one.actors):
        return "what is told to journalists is no contact"  # "told Reuters by telephone"
    if one.act in _MATERIAL and one.actors and all(f.actor.sector in _PRIVATE for f in one.actors):
        return "what journalists do is no act of state"
    if one.entry_id.startswith("threaten.warn") and _to_own_people(one):
        return "one's own people are warned of others, not threatened"  # "warned Russians not to travel"
    alone = not one.recipients and len({f.actor.id for f in one.actors}) < 2
    if alone and one.act == "COOPERATE" and all(f.actor.kind != "unnamed" for f in one.actors):
        return "one party cannot cooperate"
    if alone and one.act == "CONSULT" and one.mode in (None, "phone"):
        if all(f.actor.kind == "person" for f in one.actors):
            return "a contact needs two parties, and one at most can be told here"
    if why == "purpose clause" and one.kind == "verb":
        return "it is a purpose, not told as done"
    if one.act == "CONSULT" and one.mode == "visit":
        hosts = {f.actor.country for f in one.recipients}
        guests = {f.actor.country for f in one.actors}
        at_home = one.entry_id.startswith("consult.") and hosts and hosts == guests and None not in hosts
        if all(f.only_named for f in one.actors) and all(f.actor.kind == "state" for f in one.recipients):
            return "the trip of somebody without office is no visit"
        if at_home and not all(f.actor.kind == "person" for f in one.recipients):
            return "a trip at home is no visit"
    return None


def _to_own_people(one: Coded) -> bool:
    """Whether an act is done to nobody but the people of the one state that does it."""
    homes = {f.actor.country for f in one.actors}
    return len(homes) == 1 and {(f.actor.kind, f.actor.country) for f in one.recipients} == {
        ("population", *homes)
    }


def _broken(g: Grammar, one: Coded) -> str | None:
    """Why a promise that is not kept, or a truce that is over, makes no act: `failed to keep its promises`; else `None`."""
    v = one.trigger
    if g.is_verb(v) and g.dep[v] in ("acl", "ccomp") and g.lemma[g.head[v]] in governors()["alleged"]:
        return "it is only alleged"  # "denied allegations that it was arming the rebels"
    if one.mode == "ceasefire" and one.kind == "noun":
        v = g.head[one.trigger] if one.carrier is None else one.carrier
        if g.lemma[v] in governors()["running_out"] and one.trigger in g.subjects(v):
            return "a truce that is over is none"
    kept = one.carrier is not None and g.lemma[one.carrier] in governors()["fulfilling"]
    return "a promise that is not kept was made before" if kept and one.status.status == "negated" else None


def _contexts(doc: Doc, offset: int) -> list[str]:
    kept: dict[int, list[str]] = doc.user_data.setdefault("dragoman_contexts", {})
    for block in layout_of(doc).blocks:
        if block.start <= offset < block.end:
            if block.start not in kept:
                kept[block.start] = contexts_of(grammar(doc).text[block.start : block.end])
            return kept[block.start]
    return contexts_of(grammar(doc).text)


@Language.factory(
    "dragoman_coding",
    requires=[
        "doc._.mentions",
        "doc._.times",
        "doc._.places",
        "doc._.statements",
        "token.dep",
        "token.lemma",
    ],
    assigns=["doc._.events"],
    default_config={"lexicon": []},
)
def make_coding(nlp: Language, name: str, lexicon: Iterable[str]) -> CodingComponent:
    """Make the coding component; `lexicon` names files that go over the built-in one."""
    knowledge_base()  # loaded with the pipeline, not with the first document
    return CodingComponent(load_lexicon(Path(p) for p in lexicon))
