"""Who holds those whose release is demanded or whose arrest is condemned: `the release of those jailed in Eritrea`.

The demand is made of whoever holds them, not of the prisoners. Nor is who underwent a deed condemned for it: `the
invasion of Chad`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from dragoman.coding.coded import Coded
from dragoman.coding.participants import Found, Participants, nameless, nouns, unique
from dragoman.language import Grammar

_WHERE: Final = ("in", "at", "inside")
# Acts by which somebody comes to be held, and how many sentences later a pronoun may tell of his release.
_TAKEN: Final = frozenset({("COERCE", "arrest"), ("ASSAULT", "abduct"), ("COERCE", "seize")})
_REACH: Final = 2
_POINTING: Final = frozenset({"PRON", "ADJ", "DET"})


def keepers(
    g: Grammar,
    people: Participants,
    found: list[Found],
    actors: list[Found],
    act: str,
    telling: Collection[int] = (),
) -> list[Found]:
    """Those who hold the people in `found`, if all of these are held by somebody; else `found` itself.

    `telling` are the nouns by which the act itself is told. Whoever underwent a deed is not accused of it or rebuffed, but who did it, if that is told. A refusal to release
    captives is one to them.

    They are named beside the captives (`held by the rebels`), or are the authorities of the place where they are held,
    else of their own country. Nobody is returned when the captives are of the country of the `actors` and no place is
    named.
    """
    if not found:
        return found
    deeds = [_undergone(g, f.token) for f in found]
    # the law's own deeds are done by who holds them: `condemned the execution of two men in Iran`
    lawful = act == "ACCUSE" and all(_custody(g, f.token) is not None for f in found)
    if act != "REQUEST" and not lawful and not any(n is None or n in telling for n in deeds):
        return unique([d for f in found for d in _doers(g, people, f.token)])
    if act == "REJECT" or not all(_captive(g, f.token) for f in found):
        return found
    home = {f.actor.country for f in actors}
    out: list[Found] = []
    for f in found:
        named = _named(g, people, f.token)
        if not named and f.actor.country not in home and g.lemma[f.token] not in nouns()["hostage"]:
            state = people.home(f.actor)
            why = f"the authorities that hold {f.actor.name}"
            named = [Found(state, f.token, f.span, why, False)] if state is not None else []
        out += named
    return unique(out)


def freed(
    g: Grammar, people: Participants, i: int, captives: list[int], found: list[Found], before: Iterable[Coded]
) -> tuple[list[Found], list[Found]]:
    """Who lets go those who were freed, if the verb at `i` leaves it out, and the freed: `a pilot seized by X was freed`.

    It is whoever is said to hold them, else who took them: `Kenya arrested an editor. He was released on bail.`
    `captives` are the tokens for them, `found` the actors that these stand for.
    """
    doers = unique([d for k in captives for c in _held(g, k) for d in _doing(g, people, c, k)])
    if doers:
        return doers, found
    ids = {f.actor.id for f in found}
    for told in sorted(before, key=lambda one: one.trigger, reverse=True):
        if told.trigger >= i or (told.act, told.mode) not in _TAKEN or nameless(told.actors):
            continue
        if ids & {f.actor.id for f in told.recipients}:
            return _as_before(told.actors, told), found
        taken = {g.lemma[o] for o in g.objects(told.trigger)} if g.is_verb(told.trigger) else set()
        pointing = all(
            g.pos[c] in _POINTING or g.lemma[c] in taken for c in captives
        )  # "[the crew] was freed"
        vague = not found or ids <= {
            f.actor.id for f in told.actors
        }  # "many of them" were not those who took them
        if pointing and captives and vague and g.sent[i] - g.sent[told.trigger] <= _REACH:
            return _as_before(told.actors, told), _as_before(told.recipients, told)
    return [], found


def _as_before(found: list[Found], told: Coded) -> list[Found]:
    why = f"told before, by {told.entry_id}"
    return [Found(f.actor, f.token, f.span, why, False) for f in found]


def _doing(g: Grammar, people: Participants, c: int, i: int) -> list[Found]:
    """Who holds those at token `i` by the participle or clause at `c`."""
    return [f for k in g.subjects(c) if k != i for f in people.of(k, owner=False)]


def _undergone(g: Grammar, i: int) -> int | None:
    """The noun for what was done to those at token `i`: `the invasion of Chad`, `the exclusion of two deputies`."""
    above = g.head[i]
    if g.dep[i] != "pobj" or g.lower[above] not in ("of", "against", "on"):
        return None
    if g.lower[above] == "on" and g.lemma[g.head[g.head[above]]] in nouns()["laying"]:
        return None  # "blames the raid on the rebels"
    words = nouns()["undergone"] if g.lower[above] == "of" else nouns()["undergone"] | nouns()["violence"]
    return g.head[above] if g.lemma[g.head[above]] in words else None


def _doers(g: Grammar, people: Participants, i: int) -> list[Found]:
    """Who is said to have done what those at token `i` underwent; nobody where it is left open."""
    n = _undergone(g, i)
    if n is None:
        return []
    own = [k for c in g.all_children(n, "poss", "amod", "compound") for k in g.conjuncts(c)]
    return [f for k in (*own, *g.prep_objects(n, "by")) for f in people.of(k, owner=False)]


def _captive(g: Grammar, i: int) -> bool:
    """Whether a token stands for people in custody: by its word, a participle on it, or the noun or verb above it."""
    words = nouns()
    if g.lemma[i] in words["captive"] or _held(g, i):
        return True
    return _custody(g, i) is not None


def _held(g: Grammar, i: int) -> list[int]:
    """Participles and clauses that say of the people at token `i` that they are held."""
    return [c for c in g.all_children(i, "acl", "relcl", "amod") if g.lemma[c] in nouns()["holding"]]


def _custody(g: Grammar, i: int) -> int | None:
    """The noun of custody or release that the people at token `i` undergo: `the arrest of two deputies`."""
    top = g.first_of_row(i)
    above = g.head[top]
    if g.dep[top] == "pobj" and g.lower[above] == "of":
        return g.head[above] if g.lemma[g.head[above]] in nouns()["custody"] else None
    if g.dep[top] == "dobj" and g.lemma[above] in ("release", "free", "liberate"):
        return above
    return None


def _named(g: Grammar, people: Participants, i: int) -> list[Found]:
    """Who is said to hold the people at token `i`: by name, else the state of the place."""
    held, custody = _held(g, i), _custody(g, i)
    around = [*held, *([custody] if custody is not None else [])]
    for c in around:
        by_noun = [f for k in g.prep_objects(c, "by") if k != i for f in people.of(k, owner=False)]
        found = _doing(g, people, c, i) if g.is_verb(c) and c in held else by_noun
        if found:
            return found
    for c in (i, *around):
        for k in g.prep_objects(c, *_WHERE):
            found = people.host_state(k) or people.of(k, owner=False)
            if found:
                return found[:1]
    return []
