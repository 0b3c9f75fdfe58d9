"""Who did an act: the actors that its slots give, and those that PLOVER lets us supply when they give none.

Whom it touched, where its slots do not say, is for `counterparts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.carriers import measured
from dragoman.coding.conditions import OUTLAWS
from dragoman.coding.contacts import words
from dragoman.coding.lexicon import SPOKEN, Entry
from dragoman.coding.participants import (
    PLACED,
    UNKNOWN_ATTACKER,
    Found,
    Participants,
    nouns,
    protests,
    unique,
    without,
)
from dragoman.coding.slots import Slots
from dragoman.coding.status import governors
from dragoman.language import Grammar
from dragoman.schema import Actor

# Acts that only a state's authorities do to people inside it: a passive without a doer gets the state of
# the place ("was arrested in Cairo").
AUTHORITY = frozenset(
    {
        ("COERCE", "arrest"), ("COERCE", "deport"), ("SANCTION", "convict"), ("ACCUSE", "allege"),
        ("ACCUSE", "investigate"), ("MOBILIZE", "police"), ("COERCE", "curfew"), ("COERCE", "martial-law"),
    }
)  # fmt: skip
# Of what states do, what the one that a story is set in did if nobody is named: `the monitors were expelled in July`.
AT_HOME = frozenset(
    {
        ("SANCTION", "expel"), ("COERCE", "arrest"), ("COERCE", "deport"), ("COERCE", "restrict"), ("COERCE", "censor"),
    }
)  # fmt: skip
# Entries of the summoning of envoys, who are summoned where they are posted.
_SUMMONS = "accuse.summon"
# Acts by which people are sent out of a state.
_SENDING_OUT = frozenset({("SANCTION", "expel"), ("COERCE", "deport")})
# Measures that a state takes over all of its people, whoever is named beside them.
OVER_ALL = frozenset({("COERCE", "curfew"), ("COERCE", "martial-law")})
# Acts on people who belong, if nothing else says so, where they are.
PLACING = frozenset({"ASSAULT", "COERCE", "SANCTION", "CONCEDE", "RETREAT"})
# Acts whose passive leaves the doer out, being the forces that it moves.
MOVED = frozenset({"MOBILIZE", "RETREAT"})
ARMED = frozenset({"MIL", "COP"})
# Sectors of those who attack in words.
_CIVIL = frozenset({"GOV", "LEG", "OPP", "PTY", "ELI", "DIP", "JUD", "IGO"})
# Sectors of those who work in a state without belonging to it.
_ABROAD = frozenset({"IGO", "NGO", "JRN", "DIP"})
# Bodies that a politician attacks in words: `renewed his attacks on the central bank`.
_SPOKEN_OF = frozenset(
    {"person", "intergovernmental organisation", "non-governmental organisation", "government body", "media",
     "party", "company"}
)  # fmt: skip
# Where those stand whom one complains of, and those to whom a thing of one's own is given.
_BLAMED = frozenset({"prep:against", "prep:about", "prep:over"})
_HANDED = ("iobj", "prep:to")
# Who does a thing along with somebody else, and the words before `with` that say so.
_COMPANIONS = frozenset(
    {"state", "government body", "intergovernmental organisation", "person", "armed group", "party"}
)
_JOINTLY = frozenset({"together", "along", "jointly"})
# Those who stand in a list beside a state.
_POWERS = frozenset({"state", "government body", "intergovernmental organisation"})
# Prepositions after which a crowd's ground stands: `marched through the Greek capital`.
_TROD = frozenset({"through", "in", "across", "along", "into", "onto", "to", "on", "around", "throughout"})
# Words before the clause of what went on when people were hurt.
_WHILE = frozenset({"when", "as"})
# Classes of nouns through which their owner acts.
_ACTING = (
    "acting", "agents", "weapon_or_blast", "text", "message", "summing", "proposals", "accords", "misdeed", "deeds",
    "deeds_mobilize", "deeds_assault", "deeds_coerce", "deeds_sanction", "deeds_retreat", "deeds_concede", "deeds_aid",
    "heads", "stranger", "crowd",
)  # fmt: skip
# Participles of people who were no prisoners of a state, as the lemmatiser has them.
KIDNAPPED = frozenset({"kidnap", "abduct", "kidnapped", "abducted"})
# Verbs of taking people away, by kidnappers if nobody is named.
_SNATCHED = frozenset({"seize", "snatch", "grab", "take"})
# Sectors of those whom their own state sends abroad.
_SENT = frozenset({"MIL", "SPY", "DIP"})
# Prepositions of the place where something is.
INSIDE = frozenset({"in", "at", "across", "around", "throughout", "near", "outside", "inside"})


class Roles:
    """Finds the participants of acts in one doc."""

    def __init__(self, g: Grammar, people: Participants) -> None:
        self.g = g
        self.people = people

    def fill(
        self,
        slots: Slots,
        names: tuple[str, ...],
        entry: Entry,
        *,
        owner: bool = True,
        but: Sequence[Found] = (),
        doers: bool = False,
    ) -> list[Found]:
        """Actors of the first slot that gives any who are not among those of `but`, foreign ones before people at home.

        `gave back to Eritrea the bodies of its soldiers` is done to Eritrea. Whom one complains of goes before
        whom one complains to; the doer of what is condemned, before whom it is done to.
        """
        if entry.act == "ACCUSE" and entry.mode != "investigate":
            done = "obj" in names and without(self.in_slot(slots, "obj", entry, owner=owner), but)
            if not done:
                names = tuple(sorted(names, key=lambda name: name not in _BLAMED))
        home = {f.actor.country for f in but} - {None}
        at_home: list[Found] = []
        for name in names:
            found = without(self.in_slot(slots, name, entry, owner=owner, doers=doers), but)
            inquiry = entry.mode == "investigate"  # of one's own people, too
            fought = entry.act == "ASSAULT" and any(f.actor.sector in OUTLAWS for f in found)
            if (
                found
                and not at_home
                and not inquiry
                and not fought
                and all(f.actor.country in home for f in found)
            ):
                at_home = [
                    f for f in found if f.direct or f.actor.kind != "state"
                ]  # "sorry for Japan's wars"
                others = [f for way in _HANDED for f in self.in_slot(slots, way, entry, owner=False)]
                found = [f for f in unique(others) if f.actor.country and f.actor.country not in home]
            if found and not (at_home and all(f.actor.country is None for f in found)):
                return found
        return at_home

    def in_slot(
        self, slots: Slots, name: str, entry: Entry, *, owner: bool = True, doers: bool = False
    ) -> list[Found]:
        """Actors that one slot gives, each once; of `doers`, none through a thing by which nobody acts."""
        g = self.g
        out: list[Found] = []
        for i in slots.get(name):
            if entry.act == "SUPPORT" and name in ("prep:in", "prep:at") and i < slots.i:
                continue  # "In New York, the Secretary-General welcomed the accord"
            if name == "prep:on" and self._platform(i, slots, entry):
                continue  # "demanded on Twitter that"
            if name == "mod" and entry.kind == "noun":
                found = self.people.of(i, owner=False)
            elif entry.act == "CONSULT" and entry.mode == "visit" and i in self.people.places:
                found = self.people.of(i, owner=False) or self.people.host_state(i)
            else:
                found = self.people.of(
                    i, owner=owner and not (doers and name == "subj" and self._idle(i, entry))
                )
                if not found and name == "prep:of" and entry.act == "RETREAT":
                    found = self.people.owner(i, inert=True)  # "the withdrawal of the Russian bases"
                if not found and name != "subj":
                    found = self.people.host_state(i)
                    if not found and name == "prep:in" and g.lemma[i] in nouns()["locality"]:
                        # "in the city of Bukavu"
                        found = [f for k in g.prep_objects(i, "of") for f in self.people.host_state(k)]
                if not found and entry.mode == "visit" and self.g.lemma[i] in words()["somewhere"]:
                    found = self.people.owner(i, inert=True)
                if not found and entry.mode == "visit" and name == "obj":
                    ground = self.people.ground_of(i)  # "toured a clinic in Jordan"
                    found = self.people.host_state(ground) if ground is not None else []
            out += found + (self._listed(i) if found else [])
        if len(out) > 1 and name != "mod":
            out = [out[0], *(self._alike(f, out[0]) for f in out[1:])]
        return unique(out)

    def _platform(self, i: int, slots: Slots, entry: Entry) -> bool:
        """Whether a thing is only said there: `demanded on Facebook`, not `called on Facebook to`."""
        worded = () if slots.sense is None else slots.sense.rest
        spoken = entry.kind == "verb" and entry.act in SPOKEN | {"REQUEST", "THREATEN"} and "on" not in worded
        return spoken and any(f.actor.kind in ("company", "media") for f in self.people.of(i, owner=False))

    def alongside(self, v: int, actors: list[Found]) -> list[Found]:
        """Who does it too, by a phrase beside the subject: `Norway, along with Sweden`, `together with`, `like Oman and Qatar`.

        Only states, bodies and persons that the phrase itself names.
        """
        g = self.g
        subjects = [s for s in g.subjects(v) if any(f.token == s for f in actors)]
        if not subjects or not all(f.direct for f in actors):
            return []
        pronouns = g.all_children(v, "nsubj")  # "which together with Egypt mediated"
        out: list[Found] = []
        for p in (c for h in dict.fromkeys((*subjects, *pronouns, v)) for c in g.children[h]):
            if g.dep[p] == "prep" and self._of_company(p, v, subjects):
                objects = [m for c in (p, *g.all_children(p, "prep")) for m in g.all_children(c, "pobj")]
                out += [
                    f for m in objects for k in g.noun_conjuncts(m) for f in self.people.of(k, owner=False)
                ]
        told = [f for f in out if f.direct and f.actor.kind in _COMPANIONS]
        return without(told, actors) if len(told) == len(out) else []

    def _of_company(self, p: int, v: int, subjects: list[int]) -> bool:
        """Whether a preposition joins another doer to the subject."""
        g, word = self.g, self.g.lower[p]
        if word == "alongside":
            return True
        if word == "with":
            return g.lower[p - 1] in _JOINTLY
        if word == "along":
            return p < v and g.lower[p + 1 : p + 2] == ["with"]
        return word == "like" and g.lower[p - 1] == "," and p - 2 in subjects and p < v

    def _idle(self, i: int, entry: Entry) -> bool:
        """Whether nobody acts through what a singular noun names: `the Syrian kitchen`, `a band from Cork`.

        An entry that asks for the noun says that somebody does: `a tip from Morocco led them to him`.
        """
        lemma, known = self.g.lemma[i], nouns()
        if self.g.tag[i] != "NN" or any(lemma in known[name] for name in _ACTING):
            return False
        if lemma in known["quantity"] and self.g.prep_objects(i, "of"):
            return False  # "the first batch of Indian vaccines"
        asked = [c for c in entry.when if c.slot == "subj"]
        return not any(
            lemma in words or any(w.endswith(f" {lemma}") for w in words)
            for c in asked
            for words in (c.words, *c.classes)
        )

    def _listed(self, i: int) -> list[Found]:
        """States that the parser took for another name of the first: `Damascus, the militias and Moscow shelled`."""
        g = self.g
        listed = [
            k
            for a in g.all_children(i, "appos")
            if a > i and g.lower[a - 1] != "(" and g.child(a, "conj") is not None
            for k in g.noun_conjuncts(a)
        ]
        found = [f for k in listed for f in self.people.of(k, owner=False)]
        told = {
            f.actor.kind for f in (*found, *self.people.of(i, owner=False)) if f.token in (i, *listed[1:])
        }
        return found if told and told <= _POWERS else []

    def _alike(self, f: Found, first: Found) -> Found:
        """A noun that shares the adjective before the one it stands beside: `Palestinian women and teenagers`."""
        g, i, h = self.g, f.token, first.token
        one, other = f.actor, first.actor
        nominal = (
            {one.kind, other.kind} <= {"unnamed", "population"} and g.pos[i] == "NOUN" and g.head[i] == h
        )
        if not nominal or g.dep[i] != "conj" or one.country == other.country or other.country is None:
            return f
        told = [
            c
            for c in g.children[h]
            if c < h and g.dep[c] in ("amod", "compound", "nmod") and self.people.of(c)
        ]
        if not told or any(g.dep[c] in ("amod", "compound", "nmod", "poss", "det") for c in g.children[i]):
            return f
        if any(c > i and g.lower[c] in ("from", "of") for c in g.all_children(h, "prep")):
            return f  # "Turkish officials and envoys from Sweden"
        actor = one.model_copy(
            update={"id": f"{other.country}-{g.lemma[i]}".lower(), "country": other.country,
                    "name": f"{self.people.demonym(other.country)} {g.lower[i]}"}
        )  # fmt: skip
        return Found(actor, i, f.span, f"{g.word[told[0]]!r} goes for {g.word[i]!r} too", f.direct)

    def undergoers(self, v: int) -> list[Found]:
        """Whom a nominal act touches that its verb says they undergo: `came under fire`, `died in a raid`."""
        g = self.g
        return unique(
            [f for i in (g.objects(v) if g.is_passive(v) else g.subjects(v)) for f in self.people.of(i)]
        )

    def visitor(self, told: Found) -> tuple[list[Found], list[Found]]:
        """Visitor and host of `the visit to Ukraine Vice President Biden`, a translation that lost its `of`."""
        if told.actor.kind == "person":
            for c in self.g.all_children(told.token, "compound", "nmod", "poss"):
                hosts = [f for f in self.people.of(c, owner=False) if f.actor.kind == "state"]
                hosts = hosts or self.people.host_state(c)
                if hosts and hosts[0].actor.country != told.actor.country:
                    return [told], hosts[:1]
        return [], [told]

    def with_clause(
        self, n: int, reciprocal: bool, actors: list[Found], recipients: list[Found]
    ) -> list[Found]:
        """The parties of a contact, with the one that the clause around it names.

        `In a call with Xi, Biden warned ...`, `Hollande, on a visit to the Emirates`, `arrived for talks with`;
        a meeting without parties of its own is one between subject and object: `urged Putin at a meeting`.
        """
        g = self.g
        top = measured(g, n)  # "at the opening of talks"
        p = g.head[top]
        table = governors()
        remote = g.lemma[n] in words()["remote"]
        on_visit = g.lower[p] == "with" and g.lemma[g.head[p]] in table["contact_on"] and not reciprocal
        ways = table["contact_by" if remote else "contact_in"]
        if g.dep[top] != "pobj" or (g.lower[p] not in ways and not on_visit):  # "arrived with a visit"
            return actors
        alone = g.prep_objects(n, "with") and not g.prep_objects(
            n, "between", "among"
        )  # "in talks with A and B"
        if (len({f.actor.id for f in actors}) > (1 if reciprocal else 0) and not (reciprocal and alone)) or (
            not reciprocal and not recipients
        ):
            return actors
        if any(g.dep[c] == "det" and g.lower[c] in ("no", "any", "another") for c in g.children[n]):
            return actors
        above = g.head[p]
        if g.pos[above] == "NOUN" and not self.people.of(
            above
        ):  # "agreed to [the plan in a call with Putin]"
            hub = g.head[above] if g.dep[above] != "pobj" else g.head[g.head[above]]
            above = hub if g.is_verb(hub) and g.dep[above] in ("dobj", "pobj") else above
        if (
            g.lower[p] == "on"
            and not remote
            and g.is_verb(above)
            and p > above
            and g.lemma[above] not in table["contact_on"]
        ):
            return actors  # "commenting on the visit", but "Hollande, on a visit to Mali, said"
        if remote and not actors and g.dep[above] == "nsubj" and g.is_verb(g.head[above]):
            above = g.head[above]  # "the president by telephone informed his colleague"
        if not g.is_verb(above):
            around = self.people.of(above, owner=False)
        else:
            subjects = [unique(self.people.of(s, owner=False)) for s in g.subjects(above)]
            around = [f for found in (subjects if reciprocal else subjects[:1]) for f in found]
            if around and reciprocal and not actors and self._convened(n, g.lower[p], around):
                return around
            if not actors and not recipients and len({f.actor.country for f in around}) < 2:
                objects = g.objects(above) or g.datives(above)
                met = [f for o in objects[:1] for f in self.people.of(o, owner=False)]
                called = remote or any(g.lemma[k] in words()["remote"] for k in g.all_children(n, "compound"))
                if not met and called:  # "conveyed his regret to Abe in a phone call"
                    met = [f for o in g.prep_objects(above, "to") for f in self.people.of(o, owner=False)]
                around += met
                if any(f.actor.kind != "person" for f in around):
                    return actors
        known = {f.actor.id for f in (*actors, *recipients)}
        extra = [f for f in around if f.direct and f.actor.id not in known]
        if not extra or (reciprocal and len(extra) + len(actors) < 2):
            return actors
        return unique([*extra, *actors])

    def _convened(self, n: int, preposition: str, told: list[Found]) -> bool:
        """Whether those who do something at a meeting are the body or the sides that met: `At a summit in Accra, ECOWAS leaders decided`."""
        g, table = self.g, words()
        if g.prep_objects(n, "with", "between", "among", "of"):
            return False
        if self.assembly(told):
            return preposition in ("at", "in", "during") and g.lemma[n] in table["of_many"] | table["of_two"]
        sides = all(g.tag[f.token] == "NNS" and g.lemma[f.token] in table["sides"] for f in told)
        return sides and g.lemma[n] in table["told_before"]

    def crowd(self, actors: list[Found]) -> bool:
        """Whether the doers are demonstrators and the like, whose violence is a riot (codebook PROTEST)."""
        crowded = [self.g.lemma[f.token] in nouns()["crowd"] for f in actors]
        # "hundreds of soldiers" are none, nor "the two neighbours"
        of_state = any(f.actor.sector in ARMED or f.actor.kind == "state" for f in actors)
        return bool(crowded) and all(crowded) and not of_state

    def marching(self, actors: list[Found]) -> bool:
        """Whether all the doers are named by their protest: `demonstrators`, `marchers`."""
        return bool(actors) and all(self.g.lemma[f.token] in protests()["marching"] for f in actors)

    def stoning(self, slots: Slots, actors: list[Found]) -> bool:
        """Whether people who are not called by a protest throw things at men in uniform: `migrants hurled stones at guards`."""
        hurled = any(self.g.lemma[o] in protests()["hurled"] for o in slots.get("obj"))
        at = any(self.g.lemma[k] in protests()["guards"] for k in slots.get("prep:at"))
        return bool(actors) and hurled and at and not self.marching(actors)

    def own_forces(self, actors: list[Found], recipients: list[Found]) -> bool:
        """Whether those to whom something goes are the forces of who sends it: `boats took supplies to Filipino marines`."""
        own = {f.actor.country for f in actors} - {None}
        return bool(recipients) and all(
            f.actor.sector in ARMED and f.actor.country in own for f in recipients
        )

    def in_words(self, n: int, actors: list[Found], recipients: list[Found]) -> bool:
        """Whether an attack is one of words: by somebody of name on another, `a fierce attack on the commissioner`."""
        if self.g.lemma[n] not in nouns()["attack_in_words"] or not actors or not recipients:
            return False
        civil = all(f.actor.kind == "person" and f.actor.sector not in ARMED | OUTLAWS for f in actors)
        return civil and all(f.actor.kind in _SPOKEN_OF for f in recipients)

    def spoken_attack(self, entry: Entry, slots: Slots, actors: list[Found]) -> bool:
        """Whether politicians attack in words: a person or a body, or anybody for what they did; no state and no place."""
        if not actors or not all(f.actor.kind == "person" and f.actor.sector in _CIVIL for f in actors):
            return False
        if any(slots.get(f"prep:{name}") for name in ("over", "for", "as")):
            return True
        attacked = self.in_slot(slots, "obj", entry)
        return bool(attacked) and all(
            f.actor.kind not in ("state", "population") and f.actor.sector not in ARMED | OUTLAWS
            for f in attacked
        )

    def crowd_facing(self, actors: list[Found], recipients: list[Found]) -> tuple[list[Found], list[Found]]:
        """Who riots, against which forces: of `clashes between youths and police` the police are whom it is against."""
        forces = [f for f in actors if f.actor.sector in ARMED]
        if not forces or len(forces) == len(actors):
            return actors, recipients
        return without(actors, forces), unique([*forces, *recipients])

    def officials(self, actors: list[Found]) -> bool:
        """Whether the doers are states, bodies of state or those who hold office in them."""
        return bool(actors) and all(
            not self._a_people(f.token)
            and (f.actor.kind in ("state", "government body") or f.actor.sector == "GOV")
            for f in actors
        )

    def _a_people(self, i: int) -> bool:
        """Whether a token names the people of a state: `Brazilians`, `Lebanese banged pots`."""
        if self.g.tag[i] == "NNPS":
            return True
        mention = self.people.mentions.headed(i)
        return mention is not None and mention.via == "demonym"

    def assembly(self, actors: list[Found]) -> bool:
        """Whether the only party is a body of several states, whose meeting is multilateral by itself."""
        return all(f.actor.kind == "intergovernmental organisation" for f in actors)

    def definite(self, n: int) -> bool:
        """Whether a nominal act is one spoken of before: `the talks`, `this meeting`."""
        return any(self.g.lower[c] in ("the", "this", "these", "their") for c in self.g.children[n])

    def plural(self, slots: Slots, actors: list[Found]) -> bool:
        """Whether one phrase names several parties to a reciprocal act ("the ministers met")."""
        g = self.g
        return any(g.tag[f.token] in ("NNS", "NNPS") or g.lower[f.token] in ("they", "both") for f in actors)

    def implied(
        self, entry: Entry, slots: Slots, act: str, mode: str | None, recipients: list[Found]
    ) -> list[Found]:
        """Doers that PLOVER lets us supply: unknown attackers, the authorities of the place."""
        g, i = self.g, slots.i
        span = (g.start[i], g.end[i])
        doers = slots.get("subj") if entry.kind == "noun" or "subj" in entry.frame.actor else []
        if (
            act == "ASSAULT" and mode == "crowd-control" and not doers
        ):  # "tear gas was fired at workers in Piraeus"
            for f in self.people.where(i)[:1]:
                return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
        if act in ("ASSAULT", "RETREAT") and mode in ("beat", "torture", "release") and not doers:
            keepers = self._keepers(slots, recipients)
            if keepers:
                return keepers
        # Executions are ASSAULT, and done by the law all the same; a chamber votes a government out.
        at_home = act in ("ASSAULT", "SANCTION") and "home" in entry.frame.actor
        lawful = (act, mode) in AUTHORITY or at_home
        if act == "ASSAULT" and recipients and not doers and not lawful:
            laid = self.laid_on([i, *slots.get("prep:in"), *slots.get("prep:during")])
            laid = laid or self._amid(i, slots, recipients)
            return laid or [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "ASSAULT" and recipients and entry.kind == "verb" and not lawful:
            nameless = nouns()["weapon_or_blast"] | nouns()["stranger"] | nouns()["reckoning"]
            if all(g.lemma[s] in nameless for s in slots.get("subj")):
                ordered = self._ordered(slots.get("subj")) or self.laid_on(slots.get("subj"))
                if ordered:
                    return ordered
                return [Found(UNKNOWN_ATTACKER, i, span, "no attacker is named", False)]
        if act == "PROTEST":
            found = self.protesters(i)
            if found:
                return found
        if slots.get("subj") and "subj" not in entry.frame.recipient:  # "faces charges"
            return []
        if mode == "release" and entry.kind == "verb" and not self._kidnapped(slots):
            # "the captured pilot was handed over at Wagah"
            for f in self.people.where(i, back=0, by=INSIDE)[:1]:
                return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
        if (
            act in MOVED and mode != "release" and entry.kind == "verb"
        ):  # "troops were withdrawn", "police were deployed"
            found = unique(
                [f for k in slots.get("obj") for f in self.people.of(k) if f.actor.sector in ARMED]
            )
            if not found and mode == "weapons":  # "American F-16 fighters have been deployed to Poland"
                found = unique([f for k in slots.get("obj") for f in self.people.owner(k)])
            if found:
                return found
        if (act, mode) in _SENDING_OUT and entry.kind == "verb":  # "were ordered to leave Poland"
            left = [k for c in slots.get("comp") for k in (*g.objects(c), *g.prep_objects(c, "from"))]
            left += slots.get("prep:from")  # "was expelled from Kinshasa"
            found = [f for k in left for f in self.people.host_state(k)]
            sent = {f.actor.country for f in recipients}
            if found and found[0].actor.country not in sent:
                f = found[0]
                return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
        if (
            act == "REJECT"
            and entry.kind == "verb"
            and g.is_passive(i)
            and g.lemma[i] in nouns()["withholding"]
        ):
            return self._refusers(slots, recipients)
        told = entry.kind == "noun" or g.child(i, "auxpass") is not None  # not "a group banned in Russia"
        if act == "ACCUSE" and entry.kind == "verb" and g.lemma[i] in nouns()["blaming"]:
            if not recipients or any(f.actor.sector in ARMED | OUTLAWS | {"PRM", "GOV"} for f in recipients):
                return []  # "militias accused of raiding villages": by anybody, a private person by the law
        thing = (
            g.dep[i] == "acl" and g.pos[g.head[i]] == "NOUN" and not self.people.of(g.head[i], owner=False)
        )
        if (act, mode) == ("ACCUSE", "allege") and thing:
            return []  # "a raid blamed on the rebels": nobody says by whom
        if (act == "COERCE" and told) or lawful:
            for k in (
                k for name in ("prep:in", "prep:at", "prep:across", "prep:by") for k in slots.get(name)
            ):
                found = self.people.host_state(k) or self.people.of(k, owner=False)
                if found:
                    f = found[0]
                    return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
        if told and (act == "COERCE" or lawful or (act, mode) == ("SANCTION", "expel")):
            # "security has been stepped up around buildings across France", "attaches at the embassy in Bonn were expelled"
            for f in self.people.where(i, back=0, by=INSIDE)[:1]:
                return [Found(f.actor, f.token, f.span, f"authorities of the place; {f.why}", False)]
        if (act, mode) == ("COERCE", "arrest") and all(self._abroad(f) for f in recipients):
            captors = self.people.other_of_two(recipients)
            if captors:
                return captors
        if (act == "COERCE" and told) or lawful:
            for f in recipients:
                state = self.people.home(f.actor)
                if state is not None and lawful and mode != "deport":
                    why = f"no doer is named; the authorities of {f.actor.name}'s country"
                    return [Found(state, f.token, f.span, why, False)]
        undoer = self._undoer(i) if entry.kind == "verb" else []
        if undoer:
            return undoer
        if entry.kind == "verb" and ((act, mode) in OVER_ALL or self._lifted_at_home(slots, act)):
            told_where = bool(slots.get("prep:in"))  # "in the former colony": not where the story plays
            for f in (
                self.people.where(i, back=0, by=INSIDE) or ([] if told_where else self.people.setting())
            )[:1]:
                return [Found(f.actor, i, span, f"no doer is named; {f.why}", False)]
        summons = entry.id.startswith(_SUMMONS)
        if recipients and entry.kind == "verb" and told and ((act, mode) in AT_HOME or summons):
            for f in self.people.setting()[:1]:
                if (summons or mode in ("expel", "deport")) and not self._foreign(recipients, f.actor):
                    continue  # "students were expelled from the school"
                return [Found(f.actor, i, span, f"no doer is named; {f.why}", False)]
        return []

    def _abroad(self, f: Found) -> bool:
        """Whether people are a state's soldiers or envoys, of whom no name is told: `four Russian officers`."""
        return f.direct and f.actor.sector in _SENT and f.actor.kind == "unnamed"

    def _amid(self, i: int, slots: Slots, hurt: list[Found]) -> list[Found]:
        """Forces amid whose deed people are hurt: `were shot dead when troops opened fire`, `died in the attack of the air force`."""
        g = self.g
        deeds = [*slots.get("prep:in"), *slots.get("prep:during")]
        fought = unique([f for n in deeds for k in g.prep_objects(n, "between") for f in self.people.of(k)])
        if len({f.actor.id for f in fought}) > 1:
            return fought  # "died in clashes between police and students"
        amid = [k for n in deeds for k in g.prep_objects(n, "of")]
        for c in g.all_children(i, "advcl"):
            timed = any(g.lower[m] in _WHILE for m in g.all_children(c, "mark", "advmod"))
            if timed and g.is_verb(c) and not g.is_passive(c) and not g.is_negated(c):
                amid += g.subjects(c)
        found = unique([f for k in amid for f in self.people.of(k, owner=False)])
        same = {f.actor.id for f in hurt}
        armed = [f for f in found if f.actor.sector in ARMED | OUTLAWS and f.actor.id not in same]
        return armed if len(armed) == len(found) else []

    def _kidnapped(self, slots: Slots) -> bool:
        """Whether those who are freed were no prisoners of a state: hostages, or people whom somebody kidnapped."""
        g = self.g
        freed = slots.get("obj")
        told = [c for o in freed for c in g.all_children(o, "acl", "relcl", "amod")]
        snatched = any(
            g.lemma[c] in _SNATCHED and g.tag[c] == "VBN" and not g.prep_objects(c, "by") for c in told
        )  # "the pupils seized from a school were freed"
        kidnapped = bool(KIDNAPPED & {g.lemma[c] for c in told})
        return any(g.lemma[o] in nouns()["hostage"] for o in freed) or kidnapped or snatched

    def _refusers(self, slots: Slots, refused: list[Found]) -> list[Found]:
        """Who refuses what a passive says was refused: whom one would have met, the state one would have entered.

        `was denied an audience with the king`, `were refused entry to Libya`, `was refused permission to land in Ankara`.
        """
        g = self.g
        things = [slots.i, *g.all_children(slots.i, "dobj")]
        things += [c for o in things for c in (*g.complements(o), *g.all_children(o, "acl"))]
        for name in ("with", "to", "from", "into", "in"):
            for k in (k for o in things for k in g.prep_objects(o, name)):
                met = self.people.of(k, owner=False) if name == "with" else []
                found = without(met or self.people.host_state(k), refused)
                if found:
                    return found
        for k in (
            k for c in things if g.is_verb(c) and g.lemma[c] in nouns()["entering"] for k in g.objects(c)
        ):
            found = without(self.people.host_state(k) or self.people.owner(k, inert=True), refused)
            if found:
                return found
        return without(self.people.where(slots.i, back=0, by=INSIDE)[:1], refused)

    def _undoer(self, v: int) -> list[Found]:
        """Who undoes a measure, and so had taken it: `must reverse the duty [imposed] on Nepali goods`."""
        g, n = self.g, self.g.head[v]
        if g.dep[v] != "acl" or g.tag[v] != "VBN" or g.dep[n] != "dobj":
            return []
        if g.lemma[g.head[n]] not in nouns()["undoing"] or g.prep_objects(v, "by"):
            return []
        return unique([f for s in g.subjects(g.head[n]) for f in self.people.of(s, owner=False)])

    def _lifted_at_home(self, slots: Slots, act: str) -> bool:
        """Whether a passive tells that a measure was eased that only a state at home takes: `the curfew was lifted`."""
        g = self.g
        if act != "CONCEDE" or g.child(slots.i, "auxpass") is None:
            return False
        return any(g.lemma[o] in nouns()["home_measure"] for o in slots.get("obj"))

    def _foreign(self, people: list[Found], state: Actor) -> bool:
        """Whether people can be sent out of a state: of another, or of a body of many."""
        return any(
            f.actor.country != state.id and (f.actor.country is not None or f.actor.sector in _ABROAD)
            for f in people
        )

    def protesters(self, i: int) -> list[Found]:
        """Those who protest, of whom the text says no more than where: `thousands of people took to the streets of Caracas`.

        They are of the country that the sentence names as the place, else of the one whose streets they fill, else of
        the one named before, else of the one that the story is set in.
        """
        g, people = self.g, self.people
        grounds = people.where(i, back=0)
        if not grounds:  # "through the Greek capital", "the streets of Brazil's biggest cities"
            phrases = [k for name, k in g.prepositions(i) if name in _TROD]
            phrases += [m for k in (*phrases, *g.objects(i)) for m in g.prep_objects(k, "of", "in")]
            ground = [k for k in (*phrases, *g.objects(i)) if g.lemma[k] not in protests()["faced"]]
            owners = [f for k in ground for f in people.owner(k, inert=True)]
            grounds = [home for f in owners if (home := self._home_of(f)) is not None]
        grounds = grounds or people.where(i) or self._anywhere(i) or people.setting()
        for home in grounds[:1]:
            name = people.demonym(home.actor.country)
            crowd = Actor(
                id=f"{home.actor.id}-protesters", name=f"{name} protesters", kind="population",
                country=home.actor.country, sector="CVL",
            )  # fmt: skip
            return [Found(crowd, i, (g.start[i], g.end[i]), f"people of the place; {home.why}", False)]
        return []

    def _anywhere(self, i: int) -> list[Found]:
        """The state of the place that the sentence of token `i` names in whatever role: `Hong Kong's airport`."""
        first, last = self.g.sents[self.g.sent[i]]
        named = [f for k in range(first, last) if k in self.people.places for f in self.people.host_state(k)]
        return named if len({f.actor.country for f in named}) == 1 else []

    def _home_of(self, f: Found) -> Found | None:
        state = self.people.home(f.actor)
        return None if state is None else Found(state, f.token, f.span, f.why, False)

    def _ordered(self, strikes: list[int]) -> list[Found]:
        """Who ordered, launched or claimed a strike that the clause around it tells of: `the raid that killed ten was`."""
        g = self.g
        for s in strikes:
            v = g.head[s]
            if g.is_verb(v) and g.lemma[v] in nouns()["commanding"] and s in g.objects(v):
                found = [f for k in g.subjects(v) for f in self.people.of(k, owner=False)]
                if found:
                    return unique(found)
        return []

    def _keepers(self, slots: Slots, held: list[Found]) -> list[Found]:
        """The authorities who hold somebody to whom a passive does something: `was beaten in custody`, `freed from jail`."""
        g = self.g
        where = [k for name in ("in", "from", "after", "on") for k in slots.get(f"prep:{name}")]
        where += [m for k in where for m in g.prep_objects(k, "in", "of")]
        for k in where:  # "released from Taliban custody"
            if g.lemma[k] in nouns()["gaol"] and (told := self._custodians(k)):
                return told
        held = held or [f for k in slots.get("obj") for f in self.people.of(k, owner=False)]
        if not held or not any(g.lemma[k] in nouns()["gaol"] for k in where):
            return []
        home = self.people.home(held[0].actor)
        f = held[0]
        return [] if home is None else [Found(home, f.token, f.span, f"who holds {f.actor.name}", False)]

    def _custodians(self, k: int) -> list[Found]:
        """Those named before a word of custody, whose it is: `Taliban custody`, `their captivity` is nobody's."""
        g = self.g
        before = [c for c in g.all_children(k, "compound", "amod", "nmod", "poss") if g.pos[c] != "PRON"]
        return unique([f for c in before for f in self.people.of(c, owner=False) if f.actor.kind != "person"])

    def hosts(self, slots: Slots, actors: list[Found]) -> list[Found]:
        """The state that stands before a visit to it: `will start his three-day [Myanmar] visit`."""
        own = {f.actor.country for f in actors}
        told = [f for k in slots.get("mod") for f in self.people.of(k, owner=False)]
        return [f for f in told if f.actor.kind == "state" and f.actor.country not in own]

    def laid_on(self, deeds: list[int]) -> list[Found]:
        """Whom the phrase of a nameless deed lays it on: `a raid blamed on the rebels`, `attributed to`, `claimed by`."""
        g = self.g
        for n in deeds:
            for c in g.all_children(n, "acl", "relcl"):
                if g.lemma[c] in nouns()["laying"] and g.is_passive(c) and not g.is_negated(c):
                    laid = g.prep_objects(c, "on", "to") or (g.subjects(c) if g.lemma[c] == "claim" else [])
                    found = unique([f for k in laid for f in self.people.of(k, owner=False)])
                    if found:
                        return found
        return []

    def claimed(self, i: int) -> list[Found]:
        """Who claims a deed of nameless attackers, in its sentence or the next: `killed ten; the Taliban claimed it`."""
        g = self.g
        number = g.sent[i]
        last = g.sents[min(number + 1, len(g.sents) - 1)][1]
        for v in range(g.sents[number][0], last):
            if g.lemma[v] != "claim" or not g.is_verb(v) or g.is_negated(v):
                continue
            if any(
                g.lemma[o] == "responsibility" or g.lemma[o] in nouns()["weapon_or_blast"]
                for o in g.objects(v)
            ):
                found = [f for k in g.subjects(v) for f in self.people.of(k, owner=False)]
                if found:
                    return unique(found)
        return []

    def placed(self, found: list[Found], i: int, act: str, authorities: list[Found]) -> list[Found]:
        """Agents without a country, as those of the place they are put in: `a journalist in Tijuana`.

        Those whom an act hurts or binds belong, if nothing else says so, where the act at token `i` is done, else
        to the country of the authorities that do it.
        """
        if any(f.actor.country for f in found):
            return found
        return [self._put(f, i, act, authorities) for f in found]

    def _put(self, f: Found, i: int, act: str, authorities: list[Found]) -> Found:
        if f.actor.kind == "person":  # of a name that no table knows
            if act not in PLACING or f.actor.sector not in (None, *PLACED):
                return f
        elif f.actor.sector not in PLACED or f.actor.kind not in ("unnamed", "population"):
            return f
        own = self.g.prep_objects(f.token, "in", "of", "at", "near", "from")
        states = [s for k in own for s in self.people.host_state(k)]
        if not states and act in PLACING:
            states = self.people.where(i) or [
                Found(home, f.token, f.span, f"{a.actor.name} has authority in {home.name}", False)
                for a in authorities
                if (home := self.people.home(a.actor)) is not None
            ]
        if not states:
            return f
        state = states[0].actor
        actor = f.actor.model_copy(
            update={"id": f"{state.country}-{f.actor.id}".lower(), "country": state.country}
        )
        return Found(actor, f.token, f.span, f"{f.why}; {states[0].why}", f.direct)
