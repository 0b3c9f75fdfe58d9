"""Contacts: who had part in them where the slots of an entry do not say, and what kind of contact they are.

The parties of `talks mediated by Qatar` are not Qatar; a summit of two presidents is no conference; `the meeting in
Wuhan` is one of those whom the text had meet before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Final

from dragoman.actors.knowledge import knowledge_base
from dragoman.coding.carriers import measured
from dragoman.coding.coded import Coded
from dragoman.coding.participants import Found, Participants, nouns, unique, without
from dragoman.coding.status import HAPPENED, NEGATION, Judged, governors, verb_status
from dragoman.datafiles import shipped_yaml
from dragoman.language import Grammar
from dragoman.schema import Actor, Place

# Before how long a contact was: `worked out in three days of talks`.
_SPANNING: Final = frozenset({"after", "following", "of", "in", "during", "through"})
# A contact is spoken of again over so many sentences.
_GAP: Final = 4
# Clauses that tell when or of whom: what was signed in them was signed once.
_ASIDE: Final = frozenset({"acl", "advcl", "pcomp", "relcl"})
_THERE: Final = 2  # sentences back in which the place stands that `there` means
# Entries whose words are said of two parties as of many: `their summit in Hanoi`, `the ministers gathered`.
_OF_TWO: Final = frozenset({"consult.summit", "consult.gather", "consult.multilateral-nouns"})
_ONE_OF_TWO: Final = 2
# What is held over the telephone: `spoke during a phone call`.
_TALKS: Final = frozenset({"call", "conversation", "talk", "exchange", "contact"})
# Entries that tell of what is yet to come: `is due in Cairo on Monday`.
EXPECTED: Final = frozenset({"consult.expected", "consult.awaited", "consult.called-for-day"})


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Classes of words (`data/contacts.yml`)."""
    raw = shipped_yaml(resources.files("dragoman.coding") / "data" / "contacts.yml")
    return {name: frozenset(listed) for name, listed in raw.items() if name != "__line__"}


# Acts of two parties who also talk with each other.
_OPPOSITE = frozenset({"ASSAULT", "AGREE", "RETREAT", "SUPPORT"})


class Contacts:
    """The contacts of one doc, in text order."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people
        self._last: Coded | None = None
        self._visit: Coded | None = None
        self._pair: Coded | None = None  # what two parties were last told to do with each other, no contact
        self._told_by: list[int] = []

    def settle(self, one: Coded) -> None:
        """Give a coded contact its third party and its kind, and remember it as the last one told."""
        if one.act != "CONSULT":
            if one.act in _OPPOSITE and not one.recipients and len({f.actor.id for f in one.actors}) == 2:
                self._pair = one
            return
        self._without_place(one)
        self._as_of_two(one)
        if one.entry_id in EXPECTED and one.status.status == "actual":
            one.status = Judged("future", "expected")
        off = (
            one.kind == "noun"
            and one.carrier is not None
            and self.g.lemma[one.carrier] in words()["took_place"]
        )
        if off and one.status == ("negated", NEGATION):
            one.status = Judged("cancelled", "did not take place")
        if one.mode in (None, "visit") and not one.recipients and self._remote(one):
            one.mode = "phone"
            one.why.append("mode phone: told with words of telephone or video")
        if one.mode in (None, "multilateral"):
            self._third_party(one)
        if len(one.codes()) > 1:
            self._last = one
        if one.mode == "visit" and one.actors:
            self._visit = one

    def is_topic(self, v: int) -> bool:
        """Whether the object of a verb of talking is what they talk of: `discussed Syria in a phone call`."""
        return self.g.lemma[v] in words()["about"]

    def told_before(self, n: int) -> tuple[list[Found], str | None]:
        """Parties and mode of the contact told last, where a noun with a day or place of its own means it.

        `The meeting in Wuhan in April last year`, `the virtual summit of December 7`.
        """
        g, last = self.g, self._last or self._pair
        if (
            last is None
            or g.lemma[n] not in words()["told_before"]
            or g.sent[n] - g.sent[last.trigger] > _GAP
        ):
            return [], None
        if self._lasted(n):
            return self.told_last(n)
        definite = any(
            g.lower[c] in ("the", "their", "that", "those")
            or g.lemma[c] in ("first", "last", "previous", "earlier")
            for c in g.children[n]
        )
        return self.told_last(n) if self._last and definite and self._placed(n) else ([], None)

    def _lasted(self, n: int) -> bool:
        """Whether a contact is told by how long it was, as what something came after: `reached after eight hours of talks`."""
        g = self.g
        top = measured(g, n)
        if g.prep_objects(n, "with", "between", "among"):
            return False
        if g.dep[n] == "pobj" and g.lower[g.head[n]] in ("after", "following", "during"):
            told = [c for c in g.all_children(n, "relcl") if g.lemma[c] in words()["lasting"]]
            spans = [k for c in told for k in g.all_children(c, "dobj", "npadvmod", "oprd", "attr")]
            if any(g.lemma[k] in governors()["lasting"] for k in spans):
                return True  # "after the meeting, which lasted two hours"
        if top == n:
            return False
        counted = any(g.dep[c] == "nummod" or g.lower[c] in ("a", "an") for c in g.children[top])
        if g.dep[top] == "dobj":  # "the accord followed three weeks of negotiations"
            return counted and g.lemma[g.head[top]] in words()["coming_after"]
        return counted and g.dep[top] == "pobj" and g.lower[g.head[top]] in _SPANNING

    def visited_before(self) -> tuple[list[Found], list[Found]]:
        """Visitor and host of the visit told last, which `the trip` means; nobody where there is none."""
        if self._visit is None:
            return [], []
        why = "party to the visit told before"
        actors, recipients = (
            [Found(f.actor, f.token, f.span, why, False) for f in found]
            for found in (self._visit.actors, self._visit.recipients)
        )
        return actors, recipients

    def told_last(self, n: int) -> tuple[list[Found], str | None]:
        """Parties of the contact told last, and its mode when it was by phone; nobody where there is none.

        What the noun at `n` tells of a place was not on the phone. Where no contact was told, the two who were told to
        fight, agree or keep a truce with each other are those who talk: `the negotiations will resume in Cairo`.
        """
        last = self._last or self._pair
        if last is None:
            return [], None
        why = (
            "party to the contact told before" if last is self._last else "party to what two were told to do"
        )
        found = [Found(f.actor, f.token, f.span, why, False) for f in (*last.actors, *last.recipients)]
        somewhere = any(k in self.people.places for k in range(*self.g.sents[self.g.sent[n]]))
        return found, "phone" if last.mode == "phone" and not somewhere else None

    def tour_at_home(self, one: Coded, place: Place | None) -> bool:
        """Whether those in office go to see a part of their own state, as to a region in crisis: news, though no state is host.

        Not their capital, where they come home to, nor on their own account: a holiday, a rally.
        """
        g, table = self.g, words()
        if one.mode != "visit" or one.entry_id not in table["of_a_trip"] or place is None:
            return False
        own = {f.actor.country for f in one.actors}
        if own != {f.actor.country for f in one.recipients} or None in own or own != {place.country}:
            return False
        if any(f.actor.kind != "state" for f in one.recipients):
            return False
        if not all(f.actor.kind == "person" and f.actor.sector == "GOV" for f in one.actors):
            return False
        state = knowledge_base().states.get(place.country or "")
        if state is None or place.name in (state.name, state.capital):
            return False
        top = one.trigger if one.carrier is None else one.carrier
        told = range(g.left[top], g.right[top] + 1)
        return not any(g.lemma[k] in table["own_account"] for k in told)

    def had_mediated(self, n: int) -> bool:
        """Whether mediation that no verb carries is what something came of: `after mediation by Kenya`, `under Omani mediation`."""
        g = self.g
        top = measured(g, n)
        if g.dep[top] != "pobj" or any(g.lower[c] in ("no", "any", "further") for c in g.children[n]):
            return False
        p, above = g.lower[g.head[top]], g.head[g.head[top]]
        if p in words()["came_after"]:
            return True
        happened = not g.is_verb(above) or verb_status(g, above).status in HAPPENED
        return happened and p in words()["came_of"]

    def not_of_its_place(self, n: int, actors: list[Found]) -> list[Found]:
        """Of these parties, those who are more than the name of where it was: `the Kuwait talks` are not Kuwait's."""
        g = self.g
        before = [c for c in g.all_children(n, "compound", "nmod") if c < n and g.pos[c] == "PROPN"]
        return [f for f in actors if f.token not in before]

    def of_the_story(self, n: int) -> list[Found]:
        """The two sides that the story is about, where talks of no named parties can only be theirs: `the peace talks collapsed`."""
        g, table = self.g, words()
        if g.lemma[n] not in table["of_sides"] or g.prep_objects(n, "with", "between", "among"):
            return []
        for k in dict.fromkeys((n, measured(g, n))):
            for c in g.all_children(k, "amod", "compound", "nmod", "poss"):
                brokered = g.lower[c].rpartition("-")[2] in nouns()["brokering"]
                plain = g.lower[c] in table["plain"] or g.lower[c] in table["again"] or brokered
                where = c in self.people.places or (g.pos[c] == "PROPN" and bool(self.people.of(c)))
                if c < k and not plain and not where and g.pos[c] != "NUM":
                    return []
        return self.sides(n)

    def sides(self, n: int) -> list[Found]:
        """The two between whom the story happens, as seen from token `n`: `the truce has held`."""
        g = self.g
        why = "one of the two between whom the story happens"
        found: list[Found] = []
        for a in self.people.mentions.principals(n):
            told = [m for m in self.people.mentions.items if m.head < n and m.actors == (a,)]
            at = told[-1] if told else None
            span = (at.start, at.end) if at is not None else (g.start[n], g.end[n])
            found.append(Found(a, at.head if at is not None else n, span, why, False))
        return found if len(found) == _ONE_OF_TWO else []

    def of_both(self, between: Sequence[int], known: list[Found]) -> list[Found]:
        """Those of both sides of the story whom one bare noun means: `talks between the corps commanders`, `between the border guards`.

        What else is known of such a noun gives it to one of the two at most.
        """
        g = self.g
        i = between[0] if len(between) == 1 else None
        if i is None or g.tag[i] not in ("NNS", "NNPS") or len(known) > 1:
            return known
        own = {f.actor.id for f in known}
        beside = {f.actor.id for c in g.children[i] for f in self.people.of(c)}
        if beside - own or any(f.token != i or f.actor.kind == "person" for f in known):
            return known
        homes = [h for a in self.people.mentions.principals(i) if (h := self.people.home(a)) is not None]
        if len({h.id for h in homes}) != _ONE_OF_TWO:
            return known
        if not {f.actor.country for f in known} <= {h.country for h in homes}:
            return known
        return [self._one_of_both(i, h, known[0].actor if known else h) for h in homes]

    def _one_of_both(self, i: int, home: Actor, like: Actor) -> Found:
        """The one of two whom a noun at `i` means that a state sends: as the other is, if that one is known."""
        why = "of one of the two between whom the story happens"
        actor = home
        if like.kind != "state" and home.country is not None:
            actor = like if like.country == home.country else self.people.of_state(like, i, home.country)
        return Found(actor, i, (self.g.start[i], self.g.end[i]), why, False)

    def signatories(self, v: int) -> list[Found]:
        """Who signed what nobody is named for: the two told to talk, agree or fight before, `The accord was signed in Doha`."""
        g, last = self.g, self._last or self._pair
        texts = [o for o in g.objects(v) if self.told_again(o)]
        if last is None or not texts or g.lemma[v] not in words()["signed"] or not g.is_passive(v):
            return []
        if g.sent[v] - g.sent[last.trigger] > _GAP or g.dep[v] in _ASIDE:  # "since the accord was signed"
            return []
        found = unique(self.told_last(texts[0])[0])
        apart = {f.actor.country or f.actor.id for f in found}
        return found if len(found) == len(apart) == _ONE_OF_TWO else []

    def told_again(self, n: int) -> bool:
        """Whether a noun means the contact of those told before, or one more of it: `the talks`, `a new meeting`, `the next round`."""
        g = self.g
        own = [c for c in g.children[n] if c < n and g.dep[c] not in ("punct", "cc")]
        if any(g.lower[c] in ("the", "this", "these", "their") for c in own):
            return True
        again = [c for c in own if g.lower[c] in words()["again"]]
        brokered = [c for c in own if g.lower[c].rpartition("-")[2] in nouns()["brokering"]]
        return bool(again or brokered) and all(
            c in again or c in brokered or g.dep[c] in ("det", "nummod", "poss") for c in own
        )

    def arranged(self, v: int, at: int | None) -> bool:
        """Whether the verb at `v` says that those who meet agreed when: `agreed to meet again in Brussels in June`."""
        g = self.g
        if at is None or g.lemma[v] != "agree" or not g.is_verb(at) or at < v:
            return False
        return any(at < t.first <= g.right[v] for t in g.doc._.times or ())

    def host_there(self, v: int) -> list[Found]:
        """The state where one is said to go who goes `there`: that of the place named last before."""
        g = self.g
        below = [c for k in (v, *g.all_children(v, "acomp")) for c in g.children[k]]
        if not any(g.lower[c] == "there" and g.dep[c] != "expl" for c in below):
            return []
        before = [k for k in self.people.places if k < v and g.sent[v] - g.sent[k] <= _THERE]
        return self.people.host_state(max(before)) if before else []

    def _placed(self, n: int) -> bool:
        """Whether a noun has a day or place of its own."""
        g = self.g
        times = [(t.first, t.last) for t in g.doc._.times or () if g.sent[t.first] == g.sent[n]]
        for k in g.children[n]:
            inside = range(g.left[k], g.right[k] + 1)
            if g.dep[k] == "prep" and k > n and g.lower[k] in ("in", "of", "at", "on"):
                if any(m in self.people.places for m in inside):
                    return True
            if any(first >= inside.start and last < inside.stop for first, last in times):
                return True
        return False

    def of_many(self, tokens: list[int]) -> bool:
        """Whether one of these nouns is a conference with a name, subject or place: one party of it may be told alone."""
        g = self.g
        return any(
            g.lemma[k] in words()["of_many"]
            and (
                any(g.pos[c] == "PROPN" for c in g.children[k] if g.dep[c] in ("compound", "nmod", "amod"))
                or any(
                    self.people.of(m) or m in self.people.places
                    for m in g.prep_objects(k, "on", "in", "for", "of")
                )
            )
            for k in tokens
        )

    def of_sides(self, n: int) -> bool:
        """Whether a contact is one between sides of which no more is told: `talks between the Yemeni factions collapsed`."""
        g = self.g
        return any(
            g.tag[k] == "NNS" and g.lemma[k] in words()["sides"]
            for k in g.prep_objects(n, "between", "among")
        )

    def met_as_sides(self, subjects: list[int]) -> bool:
        """Whether those who met are sides of one state: `rival Libyan factions met in Skhirat`."""
        g = self.g
        return any(g.tag[s] == "NNS" and g.lemma[s] in words()["apart"] for s in subjects)

    def hosts(self, n: int, carrier: int) -> list[Found]:
        """The state where a conference is held that names nobody: `a conference on Libya opened in Berlin`."""
        g = self.g
        if g.lemma[n] not in words()["of_many"] or not any(
            self.people.of(m) for m in g.prep_objects(n, "on", "for")
        ):
            return []
        where = (
            *g.prep_objects(n, "in", "at"),
            *g.prep_objects(carrier, "in", "at"),
            *g.all_children(n, "compound", "nmod"),
        )
        return next((found for k in where if (found := self.people.host_state(k))), [])

    def named_together(self, subjects: list[int], known: list[Found]) -> list[Found]:
        """All parties of a subject that the parser took apart: `Syria's Bashar al-Assad and Lebanon's Suleiman`.

        States are taken where no name of theirs follows: `BRUSSELS - Iran and the six powers`.
        """
        g = self.g
        out = list(known)
        for s in subjects:
            if g.all_children(s, "relcl"):  # "Kabila and Rwanda's Paul Kagame, who held talks"
                while g.dep[s] == "conj":
                    s = g.head[s]
            told = range(g.left[s], g.right[s] + 1)
            clauses = [
                c for c in told if g.dep[c] in ("acl", "relcl", "advcl")
            ]  # "leaders attending a summit"
            inside = [k for k in told if not any(g.left[c] <= k <= g.right[c] for c in clauses)]
            if not any(g.lower[k] == "and" for k in inside):
                continue
            for k in inside:
                kinds = ("person", "state") if g.dep[k] in ("appos", "conj") else ("person",)
                out += [f for f in self.people.of(k, owner=False) if f.direct and f.actor.kind in kinds]
        return unique(out)

    def _without_place(self, one: Coded) -> None:
        """`The Singapore summit of Trump and Kim` is not Singapore's: a name before it is where or what it was about."""
        if one.kind != "noun":
            return
        before = {
            k
            for c in self.g.children[one.trigger]
            if self.g.dep[c] in ("amod", "compound", "nmod")
            for k in self.g.conjuncts(c)
        }
        named = [f for f in one.actors if f.token not in before]
        if before and len({f.actor.id for f in named}) >= _ONE_OF_TWO:
            one.actors = named

    def _as_of_two(self, one: Coded) -> None:
        """A summit of two parties is a meeting."""
        parties = [*one.actors, *one.recipients]
        countries = {f.actor.country or f.actor.id for f in parties}  # "Annan and Aziz met" too
        if one.mode != "multilateral" or one.entry_id not in _OF_TWO:
            return
        if one.kind == "noun" and self.g.lemma[one.trigger] not in words()["of_two"]:
            return
        if len(countries) == _ONE_OF_TWO and all(
            f.actor.kind in ("person", "state", "unnamed") for f in parties
        ):
            one.mode = None
            one.why.append("no mode: a contact of two states")

    def _remote(self, one: Coded) -> bool:
        """Whether a contact was from afar: `talks by videoconference`, `met virtually`, `a telephone meeting`."""
        g, remote = self.g, words()["remote"]
        if g.is_verb(one.trigger):
            below = [k for k in range(one.trigger + 1, g.right[one.trigger] + 1) if self._by_phone(k)]
            deep = [k for k in below if self._in_clause(k, one.trigger)]
            if deep:
                one.consumed = [*one.consumed, *deep]
                return True
        anchors = [one.trigger] if one.carrier is None else [one.trigger, one.carrier]
        for anchor in anchors:
            for c in g.children[anchor]:
                if g.dep[c] in ("amod", "compound", "advmod") and g.lower[c] in remote and c != one.trigger:
                    return True
                if g.dep[c] in ("prep", "agent") and g.lower[c] in (
                    "by",
                    "over",
                    "via",
                    "on",
                    "in",
                    "through",
                    "during",
                ):
                    below = g.all_children(c, "pobj")
                    below += [m for k in below for m in g.all_children(k, "compound") if g.lemma[k] in _TALKS]
                    forms = [k for k in below if g.lemma[k] in ("format", "mode", "form", "regime", "way")]
                    below += [
                        m
                        for k in forms
                        for m in (*g.prep_objects(k, "of"), *g.all_children(k, "compound", "amod"))
                    ]
                    if any(g.lemma[k] in remote or g.lower[k] in remote for k in below):
                        return True
        return False

    def _by_phone(self, k: int) -> bool:
        """Whether a token ends a phrase of the telephone: `over the phone`, `during a telephone conversation`."""
        g = self.g
        if g.dep[k] != "pobj":
            return False
        if g.lemma[k] in ("phone", "telephone"):
            p = g.head[k]
            spoke_on = g.lower[p] == "on" and g.lemma[g.head[p]] in _TALKS
            return spoke_on or g.lower[p] in ("over", "by", "via")
        called = g.lemma[k] in _TALKS and g.lower[g.head[k]] in ("over", "during", "in")
        return called and any(g.lemma[c] in ("phone", "telephone") for c in g.all_children(k, "compound"))

    def _in_clause(self, k: int, v: int) -> bool:
        """Whether token `k` below the verb `v` is of its clause or of one without a subject of its own."""
        g = self.g
        while k != v:
            if g.is_verb(k) and g.child(k, "nsubj", "nsubjpass") is not None:
                return False
            if g.head[k] == k:
                return False
            k = g.head[k]
        return True

    def _third_party(self, one: Coded) -> None:
        """Who brought the parties together is no party to their talks (codebook CONSULT, third-party)."""
        self._told_by = []  # verbs that tell of the third party, no acts beside this one
        brokers = unique(list(self._brokers(one)))
        parties = without(one.actors, brokers)
        told = len(self._between(one.trigger))  # "between the government and the rebels" of one state
        apart = len({f.actor.country or f.actor.id for f in parties})
        if not brokers or not parties or max(told, apart) < _ONE_OF_TWO:
            return
        if {f.actor.country for f in brokers} & {f.actor.country for f in parties} - {None}:
            return
        one.actors, one.recipients, one.mode = parties, brokers, "third-party"
        one.consumed = [*one.consumed, *self._told_by]
        one.why.append(f"mode third-party: brought together by {', '.join(f.actor.name for f in brokers)}")

    def _brokers(self, one: Coded) -> Iterator[Found]:
        g, table = self.g, words()
        anchors = [one.trigger] if one.carrier is None else [one.trigger, one.carrier]
        if one.kind == "noun" and one.carrier is not None and g.lemma[one.carrier] in table["hosting"]:
            own = {f.actor.id for k in self._between(one.trigger) for f in self.people.of(k, owner=False)}
            for s in g.subjects(one.carrier):
                if own:
                    yield from (f for f in self.people.of(s, owner=False) if f.actor.id not in own)
        for c in g.children[one.trigger]:  # "Qatari-mediated talks", "U.N.-sponsored talks"
            if c < one.trigger and g.lower[c].rpartition("-")[2] in nouns()["brokering"]:
                for k in (c, *g.all_children(c, "npadvmod", "compound", "nmod", "amod", "nsubj")):
                    yield from self.people.of(k, owner=False)
        for anchor in anchors:
            for c in g.children[anchor]:
                if g.dep[c] in ("prep", "agent"):
                    yield from self._by_phrase(c)
                else:
                    yield from self._by_verb(c)
        for c in g.all_children(one.trigger, "acl", "relcl") if one.kind == "noun" else ():
            for p in g.all_children(c, "prep"):  # "talks, opened under the mediation of"
                yield from self._by_phrase(p)
        for k in self._between(one.trigger):  # "talks between the government and the rebels, mediated by"
            for c in g.children[k]:
                yield from self._by_verb(c)

    def _by_verb(self, v: int) -> Iterator[Found]:
        """Who is said to have brought a contact about: `hosted by Turkey`."""
        g = self.g
        if (
            g.dep[v] in ("acl", "advcl", "relcl")
            and g.lemma[v] in words()["brought_about"]
            and g.is_passive(v)
        ):
            self._told_by.append(v)
            for s in g.subjects(v):
                yield from self.people.of(s, owner=False)

    def _between(self, n: int) -> list[int]:
        return self.g.prep_objects(n, "between", "among", "of", "with")

    def _by_phrase(self, p: int) -> Iterator[Found]:
        """Whom a phrase names as the mediator: `under the auspices of Turkey`, `with Omani mediation`."""
        g = self.g
        for k in g.all_children(p, "pobj"):
            if g.lemma[k] in words().get(g.lower[p], ()) or g.lower[k] in words().get(g.lower[p], ()):
                yield from self.people.of(k)
            for q in g.all_children(
                k, "prep"
            ):  # "in Geneva under the auspices of", "with Iran through mediators"
                yield from self._by_phrase(q)
            for c in g.children[k]:
                yield from self._by_verb(c)
