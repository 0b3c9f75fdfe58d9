"""What refers back: pronouns, `the parties`, `both ministers`, `the group`, `the country`.

Each token goes to the module that knows its kind of word, and what that finds becomes a mention, new or in
place of what the phrase alone would say. Antecedents come from title and body.
"""

from __future__ import annotations

from dragoman.actors.appositions import Appositions
from dragoman.actors.bodies import Bodies
from dragoman.actors.descriptions import Descriptions
from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.actors.newcomers import is_definite, newcomer
from dragoman.actors.nominals import Nominals
from dragoman.actors.pairs import Pairs
from dragoman.actors.people import People
from dragoman.actors.principals import Principals
from dragoman.actors.pronouns import HE, IT, THEY, Pronouns
from dragoman.actors.relational import RelationalNouns
from dragoman.actors.serving import Serving
from dragoman.actors.sets import Sets
from dragoman.actors.shared import Shared
from dragoman.actors.story import ASIDE, Story
from dragoman.actors.strangers import Strangers
from dragoman.schema import Actor, Via

_ARMED = frozenset({"militia", "guerrilla", "insurgency"})
# Nouns for bodies that an adjective only tells from others: `the Islamist group`.
_SORTED = frozenset({"group", "movement", "party", "organisation", "organization", "faction", "front"})
_TOLD_APART = _ARMED | _SORTED
_NAMELESS = frozenset({"unnamed", "population"})
_ADJECTIVES = 4  # before a noun, at most


class Coreference:
    """Adds to the mentions found those that refer back to them."""

    def __init__(
        self, story: Story, people: People, nominals: Nominals, mentions: list[ActorMention]
    ) -> None:
        self.story, self.people = story, people
        self.g, self.words = story.g, story.kb.words
        self.discourse = Discourse(story, people, mentions)
        self.principals = Principals(self.discourse)
        self.sets = Sets(self.discourse, self.principals)
        self.pairs = Pairs(self.discourse, self.sets, self.principals)
        self.shared = Shared(self.discourse, self.sets)
        self.pronouns = Pronouns(self.discourse, self.sets)
        self.bodies = Bodies(self.discourse)
        self.relational = RelationalNouns(self.discourse, self.bodies)
        self.descriptions = Descriptions(self.discourse, self.sets)
        self.appositions = Appositions(self.discourse)
        self.strangers = Strangers(self.discourse, nominals)

    def run(self) -> list[ActorMention]:
        """All mentions, old and new, in text order."""
        g = self.g
        groups = self.words.pair_persons | self.words.pair_parties
        Serving(self.discourse).run()
        out = list(self.discourse.mentions)
        for i in range(g.n):
            word, before = g.lower[i], len(out)
            if g.dep[i] == "attr":
                self._stated(i)
            if word in HE:
                found = self.pronouns.person(i, HE[word])
                out += self._note(i, found, "pronoun")
            elif g.word[i] == "Allies" and (found := self.bodies.allies(i)) is not None:
                out += self._replace(i, found)
            elif word in THEY:
                out += self._note(i, self.pronouns.several(i), "pronoun")
            elif word in IT:
                out += self._note(i, self.pronouns.body(i), "pronoun")
            elif g.tag[i] in ("NNS", "NNPS") and (found := self.sets.numbered(i)) is not None:
                out += self._replace(i, found)
            elif (ruler := self.bodies.lands.colonial(i) or self.bodies.lands.colony(i)) is not None:
                out += self._replace(i, ruler)
            elif (headed := self.relational.heads_noun(i)) is not None:
                out += headed
                for m in headed:
                    self.discourse.add(m)
                    self.discourse.covered[m.head] = m
                if (found := self._beside(i)) is not None:
                    out += self._replace(i, found)
            elif (g.tag[i] in ("NN", "NNP") and (found := self._beside(i)) is not None) or (
                found := self.sets.find(i)
            ) is not None:
                out += self._replace(i, found) + self._spread(i, found[0])
            elif (
                g.tag[i] in ("NNS", "NNPS", "NNP")
                and (g.lemma[i] in groups or word[:-1] in groups or word in ("parties", "countries"))
                and word.endswith(("s", "men"))
            ):
                pair = self.pairs.find(i)
                counted = self.sets.counted(i) if pair is None else None
                out += self._replace(i, counted) if counted is not None else self._note(i, pair, "nominal")
                if pair is not None:
                    out += self._spread(i, pair[0])
            elif word in _TOLD_APART and g.tag[i] == "NN" and (found := self.bodies.militia(i)) is not None:
                out += self._replace(i, found)
            elif (
                g.tag[i] in ("NN", "NNP")
                and word in self.words.body_nouns
                and self._bare(i)
                and ((found := self.bodies.noun(i)) is not None or word not in self.words.named_so)
            ):
                out += self._note(i, None, "nominal") if found is None else self._replace(i, found)
                if found is not None and g.dep[i] == "poss" and len(found[0]) == 1:
                    self.relational.possess(g.head[i], found[0][0])  # "the island's authorities"
            elif (new := self._newcomer(i)) is not None:
                if (brought := self.discourse.covered.get(new)) is not None and brought.head == new:
                    out += self._replace(i, (brought.actors, f"the {word} brought in before"))
            elif (g.word[i][:1].isupper() and (found := self.bodies.short(i)) is not None) or (
                (
                    g.tag[i] in ("NN", "NNP", "JJ")
                    or (g.tag[i] in ("NNS", "NNPS") and not word.endswith(("s", "men")))
                )
                and (found := self.descriptions.find(i)) is not None
            ):
                out += self._replace(i, found)
            elif (newcomer := self.descriptions.newcomer(i)) is not None:
                out += self._replace(i, newcomer)
            if len(out) == before and (stranger := self.strangers.find(i)) is not None:
                out.append(stranger)  # who is hardly told is not who is meant later
        kept = [m for m in out if id(m) not in self.discourse.dropped]
        return sorted(kept, key=lambda m: (m.first, -m.last))

    def _beside(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """Who a noun for somebody is by the name beside it; what the text settles of him is noted."""
        own = self.discourse.covered.get(i)
        if (own is None or own.head != i) and self.g.lemma[i] not in self.words.somebody:
            return None
        found = self.appositions.find(i)
        if found is None:
            return None
        (actor,), why = found
        known = self.people.known.get(actor.id)
        said = None
        if own is not None and own.actors and (own.via == "role" or "modifier" in own.why):
            said = own.actors[0].country
        if said is not None and actor.country != said and known is not None and known.guessed:
            actor = self.discourse.settle(actor, said)
        return (actor,), why

    def _newcomer(self, i: int) -> int | None:
        """The head of the phrase that brought in by its noun, without a name, whom the noun at token `i` means."""
        g, own = self.g, self.discourse.covered.get(i)
        if g.lemma[i] not in self.words.somebody or not is_definite(g, i):
            return None
        if own is not None and (own.head != i or any(a.kind not in _NAMELESS for a in own.actors)):
            return None
        new = newcomer(g, i)
        brought = self.discourse.covered.get(new) if new is not None else None
        if brought is not None and any(a.kind not in _NAMELESS for a in brought.actors):
            return None
        return new

    def _bare(self, i: int) -> bool:
        """Whether nothing is known of a noun but what it says and where it is from: `the French company`."""
        own = self.discourse.covered.get(i)
        return self.discourse.bare(i) or (
            own is not None
            and own.via in ("nominal", "demonym")
            and own.head == i
            and own.last == i
            and len(own.actors) == 1
            and own.actors[0].kind not in ("person", "state", "intergovernmental organisation")
            and own.actors[0].id not in self.story.kb.organisations
        )

    def _stated(self, i: int) -> None:
        """Settle of which country somebody is whom a copula calls somebody of it: `X, who is the Kenyan envoy`."""
        g, own = self.g, self.discourse.covered.get(i)
        v = g.head[i]
        if own is None or own.head != i or len(own.actors) != 1 or g.lemma[v] not in ("be", "serve"):
            return
        if own.via != "role" and "modifier" not in own.why:
            return
        subject = g.surface_subject(v)
        m = self.discourse.mention_of(subject) if subject is not None else None
        known = self.people.known.get(m.actors[0].id) if m is not None and len(m.actors) == 1 else None
        country = own.actors[0].country
        if known is not None and known.guessed and country is not None and known.actor.country != country:
            self.discourse.settle(known.actor, country)

    def _replace(self, i: int, found: tuple[tuple[Actor, ...], str]) -> list[ActorMention]:
        """Note who is meant by a phrase, in place of what the phrase alone would say."""
        own = self.discourse.covered.get(i)
        if own is None or own.head != i or own.via not in ("nominal", "demonym", "role"):
            out = self._note(i, found, "nominal")
            if out and own is None:
                self._widen(out[0])
            return out
        if self.story.kind(self.g.start[i]) in ASIDE:
            return []
        own.actors, own.why = found
        if own.via == "demonym":
            own.via = "nominal"
        if all(own is not m for m in self.discourse.named):
            self.discourse.add(own)
        return []

    def _spread(self, i: int, owners: tuple[Actor, ...]) -> list[ActorMention]:
        """Let the noun that a set owns mean those of each of its states."""
        new = self.shared.spread(i, owners) if len(owners) > 1 else None
        if new is None:
            return []
        self.discourse.add(new)
        self.discourse.covered[new.head] = new
        return [new]

    def _widen(self, m: ActorMention) -> None:
        """Let a mention of a bare noun hold the adjectives right before it: `French host`."""
        g = self.g
        while m.first > 0 and m.head - m.first < _ADJECTIVES:
            k = m.first - 1
            if not m.first <= g.head[k] <= m.head or g.dep[k] not in ("amod", "compound", "nmod", "nummod"):
                break
            m.first, m.start = k, g.start[k]

    def _note(self, i: int, found: tuple[tuple[Actor, ...], str] | None, via: Via) -> list[ActorMention]:
        g = self.g
        if self.story.kind(g.start[i]) in ASIDE:
            return []
        if found is None:
            if via == "pronoun" and g.lower[i] in ("he", "she", "they", "him", "them"):
                return [ActorMention(i, i, i, g.start[i], g.end[i], via, (), "nobody fits, or two fit alike")]
            return []
        mention = ActorMention(i, i, i, g.start[i], g.end[i], via, found[0], found[1])
        if via == "pronoun" and g.dep[i] == "poss" and len(found[0]) == 1:
            self.relational.possess(g.head[i], found[0][0])
            led = (
                None
                if self.appositions.named_after(g.head[i])
                else (
                    self.relational.leads(g.head[i], found[0][0])
                    or self.relational.own_party(g.head[i], found[0][0])
                    or self.relational.deputy(g.head[i], found[0][0])
                    or self.relational.minister(g.head[i], found[0][0])
                    or self.relational.counterpart(g.head[i], found[0][0])
                    or self.relational.envoy(g.head[i], found[0][0])
                    or self.relational.companion(g.head[i], found[0][0])
                    or self.relational.neighbour(g.head[i], found[0][0])
                    or self.relational.homeland(g.head[i], found[0][0])
                )
            )
            if led is not None:
                return [mention, led]
        self.discourse.add(mention)
        return [mention, *(self._spread(i, found[0]) if via == "pronoun" else [])]
