"""To whom an act is done that names nobody, by whom the whole text is about: once all its acts are known.

`answers` looks back from one act; what is settled here needs the text as a whole. Who makes peace between the two states
that a text is about turns to both. What one of the two does at their border, refuses to talk of, or the people whom it
lets go, concern the other. Reactions that name nobody are for `reactions`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import knowledge_base
from dragoman.coding.coded import Coded
from dragoman.coding.grounds import OWN_PEOPLE
from dragoman.coding.opponents import STATE
from dragoman.coding.participants import Found, Participants, countries_of, nouns
from dragoman.coding.reactions import FRIENDLY, Reactions
from dragoman.language import Grammar

# What rebels do to the state that they fight.
_REBELLIOUS = frozenset({"THREATEN", "SANCTION", "REQUEST"})
_FEW = 2  # who act at most where it is left open to whom
# How the houses of a state abroad are named.
_HOUSES = ("Embassy of", "Consulate of")
_BESIDE = frozenset({"amod", "compound", "nmod", "poss"})


class Between:
    """Settles in one doc the other party of acts that name none, by what the text as a whole is about."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people

    def settle(self, acts: Sequence[Coded]) -> None:
        """Give the acts of a doc that name nobody the party that the text as a whole leaves; `acts` in text order."""
        for one in acts:
            if self._open(one) or self._to_all_sides(one):
                one.recipients = self._settled(one, acts) or one.recipients
        for number, one in enumerate(acts):
            if not one.recipients:
                one.recipients = self._stood_by(one, acts[:number])
            elif self._told_aside(one, acts):
                one.recipients = self._the_other(one)
        reactions = Reactions(self.g, self.people, acts)
        left = [one for one in acts if not one.recipients]
        for one, found in [(one, reactions.blamed(one) or reactions.backed(one)) for one in left]:
            one.recipients = found
        for one in acts:  # no two states: the embassy is of whom the others blame
            if self._open(one) and self._foreign_house(one):
                one.recipients = reactions.turned_on(one) or one.recipients

    def _settled(self, one: Coded, acts: Sequence[Coded]) -> list[Found]:
        return self._both(one) or self._other(one) or self._abroad(one) or self._fought(one, acts)

    def _open(self, one: Coded) -> bool:
        """Whether it is left open to whom an act is done: nobody is named, or no state, or only oneself without reason."""
        if not one.actors or len(one.actors) > _FEW:
            return False
        home = countries_of(one.actors)
        if not one.recipients or all(f.actor.country is None for f in one.recipients):
            return True
        own = all(f.actor.country in home for f in one.recipients)
        return own and all(f.why == OWN_PEOPLE or f.actor.kind != "person" for f in one.recipients)

    # Those who make peace ------------------------------------------------------

    def _both(self, one: Coded) -> list[Found]:
        """The two states that a text is about, for what a third does for peace between them."""
        two = self.people.two_states()
        if not two or countries_of(one.actors) & {*two}:
            return []
        if any(f.actor.country for f in one.recipients) and not self._to_all_sides(one):
            return []
        brokered = (one.act, one.mode) == ("CONSULT", "third-party")
        if not (brokered or self._mediates(one) or self._calms(one) or self._welcomes(one)):
            return []
        return self._states(one, two, "both of the two states that the text is about")

    def _mediates(self, one: Coded) -> bool:
        """Whether it is offered or refused to bring two together: `offered to mediate`, `proposed its good offices`."""
        if one.act not in ("AGREE", "REJECT"):
            return False
        g, v = self.g, one.trigger
        below = [v, *self._below(v)]
        told = {g.lemma[k] for k in below} | {g.lower[k] for k in below}
        hosts = "host" in told and bool(told & nouns()["topical"])  # "offered to host talks"
        return hosts or bool(told & nouns()["mediating"])

    def _calms(self, one: Coded) -> bool:
        """Whether restraint is asked of nobody named, or of all: `appealed for calm`, `urged both sides to talk`."""
        if one.act != "REQUEST" or not self.g.is_verb(one.trigger):
            return False
        g, v = self.g, one.trigger
        asked = [*g.objects(v), *g.prep_objects(v, "on", "to", "upon")]
        if self._to_all_sides(one):
            return True
        calming = nouns()["calming"]
        wanted = [*g.objects(v), *g.prep_objects(v, "for", "to")]
        calm = any(
            g.lemma[k] in calming for o in wanted for k in (o, *g.conjuncts(o), *g.all_children(o, "amod"))
        )
        return calm and not any(
            g.lemma[o] not in calming and g.lower[o] not in ("them", "both") for o in asked
        )

    def _to_all_sides(self, one: Coded) -> bool:
        """Whether something is asked of both sides: `urged both parties to talk`."""
        g, v = self.g, one.trigger
        if one.act != "REQUEST" or not g.is_verb(v):
            return False
        return any(self._all_sides(o) for o in (*g.objects(v), *g.prep_objects(v, "on", "to", "upon")))

    def _all_sides(self, o: int) -> bool:
        """Whether a token stands for all parties to a quarrel."""
        g = self.g
        words = {g.lower[k] for k in range(g.left[o], o)}
        return g.lower[o] == "both" or (
            g.lemma[o] in nouns()["side"] and bool(words & {"all", "both", "two"})
        )

    def _welcomes(self, one: Coded) -> bool:
        """Whether an accord is welcomed without a word of whose it is: `saluted the pact`."""
        g, v = self.g, one.trigger
        if one.act != "SUPPORT" or not g.is_verb(v) or g.lemma[v] in nouns()["signing"]:
            return False
        if g.prep_objects(v, "on", "of", "between", "with", "about"):
            return False
        return any(
            g.lemma[o] in nouns()["welcomed_accords"]
            and any(g.lower[c] in ("the", "this") for c in g.all_children(o, "det"))
            and not any(
                g.dep[c] in ("prep", "poss", "amod", "compound", "nmod", "acl", "relcl")
                for c in g.children[o]
            )
            for o in g.objects(v)
        )

    def _stood_by(self, one: Coded, before: Sequence[Coded]) -> list[Found]:
        """Whom one stands by without saying whom: whom others stood by just before, or whom one has come to see.

        `Spain backed Rabat. Portugal expressed solidarity`, `flew to Rabat to show his support`.
        """
        g, v = self.g, one.trigger
        told = before[-1] if before else None
        if one.act != "SUPPORT" or told is None or g.sent[v] - g.sent[told.trigger] > 1:
            return []
        words = [v, *(g.objects(v) if g.is_verb(v) else ())]
        bare = [o for o in words if g.lemma[o] in nouns()["standing_by"]]
        if not bare or any(g.prep_objects(o, "for", "to", "with", "of", "in", "from") for o in (*bare, v)):
            return []
        home = countries_of(one.actors)
        if told.act == "CONSULT":
            parties = [*told.actors, *told.recipients]
            found = (
                [f for f in parties if f.actor.country not in home] if countries_of(parties) & home else []
            )
        else:
            found = told.recipients if told.act in FRIENDLY else []
        if len(countries_of(found)) != 1 or countries_of(found) & home:
            return []
        why = f"whom one stood by in {g.word[told.trigger]!r} before"
        return [Found(f.actor, f.token, f.span, why, False) for f in found]

    # What one of two does ------------------------------------------------------

    def _other(self, one: Coded) -> list[Found]:
        """The other of the two states that a text is about, for what one of them can only do to it."""
        ways = (
            self._at_the_border,
            self._lets_go,
            self._sues,
            self._refuses_talks,
            self._leaves_house,
            self._neighbour,
            self._offers,
            self._ends_accord,
            self._foreign_house,
            self._authorities,
        )
        if any(way(one) for way in ways):
            return self._the_other(one)
        return []

    def _abroad(self, one: Coded) -> list[Found]:
        """The state that the text is set in, whose bare authorities those of another one turn on."""
        if not self._authorities(one):
            return []
        home = countries_of(one.actors)
        return [f for f in self.people.setting() if f.actor.country not in home]

    def _the_other(self, one: Coded) -> list[Found]:
        span = (self.g.start[one.trigger], self.g.end[one.trigger])
        found = self.people.other_of_two(one.actors)
        return [Found(f.actor, one.trigger, span, f.why, False) for f in found]

    def _told_aside(self, one: Coded, acts: Sequence[Coded]) -> bool:
        """Whether one of two complains to a third whom he talks with: `in a call with Merkel, Putin voiced concern at`."""
        two, home = {*self.people.two_states()}, countries_of(one.actors)
        heard = countries_of(one.recipients)
        if one.act != "ACCUSE" or not two or not home <= two or heard & two:
            return False
        return any(
            told.act == "CONSULT"
            and self.g.sent[told.trigger] == self.g.sent[one.trigger]
            and countries_of([*told.actors, *told.recipients]) == home | heard
            for told in acts
        )

    def _at_the_border(self, one: Coded) -> bool:
        """Whether forces are moved to or over the border, or it is closed: `sent tanks to the frontier`."""
        g, v = self.g, one.trigger
        if not g.is_verb(v) or any(f.actor.sector not in STATE and f.actor.sector for f in one.actors):
            return False
        if (one.act, one.mode) == ("COERCE", "restrict") or one.act == "SANCTION":
            return any(g.lemma[o] in nouns()["passages"] for o in g.objects(v))
        where = [
            k
            for n in ("to", "toward", "towards", "across", "along", "near", "at", "on")
            for k in g.prep_objects(v, n)
        ]
        crossed = [*g.objects(v), *where]
        return one.act == "MOBILIZE" and any(g.lemma[k] in nouns()["border"] for k in crossed)

    def _lets_go(self, one: Coded) -> bool:
        """Whether people are let go whose state is not told, or only guessed of captives: `freed the captured pilot`."""
        if (one.act, one.mode) != ("RETREAT", "release"):
            return False
        return all(f.actor.country is None or self._captives(f) for f in one.recipients)

    def _captives(self, f: Found) -> bool:
        """Whether some are called captives of whom no state is named: `the captured fishermen`."""
        if f.actor.kind == "person" or self.people.names_state(f.token, f.actor.country):
            return False
        return any(self.g.lower[c] in nouns()["taken"] for c in self.g.all_children(f.token, "amod"))

    def _sues(self, one: Coded) -> bool:
        """Whether a state goes to a court of the world: `sued in The Hague`."""
        g, v = self.g, one.trigger
        if one.act != "ACCUSE" or not g.is_verb(v) or any(f.actor.kind == "person" for f in one.recipients):
            return False
        at = [k for o in (v, *g.objects(v)) for k in g.prep_objects(o, "in", "at", "before", "to", "with")]
        courts = [
            k
            for k in at
            if g.lemma[k] in ("hague", "court", "tribunal", "justice", "organization", "organisation")
        ]
        world = any(
            g.lower[m] in nouns()["world_courts"] for k in courts for m in range(g.left[k], g.right[k] + 1)
        )
        return world and all(f.actor.kind != "person" or f.actor.sector in STATE for f in one.actors)

    def _refuses_talks(self, one: Coded) -> bool:
        """Whether one refuses to talk: `ruled out any meeting`, `there would be no talks`."""
        g, v = self.g, one.trigger
        if (one.act, one.mode) != ("REJECT", "meet") or one.recipients or not g.is_verb(v):
            return False
        things = [*g.objects(v), *g.all_children(v, "attr", "nsubj")]
        things += [k for o in things for k in g.prep_objects(o, "for")]  # "rejected calls for talks"
        return any(g.lemma[k] in nouns()["topical"] for k in things)

    def _offers(self, one: Coded) -> bool:
        """Whether talks or help are offered or agreed to by one of two: `accepted the talks`, `is ready for a dialogue`."""
        g, v = self.g, one.trigger
        if one.act != "AGREE" or one.recipients:
            return False
        below = self._below(v)
        if any(
            g.lower[k] in ("with", "to", "for", "between") and g.dep[k] in ("prep", "dative") for k in below
        ):
            return False
        return any(g.lemma[k] in nouns()["between_two"] for k in below)

    def _neighbour(self, one: Coded) -> bool:
        """Whether it is done to the other one by a word for him alone: `called on the neighbour to withdraw`."""
        g, v = self.g, one.trigger
        if one.recipients or not g.is_verb(v):
            return False
        whom = [*g.objects(v), *g.prep_objects(v, "on", "to", "with", "against", "at", "from")]
        return any(g.lemma[k] in nouns()["other_one"] and g.tag[k] == "NN" for k in whom)

    def _leaves_house(self, one: Coded) -> bool:
        """Whether a state closes a house of its own, which is one abroad: `closed its embassy`."""
        g, v = self.g, one.trigger
        return (
            one.act == "SANCTION"
            and g.is_verb(v)
            and any(g.lemma[o] in nouns()["houses"] for o in g.objects(v))
        )

    def _fought(self, one: Coded, acts: Sequence[Coded]) -> list[Found]:
        """The state that rebels are told to deal with in a text about it, for what they threaten, demand or end and name nobody."""
        homes = {f.actor.country for f in one.actors}
        if one.recipients or len(homes) != 1 or any(f.actor.sector != "REB" for f in one.actors):
            return []
        setting = self.people.setting(dateline=False)
        if {f.actor.country for f in setting} != homes or one.act not in _REBELLIOUS:
            return []
        if one.act == "REQUEST" and not self._owed(one):
            return []
        faced = ([*told.actors, *told.recipients] for told in acts if told is not one)
        if not any(
            any(f.actor.sector == "REB" for f in parties)
            and any(f.actor.country in homes and f.actor.sector in (None, *STATE) for f in parties)
            for parties in faced
        ):
            return []
        span = (self.g.start[one.trigger], self.g.end[one.trigger])
        return [Found(f.actor, one.trigger, span, "the state that the rebels fight", False) for f in setting]

    def _owed(self, one: Coded) -> bool:
        """Whether something is demanded that a state has to give: `demand the release of their comrades`."""
        g, v = self.g, one.trigger
        asked = [*g.objects(v), *g.prep_objects(v, "for")] if g.is_verb(v) else g.prep_objects(v, "for")
        return any(g.lemma[o] in nouns()["owed"] for o in asked)

    def _ends_accord(self, one: Coded) -> bool:
        """Whether one of two ends an accord: `denounced the treaty of friendship`."""
        things = self.g.objects(one.trigger) if self.g.is_verb(one.trigger) else []
        return (
            one.act == "SANCTION"
            and not one.recipients
            and any(self.g.lemma[o] in nouns()["accords"] for o in things)
        )

    def _foreign_house(self, one: Coded) -> bool:
        """Whether it is done to an embassy that stands in one's own country, so is another's: `burnt flags before the embassy`."""
        return bool(one.recipients) and all(
            f.actor.name.startswith(_HOUSES) and not self._of_named_state(f) for f in one.recipients
        )

    def _of_named_state(self, f: Found) -> bool:
        """Whether a house is said to be of a state: `the Sudanese Embassy`, not `the embassy in Kiev`."""
        g = self.g
        beside = [k for i in (f.token, *g.objects(f.token)) for k in g.children[i] if g.dep[k] in _BESIDE]
        beside += g.prep_objects(f.token, "of")
        return g.pos[f.token] == "PROPN" or any(self.people.of(k, owner=False) for k in beside)

    def _authorities(self, one: Coded) -> bool:
        """Whether who acts for a state turns on bare authorities, which are not his own: `the premier accused the authorities of`."""
        if one.act not in ("ACCUSE", "REQUEST") or not one.recipients:
            return False
        bare = all(
            self.g.lemma[f.token] == "authority" and not self.people.names_state(f.token, f.actor.country)
            for f in one.recipients
        )
        return bare and all(f.actor.sector in STATE for f in one.actors)

    def _below(self, v: int) -> list[int]:
        """Words of the objects and complements of a verb."""
        g = self.g
        tops = [*g.complements(v), *g.objects(v), *g.prep_objects(v, "for", "as", "of")]
        return [k for t in tops for k in range(g.left[t], g.right[t] + 1)] if g.is_verb(v) else tops

    def _states(self, one: Coded, codes: Sequence[str], why: str) -> list[Found]:
        span = (self.g.start[one.trigger], self.g.end[one.trigger])
        states = [s for c in codes if (s := knowledge_base().state(c)) is not None]
        return [Found(s, one.trigger, span, why, False) for s in states]
