"""Agent phrases: common nouns that act (`Turkish soldiers`, `police in Kenya`, `a senior US official`)."""

from __future__ import annotations

import re

from dragoman.actors.collectives import Collectives
from dragoman.actors.entries import LAND_FLAVOURS
from dragoman.actors.groups import Groups
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import slug
from dragoman.actors.regional import RegionalBodies
from dragoman.actors.story import Place, Story
from dragoman.daynames import WEEKDAYS
from dragoman.schema import Actor, Kind

_MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "poss", "nsubj", "det", "appos", "npadvmod"})
_INNER_DEPS = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "advmod", "conj"})
_COUNTRYLESS = frozenset({"IGO", "NGO", "UAF", "CRM", "ELI", "JRN"})
_INSTITUTIONS: dict[str, Kind] = {
    "NGO": "non-governmental organisation",
    "PTY": "party",
    "REB": "armed group",
    "BUS": "company",
    "LAB": "non-governmental organisation",
    "EDU": "non-governmental organisation",
}
# Kinds of which one, without a name, is somebody whom the text has named.
_SINGLE = frozenset({"population", "party", "unnamed"})
# What stands for a state: `the Chinese side`, `the Russian leadership`.
_STATE_NOUNS = frozenset({"side", "leadership", "diplomacy"})
# Forces so called are not of the state in which they are.
_FOREIGN = frozenset({"occupation", "occupying", "invading"})
_REBELLIOUS = frozenset(
    {"rebel", "separatist", "guerrilla", "insurgent", "militant", "secessionist", "jihadist"}
)
_LOYAL = frozenset({"loyal", "faithful", "allied", "loyalist", "sympathetic"})
_ORDINALS = frozenset({"second", "third"})
_PORTFOLIOS = frozenset(
    {f"{p} minister" for p in ("foreign", "defence", "defense", "finance", "trade", "interior")}
)
_LED = frozenset({"leader", "source"})
# What is done not always at home.
_SIGNING = frozenset({"sign", "initial", "conclude", "negotiate"})
# Those who stand for a state abroad: what is done to them is done by another.
_ENVOYS = frozenset({"diplomat", "ambassador", "envoy", "attache", "attaché", "consul"})
# After the name of an organisation and a hyphen these make a court the world's.
_UNDER = frozenset({"backed", "sponsored", "supported", "mandated", "run"})
# Whose bodies are no state's.
_SIDES = frozenset({"opposition", "resistance", "rebel", "protester", "insurgent"})
# Courts of The Hague that are of the Netherlands.
_DUTCH = frozenset({"dutch", "district", "appeal", "appeals", "local", "lower", "civil", "administrative"})
_WORLDLY = frozenset(
    {"company", "intergovernmental organisation", "non-governmental organisation", "party", "armed group"}
)
# What is sent to talk, beside single envoys.
_DELEGATIONS = frozenset({"delegation"})
# Before these a state's adjective says whom they inspect as often as whose they are: `Iraqi weapons inspectors`.
_INSPECTING = frozenset({"weapons inspector", "arms inspector", "inspector", "UN observer"})
_HELMETS = frozenset({"blue helmet", "military observer"})
# How the country of those told of by no owner is known.
_GUESSED = "country from where"
# Sectors of which one body is named, and those who sit in it are told of after.
_CHAMBERED = frozenset({"JUD", "LEG"})
# Verbs whose object leaves the place after `from`: `withdrew the troops from Iraq`.
_TAKEN_OUT = frozenset(
    {"withdraw", "pull", "bring", "remove", "evacuate", "recall", "airlift", "redeploy", "fly"}
)
# Those who speak for a state, wherever what they speak of happens.
_CENTRAL = frozenset({"junta", "regime", "leadership", "politburo"})
# What kind of weapon it is: `F-16`, `MiG-21`, `T-72`.
_MAKE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Z]{0,3}")
# How an owner that stands before its noun is known.
_BEFORE = ("its modifier", "the word before it")
_UNRULY = frozenset({"REB", "PRM", "UAF", "CRM", "REF"})
_STATELY = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})


# Before `Bank` these make it the land beside a river: `the West Bank`, `the Left Bank of the Dniester`.
_SHORES = frozenset({"west", "east", "left", "right", "north", "south"})


class Nominals:
    """Finds the agent phrases of one doc."""

    def __init__(self, story: Story, groups: Groups) -> None:
        self.story, self.groups = story, groups
        self.g, self.kb, self.words = story.g, story.kb, story.kb.words
        self.heads = {w: sector for sector, words in self.words.institution_heads.items() for w in words}
        self.many = Collectives(story)
        self.coalition: Actor | None = None
        self.national: set[str] = set()  # lemmas of peacekeepers that are a state's
        self.rebels: list[str] = []  # the state of the rebels told of last
        self.same: dict[tuple[str, bool], list[str]] = {}  # lemma, plural -> states of the last such phrase

    def run(self) -> None:
        """Find them in text order, unknown bodies with a name of their own first."""
        g, kb = self.g, self.kb
        for i in range(g.n):
            self._institution(i)
        RegionalBodies(self.story).run()
        self.many.run()
        used, agents, phrases = self.story.used, kb.agents, kb.agent_phrases
        for i in range(g.n):
            if used[i] or (g.pos[i] not in ("NOUN", "PROPN") and not self._as_noun(i)):
                continue
            word = g.lower[i]
            lemma = g.lemma[i] if g.pos[i] == "NOUN" else word
            row, start = agents.get(lemma) or agents.get(word), i
            for words in phrases.get(lemma, ()) or phrases.get(word, ()):
                size = len(words)
                if i - size + 1 >= 0 and all(g.lower[i - size + 1 + k] == words[k] for k in range(size - 1)):
                    row, start, lemma = agents[" ".join(words)], i - size + 1, " ".join(words)
                    break
            if row is None and word.endswith("s"):
                lemma = word[:-1]
                row = agents.get(lemma)
            elif row is None and word.endswith("men"):  # "servicemen", which the tagger has as one
                lemma = f"{word[:-3]}man"
                row = agents.get(lemma)
            if row is None or (g.dep[i] in ("compound", "amod", "nmod") and g.head[i] > i):
                if word in ("coalition", "alliance") and g.lower[i - 1] == "led":
                    self._led(i, i)  # "a Saudi-led coalition air strike"
                continue
            if self.story.kind(g.start[i]) in ("label", "byline") or self.story.in_dateline(g.start[i]):
                continue  # "PORT-AU-PRINCE -"
            if self._ends_capital(i):
                continue
            self._agent(i, start, lemma, row)

    def _ends_capital(self, i: int) -> bool:
        """Whether a word is the end of a capital's name: no prince is in `Port-au-Prince`."""
        g, first = self.g, i
        while first > 1 and g.lower[first - 1] == "-" and g.end[first - 2] == g.start[first - 1]:
            first -= 2
        name = g.text[g.start[first] : g.end[i]]
        return first < i and any(t.flavour == "capital" for t in self.kb.exactly(name))

    def _as_noun(self, i: int) -> bool:
        """Whether an adjective stands as a noun, as the parser has it: `[the military] seized power`."""
        g = self.g
        return (
            g.lower[i] == "military"
            and g.pos[i] == "ADJ"
            and g.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss")
            and any(g.dep[c] in ("det", "poss", "amod") and c < i for c in g.children[i])
        )

    def _institution(self, i: int) -> None:
        """`the Transitional National Council`: a capitalised name that ends in a word for a body."""
        g, story = self.g, self.story
        sector = self.heads.get(g.lower[i])
        if sector is None or not g.word[i][:1].isupper() or story.used[i] or story.kind(g.start[i]) != "body":
            return
        if story.scan.case_at(g.start[i]) == "upper":
            return
        first = i
        while first > 0 and self._named(first - 1) and g.sent[first - 1] == g.sent[i]:
            if story.used[first - 1] and not (
                first - 1 in story.at and story.at[first - 1].actors[:1] and self._owner_at(first - 1)
            ):
                break
            first -= 1
        last = i
        if last + 2 < g.n and g.lower[last + 1] in ("for", "of"):
            k = last + 3 if g.lower[last + 2] == "the" else last + 2
            while k < g.n and (
                self._named(k) or (g.lower[k] == "and" and k + 1 < g.n and self._named(k + 1))
            ):
                last, k = k, k + 1
            if last > i and k + 1 < g.n and g.lower[k] == "of":  # "the Department of Immigration of Cambodia"
                land = k + 2 if g.lower[k + 1] == "the" else k + 1
                if land < g.n and isinstance(self._owner_at(land), str) and self._named(land):
                    last = land
                    while last + 1 < g.n and story.at.get(last + 1) is story.at.get(land) is not None:
                        last += 1
        if last - first < 1 or (first == i and g.lower[i + 1] != "for"):
            return
        if first == g.sents[g.sent[i]][0] and i - first == 1 and g.lower[first] in ("the", "a", "this"):
            return
        if g.lower[i] == "bank" and g.lower[i - 1] in _SHORES:
            return  # "the West Bank"
        whole = g.head[i]
        if (
            g.dep[i] == "compound"
            and whole == i + 1
            and g.word[whole][:1].isupper()
            and g.lower[whole] in self.heads
        ):
            return  # "the Revolution Command Council"
        code, world = None, False
        for k in range(first, last + 1):
            inner = story.at.get(k)
            if k == i or (inner is not None and inner.via == "nominal"):
                continue  # "the 89th Military Police Brigade": of no police told of elsewhere
            owner = self._owner_at(k)
            if isinstance(owner, str):
                code = owner
                break
            world = world or (owner is not None and owner.kind == "intergovernmental organisation")
        if code is None and not world:  # "France's Naval Group"
            owners = (self._owner_at(k) for k in g.all_children(i, "poss") if k < first)
            code = next((o for o in owners if isinstance(o, str)), None)
        if code is None and world:
            sector = "IGO"  # "the United Nations Human Rights Committee"
        why = "country from its name"
        if code is None and sector not in _COUNTRYLESS:
            side = next((k for k in g.all_children(i, "poss") if g.lemma[k] in _SIDES), None)
            code, why = (
                story.whose.country(side, stateless=True) if side is not None else story.whose.country(i)
            )  # "the opposition's new Coordination Council"
            why = f"country from {why}"
        name = " ".join(story.text[g.start[first] : g.end[last]].split())
        kind: Kind = (
            "intergovernmental organisation"
            if sector == "IGO"
            else _INSTITUTIONS.get(sector, "government body")
        )
        actor = Actor(id=slug(name), name=name, kind=kind, country=code, sector=sector)
        story.mention_tokens(first, last, "name", (actor,), f"a body of its own name; {why}", head=i)

    def _called(self, i: int) -> bool:
        """Whether a name stands before a noun, of whatever people: `the Tuareg rebels`."""
        g = self.g
        return any(
            g.dep[c] in ("amod", "compound", "nmod") and c < i and g.word[c][:1].isupper()
            for c in g.children[i]
        )

    def _of_a_body(self, i: int) -> bool:
        """Whether an agent is said to be of a body that no state has, whichever it is: `the alliance's envoy`."""
        g = self.g
        return any(
            g.lower[c] in self.words.body_nouns
            and "intergovernmental organisation" in self.words.body_nouns[g.lower[c]]
            and "government body" not in self.words.body_nouns[g.lower[c]]
            for c in g.all_children(i, "poss")
        )

    def _posted(self, i: int, lemma: str) -> bool:
        """Whether diplomats are told of only by where they serve, which is not their state: `diplomats in Vienna`."""
        return lemma == "diplomat" and bool(self.g.prep_objects(i, "in", "at"))

    def _backed_by_the_world(self, i: int) -> bool:
        """Whether a court is the world's, in whatever country it sits: `a UN-backed court in Sierra Leone`."""
        g = self.g
        for c in g.children[i]:
            if c < i and g.lower[c] in _UNDER and c > 1 and g.word[c - 1] == "-":
                m = self.story.at.get(c - 2)
                if m is not None and any(a.kind == "intergovernmental organisation" for a in m.actors):
                    return True
        return False

    def _in_the_hague(self, i: int) -> bool:
        """Whether a court is one of the world's that sit in The Hague; those of the Netherlands are called so."""
        g = self.g
        before = [c for c in g.children[i] if c < i]
        if any(g.lower[c] in _DUTCH for c in before):
            return False
        return any(g.lower[c] == "hague" for c in (*before, *g.prep_objects(i, "in", "at", "of")))

    def _rebellious(self, i: int, lemma: str) -> bool:
        """Whether an agent is of the rebels, so called: `a rebel spokesman`, `the guerrillas`."""
        g = self.g
        said = {*lemma.split(), *(g.lower[c] for c in g.children[i] if c < i)}
        return bool(said & _REBELLIOUS)

    def _called_body(self, i: int) -> tuple[Actor, int] | None:
        """The body named before that a noun in a phrase calls, and the noun: `a company spokesman`, `a commission official`."""
        g, words = self.g, self.words
        for c in (*g.all_children(i, "compound", "nmod", "poss"), *g.prep_objects(i, "for", "from", "of")):
            kinds = words.body_nouns.get(g.lower[c], frozenset()) - {"state", "government body"}
            if not (kinds or g.lower[c] in words.called_by_name) or g.pos[c] == "PROPN":
                continue
            for hit in reversed(self.story.hits):
                if self.story.scan.start[hit.a] >= g.start[c]:
                    continue
                for id_ in hit.keys("org"):
                    body = self.kb.actor(id_)
                    if body is None or body.kind not in _WORLDLY:
                        continue
                    named = g.lower[c] in body.name.lower().split()
                    if named or (
                        body.kind in kinds and g.lower[c] in words.called_bodies and body.sector != "JRN"
                    ):
                        return body, c
        return None

    def _of_unknown_body(self, i: int) -> bool:
        """Whether somebody speaks for a body of which nobody knows whose it is: `a spokesman for the mission`."""
        g, words = self.g, self.words
        firm = any(g.lower[c] in words.firms for c in g.all_children(i, "compound"))
        if not g.lemma[i].startswith("spokes"):
            return firm  # "a company official in Baghdad"
        for k in g.prep_objects(i, "for", "of"):
            league = g.tag[k] in ("NNP", "NNPS") and words.leagues & set(g.lower[k : g.right[k] + 1])
            if self.story.at.get(k) is None and (g.word[k] in words.stateless or league):
                return True
        return any(g.lower[c] in words.stateless - words.of_states for c in g.all_children(i, "compound"))

    def _the_union(self, i: int) -> bool:
        """Whether `the union` is an organisation of states that the text has named so: `the African Union`."""
        if "the" not in {self.g.lower[c] for c in self.g.children[i]}:
            return False
        organisations = self.kb.organisations
        named = (organisations[id_] for hit in self.story.hits for id_ in hit.keys("org"))
        return any(o.kind == "intergovernmental organisation" and o.name.endswith("Union") for o in named)

    def _named(self, k: int) -> bool:
        """Whether a token can be part of a name: capitalised, no function word."""
        g = self.g
        return g.word[k][:1].isupper() and g.pos[k] in ("PROPN", "NOUN", "ADJ") and g.lower[k] != "the"

    def _uses_force(self, i: int) -> bool:
        """Whether one officer does what only those of the state do: `an officer shot a marcher`, `beaten by a guard`."""
        g = self.g
        if g.lemma[i] not in self.words.forceful:
            return False
        h = g.head[i]
        if g.dep[i] == "pobj" and g.dep[h] == "agent":
            return g.lemma[g.head[h]] in self.words.forcing
        return g.dep[i] == "nsubj" and g.lemma[h] in self.words.forcing

    def stranger(self, i: int) -> ActorMention | None:
        """Whoever does something as the noun at token `i`, and is told nowhere else: `donors froze aid`.

        One person (`the former Marxist`), or a body that is only `the commission`, is one named before, which the text
        leaves open.
        """
        g, lemma = self.g, self.g.lemma[i]
        row = self.kb.strangers.get(lemma)
        if row is None or (g.tag[i] == "NN" and (row[1] in _SINGLE or not self._told_apart(i))):
            return None
        before = len(self.story.mentions)
        self._agent(i, i, lemma, row, doer=True)
        return self.story.mentions[before] if len(self.story.mentions) > before else None

    def _told_apart(self, i: int) -> bool:
        """Whether a noun in the singular is of somebody new, or of somebody of whom more is said than `the` or `his`."""
        g = self.g
        deps = ("amod", "compound", "nmod", "relcl", "acl")
        if any(g.dep[c] in deps or (g.dep[c] == "prep" and g.lower[c] == "of") for c in g.children[i]):
            return True
        return any(g.lower[c] in ("a", "an", "one") for c in g.children[i] if c < i)

    def _agent(self, i: int, start: int, lemma: str, row: tuple[str, str], *, doer: bool = False) -> None:
        """Mention an agent; `doer`: it does something here, so that it is somebody even if nobody says whose."""
        g, story = self.g, self.story
        sector, kind = row
        if lemma == "government" and story.of_heads(i):
            return
        owners, how, extra = self._owners(i, start, sector)
        states = [o for o in owners if isinstance(o, str)]
        groups = [o for o in owners if isinstance(o, Actor)]
        plural = g.tag[i] in ("NNS", "NNPS")
        if (
            lemma == "ambassador"
            and groups
            and not plural
            and groups[0].kind == "intergovernmental organisation"
        ):
            owners, groups = [], []  # a state's, to the organisation
        if sector in ("MIL", "GOV") and any(
            g.lower[c] in _REBELLIOUS and c < i and g.dep[c] in ("amod", "compound", "nmod")
            for c in g.children[i]
        ):
            sector, kind = "REB", "armed group"  # "a separatist commander"
        hague = sector == "JUD" and self._in_the_hague(i)
        if hague or (sector == "JUD" and self._backed_by_the_world(i)):
            owners, states, groups, sector, kind = [], [], [], "IGO", "intergovernmental organisation"
        vague = (
            not doer
            and lemma in self.words.vague
            and not (
                lemma in self.words.vague_single and (g.tag[i] in ("NNS", "NNPS") or self._uses_force(i))
            )
        )
        own = bool(states)
        placed_only = not states or how == "its from-phrase"
        if how not in _BEFORE and placed_only and not groups and lemma in self.words.one_of:
            called = self._called_body(i)
            if called is not None:
                body, k = called
                self._of_group(i, start, lemma, body, row, [k] if k < i else extra)
                return
            if self._of_unknown_body(i):
                return  # "a spokeswoman for the mission": of no state for all that is said
        if lemma in ("opposition", "resistance") and any(
            g.lower[c] == "to" and g.dep[c] == "prep" for c in g.children[i]
        ):
            return  # "their opposition to the plan"
        if placed_only and lemma in self.words.bare_things and g.tag[i] == "NN" and self._bare(i):
            return
        if lemma in self.words.shored and how == "its of-phrase" and not self._of_a_state(i):
            return  # "the banks of Pangong Lake"
        if lemma == "union" and not plural and not owners and self._the_union(i):
            return
        if lemma == "leadership" and any(self._person_at(k) for k in g.prep_objects(i, "of")):
            return  # what he does: "under the leadership of X"
        if lemma in _STATE_NOUNS and len(states) == 1 and not groups and len(owners) == 1:
            state = self._land_of(extra) or self.kb.state(states[0])
            if state is not None:
                first = self._trim(min([start, *extra]), i)
                story.mention_tokens(
                    first, max([i, *extra]), "nominal", (state,), f"{lemma!r} is the state", head=i
                )
                return
        if lemma in ("coalition", "alliance") and self._led(i, start):
            return
        if how not in _BEFORE and self._of_many(i, start, lemma, row, owned=bool(owners)):
            return
        if plural and not owners and lemma in _PORTFOLIOS and all(c >= start for c in g.children[i] if c < i):
            return  # "Foreign ministers discussed": of many states
        if lemma in _LED and not owners and (led := self.words.led.get(g.lower[i - 1])) and i:
            sector, kind, vague = next(iter(led)), "unnamed", False  # "tribal leaders"
        if vague and not owners:
            return
        if groups and not states:
            self._of_group(i, start, lemma, groups[0], row, extra)
            return
        definite = any(
            g.dep[c] in ("det", "poss") and g.lower[c] in ("the", "this", "these", "those")
            for c in g.children[i]
        )
        armed = self.groups.armed_at(g.start[i])
        bare = sector == "PRM" and g.tag[i] in ("NNS", "NNPS") and len(g.children[i]) == 1
        if (
            not states
            and armed is not None
            and ((sector == "REB" and armed.sector != "PRM") or bare)
            and definite
            and lemma != "opposition"
            and not self._called(i)
        ):
            story.mention_tokens(i, i, "nominal", (armed,), f"{armed.name}, named before", head=i)
            return
        rising = sector == "REB" and self._rebellious(i, lemma)
        here = story.whose.fronted(i) if rising else None
        elsewhere = here is not None and here not in self.rebels  # "On Bougainville, former guerrillas"
        if not states and rising and self.rebels and not self._called(i) and not elsewhere:
            states, how = [*self.rebels], "the rebels told of before"
        if not states and sector == "JUD" and definite and (court := self._world_court(i)) is not None:
            story.mention_tokens(
                i, i, "nominal", (court,), f"those of {court.name}, the one court named", head=i
            )
            return
        if not states and definite and sector in _CHAMBERED and (named := self._chamber_named(i, sector)):
            states, how = [named], "the chamber or court named just before"
        if not states and lemma == "marine" and g.word[i][:1].isupper() and i > g.sents[g.sent[i]][0]:
            states, how = ["USA"], "so written, those of the United States"
        same = self.same.get((lemma, plural)) or self.same.get((lemma, not plural))
        if same is None and lemma in _ENVOYS and not plural:
            same = self.same.get(("envoy", plural))  # "recalled its ambassador. The envoy will return"
        if not states and same is not None and definite:
            states, how = [*same], "the same phrase before"
        foreign = any(g.lower[c] in _FOREIGN for c in range(max(0, start - 1), i + 1))
        if foreign and how not in _BEFORE:
            states = []  # "the occupation forces in Gaza"
        envoys_met = not states and lemma in _ENVOYS and plural and not definite and self._met(i)
        of_a_body = not owners and (self._of_a_body(i) or self._posted(i, lemma))
        if (
            not states
            and not of_a_body
            and (sector not in _COUNTRYLESS or sector == "JRN" or lemma == "witness")
        ):
            settles = lemma in ("settler", "settler group") and (
                "ISR" in story.votes or "ISR" in story.bearers
            )
            stateless = sector not in _STATELY and not lemma.startswith("state ")
            stateless = stateless or lemma in self.words.mutinous
            if foreign or settles:
                code, how = ("ISR", "who settles there") if settles else self._occupier(i)
            elif envoys_met:
                code = None  # "the president met ambassadors": of any state but his
            elif lemma in _ENVOYS and definite and not plural:
                code, how = story.whose.envoy(i)  # "the ministry handed the diplomat a note"
            else:
                code, how = story.whose.country(i, stateless=stateless, central=lemma in _CENTRAL)
            states = [code] if code is not None else []
            how = f"{how}"
        if not states and sector not in _COUNTRYLESS and not of_a_body and not doer and not envoys_met:
            return
        if sector == "IGO" and lemma.startswith("peacekeep") and (own or lemma in self.national):
            sector, kind = (
                "MIL",
                "government body",
            )  # "Russian peacekeepers", and "the peacekeepers" after them
            self.national.add(lemma)
        elif sector in ("IGO", "NGO") and how in _BEFORE and own and lemma not in _INSPECTING:
            if sector == "IGO":  # "Norwegian observers": those of a state
                sector, kind = "MIL" if lemma in _HELMETS else "GOV", "government body"
        elif sector in ("IGO", "NGO"):
            states = []
        if states and rising:
            self.rebels = [s for s in states if isinstance(s, str)]
        if states:
            self.same[lemma, plural] = [s for s in states if isinstance(s, str)]
            if lemma in _ENVOYS:
                self.same["envoy", plural] = self.same[lemma, plural]
            self.many.forget(lemma)
        first = min([start, *[story.at[e].first if e in story.at else e for e in extra if e < i]])
        if story.scan.case_at(g.start[i]) != "upper":
            for c in g.children[i]:
                if (
                    g.dep[c] in ("amod", "compound", "nmod")
                    and c < i
                    and not (g.pos[c] == "VERB" and c < start - 3)
                    and g.word[c] not in WEEKDAYS
                    and not story.in_dateline(g.start[c])
                ):
                    first = min(first, c)
            while first > 1 and g.word[first - 1] == "-" and g.end[first - 2] == g.start[first - 1]:
                first -= 2  # "Moscow-backed"
        first = self._trim(first, i)
        last = max([i, *[story.at[e].last if e in story.at else e for e in extra if e > i]])
        codes: list[str | None] = [*states] or [None]
        land = self._land_of(extra) if own and sector in _STATELY else None
        actors = tuple(self._actor(i, first, lemma, sector, kind, code, land) for code in codes)
        why = f"{lemma!r} is {sector}" + (f"; country from {how}" if states else "")
        story.mention_tokens(first, last, "nominal", actors, why, head=i)
        if hague:
            self.groups.courts.setdefault(actors[0].id, actors[0])

    def _chamber_named(self, i: int, sector: str) -> str | None:
        """The state whose court or parliament was named last, for its judges or deputies: `the Kenyan High Court ... the judges`."""
        g = self.g
        last = max(
            (
                m
                for m in self.story.mentions
                if m.head < i and g.sent[i] - g.sent[m.head] <= 1 and len(m.actors) == 1
                if m.via == "name" and m.actors[0].sector == sector and m.actors[0].kind == "government body"
            ),
            key=lambda m: m.head,
            default=None,
        )
        return last.actors[0].country if last is not None else None

    def _world_court(self, i: int) -> Actor | None:
        """`the judges ordered Caracas`: those of the one court that the text names, if it is of no state."""
        courts = list(self.groups.courts.values())
        alone = not any(self.g.dep[c] in ("amod", "compound", "poss", "prep") for c in self.g.children[i])
        return courts[0] if alone and len(courts) == 1 and courts[0].country is None else None

    def _bare(self, i: int) -> bool:
        """Whether a noun has neither article nor owner, and does nothing: `face prosecution`."""
        g = self.g
        if g.lemma[i] == "exile":
            return not any(g.lower[c] in ("a", "an") for c in g.children[i])
        if any(g.dep[c] in ("det", "poss") for c in g.children[i]):
            return False
        return g.dep[i] not in ("nsubj", "nsubjpass")

    def _person_at(self, k: int) -> bool:
        """Whether token `k` names a person."""
        mention = self.story.at.get(k)
        return mention is not None and any(a.kind == "person" for a in mention.actors)

    def _of_many(self, i: int, start: int, lemma: str, row: tuple[str, str], *, owned: bool) -> bool:
        """`Western diplomats`, `world leaders`, `the presidents of four African countries`: agents of no one state."""
        g, story, many = self.g, self.story, self.many
        sector, kind = row
        open_to_many = lemma in self.words.named_so and lemma not in ("court", "tribunal")
        if lemma in self.words.body_nouns and not open_to_many and g.tag[i] in ("NN", "NNP"):
            return False  # "the Central Asian state": one named before
        first, last = many.region(start), i
        if first is not None and sector in ("REB", "PRM", "UAF") and g.word[start - 1] == "western":
            return False  # "western rebels": of the west of a state, as `northern` ones are of its north
        if (
            first is not None
            and sector not in _STATELY | {"IGO"}
            and g.lower[start - 1] in self.words.many_parted
        ):
            return False  # "Arab militias", "Asian traders": of the state that the story tells of
        if first is None and (end := many.of(i)) is not None:
            first, last = self._trim(min(start, g.left[i]), i), end
        if first is None and owned:
            return False
        if first is None and lemma in self.words.many_leaders and g.tag[i] in ("NNS", "NNPS"):
            first = many.sort(start)
        if first is None:
            actor = many.again(i, lemma)
            if actor is not None:
                story.mention_tokens(i, i, "nominal", (actor,), "named together before", head=i)
            return actor is not None
        actor = many.actor(first, last, sector, "unnamed" if kind == "government body" else _kind(kind))
        many.note(i, lemma, actor)
        story.mention_tokens(first, last, "nominal", (actor,), f"{lemma!r} of no one state", head=i)
        return True

    def _led(self, i: int, start: int) -> bool:
        """`the Saudi-led coalition`, and `the coalition` after it: an alliance in arms of its own."""
        g, story = self.g, self.story
        led = start >= 3 and g.lower[start - 1] == "led" and g.word[start - 2] == "-"
        if not led:
            definite = any(g.lower[c] == "the" for c in g.children[i])
            if self.coalition is not None and definite and start > 0 and g.lower[start - 1] == "the":
                story.mention_tokens(i, i, "nominal", (self.coalition,), "the coalition named before", head=i)
                return True
            return False
        leader = start - 3
        hit = story.scan.starting.get(story.scan.word(leader))
        code = story.code(hit) if hit is not None and hit.of(*LAND_FLAVOURS) is not None else None
        name = f"{g.word[leader]}-led {g.lower[i]}"
        self.coalition = Actor(id=slug(name), name=name, kind="armed group", country=code, sector="MIL")
        why = f"an alliance led by {g.word[leader]}"
        story.mention_tokens(leader, i, "name", (self.coalition,), why, head=i)
        return True

    def _trim(self, first: int, i: int) -> int:
        """The first token of a phrase, without quotation marks and determiners."""
        g = self.g
        while first < i and (
            g.pos[first] in ("PUNCT", "DET", "SPACE", "ADP", "CCONJ") or g.lower[first] in ("the", "a", "an")
        ):
            first += 1
        return first

    def _actor(
        self,
        i: int,
        first: int,
        lemma: str,
        sector: str,
        kind: str,
        code: str | None,
        land: Actor | None = None,
    ) -> Actor:
        """Who is told of by a noun; `land`: the region of a state of whose own forces or officials it is."""
        g = self.g
        phrase = " ".join(self.story.text[g.start[first] : g.end[i]].split())
        state = self.kb.states[code] if code else None
        begin = i - lemma.count(" ")
        second = self._second(begin)
        if state is not None and land is None and sector in _STATELY | {"OPP"}:
            phrase = " ".join([state.adjective, *second, *(g.word[k] for k in range(begin, i + 1))]).lower()
            phrase = state.adjective + phrase[len(state.adjective) :]
        id_ = slug(" ".join([land.id if land is not None else code or "", sector, *second, lemma]))
        if kind == "government body" or (sector in ("GOV", "ELI") and kind not in ("population", "party")):
            kind = "unnamed"
        return Actor(id=id_, name=phrase, kind=_kind(kind), country=code, sector=sector)

    def _second(self, begin: int) -> list[str]:
        """What makes somebody second to the office that begins at a token: `[vice]-president`, `the [deputy] premier`."""
        g = self.g
        k = begin - 2 if begin > 1 and g.word[begin - 1] == "-" else begin - 1
        return [g.lower[k]] if k >= 0 and g.lower[k] in self.words.lowered - _ORDINALS else []

    def _of_group(
        self, i: int, start: int, lemma: str, group: Actor, row: tuple[str, str], extra: list[int]
    ) -> None:
        """`Hamas fighters`, `UN peacekeepers`: members stand for their group."""
        g, story = self.g, self.story
        first = self._trim(
            min([start, *[story.at[e].first if e in story.at else e for e in extra if e < i]]), i
        )
        last = max([i, *[story.at[e].last if e in story.at else e for e in extra if e > i]])
        if g.tag[i] in ("NNS", "NNPS"):
            self.many.note(i, lemma, group)
        world = group.kind == "intergovernmental organisation"
        if world and lemma == "official":  # one of many who serve it, who does not speak for it
            name = f"{group.name} {g.lower[i]}"
            actor = Actor(id=slug(f"{group.id} {lemma}"), name=name, kind="unnamed", sector=group.sector)
            story.mention_tokens(first, last, "nominal", (actor,), f"{lemma!r} of {group.name}", head=i)
            return
        if (
            lemma in self.words.members
            or row[0] in ("REB", "IGO", "PRM")
            or group.kind in ("armed group", "intergovernmental organisation")
        ):
            story.mention_tokens(first, last, "nominal", (group,), f"{lemma!r} of {group.name}", head=i)
            return
        name = f"{group.name} {g.word[i]}"
        actor = Actor(
            id=slug(f"{group.id} {lemma}"), name=name, kind="unnamed", country=group.country, sector=row[0]
        )
        story.mention_tokens(first, last, "nominal", (actor,), f"{lemma!r} of {group.name}", head=i)

    # Owners ----------------------------------------------------------------------------

    def _owners(self, i: int, start: int, sector: str) -> tuple[list[str | Actor], str, list[int]]:
        """Countries and organisations of an agent phrase, how they are known, and the tokens that say so."""
        g = self.g
        if self.story.scan.case_at(g.start[i]) == "upper":  # headlines in capitals are parsed badly
            near = self._owner_at(start - 1) if start else None
            return ([near], _BEFORE[1], [start - 1]) if near is not None else ([], "", [])
        if start >= 3 and g.lower[start - 1] == "led" and g.word[start - 2] == "-":
            leader = self.story.at.get(start - 3)
            if leader is not None and len(leader.actors) == 1 and sector == "MIL":  # "Saudi-led warplanes"
                code = leader.actors[0].country
                return [code or leader.actors[0]], _BEFORE[0], [start - 3]
        before = [c for c in g.children[i] if c < i or g.dep[c] not in ("nsubj", "appos")]
        for c in sorted(before, key=lambda c: (g.dep[c] != "poss", c)):
            if g.dep[c] not in _MODIFIER_DEPS or self._nearer(c, i, before):
                continue
            found = [(o, k) for k in g.conjuncts(c) if (o := self._owner_at(k)) is not None]
            if g.lower[c] == "whose" and (whose := self._antecedents(i)):
                return whose, "whose they are", []
            if not found:
                for d in g.children[c]:
                    if g.dep[d] in _INNER_DEPS and (o := self._owner_at(d)) is not None:
                        found = [(o, d)]
                        break
            if found:
                found += self._beside(i, [k for _, k in found])
                owners = list({(o if isinstance(o, str) else o.id): o for o, _ in found}.values())
                return owners, _BEFORE[0], [k for _, k in found]
        own = self._before_makes(start)
        if (
            start
            and (o := self._owner_at(own)) is not None
            and g.pos[own] in ("ADJ", "PROPN")
            and g.sent[own] == g.sent[i]
        ):
            return [o], _BEFORE[1], [own]
        for c in g.children[i]:  # "forces loyal to Ouattara"
            if g.dep[c] in ("amod", "acl", "relcl") and g.lower[c] in _LOYAL:
                found = [
                    (o, k) for k in g.prep_objects(c, "to", "with") if (o := self._owner_at(k)) is not None
                ]
                if found:
                    owners = list({(o if isinstance(o, str) else o.id): o for o, _ in found}.values())
                    return owners, f"whom they are {g.lower[c]} to", []
        sent = g.lemma[i] in self.words.delegates or g.lemma[i].startswith("spokes")
        envoys = g.lemma[i] in self.words.delegates or g.lemma[i] in _DELEGATIONS
        if envoys and (senders := self._senders(i)):
            return senders, "who sends them", []
        if (
            envoys and g.dep[i] == "conj"
        ):  # "talks between Turkish officials and envoys from Sweden and Finland"
            after = [k for k in g.prep_objects(g.head[i], "from") if k > i]
            found = [(o, k) for k in after if (o := self._owner_at(k)) is not None]
            if found:
                return [o for o, _ in found], "its from-phrase", []
        envoys = envoys or g.lemma[i] == "diplomat"
        # "an envoy to Mali" is of another state
        placed: tuple[str, ...] = ("from",) if envoys else ("from", "in", "at", "to")
        if sector == "MIL" and g.dep[i] in ("dobj", "nsubjpass") and g.lemma[g.head[i]] in _TAKEN_OUT:
            placed = ()
        if sector == "MIL" and self.story.whose.fielded(i) is not None:
            placed = ("from",)  # "France keeps 1,500 soldiers in Chad"
        for names in (("of",), *((("for",),) if sent else ()), placed):
            where = [k for k in g.prep_objects(i, *names) if not self._only_meets(i, k, sector)]
            found = [(o, k) for k in where if (o := self._owner_at(k)) is not None]
            found += [(h, k) for _, k in found if (h := self._half_before(k)) is not None]
            if found:
                owners = list({(o if isinstance(o, str) else o.id): o for o, _ in found}.values())
                return owners, f"its {names[0]}-phrase", [k for _, k in found] if names == ("of",) else []
            for k in where:
                for c in g.children[k]:
                    if (
                        g.dep[c] in ("amod", "compound", "nmod", "poss")
                        and (o := self._owner_at(c)) is not None
                    ):
                        return [o], f"its {names[0]}-phrase", []
        shared = self._shared(i, sector)
        return ([shared], "the possessor that it shares", []) if shared is not None else ([], "", [])

    def _before_makes(self, start: int) -> int:
        """The token before a phrase, and before what kind of weapon it is: `a [Pakistani] F-16 fighter jet`."""
        k, word = start - 1, self.g.word
        while k > 0 and _MAKE.fullmatch(word[k]):
            k -= 1
        return k

    def _land_of(self, owners: list[int]) -> Actor | None:
        """The region, which is no state, that the owner of a noun names: `the [Abkhaz] side`."""
        m = self.story.at.get(owners[0]) if len(owners) == 1 else None
        return (
            m.actors[0]
            if m is not None and len(m.actors) == 1 and m.actors[0].id in self.kb.regions
            else None
        )

    def _only_meets(self, i: int, k: int, sector: str) -> bool:
        """Whether rebels are only met at a place, which says nothing of whose they are: `met the rebels in Havana`."""
        g = self.g
        met = g.dep[i] == "dobj" and g.lemma[g.head[i]] in self.words.talks
        met = (
            met or g.lemma[g.verb_over(i)] in _SIGNING
        )  # "was signed by a faction in the South African capital"
        return met and sector in _UNRULY and g.lower[g.head[k]] in ("in", "at")

    def _met(self, i: int) -> bool:
        """Whether somebody meets or talks with those of a noun, or of a row: `met [envoys] and donors`, `talks with [ambassadors]`."""
        g, k = self.g, i
        k = g.first_of_row(k)
        if g.dep[k] == "pobj" and g.lower[g.head[k]] == "with":
            k = g.head[k]
        elif g.dep[k] != "dobj":
            return False
        return g.lemma[g.head[k]] in self.words.talks

    def _antecedents(self, i: int) -> list[str | Actor]:
        """Who is meant by the `whose` before a noun: `the Front, whose fighters`, `Britain and France, whose soldiers`."""
        g, v = self.g, self.g.head[i]
        while g.dep[v] != "relcl" and g.head[v] != v:
            v = g.head[v]
        if g.dep[v] != "relcl":
            return []
        return [o for k in g.noun_conjuncts(g.head[v]) if (o := self._owner_at(k)) is not None]

    def _senders(self, i: int) -> list[str | Actor]:
        """Those who send an envoy or a delegation: `[Mali and Burkina Faso] sent a joint delegation to Niamey`."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "dobj" or g.lemma[v] not in self.words.sending:
            return []
        return [o for k in g.subjects(v) if (o := self._owner_at(k)) is not None]

    def _occupier(self, i: int) -> tuple[str | None, str]:
        """Whose `the occupation forces` are in the state that the text tells of."""
        story = self.story
        weights = {c: story.votes.get(c, 0) + story.bearers.get(c, 0) for c in (*story.votes, *story.bearers)}
        here = [c for c in (story.dateline, story.whose.country(i)[0]) if c is not None]
        for code in (*here, *sorted(weights, key=lambda c: -weights[c])):
            for occupier in self.words.occupiers.get(code, ()):
                return occupier, f"who occupies {code}"
        return None, ""

    def _nearer(self, c: int, i: int, before: list[int]) -> bool:
        """Whether another state stands nearer to a noun than token `c`, in no row with it: `Pakistan summons Indian envoy`."""
        if self.g.dep[c] == "poss":
            return False
        for d in before:
            if (
                c < d < i
                and not {",", "and"} & set(self.g.lower[c + 1 : d])
                and isinstance(self._owner_at(d), str)
            ):
                return self.story.at.get(c) is not self.story.at.get(d)
        return False

    def _shared(self, i: int, sector: str) -> str | Actor | None:
        """The owner of the first of coordinated agents: `Syria's government and opposition`; no rebels of an adjective."""
        g = self.g
        if g.dep[i] != "conj" or any(g.dep[c] == "poss" for c in g.children[i] if c < i):
            return None
        if sector not in _UNRULY and any(g.dep[c] == "det" for c in g.children[i] if c < i):
            return None
        k = g.first_of_row(i)
        with_him = self.story.at.get(k)
        others = any(g.lower[c] == "other" for c in g.children[i])
        if others and with_him is not None and self._person_at(k) and len(with_him.actors) == 1:
            return with_him.actors[0].country  # "the premier and other officials"
        if sector in _UNRULY and with_him is not None and with_him.head == k and len(with_him.actors) == 1:
            government = with_him.actors[0]
            if government.country is not None and government.id == f"{government.country.lower()}-government":
                return government.country  # "the Chadian government and rebels"
            between = g.dep[k] == "pobj" and g.lower[g.head[k]] == "between"
            if between and government.kind == "state" and with_him.via != "demonym":
                return government.country  # "mediated between Bamako and the northern rebels"
        deps = ("poss",) if sector in _UNRULY else ("poss", "amod", "compound")
        for c in g.children[k]:
            if c < k and g.dep[c] in deps and (owner := self._owner_at(c)) is not None:
                return owner
        for p in g.prep_objects(k, "of"):
            if p > i and (owner := self._owner_at(p)) is not None:
                return owner  # "the army and people of X"
        return None

    def _half_before(self, k: int) -> str | None:
        """The state of the first half in `North and South Korea`, whose second half token `k` names."""
        own = self.story.at.get(k)
        if own is None or own.first < 2 or self.g.lower[own.first - 1] != "and":
            return None
        half = self.story.at.get(own.first - 2)
        state = half is not None and half.via == "name" and half.actors[0].kind == "state"
        return half.actors[0].country if half is not None and state and half.last == own.first - 2 else None

    def _beside(self, i: int, have: list[int]) -> list[tuple[str | Actor, int]]:
        """Other owners in a row of adjectives before a noun: `Turkish, Russian and Iranian officials`."""
        g, scan = self.g, self.story.scan
        out: list[tuple[str | Actor, int]] = []
        k = scan.word(min(have))
        while k > 1 and scan.fold[k - 1] in (",", "and"):
            prior = scan.ending.get(k - 1)
            if prior is None or prior.of("adjective") is None or prior.of("mask") is not None:
                break
            token = scan.token(scan.start[prior.a])
            owner = self._owner_at(token)
            if owner is None or g.dep[token] in ("acomp", "attr", "pobj"):
                break
            if token not in have:
                out.insert(0, (owner, token))
            k = prior.a
        k = max(have) + 1
        while k < i:
            joined = g.lower[k] in ("and", ",")
            while k < i and g.lower[k] in ("and", ","):
                k += 1
            if not joined or k >= i or g.pos[k] not in ("ADJ", "PROPN", "NOUN"):
                break
            owner = self._owner_at(k)
            if owner is None:
                break
            if k not in have:
                out.append((owner, k))
            k += 1
            while k < i and self.story.at.get(k) is self.story.at.get(k - 1) is not None:
                k += 1
        return out

    def _owner_at(self, i: int) -> str | Actor | None:
        """The state or organisation that token `i` names, or whose capital it names."""
        mention = self.story.at.get(i)
        if self.g.word[i][:1].isupper():
            hit = self.story.scan.starting.get(self.story.scan.word(i))
            if hit is not None and self.story.aside(hit):
                return None
        if mention is not None:
            if len(mention.actors) != 1 or mention.actors[0].kind == "media":
                return None
            actor = mention.actors[0]
            if actor.kind in (
                "armed group",
                "intergovernmental organisation",
                "party",
                "non-governmental organisation",
                "company",
            ):
                return actor
            if mention.via == "nominal" and mention.head == i and _GUESSED in mention.why:
                return None  # "the refugee agency" is not of the refugees' country
            if mention.via == "demonym" and (home := self.story.lived_in(self.g.lower[i])) is not None:
                return home
            return actor.country
        code = self.groups.bodies.modifying.get(i)
        if code is not None:
            return code
        if not self.g.word[i][:1].isupper():
            return self._alliance(i)
        hit = self.story.scan.starting.get(self.story.scan.word(i))
        if hit is not None and hit.of(*LAND_FLAVOURS) is not None and hit.of("mask") is None:
            return self.story.code(hit)
        return (self._city_at(i) or self._alliance(i) or self._partisan(i)) if hit is None else None

    def _partisan(self, i: int) -> str | None:
        """The state of whoever a word for a party qualifies: `Republican senators`."""
        codes = self.words.partisan.get(self.g.lower[i], frozenset())
        if not codes or self.g.lemma[self.g.head[i]] not in self.words.partisans:
            return None
        told = [c for c in sorted(codes) if c in self.story.votes]
        return told[0] if told else (next(iter(codes)) if len(codes) == 1 else None)

    def _alliance(self, i: int) -> Actor | None:
        """The body of this text that a noun before an agent calls: `alliance ambassadors`."""
        ids = self.words.alliances.get(self.g.lower[i])
        if ids is None or self.g.dep[i] not in ("compound", "nmod", "poss"):
            return None
        return self.story.named_among(ids)

    def _city_at(self, i: int) -> str | None:
        """The state of a city or town that a noun before an agent, or after its preposition, names: `Aleppo residents`."""
        place = next(
            (p for p in self.story.places if p.flavour in ("city", "town") and self._names(p, i)), None
        )
        code = place.code if place is not None else self.story.town(self.g.lower[i])
        return code if code is not None and self.kb.existed(code, self.story.on) else None

    def _of_a_state(self, i: int) -> bool:
        """Whether a state is named in the of-phrase of a token: `the banks of Cyprus`."""
        named = (self.story.at.get(k) for k in self.g.prep_objects(i, "of"))
        return any(a.kind == "state" for m in named if m is not None for a in m.actors)

    def _names(self, place: Place, i: int) -> bool:
        """Whether a token is part of the name of a place."""
        first, last = self.story.scan.tokens(place.hit.a, place.hit.b)
        return first <= i <= last


def _kind(kind: str) -> Kind:
    return kind  # type: ignore[return-value]  # checked when the table was read
