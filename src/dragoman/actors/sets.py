"""Sets by their number: `the two`, `the three presidents`, `both signatories`, `all three`, `the four states`.

They are who was named together: the coordinated names before that fit in number and kind, else everybody
named in the sentences before, when they are just so many.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.discourse import Discourse
from dragoman.actors.mention import ActorMention
from dragoman.actors.principals import Principals
from dragoman.schema import Actor

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WORDS = {n: w for w, n in NUMBERS.items()}
_BANDS = {"pair": 2, "duo": 2, "trio": 3}
_JOINTS = frozenset({",", "and", "&", "the", "as", "well", "both"})
_OTHERS = frozenset(
    {"other", "more", "new", "next", "last", "first", "main", "remaining", "additional", "further"}
)
_HEADING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
# Nouns for persons in one office: whoever is known to hold another is none of them.
_TITLED = frozenset({"minister", "president", "premier", "chancellor", "ambassador", "king", "leader"})
# Nouns for people who contend for one office, in one country.
_CONTENDERS = frozenset({"candidate", "contender", "challenger"})
_REBELS = frozenset({"rebel", "putschist", "plotter", "dissident", "exile", "hostage", "captive"})
_UNTITLED = frozenset(
    {"rebel", "opposition", "guerrilla", "separatist", "militia", "party", "faction", "coup", "political"}
)
_SIDES = frozenset({"side", "party", "delegation"})
_PERSON = frozenset({"person"})
_ALIKE = frozenset({"state", "armed group", "government body", "party"})
_STATE = frozenset({"state"})
_VISITS = frozenset({"visit", "trip", "call"})
_STATES = frozenset({"state", "country", "nation"})
_PEOPLES = frozenset({"people", "capital", "foe"})
# Nouns for people of whom more was said before.
_ANYBODY = frozenset(
    {
        "man",
        "woman",
        "people",
        "person",
        "victim",
        "hostage",
        "captive",
        "prisoner",
        "detainee",
        "suspect",
        "survivor",
        "foreigner",
        "westerner",
        "other",
        "citizen",
        "national",
    }
)
FAR = 8  # sentences back to people with the same number
REACH = 3  # sentences back to a coordination
NEAR = 3  # sentences back to people named one by one
_FAR_MORE = 1.5  # how much more a story must be about another pair than about the two named last


# Who, of a state, is told along with others of other states so that their ministers may be meant by a set.
_OF_ONE_STATE = frozenset({"state", "population", "unnamed"})


def _unnamed_official(a: Actor) -> bool:
    """Whether an actor is somebody of a government of whom no more is said: `the foreign secretaries of A and B`."""
    return a.sector == "GOV" and a.country is not None and a.id.startswith(f"{a.country.lower()}-gov-")


class Sets:
    """Finds the members of sets."""

    def __init__(self, discourse: Discourse, principals: Principals) -> None:
        self.discourse, self.principals = discourse, principals
        self.g, self.words = discourse.g, discourse.words

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The members of the set that the phrase headed by token `i` names by their number."""
        codes = self.words.set_states.get(self.g.lower[i])
        if codes is not None and self.g.word[i][:1].isupper():
            named = [s for c in sorted(codes) if (s := self.discourse.story.kb.state(c)) is not None]
            return tuple(named), f"{self.g.word[i]!r} names these states"
        number = self._number(i)
        if number is None:
            return None
        kinds = self._kinds(i)
        if kinds is None:
            return None
        apposed = self.apposed(i, number, kinds) or self._equated(i, number, kinds)
        if apposed is not None:
            return apposed
        bodies = self.words.numbered.get(f"{_WORDS.get(number)} {self.g.lemma[i]}", ())
        body = next(
            (b for id_ in bodies if (b := self.discourse.story.kb.organisation(id_)) is not None), None
        )
        if body is not None:
            return (body,), f"{self.g.word[i]!r} of that number are {body.name}"
        if number == 2 and (met := self._just_met(i, kinds)) is not None:
            return met
        near = 1 if self.g.lemma[i] in _SIDES else REACH
        for chain in self.chains(i, near):
            actors = [a for a in chain if a.kind in kinds]
            if len(actors) == len(chain) == number and self._titled(i, actors) and self._opposed(i, actors):
                return tuple(
                    actors
                ), f"{self.g.word[i]!r}: {' and '.join(a.name for a in actors)}, named together"
        if kinds == _STATE:
            for chain in self.chains(i):
                states = {
                    a.country: None
                    for a in chain
                    if a.kind in ("person", "state", "government body", "unnamed") and a.country
                }
                if len(states) == len(chain) == number and self._opposed(i, chain):
                    found = [s for c in states if (s := self.discourse.story.kb.state(c)) is not None]
                    return tuple(found), f"{self.g.word[i]!r}: the states of those named together"
        if near < REACH:
            for chain in self.chains(i):
                if len(chain) == number and all(a.kind == "state" for a in chain) and self._opposed(i, chain):
                    return tuple(chain), f"{self.g.word[i]!r}: the states named together"
        if number == 2 and (told := self._told_in_one(i, kinds)) is not None:
            return told
        if number > 2:
            met = self.together(i)
            persons = [a for a in met[0] if a.kind == "person"] if met is not None else []
            if len(persons) == number and kinds == _PERSON and self._titled(i, persons):
                return tuple(persons), f"{self.g.word[i]!r}: those who were together"
            codes_met = list(dict.fromkeys(a.country for a in persons if a.country))
            if kinds == _STATE and len(persons) == len(codes_met) == number:
                states_met = [s for c in codes_met if (s := self.discourse.story.kb.state(c)) is not None]
                return tuple(states_met), f"{self.g.word[i]!r}: the states of those who were together"
        if number == 2:
            together = self.together(i)
            if (
                together is not None
                and len(together[0]) == number
                and all(a.kind in kinds for a in together[0])
                and self._titled(i, together[0])
                and self._opposed(i, together[0])
            ):
                return self.sides(i, together[0]) or together
        of_states = self._of_states(i, number, kinds)
        if of_states is not None:
            return of_states
        if (
            number == 2
            and self.g.lemma[i] in self.words.pair_parties
            and (there := self._there(i)) is not None
        ):
            return there
        if number == 2 and self._is_pair(i):
            return self._ahead(i, number, kinds)  # else the two in focus
        return self._bare(i, number) or self._counted(i, number, kinds) or self._ahead(i, number, kinds)

    def _there(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`will fly to Asmara and Addis Ababa for talks with both governments`: the states of the two places named together."""
        places = [
            m
            for m in self.discourse.named
            if m.locative and m.last < i and self.g.sent[m.head] == self.g.sent[i] and len(m.actors) == 1
        ]
        for a, b in reversed(list(pairwise(places))):
            states = a.actors + b.actors
            two = len({s.country for s in states}) == 2 and all(s.kind == "state" for s in states)
            if two and self._joined(a, b):
                return states, f"{self.g.word[i]!r}: the states of the places named together"
        return None

    def _bare(self, i: int, number: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Mali and Niger sent aid. The two said`: states, groups or bodies named together right before a bare number."""
        if self.g.lower[i] not in NUMBERS:
            return None
        for chain in self.chains(i, 1):
            if len(chain) == number and all(a.kind in _ALIKE for a in chain):
                return tuple(
                    chain
                ), f"{self.g.word[i]!r}: {' and '.join(a.name for a in chain)}, named together"
        return None

    def numbered(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`The four men`: the unnamed of whom the text has told with the same number before."""
        g = self.g
        if g.tag[i] not in ("NNS", "NNPS") or self._restricted(i):
            return None
        own = self.discourse.covered.get(i)
        if own is not None and (own.head != i or own.via != "nominal" or "modifier" in own.why):
            return None
        number = self._count(i)
        definite = any(g.lower[c] in ("the", "these", "those", "all") for c in g.children[i] if c < i)
        if number is None or not definite:
            return None
        k = bisect_left(self.discourse.heads, i)
        for m in reversed(self.discourse.named[:k]):
            if g.sent[i] - g.sent[m.head] > FAR:
                break
            if m.via == "nominal" and len(m.actors) == 1 and self._count(m.head) == number and m is not own:
                if m.actors[0].kind in ("person", "state", "intergovernmental organisation"):
                    continue
                if g.lemma[i] not in _ANYBODY and g.lemma[i] != g.lemma[m.head]:
                    continue
                return m.actors, f"{g.word[i]!r}: so many {g.word[m.head]} before"
        return None

    def _count(self, i: int) -> str | None:
        """The number before a plural noun, in letters or digits; none is one."""
        g = self.g
        found = [g.lower[c] for c in g.children[i] if c < i and g.dep[c] == "nummod"]
        return found[0] if len(found) == 1 and found[0] not in ("one", "1") else None

    def sides(self, i: int, actors: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], str] | None:
        """`The two sides` after a meeting of persons of different states: these states."""
        codes = list(dict.fromkeys(a.country for a in actors if a.kind == "person" and a.country))
        if self.g.lemma[i] not in _SIDES or len(codes) != len(actors):
            return None
        found = tuple(s for c in codes if (s := self.discourse.story.kb.state(c)) is not None)
        return (
            (found, f"{self.g.word[i]!r}: the states of those who were together") if len(found) > 1 else None
        )

    def _of_states(self, i: int, number: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`Greece and Macedonia signed. The two foreign ministers`: who holds the office in the states named together.

        Also of those whose people are told together: `Kyrgyz and Tajik villagers fought`.
        """
        scan = self.discourse.story.scan
        hit = scan.ending.get(scan.word(i) + 1)
        t = hit.of("titles") if hit is not None else None
        if kinds != _PERSON or t is None or hit is None or hit.b - hit.a < 1 or self.g.lemma[i] == "leader":
            return None
        together = [
            m.actors
            for m in self.discourse.story.mentions
            if m.via == "nominal" and m.last < i and self.g.sent[i] - self.g.sent[m.head] < NEAR
        ]
        for chain in (*self.chains(i, NEAR), *reversed(together)):
            codes = [
                a.country for a in chain if a.country and (a.kind in _OF_ONE_STATE or _unnamed_official(a))
            ]
            if len(codes) == len(set(codes)) == len(chain) == number:
                found = self.discourse.people.titles.holders_in(t.key, codes)
                if len(found) == number:
                    return tuple(found), f"{self.g.word[i]!r} of the states named together"
        return None

    def _ahead(self, i: int, number: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`The three presidents sat apart`, and only then their names: the first row of so many after the set."""
        g = self.g
        if kinds != _PERSON or any(a.kind == "person" for m in self.outer(i) for a in m.actors):
            return None
        row: list[Actor] = []
        last: ActorMention | None = None
        for m in self.discourse.named:
            if m.first <= i or m.via != "name" or len(m.actors) != 1 or m.actors[0].kind != "person":
                continue
            if g.sent[m.head] - g.sent[i] > 1:
                break
            if last is None or not self._joined(last, m):
                if len(row) == number:
                    break
                row = []
            row.append(m.actors[0])
            last = m
        if len(row) != number or not self._titled(i, row):
            return None
        return tuple(row), f"{g.word[i]!r}: {' and '.join(a.name for a in row)}, named after it"

    def apposed(self, i: int, number: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`the two neighbours, Rwanda and Burundi`: the names right after the set."""
        g = self.g
        if i + 2 >= g.n or g.lower[i + 1] not in (",", "(", ":", "–", "-"):
            return None
        actors: list[Actor] = []
        at = i + 2
        for m in self.discourse.named:
            if m.first < at or m.via not in ("name", "metonym"):
                continue
            if any(w not in _JOINTS for w in g.lower[at : m.first]) or g.sent[m.head] != g.sent[i]:
                break
            actors += [a for a in m.actors if a.kind in kinds]
            at = m.last + 1
            if len(actors) >= number:
                break
        if len(actors) != number:
            return None
        return tuple(actors), f"{g.word[i]!r}: {' and '.join(a.name for a in actors)}, named after it"

    def _equated(self, i: int, number: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`The three are X, Y and Z`: the names that the copula equates with the set."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "nsubj" or g.lemma[v] not in ("be", "include"):
            return None
        last = g.sents[g.sent[i]][1]
        found: dict[str, Actor] = {}
        for m in self.discourse.named:
            if v < m.first < last and m.via == "name":
                found.update({a.id: a for a in m.actors if a.kind in kinds})
        if len(found) != number:
            return None
        return tuple(
            found.values()
        ), f"{g.word[i]!r}: {' and '.join(a.name for a in found.values())}, named after it"

    def counted(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The persons of a set of two whom nothing joins but that nobody else is named (`the two men`)."""
        kinds = self._kinds(i)
        number = self._number(i)
        return self._counted(i, number, kinds) if number == 2 and kinds == _PERSON else None

    def _number(self, i: int) -> int | None:
        g = self.g
        word = g.lower[i]
        if word not in _BANDS and word not in NUMBERS and g.tag[i] not in ("NNS", "NNPS"):
            return None
        here = {g.lower[c]: c for c in g.children[i]}
        definite = bool(here.keys() & {"the", "these", "all"})
        if word in _BANDS:
            return _BANDS[word] if definite and not self._restricted(i) else None
        if word in NUMBERS:  # "the two", "all three", "both"
            if g.dep[i] not in _HEADING or not (
                definite or word == "both" or (i > 0 and g.lower[i - 1] == "all")
            ):
                return None
            if i + 1 < g.n and (
                g.lower[i + 1] in ("-", "of") or g.pos[i + 1] in ("NOUN", "PROPN", "NUM", "ADJ")
            ):
                return None
            return None if self._restricted(i) else NUMBERS[word]
        found = [NUMBERS[w] for w in here if w in NUMBERS]
        if len(found) != 1 or not (definite or "both" in here or here.keys() & {"his", "her", "their"}):
            return None
        if here.keys() & _OTHERS or self._restricted(i):
            return None
        return found[0]

    def _restricted(self, i: int) -> bool:
        """Whether a phrase says more of who is meant: `the two presidents of the party`."""
        g = self.g
        return any(
            (g.dep[c] in ("relcl", "acl") and g.dep[i] != "ROOT")
            or (g.dep[c] == "prep" and g.lower[c] in ("of", "from", "in", "for"))
            for c in g.children[i]
            if c > i
        )

    def _kinds(self, i: int) -> frozenset[str] | None:
        g, words = self.g, self.words
        lemma = g.lemma[i] if g.tag[i] != "NNPS" else g.lower[i].removesuffix("s")
        lemma = {"men": "man", "women": "woman"}.get(lemma, lemma)
        if lemma in NUMBERS or lemma in _BANDS or lemma in words.set_persons or lemma in words.pair_persons:
            return _PERSON
        if lemma in _STATES or (lemma in words.pair_states and lemma not in _PEOPLES):
            return _STATE
        if lemma in words.set_parties or lemma in words.pair_parties:
            return frozenset(
                {
                    "person",
                    "state",
                    "party",
                    "armed group",
                    "government body",
                    "intergovernmental organisation",
                }
            )
        own = self.discourse.covered.get(i)
        if (own is not None and own.via == "demonym") or lemma in words.set_peoples:
            return frozenset({"person"})  # "the three Europeans"
        return None

    def _titled(self, i: int, actors: list[Actor] | tuple[Actor, ...]) -> bool:
        lemma = self.g.lemma[i]
        if lemma in _CONTENDERS and len({a.country for a in actors}) > 1:
            return False
        if lemma in _REBELS and any(a.office is not None for a in actors):
            return False
        if lemma not in _TITLED or any(self.g.lower[c] in _UNTITLED for c in self.g.children[i]):
            return True  # anybody
        roles = self.words.role_nouns.get(lemma, frozenset({lemma}))
        for a in actors:
            known = self.discourse.people.known.get(a.id)
            offices = {o for o, _ in known.offices} if known is not None else set()
            if offices and not any(o in roles or o.rpartition("-")[2] in roles for o in offices):
                return False
        return True

    def outer(self, i: int) -> list[ActorMention]:
        """Mentions before token `i` that are inside no other, in text order."""
        out: list[ActorMention] = []
        for m in self.discourse.named:
            if m.last >= i:
                break
            if id(m) in self.discourse.hidden or m.locative:
                continue
            if out and m.first <= out[-1].last:
                if m.last - m.first > out[-1].last - out[-1].first:
                    out[-1] = m
                continue
            out.append(m)
        return out

    def row(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Presidents A of X and B of Y said that they`: persons in one row near before a pronoun that fits them.

        The parser parts what titles and `of` come between. Of a row that is no subject only `them` speaks.
        """
        g = self.g
        near = [m for m in self.outer(i) if g.sent[i] - g.sent[m.head] <= 1 and m.via != "pronoun"]
        near = [m for k, m in enumerate(near) if not (k and self._hangs_on(m, near[k - 1]))]
        row: list[ActorMention] = []
        for m in near[::-1]:
            person = len(m.actors) == 1 and m.actors[0].kind == "person" and m.via == "name"
            if person and (not row or self._joined(m, row[0])):
                row.insert(0, m)
                continue
            if len(row) > 1:
                break
            row = [m] if person else []
        actors = {m.actors[0].id: m.actors[0] for m in row}
        if len(actors) < 2:
            return None
        subject = g.dep[self.discourse.top(row[0].head)] in ("nsubj", "nsubjpass")
        acted_on = g.dep[i] == "dobj" and g.lower[i] == "them"
        if subject == acted_on:
            return None
        return tuple(
            actors.values()
        ), f"{g.word[i]!r} are {' and '.join(a.name for a in actors.values())}, in one row"

    def chains(self, i: int, reach: int = REACH) -> list[list[Actor]]:
        """Coordinations of names before token `i`, the nearest first."""
        g = self.g
        chains: list[list[Actor]] = []
        outer = [m for m in self.outer(i) if g.sent[i] - g.sent[m.head] <= reach and m.via != "pronoun"]
        outer = [m for k, m in enumerate(outer) if not (k and self._hangs_on(m, outer[k - 1]))]
        current: list[Actor] = []
        for k, m in enumerate(outer):
            joined = k > 0 and current and self._joined(outer[k - 1], m)
            if not joined:
                if len(current) > 1:
                    chains.append(current)
                current = []
                if self.acts_on(m, i):
                    continue
            current = [*current, *[a for a in m.actors if all(a.id != b.id for b in current)]]
        if len(current) > 1:
            chains.append(current)
        return chains[::-1]

    def _hangs_on(self, m: ActorMention, before: ActorMention) -> bool:
        """Whether a mention says whose or from where a person right before it is: `Sixto Durán of Ecuador`."""
        g = self.g
        person = len(before.actors) == 1 and before.actors[0].kind == "person"
        near = g.lower[before.last + 1 : m.first] in (["of"], ["from"], ["of", "the"])
        return person and near and all(a.kind == "state" for a in m.actors)

    def _joined(self, a: ActorMention, b: ActorMention) -> bool:
        g = self.g
        between = g.lower[a.last + 1 : b.first]
        if not between or g.sent[a.head] != g.sent[b.head]:
            return False
        top = self.discourse.top(b.head)
        if between == [","] and g.dep[top] == "nsubj" and g.head[top] > top and g.left[top] >= b.first:
            return False  # "the rebels' demand to Chad, Kenya said"
        if between[0] in ("of", "from") and "and" in between:
            between = between[between.index("and") :]  # "X of Peru and Y of Ecuador"
        return all(w in _JOINTS for w in between)

    def acts_on(self, m: ActorMention, i: int) -> bool:
        """Whether a mention is the subject of the clause whose object the set is."""
        g = self.g
        top = self.discourse.top(m.head)
        k = i
        while g.dep[k] in ("conj", "pobj", "prep", "dobj", "poss") and g.head[k] != k:
            k = g.head[k]
            if g.is_verb(k):
                break
        if g.dep[i] in ("nsubj", "nsubjpass") or g.dep[top] not in ("nsubj", "nsubjpass"):
            return False
        while g.dep[k] == "xcomp" and g.head[top] != k:
            k = g.head[k]  # "had tried to mediate between the two"
        return g.head[top] == k

    def _just_met(self, i: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`Putin held talks with To Lam, and the two sides signed`: who was together earlier in the same sentence."""
        met = self.together(i, reach=0) or self._visiting(i)
        if met is None or len(met[0]) != 2 or not self._titled(i, met[0]) or not self._opposed(i, met[0]):
            return None
        if kinds == _STATE:
            return self._their_states(i, met[0])
        return (self.sides(i, met[0]) or met) if all(a.kind in kinds for a in met[0]) else None

    def _visiting(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Kibaki paid a visit to India, during which the two countries signed`: visitor and host of the same sentence."""
        g = self.g
        for m in reversed(self.discourse.named[: bisect_left(self.discourse.heads, i)]):
            if g.sent[m.head] != g.sent[i]:
                break
            top = self.discourse.top(m.head)
            v = g.head[top]
            if g.dep[top] != "nsubj" or m.locative or len(m.actors) != 1 or v == g.head[i]:
                continue
            seen = g.objects(v) if g.lemma[v] == "visit" else []
            seen = seen + [k for o in g.objects(v) if g.lemma[o] in _VISITS for k in g.prep_objects(o, "to")]
            hosts = [a for h in self.discourse.named if h.head in seen for a in h.actors if a.kind == "state"]
            if len(hosts) == 1:
                return (m.actors[0], hosts[0]), f"{g.word[i]!r}: visitor and host"
        return None

    def _their_states(self, i: int, actors: tuple[Actor, ...]) -> tuple[tuple[Actor, ...], str] | None:
        """The two states that two are of: `Putin met To Lam, and the two countries signed`."""
        codes = list(dict.fromkeys(a.country for a in actors if a.country))
        found = tuple(s for c in codes if (s := self.discourse.story.kb.state(c)) is not None)
        return (found, f"{self.g.word[i]!r}: the states of these two") if len(found) == 2 else None

    def _told_in_one(self, i: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """`Envoys met Chadian and Nigerien officials. The two sides`: the states of whom one noun means those of two."""
        g = self.g
        if "state" not in kinds:
            return None
        for m in reversed(self.outer(i)):
            if g.sent[i] - g.sent[m.head] > REACH:
                break
            if m.via in ("nominal", "role") and len(m.actors) == 2:
                found = self._their_states(i, m.actors)
                if found is not None and self._opposed(i, found[0]):
                    return found
        return None

    def _opposed(self, i: int, actors: list[Actor] | tuple[Actor, ...]) -> bool:
        """Whether two named together can be what a noun for two sides of a matter means.

        They are of two sides, and no other pair is by far more what the story is about: not the two that one side
        asked to help. Persons who are no more than two (`the two men`) may be of one side.
        """
        g = self.g
        lemma = g.lemma[i]
        if len(actors) != 2 or not self._is_pair(i):
            return True
        sides = {self.principals.side(a) or a.id for a in actors}
        if len(sides) < 2:
            return lemma in self.words.pair_persons
        if any(
            g.sent[m.head] == g.sent[i] and m.head < i and set(m.actors) & set(actors)
            for m in self.discourse.named
        ):
            return True
        weights = self.principals.weights(i)
        one, other = sorted(sides)
        own = weights.get((one, other), 0.0)
        away = self.doers(i)
        if away & sides:
            return False
        most = max((w for p, w in weights.items() if not away & set(p)), default=0.0)
        return own * _FAR_MORE >= most

    def doers(self, i: int) -> frozenset[str]:
        """The states of those who act on the set headed by token `i`: `Macron and Mikati told both leaders`."""
        g = self.g
        k = i
        while g.head[k] != k and not g.is_verb(k):
            k = g.head[k]
        if not g.is_verb(k) or g.dep[i] in ("nsubj", "nsubjpass"):
            return frozenset()
        heads = set(g.subjects(k))
        return frozenset(
            a.country
            for m in self.discourse.named
            if m.head in heads
            for a in m.actors
            if a.country is not None
        )

    def beheld(self, i: int) -> list[int]:
        """Who brings about the thing of which a clause about token `i` tells: `X proposed a plan that both studied`."""
        g = self.g
        v = g.head[i]
        if g.dep[i] not in ("nsubj", "nsubjpass") or g.dep[v] != "relcl":
            return []
        noun = g.head[v]
        up = g.head[noun]
        if noun not in g.objects(up):
            return []
        return [k for s in g.subjects(up) for c in g.noun_conjuncts(s) for k in range(g.left[c], c + 1)]

    def _counted(self, i: int, number: int, kinds: frozenset[str]) -> tuple[tuple[Actor, ...], str] | None:
        """Everybody of a kind named in the sentences before, when they are just so many."""
        g = self.g
        found: dict[str, Actor] = {}
        outer = [m for m in self.outer(i) if m.via != "demonym" and not self.acts_on(m, i)]
        for back in range(NEAR + 1):
            sentence = g.sent[i] - back
            for m in outer:
                if g.sent[m.head] == sentence and len(m.actors) <= number:
                    found.update({a.id: a for a in m.actors if a.kind in kinds})
            if len(found) >= number:
                break
        actors = tuple(found.values())
        if len(actors) != number or not self._titled(i, actors):
            return None
        return actors, f"{g.word[i]!r}: {' and '.join(a.name for a in actors)}, just so many before"

    def together(self, i: int, reach: int = NEAR) -> tuple[tuple[Actor, ...], str] | None:
        """`Kerry met Lavrov. They`: whom a clause joins by `meet`, `with` and the like."""
        g = self.g
        k = bisect_left(self.discourse.heads, i)
        for m in reversed(self.discourse.named[:k]):
            if g.sent[i] - g.sent[m.head] > reach:
                break
            top = self.discourse.top(m.head)
            if g.dep[top] not in ("nsubj", "nsubjpass") or m.locative or g.head[top] == g.head[i]:
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
            objects = [*g.objects(verb)]
            objects += [k for o in objects for k in g.prep_objects(o, "of")]  # "hours of talks with"
            tokens += g.prep_objects(verb, "with") + [
                k for o in objects for k in g.prep_objects(o, "with", "between")
            ]
            if g.lemma[verb] in self.words.joining_verbs:
                tokens += g.objects(verb)
        kinds = ("person", "state")
        return [a for m in self.discourse.named if m.head in tokens for a in m.actors if a.kind in kinds]

    def _is_pair(self, i: int) -> bool:
        """Whether the noun at token `i` is one for two, as `pairs` reads it."""
        return self.g.lemma[i] in self.words.pair_persons | self.words.pair_parties
