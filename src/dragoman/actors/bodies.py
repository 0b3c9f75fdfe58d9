"""Nouns for one body: `the group`, `the bloc`, `the Commission`, `the Kurdish militia`.

They are the body of that kind named last, the one that a person named leads, or the one whose official is named.
"""

from __future__ import annotations

from dragoman.actors.discourse import MARGIN, Discourse
from dragoman.actors.entries import LAND_FLAVOURS
from dragoman.actors.lands import Lands
from dragoman.actors.mention import ActorMention
from dragoman.schema import Actor

BODIES = frozenset(
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
WORLD = "intergovernmental organisation"
_PARTY_HEADS = frozenset({"leader", "president", "chairman"})
_SHORTENED = frozenset(
    {"armed group", "party", "intergovernmental organisation", "non-governmental organisation", "company"}
)
# Nouns for a body that whoever leads it brings to mind.
_LED = frozenset({"movement", "militia", "front", "faction", "guerrillas"})
FAR = 8  # sentences back to the one body of its kind
_ANY: frozenset[str] = frozenset({"*"})  # states of a body of which no adjective says one
_SEATED = frozenset({"based", "headquartered"})
# Where the head of a name ends: `Movement [for] Democratic Change`.
_LINKS = frozenset({"of", "for", "on", "in", "to", "against"})


class Bodies:
    """Finds the body that a bare noun means."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.g, self.words = discourse.g, discourse.words
        self.story, self.people = discourse.story, discourse.people
        self.lands = Lands(discourse)

    def noun(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the group`, `the bloc`, `the country`: the body of that kind named last."""
        g = self.g
        words = {g.lower[c] for c in g.children[i]}
        led = self._led_by(i)
        if led is not None:
            return led
        beside = self.discourse.covered.get(i + 1)
        if beside is not None and beside.first == i + 1 and beside.via == "name" and len(beside.actors) == 1:
            if beside.actors[0].kind in self.words.body_nouns[g.lower[i]]:  # "the group Hamas"
                return beside.actors, f"{g.word[i]!r} is {beside.actors[0].name}, named after it"
        for c in g.children[i]:  # "the Islamist party he leads, Ennahda"
            named = self.discourse.covered.get(c)
            if (
                g.dep[c] == "appos"
                and named is not None
                and named.via == "name"
                and len(named.actors) == 1
                and named.actors[0].kind in self.words.body_nouns[g.lower[i]] - {"state"}
            ):
                return named.actors, f"{g.word[i]!r} is {named.actors[0].name}, named after it"
        if "state" in self.words.body_nouns[g.lower[i]]:
            land = self.lands.find(i) or self.lands.pointed(i)
            if land is not None:
                return land
        bare = g.word[i][:1].isupper() and g.dep[i] == "nsubj" and g.child(i, "det", "poss") is None
        kinds = self.words.body_nouns[g.lower[i]]
        state = "state" in kinds
        home = _ANY if state else self._home(i)
        if (
            not (words & {"the", "this"} or bare)
            or g.lower[i] == "state"
            or home is None
            or any(
                (g.dep[c] in ("poss", "relcl", "acl") and not self._besides(i, c))
                or (
                    state
                    and g.dep[c] in ("amod", "compound", "nmod")
                    and g.lower[c] not in self.words.parted
                    and not self._membership(c)
                )
                or (g.dep[c] == "prep" and g.lower[c] in ("of", "for") and g.child(c, "pcomp") is None)
                for c in g.children[i]
            )
        ):
            return None
        if g.dep[i] in ("compound", "nmod", "amod"):
            return None
        if state and (
            self.story.preposition(i) in self.words.locative
            or g.dep[i] not in ("nsubj", "nsubjpass", "poss", "dobj")
        ):
            return None
        only = self.words.noun_states.get(g.lower[i])
        own: set[str | None] = self.lands.clause_mates(i) if state else set()
        named_so = set() if state else self._named_so(i)
        ideal = any(c < i and g.lower[c] in self.words.parted for c in g.children[i])

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or (m.via == "demonym" and state):
                return False
            if (
                m.actors[0].kind not in kinds
                and m.actors[0].id not in named_so
                and not self._secret(m, kinds)
            ):
                return False
            if home is not _ANY and not self._of(m.actors[0], home):
                return False
            if ideal and m.actors[0].kind == "company":
                return False  # "the environmental group"
            if only is not None and m.actors[0].country not in only:
                return False
            if state and m.actors[0].country in own:
                return False  # "Moscow invaded the country"
            if m.via == "nominal" and g.tag[m.head] in ("NNS", "NNPS"):
                return False  # "reporters" are no agency
            return not (state and m.locative) and not m.first <= i <= m.last

        capital = g.word[i][:1].isupper() and not state
        near = self.discourse.weigh(i, 2 if state else 4, fits)
        far = self.discourse.weigh(i, FAR, fits) if capital or not (near or state) else []
        scored = near or far
        if g.lower[i] in self.words.named_so and home is _ANY:  # "the council" is one called so
            scored = [s for s in self.discourse.weigh(i, FAR, fits) if s[2][0].id in named_so]
        if capital:  # "the Agency" is the one that has the word in its name
            called = [s for s in far if s[2][0].name.lower().endswith(f" {g.lower[i]}")]
            scored = called if bare else called or scored  # "Council condemned the coup": its own release
        allowed = self.words.alliances.get(g.lower[i])
        if allowed is not None:  # "the alliance" is NATO, not the Union named last
            called = [s for s in scored if s[2][0].id in named_so]
            scored = called or [s for s in scored if _among(s[2][0], allowed)]
            if not scored and (ahead := self._ahead(i, allowed)) is not None:
                return (ahead,), f"{g.word[i]!r} is {ahead.name}, named after it"
        if not scored and not state and home is _ANY and (served := self._served(kinds, allowed)) is not None:
            if g.lower[i] not in self.words.named_so or _noun(served.name) == g.lower[i]:
                return (served,), f"{g.word[i]!r} is {served.name}, whose official is named"
        if not scored and g.lower[i] in _LED and (led_here := self._led_here(i)) is not None:
            return (led_here,), f"{g.word[i]!r} is {led_here.name}, whose leader is named"
        if g.lower[i] in self.words.world_bodies:
            scored = [s for s in scored if s[2][0].id in named_so]
            if not scored:
                return self._world_body(i)
        if not scored or (state and len(scored) > 1 and scored[0][0] < scored[1][0] * MARGIN):
            return None
        actors = scored[0][2]
        if g.lower[i] in ("bloc", "union") and (
            whole := self.story.kb.organisation(actors[0].id.partition("-")[0])
        ):
            actors = (whole,)  # the bloc is the Union, not its Commission
        return actors, f"{g.word[i]!r} is {actors[0].name}, named before"

    def _named_so(self, i: int) -> set[str]:
        """The bodies named before by a name of which a noun is the head: `the front` is the Popular Front.

        Not where the noun has told of another one since: `A court in Cairo ... the court`.
        """
        g = self.g
        too = self.words.called_too.get(g.lower[i], frozenset())
        out: set[str] = set()
        for m in self.discourse.named:
            if m.head >= i or m.last >= i or len(m.actors) != 1 or g.sent[i] - g.sent[m.head] > FAR:
                continue
            actor = m.actors[0]
            known = actor.id in self.story.kb.organisations
            if m.via == "nominal" and g.lower[m.head] == g.lower[i] and not known:
                if m.first < m.last or any(g.lower[c] in ("a", "an") for c in g.children[m.head]):
                    out = set()
            elif actor.kind in BODIES and actor.kind != "state" and m.via == "name":
                org = self.story.kb.organisations.get(actor.id)
                names = (actor.name, g.text[m.start : m.end], *(org.aliases if org is not None else ()))
                nouns = {*map(_noun, names)}
                if g.lower[i] in nouns or (nouns & too and (actor.kind == WORLD or actor.sector == "LEG")):
                    out.add(actor.id)
        return out

    def _home(self, i: int) -> frozenset[str] | None:
        """The states that adjectives before a noun say; any where they say none, `None` where they say something else.

        `the Islamist group` may be any, `the Qatari channel` and `the Doha-based channel` are of that state.
        """
        g, scan = self.g, self.story.scan
        home: frozenset[str] = _ANY
        for c in g.children[i]:
            if c >= i or g.dep[c] not in ("amod", "compound", "nmod", "nummod"):
                continue
            said = {g.lower[c], "".join(g.lower[g.left[c] : c + 1])}
            if said & self.words.parted or said & self.words.trades or self._membership(c):
                if g.word[c][:1].isupper() and g.word[i][:1].isupper():
                    return None  # "the Atomic Energy Organization"
                continue
            first = g.left[c] if g.lower[c] in _SEATED else c
            hit = scan.starting.get(scan.word(first))
            code = None
            if hit is not None and hit.of("mask") is None and hit.of(*LAND_FLAVOURS) is not None:
                code = self.story.code(hit)
            elif hit is None and first != c and g.word[first][:1].isupper():
                code = next(iter(self.story.kb.cities.get(g.lower[first], ())), None)
            if code is None:
                return None
            home = frozenset({code}) if home is _ANY else home & {code}
            if first != c:
                home |= {""}  # a body of the world has a seat somewhere, too
        return home

    def _secret(self, m: ActorMention, kinds: frozenset[str]) -> bool:
        """Whether a mention names a secret service, where a noun may mean one: `Shin Bet ... the agency`."""
        return (
            "SPY" in kinds
            and m.via == "name"
            and m.actors[0].sector == "SPY"
            and m.actors[0].kind != "person"
        )

    def _of(self, body: Actor, home: frozenset[str]) -> bool:
        """Whether a body is of one of some states, or of none where one may be of none."""
        return (body.country or "") in home

    def _besides(self, i: int, c: int) -> bool:
        """Whether a clause after a noun only tells more of it: `the council, based in Benghazi,`."""
        return self.g.dep[c] != "poss" and c > i and i + 1 < self.g.n and self.g.lower[i + 1] == ","

    def _ahead(self, i: int, allowed: frozenset[str]) -> Actor | None:
        """The one alliance named right after a noun for it: `The alliance bombed a bridge, NATO said`."""
        g = self.g
        scan = self.story.scan
        ahead = {
            id_
            for hit in self.story.hits
            for id_ in hit.keys("org")
            if i < (token := scan.token(scan.start[hit.a])) and g.sent[token] - g.sent[i] <= 1
        }
        found = sorted({id_.partition("-")[0] if id_ not in allowed else id_ for id_ in ahead} & allowed)
        return self.story.kb.organisation(found[0]) if len(found) == 1 else None

    def allies(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Allies condemned the attack`: the members of an alliance that the text names, which writes them so."""
        g = self.g
        if i in self.discourse.covered or any(
            g.dep[c] not in ("cc", "conj", "punct", "advmod") for c in g.children[i]
        ):
            return None
        body = self.story.named_among(self.words.alliances["alliance"])
        return None if body is None else ((body,), f"{g.word[i]!r} are the members of {body.name}")

    def short(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the Rally`, `the Tigers`: a body of several words named before, by the noun of its name."""
        g, covered = self.g, self.discourse.covered
        own = covered.get(i)  # "the Guards", taken for somebody's guards
        if own is not None and not (own.via == "nominal" and own.first == own.last == i):
            return None
        if g.pos[i] not in ("NOUN", "PROPN") or g.sents[g.sent[i]][0] in (i, i + 1):
            return None
        if g.lower[i - 1] != "the" or (i + 1 < g.n and g.word[i + 1][:1].isupper()):
            return None
        for m in reversed(self.discourse.named):
            if m.last >= i or m.via != "name" or len(m.actors) != 1:
                continue
            corps = m.actors[0].kind == "government body" and g.tag[i] in ("NNS", "NNPS")  # "the Guards"
            if not corps and m.actors[0].kind not in _SHORTENED:
                continue
            if m is not own and any(g.lower[k] == g.lower[i] for k in self._nouns_of(m)):
                return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, named before"
        led = self._led_so(i) if g.tag[i] == "NNPS" or g.word[i][:1].isupper() else None
        return None if led is None else ((led,), f"{g.word[i]!r} is {led.name}, whose leader is named")

    def _led_so(self, i: int) -> Actor | None:
        """The one armed group or party called by a noun whose leader the text names: `Prabhakaran ... the Tigers`."""
        kb, at = self.story.kb, self.g.start[i]
        led: set[str] = set()
        for k in self.people.known.values():
            person = kb.persons.get(k.actor.id) if k.before(at) >= 0 else None
            for tenure in person.tenures if person is not None else ():
                owner, office = kb.owner_of(tenure.office)
                org = kb.organisations.get(owner)
                if org is not None and office in _PARTY_HEADS and org.kind in ("armed group", "party"):
                    if self.g.lower[i] in {n.lower().split()[-1] for n in (org.name, *org.aliases)}:
                        led.add(owner)
        return kb.organisation(led.pop()) if len(led) == 1 else None

    def _nouns_of(self, m: ActorMention) -> list[int]:
        """The tokens of a name of several words by which it may be called: its last, and that before a preposition."""
        g = self.g
        if m.first == m.last:
            return []
        inner = [k for k in range(m.first, m.last) if g.pos[k + 1] == "ADP" and g.word[k][:1].isupper()]
        return [*inner, m.last]

    def _led_by(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the organisation of Fethullah Gülen`: the body that a person leads."""
        for k in self.g.prep_objects(i, "of"):
            m = self.discourse.mention_of(k)
            body = self.body_of(m.actors[0], i) if m is not None and len(m.actors) == 1 else None
            if body is not None:
                return (
                    body,
                ), f"{self.g.word[i]!r} is {body.name}, whom {m.actors[0].name if m else ''} leads"
        return None

    def body_of(self, actor: Actor, i: int) -> Actor | None:
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

    def _led_here(self, i: int) -> Actor | None:
        """The one body of the kind that a noun says whose leader has been named: `Garang died. The movement chose`."""
        at = self.g.start[i]
        led = {
            b.id: b
            for k in self.people.known.values()
            if k.before(at) >= 0 and (b := self.body_of(k.actor, i)) is not None
        }
        return next(iter(led.values())) if len(led) == 1 else None

    def _served(self, kinds: frozenset[str], allowed: frozenset[str] | None) -> Actor | None:
        """The one international organisation whose official this text names."""
        kb = self.story.kb
        owners = sorted(
            {o for k in self.people.known.values() if k.spots for _, o in k.offices if o is not None}
        )
        bodies = [kb.organisation(o) for o in owners if o in kb.organisations]
        fitting = [
            b
            for b in bodies
            if b is not None
            and b.kind == WORLD
            and b.kind in kinds
            and (allowed is None or _among(b, allowed))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _world_body(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the Commission`, `the Council`, named nowhere: that of the organisation which the text names or whose officials."""
        kb = self.story.kb
        if not self.g.word[i][:1].isupper():
            return None
        owners = {o for k in self.people.known.values() if k.spots for _, o in k.offices if o is not None}
        roots = {
            a.id.partition("-")[0] for m in self.discourse.named for a in m.actors if a.id in kb.organisations
        }
        roots |= {o.partition("-")[0] for o in owners if o in kb.organisations}
        fitting = sorted(b for b in self.words.world_bodies[self.g.lower[i]] if b.partition("-")[0] in roots)
        body = kb.organisation(fitting[0]) if len(fitting) == 1 else None
        return ((body,), f"{self.g.word[i]!r} of the organisation of this text") if body is not None else None

    def _membership(self, c: int) -> bool:
        """Whether an adjective only says how many members a body has: `the 15-member Council`."""
        g = self.g
        text = "".join(g.lower[g.left[c] : c + 1]).replace("-", "")
        return text.endswith(("member", "nation", "strong")) and len(text) > len("member")

    def militia(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the Kurdish militia`, `the Islamist party`: the body of that kind named last, described by no state."""
        g = self.g
        own = self.discourse.covered.get(i)
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
        kinds = self.words.body_nouns.get(g.lower[i])
        if kinds is not None and not all(
            g.lower[c] in self.words.parted
            for c in g.children[i]
            if g.dep[c] in ("amod", "compound", "nmod", "relcl", "acl")
        ):
            return None

        def fits(m: ActorMention) -> bool:
            return (
                len(m.actors) == 1
                and m.via == "name"
                and m.actors[0].kind in (kinds or {"armed group"})
                and not own.first <= m.head <= own.last
            )

        scored = self.discourse.weigh(i, 2 if kinds is None else 4, fits)
        if not scored:
            return None
        return scored[0][2], f"{g.word[i]!r} is {scored[0][2][0].name}, named before"


def _among(body: Actor, organisations: frozenset[str]) -> bool:
    """Whether a body is one of some organisations or a body of one of them."""
    return body.id in organisations or body.id.partition("-")[0] in organisations


def _noun(name: str) -> str:
    """The noun of which a body's name is made: `court` of `Supreme Court of Ukraine`, `front` of `Popular Front`."""
    words = name.lower().split()
    end = next((k for k, w in enumerate(words) if k and w in _LINKS), len(words))
    return words[end - 1]
