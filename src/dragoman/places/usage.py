"""Whether a name is used as a place: after a locative preposition, as what is stormed, before `airport` ..."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors import Mentions
from dragoman.actors.knowledge import fold
from dragoman.actors.mention import ActorMention
from dragoman.actors.resolver import VISITING
from dragoman.actors.vocabulary import read_vocabulary
from dragoman.datafiles import read_words
from dragoman.language import Grammar
from dragoman.places.gazetteer import DATA


def _words(name: str) -> frozenset[str]:
    return frozenset(read_words(DATA / f"{name}.txt"))


LOCATIVE = frozenset(
    ["in", "at", "near", "to", "from", "inside", "outside", "into", "around", "across", "through", "via", "towards", "toward", "over", "off", "within", "throughout", "outskirts", "of", "along", "between", "on", "above", "beyond", "onto", "behind", "opposite", "past", "beside", "below"]
)  # fmt: skip
# Of these, prepositions that also take actors: the name must be no state or person to be a place.
WEAK = frozenset(["of", "between", "on", "over", "to", "from", "towards", "toward"])
_TO_FROM = frozenset({"to", "from"})
_AFLOAT = frozenset({"off", "over", "in", "around"})
_INSIDE = frozenset({"in", "near", "outside", "inside", "around"})
# What a place is named before or after: `Kabul airport`, `the outskirts of Homs`.
SPOTS = _words("spots") | read_vocabulary().city_nouns
# Of these, acts and meetings: what happens there is the act itself.
_HOLDINGS = _words("holdings")
# Of these again, what is written: it bears the name of the place where it was agreed, and nothing happens there.
TEXTS = frozenset(
    {"accord", "agreement", "convention", "declaration", "format", "pact", "process", "protocol", "treaty"}
)
# Verbs whose object is a place, beyond those that the actors room knows.
OBJECTS = VISITING | _words("place_verbs")
# Verbs whose subject is a place: `Mosul fell`.
_SUBJECTS = _words("place_subjects")
_CITY_SUBJECTS = _words("city_subjects")
# ... and of these if it is told as past (`Antananarivo saw the biggest march`), of these if it is `in` or `under` something.
_SAW = frozenset({"see", "witness"})
_IS = frozenset({"be", "remain", "come", "stay"})
# What a town has or lacks ...
_SUPPLIES = frozenset(
    {
        "bread",
        "electricity",
        "food",
        "fuel",
        "gas",
        "heating",
        "medicine",
        "oxygen",
        "petrol",
        "power",
        "water",
    }
)
# ... and how it is, when it is said to be nothing more.
_STATES_OF_TOWNS = frozenset(
    {"calm", "deserted", "empty", "flooded", "peaceful", "quiet", "tense", "unreachable", "uninhabitable"}
)
# What a place suffers, said before its name or as what it has: `besieged Homs`, `Homs and its suburbs`.
_SUFFERED = frozenset(
    {"besieged", "blockaded", "bombed", "divided", "embattled", "encircled", "flooded", "ruined", "shattered",
     "starving", "surrounded", "war-torn"}
)  # fmt: skip
# Verbs with a particle whose object is a place: `gave up Bakassi`, `sealed off Kilis`.
_PHRASAL = frozenset(
    {("give", "up"), ("give", "back"), ("hand", "over"), ("hand", "back"), ("take", "over"), ("take", "back"), ("win", "back"),
     ("close", "off"), ("seal", "off"), ("cut", "off"), ("block", "off"), ("cordon", "off"), ("wipe", "out")}
)  # fmt: skip
# What an army does before a town.
_STANDING = frozenset({"stand", "halt", "stop", "mass", "camp", "entrench", "appear", "deploy"})
_CALLING = frozenset({"call", "rename", "name", "become"})
_FIGHTS = frozenset(
    {
        "war",
        "battle",
        "fight",
        "struggle",
        "offensive",
        "leave",
        "depart",
        "head",
        "sail",
        "steer",
        "flee",
        "quit",
        "bind",
        "set",
        "plan",
        "fighting",
        "flight",
        "aid",
        "reinforcement",
        "train",
        "bus",
        "convoy",
        "supply",
        "relief",
        "ferry",
    }
)
# Whoever does this goes where the name after `for` is: `left for Pakistan`.
_LEAVING = frozenset({"leave", "depart", "head", "sail", "steer", "embark", "flee", "bind"})
_CAMPAIGNS = frozenset(
    {
        "offensive",
        "assault",
        "attack",
        "raid",
        "strike",
        "airstrike",
        "siege",
        "advance",
        "march",
        "push",
        "incursion",
    }
)
_SETTLEMENTS = frozenset(
    {"city", "town", "capital", "village", "port", "province", "region", "resort", "hamlet", "settlement", "suburb",
     "district", "enclave", "island", "camp", "base", "stronghold", "oasis", "kibbutz", "commune", "county", "governorate", "oblast"}
)  # fmt: skip
# What is called `of` a place and does not lie there: shares of a company, treaties, noblemen.
_NOT_OF = frozenset(
    {"share", "stock", "bond", "profit", "treaty", "convention", "pact", "duke", "duchess", "earl", "prince",
     "princess", "marquess", "viscount", "baron", "lord", "archbishop", "count", "spirit", "lesson", "ghost", "legacy"}
)  # fmt: skip
# Institutions that are `of` a place in their names: `the Bank of Tokyo`.
_HOUSES_OF = _words("houses_of")
# Ways named after a place: `Fleet Street`, `the Damascus Gate`.
_WAYS = frozenset({"street", "gate", "avenue", "lane", "road"})
# What tells that a sentence is of a match.
_PLAYED = _words("played")
# What goes between two places, whoever else may be between them.
TRACES = frozenset(
    {
        "bus",
        "ferry",
        "flight",
        "highway",
        "line",
        "motorway",
        "pipeline",
        "railway",
        "road",
        "route",
        "train",
        "trains",
    }
)
# ... and up to what something lies between a place and it.
_EDGES = frozenset(
    {"airport", "beach", "border", "capital", "coast", "crossing", "frontier", "lake", "mountain", "port", "river", "sea", "shore"}
)  # fmt: skip
# Whom or what these are to is no place: `lost to Valencia`, `an aide to Brussels`.
_NOT_TO = frozenset(
    {"lose", "aide", "adviser", "advisor", "answer", "reply", "respond", "response", "letter", "message", "appeal", "loyal",
     "objection", "alternative", "defeat", "concession"}
)  # fmt: skip
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "prof", "sen", "rep", "gov", "sgt", "capt", "rev"}
)
# Words that may stand before a place's name and belong to it; before another capitalised word it is but a part.
_FORENAMES = frozenset(
    {"mount", "mt", "port", "lake", "fort", "camp", "cape", "bay", "river", "greater", "old", "new", "central",
     "downtown", "upper", "lower", "inner", "outer", "st", "saint", "san", "santa", "city", "town", "province", "north",
     "south", "east", "west", "northern", "southern", "eastern", "western", "al", "el", "mainland", "metropolitan",
     "occupied", "historic", "rural", "village", "state", "region"}
)  # fmt: skip
# Those whom a state sends or has, told by `from` with its name.
_SENT = read_vocabulary().delegates | read_vocabulary().members
# Of these, those who come from there themselves rather than speak for it: `rebels from Sudan`.
_FIGHTERS = frozenset(
    {
        "commando",
        "fighter",
        "guerrilla",
        "insurgent",
        "jihadist",
        "mercenary",
        "militant",
        "militiaman",
        "rebel",
        "volunteer",
    }
)
# What lies beside a place: `the woods by Bruzgi`.
_BESIDE = frozenset(
    {"coast", "field", "forest", "hill", "lake", "meadow", "river", "road", "sea", "shore", "wood", "woods"}
)
# What goes somewhere or comes from there.
MOTION = frozenset(
    {"flee", "fly", "travel", "go", "come", "arrive", "return", "march", "drive", "sail", "move", "withdraw",
     "retreat", "advance", "deport", "expel", "evacuate", "escape", "road", "flight", "way", "trip", "visit", "route",
     "highway", "journey", "withdrawal", "send", "take", "spread", "airlift", "fire", "pull", "carry", "bus", "ferry",
     "transport", "head", "stream", "pour", "walk", "run", "cross", "push", "bring", "transfer", "relocate", "deploy", "leave", "depart", "drop", "parachute"}
)  # fmt: skip
# Where a name follows `to`, `from` and the like. Of what moves, journeys: nobody flees to a man or is flown to him.
_WHITHER = frozenset({"to", "from", "into", "towards", "toward", "through"})
_JOURNEYS = frozenset(
    {"flee", "fly", "travel", "march", "drive", "sail", "withdraw", "retreat", "deport", "evacuate", "airlift", "bus", "ferry",
     "flight", "withdrawal", "road", "highway", "journey"}
)  # fmt: skip


class Usage(NamedTuple):
    """How a name is used: whether something happens there, whether the wording leaves no doubt, and how it is known."""

    locative: bool
    strong: bool
    why: str


def preposition_of(g: Grammar, i: int) -> tuple[str, int]:
    """The preposition a noun phrase hangs on, through coordination and compounds, and what the phrase is part of."""
    while (
        g.dep[i] in ("compound", "conj", "nmod") and g.head[i] != i and (g.dep[i] == "conj" or g.head[i] > i)
    ):
        i = g.head[i]
    if g.dep[i] != "pobj":
        return "", i
    at = g.head[i]
    up = g.head[at]
    if g.lower[at] == "of" and g.lower[up] == "out":  # "pulled its soldiers out of Iraq"
        return "from", g.head[up]
    if g.dep[at] == "prep" and g.dep[up] == "prep":  # "from inside Gaza"
        up = g.head[up]
    return g.lower[at], up


def over_phrase(g: Grammar, first: int, governor: int) -> list[int]:
    """What a place phrase may belong to: its governor, the verb that this depends on, the noun before it."""
    out = [governor]
    if g.dep[governor] in ("dobj", "nsubjpass"):
        out.append(g.head[governor])
    elif g.dep[governor] == "pobj":  # "killed with machetes in Womey"
        out.append(g.head[g.head[governor]])
    if first >= 2 and g.pos[first - 2] == "NOUN":
        out.append(first - 2)
    return out


# Actors whose name is no place's, though a town may be called nearly so: `Hamas`.
_NEVER_LAND = frozenset(
    {"person", "armed group", "intergovernmental organisation", "non-governmental organisation", "party", "company", "media"}
)  # fmt: skip


def _owner(g: Grammar, mentions: Mentions, first: int, last: int) -> str:
    """How an actor owns the words: as its `name` (a person, an organisation), as a `metonym` of its government, not."""
    name = fold(g.text[g.start[first] : g.end[last]])
    owned = ""
    for m in mentions.covering(last):
        actor = m.actors[0] if m.actors else None
        if m.via in ("metonym", "demonym") and m.last - m.first <= last - first + 1:
            owned = m.via
        if (
            actor is not None
            and actor.kind != "state"
            and m.first <= first
            and m.last >= last
            and (m.via == "name" or (m.via == "role" and m.head == last))
            and (actor.kind in _NEVER_LAND or fold(actor.name) != name)  # `in South Ossetia`
            and not (m.first == first and _surname_of_nobody(g, mentions, m, whole=m.last == last))
        ):
            return "name"
    return owned


def _surname_of_nobody(g: Grammar, mentions: Mentions, m: ActorMention, *, whole: bool) -> bool:
    """Whether a name after `in` is but a surname that the text gives nobody, or no known person's: `kidnapped in Gao`."""
    actor = m.actors[0]
    if actor.kind != "person":
        return False
    preposition, governor = preposition_of(g, m.last)
    moves = {g.lemma[k] for k in over_phrase(g, m.first, governor)} if preposition in _WHITHER else set()
    if m.first != m.last:
        # One whose state is but that of the story, and whose whole name is a place's: `took the sailors to Bandar Abbas`.
        unknown = actor.wikidata is None and actor.office is None and (whole or actor.country is None)
        taken = g.dep[m.last] in ("dobj", "nsubjpass") and g.lemma[g.head[m.last]] in OBJECTS
        return unknown and (taken or preposition in _INSIDE | {"of"} or bool(moves & MOTION))
    return (preposition in _INSIDE or bool(moves & _JOURNEYS)) and not any(
        o.last > o.first and actor in o.actors for o in mentions.items
    )


def _as_subject(g: Grammar, last: int) -> Usage | None:
    """How a name is a place as a subject, even a capital's."""
    up = g.head[last]
    told = (
        g.lemma[up] in _SUBJECTS
        or _supplied(g, up)
        or (
            g.lemma[up] == "be"
            and any(
                g.lemma[c] in _STATES_OF_TOWNS and g.child(c, "prep") is None
                for c in g.children[up]
                if g.dep[c] == "acomp"
            )
        )
        or (g.lemma[up] in _SAW and g.tag[up] == "VBD")
        or (
            g.lemma[up] in _IS
            and any(g.dep[c] == "prep" and g.lower[c] in ("in", "under") for c in g.children[up])
        )
    )
    return Usage(True, True, f"subject of {g.word[up]!r}") if told and g.dep[last] == "nsubj" else None


def _supplied(g: Grammar, v: int) -> bool:
    """Whether a verb tells what a town has or lacks: `had no water`, `was without power`."""
    without = [k for c in g.children[v] if g.lower[c] == "without" for k in g.children[c]]
    things = g.objects(v) if g.lemma[v] in ("have", "lack") else without if g.lemma[v] == "be" else []
    return any(g.lemma[k] in _SUPPLIES for k in things)


def city_as_subject(g: Grammar, first: int, last: int) -> Usage | None:
    """How the name of a city that stands for no government is a place as a subject: `Homs held out`."""
    up = g.head[last]
    if g.dep[last] != "nsubj" or g.pos[last] not in ("PROPN", "NOUN") or _of_a_match(g, last):
        return None
    if first > 0 and g.pos[first - 1] == "PROPN" and g.dep[first - 1] == "compound":
        return None
    if (
        g.lemma[up] in _CITY_SUBJECTS
        or _supplied(g, up)
        or (
            g.lemma[up] == "be"
            and any(g.dep[c] == "acomp" or g.lower[c] == "without" for c in g.children[up])
        )
    ):
        return Usage(False, False, f"subject of {g.word[up]!r}")
    return None


def _of_a_match(g: Grammar, i: int) -> bool:
    """Whether a sentence tells of a match: `Everton held Leeds to a draw`."""
    first, last = g.sents[g.sent[i]]
    return any(
        g.lower[k] in _PLAYED
        or (g.lower[k] == "draw" and g.lower[k - 1] == "a")
        or (g.lower[k] == "cup" and g.word[k][0].isupper())
        for k in range(first + 1, last)
    )


# How long after: `shots fell in Chengdu hours later`.
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})


def phrase_ends_with(g: Grammar, first: int, noun: int) -> bool:
    """Whether a preposition before a name has no other object, as the noun after it does something or says how long
    after: `in Chengdu crowds burned`, `in Chengdu hours later`."""
    before = first - 1
    return (
        before >= 0
        and g.lower[before] in LOCATIVE - WEAK
        and g.pos[before] == "ADP"
        and (
            (g.dep[noun] in ("nsubj", "nsubjpass") and g.head[noun] > noun)
            or (g.dep[noun] == "npadvmod" and g.lemma[noun] in _SPANS)
        )
        and g.child(before, "pobj", "pcomp") is None
    )


def _up_to_an_edge(g: Grammar, i: int) -> bool:
    """Whether something lies between a name and a thing of the land: `between Thimphu and the border`."""
    return any(g.lemma[k] in _EDGES and g.pos[k] == "NOUN" for k in g.noun_conjuncts(i))


def _linked(g: Grammar, i: int) -> bool:
    """Whether a road or line goes to a name: `the road linking Bria with Bangassou`."""
    i = g.first_of_row(i)
    v = g.head[i]
    if g.dep[i] == "pobj" and g.lower[v] in ("with", "to", "and"):
        v = g.head[v]
    elif g.dep[i] != "dobj":
        return False
    ways = [g.head[v], *g.subjects(v)] if g.dep[v] in ("acl", "relcl") else g.subjects(v)
    return g.lemma[v] in ("link", "connect", "join") and any(g.lemma[k] in TRACES for k in ways)


def _listed(g: Grammar, first: int) -> bool:
    """Whether a name stands in a list that a word for places announces: `attacked three towns: Lashio, Laukkai and Muse`."""
    k = first - 1
    while k >= 0 and (
        g.pos[k] in ("PROPN", "CCONJ", "DET") or g.word[k] == "," or g.lemma[k] in _SETTLEMENTS
    ):
        k -= 1
    return (
        k >= 0
        and g.word[k] == ":"
        and any(g.tag[j] == "NNS" and g.lemma[j] in _SETTLEMENTS for j in range(max(k - 10, 0), k))
    )


def _opens(g: Grammar, first: int, last: int) -> bool:
    """Whether a name opens a sentence behind a preposition and before a comma: `From San Jose, he offered refuge`."""
    return first - 1 == g.sents[g.sent[first]][0] and last + 1 < g.n and g.word[last + 1] == ","


def used_as_place(g: Grammar, mentions: Mentions, first: int, last: int) -> Usage | None:
    """How a name is used as a place, if it is."""
    owned = _owner(g, mentions, first, last)
    if owned == "metonym":
        up = g.head[last]
        if g.dep[last] == "compound" and up > last and phrase_ends_with(g, first, up):
            return Usage(True, True, f"after {g.lower[first - 1]!r}")
        if preposition_of(g, last)[0] == "between" and (
            g.lemma[preposition_of(g, last)[1]] in TRACES or _up_to_an_edge(g, last)
        ):
            return Usage(True, True, "after 'between'")
        if preposition_of(g, last)[0] == "from" and _opens(g, first, last):
            return Usage(True, True, "opens the sentence after 'from'")
        return _as_subject(g, last)
    if (
        owned == "demonym"
        and last + 1 < g.n
        and g.lemma[last + 1] in _SETTLEMENTS
        and g.head[last] == last + 1
    ):
        owned = ""  # "in Ethiopia's Afar region", whose people are called so too
    if owned or g.pos[last] not in ("PROPN", "NOUN", "ADJ", "X", "ADV"):
        return None
    before = first - 1
    if before >= 0 and g.lower[before].rstrip(".") in _TITLES:
        return None
    if (
        before >= 0
        and g.pos[before] == "PROPN"
        and g.dep[before] == "compound"
        and first <= g.head[before] <= last
        and g.word[before][:1].isupper()
        and g.lower[before].rstrip(".") not in _FORENAMES
        and not mentions.covering(before)
    ):
        return None  # "Palais Coburg"
    head = last
    dep, up = g.dep[head], g.head[head]
    if dep in ("compound", "nmod", "amod") and up > last and phrase_ends_with(g, first, up):
        return Usage(True, True, f"after {g.lower[before]!r}")
    if dep in ("compound", "nmod", "amod") and up > last:
        if g.lemma[up] in SPOTS or g.lower[up] in SPOTS:
            held = g.lemma[up] in _HOLDINGS
            if g.lemma[up] in TEXTS or ((held or g.lower[up] in _WAYS) and g.word[up][0].isupper()):
                return None  # "the Minsk agreements", "New York Times", "East Asia Summit"
            return Usage(True, not held, f"before {g.word[up]!r}")
        if g.dep[up] not in ("pobj", "conj", "appos") or g.pos[up] == "PROPN":
            return None
        if dep == "amod" or up != last + 1:
            return None
    if dep == "compound" and up != last + 1 and g.pos[up] == "PROPN":
        return None
    preposition, governor = preposition_of(g, head)
    if (
        dep in ("dobj", "npadvmod")
        and first > 0
        and g.dep[first - 1] == "prt"
        and g.lower[first - 1] in _AFLOAT
    ):
        return Usage(True, True, f"after {g.word[first - 1]!r}")  # "capsized off Lampedusa"
    if preposition in LOCATIVE:
        spot = g.lemma[governor] in SPOTS or g.lemma[governor] in _SETTLEMENTS
        if preposition == "of":
            house = g.lower[governor] in _HOUSES_OF and g.word[governor][0].isupper()
            if house or g.lemma[governor] in _NOT_OF:
                return None
            if g.lemma[governor] in _HOLDINGS:
                return Usage(False, False, "after 'of'")
            return Usage(spot, spot, "after 'of'")
        if preposition == "to" and g.lemma[governor] in _NOT_TO:
            return None
        strong = preposition not in WEAK or spot or (preposition == "between" and _up_to_an_edge(g, head))
        if preposition in WEAK and preposition not in ("of", "between", "on"):
            strong = strong or any(g.lemma[k] in MOTION for k in over_phrase(g, first, governor))
        return Usage(True, strong, f"after {preposition!r}")
    if preposition == "by" and g.lemma[governor] in _BESIDE:
        return Usage(True, True, f"beside {g.word[governor]!r}")
    if preposition == "for" and (
        g.lemma[governor] in _FIGHTS or (g.dep[governor] == "dobj" and g.lemma[g.head[governor]] in _FIGHTS)
    ):  # "left for Idlib", "left Aleppo for Idlib"
        return Usage(True, True, "after 'for'")
    if preposition == "as" and first >= 2 and "far" in g.lower[max(0, first - 3) : first - 1]:
        return Usage(True, True, "after 'as far as'")
    if preposition == "against" and g.lemma[governor] in _CAMPAIGNS:
        return Usage(True, True, f"after '{g.word[governor]} against'")
    if dep in ("dobj", "nsubjpass", "nsubj", "conj") and _of_a_match(g, last):
        return None
    if _linked(g, head):
        return Usage(True, True, "what a road links")
    if dep in ("dobj", "nsubjpass", "npadvmod") and g.lemma[up] in OBJECTS:
        return Usage(True, True, f"object of {g.word[up]!r}")
    if dep in ("dobj", "nsubjpass") and any(
        g.dep[c] == "prt" and (g.lemma[up], g.lower[c]) in _PHRASAL for c in g.children[up]
    ):
        return Usage(True, True, f"object of {g.word[up]!r}")
    if preposition == "before" and g.lemma[governor] in _STANDING:
        return Usage(True, True, "after 'before'")
    if dep == "conj":
        top = g.first_of_row(head)
        if g.dep[top] in ("dobj", "nsubjpass") and g.lemma[g.head[top]] in OBJECTS:
            return Usage(True, True, f"object of {g.word[g.head[top]]!r}")
    if dep == "appos":
        above, _ = preposition_of(g, up)
        if g.lemma[up] in _SETTLEMENTS or above in LOCATIVE:
            return Usage(True, True, "apposition")
        if g.dep[up] in ("dobj", "nsubjpass") and g.lemma[g.head[up]] in OBJECTS:
            return Usage(True, True, "apposition")
    if _listed(g, first):
        return Usage(True, True, "of a list of places")
    if dep == "npadvmod" and preposition_of(g, up)[0] in LOCATIVE:
        return Usage(True, True, "inside a place phrase")
    if dep == "poss" and (g.lemma[up] == "capital" or g.lemma[up] in SPOTS) and g.lemma[up] not in _HOLDINGS:
        return Usage(True, True, f"owns {g.word[up]!r}")
    if dep == "poss" and g.pos[up] == "PROPN" and preposition_of(g, up)[0] in LOCATIVE - WEAK:
        return Usage(True, True, f"owns {g.word[up]!r}")  # "outside Abidjan's Hotel Ivoire"
    if dep in ("oprd", "attr") and g.lemma[up] in _CALLING:
        return Usage(False, True, f"called so by {g.word[up]!r}")
    told = _as_subject(g, last)
    if told is not None:
        return told
    if any(g.dep[c] in ("amod", "acl") and g.lower[c] in _SUFFERED for c in g.children[last]):
        return Usage(False, True, "said to suffer")
    if (
        last + 3 < g.n
        and g.lower[last + 1] == "and"
        and g.lower[last + 2] == "its"
        and g.lemma[last + 3] in SPOTS
    ):
        return Usage(False, True, f"has {g.word[last + 3]!r}")
    return None


def state_used_as_place(g: Grammar, head: int) -> Usage | None:
    """How a state's name is used as a place, if it is."""
    preposition, governor = preposition_of(g, head)
    dep, up = g.dep[head], g.head[head]
    if any(g.lower[k] == "where" for c in g.children[head] if g.dep[c] == "relcl" for k in g.children[c]):
        return Usage(False, True, "before 'where'")  # "the efforts of Dakar, where"
    if preposition == "from" and g.pos[governor] == "NOUN" and g.lemma[governor] in _FIGHTERS:
        return Usage(False, True, "state after 'from'")
    if preposition == "from" and g.pos[governor] == "NOUN" and g.lemma[governor] in _SENT:
        return None  # "envoys from Sweden": whose they are
    if dep == "compound" and up > head and phrase_ends_with(g, g.left[head], up):
        return Usage(True, True, f"state after {g.lower[g.left[head] - 1]!r}")
    visited = dep == "dobj" and g.lemma[up] in VISITING
    if preposition in LOCATIVE or visited:
        part = preposition == "of" and g.lemma[governor] in SPOTS and g.lemma[governor] not in _HOLDINGS
        inside = part and preposition_of(g, governor)[0] in LOCATIVE - WEAK | {"on"}  # "on the tip of Crimea"
        locative = preposition not in WEAK or preposition in _TO_FROM or visited or inside
        return Usage(locative, True, f"state after {preposition!r}")
    if preposition == "for" and g.lemma[governor] in _LEAVING:
        return Usage(True, True, "state after 'for'")
    if dep in ("dobj", "nsubjpass") and g.lemma[up] in OBJECTS:
        return Usage(False, True, f"object of {g.word[up]!r}")
    if dep in ("oprd", "attr") and g.lemma[up] in _CALLING:
        return Usage(False, True, f"called so by {g.word[up]!r}")
    return None
