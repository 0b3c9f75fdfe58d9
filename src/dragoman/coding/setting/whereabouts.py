"""Where an act was that names no place: at a seat, at a host's, at home, on a visit, beside what was told with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.actors.entries import State
from dragoman.actors.knowledge import fold
from dragoman.coding.merge import Told
from dragoman.coding.participants import Found
from dragoman.coding.setting.telling import Tellings
from dragoman.coding.setting.words import FORCE, is_spot, setting_seats, setting_words, spoken_act
from dragoman.coding.status import HAPPENED
from dragoman.language import Grammar, layout_of
from dragoman.places import PlaceMention
from dragoman.schema import Actor, Place

# The news of a text is told in so many first paragraphs.
LEAD = 2
# What is done these ways in `the country` is done all over it.
_ACROSS = frozenset({"across", "around", "throughout", "in", "inside"})
# Datelines of the seat in New York, and how many days before them are news.
_HEADQUARTERS = frozenset({"united nations", "u.n.", "un headquarters"})
_NEWS = 3
# Entries that tell of envoys called to a ministry, and verbs of theirs by which they need not come.
_SUMMONS = frozenset({"accuse.summon", "accuse.summon-more", "turn.call-envoy-in"})
_BY_NOTE = frozenset({"hand", "deliver", "cite", "carpet"})
# A place opens a sentence within so many words, of these kinds.
_OPENING = 5
_LEADS_IN = frozenset({"ADP", "DET", "SPACE", "PUNCT", "ADV", "CCONJ", "NOUN", "ADJ", "NUM"})
_BEFORE = frozenset({"SPACE", "PUNCT", "ADV", "CCONJ"})
# ... and holds for so many sentences that come after it in its paragraph.
_FRAMED = 3
# The first sentences of a text, behind its dateline.
_LEADING = 2
# What is told so many sentences later in a paragraph may go on from what was told.
_NEXT = 2
# A visit lasts no longer, in days.
_STAY = 7
# What is done so is done where the body meets that was told of.
_VOTING = frozenset({"abstain", "veto", "vote"})
# Where states meet: what is told there is not in the town of the dateline.
_EDGES = frozenset({"border", "frontier", "front"})
# Who has no army of a state.
_UNARMED = frozenset({"REB", "OPP", "CVL", "REF", "UAF", "CRM", "SOC", "REL", "JRN", "MED", "LAB", "EDU"})


def happened(told: Told) -> bool:
    """Whether an act was done, and is no repetition told in general."""
    return told.coded.status.status in HAPPENED and not told.coded.repeated


def _is_summons(g: Grammar, told: Told) -> bool:
    """Whether an act is that of calling an envoy to the ministry."""
    return told.coded.entry_id in _SUMMONS and g.lemma[told.coded.trigger] not in _BY_NOTE


def states_of(told: Told) -> set[str]:
    """Codes of the states of all who had a part in an act."""
    return {f.actor.country for f in (*told.coded.actors, *told.coded.recipients) if f.actor.country}


@dataclass(frozen=True, slots=True)
class _Visit:
    """Who was where, told by which act."""

    persons: frozenset[str]
    place: Place
    told: Told


class Whereabouts:
    """Gives the acts of one doc that name no place the one that what is told of their parties leaves no doubt about."""

    def __init__(
        self, doc: Doc, g: Grammar, told: list[Told], how: Tellings, block: list[int], first_block: int
    ) -> None:
        self.doc = doc
        self.g = g
        self.told = sorted(told, key=lambda t: t.coded.trigger)
        self.how = how
        self.block = block
        self.first_block = first_block
        self.places = [p for p in doc._.places or () if p.why != "dateline"]
        self.dated = [p for p in doc._.places or () if p.why == "dateline" and is_spot(p.place)]

    def settle(self) -> None:
        """Place what can be placed, in text order."""
        for one in self.told:
            self._at_host(one)
        visits = [v for t in self.told if (v := self._visit(t)) is not None]
        venue = self._venue()
        for one in self.told:
            self._opened(one)
            self._beside(one)
            self._at_seat(one)
            self._summoned(one)
            self._at_their_meeting(one)
            self._at_headquarters(one)
            self._at_venue(one, venue)
            self._on_a_visit(one, visits)
            self._in_one_town(one)
            self._in_the_country(one)
            self._at_home(one)
            self._abroad(one)

    def _at_host(self, one: Told) -> None:
        """A visit to a state is in it: `visited Sudan`, `will fly to neighbouring India`."""
        coded = one.coded
        if one.place is not None or coded.mode != "visit" or coded.status.status in ("negated", "cancelled"):
            return
        hosts = [f for f in coded.recipients if f.actor.kind == "state"]
        if len(hosts) == 1 and hosts[0].actor.country not in {f.actor.country for f in coded.actors}:
            one.place = self._land(hosts[0])
            coded.why.append(f"place {one.place.name}: the host of the visit")

    def _land(self, host: Found) -> Place:
        """The state of a host, or its capital where the text names that for it."""
        state = knowledge_base().states.get(host.actor.country or "")
        capital = state.capital if state is not None else None
        called = self.g.text[slice(*host.span)]
        name = capital if capital is not None and fold(called) == fold(capital) else host.actor.name
        return Place(name=name, country=host.actor.country)

    def _visit(self, told: Told) -> _Visit | None:
        """The visit that an act tells, of persons to a place abroad."""
        place, persons = told.place, frozenset(self.how.persons(told))
        if told.coded.mode != "visit" or place is None or not persons or not happened(told):
            return None
        own = {f.actor.country for f in told.coded.actors}
        return _Visit(persons, place, told) if place.country and place.country not in own else None

    def _on_a_visit(self, one: Told, visits: list[_Visit]) -> None:
        """Who met people of the state that he is told to have visited in those days met them there."""
        coded = one.coded
        if (
            one.place is not None
            or coded.act != "CONSULT"
            or coded.mode in ("phone", "visit")
            or not happened(one)
        ):
            return
        parties = [f.actor for f in (*coded.actors, *coded.recipients)]
        ids = {a.id for a in parties}
        near: list[tuple[bool, int, int, Place]] = []
        for v in visits:
            hosts = [a for a in parties if a.country == v.place.country and a.id not in v.persons]
            guests = {a.country for a in parties} - {v.place.country}
            if v.persons & ids and hosts and len(guests) == 1 and _in_those_days(one, v.told):
                far = abs(v.told.sentence - one.sentence)
                near.append((not is_spot(v.place), far, v.told.coded.trigger, v.place))
        if near:
            one.place = min(near, key=lambda n: n[:3])[3]
            coded.why.append(f"place {one.place.name}: where the visit was")

    def _opened(self, one: Told) -> None:
        """What a sentence tells that opens with a place is there, however the parser hung it: `In Riga, the envoy ... and`.

        What the next sentences of the paragraph tell that name no other place is there, too.
        """
        how = self.how.act(one)
        if one.place is not None or one.coded.mode in ("phone", "visit") or not happened(one):
            return
        spoken = spoken_act(self.g, one.coded.trigger, one.coded.act)
        scene = one.coded.act in FORCE and self._all_of(one) is not None and how.tense != "before past"
        said = spoken and how.reported and how.tense == "past"
        opening = self._opening(one.sentence) if how.main or scene or said else None
        if opening is not None and opening.first < one.coded.trigger:
            if self._tells_no_other(one, opening.place):
                one.place = opening.place
                one.coded.why.append(f"place {one.place.name}: it opens the sentence")
            return
        for sentence in range(one.sentence - 1, one.sentence - 1 - _FRAMED, -1):
            if sentence < 0 or self.block[sentence] != self.block[one.sentence] or not how.main:
                return
            opening = self._opening(sentence)
            if (
                opening is not None
                and self._tells_no_other(one, opening.place)
                and not self._from_afar(one, opening.place, bodies=True)
            ):
                one.place = opening.place
                one.coded.why.append(f"place {one.place.name}: it opens a sentence before")
            if opening is not None or any(self.g.sent[p.first] == sentence for p in self.places):
                return

    def _from_afar(self, one: Told, place: Place, *, bodies: bool) -> bool:
        """Whether an act is that of states alone, and of none in which a place is: what they say, they say at home.

        `bodies`: those of many states count as such, too, and forces that have to do with nobody there. Contacts are where they are told to be.
        """
        actors = [f.actor for f in one.coded.actors]
        host = place.country in {f.actor.country for f in one.coded.recipients}
        return (
            one.coded.act != "CONSULT"
            and self.g.lemma[one.coded.trigger] not in _VOTING
            and bool(actors)
            and all(
                a.country != place.country
                and (
                    a.kind == "state"
                    or (
                        bodies
                        and a.sector in ("MIL", "COP")
                        and a.country
                        and a.kind != "person"
                        and not host
                    )
                    or a.id.endswith("-government")
                    or (bodies and a.kind == "intergovernmental organisation")
                )
                for a in actors
            )
        )

    def _opening(self, sentence: int) -> PlaceMention | None:
        """The place with which a sentence opens."""
        g, first = self.g, self.g.sents[sentence][0]
        place = next((p for p in self.places if g.sent[p.first] == sentence), None)
        if place is None or not place.locative or not is_spot(place.place):
            return None
        within = first < place.first <= first + _OPENING
        if not within or any(g.pos[k] not in _LEADS_IN for k in range(first, place.first)):
            return None
        begins = next((k for k in range(first, place.first) if g.pos[k] not in _BEFORE), place.first)
        return place if g.pos[begins] == "ADP" else None  # not "The consulate in Riga"

    def _beside(self, one: Told) -> None:
        """What those told of just before do next is done there: `met Aref in Tehran. They vowed ...`.

        A person or a body goes on where he was; after talks a state of theirs does, too: `Kosovo pledged to open ...`.
        """
        coded, how = one.coded, self.how.act(one)
        if (
            one.place is not None
            or coded.mode in ("phone", "visit")
            or how.tense != "past"
            or not happened(one)
        ):
            return
        if coded.act in FORCE and any(f.actor.sector == "GOV" for f in coded.actors):
            return  # "He placed the country under a state of siege"
        doers = {f.actor.id for f in coded.actors if f.actor.kind != "state"}
        spoken = spoken_act(self.g, coded.trigger, coded.act) or coded.act in ("CONSULT", "SUPPORT")
        for other in reversed(self.told):
            c, far = other.coded, one.sentence - other.sentence
            if c.trigger >= coded.trigger or far < 0:
                continue
            if far > _NEXT or self.block[other.sentence] != self.block[one.sentence]:
                return
            if not happened(other) or c.mode == "phone" or not is_spot(other.place):
                continue
            if far == 0:
                goes_on = bool(doers & c.codes()) and how.main and self.how.act(other).main
                goes_on = goes_on and not self._of_its_own(how.clause, c.trigger)
            else:
                theirs = states_of(other)
                together = c.act == "CONSULT" or (c.act in ("SUPPORT", "AGREE") and len(theirs) > 1)
                met = together and spoken and how.main and bool(states_of(one) & theirs)
                goes_on = (met or bool(doers & c.codes())) and self._tells_no_other(one, other.place)
            if goes_on and _at_one_time(one, other):
                one.place = other.place
                coded.why.append(f"place {other.place.name}: that of what was told beside it")
                return

    def _of_its_own(self, verb: int, after: int) -> bool:
        """Whether a verb has a noun before it that is told after another act: `Rebels took Aleppo and Turkey arrested`."""
        g, k = self.g, verb - 1
        while k > after and g.pos[k] in ("ADV", "AUX", "PART"):
            k -= 1
        return k > after and g.pos[k] in ("NOUN", "PROPN")

    def _tells_no_other(self, one: Told, place: Place) -> bool:
        """Whether the sentence of an act tells of no place but one in which something is."""
        g = self.g
        return all(
            g.sent[p.first] != one.sentence or not p.locative or p.place.name == place.name
            for p in self.places
        )

    def _at_seat(self, one: Told) -> None:
        """A body of an organisation meets at its seat, where no other place is told."""
        bodies = [f.actor for f in one.coded.actors]
        met = one.coded.act == "CONSULT" and not one.coded.recipients
        if one.place is not None or len(bodies) != 1 or not (met or self._decided(one)):
            return
        city, country = setting_seats().get(bodies[0].id, (None, None))
        if city is not None and one.coded.mode != "visit":
            one.place = Place(name=city, country=country)
            one.coded.why.append(f"place {city}: the seat of {bodies[0].name}")

    def _decided(self, one: Told) -> bool:
        """Whether an act is what a body decides where it meets: it condemns, demands, authorises."""
        coded = one.coded
        spoken = spoken_act(self.g, coded.trigger, coded.act) or coded.act in ("SUPPORT", "SANCTION")
        return spoken and happened(one)

    def _summoned(self, one: Told) -> None:
        """Who summons an envoy does so in his capital."""
        coded = one.coded
        if one.place is not None or not _is_summons(self.g, one) or not happened(one):
            return
        codes = {f.actor.country for f in coded.actors}
        home = knowledge_base().states.get(next(iter(codes)) or "") if len(codes) == 1 else None
        if home is not None and home.capital:
            one.place = Place(name=home.capital, country=home.code)
            coded.why.append(f"place {home.capital}: envoys are summoned in the capital")

    def _at_their_meeting(self, one: Told) -> None:
        """What a person says or agrees on the day of the one meeting that is told of him is where that was."""
        coded = one.coded
        if one.place is not None or one.time is None or coded.mode == "phone" or not happened(one):
            return
        spoken = spoken_act(self.g, coded.trigger, coded.act) or coded.act in ("CONSULT", "SUPPORT")
        persons = self.how.persons(one)
        if not spoken or not persons or one.time.precision != "day":
            return
        where = {}
        for other in self.told:
            c = other.coded
            met = c.act == "CONSULT" and c.mode != "phone" and happened(other) and other is not one
            same = other.time is not None and (other.time.start, other.time.end) == (
                one.time.start,
                one.time.end,
            )
            if met and same and is_spot(other.place) and persons & c.codes():
                where[other.place.name] = other.place
        if len(where) == 1:
            one.place = next(iter(where.values()))
            coded.why.append(f"place {one.place.name}: where the meeting of that day was")

    def _at_headquarters(self, one: Told) -> None:
        """What is said or agreed in the last days is in New York, where the text is of the United Nations."""
        place, today = layout_of(self.doc).dateline_place, self.doc._.today
        if one.place is not None or place is None or today is None or not happened(one) or one.time is None:
            return
        if self.g.text[place[0] : place[1]].lower() not in _HEADQUARTERS or one.time.precision != "day":
            return
        fresh = 0 <= (today - date.fromisoformat(one.time.end)).days <= _NEWS
        spoken = spoken_act(self.g, one.coded.trigger, one.coded.act) or one.coded.act == "CONSULT"
        if fresh and spoken and one.coded.mode != "phone" and self.how.act(one).main:
            one.place = Place(name="New York", country="USA")
            one.coded.why.append("place New York: the text is dated from the United Nations")

    def _venue(self) -> Place | None:
        """The city of the dateline, if the text tells that people met there: `Meeting in Jakarta, the ministers ...`."""
        g, doc = self.g, self.doc
        dated = next((p.place for p in doc._.places or () if p.why == "dateline"), None)
        if dated is None or not is_spot(dated):
            return None
        words = setting_words()
        for p in doc._.places:
            if not p.locative or p.place.name != dated.name or g.dep[p.last] != "pobj":
                continue
            over = g.head[g.head[p.last]]
            if (
                g.lower[g.head[p.last]] in ("in", "at")
                and g.lemma[over] in words["meetings"] | words["gathering"]
            ):
                place: Place = dated
                return place
        return None

    def _at_venue(self, one: Told, venue: Place | None) -> None:
        """What an organisation or people of several states say or agree is where they meet, in the text of that day."""
        today = self.doc._.today
        if one.place is not None or venue is None or today is None or not happened(one) or one.time is None:
            return
        coded = one.coded
        several = len({f.actor.country for f in coded.actors}) > 1 or any(
            f.actor.sector == "IGO" or f.actor.country is None for f in coded.actors
        )
        fresh = one.time.precision == "day" and 0 <= (today - date.fromisoformat(one.time.end)).days <= _NEWS
        spoken = spoken_act(self.g, coded.trigger, coded.act) or coded.act == "CONSULT"
        if several and fresh and spoken and coded.mode not in ("phone", "visit") and self.how.act(one).main:
            one.place = venue
            coded.why.append(f"place {venue.name}: where those who did it met")

    def _in_one_town(self, one: Told) -> None:
        """What is told as the news is in the town of the dateline, as long as the text has told of it, and of no other.

        What the first sentences tell of persons, or of people of that state, naming no place at all, is there, too.
        """
        today, dated = self.doc._.today, self.dated[0] if len(self.dated) == 1 else None
        if one.place is not None or one.time is None or today is None or not happened(one) or dated is None:
            return
        fresh = one.time.precision == "day" and 0 <= (today - date.fromisoformat(one.time.end)).days <= _NEWS
        if not self.how.act(one).main or one.coded.mode in ("phone", "visit") or not fresh:
            return
        if self._from_afar(one, dated.place, bodies=False):
            return
        nameless = one.coded.act in FORCE and not states_of(one)  # "PESHAWAR: Gunmen shot dead a cleric"
        theirs = nameless or dated.place.country in states_of(one) or bool(self.how.persons(one))
        first, last = self.g.sents[one.sentence]
        edge = any(
            self.g.lower[k] in _EDGES
            and self.g.dep[k] == "pobj"
            and self.g.lower[self.g.head[k]] in ("on", "at", "near")
            for k in range(first, last)
        )
        leads = theirs and not edge and one.sentence - self.g.sent[dated.first] <= _LEADING
        if self._plays_in(one, dated.place) or (
            leads and not any(self.g.sent[p.first] == one.sentence and p.locative for p in self.places)
        ):
            one.place = dated.place
            one.coded.why.append(
                f"place {dated.place.name}: where the text is dated, which tells of no other town"
            )

    def _plays_in(self, one: Told, town: Place) -> bool:
        """Whether a text has told of a town before an act, and of no other."""
        told = (p for p in self.places if p.locative and p.first < one.coded.trigger and is_spot(p.place))
        return {p.place.name for p in told} == {town.name}

    def _in_the_country(self, one: Told) -> None:
        """What is done `across the country` is in the one state of those who do it."""
        g, coded = self.g, one.coded
        if one.place is not None or spoken_act(g, coded.trigger, coded.act):
            return
        clause = self.how.act(one).clause
        codes = {f.actor.country for f in coded.actors}
        home = knowledge_base().states.get(next(iter(codes)) or "") if len(codes) == 1 else None
        if home is None:
            return
        at = (coded.trigger, clause, *g.objects(coded.trigger))
        across = (k for v in at for name, k in g.prepositions(v) if name in _ACROSS)
        if any(g.lower[k] == "country" and g.child(k, "prep", "relcl") is None for k in across):
            one.place = Place(name=home.name, country=home.code)
            one.coded.why.append(f"place {home.name}: the country of who did it")

    def _at_home(self, one: Told) -> None:
        """Force of a state's people against its people is in that state, where no place is told in the sentence.

        A protest is in the state of those who protest. Not where the first paragraphs only tell of other states.
        """
        coded = one.coded
        protest = coded.act == "PROTEST"
        if one.place is not None or coded.act not in FORCE or coded.mode == "cyber" or not coded.actors:
            return
        if coded.status.status not in HAPPENED or not (coded.recipients or protest or len(coded.actors) > 1):
            return
        if not protest and any(
            f.actor.kind not in ("person", "state") and f.actor.sector in ("GOV", "MIL")
            for f in coded.recipients
        ):
            return
        home = self._all_of(one)
        if home is None or self._elsewhere(one, home.code):
            return
        towns = (
            [p.place for p in self.dated if p.place.country == home.code] if self.how.act(one).main else []
        )
        dated = next((town for town in towns if self._plays_in(one, town)), None)
        if dated is not None:
            one.place = dated
            coded.why.append(
                f"place {dated.name}: the one town told of in the state of all who had a part in it"
            )
            return
        one.place = Place(name=home.name, country=home.code)
        coded.why.append(f"place {home.name}: the state of all who had a part in it")

    def _all_of(self, one: Told) -> State | None:
        """The one state of all who had a part in an act of force, where they are more than the state itself."""
        coded = one.coded
        people = coded.actors if coded.act == "PROTEST" else [*coded.actors, *coded.recipients]
        named = [f.actor.country for f in people if f.actor.country or f.actor.kind != "unnamed"]
        code = named[0] if named else None
        home = knowledge_base().states.get(code or "")
        mixed = any(c != code for c in named) or all(f.actor.kind == "state" for f in people)
        return None if mixed else home

    def _elsewhere(self, one: Told, code: str) -> bool:
        """Whether the sentence of an act, or the first paragraphs alone, tell of places in other states."""
        first, last = self.g.sents[one.sentence]
        if any(self.g.lower[i] == "there" and self.g.tag[i] != "EX" for i in range(first, last)):
            return True
        places = [p for p in self.doc._.places or () if p.locative or p.why == "dateline"]
        if any(self.g.sent[p.first] == one.sentence and p.place.country != code for p in places):
            return True
        story = {
            p.place.country for p in places if self.block[self.g.sent[p.first]] < self.first_block + LEAD
        }
        return bool(story) and code not in story

    def _abroad(self, one: Told) -> None:
        """What the forces of a state do to rebels and people of another is done in that: `NATO jets bombed Serb positions`."""
        coded = one.coded
        if one.place is not None or coded.act != "ASSAULT" or not happened(one) or not coded.recipients:
            return
        if coded.mode == "crowd-control" or any(f.actor.sector == "REF" for f in coded.recipients):
            return  # "fired water cannon at migrants from Iraq"
        struck = [f.actor for f in coded.recipients]
        codes = {a.country for a in struck}
        forces = all(f.actor.sector in ("GOV", "MIL", "IGO") for f in coded.actors) and bool(coded.actors)
        if not forces or len(codes) != 1 or any(a.kind == "state" or not _unarmed(a) for a in struck):
            return
        home = knowledge_base().states.get(next(iter(codes)) or "")
        if (
            home is None
            or home.code in {f.actor.country for f in coded.actors}
            or self._elsewhere(one, home.code)
        ):
            return
        one.place = Place(name=home.name, country=home.code)
        coded.why.append(f"place {home.name}: the state of those who were struck")


def _unarmed(actor: Actor) -> bool:
    """Whether somebody is of no army: rebels, opponents, people."""
    return bool(_UNARMED & {*(actor.sector or "").split(",")}) or actor.kind in ("population", "armed group")


def _at_one_time(one: Told, other: Told) -> bool:
    """Whether two acts may be of one time: one has none, or they overlap."""
    a, b = one.time, other.time
    return a is None or b is None or (a.start <= b.end and b.start <= a.end)


def _in_those_days(one: Told, visit: Told) -> bool:
    """Whether an act may be of the days of a visit; without a time, if it is news as the visit is."""
    if one.time is None or visit.time is None:
        return one.coded.status.status == visit.coded.status.status
    first, last = date.fromisoformat(visit.time.start), date.fromisoformat(visit.time.end)
    day = date.fromisoformat(one.time.start)
    return one.time.precision == "day" and (day - first).days >= -_STAY and (day - last).days <= _STAY
