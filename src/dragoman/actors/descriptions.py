"""One person by what he is: `the former president`, `the Haitian general`, `his guest`, `the fugitive`.

The person is one named before who fits by country, role and past; nobody is brought in from outside the text,
and never somebody of another country.
"""

from __future__ import annotations

from dragoman.actors.careers import Careers
from dragoman.actors.described import SENTENCED, SOLDIERS, Description, Phrases, introduced
from dragoman.actors.discourse import ARGUMENTS, Discourse
from dragoman.actors.epithets import REACH, Epithets
from dragoman.actors.mention import ActorMention
from dragoman.actors.sets import Sets
from dragoman.schema import Actor

_AGAINST = frozenset({"OPP", "REB"})
_ABSOLUTE = frozenset({"dictator", "strongman", "autocrat", "tyrant", "despot"})
_SEQUENCE = {"successor": 1, "predecessor": -1}
_NAMING = frozenset({"declare", "proclaim", "name", "call", "become", "elect", "appoint", "crown", "style"})
_OF = frozenset({"of", "for", "from"})


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
        if not (typed or trade or lemma in self.words.described) or g.dep[i] not in ARGUMENTS:
            return None
        if own is not None and not trade and not self._open(own, i):
            return None
        if g.dep[i] in ("dobj", "npadvmod") and g.lemma[g.head[i]] in _NAMING and lemma not in _SEQUENCE:
            return None  # "declares himself the winner"
        owner, possessor = None, None
        definite = False
        for c in g.children[i]:
            if g.dep[c] == "poss":
                possessor = next(
                    (m for m in self.discourse.named if m.head == c and len(m.actors) == 1), None
                )
                owner = c
            elif g.lower[c] in ("the", "this"):
                definite = True
            elif c > i and (g.dep[c] in ("relcl", "acl") or (g.dep[c] == "prep" and g.lower[c] in _OF)):
                aside = g.dep[i] == "ROOT" and g.dep[c] == "acl"  # a verb taken for a participle
                aside = aside or (g.dep[c] == "relcl" and g.left[c] > 0 and g.lower[g.left[c] - 1] == ",")
                if not aside and (title is None or c >= title[1]):
                    return None
        if not (definite or (owner is not None and lemma in self.words.described)):
            return None
        if lemma in self.words.described and introduced(g, i):
            return None
        apposed = self._apposed(i)
        if apposed is not None:
            return apposed.actors, f"{g.word[i]!r} is {apposed.actors[0].name}, named after it"
        described = self.phrases.read(i, lemma)
        if title is not None and (described.roles is not None or not own) and not described.rebel:
            described = described._replace(roles=self.phrases.roles(title[0], described) or described.roles)
        plain = not (described.country or described.former or described.owner or described.coming)
        if lemma == "leader" and described.words & self.words.parted:
            plain = False  # "the Socialist leader"
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

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind != "person" or m.via == "demonym":
                return False
            actor = m.actors[0]
            if (
                possessor is not None
                and lemma in self.words.kin
                and not self.careers.kin(actor, possessor.actors[0])
            ):
                return False
            if possessor is not None and actor.id == possessor.actors[0].id:
                return False
            if not self.careers.gender(actor, lemma):
                return False
            if actor.id in telling:
                return False  # "Turchynov said the fugitive had tried": it is somebody else
            return self.careers.fits(actor, described, sure) and not self.discourse.beside(i, m)

        telling = self._telling(i)
        sure = True
        scored = self.discourse.weigh(i, REACH, fits)
        if described.words & SENTENCED and len(scored) > 1:
            lost = {s[1]: self.careers.lost(s[2][0], described) for s in scored}
            last = max(lost.values())
            scored = [s for s in scored if lost[s[1]] == last]
        if lemma in _ABSOLUTE and len(scored) > 1:
            scored = [s for s in scored if self.careers.ruled_long(s[2][0])] or scored
        if lemma == "winner" and len(scored) > 1:
            scored = [s for s in scored if self.careers.takes_over(s[2][0])] or scored
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
        if not scored and described.country is not None and (described.roles is not None or described.rebel):
            return self._only_one_of(i, described)
        if not scored:
            return None
        if described.roles is None and described.country is None:
            return self.discourse.choose(scored, i)
        actors = scored[0][2]
        return actors, f"{g.word[i]!r} is {actors[0].name}, who fits by what he is"

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
