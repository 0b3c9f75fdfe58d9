"""One person by what he is: `the former president`, `the Haitian general`, `his guest`, `the fugitive`.

The person is one named before who fits by country, role and past; nobody is brought in from outside the text,
and never somebody of another country.
"""

from __future__ import annotations

from dragoman.actors.careers import Careers
from dragoman.actors.charges import charged
from dragoman.actors.described import RULING, SENTENCED, SOLDIERS, Description, Phrases, introduced
from dragoman.actors.discourse import ARGUMENTS, Discourse
from dragoman.actors.epithets import REACH, Epithets
from dragoman.actors.mention import ActorMention
from dragoman.actors.sets import Sets
from dragoman.schema import Actor

_AGAINST = frozenset({"OPP", "REB"})
_ABSOLUTE = frozenset({"dictator", "strongman", "autocrat", "tyrant", "despot"})
_SEQUENCE = {"successor": 1, "predecessor": -1}
_OF = frozenset({"of", "for", "from"})
# Nouns for who receives, visits or talks to somebody: of two of one rank.
_COMPANY = frozenset({"host", "guest", "partner", "visitor", "interlocutor"})
_GUESTS, _HOSTS = frozenset({"guest", "visitor"}), frozenset({"host"})
_RECEIVING = frozenset({"receive", "host", "welcome", "greet", "entertain"})
_COMING = frozenset({"arrive", "come", "fly", "land", "travel"})
_VISITING = frozenset({"visit"})
# Words that say that somebody rules by arms ...
_JUNTA = frozenset({"junta", "military", "putsch", "coup"})
# ... and that he has lost power, as few but the last ruler have.
_DRIVEN = frozenset({"exiled", "ousted", "deposed", "toppled", "overthrown", "fallen", "detained", "captive"})


_LEADING = frozenset({"leader", "chief", "boss", "head", "commander"})
_SINCE_VISIT = 3  # sentences back to the verb that tells of a visit
_SINCE_FALL = 2  # years for which whoever lost power may be called so without a name


class Descriptions:
    """Finds who is meant by what he is."""

    def __init__(self, discourse: Discourse, sets: Sets) -> None:
        self.discourse, self.sets = discourse, sets
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story
        self.kb = discourse.story.kb
        self.phrases, self.careers = Phrases(discourse), Careers(discourse)
        self.epithets = Epithets(discourse, sets)

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The person named before whom the singular noun at token `i` describes."""
        g = self.g
        own = self.discourse.covered.get(i)
        single, named = self.epithets.find(i, own)
        if single:
            return named
        lemma = g.lower[i].removeprefix("ex-")
        title = self.phrases.title(i)
        typed = lemma in self.words.role_nouns or lemma in SOLDIERS or title is not None
        trade = self._once(i, own)
        by_calling = self._by_calling(i, lemma)
        noted = typed or trade or lemma in self.words.described or lemma in _COMPANY or bool(by_calling)
        if not noted or g.dep[i] not in ARGUMENTS:
            return None
        generic = bool(by_calling) and own is not None and own.head == i
        generic = (
            generic and own is not None and (own.via == "nominal" or self._ranked_otherwise(own, by_calling))
        )
        if own is not None and not (trade or generic) and not self._open(own, i):
            return None
        if (
            g.dep[i] in ("dobj", "npadvmod")
            and g.lemma[g.head[i]] in self.words.styling
            and lemma not in _SEQUENCE
        ):
            if not self._called(i):
                return None  # "declares himself the winner"
        owner, possessor = None, None
        accused = charged(g, i, self.words.accusing)
        realm = self._realm(i)
        definite = False
        for c in g.children[i]:
            if g.dep[c] == "poss":
                possessor = next(
                    (m for m in self.discourse.named if m.head == c and len(m.actors) == 1), None
                )
                owner = c
            elif g.lower[c] in ("the", "this"):
                definite = True
            elif c == accused or (realm is not None and c == realm[0]):
                continue
            elif c > i and (g.dep[c] in ("relcl", "acl") or (g.dep[c] == "prep" and g.lower[c] in _OF)):
                aside = g.dep[i] == "ROOT" and g.dep[c] == "acl"  # a verb taken for a participle
                aside = aside or (g.dep[c] == "relcl" and g.left[c] > 0 and g.lower[g.left[c] - 1] == ",")
                if not aside and (title is None or c >= title[1]):
                    return None
        ex = (
            own is not None and own.first > 0 and g.lower[own.first] == "ex"
        )  # "the ex-legionnaire", in three tokens
        definite = definite or (ex and own is not None and g.lower[own.first - 1] == "the")
        if not (definite or (owner is not None and (lemma in self.words.described or lemma in _COMPANY))):
            return None
        if lemma in self.words.described and introduced(g, i):
            return None
        apposed = self._apposed(i)
        if apposed is not None:
            return apposed.actors, f"{g.word[i]!r} is {apposed.actors[0].name}, named after it"
        described = self.phrases.read(i, lemma)
        if realm is not None:
            if not described.former:
                return None  # "the president of Nigeria" is for titles
            described = described._replace(country=realm[1])
        if title is not None and (described.roles is not None or not own) and not described.rebel:
            described = described._replace(roles=self.phrases.roles(title[0], described) or described.roles)
        plain = not (described.country or described.former or described.owner or described.coming)
        if lemma == "leader" and described.words & self.words.parted:
            plain = False  # "the Socialist leader"
        armed = bool(described.words & _JUNTA) and (
            lemma in ("leader", "chief", "head", "boss") or lemma in self.words.rulers
        )
        if armed:
            plain = False  # "the junta chief"
        if lemma in _COMPANY - self.words.described and described.country is None:
            return None
        if (
            typed
            and own is None
            and plain
            and not described.rebel
            and lemma not in self.words.described | SOLDIERS
        ):
            return None  # "the minister" is for titles
        if owner is not None and possessor is None:
            return None  # somebody's whom nobody knows: `the party's lawyer`
        if possessor is not None and lemma in _SEQUENCE:
            return self.careers.next(i, possessor.actors[0], _SEQUENCE[lemma])
        if possessor is not None and lemma in ("opponent", "rival", "challenger", "adversary"):
            other = self._other(i, possessor.actors[0])
            if other is not None:
                return (
                    other,
                ), f"{g.word[i]!r} is {other.name}, named together with {possessor.actors[0].name}"

        if lemma in self.words.kin and lemma in self.words.described and possessor is None:
            return None
        met = self._at_a_visit(i, lemma, described.country) if lemma in _GUESTS | _HOSTS else None
        if met is not None:
            return (met,), f"{g.word[i]!r} is {met.name}, by who received whom"

        def apart(m: ActorMention) -> bool:
            actor = m.actors[0]
            of_it = described.country in (None, actor.country)
            return (
                len(m.actors) == 1 and of_it and actor.id not in telling and not self.discourse.beside(i, m)
            )

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind != "person" or m.via == "demonym":
                return False
            actor = m.actors[0]
            if (
                possessor is not None
                and lemma in self.words.kin
                and lemma not in _COMPANY
                and not self.careers.kin(actor, possessor.actors[0])
            ):
                return False
            if possessor is not None and actor.id == possessor.actors[0].id:
                return False
            if not self.careers.gender(actor, lemma):
                return False
            if described.words & _DRIVEN and (
                self.careers.long_gone(actor, described) or self.careers.newly_in(actor)
            ):
                return False
            if actor.id in telling:
                return False  # "Turchynov said the fugitive had tried": it is somebody else
            return self.careers.fits(actor, described, sure) and not self.discourse.beside(i, m)

        telling = self._telling(i)
        if definite and by_calling and possessor is None:
            named_so = self.discourse.weigh(i, REACH, lambda m: m.actors[0].id in by_calling and apart(m))
            if named_so:
                actors = named_so[0][2]
                return actors, f"{g.word[i]!r} is {actors[0].name}, by trade or rank"
        sure = True
        scored = self.discourse.weigh(i, REACH, fits)
        if described.words & SENTENCED and len(scored) > 1:
            lost = {s[1]: self.careers.lost(s[2][0], described) for s in scored}
            last = max(lost.values())
            scored = [s for s in scored if lost[s[1]] == last]
        if armed:
            scored = [s for s in scored if self.careers.in_arms(s[2][0])]
        if lemma in SOLDIERS and len(scored) > 1:
            scored = [s for s in scored if self._called_so(s[1], lemma)] or scored
        if lemma in _ABSOLUTE and len(scored) > 1:
            scored = [s for s in scored if self.careers.ruled_long(s[2][0])] or scored
        if lemma == "loser" and len(scored) > 1:
            scored = [s for s in scored if not self.careers.in_power(s[2][0])] or scored
        if lemma == "winner" and len(scored) > 1:
            scored = [s for s in scored if self.careers.takes_over(s[2][0])] or scored
        if described.former and not described.words & SENTENCED and len(scored) > 1:
            scored = [s for s in scored if not self._in_office(s[2][0])] or scored
        if not scored and described.former:  # the base may not know that the office is lost
            described = described._replace(former=False)
            scored = self.discourse.weigh(i, REACH, fits)
        if not scored and (title is None or described.country is not None or described.former):
            sure = False
            scored = self.discourse.weigh(i, REACH, fits)
        if not scored and described.noun in self.words.private:
            described = described._replace(anybody=True)
            scored = self.discourse.weigh(i, REACH, fits)
        if not scored and own is not None and own.via == "nominal" and own.actors[0].sector in _AGAINST:
            described = described._replace(country=described.country or own.actors[0].country)
        if (
            not scored
            and lemma in self.words.rulers
            and described.country is not None
            and not described.former
        ):
            ruler = self.kb.holder(f"{described.country}:head-of-state", self.story.on)
            if ruler is not None:
                actor = self.discourse.people.registry.register(ruler.id).actor
                return (actor,), f"{g.word[i]!r} of {actor.country} on the day"
        if not scored and lemma in _COMPANY and described.country is not None:
            return self._opposite(i, possessor, described.country)
        if not scored and described.words & _DRIVEN and (described.roles or frozenset()) & RULING:
            return self._last_ruler(i, described)
        if not scored and described.country is not None and (described.roles is not None or described.rebel):
            return self._only_one_of(i, described)
        if not scored:
            return None
        if described.roles is None and described.country is None:
            return self.discourse.choose(scored, i)
        actors = scored[0][2]
        return actors, f"{g.word[i]!r} is {actors[0].name}, who fits by what he is"

    def newcomer(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Harold Tavi gave up. [The militia leader] handed over guns`: the one person whom the sentence before brings in.

        He is somebody of whom the text has told no office, and who rules nothing: what he is, it tells now.
        """
        g, words = self.g, self.words
        if g.tag[i] != "NN" or g.dep[i] not in ("nsubj", "nsubjpass") or not g.sent[i]:
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (own.head != i or own.via not in ("nominal", "demonym")):
            return None
        before = [c for c in g.children[i] if c < i]
        led = g.lower[i] in _LEADING and any(g.lower[c] in words.newcomers_led for c in before)
        if not led and g.lower[i] not in words.newcomers:
            return None
        deps = ("det", "amod", "compound", "nmod", "punct")
        if not any(g.lower[c] == "the" for c in before) or any(g.dep[c] not in deps for c in before):
            return None
        if any(c > i and g.dep[c] in ("prep", "relcl", "acl", "appos", "conj") for c in g.children[i]):
            return None
        here = [
            m for m in self.discourse.named if g.sent[m.head] in (g.sent[i] - 1, g.sent[i]) and m.head < i
        ]
        persons = {a.id: a for m in here for a in m.actors if a.kind == "person"}
        if len(persons) != 1:
            return None
        (who,) = persons.values()
        known = self.discourse.people.known.get(who.id)
        stated = {a.country for m in here if m.first <= i <= m.last for a in m.actors} - {None}
        if known is None or known.called - SOLDIERS or self.careers.in_power(who):
            return None
        if (stated and who.country not in stated) or not self.careers.gender(who, g.lower[i]):
            return None
        return (who,), f"{g.word[i]!r} is {who.name}, whom the sentence before brings in"

    def _in_office(self, actor: Actor) -> bool:
        """Whether the text names somebody as who rules, so that a lower office of his past is not told of."""
        known = self.discourse.people.known.get(actor.id)
        return known is not None and bool(known.called) and self.careers.in_power(actor)

    def _styled(self, i: int, lemma: str) -> str | None:
        """Who was named last with a style before the name: `Prince X ... the prince`."""
        g = self.g
        for m in reversed(self.discourse.named):
            if m.head < i and m.via == "name" and len(m.actors) == 1 and m.actors[0].kind == "person":
                if lemma in g.lower[max(0, m.first - 1) : m.head]:
                    return m.actors[0].id
        return None

    def _ranked_otherwise(self, own: ActorMention, by_calling: set[str]) -> bool:
        """Whether a rank was given to somebody of another rank: `the colonel` to a general named before."""
        return (
            own.via == "role"
            and self.g.lower[own.head] in SOLDIERS
            and all(a.id not in by_calling for a in own.actors)
        )

    def _by_calling(self, i: int, lemma: str) -> set[str]:
        """The persons named before who are known to be, or to have been, what a noun says: `the former bus driver`.

        Nobody is where the text itself calls somebody so; an office that is one now is for titles.
        """
        g, at = self.g, self.g.start[i]
        if g.tag[i] not in ("NN", "NNP"):
            return set()
        once = g.lower[i].startswith("ex-") or any(
            g.lower[c] in self.words.former for c in g.children[i] if c < i
        )
        if lemma in self.words.honorifics and (styled := self._styled(i, lemma)):
            return {styled}
        if lemma in self.words.role_nouns and lemma not in SOLDIERS and not once:
            return set()
        before = [k for k in self.discourse.people.known.values() if k.before(at) >= 0]
        if any(lemma in k.called for k in before):
            return set()
        persons = self.kb.persons
        return {k.actor.id for k in before if k.actor.id in persons and lemma in persons[k.actor.id].callings}

    def _at_a_visit(self, i: int, lemma: str, country: str | None) -> Actor | None:
        """`the guest`, `his host`: who was received, and who received him, in the sentences before."""
        g = self.g
        first = g.sents[max(0, g.sent[i] - _SINCE_VISIT)][0]
        for v in range(i - 1, first - 1, -1):
            if lemma in _GUESTS and (come := self._arrived(v, i)) is not None:
                return come if country in (None, come.country) else None
            if not g.is_verb(v) or g.lemma[v] not in _RECEIVING | _VISITING or g.left[v] <= i <= g.right[v]:
                continue
            if g.lemma[v] in _RECEIVING:
                named = g.subjects(v) if lemma in _HOSTS else g.objects(v)
            else:
                named = g.subjects(v) if lemma in _GUESTS else g.objects(v)
            found = [m for k in named if (m := self.discourse.mention_of(k)) is not None]
            persons = [a for m in found for a in m.actors if a.kind == "person"]
            if len(persons) == 1 and country in (None, persons[0].country):
                return persons[0]
        return None

    def _arrived(self, v: int, i: int) -> Actor | None:
        """The one person who came to a state that is not his own: `Correa arrived in Nicaragua`."""
        g = self.g
        if not g.is_verb(v) or g.lemma[v] not in _COMING or g.left[v] <= i <= g.right[v]:
            return None
        found = [m for k in g.subjects(v) if (m := self.discourse.mention_of(k)) is not None]
        persons = [a for m in found for a in m.actors if a.kind == "person"]
        to = set(g.prep_objects(v, "in", "to", "at", "for"))
        goals = {p.code for p in self.story.places if p.token in to}
        abroad = len(persons) == 1 and len(goals) == 1 and persons[0].country not in (None, *goals)
        return persons[0] if abroad else None

    def _opposite(
        self, i: int, possessor: ActorMention | None, country: str
    ) -> tuple[tuple[Actor, ...], str] | None:
        """`his Costa Rican host`: who holds the office of the other of two in that country."""
        if country not in self.kb.states:
            return None
        known = self.discourse.people.known.get(possessor.actors[0].id) if possessor is not None else None
        offices = {o for o, _ in known.offices} if known is not None else set()
        titles = self.discourse.people.titles.offices
        if offices & RULING:
            who = titles.leader(country)
        else:
            same = sorted(o for o in offices if o.endswith("-minister") and not o.startswith("deputy"))
            who = self.kb.holder(f"{country}:{same[0]}", self.story.on) if len(same) == 1 else None
        if who is None:
            return None
        actor = self.discourse.people.registry.register(who.id).actor
        return (actor,), f"{self.g.word[i]!r} of {actor.country} on the day, of the same rank"

    def _last_ruler(self, i: int, what: Description) -> tuple[tuple[Actor, ...], str] | None:
        """`the exiled president`, named nowhere: who lost power last in the country that the text tells of."""
        story, on = self.story, self.story.on
        if on is None:
            return None
        for country in (what.country,) if what.country else (story.dateline, story.dominant):
            gone = [
                (until, p)
                for office in (what.roles or frozenset()) & RULING
                for since, until, p in self.kb.holders.get(f"{country}:{office}", ())
                if until[:4].isdigit()
                and since < on
                and until <= on
                and int(on[:4]) - int(until[:4]) <= _SINCE_FALL
            ]
            now = self.kb.holder(
                f"{country}:head-of-state", on
            )  # who may be driven out for all that is known
            id_ = max(gone)[1] if gone else now.id if now is not None else None
            if id_ is not None:
                actor = self.discourse.people.registry.register(id_).actor
                return (actor,), f"{self.g.word[i]!r}: who ruled {country} last"
        return None

    def _only_one_of(self, i: int, what: Description) -> tuple[tuple[Actor, ...], str] | None:
        """The only person named lately of a country who may be its ambassador or general for all that is known.

        `the Sudanese diplomat`: also somebody of whom nothing is known but that the text names him, when nobody
        of that country is named; his country is then the one said here.
        """
        stated: dict[str, Actor] = {}
        guessed: dict[str, Actor] = {}
        for m in self.discourse.named:
            if m.head >= i or self.g.sent[i] - self.g.sent[m.head] > REACH or m.via == "demonym":
                continue
            for a in m.actors:
                known = self.discourse.people.known.get(a.id)
                if a.kind != "person" or known is None or not known.spots or self.discourse.beside(i, m):
                    continue
                if known.offices or known.called or self.careers.ruled_lately(a):
                    continue
                if a.country == what.country:
                    stated[a.id] = a
                elif known.guessed:
                    guessed[a.id] = a
        found = stated or guessed
        if len(found) != 1:
            return None
        actor = next(iter(found.values()))
        if actor.country != what.country:
            actor = self.discourse.settle(actor, what.country)
        return (actor,), f"{self.g.word[i]!r} is {actor.name}, the only one of whom it may be said"

    def _called_so(self, id_: str, rank: str) -> bool:
        """Whether the text has named somebody with a rank: `Captain X ... the captain`."""
        known = self.discourse.people.known.get(id_)
        return known is not None and rank in known.called

    def _called(self, i: int) -> bool:
        """Whether the object of a verb of naming is who is called something: `called [the late president] an adversary`."""
        g = self.g
        v = g.head[i]
        first = all(o >= i for o in g.all_children(v, "dobj", "dative"))
        said = [
            c for c in g.children[i] if c > i and g.dep[c] == "appos" and g.lower[g.left[c]] in ("a", "an")
        ]
        said += [c for c in g.children[v] if c > i and g.dep[c] in ("oprd", "attr", "acomp")]
        return first and bool(said)

    def _realm(self, i: int) -> tuple[int, str] | None:
        """The `of` and the state of what somebody has ruled: `the former president of Nigeria`."""
        g = self.g
        of = next((c for c in g.children[i] if c > i and g.dep[c] == "prep" and g.lower[c] == "of"), None)
        land = g.child(of, "pobj") if of is not None else None
        m = self.discourse.mention_of(land) if land is not None else None
        if of is None or m is None or len(m.actors) != 1 or m.actors[0].kind != "state":
            return None
        code = m.actors[0].country
        return (of, code) if code is not None else None

    def _once(self, i: int, own: ActorMention | None) -> bool:
        """Whether a phrase only says what somebody was before: `the former bus driver`."""
        if (
            own is None
            or own.via != "nominal"
            or own.head != i
            or len(own.actors) != 1
            or self.g.tag[i] != "NN"
        ):
            return False
        if own.actors[0].kind not in ("unnamed", "population") or self.g.lower[i] in self.words.institutes:
            return False
        return any(self.g.lower[c] in self.words.former for c in self.g.children[i] if c < i)

    def _open(self, own: ActorMention, i: int) -> bool:
        """Whether a phrase's mention names nobody yet."""
        if own.head != i or len(own.actors) != 1:
            return False
        actor = own.actors[0]
        if own.via == "nominal":
            generic = self.g.lower[i] in self.words.described and actor.id not in self.kb.organisations
            against = actor.sector in _AGAINST and actor.id not in self.kb.organisations
            return generic or against or actor.kind in ("unnamed", "state", "intergovernmental organisation")
        return (
            own.via == "role"
            and actor.kind == "person"
            and actor.id not in self.kb.persons
            and actor.office == (actor.name[:1].lower() + actor.name[1:])
        )

    def _telling(self, i: int) -> set[str]:
        """Who says what the clause of a token tells, by id."""
        g, k, out = self.g, i, set[str]()
        while g.head[k] != k:
            if g.dep[k] == "ccomp" and (subject := g.child(g.head[k], "nsubj")) is not None:
                m = self.discourse.mention_of(subject)
                out |= {a.id for a in m.actors} if m is not None else set()
            k = g.head[k]
        return out

    def _apposed(self, i: int) -> ActorMention | None:
        """`the incumbent, Shimon Peres`."""
        g = self.g
        if i + 2 >= g.n or g.lower[i + 1] != ",":
            return None
        m = self.discourse.covered.get(i + 2)
        if (
            m is None
            or m.first != i + 2
            or m.via != "name"
            or len(m.actors) != 1
            or m.actors[0].kind != "person"
        ):
            return None
        return m if m.last + 1 >= g.n or g.pos[m.last + 1] == "PUNCT" else None

    def _other(self, i: int, one: Actor) -> Actor | None:
        """The other of two who were named together."""
        for chain in self.sets.chains(i):
            if len(chain) == 2 and any(a.id == one.id for a in chain):
                return next((a for a in chain if a.id != one.id and a.kind == one.kind), None)
        return None
