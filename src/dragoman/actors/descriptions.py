"""One person by what he is: `the Finn`, `the former president`, `the Haitian general`, `his guest`, `the fugitive`.

The person is one named before who fits by country, role and past; nobody is brought in from outside the text,
and never somebody of another country.
"""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors.discourse import Discourse
from dragoman.actors.knowledge import LAND_FLAVOURS, Person
from dragoman.actors.mention import ActorMention
from dragoman.actors.names import pieces
from dragoman.actors.registry import PROMINENT
from dragoman.actors.sets import Sets
from dragoman.schema import Actor

REACH = 4  # sentences back to the person
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj", "agent", "npadvmod", "ROOT"}
)
_COLLECTIVE_ADJECTIVES = ("ese", "ish", "ch", "ss")
_LOWERED = frozenset({"deputy", "vice", "assistant"})
_ARMS = frozenset({"army", "military", "armed", "navy"})
_REBEL = frozenset(
    {"rebel", "guerrilla", "guerilla", "militia", "insurgent", "separatist", "mercenary", "paramilitary"}
)
_SOLDIERS = frozenset({"general", "colonel", "admiral", "commander", "captain", "major", "commodore"})
_ELECTED = frozenset({"winner", "loser", "candidate", "contender", "frontrunner", "challenger", "aspirant"})
_AGAINST = frozenset({"OPP", "REB"})
_MILITARY = frozenset({"general", "chief-of-staff", "commander", "military-officer"})
_KINDS_OF_MINISTER = frozenset(
    {"foreign", "defence", "defense", "interior", "finance", "justice", "trade", "oil", "energy"}
)
_SENTENCED = frozenset(
    {
        "ousted",
        "deposed",
        "defeated",
        "fallen",
        "toppled",
        "overthrown",
        "detained",
        "captured",
        "arrested",
        "outgoing",
        "suspended",
        "impeached",
        "exiled",
        "departing",
        "sacked",
        "dismissed",
        "removed",
        "imprisoned",
    }
)
_RULING = frozenset({"head-of-state", "head-of-government", "supreme-leader"})
_ABSOLUTE = frozenset({"dictator", "strongman", "autocrat", "tyrant", "despot"})
LONG_RULE = 4  # years from which on a ruler may be called so rather than another
# Ends of nouns that say a gender.
_FEMALE = ("woman", "actress", "widow", "queen", "nun", "princess", "daughter", "sister", "mother", "wife")
_MALE = (
    "businessman", "cleric", "priest", "bishop", "imam", "mullah", "monk", "rabbi", "ayatollah", "king", "prince", "emir", "sultan",
    "pope", "widower", "son", "brother", "father", "husband", "cardinal",
)  # fmt: skip
_SECOND = ("vice-", "deputy-")
_SEQUENCE = {"successor": 1, "predecessor": -1}
_COMING = frozenset({"future", "designate", "designated", "incoming", "next", "elect"})
_POWERLESS = frozenset(
    {"fugitive", "prisoner", "detainee", "defendant", "accused", "captive", "exile", "dissident"}
)
_NAMING = frozenset({"declare", "proclaim", "name", "call", "become", "elect", "appoint", "crown", "style"})
_OF = frozenset({"of", "for", "from"})
_SENT = frozenset({"ambassador", "envoy"})


def _serves(office: str, roles: frozenset[str] | None) -> bool:
    """Whether an office kind is one of these, as a whole, by its last word, or as one sent somewhere."""
    return roles is not None and (
        office in roles
        or (
            office.rpartition("-")[2] in roles
            and not office.endswith("-general")
            and not office.startswith(_SECOND)
        )
        or office.partition("-")[0] in roles & _SENT
    )


def _lately(until: str, on: str) -> bool:
    """Whether an office is held, or was lost in the year before a day."""
    return not until[:4].isdigit() or int(until[:4]) >= int(on[:4]) - 1


class Description(NamedTuple):
    """What a phrase says of the person it means."""

    country: str | None
    owner: str | None  # an organisation
    former: bool
    roles: frozenset[str] | None  # offices that fit; None: anybody
    rebel: bool
    words: frozenset[str]
    noun: str
    coming: bool  # an office not yet taken
    anybody: bool = False  # one in power, too, for want of somebody in private life


class Descriptions:
    """Finds who is meant by what he is."""

    def __init__(self, discourse: Discourse, sets: Sets) -> None:
        self.discourse, self.sets = discourse, sets
        self.g, self.words, self.story = discourse.g, discourse.words, discourse.story
        self.kb = discourse.story.kb

    def find(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The person named before whom the singular noun at token `i` describes."""
        g = self.g
        own = self.discourse.covered.get(i)
        if own is not None and own.via in ("demonym", "nominal") and own.last == i and self._nation(own):
            found = self._demonym(i, own)
            if found is not None:
                return found
        if g.lower[i] in ("latter", "former"):
            return self._of_two(i)
        if g.lower[i].endswith("old"):
            return self._aged(i)
        lemma = g.lower[i].removeprefix("ex-")
        title = self._title(i)
        typed = lemma in self.words.role_nouns or lemma in _SOLDIERS or title is not None
        trade = self._once(i, own)
        if not (typed or trade or lemma in self.words.described) or g.dep[i] not in _ARGUMENTS:
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
        apposed = self._apposed(i)
        if apposed is not None:
            return apposed.actors, f"{g.word[i]!r} is {apposed.actors[0].name}, named after it"
        described = self._description(i, lemma)
        if title is not None and (described.roles is not None or not own) and not described.rebel:
            described = described._replace(roles=self._roles(title[0], described) or described.roles)
        plain = not (described.country or described.former or described.owner or described.coming)
        if lemma == "leader" and described.words & self.words.parted:
            plain = False  # "the Socialist leader"
        if (
            typed
            and own is None
            and plain
            and not described.rebel
            and lemma not in self.words.described | _SOLDIERS
        ):
            return None  # "the minister" is for titles
        if possessor is not None and lemma in _SEQUENCE:
            return self._next(i, possessor.actors[0], _SEQUENCE[lemma])
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
                and not self._kin(actor, possessor.actors[0])
            ):
                return False
            if possessor is not None and actor.id == possessor.actors[0].id:
                return False
            if not self._gender(actor, lemma):
                return False
            return self._fits(actor, described, sure) and not self._beside(i, m)

        sure = True
        scored = self.discourse.weigh(i, REACH, fits)
        if described.words & _SENTENCED and len(scored) > 1:
            lost = {s[1]: self._lost(s[2][0], described) for s in scored}
            last = max(lost.values())
            scored = [s for s in scored if lost[s[1]] == last]
        if lemma in _ABSOLUTE and len(scored) > 1:
            scored = [s for s in scored if self._ruled_long(s[2][0])] or scored
        if lemma == "winner" and len(scored) > 1:
            scored = [s for s in scored if self._takes_over(s[2][0])] or scored
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

    def _gender(self, actor: Actor, noun: str) -> bool:
        """Whether a noun that only men or only women are called by may be said of somebody."""
        known = self.discourse.people.known.get(actor.id)
        if known is None or not known.gender:
            return True
        gender = "f" if noun.endswith(_FEMALE) else "m" if noun.endswith(_MALE) else known.gender
        return gender == known.gender

    def _kin(self, actor: Actor, other: Actor) -> bool:
        """Whether two persons bear one family name."""
        return bool(set(pieces(actor.name)[1:]) & set(pieces(other.name)[1:]) - self.words.particles)

    def _ruled_long(self, actor: Actor) -> bool:
        """Whether somebody has ruled a state for years by the day."""
        person, on = self.kb.persons.get(actor.id), self.story.on or "9999"
        return person is not None and any(
            t.office.partition(":")[2] in _RULING
            and t.since[:4].isdigit()
            and int(min(t.until or on, on)[:4]) - int(t.since[:4]) >= LONG_RULE
            for t in person.tenures
        )

    def _takes_over(self, actor: Actor) -> bool:
        """Whether somebody begins to rule a state about the day, or within the year after it."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return person is not None and any(
            t.office.partition(":")[2] in _RULING
            and on is not None
            and on[:7] <= t.since <= str(int(on[:4]) + 1) + "~"
            for t in person.tenures
        )

    def _lost(self, actor: Actor, what: Description) -> str:
        """The day on which somebody lost an office that fits, give or take a handover; empty when none is known."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return max(
            (
                t.until
                for t in (person.tenures if person is not None else ())
                if t.until
                and (on is None or t.until[:7] <= on[:7])
                and _serves(t.office.partition(":")[2], what.roles)
            ),
            default="",
        )

    def _ruled_lately(self, actor: Actor) -> bool:
        """Whether somebody has just lost power."""
        person, on = self.kb.persons.get(actor.id), self.story.on
        return person is not None and any(
            t.office.partition(":")[2] in _RULING and (on is None or (t.since < on and _lately(t.until, on)))
            for t in person.tenures
        )

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
                if a.kind != "person" or known is None or not known.spots or self._beside(i, m):
                    continue
                if known.offices or known.called or self._ruled_lately(a):
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

    def _description(self, i: int, lemma: str) -> Description:
        g, story = self.g, self.story
        country = owner = None
        own = self.discourse.covered.get(i)
        first = min(g.left[i], own.first if own is not None else i)
        words = set()
        for k in range(first, i):
            if g.sent[k] != g.sent[i]:
                continue
            words.add(g.lower[k])
            hit = story.scan.starting.get(story.scan.word(k))
            if (
                hit is not None
                and hit.of("mask") is None
                and g.word[k][:1].isupper()
                and not story.aside(hit)
            ):
                if hit.of(*LAND_FLAVOURS) is not None and hit.of("org") is None:
                    country = story.code(hit) or country
                elif (t := hit.of("org")) is not None:
                    owner = t.key
        coming = bool(words & _COMING)
        former = g.lower[i].startswith("ex-") or bool(words & (self.words.former | _SENTENCED | {"old"}))
        rebel = bool(words & _REBEL) or lemma == "warlord"
        roles: frozenset[str] | None = None
        if lemma in _SOLDIERS or (lemma == "chief" and words & _ARMS):
            roles = _MILITARY
        elif lemma == "minister" and "prime" in words:
            roles = frozenset({"head-of-government"})
        elif lemma == "minister" and words & _LOWERED:
            roles = frozenset({"deputy-foreign-minister", "deputy-defence-minister", "deputy-minister"})
        elif lemma in ("minister", "secretary") and words & _KINDS_OF_MINISTER:
            kind = next(iter(sorted(words & _KINDS_OF_MINISTER))).replace("defense", "defence")
            roles = frozenset({f"{kind}-minister"})
        elif lemma in self.words.role_nouns and not rebel:
            roles = self.words.role_nouns[lemma]
        elif lemma in self.words.rulers and not rebel:
            roles = _RULING
        return Description(country, owner, former, roles, rebel, frozenset(words), lemma, coming)

    def _title(self, i: int) -> tuple[str, int] | None:
        """The title of several words that token `i` is the head of, and the token after it."""
        scan = self.story.scan
        word = scan.word(i)
        for a in range(word, max(-1, word - 4), -1):
            hit = scan.starting.get(a)
            t = hit.of("title") if hit is not None else None
            if hit is not None and t is not None and a <= word < hit.b and hit.b - a > 1:
                first, last = scan.tokens(a, hit.b)
                return (t.key, last + 1) if self.story.head(first, last) == i else None
        return None

    def _roles(self, key: str, what: Description) -> frozenset[str]:
        """The offices that a title names for the country that goes with it, for any country without one."""
        titles = self.kb.titles[key]
        scoped = [t.office for t in titles if what.country in t.scope]
        return frozenset(scoped or [t.office for t in titles if what.country is None or not t.scope])

    def _fits(self, actor: Actor, what: Description, sure: bool) -> bool:
        """Whether a person may be meant; `sure`: by what is known of him, not for want of knowledge."""
        person = self.kb.persons.get(actor.id)
        known = self.discourse.people.known.get(actor.id)
        tenures = [self.kb.owner_of(t.office) for t in person.tenures] if person is not None else []
        owners = {o for o, _ in tenures} | {actor.country}
        if what.country is not None and what.country not in owners:
            return False
        if what.owner is not None and what.owner not in owners and (sure or person is not None):
            return False
        if what.rebel:
            return (
                any(
                    o in self.kb.organisations
                    and (
                        self.kb.organisations[o].kind == "armed group"
                        or self.kb.organisations[o].sector == "REB"
                    )
                    for o in owners
                    if o
                )
                or actor.sector == "REB"
            )
        if what.roles is None:
            if person is None and actor.office is not None and actor.name[1:] == actor.office[1:]:
                return False  # an office whose holder nobody names
            if (
                what.noun in _ELECTED
                and known is not None
                and any(o.endswith("-minister") for o, _ in known.offices)
            ):
                return False
            if what.noun in self.words.private and known is not None and not what.anybody:
                return not any((sure or o in PROMINENT) and c in self.kb.states for o, c in known.offices)
            return not (what.noun in _POWERLESS and actor.office is not None)
        if what.coming and person is not None and self.story.on is not None:
            on = self.story.on
            soon = {
                t.office.partition(":")[2]
                for t in person.tenures
                if on < t.since <= str(int(on[:4]) + 1) + "~"
            }
            if any(_serves(o, what.roles) for o in soon):
                return True
        said = known.offices if known is not None else set()
        if what.noun == "politician" and person is not None:
            return not (sure and any(o in _RULING and c in self.kb.states for o, c in said))
        offices = self._past(person, what) if person is not None and what.former else set()
        if not (what.former and person is not None):
            offices |= {o for o, _ in said}
        if what.noun in self.words.rulers - {"incumbent"} and person is not None and not what.former:
            offices |= {
                t.office.partition(":")[2]
                for t in person.tenures
                if self.story.on is None or t.since <= self.story.on
            }
        if any(_serves(o, what.roles) for o in offices):
            return True
        past = what.former and person is not None
        if known is not None and not past and known.called & {w for r in what.roles for w in r.split("-")}:
            return True
        # somebody of whom nothing else is known, or a soldier who rules
        if person is None:
            return not sure and not said and not (known is not None and known.called)
        soldier = bool(what.roles & _MILITARY)
        if soldier and not sure and what.country is None and self.story.on is not None:
            on = self.story.on  # who has just taken power
            if any(
                k == "head-of-state" and t.since[:4] == on[:4] and t.since <= on
                for t, (_, k) in zip(person.tenures, tenures, strict=True)
            ):
                return True
        return (
            soldier
            and what.country is not None
            and any(
                (k in _MILITARY or k == "head-of-state" or k.endswith("leader")) and o == what.country
                for o, k in tenures
            )
        )

    def _past(self, person: Person, what: Description) -> set[str]:
        """The offices that a person held before the day, or still holds when he is only defeated or detained."""
        on = self.story.on
        fallen = bool(what.words & _SENTENCED)
        return {
            t.office.partition(":")[2]
            for t in person.tenures
            if on is None
            or (t.since < on and (_lately(t.until, on) if fallen else (t.until and t.until <= on)))
        }

    def _beside(self, i: int, m: ActorMention) -> bool:
        """Whether a mention is another argument of the clause in which token `i` is one."""
        g = self.g
        top = self.discourse.top(m.head)
        if g.left[i] <= m.head <= g.right[i]:
            return True
        return g.head[top] == g.head[i] and g.is_verb(g.head[i]) and g.dep[i] != "conj"

    def _argues(self, i: int) -> bool:
        """Whether an adjective stands as a noun of its own, after `the`."""
        g = self.g
        return g.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative") and any(
            g.lower[c] == "the" for c in g.children[i]
        )

    def _of_two(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the latter`, `the former`: of the last two named in this sentence or the one before."""
        g = self.g
        if not self._argues(i):
            return None
        named: list[Actor] = []
        for m in self.sets.outer(i):
            if g.sent[i] - g.sent[m.head] <= 1 and len(m.actors) == 1 and m.via != "demonym":
                named = [a for a in named if a.id != m.actors[0].id] + [m.actors[0]]
        if len(named) < 2 or named[-1].kind != named[-2].kind:
            return None
        actor = named[-1] if g.lower[i] == "latter" else named[-2]
        return (actor,), f"the {g.lower[i]} of {named[-2].name} and {named[-1].name}"

    def _aged(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the 84-year-old`: the person most in focus."""
        g = self.g
        near = "".join(g.lower[max(0, i - 4) : i + 1])
        if "year-old" not in near or not self._argues(i):
            return None

        def fits(m: ActorMention) -> bool:
            return len(m.actors) == 1 and m.actors[0].kind == "person" and m.via != "demonym"

        return self.discourse.choose(self.discourse.weigh(i, REACH, fits), i)

    def _next(self, i: int, one: Actor, step: int) -> tuple[tuple[Actor, ...], str] | None:
        """`his successor`, `her predecessor`: who came after or before somebody in the highest of his last offices."""
        kb, on = self.kb, self.story.on
        person = kb.persons.get(one.id)
        begun = [t for t in person.tenures if on is None or t.since <= on] if person is not None else []
        if not begun:
            return None
        ranked = [t for t in begun if t.office.partition(":")[2] in PROMINENT] or begun
        tenure = max(ranked, key=lambda t: t.since)
        holders = kb.holders.get(tenure.office, [])
        at = next((k for k, h in enumerate(holders) if h[2] == one.id and h[0] == tenure.since), None)
        if at is None or not 0 <= at + step < len(holders) or holders[at + step][2] == one.id:
            return None
        if step > 0 and on is not None and holders[at + step][0][:4] > str(int(on[:4]) + 1):
            return None
        actor = self.discourse.people.registry.register(holders[at + step][2]).actor
        return (actor,), f"{self.g.word[i]!r} of {one.name} is {actor.name}"

    def _other(self, i: int, one: Actor) -> Actor | None:
        """The other of two who were named together."""
        for chain in self.sets.chains(i):
            if len(chain) == 2 and any(a.id == one.id for a in chain):
                return next((a for a in chain if a.id != one.id and a.kind == one.kind), None)
        return None

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
        if (
            word.endswith(_COLLECTIVE_ADJECTIVES)
            or (g.tag[i] in ("NNS", "NNPS") and word.endswith(("s", "men")))
            or own.first == 0
            or g.lower[own.first - 1] != "the"
        ):
            return None
        if (
            not g.word[own.first][:1].isupper()
            or g.dep[i] not in _ARGUMENTS
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
            return (country in known or not (sure or known)) and not self._beside(i, m)

        sure = True
        scored = self.discourse.weigh(i, REACH, fits)
        if not scored:
            sure = False
            scored = self.discourse.weigh(i, REACH, fits)
        if not scored:
            return None
        actors = scored[0][2]
        return actors, f"{g.word[i]!r} is {actors[0].name}, of that country"
