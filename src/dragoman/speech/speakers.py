"""Who speaks: from a token to the actor it stands for."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from dragoman.actors import Mentions, knowledge_base
from dragoman.language import Grammar
from dragoman.language.marks import DOUBLE
from dragoman.schema import Actor
from dragoman.speech.cues import cues

_VENUE_PREPOSITIONS = ("in", "at", "from")
_BODIES = frozenset(
    {
        "government body",
        "intergovernmental organisation",
        "media",
        "party",
        "armed group",
        "company",
        "non-governmental organisation",
    }
)


Chars = tuple[int, int]


class Speaker(NamedTuple):
    """A source: the actors it stands for (none when unresolved), the span that names it, and whose it is.

    `owners` are the actors that an unnamed source belongs to: the state of `two Western diplomats`, `an Iranian
    source`. They give an unnamed speaker its country and sector. `named` is where the text names an unnamed speaker whom
    `span` calls by a pronoun.
    """

    actors: tuple[Actor, ...]
    span: tuple[int, int]
    owners: tuple[Actor, ...] = ()
    named: Chars | None = None


def speaker_at(g: Grammar, mentions: Mentions, i: int) -> Speaker:
    """The source named by the phrase headed by token `i`."""
    mention = mentions.headed(i)
    if mention is None and g.lower[i + 1 : i + 3] == ["of", "whom"] and i > 1 and g.lower[i - 1] == ",":
        # `Democrats, many of whom have questioned it`
        before = mentions.covering(i - 2)
        if before and before[0].actors:
            return Speaker(before[0].actors, (g.start[i], g.end[i + 2]))
    if mention is None:
        covering = mentions.covering(i)
        mention = covering[0] if covering else None
    if mention is not None and mention.stranger:
        mention = None  # what the phrase says is all that is known
    if mention is None and g.lower[i] == "one" and g.word[i + 1 : i + 2] == [","]:
        told = next((c for c in g.all_children(i, "appos") if g.pos[c] == "NOUN"), None)
        if told is not None:  # `said one, a grandmother of six`
            _, end = _phrase(g, told)
            return Speaker((), (g.start[i], end), (), (g.start[g.left[told]], end))
    if g.lemma[i] in cues().sent and (poss := g.child(i, "poss")) is not None:  # its U.N. ambassador
        sender = mentions.headed(poss)
        if sender is not None and any(a.kind == "state" for a in sender.actors):
            return Speaker((), _phrase(g, i), sender.actors)
    if mention is None or all(a.kind == "unnamed" for a in mention.actors):
        kept = next((c for c in g.all_children(i, "poss") if g.tag[c] == "PRP$"), None)
        whose = mentions.headed(kept) if kept is not None else None
        kept_by = g.pos[i] == "NOUN" and not _is_institution(g, i) and g.lemma[i] not in cues().opposite
        own = {a.country for a in mention.actors} if mention is not None else set()
        if whose is not None and len(whose.actors) == 1 and g.lemma[i] in cues().peers and own - {None}:
            kept_by = own == {whose.actors[0].country}  # his Italian colleague is no countryman of his
        if whose is not None and len(whose.actors) == 1 and kept_by:
            return Speaker((), _phrase(g, i), whose.actors)  # her lawyer, its allies
    if (apart := _named_behind(g, mentions, i) or _named_past_quotes(g, mentions, i)) is not None:
        return apart
    if mention is not None and mention.actors and not _is_new(g, i):
        if any(a.kind != "unnamed" for a in mention.actors):
            return Speaker(mention.actors, (mention.start, mention.end))
        named = _name_in(g, mentions, i)
        if named is not None:
            return named
        if _phrase(g, i)[1] <= mention.end:
            return Speaker(mention.actors, (mention.start, mention.end))
    elif mention is None or not mention.actors:
        named = _name_in(g, mentions, i)
        if named is not None:
            return named
    span = _phrase(g, i)
    if mention is not None:
        span = (min(span[0], mention.start), max(span[1], mention.end))
    owned = (mention.actors if mention is not None else ()) or _owner(g, mentions, i)
    if all(a.country is None for a in owned):  # whose lawyer is not said by the noun alone
        owned = _owner(g, mentions, i) or owned
    if _is_new(g, i) and any(g.lower[c] in cues().regional for c in g.children[i]):
        owned = _owner(g, mentions, i)  # "a Western diplomat" is of no state that the story happens to name
    if g.pos[i] == "PROPN" or not owned:  # a name that nothing is known of is nobody else
        return Speaker((), span, owned)
    person = any(a.kind == "person" for a in owned)  # a spokesman for the president is not the president
    return Speaker(owned, span) if _is_institution(g, i) and not person else Speaker((), span, owned)


def _is_new(g: Grammar, i: int) -> bool:
    """Whether a phrase brings in people of no name: `two diplomats`, `a local official`, `U.N. officials`."""
    if g.tag[i] == "NNPS":  # two Democrats, several Germans
        return any(c < i and (g.dep[c] == "nummod" or g.lower[c] in _INDEFINITE) for c in g.children[i])
    if g.pos[i] != "NOUN" or g.lemma[i] not in cues().individuals:
        return False
    if g.dep[i] == "appos" and g.pos[g.head[i]] == "PROPN":
        return False  # `Raed Arafat, a doctor who had fled`
    if g.tag[i] == "NN" and any(g.pos[c] == "PROPN" for c in g.all_children(i, "appos")):
        return False  # `a police spokesman, Musa Bello, said`
    for c in g.children[i]:
        if c < i and (g.dep[c] == "nummod" or g.lower[c] in _INDEFINITE):
            return True
        if c < i and g.dep[c] in ("det", "poss"):
            return False
    return g.tag[i] == "NNS" and g.child(i, "appos") is None


def _named_behind(g: Grammar, mentions: Mentions, i: int) -> Speaker | None:
    """The person named between commas behind a phrase that brings him in: `one aide, Ann Ray, said`, `its coordinator, Jim Deal`.

    `a voter in Ohio, Jim Deal, said`, `the envoy, Ann Ray of Ghana, said`.
    """
    new = any(c < i and (g.dep[c] == "nummod" or g.lower[c] in _INDEFINITE) for c in g.children[i])
    if g.tag[i] != "NN" or g.lemma[i] not in cues().individuals | cues().people:
        return None
    if not new and not any(c < i and g.dep[c] in ("det", "poss") for c in g.children[i]):
        return None
    last = i
    for c in g.all_children(i, "prep"):
        goal = g.child(c, "pobj")
        if c == last + 1 and goal is not None and (not new or g.lemma[goal] not in cues().people):
            last = max(last, goal)
    if last + 2 >= g.n or g.lower[last + 1] != ",":
        return None
    end = last + 2
    while end < g.n and g.word[end][:1].isupper() and g.pos[end] in ("PROPN", "NOUN"):
        end += 1
    if end > last + 3 and end < g.n and not any(mentions.covering(k) for k in range(last + 2, end)):
        home = g.lower[end] in ("of", "from") and g.pos[end + 1 : end + 2] == ["PROPN"]
        if g.pos[end] == "PUNCT" or (home and g.pos[end + 2 : end + 3] == ["PUNCT"]):
            owners = _owner(g, mentions, i)
            return Speaker(
                (), (g.start[g.left[i]], g.end[end - 1]), owners, (g.start[last + 2], g.end[end - 1])
            )
    if not new:
        return None
    named = next((m for m in mentions.covering(last + 2) if m.first == last + 2 and m.via == "name"), None)
    if named is None or len(named.actors) != 1 or named.actors[0].kind != "person":
        return None
    closed = named.last + 1 >= g.n or g.pos[named.last + 1] == "PUNCT"
    return Speaker(named.actors, (g.start[g.left[i]], named.end)) if closed else None


def _named_past_quotes(g: Grammar, mentions: Mentions, i: int) -> Speaker | None:
    """The person whose name follows the quoted name of what he is of: `the director of the plant "Azovmash" Ivan Savchuk`."""
    if g.tag[i] not in ("NN", "NNP") or g.lower[i + 1 : i + 2] != ["of"]:
        return None
    first = next((k for k in range(i + 2, min(i + 6, g.n)) if g.lower[k] in DOUBLE), None)
    if first is None or any(g.pos[k] not in ("DET", "ADJ", "NOUN", "PROPN") for k in range(i + 2, first)):
        return None
    last = next((k for k in range(first + 2, min(first + _QUOTED, g.n)) if g.lower[k] in DOUBLE), None)
    if last is None:
        return None
    end = last + 1
    while end < g.n and g.word[end][:1].isupper() and g.pos[end] in ("PROPN", "NOUN"):
        end += 1
    if end - last < 3 or end >= g.n or g.pos[end] == "PUNCT":
        return None
    span = (g.start[g.left[i] if g.left[i] <= i else i], g.end[end - 1])
    named = next((m for k in range(last + 1, end) for m in mentions.covering(k) if m.via == "name"), None)
    if named is not None and any(a.kind == "person" for a in named.actors):
        return Speaker(named.actors, span)
    return Speaker((), span, _owner(g, mentions, i), (g.start[last + 1], g.end[end - 1]))


def _name_in(g: Grammar, mentions: Mentions, i: int) -> Speaker | None:
    """The person whose name ends a title that no mention holds whole: `Secretary of National Defence Perfecto Yasay`."""
    for k in range(i + 1, g.right[i] + 1):
        if g.pos[k] == "PUNCT" or g.is_verb(k):
            return None
        mention = mentions.headed(k)
        if mention is None or mention.via != "name" or not any(a.kind == "person" for a in mention.actors):
            continue
        if g.pos[mention.first - 1] in ("PROPN", "NOUN") and mention.first - 1 >= i:
            return Speaker(mention.actors, (g.start[g.left[i]], mention.end))
    return None


_INDEFINITE = frozenset(
    {
        "a",
        "an",
        "some",
        "several",
        "many",
        "two",
        "three",
        "four",
        "five",
        "one",
        "another",
        "other",
        "most",
        "few",
        "no",
    }
)
_QUOTED = 7  # tokens from the opening mark to the closing one
_PARTS = frozenset(
    {
        "some",
        "many",
        "most",
        "several",
        "one",
        "two",
        "three",
        "few",
        "both",
        "all",
        "none",
        "each",
        "half",
        "majority",
        "number",
        "dozens",
        "group",
    }
)


def _is_institution(g: Grammar, i: int) -> bool:
    """Whether a phrase speaks for its owner: `the ministry's statement`, `the spokesman of the Kremlin`."""
    return g.lemma[i] in cues().institutions


def _owner(g: Grammar, mentions: Mentions, i: int) -> tuple[Actor, ...]:
    """The actors that qualify a phrase: `Iranian sources`, `the ministry's statement`, `officials in Kyiv`."""
    for c in g.children[i]:
        if g.dep[c] in ("poss", "appos", "amod", "compound", "nmod"):
            owner = mentions.headed(c)
            if owner is not None and owner.actors:
                return owner.actors
    for k in g.prep_objects(i, "of", "by", "from", "for", "in", "at"):
        owner = mentions.headed(k)
        if owner is not None and owner.actors:
            return owner.actors
    if g.lemma[i] in cues().documents:  # the statement put out in Paris by the French presidency
        for v in g.all_children(i, "acl"):
            for k in (k for a in g.all_children(v, "agent") for k in g.all_children(a, "pobj")):
                if (m := mentions.headed(k)) is not None and m.actors and g.is_passive(v):
                    return m.actors
    if g.lower[i] in _PARTS:  # some of the president's advisers
        return next((found for k in g.prep_objects(i, "of") if (found := _owner(g, mentions, k))), ())
    return ()


def _phrase(g: Grammar, i: int) -> tuple[int, int]:
    """The noun phrase headed by `i`, without relative clauses and appositions after it."""
    last = i
    for c in g.children[i]:
        if g.pos[i] == "PROPN" and g.lower[c] in ("at", "in", "on"):
            continue  # `said Boehner at the Capitol`
        if c > i and g.dep[c] in ("prep", "case"):
            marks = (k for k in range(c, g.right[c] + 1) if g.pos[k] == "PUNCT" and g.lower[k] != "-")
            stop = next(marks, g.right[c] + 1) - 1
            if not any(g.is_verb(k) and g.dep[k] != "amod" for k in range(c, stop + 1)):
                last = max(last, stop)
    first = g.left[i]
    for k in range(i, g.left[i] - 1, -1):  # a clause or mark before the head does not belong to its name
        if g.pos[k] == "PUNCT" and g.lower[k] not in ("-", ".", "'", "’"):
            first = k + 1
            break
    return g.start[first], g.end[last]


def institution(g: Grammar, mentions: Mentions, v: int) -> Speaker | None:
    """The institution in which something is said: `declared in the Ministry`, `noted at the Kremlin`."""
    for k in g.prep_objects(v, *_VENUE_PREPOSITIONS):
        mention = mentions.headed(k)
        if mention is None:
            covering = mentions.covering(k)
            mention = covering[0] if covering else None
        if mention is not None and any(a.kind in _BODIES for a in mention.actors):
            return Speaker(mention.actors, (mention.start, mention.end))
    return None


def issued_by(g: Grammar, mentions: Mentions, v: int) -> Speaker | None:
    """Whose text it is in which something is said: `it is noted in the statement of the ministry`."""
    for k in g.prep_objects(v, *_VENUE_PREPOSITIONS):
        if g.lemma[k] not in cues().venues:
            continue
        for owner in (*g.all_children(k, "poss", "compound"), *g.prep_objects(k, "of", "by", "from")):
            mention = mentions.headed(owner)
            if mention is not None and any(a.kind in (*_BODIES, "state", "person") for a in mention.actors):
                return Speaker(mention.actors, (mention.start, mention.end))
    return None


def government_at(g: Grammar, doc: Doc, v: int) -> Speaker | None:
    """The government that a capital stands for in a clause without a subject: `In Moscow do not see sense`."""
    if g.tag[v] not in ("VBD", "VBZ", "VBP") and not any(
        g.dep[c] == "aux" and g.lower[c] != "to" for c in g.children[v]
    ):
        return None
    kb = knowledge_base()
    for p in g.all_children(v, "prep"):
        if g.lower[p] != "in" or p > v:
            continue
        for k in g.all_children(p, "pobj"):
            for mention in doc._.mentions.covering(k):
                if any(a.kind in ("state", "government body") for a in mention.actors):
                    return Speaker(mention.actors, (mention.start, mention.end))
            for place in doc._.places or ():
                state = (
                    kb.state(place.place.country)
                    if place.first <= k <= place.last and place.place.country
                    else None
                )
                if state is not None and kb.states[state.id].capital == place.place.name:
                    return Speaker((state,), (place.start, place.end))
    return None
