"""One person by a single word: `the Finn`, `the latter`, `the 84-year-old`."""

from __future__ import annotations

from dragoman.actors.discourse import ARGUMENTS, Discourse
from dragoman.actors.mention import ActorMention
from dragoman.actors.sets import Sets
from dragoman.schema import Actor

REACH = 4  # sentences back to the person
_BY_NAME = ("name", "role", "metonym")
_COLLECTIVE_ADJECTIVES = ("ese", "ish", "ch", "ss")


class Epithets:
    """Finds who such a word means."""

    def __init__(self, discourse: Discourse, sets: Sets) -> None:
        self.discourse, self.sets = discourse, sets
        self.g, self.story, self.kb = discourse.g, discourse.story, discourse.story.kb

    def find(self, i: int, own: ActorMention | None) -> tuple[bool, tuple[tuple[Actor, ...], str] | None]:
        """Whether the word at token `i` is such a one, and whom it means."""
        g = self.g
        if own is not None and own.via in ("demonym", "nominal") and own.last == i and self._nation(own):
            found = self._demonym(i, own)
            if found is not None:
                return True, found
        if g.lower[i] in ("latter", "former"):
            return True, self._of_two(i)
        if g.lower[i].endswith("old"):
            return True, self._aged(i)
        return False, None

    def _argues(self, i: int) -> bool:
        """Whether an adjective stands as a noun of its own, after `the`."""
        g = self.g
        return g.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative") and any(
            g.lower[c] == "the" for c in g.children[i]
        )

    def _of_two(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the latter`, `the former`: of those named in this sentence so far, or of those in the one before."""
        g = self.g
        if not self._argues(i):
            return None
        outer = [m for m in self.sets.outer(i) if len(m.actors) == 1 and m.via in _BY_NAME]
        for sentence in (g.sent[i], g.sent[i] - 1):
            named = list({m.actors[0].id: m.actors[0] for m in outer if g.sent[m.head] == sentence}.values())
            if len(named) > 1:
                actor = named[-1] if g.lower[i] == "latter" else named[0]
                return (actor,), f"the {g.lower[i]} of {named[0].name} and {named[-1].name}"
            told = len(named) == 1 and g.lower[i] == "latter"
            if told and self._of_subject(i, named[0], sentence):
                return (named[0],), f"{named[0].name}, to whom another does something"
            if told and self._told_after_another(i, named[0], sentence):
                return (named[0],), f"{named[0].name}, told of after another"
        return None

    def _of_subject(self, i: int, actor: Actor, sentence: int) -> bool:
        """Whether the one person named in the sentence before is no doer of it, which another is."""
        g = self.g
        if sentence == g.sent[i] or actor.kind != "person":
            return False
        root = next((k for k in range(*g.sents[sentence]) if g.dep[k] == "ROOT"), None)
        doer = g.child(root, "nsubj") if root is not None else None
        spots = [m.head for m in self.sets.outer(i) if g.sent[m.head] == sentence and m.actors == (actor,)]
        return (
            doer is not None
            and g.pos[doer] in ("NOUN", "PROPN", "PRON")
            and all(k > doer for k in spots)
            and not any(g.left[doer] <= k <= g.right[doer] for k in spots)
        )

    def _told_after_another(self, i: int, actor: Actor, sentence: int) -> bool:
        """Whether somebody unnamed is told of before the one named in a sentence, and nobody after him."""
        g = self.g
        told = [
            m
            for m in self.sets.outer(i)
            if g.sent[m.head] == sentence
            and m.via != "pronoun"
            and m.head < i
            and not g.left[m.head] <= i <= g.right[m.head]
        ]
        return len(told) > 1 and any(a.id == actor.id for a in told[-1].actors)

    def _aged(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the 84-year-old`: the person most in focus."""
        g = self.g
        near = "".join(g.lower[max(0, i - 4) : i + 1])
        if "year-old" not in near or not self._argues(i):
            return None

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind != "person" or m.via == "demonym":
                return False
            return not self.discourse.governs(m, i)

        scored = self.discourse.weigh(i, REACH, fits)
        told = {s[1]: self._told(s[1]) for s in scored}
        most = max(told.values(), default=0)
        return self.discourse.choose([s for s in scored if told[s[1]] == most], i)

    def _told(self, id_: str) -> int:
        """How often somebody is named, two at most: whose age is told the story is about."""
        known = self.discourse.people.known.get(id_)
        return min(len(known.spots), 2) if known is not None else 0

    def _nation(self, own: ActorMention) -> bool:
        """Whether a mention is no more than a word for somebody of a nation: `Finn`, `North Korean`."""
        scan = self.story.scan
        hit = scan.starting.get(scan.word(own.first))
        return own.first == own.last or (
            hit is not None
            and hit.of("demonym", "adjective") is not None
            and scan.tokens(hit.a, hit.b) == (own.first, own.last)
        )

    def _demonym(self, i: int, own: ActorMention) -> tuple[tuple[Actor, ...], str] | None:
        """`The Finn said`: the person of that country."""
        g = self.g
        country = own.actors[0].country if len(own.actors) == 1 else None
        if country is None or own.actors[0].kind not in ("state", "unnamed", "population"):
            return None
        word = g.lower[i]
        collective = word.endswith(_COLLECTIVE_ADJECTIVES)  # "the Portuguese": one only if it is sure who
        if (
            (collective and g.dep[i] != "nsubj")
            or (g.tag[i] in ("NNS", "NNPS") and word.endswith(("s", "men")))
            or own.first == 0
            or g.lower[own.first - 1] != "the"
        ):
            return None
        if (
            not g.word[own.first][:1].isupper()
            or g.dep[i] not in ARGUMENTS
            or (i + 1 < g.n and g.head[i] == i + 1 and g.pos[i + 1] in ("NOUN", "PROPN", "ADJ"))
        ):
            return None
        hit = self.story.scan.starting.get(self.story.scan.word(own.first))
        if hit is None or hit.of("demonym", "adjective") is None:
            return None

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind != "person":
                return False
            person = self.kb.persons.get(m.actors[0].id)
            owners = {self.kb.owner_of(t.office)[0] for t in person.tenures} if person is not None else set()
            known = {o for o in owners if o in self.kb.states} | {m.actors[0].country} - {None}
            # an international official's passport is not known
            return (country in known or not (sure or known)) and not self.discourse.beside(i, m)

        sure = True
        scored = self.discourse.weigh(i, REACH, fits)
        if not scored and not collective:
            sure = False
            scored = self.discourse.weigh(i, REACH, fits)
        if not scored:
            return None
        actors = scored[0][2]
        return actors, f"{g.word[i]!r} is {actors[0].name}, of that country"
