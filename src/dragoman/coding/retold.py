"""Violence told more than once: the toll of a blow beside the blow, and later in a story the same blow again.

Within a sentence an act of violence may be told by several words: `nine people were killed when troops shelled the
town`, `kidnapped a governor in an attack on his home`. They are one act, `Folded` says which word tells it. Later in
a story its toll, its weapon or who claims it comes back: `the blast left nine dead`, `one guard was killed in the
attack`, `the Taliban claimed responsibility`. `once` gives what these add to the act told first.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coding.carriers import measured, strikes
from dragoman.coding.coded import Coded
from dragoman.coding.merge import Told, days_apart
from dragoman.coding.opponents import sides
from dragoman.coding.participants import Found, countries_of, nameless, nouns, same_actors, voted_for
from dragoman.coding.status import HAPPENED, governors
from dragoman.language import Grammar

_DEFINITE = frozenset({"the", "this", "these", "that", "those", "both", "his", "her", "its", "their"})
# Prepositions of the blow in which somebody was hurt or taken.
_AMID = frozenset({"in", "during", "by", "with", "through", "amid"})
CLAIM = "idiom.claim-responsibility"
# Words by which a sentence goes on to something else.
_ELSE = frozenset(
    {"separate", "separately", "elsewhere", "meanwhile", "also", "another", "other", "earlier", "later", "previous",
     "previously", "last", "since", "similar", "second", "latest", "ago", "recent", "recently", "so", "already", "total"}
)  # fmt: skip
# What one has with a deed that one is held for.
_CHARGES = frozenset(
    {"involvement", "connection", "role", "part", "suspicion", "suspect", "charge", "link", "trial", "responsible",
     "accuse", "convict", "sentence", "try", "want", "guilty", "complicity", "connect", "relation", "suspected", "jail",
     "notorious", "infamous", "known", "famous", "feared"}
)  # fmt: skip
# What lasts: who holds a place is no news.
_LASTING = frozenset({"occupy", "annex", "control", "hold", "seize", "capture"})
# Of troops that are where they were.
_STANDING = frozenset({"station", "base", "garrison"})
# Verbs by which somebody is said to have done the blow told before: `the Taliban carried out the attack`.
_DONE = frozenset(
    {"carry", "commit", "stage", "perpetrate", "execute", "organise", "organize", "conduct", "mount"}
)
# What a text that is adopted may itself do.
_DECIDED = frozenset({"ACCUSE", "REQUEST", "SANCTION", "REJECT", "THREATEN", "COERCE"})
# How many sentences on a bare count of the hurt still goes back to a blow.
_NEAR = 2


class Folded:
    """Says which coded acts of a sentence are told by another one, and gives that one what they add.

    `kept` maps the tokens of predicates to the acts that they tell.
    """

    def __init__(self, g: Grammar, kept: Mapping[int, Coded | None]) -> None:
        self.g = g
        self.kept = kept
        self.carried = {c.carrier: c for c in kept.values() if c is not None and c.carrier is not None}

    def means(self, one: Coded) -> bool:
        """Whether an act only tells how another of its kind was done: `tried to kill him by bombing a house`."""
        g, p = self.g, self.g.head[one.trigger]
        if g.dep[one.trigger] != "pcomp" or g.lower[p] != "by":
            return False
        tellers = (g.head[p], *g.complements(g.head[p]))  # the phrase may hang on "tried"
        wholes = (self.kept.get(k) for k in tellers if k != one.trigger)
        return any(whole is not None and whole.act == one.act for whole in wholes)

    def counted(self, one: Coded) -> bool:
        """Whether it is the talk of which a round or session beside it is told: `the next round of talks between them`."""
        top = measured(self.g, one.trigger) if one.act == "CONSULT" and one.kind == "noun" else one.trigger
        whole = self.kept.get(top) if top != one.trigger else None
        return whole is not None and whole.act == "CONSULT" and whole.codes() == one.codes()

    def adopted(self, one: Coded) -> bool:
        """Whether one only adopts a text that tells an act itself: `passed a [resolution condemning] Chad`, `a bill that punishes`."""
        g, v = self.g, one.trigger
        if one.act != "SUPPORT" or one.kind != "verb":
            return False
        texts = [*g.objects(v), *(k for k in range(v + 1, g.right[v] + 1) if voted_for(g, k) == v)]
        inside = [
            k for o in texts if g.lemma[o] in nouns()["text"] for k in g.all_children(o, "acl", "relcl")
        ]
        acts = [c for k in inside if (c := self.kept.get(k)) is not None]
        return any(c.act in _DECIDED and same_actors(c.actors, one.actors) for c in acts)

    def blow(self, one: Coded) -> bool:
        """Whether a verb tells an act of violence too, and takes over who did it.

        `a NATO raid killed ten`, `shelled the town, killing ten and wounding twelve`, `was killed in an attack on`.
        Those hurt by nobody named in a riot are told by the riot.
        """
        if one.act != "ASSAULT":
            return False
        teller = self._teller(one)
        verb = self.kept.get(teller) or self.carried.get(teller)
        if verb is one:
            verb = None  # "nine were killed and 20 [wounded in an ambush]"
        if (
            verb is None and teller >= 0 and self.g.dep[teller] == "conj"
        ):  # "four were killed and 44 wounded in a raid"
            verb = self.kept.get(self.g.head[teller])
        if verb is None and teller >= 0:  # "continues to hit positions, destroying vehicles"
            verb = next((c for k in self.g.complements(teller) if (c := self.kept.get(k)) is not None), None)
        if verb is None or verb is one:
            return False
        if (
            verb.act == "PROTEST"
        ):  # "clashed with police, leaving 25 injured": what came of it, by nobody's hand
            return one.kind == "verb" and nameless(one.actors) and verb.status.status in HAPPENED
        if (verb.act, verb.mode) == ("COERCE", "arrest") and one.kind == "noun":
            if not self.g.subjects(verb.trigger):
                verb.actors = one.actors  # "were arrested in a joint American and Iraqi raid"
            return True
        if verb.act != "ASSAULT":
            return False
        if verb.status.status != one.status.status and verb.status.status not in HAPPENED:
            return False
        if nameless(verb.actors) and not _struck(one.actors, verb.recipients):
            fought = nameless(one.actors) and self.g.prep_objects(one.trigger, "with")
            verb.actors = one.recipients if fought and one.recipients else one.actors
        verb.mode = verb.mode or one.mode
        if one.kind == "verb" and self._of_a_state(one.recipients) and not self._people(verb.recipients):
            verb.recipients = one.recipients  # "a bomb went off outside the consulate, killing 11 Pakistanis"
        verb.recipients = verb.recipients or one.recipients
        return True

    def _teller(self, one: Coded) -> int:
        """The verb that may tell an act; -1 for none."""
        g, v = self.g, one.trigger
        if one.carrier is not None:
            return one.carrier
        if g.is_verb(v):
            v = self._left(v)
            while g.dep[v] == "conj" and g.tag[v] == "VBG" and g.is_verb(g.head[v]):
                v = g.head[v]
            below = g.dep[v] == "advcl" and g.tag[v] == "VBG"
            if g.dep[v] in ("relcl", "acl") and g.lemma[v] in governors()["harm"] and not g.is_passive(v):
                return g.head[v]  # "a raid on a base that killed ten"
            h = g.head[v]
            weapon = g.lemma[h] in nouns()["weapon_or_blast"] and g.dep[h] == "nsubj"
            if weapon and g.dep[v] == "acl" and g.tag[v] == "VBN":
                return g.head[h]  # "a grenade hurled at a checkpoint wounded two"
            how = g.dep[v] in ("advcl", "xcomp") and g.lemma[g.head[v]] == "use"  # "used gas to disperse"
            return g.head[v] if below or how else -1
        p = g.head[v]
        if g.dep[v] == "dobj" and g.lemma[p] in nouns()["repelling"]:
            return p  # "repelled an attack by the rebels"
        if g.dep[v] == "pobj" and g.lower[p] in _AMID:
            hub = g.head[p]
            if g.dep[hub] in ("dobj", "nsubjpass") and nameless(
                one.actors
            ):  # "killed [ten rebels in an offensive]"
                hub = g.head[hub]
            return hub if g.is_verb(hub) else -1
        return -1

    def _left(self, v: int) -> int:
        """`leaving 25 people [injured]`: the verb that leaves them so, else the verb."""
        g, h = self.g, self.g.head[v]
        if g.dep[v] == "acl" and g.dep[h] in ("dobj", "nsubj"):
            h = g.head[h]
        return h if g.tag[h] == "VBG" and g.lemma[h] == "leave" else v

    def toll(self, one: Coded) -> bool:
        """Whether an act only counts those hurt by another in its sentence, which then takes over whom.

        `Nine people were killed when troops shelled the town`, `killed nine people and injured twelve`.
        """
        g, v, harm = self.g, one.trigger, governors()["harm"]
        if one.act != "ASSAULT" or g.lemma[v] not in harm:
            return False
        first = g.head[v] if g.dep[v] == "conj" else v
        beside = [k for k in g.conjuncts(first) if k != v and g.is_verb(k)]
        deeds = [self.kept.get(c) for k in (v, *beside) for c in self._clauses(k)]
        if g.dep[v] == "conj":
            deeds.append(self.kept.get(first))
        for deed in deeds:
            if deed is None or deed.act != "ASSAULT" or deed.trigger == v:
                continue
            unknown = nameless(one.actors)
            counted = g.dep[v] == "conj" and g.lemma[deed.trigger] in harm
            amid = g.head[deed.trigger] == v  # "were killed when Indian troops fired"
            if unknown or ((counted or amid) and same_actors(one.actors, deed.actors)):
                if not counted and self._of_a_state(one.recipients) and not self._people(deed.recipients):
                    deed.recipients = one.recipients
                deed.recipients = deed.recipients or one.recipients
                return True
        return False

    def _clauses(self, v: int) -> list[int]:
        """The clauses with a conjunction below a verb: `killed when the bomb exploded`."""
        g = self.g
        return [c for c in g.all_children(v, "advcl") if g.child(c, "mark", "advmod") is not None]

    def _people(self, found: list[Found]) -> bool:
        """Whether those hit are named as such, not as the place or the owner of what was hit."""
        return any(f.direct and f.actor.kind != "state" for f in found)

    def _of_a_state(self, found: list[Found]) -> bool:
        """Whether those hit are people whose phrase says of what state: `two Pakistani soldiers`, `11 Pakistanis`."""
        g = self.g
        words = (
            k for f in found for k in (f.token, *g.all_children(f.token, "amod", "compound", "nmod", "poss"))
        )
        return self._people(found) and any(g.word[k][:1].isupper() for k in words)


def described(g: Grammar, one: Coded) -> bool:
    """Whether an act only says who somebody is or what is counted: `soldiers stationed there`, `the number of those held`."""
    v = one.trigger
    if one.kind == "noun":
        if one.act not in ("ASSAULT", "COERCE"):
            return False
        if one.carrier is None:
            return _charged(g, v)
        there = g.child(one.carrier, "expl") is not None  # "there were clashes in Bunia"
        said = g.lemma[one.carrier] == "be" and bool(g.all_children(one.carrier, "attr")) and not there
        return said and not strikes(g, one.carrier)  # "the blockade is a crime"
    if g.tag[v] == "VBG" and g.dep[v] == "acl" and one.act == "MOBILIZE":
        return not _is_news(g, g.head[v])  # "killed five policemen guarding a mast"
    if g.tag[v] != "VBN":
        return False
    if one.act == "MOBILIZE" and g.lemma[v] in _STANDING:
        if any(g.lower[a] in ("is", "are") for a in g.auxiliaries(v)):
            return True  # where troops are is no news
    if (one.act, one.mode) == ("COERCE", "seize") and g.lemma[v] in _LASTING:
        return g.dep[v] == "acl" or any(g.lower[a] in ("is", "are") for a in g.auxiliaries(v))
    if g.dep[v] != "acl":
        return False
    who = g.head[v]
    if one.act == "SUPPORT":  # "Malian soldiers backed by French jets"
        party = any(f.token == who for f in one.recipients)
        return party and one.mode is None and g.lemma[v] in nouns()["backing"]
    if (
        one.act == "MOBILIZE"
        and g.lemma[v] in (*_STANDING, "deploy")
        and g.tag[g.head[who]] in ("VBZ", "VBP")
    ):
        if g.lemma[g.head[who]] == "have" and g.dep[who] == "dobj":
            return True  # "has 9,000 troops deployed there"
    if one.act == "MOBILIZE":
        return g.dep[who] in ("nsubj", "nsubjpass", "dobj", "pobj") and not _is_news(g, who)
    p = g.head[who]
    return (
        g.dep[who] == "pobj"
        and g.lower[p] == "of"
        and g.lemma[g.head[p]] in ("number", "total", "toll", "count")
    )


def _charged(g: Grammar, n: int) -> bool:
    """Whether a nominal act is what somebody is held for: `suspected of involvement in the kidnapping`."""
    p = g.head[n]
    return g.dep[n] == "pobj" and g.lemma[g.head[p]] in _CHARGES


def _is_news(g: Grammar, i: int) -> bool:
    """Whether a clause only says that something is there: `there were troops massed on the border`."""
    v = g.head[i]
    while g.dep[v] in ("prep", "pobj") and g.head[v] != v:
        v = g.head[v]
    return g.lemma[v] in ("be", "have", "see", "remain", "keep", "report", "show")


def once(g: Grammar, told: list[Told]) -> list[Told]:
    """The acts of a story, violence that it tells again later given to the first telling. `told` is in text order."""
    kept: list[Told] = []
    for one in told:
        first = next((t for t in reversed(kept) if _again(g, one, t)), None)
        if first is None:
            kept.append(one)
            continue
        first.time = first.time or one.time
        first.place = first.place or one.place
        first.coded.mode = first.coded.mode or one.coded.mode
        first.coded.why.append(f"told again at {one.evidence[0]}-{one.evidence[1]}")
        if one.coded.act != first.coded.act:
            continue  # those hurt in a riot are no party to it
        spoken = any(f.direct for f in first.coded.actors)
        if nameless(first.coded.actors) and not (spoken and nameless(one.coded.actors)):
            first.coded.actors = one.coded.actors
        first.coded.recipients = first.coded.recipients or one.coded.recipients
    return kept


def _again(g: Grammar, one: Told, first: Told) -> bool:
    """Whether `one` goes back to the blow that `first` tells in a sentence before it."""
    x, y = one.coded, first.coded
    if (y.act, y.mode) == ("PROTEST", "riot"):
        return _came_of(g, one, first)
    if x.act != "ASSAULT" or y.act != "ASSAULT" or one.sentence < first.sentence:
        return False
    if not {x.status.status, y.status.status} <= HAPPENED or x.repeated or y.repeated:
        return False
    if x.mode and y.mode and x.mode != y.mode and "abduct" in (x.mode, y.mode):
        return False
    if one.time and first.time and days_apart(one.time, first.time):
        return False
    apart = one.place and first.place and one.place.country != first.place.country
    if apart and x.entry_id != CLAIM:
        return False
    others = nameless(x.actors) or nameless(y.actors)
    if not others and not countries_of(x.actors) & countries_of(y.actors):
        return False
    if not others and x.entry_id != CLAIM and not same_actors(x.actors, y.actors):
        return False
    if _struck(x.actors, y.recipients):
        return False  # "the rebels were ambushed; the rebels killed nine in the fighting"
    if one.sentence == first.sentence and not (x.trigger > y.trigger and _bare(g, x)):
        return False
    if x.entry_id == CLAIM:
        return True
    if _taken_up(g, x, y):
        return True
    if x.recipients and y.recipients and not countries_of(x.recipients) & countries_of(y.recipients):
        return False
    if nameless(y.actors) and not nameless(x.actors) and not (x.recipients and y.recipients):
        if x.carrier is None or g.lemma[x.carrier] not in _DONE:
            return False  # "its jets joined the bombing campaign" is no telling of the rocket before
    return _goes_back(g, x, near=_is_near(one, first))


def _taken_up(g: Grammar, x: Coded, y: Coded) -> bool:
    """Whether a verb tells a blow again of those known from it: `Gunmen stormed a post`, `The gunmen stormed the post at dawn`."""
    v, w = x.trigger, y.trigger
    if x.entry_id != y.entry_id or g.lemma[v] != g.lemma[w] or not g.is_verb(v) or not g.is_verb(w):
        return False
    if any(g.lower[k] in _ELSE for k in range(*g.sents[g.sent[v]])):
        return False
    doers, hit = g.subjects(v), g.objects(v)
    before = {g.lemma[k] for k in (*g.subjects(w), *g.objects(w))}
    return bool(doers and hit) and all(_definite(g, k) and g.lemma[k] in before for k in (*doers, *hit))


def _struck(doers: list[Found], hit: list[Found]) -> bool:
    """Whether the doers of one telling are the very side that the other says was hit: fighters or forces, not a state's ground."""
    return bool(sides(doers) & sides([f for f in hit if f.actor.kind != "state"]))


def _came_of(g: Grammar, one: Told, riot: Told) -> bool:
    """Whether an act only counts those hurt in a riot told before: `clashed with police; 24 people were injured`."""
    x, y = one.coded, riot.coded
    if x.act != "ASSAULT" or not {x.status.status, y.status.status} <= HAPPENED or not _bare(g, x):
        return False
    if any(f.direct for f in x.actors):
        return False  # "gunmen killed nine policemen" is another matter
    if one.sentence == riot.sentence:
        return x.trigger > y.trigger and one.time == riot.time
    apart = one.place and riot.place and one.place.country != riot.place.country
    return one.sentence > riot.sentence and not apart and _goes_back(g, x, near=_is_near(one, riot))


def _is_near(one: Told, first: Told) -> bool:
    return one.sentence - first.sentence <= _NEAR and one.time is None


def _goes_back(g: Grammar, x: Coded, *, near: bool) -> bool:
    """Whether a telling takes its blow as known: by `the blast`, `in the attack`, or, `near` it, by a bare count."""
    known = nouns()["weapon_or_blast"]
    v = x.carrier if x.carrier is not None else x.trigger
    amid = [
        k for c in g.conjuncts(v) for name, k in g.prepositions(c) if name in _AMID and g.lemma[k] in known
    ]
    doers = [s for s in g.subjects(v) if g.lemma[s] in known] if g.is_verb(v) else []
    tellers = [*amid, *doers, *([x.trigger] if x.kind == "noun" else [])]
    if tellers:
        return all(_definite(g, k) for k in tellers)
    return near and _bare(g, x) and not any(g.lower[k] in _ELSE for k in range(*g.sents[g.sent[v]]))


def _bare(g: Grammar, x: Coded) -> bool:
    """Whether a telling only counts the hurt: `three rebels were killed`."""
    counts = x.kind == "verb" and x.mode is None and g.lemma[x.trigger] in governors()["harm"]
    return counts and nameless(x.actors)


def _definite(g: Grammar, i: int) -> bool:
    """Whether a noun is of something spoken of before: `the attack`, not `the latest attack`."""
    own = [c for c in g.children[i] if c < i]
    return any(g.lower[c] in _DEFINITE for c in own) and not any(g.lower[c] in _ELSE for c in own)
