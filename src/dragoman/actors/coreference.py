"""What refers back: pronouns, `the parties`, `both ministers`, `the group`, `the country`.

Candidates are weighed by salience: what was named lately, as a subject before an object, often before once.
A pronoun takes the heaviest candidate that agrees with it in person, number and gender, and nobody when two
weigh nearly the same. First-person pronouns are left to the speech room. Antecedents come from title and body.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.appositions import Appositions
from dragoman.actors.descriptions import Descriptions
from dragoman.actors.knowledge import LAND_FLAVOURS
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.people import People
from dragoman.actors.sets import Sets
from dragoman.actors.story import ASIDE, Story
from dragoman.language import quotations_of
from dragoman.schema import Actor, Via

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_REFLEXIVE = frozenset({"his", "her", "hers", "its", "their", "himself", "herself", "itself", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_BODIES = frozenset(
    {
        "state",
        "government body",
        "intergovernmental organisation",
        "armed group",
        "party",
        "company",
        "media",
        "non-governmental organisation",
    }
)
_WORLD = "intergovernmental organisation"
_PERSONS = frozenset({"person", "unnamed"})
_COLLECTIVE = frozenset(
    {
        "police",
        "army",
        "military",
        "government",
        "authority",
        "administration",
        "militia",
        "opposition",
        "team",
        "delegation",
        "force",
        "side",
        "crew",
    }
)
_ARMED = frozenset({"militia", "guerrilla", "insurgency"})
_WEATHER = frozenset(
    {"seem", "appear", "happen", "turn", "rain", "remain", "follow", "emerge", "take", "matter", "transpire"}
)
_RULED = frozenset({"state", "government", "junta", "regime", "country", "nation", "republic", "cabinet"})
_RULING = frozenset({"head-of-state", "head-of-government"})
_CABINETS = frozenset({"government", "cabinet"})
_DEPUTIES = ("deputy", "vice-president", "president")
_SECONDS = (
    ("head-of-state", "vice-president"),
    ("head-of-government", "deputy-head-of-government"),
)
_PARTIES = frozenset({"party", "movement"})
_PARTY_HEADS = frozenset({"leader", "president", "chairman"})
_TIMES = frozenset(
    {"minute", "hour", "day", "week", "month", "year", "decade", "time", "while", "moment", "place"}
)
# What only somebody can be.
_WILLING = frozenset(
    {
        "ready", "willing", "prepared", "able", "unable", "unwilling", "determined", "committed", "party", "member", "sorry",
        "concerned", "worried", "alarmed", "disappointed", "confident", "aware", "unaware", "grateful", "hopeful", "opposed",
        "open", "interested", "satisfied", "neutral", "saddened", "outraged", "appalled", "shocked", "dismayed", "eager", "keen",
    }
)  # fmt: skip
_HALVES = {"north": "KOR", "south": "PRK"}  # whose name in the text lets the other be called so
LAND_REACH = 6  # sentences back to a state described
# How much heavier a state must be than the next to be `the nation`.
PLAIN_LAND = 1.5
CLEAR_LAND = 2.0  # ... where `the country` is an object, as any country may be
_NEAR_OWNER = 4  # tokens between a body and the title it owns
_ADJECTIVES = 4  # before a noun, at most
YOUNG = 4  # years in which a state is `the new state`
_NEWBORN = frozenset({"new", "newest", "newborn", "youngest", "fledgling", "newly", "infant"})
REACH = 3  # sentences back for he and she; bodies and plurals reach one
FAR = 8  # sentences back to the one body of its kind
DECAY = 0.45  # what a sentence's distance leaves of a weight; 0.3 to 0.6 give the same on our texts
MARGIN = 1.08  # how much heavier the best must be than the next


class Coreference:
    """Adds to the mentions found those that refer back to them."""

    def __init__(self, story: Story, people: People, mentions: list[ActorMention]) -> None:
        self.story, self.people = story, people
        self.g, self.words = story.g, story.kb.words
        self.mentions = mentions
        implied = [m for m in story.implied if story.kind(m.start) not in ASIDE]
        self.named = sorted(
            [m for m in mentions if m.actors and story.kind(m.start) not in ASIDE] + implied,
            key=lambda m: m.head,
        )
        self.hidden = {id(m) for m in implied}
        self.heads = [m.head for m in self.named]
        self.covered: dict[int, ActorMention] = {}
        for m in mentions:
            for i in range(m.first, m.last + 1):
                self.covered.setdefault(i, m)
        self.quotes = [(q.start, q.end) for q in quotations_of(story.doc) if q.depth == 0]
        self.dropped: set[int] = set()
        self.sets = Sets(self)
        self.descriptions = Descriptions(self)
        self.appositions = Appositions(self)

    def run(self) -> list[ActorMention]:
        """All mentions, old and new, in text order."""
        g = self.g
        groups = self.words.pair_persons | self.words.pair_parties
        out = list(self.mentions)
        for i in range(g.n):
            word = g.lower[i]
            if word in _HE:
                found = self._person(i, _HE[word])
                out += self._note(i, found, "pronoun")
            elif word in _THEY:
                out += self._note(i, self._several(i), "pronoun")
            elif word in _IT:
                out += self._note(i, self._body(i), "pronoun")
            elif (headed := self._heads_noun(i)) is not None:
                out += headed
                for m in headed:
                    k = bisect_left(self.heads, m.head)
                    self.named.insert(k, m)
                    self.heads.insert(k, m.head)
                    self.covered[m.head] = m
                if (found := self._beside(i)) is not None:
                    out += self._replace(i, found)
            elif (g.tag[i] in ("NN", "NNP") and (found := self._beside(i)) is not None) or (
                found := self.sets.find(i)
            ) is not None:
                out += self._replace(i, found)
            elif (
                g.tag[i] in ("NNS", "NNPS", "NNP")
                and (g.lemma[i] in groups or word[:-1] in groups or word in ("parties", "countries"))
                and word.endswith(("s", "men"))
            ):
                pair = self._group(i)
                counted = self.sets.counted(i) if pair is None else None
                out += self._replace(i, counted) if counted is not None else self._note(i, pair, "nominal")
            elif word in _ARMED and g.tag[i] == "NN" and (found := self._militia(i)) is not None:
                out += self._replace(i, found)
            elif g.tag[i] in ("NN", "NNP") and word in self.words.body_nouns and self._bare(i):
                found = self._noun(i)
                out += self._note(i, None, "nominal") if found is None else self._replace(i, found)
            elif (
                g.tag[i] in ("NN", "NNP", "JJ")
                or (g.tag[i] in ("NNS", "NNPS") and not word.endswith(("s", "men")))
            ) and (found := self.descriptions.find(i)) is not None:
                out += self._replace(i, found)
        kept = [m for m in out if id(m) not in self.dropped]
        return sorted(kept, key=lambda m: (m.first, -m.last))

    def _beside(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """Who a noun for somebody is by the name beside it; what the text settles of him is noted."""
        own = self.covered.get(i)
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
            actor = self.settle(actor, said)
        return (actor,), why

    def _bare(self, i: int) -> bool:
        """Whether no mention covers a token but one of the bare noun (`the magazine`)."""
        own = self.covered.get(i)
        return own is None or (own.via == "nominal" and own.first == own.last == i)

    def _replace(self, i: int, found: tuple[tuple[Actor, ...], str]) -> list[ActorMention]:
        """Note who is meant by a phrase, in place of what the phrase alone would say."""
        own = self.covered.get(i)
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
        if all(own is not m for m in self.named):
            k = bisect_left(self.heads, own.head)
            self.named.insert(k, own)
            self.heads.insert(k, own.head)
        return []

    def _widen(self, m: ActorMention) -> None:
        """Let a mention of a bare noun hold the adjectives right before it: `French host`."""
        g = self.g
        while m.first > 0 and m.head - m.first < _ADJECTIVES:
            k = m.first - 1
            if g.head[k] != m.head or g.dep[k] not in ("amod", "compound", "nmod", "nummod"):
                break
            m.first, m.start = k, g.start[k]

    def is_pair(self, i: int) -> bool:
        """Whether `_group` knows the noun at token `i`."""
        return self.g.lemma[i] in self.words.pair_persons | self.words.pair_parties

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
            self._possess(g.head[i], found[0][0])
            led = (
                None
                if self.appositions.named_after(g.head[i])
                else (
                    self._leads(g.head[i], found[0][0])
                    or self._own_party(g.head[i], found[0][0])
                    or self._deputy(g.head[i], found[0][0])
                    or self._minister(g.head[i], found[0][0])
                )
            )
            if led is not None:
                return [mention, led]
        k = bisect_left(self.heads, i)
        self.named.insert(k, mention)
        self.heads.insert(k, i)
        return [mention]

    def _heads_noun(self, i: int) -> list[ActorMention] | None:
        """`the head of the agency`: who leads the body that a noun refers back to."""
        g = self.g
        own = self.covered.get(i)
        if g.tag[i] not in ("NN", "NNP") or (own is not None and (own.head != i or own.via != "nominal")):
            return None
        for c in g.children[i]:
            if g.dep[c] == "poss" and g.lower[c] in self.words.body_nouns and i - c <= _NEAR_OWNER:
                owner = self._mention_of(c)  # "the group's leader"
                if owner is not None and len(owner.actors) == 1 and owner.actors[0].kind in _BODIES:
                    led = self._leads(i, owner.actors[0])
                    return [led] if led is not None else None
            ruled = self.covered.get(c) if g.dep[c] == "poss" and g.lower[c] in _RULED else None
            if ruled is not None and ruled.actors and own is not None and g.lower[i] in self.words.heads:
                ruler = self._ruler(ruled.actors[0].country, "head-of-state")  # "the junta's leader"
                if ruler is not None:
                    own.actors, own.via, own.why = (ruler,), "role", f"{g.word[i]!r} of the {g.lower[c]}"
                    return []
        for k in g.prep_objects(i, "of"):
            if g.lower[k] in self.words.body_nouns and self._bare(k):
                body = self._noun(k)
                who = self._leads(i, body[0][0]) if body is not None and len(body[0]) == 1 else None
                if who is not None:
                    who.last, who.end = k, g.end[k]
                    return [who]
                if own is not None and own.via == "role":
                    return []
        return self._head_of(i, own)

    def _head_of(self, i: int, own: ActorMention | None) -> list[ActorMention] | None:
        """`the head of the FSB`, `the chief of the junta`: a person, not the body named inside."""
        g, kb = self.g, self.story.kb
        if g.lower[i] not in self.words.heads or (
            own is not None and any(a.kind not in ("unnamed", "state") for a in own.actors)
        ):
            return None
        if not any(g.lower[c] == "the" for c in g.children[i]):
            return None
        for k in g.prep_objects(i, "of"):
            m = self.covered.get(k)
            if m is None or m.head != k or len(m.actors) != 1 or m is own or m.first <= i:
                continue
            body = m.actors[0]
            noun = g.lower[k]
            who: Actor | None = None
            ruled = (
                body.kind == "state"
                or noun in _RULED
                or body.id == f"{(body.country or '').lower()}-government"
            )
            if ruled and body.country in kb.states:
                order = ("head-of-government", "head-of-state")
                for office in order if noun in _CABINETS else order[::-1]:
                    who = self._ruler(body.country, office)
                    if who is not None:
                        break
            elif m.via == "nominal" and body.id == "un":
                who = self._sent_to(k)
            elif body.kind in _BODIES and not (m.via == "nominal" and body.kind == _WORLD):
                # but not "the head of the UN mission": a part of the organisation has a head of its own
                found = self._leads(i, body)
                who = found.actors[0] if found is not None else self._of_trade(body, i)
            if who is None:
                if body.kind not in _BODIES and body.kind != "unnamed":
                    return None
                who = Actor(
                    id=f"{body.id}-{g.lower[i]}",
                    name=f"{g.lower[i]} of {body.name}",
                    kind="unnamed",
                    country=body.country,
                    sector=body.sector,
                )
            known = self.people.known.get(who.id)
            if known is not None:
                known.note(g.start[i])
            why = f"{g.word[i]!r} of {body.name}"
            if body.kind == "unnamed":  # "the Russian state" is nobody beside its head
                self._drop(m)
            if own is not None:
                self._drop(own)
            return [ActorMention(i, m.last, i, g.start[i], max(m.end, g.end[i]), "role", (who,), why)]
        return None

    def _sent_to(self, k: int) -> Actor | None:
        """Who heads the mission of the United Nations at token `k`: their envoy for the state it is in, else the story's."""
        g, kb = self.g, self.story.kb
        here = [
            a
            for p in g.prep_objects(k, "in", "to")
            if (m := self.covered.get(p)) is not None
            for a in m.actors
        ]
        code = next((a.country for a in here if a.country), None) or self.story.dominant
        name = kb.states[code].name if code in kb.states else ""
        holder = kb.holder(f"un:envoy-{slug(name)}", self.story.on)
        return self.people.registry.register(holder.id).actor if holder is not None else None

    def _ruler(self, country: str | None, office: str) -> Actor | None:
        """Who of this text holds an office of a state, else whom the knowledge base knows to."""
        here = [k for k in self.people.known.values() if k.spots and (office, country) in k.offices]
        if here:
            return max(here, key=lambda k: (len(k.spots), k.actor.id)).actor
        holder = self.story.kb.holder(f"{country}:{office}", self.story.on)
        return self.people.registry.register(holder.id).actor if holder is not None else None

    def _of_trade(self, body: Actor, i: int) -> Actor | None:
        """The one person named before of a body's country and trade: a spy of the intelligence service."""
        if body.sector in (None, "GOV") or body.country is None:
            return None
        at = self.g.start[i]
        same = [
            k.actor
            for k in self.people.known.values()
            if k.before(at) >= 0 and (k.actor.country, k.actor.sector) == (body.country, body.sector)
        ]
        return same[0] if len(same) == 1 else None

    def _deputy(self, i: int, owner: Actor) -> ActorMention | None:
        """`his vice-president`, `her deputy`: who stands in for somebody in the office he holds."""
        g, kb, on = self.g, self.story.kb, self.story.on
        known = self.people.known.get(owner.id)
        if known is None or not g.lower[i].endswith(_DEPUTIES) or g.tag[i] not in ("NN", "NNP"):
            return None
        own = self.covered.get(i)
        if own is not None and own.via not in ("nominal", "role"):
            return None
        person = kb.persons.get(owner.id)
        held = (
            {t.office for t in person.tenures if on is None or t.since <= on} if person is not None else set()
        )
        who: Actor | None = None
        for first, second in _SECONDS:
            key = f"{owner.country}:{second}"
            if f"{owner.country}:{first}" not in held:
                continue
            # one of this text who has been it, else whoever is
            named = [
                p
                for since, _, p in sorted(kb.holders.get(key, ()), reverse=True)
                if (on is None or since <= on) and p in self.people.known and self.people.known[p].spots
            ]
            holder = kb.persons[named[0]] if named else kb.holder(key, on)
            if holder is not None and holder.id != owner.id:
                who = self.people.registry.register(holder.id).actor
                break
        if who is None:
            return None
        why = f"{g.word[i]!r} of {owner.name}"
        if own is not None and own.head == i:
            own.actors, own.why, own.via = (who,), why, "role"
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "role", (who,), why)

    def _minister(self, i: int, owner: Actor) -> ActorMention | None:
        """`his foreign minister`, `her chancellor`: who holds the office in the state that somebody rules."""
        g, kb, story = self.g, self.story.kb, self.story
        known, own = self.people.known.get(owner.id), self.covered.get(i)
        state = kb.state(owner.country) if owner.country else None
        rules = known is not None and any(o in _RULING and c == owner.country for o, c in known.offices)
        if (
            state is None
            or not rules
            or (own is not None and (own.head != i or own.via not in ("nominal", "role")))
        ):
            return None
        hit = story.scan.ending.get(story.scan.word(i) + 1)
        t = hit.of("title") if hit is not None else None
        if (
            t is None
            or g.tag[i] not in ("NN", "NNP")
            or any(g.lower[c] in self.words.former for c in g.children[i])
        ):
            return None
        who = self.people.titles.holder_of(t.key, state)
        if who is None or who.id == owner.id or who.kind != "person":
            return None
        why = f"{g.word[i]!r} of {owner.name}"
        if own is not None:
            own.actors, own.why, own.via = (who,), why, "role"
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "role", (who,), why)

    def _leads(self, i: int, owner: Actor) -> ActorMention | None:
        """Who is meant by a title that a body owns: `its president`, `the head of the agency`."""
        g, story = self.g, self.story
        own = self.covered.get(i)
        if (
            owner.kind == "person"
            or (own is not None and own.via not in ("nominal", "role"))
            or g.tag[i] not in ("NN", "NNP")
        ):
            return None
        hit = story.scan.ending.get(story.scan.word(i) + 1)
        t = hit.of("title") if hit is not None else None
        who = self.people.titles.holder_of(t.key, owner) if t is not None else None
        if who is None or any(g.dep[c] == "appos" for c in g.children[i]):
            return None
        why = f"{g.word[i]!r} of {owner.name}"
        if own is not None:
            if own.head != i:
                return None
            own.actors, own.why, own.via = (who,), why, "role"
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "role", (who,), why)

    def _possess(self, i: int, owner: Actor) -> None:
        """Give an agent phrase the owner that its pronoun names: `their fighters`, `his army`."""
        m = self.covered.get(i)
        if m is None or m.head != i or m.via != "nominal" or len(m.actors) != 1:
            return
        actor = m.actors[0]
        if owner.kind == "armed group" and (self.g.lemma[i] in self.words.members):
            m.actors, m.why = (owner,), f"{self.g.lemma[i]!r} of {owner.name}"
        elif (
            owner.country
            and actor.country
            and owner.country != actor.country
            and actor.id.startswith(f"{actor.country.lower()}-")
        ):
            rest = actor.id[4:]
            kb = self.story.kb
            if rest in kb.bodies:
                m.actors = (kb.body(rest, owner.country),)
            else:
                old, new = kb.states[actor.country].adjective, kb.states[owner.country].adjective
                m.actors = (
                    actor.model_copy(
                        update={
                            "id": f"{owner.country.lower()}-{rest}",
                            "country": owner.country,
                            "name": actor.name.replace(old, new),
                        }
                    ),
                )
            m.why = f"{self.g.lemma[i]!r}; country from its owner {owner.name}"

    def settle(self, actor: Actor, country: str | None) -> Actor:
        """Give somebody whose country was only that of the story the one that the text says, in all mentions."""
        settled = actor.model_copy(update={"country": country})
        known = self.people.known.get(actor.id)
        if known is not None:
            known.actor, known.guessed = settled, False
        for m in [*self.mentions, *self.named]:
            if any(a.id == actor.id for a in m.actors):
                m.actors = tuple(settled if a.id == actor.id else a for a in m.actors)
        return settled

    # Salience --------------------------------------------------------------------------

    def _quote(self, i: int) -> int:
        """The quotation that a token lies in, -1 when none."""
        at = self.g.start[i]
        return next((k for k, (a, b) in enumerate(self.quotes) if a <= at < b), -1)

    def top(self, i: int) -> int:
        """The head of the noun phrase in which a mention is only a part of the name or a coordinate."""
        g = self.g
        while (
            g.dep[i] in ("compound", "conj", "appos", "nmod", "flat")
            and g.head[i] != i
            and not g.is_verb(g.head[i])
        ):
            i = g.head[i]
        return i

    def _role_weight(self, m: ActorMention) -> float:
        g = self.g
        if id(m) in self.hidden:
            return 0.2
        i = self.top(m.head)
        dep = g.dep[i]
        if dep in ("nsubj", "nsubjpass"):
            v = g.head[i]
            return 1.0 if g.dep[v] in ("ROOT", "conj", "ccomp", "parataxis") else 0.8
        if dep == "agent" or (dep == "pobj" and g.lower[g.head[i]] in ("by", "to")):
            return 0.6
        if dep in ("dobj", "dative"):
            return 0.65
        if dep == "poss":
            return 0.45
        if dep == "pobj":
            return 0.5
        return 0.4

    def weigh(
        self, i: int, reach: int, fits: object, cataphora: bool = True
    ) -> list[tuple[float, str, tuple[Actor, ...], ActorMention]]:
        """Candidates before token `i` with their weights, the heaviest first; `fits(mention)` says who may be one."""
        g = self.g
        here = g.sent[i]
        k = bisect_left(self.heads, i)
        weights: dict[tuple[str, ...], float] = {}
        best: dict[tuple[str, ...], tuple[float, ActorMention]] = {}
        for m in reversed(self.named[:k]):
            gap = here - g.sent[m.head]
            if gap > reach:
                break
            if m.first <= i <= m.last or not fits(m):  # type: ignore[operator]
                continue
            weight = self._role_weight(m) * (DECAY**gap)
            if gap == 0:
                weight *= 1.0 if self._commands(m, i) else 0.85
            key = tuple(a.id for a in m.actors)
            weights[key] = weights.get(key, 0.0) + weight * (1.0 if key not in weights else 0.35)
            if key not in best or weight > best[key][0]:
                best[key] = (weight, m)
        return sorted(
            ((w, k[0], best[k][1].actors, best[k][1]) for k, w in weights.items()),
            key=lambda x: (-x[0], -x[3].head, x[1]),
        )

    def _commands(self, m: ActorMention, i: int) -> bool:
        """Whether a mention is the subject of a clause above token `i`."""
        g = self.g
        top = self.top(m.head)
        if g.dep[top] not in ("nsubj", "nsubjpass"):
            return False
        v, k = g.head[top], i
        while g.head[k] != k:
            if g.dep[k] == "conj" and g.is_verb(k) and g.child(k, "nsubj", "nsubjpass") is not None:
                return False  # another clause beside it
            k = g.head[k]
            if k == v:
                return True
        return False

    def _bound(self, i: int, m: ActorMention) -> bool:
        """Whether a plain object pronoun stands beside a mention in one clause, and so cannot mean it."""
        g = self.g
        if g.lower[i] in _REFLEXIVE and not (g.lower[i] == "her" and g.dep[i] != "poss"):
            # "his" is not the owner phrase that holds it, nor whom that phrase describes ("X, his friend")
            if g.dep[i] != "poss":
                return False
            if g.dep[g.head[i]] == "appos" and g.head[g.head[i]] == m.head:
                return True
            return g.left[m.head] <= i <= g.right[m.head] and g.head[i] == m.head
        if g.lower[i] in ("he", "she", "they", "it"):
            return False
        v = g.head[i] if g.is_verb(g.head[i]) else g.head[g.head[i]]
        top = self.top(m.head)
        return bool(v == (g.head[top] if g.dep[top] != "pobj" else g.head[g.head[top]]))

    def choose(
        self, scored: list[tuple[float, str, tuple[Actor, ...], ActorMention]], i: int
    ) -> tuple[tuple[Actor, ...], str] | None:
        """The heaviest candidate, unless the next weighs nearly the same."""
        if not scored:
            return None
        if len(scored) > 1 and scored[0][0] < scored[1][0] * MARGIN:
            return None
        _, _, actors, mention = scored[0]
        names = " and ".join(a.name for a in actors)
        return actors, f"{self.g.word[i]!r} is {names}, {self.g.word[mention.head]!r} before"

    # Pronouns ----------------------------------------------------------------------------

    def _gender_fits(self, actor: Actor, gender: str) -> bool:
        known = self.people.known.get(actor.id)
        return known is None or not known.gender or known.gender == gender

    def _person(self, i: int, gender: str) -> tuple[tuple[Actor, ...], str] | None:
        g = self.g
        quote = self._quote(i)
        beside: set[str] = set()
        undergone = self._undergone(i)
        if undergone is not None and (m := self._mention_of(undergone)) is not None:
            beside = {a.id for a in m.actors}
        if g.lower[i] in ("him", "her") and g.dep[i] != "poss":
            # whoever acts on him is somebody else, by whatever name
            beside = {
                m.actors[0].id
                for m in self.named
                if len(m.actors) == 1 and g.sent[m.head] == g.sent[i] and self._bound(i, m)
            }

        def fits(m: ActorMention) -> bool:
            if (
                len(m.actors) != 1
                or m.actors[0].kind not in _PERSONS
                or not self._gender_fits(m.actors[0], gender)
                or m.actors[0].id in beside
            ):
                return False
            if m.via == "nominal" and (
                g.tag[m.head] in ("NNS", "NNPS") or (m.actors[0].kind == "unnamed" and not self._human(m))
            ):
                return False
            if quote >= 0 and self._speaks(m, i):
                return False
            return not self._bound(i, m)

        credited = self._credited(i)
        if credited is not None and fits(credited):
            return credited.actors, f"{g.word[i]!r} is {credited.actors[0].name}, to whom it is credited"
        if g.dep[i] == "poss" and g.lower[i] in _REFLEXIVE and undergone is None:
            subject = self._clause_subject(i) if g.dep[g.head[i]] != "attr" else None
            m = self._mention_of(subject) if subject is not None else None
            if m is not None and m.actors and fits(m):
                return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject of its clause"
        found = self.choose(self.weigh(i, REACH, fits), i)
        return found or self._ahead(i, gender)

    def _undergone(self, i: int) -> int | None:
        """The subject who calls for what another undergoes: `the UN demanded his release`; no own one."""
        g = self.g
        k = g.head[i]
        always = g.lemma[k] in self.words.undergone
        if g.dep[i] != "poss" or not (always or g.lemma[k] in self.words.willed):
            return None
        verbs = self.words.demanding if always else self.words.insisting
        while g.dep[k] in ("conj", "dobj", "pobj", "prep", "pcomp") and g.head[k] != k:
            k = g.head[k]
            if g.is_verb(k):
                subject = self._clause_subject(i)
                return subject if g.lemma[k] in verbs else None
        return None

    def _credited(self, i: int) -> ActorMention | None:
        """`X thanked Y for his help`: the object of a verb of credit or blame owns what follows `for`."""
        g = self.g
        if g.dep[i] != "poss":
            return None
        k = g.head[i]
        while g.dep[k] in ("conj", "pobj", "pcomp", "dobj", "poss") and g.head[k] != k:
            k = g.head[k]
            if g.dep[k] == "prep" and g.lower[k] in ("for", "of", "over", "on", "against"):
                v = g.head[k]
                if g.is_verb(v) and g.lemma[v] in self.words.credit_verbs:
                    objects = [o for o in g.objects(v) if o < i]
                    return self._mention_of(objects[0]) if objects else None
                return None
        return None

    def _human(self, m: ActorMention) -> bool:
        """Whether an unnamed actor is one person (`a senior official`), no thing or body."""
        if self.g.lower[m.head] in self.words.institutes:
            return False
        return (self.g.tag[m.head] == "NN" and (m.actors[0].sector or "") not in ("MIL",)) or self.g.lower[
            m.head
        ].endswith(("man", "woman", "er", "or", "ian", "ist", "ant"))

    def _speaks(self, m: ActorMention, i: int) -> bool:
        """Whether a mention outside the quotation of token `i` is its speaker, who would say `I`."""
        g = self.g
        if self._quote(m.head) >= 0:
            return False
        top = self.top(m.head)
        v = g.head[top]
        return (
            g.dep[top] == "nsubj"
            and g.is_verb(v)
            and g.sent[v] == g.sent[i]
            and (g.lemma[v] in ("say", "tell", "add", "note", "state", "declare", "stress", "ask", "write"))
        )

    def _ahead(self, i: int, gender: str) -> tuple[tuple[Actor, ...], str] | None:
        """`In his speech, Obama said`: a possessive in a phrase before its clause's subject."""
        g = self.g
        if g.dep[i] not in ("poss", "nsubj"):
            return None
        k = i
        while g.head[k] != k and not (g.is_verb(k) and g.dep[k] == "ROOT"):
            up = g.head[k]
            if g.is_verb(up) and g.dep[k] in ("prep", "advcl") and k < up:
                subject = g.child(up, "nsubj", "nsubjpass")
                if subject is not None and subject > i and subject not in range(g.left[k], g.right[k] + 1):
                    m = self.covered.get(subject)
                    if (
                        m is not None
                        and len(m.actors) == 1
                        and m.actors[0].kind == "person"
                        and self._gender_fits(m.actors[0], gender)
                    ):
                        return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject after it"
            k = up
        return None

    def _has_will(self, v: int) -> bool:
        """Whether a copula's predicate is one that only somebody can be: `it is ready to`, `it was willing`."""
        g = self.g
        return any(g.dep[c] in ("acomp", "attr") and g.lemma[c] in _WILLING for c in g.children[v])

    def _reported(self, i: int, v: int) -> bool:
        """Whether a passive with `it` is what its own speaker says of itself: `the ministry said it was attacked`."""
        g = self.g
        up = g.head[v]
        if (
            g.dep[v] != "ccomp"
            or not g.is_verb(up)
            or any(g.dep[c] in ("ccomp", "xcomp", "advcl") for c in g.children[v])
        ):
            return False
        subject = g.child(up, "nsubj")
        return (
            subject is not None
            and subject < i
            and g.lemma[up] in ("say", "add", "claim", "insist", "complain", "deny", "admit")
        )

    def _takes(self, v: int) -> bool:
        """Whether a verb of taking has an object that is no time: `it had taken Goma`, not `it took three days`."""
        g = self.g
        objects = g.objects(v)
        return g.lemma[v] == "take" and any(g.lemma[o] not in _TIMES for o in objects)

    def _body(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`it`, `its`: the body that is subject before, unless a thing stands nearer."""
        g = self.g
        if g.dep[i] == "expl":
            return None
        v = g.head[i]
        if g.lower[i] == "it" and g.is_verb(v):
            if (
                (g.lemma[v] in _WEATHER and not self._takes(v))
                or (g.is_passive(v) and not self._reported(i, v))
                or (g.lemma[v] == "be" and g.dep[i] == "nsubj" and not self._has_will(v))
            ):
                return None  # "it is important that", "it was noted"
            if g.dep[i] == "dobj" and any(
                g.dep[c] in ("ccomp", "xcomp", "oprd", "acomp") for c in g.children[v]
            ):
                return None  # "made it clear that"
        if g.lower[i] == "it" and g.dep[i] in ("pobj", "dobj"):
            return None  # as often a thing as a body
        if g.lower[i] == "its" and g.dep[i] == "poss":
            owner = self._clause_subject(i)
            if owner is not None:
                m = self._mention_of(owner)
                person = m is not None and len(m.actors) == 1 and m.actors[0].kind == "person"
                if m is None or len(m.actors) != 1 or (m.actors[0].kind not in _BODIES and not person):
                    return None
                if not person:
                    return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject of its clause"

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.locative or m.via == "demonym":
                return False
            if m.actors[0].kind not in _BODIES and g.lower[m.head] not in self.words.institutes:
                return False
            return (
                g.tag[m.head] not in ("NNS",)
                and not self._bound(i, m)
                and g.dep[self.top(m.head)] in ("nsubj", "nsubjpass", "poss", "pobj", "dobj")
            )

        scored = self.weigh(i, 1, fits)
        if not scored or self._thing_between(scored[0][3].head, i):
            return None
        return self.choose(scored, i)

    def _clause_subject(self, i: int) -> int | None:
        """The subject of the clause in which a possessive stands outside the subject itself."""
        g = self.g
        k = i
        while g.head[k] != k and not g.is_verb(k):
            if g.dep[k] in ("nsubj", "nsubjpass"):
                return None
            k = g.head[k]
        if not g.is_verb(k):
            return None
        subject = g.surface_subject(k) if not g.is_passive(k) else g.child(k, "nsubjpass")
        if subject is None:
            subjects = g.subjects(k)
            subject = subjects[0] if len(subjects) == 1 else None
        return subject if subject is not None and subject < i else None

    def _mention_of(self, i: int) -> ActorMention | None:
        found = [m for m in self.named if m.first <= i <= m.last and m.head == i]
        return (
            found[0]
            if found
            else (
                self.covered.get(i) if self.covered.get(i) is not None and self.covered[i].last == i else None
            )
        )

    def _thing_between(self, a: int, i: int) -> bool:
        """Whether a singular noun that is no actor stands as a subject between a candidate and a pronoun."""
        g = self.g
        return any(
            g.dep[k] in ("nsubj", "nsubjpass") and g.tag[k] in ("NN", "NNP") and k not in self.covered and k != i
            for k in range(a + 1, i)
        )  # fmt: skip

    def _plural(self, m: ActorMention) -> bool:
        g = self.g
        if len(m.actors) > 1 or g.lower[m.head] in _THEY:
            return True
        actor = m.actors[0]
        if g.tag[m.head] in ("NNS", "NNPS") and m.via in ("nominal", "demonym"):
            return True
        if actor.kind in ("armed group", "population"):
            return True
        return (
            g.lemma[m.head] in _COLLECTIVE
            and m.via in ("nominal", "name")
            and actor.kind == "government body"
        )

    def _several(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        g = self.g
        pair = self._coordinated_subject(i)
        if pair is not None:
            return pair

        def fits(m: ActorMention) -> bool:
            return (
                not m.locative and self._plural(m) and not self._bound(i, m) and m.actors[0].sector != "JRN"
            )

        scored = self.weigh(i, 2 if g.lower[i] == "they" else 1, fits)
        found = self.choose(scored, i)
        if found is not None and not self._things_between(scored[0][3].head, i):
            return found
        return self.together(i)

    def _things_between(self, a: int, i: int) -> bool:
        """Whether a plural noun that is no actor stands as a subject between a candidate and `they`."""
        g = self.g
        return any(
            g.dep[k] in ("nsubj", "nsubjpass") and g.tag[k] == "NNS" and k not in self.covered
            for k in range(a + 1, i)
        )

    def _coordinated_subject(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Putin and Macron ... they`: a coordinated subject in this sentence or the one before."""
        g = self.g
        k = bisect_left(self.heads, i)
        seen: set[int] = set()
        for m in reversed(self.named[:k]):
            if g.sent[i] - g.sent[m.head] > 1:
                break
            top = self.top(m.head)
            if top in seen or g.dep[top] not in ("nsubj", "nsubjpass"):
                continue
            seen.add(top)
            heads = {self._top_of(c) for c in g.noun_conjuncts(top)} | set(g.noun_conjuncts(top))
            if len(g.noun_conjuncts(top)) < 2:
                if not self._plural(m) and g.sent[m.head] == g.sent[i]:
                    continue
                if self._plural(m):
                    return None
                continue
            actors = {a.id: a for n in self.named if n.head in heads and n.via != "pronoun" for a in n.actors}
            if len(actors) > 1:
                return tuple(
                    actors.values()
                ), f"{g.word[i]!r} are {' and '.join(a.name for a in actors.values())}"
        return None

    def _top_of(self, i: int) -> int:
        return i

    def together(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Kerry met Lavrov. They`: whom a clause joins by `meet`, `with` and the like."""
        g = self.g
        k = bisect_left(self.heads, i)
        for m in reversed(self.named[:k]):
            if g.sent[i] - g.sent[m.head] > 3:
                break
            top = self.top(m.head)
            if g.dep[top] not in ("nsubj", "nsubjpass") or m.locative:
                continue
            partners = self._partners(top)
            if partners:
                actors = {a.id: a for a in (*m.actors, *partners)}
                if len(actors) > 1:
                    return tuple(
                        actors.values()
                    ), f"{g.word[i]!r} are {' and '.join(a.name for a in actors.values())}, who were together"
        return None

    def _partners(self, subject: int) -> list[Actor]:
        """With whom a subject did something: objects of `with` in its clause, objects of `meet`."""
        g = self.g
        v = g.head[subject]
        if not g.is_verb(v):
            return []
        verbs = [v, *[c for c in g.children[v] if g.dep[c] == "xcomp"]]
        tokens: list[int] = []
        for verb in verbs:
            tokens += g.prep_objects(verb, "with") + [
                k for o in g.objects(verb) for k in g.prep_objects(o, "with", "between")
            ]
            if g.lemma[verb] in ("meet", "host", "receive", "telephone", "phone", "call", "greet", "welcome"):
                tokens += g.objects(verb)
        kinds = ("person", "state")
        return [a for m in self.named if m.head in tokens for a in m.actors if a.kind in kinds]

    # Group nominals ------------------------------------------------------------------------

    def _group(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the parties`, `both sides`, `the two ministers`: the two in focus."""
        g = self.g
        lemma = (
            g.lemma[i]
            if g.lemma[i] in self.words.pair_persons | self.words.pair_parties
            else g.lower[i].removesuffix("s")
        )
        lemma = {"partie": "party", "countrie": "country", "men": "man"}.get(lemma, lemma)
        if lemma not in self.words.pair_persons and lemma not in self.words.pair_parties:
            return None
        words = {g.lower[c] for c in g.children[i]}
        two = bool(words & {"both", "two"})
        if not two and not words & {"the", "these"}:
            return None
        own = self.covered.get(i)
        if own is not None and own.via in ("name", "role", "metonym"):
            return None
        if words & {
            "all",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "other",
            "some",
            "many",
            "most",
            "warring",
            "various",
            "member",
        } - ({"warring"} if two else set()):
            return None
        for c in g.children[i]:
            if g.dep[c] in ("amod", "compound", "poss", "nmod"):
                m = self.covered.get(c)
                if (m is not None and m is not own) or g.dep[c] == "compound":
                    return None
            if g.lower[c] in ("of", "from", "to", "in") and g.dep[c] == "prep" and not two:
                return None
        k = bisect_left(self.heads, i)
        before = [
            m for m in self.named[:k] if not m.locative and m is not own and not self.sets.acts_on(m, i)
        ]
        if lemma in self.words.pair_persons:
            pool = self._persons(before, lemma)
        else:
            pool = self._parties(before, i, states=lemma in self.words.pair_states)
        chosen: list[Actor] = []
        for a in pool:
            if all((a.country or a.id) != (c.country or c.id) for c in chosen):
                chosen.append(a)
            if len(chosen) == 2:
                break
        if len(chosen) < 2:
            return None
        if own is not None and own.via == "nominal":
            self._drop(own)
        actors = tuple(reversed(chosen))
        states = self.sets.sides(i, actors)
        if states is not None:
            return states
        return actors, f"{g.word[i]!r}: {actors[0].name} and {actors[1].name}, the two in focus"

    def _drop(self, mention: ActorMention) -> None:
        """Forget a mention that another one replaces."""
        self.dropped.add(id(mention))
        self.named = [m for m in self.named if m is not mention]
        self.heads = [m.head for m in self.named]

    def _persons(self, before: list[ActorMention], lemma: str) -> list[Actor]:
        """Persons, the latest first; with a title that fits when two have one."""
        pool = [a for m in reversed(before) for a in m.actors if a.kind == "person"]
        roles = self.words.role_nouns.get(lemma, frozenset({lemma}))
        titled = [
            a for a in pool
            if a.id in self.people.known and any(o in roles or o.rpartition("-")[2] in roles for o, _ in self.people.known[a.id].offices)
        ]  # fmt: skip
        if len({a.country or a.id for a in titled}) > 1:
            return titled
        return pool if lemma not in ("minister", "president", "premier", "chancellor") else []

    def _parties(self, before: list[ActorMention], i: int, *, states: bool) -> list[Actor]:
        """The two parties spoken of most and latest, each by its last mention."""
        g = self.g
        weights: dict[str, float] = {}
        for m in before:
            gap = g.sent[i] - g.sent[m.head]
            weight = self._role_weight(m) * (0.75**gap) + 0.02
            for a in m.actors:
                if a.kind in (
                    "person",
                    "state",
                    "armed group",
                    "government body",
                    "party",
                    "intergovernmental organisation",
                ):
                    key = a.country or a.id
                    weights[key] = weights.get(key, 0.0) + weight
        top = sorted(weights, key=lambda k: (-weights[k], k))[:2]
        wanted = (
            ("state",)
            if states
            else (
                "person",
                "state",
                "armed group",
                "government body",
                "party",
                "intergovernmental organisation",
            )
        )
        pool = [
            a
            for m in reversed(before)
            for a in m.actors
            if (a.country or a.id) in top and a.kind in wanted and (states or m.via != "demonym")
        ]
        if states or len({a.country or a.id for a in pool}) < 2:
            extra = [s for code in top if (s := self.story.kb.state(code)) is not None]
            pool += [s for s in extra if all(a.country != s.country for a in pool)]
        return pool

    # Nouns for one body ----------------------------------------------------------------------

    def _led_by(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the organisation of Fethullah Gülen`: the body that a person leads."""
        for k in self.g.prep_objects(i, "of"):
            m = self._mention_of(k)
            body = self._body_of(m.actors[0], i) if m is not None and len(m.actors) == 1 else None
            if body is not None:
                return (
                    body,
                ), f"{self.g.word[i]!r} is {body.name}, whom {m.actors[0].name if m else ''} leads"
        return None

    def _body_of(self, actor: Actor, i: int) -> Actor | None:
        """The body of the kind that a noun says which somebody leads or has led, the last one by the day."""
        kb, on = self.story.kb, self.story.on
        kinds = self.words.body_nouns[self.g.lower[i]]
        person = kb.persons.get(actor.id)
        led: list[tuple[bool, str, str]] = []
        for tenure in person.tenures if person is not None else ():
            owner, office = kb.owner_of(tenure.office)
            body = kb.organisations.get(owner)
            if office in _PARTY_HEADS and body is not None and body.kind in kinds:
                led.append((on is None or tenure.since <= on, tenure.since, owner))
        return kb.organisation(max(led)[2]) if led else None

    def _own_party(self, i: int, owner: Actor) -> ActorMention | None:
        """`her party`, `his movement`: the one that she leads, else one of her country."""
        g = self.g
        if owner.kind != "person" or g.lower[i] not in _PARTIES or g.tag[i] not in ("NN", "NNP"):
            return None
        own = self.covered.get(i)
        if own is not None and (own.head != i or own.via != "nominal"):
            return None
        body = self._body_of(owner, i)
        if body is None:
            if own is not None or owner.country is None:
                return None
            noun = g.lower[i]
            body = Actor(
                id=f"{owner.id}-{noun}",
                name=f"{noun} of {owner.name}",
                kind="party",
                country=owner.country,
                sector="PTY",
            )
        why = f"{g.word[i]!r} of {owner.name}"
        if own is not None:
            own.actors, own.why = (body,), why
            return None
        return ActorMention(i, i, i, g.start[i], g.end[i], "nominal", (body,), why)

    def _militia(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the Kurdish militia`: the armed group named last, described by no state."""
        g = self.g
        own = self.covered.get(i)
        if (
            own is None
            or own.via != "nominal"
            or own.head != i
            or "the" not in {g.lower[c] for c in g.children[i]}
        ):
            return None
        for k in range(own.first, i):
            hit = self.story.scan.starting.get(self.story.scan.word(k))
            if hit is not None and hit.of(*LAND_FLAVOURS, "org") is not None:
                return None

        def fits(m: ActorMention) -> bool:
            return (
                len(m.actors) == 1
                and m.actors[0].kind == "armed group"
                and not own.first <= m.head <= own.last
            )

        scored = self.weigh(i, 2, fits)
        if not scored:
            return None
        return scored[0][2], f"{g.word[i]!r} is {scored[0][2][0].name}, named before"

    def _served(self, kinds: frozenset[str]) -> Actor | None:
        """The one international organisation whose official this text names."""
        kb = self.story.kb
        owners = sorted(
            {o for k in self.people.known.values() if k.spots for _, o in k.offices if o is not None}
        )
        bodies = [kb.organisation(o) for o in owners if o in kb.organisations]
        fitting = [b for b in bodies if b is not None and b.kind == _WORLD and b.kind in kinds]
        return fitting[0] if len(fitting) == 1 else None

    def _world_body(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the Commission`, `the Council`, named nowhere: that of the organisation which the text names or whose officials."""
        kb = self.story.kb
        if not self.g.word[i][:1].isupper():
            return None
        owners = {o for k in self.people.known.values() if k.spots for _, o in k.offices if o is not None}
        roots = {a.id.partition("-")[0] for m in self.named for a in m.actors if a.id in kb.organisations}
        roots |= {o.partition("-")[0] for o in owners if o in kb.organisations}
        fitting = sorted(b for b in self.words.world_bodies[self.g.lower[i]] if b.partition("-")[0] in roots)
        body = kb.organisation(fitting[0]) if len(fitting) == 1 else None
        return ((body,), f"{self.g.word[i]!r} of the organisation of this text") if body is not None else None

    def _membership(self, c: int) -> bool:
        """Whether an adjective only says how many members a body has: `the 15-member Council`."""
        g = self.g
        text = "".join(g.lower[g.left[c] : c + 1]).replace("-", "")
        return text.endswith(("member", "nation", "strong")) and len(text) > len("member")

    def _land(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the island nation`, `the kingdom`, `the reclusive state`: a state spoken of, by what is said of it."""
        g, words, story = self.g, self.words, self.story
        noun = g.lower[i]
        if (
            story.preposition(i) in words.locative
            or g.dep[i] not in ("nsubj", "nsubjpass", "poss", "dobj", "pobj", "dative")
            or not any(g.lower[c] in ("the", "this") for c in g.children[i])
            or any(c > i and g.dep[c] in ("relcl", "acl", "prep", "appos") for c in g.children[i])
        ):
            return None
        first = min(c for c in g.children[i] if g.lower[c] in ("the", "this")) + 1
        newest = self._newborn(first, i)
        allowed: set[str] | None = set(words.noun_states[noun]) if noun in words.noun_states else None
        described = False
        k = first
        if newest:
            allowed, described, k = newest, True, i
        while k < i:
            if g.word[k] == "-" or g.lower[k] in ("and", ",") or g.pos[k] == "NUM":
                k += 1
                continue
            size = next((n for n in (3, 2, 1) if k + n <= i and self._adjective(k, k + n) is not None), 0)
            found = self._adjective(k, k + size) if size else None
            if found is None:
                return None
            described = True
            if "*" not in found:
                allowed = set(found) if allowed is None else allowed & found
            k += size
        if (noun == "state" and not described) or (
            noun == "island" and g.dep[i] not in ("nsubj", "nsubjpass", "poss")
        ):
            return None
        plainly = (
            g.dep[i] in ("pobj", "dobj", "dative") and allowed is None and not described and noun != "nation"
        )
        if noun in _HALVES:
            allowed = set(words.noun_states[noun])
            halves = {_HALVES[noun], *allowed}
            if (
                not g.word[i][:1].isupper()
                or described
                or not halves & (story.votes.keys() | story.bearers.keys())
            ):
                return None
            state = story.kb.state(next(iter(allowed)))
            return ((state,), f"{g.word[i]!r} is {state.name}, whose other half is named") if state else None
        weights = self._spoken(i, allowed)
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        if not ranked:
            return None
        margin = CLEAR_LAND if plainly else MARGIN if allowed else PLAIN_LAND
        if len(ranked) > 1 and weights[ranked[0]] < weights[ranked[1]] * margin:
            return None
        state = story.kb.state(ranked[0])
        return ((state,), f"{g.word[i]!r} is {state.name}, of which the text speaks") if state else None

    def _newborn(self, first: int, i: int) -> set[str]:
        """The states born within some years before the day, for `the new state`, `the fledgling republic`."""
        kb, on = self.story.kb, self.story.on
        if on is None or not any(self.g.lower[k] in _NEWBORN for k in range(first, i)):
            return set()
        year = int(on[:4])
        return {
            c for c, s in kb.states.items() if s.since[:4].isdigit() and 0 <= year - int(s.since[:4]) <= YOUNG
        }

    def _adjective(self, a: int, b: int) -> frozenset[str] | None:
        """The states that tokens `[a, b)` before a noun for a state may be said of; with `*` any."""
        g = self.g
        text = "".join(g.lower[a:b]) if "-" in g.lower[a:b] else " ".join(g.lower[a:b])
        for adjective, states in self.words.land_adjectives.items():
            if text == adjective and adjective != "*":
                return states
        return frozenset({"*"}) if text in self.words.land_adjectives["*"] else None

    def _spoken(self, i: int, allowed: set[str] | None) -> dict[str, float]:
        """The states spoken of before token `i`, with weights: named, by their people, by those of whom they are."""
        g, kb = self.g, self.story.kb
        beside = self._clause_mates(i)
        shares: dict[tuple[str, int], float] = {}  # of a state in a sentence: what it has there once
        for m in self.named:
            gap = g.sent[i] - g.sent[m.head]
            if m.head >= i or gap > LAND_REACH:
                continue
            for code in {a.country for a in m.actors if a.country is not None} - beside:
                if code in kb.states and (allowed is None or code in allowed):
                    state = any(a.kind == "state" and a.country == code for a in m.actors)
                    share = (1.0 if state and m.via != "demonym" else 0.7) * 0.8**gap / len(m.actors)
                    shares[code, gap] = max(shares.get((code, gap), 0.0), share)
        weights: dict[str, float] = {}
        for (code, _), share in shares.items():
            weights[code] = weights.get(code, 0.0) + share
        return weights

    def _clause_mates(self, i: int) -> set[str | None]:
        """The states that are other arguments of the clause of token `i`, which are somebody else."""
        g = self.g
        v = g.head[i] if g.dep[i] != "pobj" else g.head[g.head[i]]
        if g.dep[i] == "poss" or not g.is_verb(v):
            return set()
        return {
            a.country
            for m in self.named
            if m.via != "demonym" and g.head[self.top(m.head)] == v
            for a in m.actors
            if a.kind == "state"
        }

    def _noun(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the group`, `the bloc`, `the country`: the body of that kind named last."""
        g = self.g
        words = {g.lower[c] for c in g.children[i]}
        led = self._led_by(i)
        if led is not None:
            return led
        if "state" in self.words.body_nouns[g.lower[i]] and (land := self._land(i)) is not None:
            return land
        if (
            not words & {"the", "this"}
            or g.lower[i] == "state"
            or any(
                g.dep[c] in ("poss", "relcl", "acl")
                or (
                    g.dep[c] in ("amod", "compound", "nmod")
                    and g.lower[c] not in self.words.parted
                    and not self._membership(c)
                )
                or (g.dep[c] == "prep" and g.lower[c] in ("of", "for"))
                for c in g.children[i]
            )
        ):
            return None
        if g.dep[i] in ("compound", "nmod", "amod"):
            return None
        kinds = self.words.body_nouns[g.lower[i]]
        state = "state" in kinds
        if state and (
            self.story.preposition(i) in self.words.locative
            or g.dep[i] not in ("nsubj", "nsubjpass", "poss", "dobj")
        ):
            return None
        only = self.words.noun_states.get(g.lower[i])

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind not in kinds or (m.via == "demonym" and state):
                return False
            if only is not None and m.actors[0].country not in only:
                return False
            return not (state and m.locative) and not m.first <= i <= m.last

        scored = self.weigh(i, 2 if state else 4, fits) or ([] if state else self.weigh(i, FAR, fits))
        if not scored and not state and (served := self._served(kinds)) is not None:
            return (served,), f"{g.word[i]!r} is {served.name}, whose official is named"
        if g.lower[i] in self.words.world_bodies:
            same = [s for s in scored if s[2][0].name.lower().endswith(g.lower[i])]
            if not same:
                return self._world_body(i)
            scored = same
        if not scored or (state and len(scored) > 1 and scored[0][0] < scored[1][0] * MARGIN):
            return None
        actors = scored[0][2]
        if g.lower[i] in ("bloc", "union") and (
            whole := self.story.kb.organisation(actors[0].id.partition("-")[0])
        ):
            actors = (whole,)  # the bloc is the Union, not its Commission
        return actors, f"{g.word[i]!r} is {actors[0].name}, named before"
