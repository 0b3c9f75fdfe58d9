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
        if "state" in self.words.body_nouns[g.lower[i]] and (land := self.lands.find(i)) is not None:
            return land
        bare = g.word[i][:1].isupper() and g.dep[i] == "nsubj" and g.child(i, "det", "poss") is None
        if (
            not (words & {"the", "this"} or bare)
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
        own: set[str | None] = self.lands.clause_mates(i) if state else set()

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.actors[0].kind not in kinds or (m.via == "demonym" and state):
                return False
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
        if capital:  # "the Agency" is the one that has the word in its name
            called = [s for s in far if s[2][0].name.lower().endswith(f" {g.lower[i]}")]
            scored = called if bare else called or scored  # "Council condemned the coup": its own release
        allowed = self.words.alliances.get(g.lower[i])
        if allowed is not None:  # "the alliance" is NATO, not the Union named last
            scored = [s for s in scored if _among(s[2][0], allowed)]
        if not scored and not state and (served := self._served(kinds, allowed)) is not None:
            return (served,), f"{g.word[i]!r} is {served.name}, whose official is named"
        if not scored and g.lower[i] in _LED and (led_here := self._led_here(i)) is not None:
            return (led_here,), f"{g.word[i]!r} is {led_here.name}, whose leader is named"
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
        return None

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
