"""Names that no table knows, or only as some small town's, where the wording says that they are places.

`the village of Racak`, `the Kibati camp`, `Sentosa, an island off Singapore`, `Manus Island`, `killed near Chasiv`,
`Izyum and Vovkove`. A name that an actor bears is never one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.actors import Mentions
from dragoman.actors.ships import a_ship_s
from dragoman.datafiles import read_table, read_words
from dragoman.language import Grammar
from dragoman.places.gazetteer import DATA
from dragoman.places.homonyms import EDGES, LINKS, Around
from dragoman.places.usage import (
    MOTION,
    OBJECTS,
    SPOTS,
    Usage,
    over_phrase,
    phrase_ends_with,
    preposition_of,
    used_as_place,
)

_SETTLEMENTS = frozenset(read_words(DATA / "settlements.txt"))
_HAPPENINGS = frozenset(read_words(DATA / "happenings.txt"))
# Those who are somewhere, or come from there: `witnesses in Xville`, `villagers from Xville`.
_DWELLERS = frozenset(read_words(DATA / "dwellers.txt"))
# Those who take, hold and lose what is called so with a name alone: `the rebels took Xville`.
_TAKERS = frozenset(read_words(DATA / "takers.txt"))
_TAKING = frozenset({"take", "hold", "lose", "enter", "reach", "leave", "pass", "abandon"})
# What says only that something happens: the subject tells what.
_GOING_ON = frozenset(
    {
        "begin",
        "break",
        "continue",
        "erupt",
        "fall",
        "go",
        "happen",
        "occur",
        "rage",
        "resume",
        "spread",
        "start",
        "take",
    }
)
# Who goes out of these goes from a place.
_OUT = frozenset(
    {
        "drive",
        "escape",
        "evacuate",
        "expel",
        "flee",
        "flush",
        "force",
        "march",
        "pour",
        "push",
        "slip",
        "stream",
    }
)
# What a name before them is the name of, wherever the phrase stands: `the Xville airport was closed`.
_BEARERS = frozenset(
    {"airbase", "airfield", "airport", "checkpoint", "county", "dam", "district", "governorate", "oblast", "oilfield",
     "peninsula", "province", "refinery", "region", "township", "valley", "village"}
)  # fmt: skip
_NOT = frozenset(read_words(DATA / "not_places.txt"))
_SHAPES = frozenset(
    (row.cells["word"], row.cells["side"]) for row in read_table(DATA / "shapes.tsv", ["word", "side"])
)
_OF = frozenset(read_words(DATA / "named_of.txt"))
# Verbs whose object is a place, whatever it is called.
_SIEGES = frozenset(
    {
        "storm",
        "shell",
        "bombard",
        "besiege",
        "encircle",
        "overrun",
        "liberate",
        "recapture",
        "retake",
        "reoccupy",
        "bomb",
        "raze",
        "torch",
        "flatten",
        "occupy",
        "blockade",
        "visit",
    }
)
_BARE = [[word] for word, _ in sorted(_SHAPES)] + [["city"], ["town"], ["port"]]
# Parts of a city: `the Sablon quarter of Brussels` is called Sablon.
_QUARTERS = frozenset(
    {
        "district",
        "quarter",
        "neighborhood",
        "neighbourhood",
        "suburb",
        "ward",
        "borough",
        "arrondissement",
        "favela",
        "slum",
    }
)
# What may stand between a name and its camp.
_CAMPS = frozenset({"refugee", "displacement", "migrant", "transit", "detention", "training"})
# The Arabic article, in small letters inside a name, as it is spoken before the next sound.
ARTICLES = frozenset(
    [
        "ad",
        "adh",
        "al",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "ed",
        "edh",
        "el",
        "en",
        "er",
        "es",
        "esh",
        "eth",
        "ez",
        "ol",
        "ul",
        "ur",
    ]
)
# Small words inside names: `Krusha e Madhe`, `Villa de los Andes`.
_PARTICLES = frozenset(
    {
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "i",
        "la",
        "las",
        "le",
        "les",
        "los",
        "sur",
        "van",
        "von",
    }
)
_BY = frozenset({"in", "on", "near", "outside", "off"})
# Prepositions after which a name is where something happens, and those that lead there.
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around"})
# What falls on a place: `barrel bombs on Habit`.
_FALLING = frozenset(
    {"airstrike", "bomb", "bombardment", "missile", "mortar", "raid", "rocket", "shell", "shelling", "strike"}
)
_WHITHER = frozenset({"into", "to", "from", "towards", "toward", "through", "near", "over", "onto", "off"})


def runs(g: Grammar, mentions: Mentions, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Names by their first and last token: capitalised words in a row, and what hyphens tie to them."""
    i = 0
    while i < g.n:
        if g.pos[i] != "PROPN" or not g.word[i][0].isupper() or i in taken or _somebody(g, mentions, i):
            i += 1
            continue
        first = last = i
        if i > 1 and g.lower[i - 2] in ARTICLES and _tied(g, i - 2) and _tied(g, i - 1):  # "al-Qaim"
            first = i - 2
        while last + 1 < g.n and g.sent[last + 1] == g.sent[i]:
            if g.word[last + 1] == "-" and _tied(g, last) and _tied(g, last + 1):
                last += 2
            elif g.pos[last + 1] == "PROPN" and g.word[last + 1][0].isupper():
                last += 1
            elif g.lower[last + 1] in ARTICLES and _tied(g, last + 1) and _tied(g, last + 2):
                last += 3  # "Maarrat an-Numan"
            elif (k := _after_particles(g, last)) is not None:
                last = k  # "Krusha e Madhe"
            else:
                break
        part = first > 0 and g.word[first - 1] == "-" and _tied(g, first - 1)  # "Bosnia-Herzegovina"
        if not part and not any(k in taken or _somebody(g, mentions, k) for k in range(first, last + 1)):
            yield first, last
        i = last + 1


def _somebody(g: Grammar, mentions: Mentions, i: int) -> bool:
    """Whether an actor bears a word, and not one whom nobody knows and the text says to be a town: `Xville, a town of`."""
    return any(
        m.via != "name"
        or not m.actors
        or m.actors[0].kind != "person"
        or m.actors[0].wikidata is not None
        or m.actors[0].office is not None
        or not any(g.dep[c] == "appos" and g.lemma[c] in _SETTLEMENTS for c in g.children[m.last])
        for m in mentions.covering(i)
    )


def _after_particles(g: Grammar, last: int) -> int | None:
    """The token with which a name goes on after small words that belong to it: `Villa de los Andes`."""
    k = last + 1
    while k < min(g.n - 1, last + 3) and g.lower[k] in _PARTICLES and g.word[k].islower():
        k += 1
    capital = k > last + 1 and g.pos[k] == "PROPN" and g.word[k][0].isupper()
    return k if capital and g.sent[k] == g.sent[last] else None


def _tied(g: Grammar, i: int) -> bool:
    """Whether no blank stands after a token."""
    return i + 1 < g.n and g.end[i] == g.start[i + 1] and (g.word[i] == "-" or g.word[i + 1] == "-")


def said_to_be_a_place(
    g: Grammar,
    mentions: Mentions,
    around: Around,
    first: int,
    last: int,
    places: Mapping[int, bool],
    *,
    town: bool,
) -> Usage | None:
    """Why a name is a place though no table has it, or only as some small `town`'s.

    `places` tells of the tokens of other places whether things happen there.
    """
    words = [g.lower[k] for k in range(first, last + 1)]
    if any(w in _NOT for w in words) or words in _BARE or len(words[-1]) < 3 or g.word[last].isupper():
        return None
    if first >= 2 and g.lower[first - 1] == "of" and g.lemma[first - 2] in _OF:
        return Usage(True, True, f"after '{g.lemma[first - 2]} of'")
    noun = g.head[last]
    between = g.lower[last + 1 : noun]
    if (
        last < noun
        and g.dep[last] in ("compound", "nmod", "amod")
        and g.word[noun].islower()
        and (not between or (len(between) == 1 and between[0] in _CAMPS))
    ):
        of = [k for k in g.prep_objects(noun, "of") if g.pos[k] == "PROPN"]
        if of and not (g.lemma[noun] in _QUARTERS and all(k in places for k in of)):
            return None  # "the Mahdist stronghold of Amara" says who holds it
        struck = g.dep[noun] in ("dobj", "nsubjpass") and g.lemma[g.head[noun]] in OBJECTS
        where = struck or preposition_of(g, noun)[0] in _WHERE | _WHITHER | {"on", "of"}
        if g.lemma[noun] in _BEARERS and noun == last + 1 and (first == 0 or g.pos[first - 1] != "PROPN"):
            return Usage(True, True, f"before {g.word[noun]!r}")
        if g.lemma[noun] in _SETTLEMENTS:
            return Usage(True, True, f"before {g.word[noun]!r}") if where else None
        if not phrase_ends_with(g, first, noun):
            return None
    usage = used_as_place(g, mentions, first, last)
    if usage is None or (first == last and a_ship_s(g, first, last)):
        return None
    for k in (*g.children[last], g.head[last]):
        if g.lemma[k] in _SETTLEMENTS and (
            g.dep[k] == "appos" or (g.dep[last], g.head[last]) == ("appos", k)
        ):
            return Usage(True, True, f"said to be a {g.lemma[k]}")
    if last > first and ((words[-1], "last") in _SHAPES or (words[0], "first") in _SHAPES):
        return Usage(usage.locative, True, "a name of land or water")
    if last + 2 < g.n and g.word[last + 1] == "," and g.lower[last + 2] == "where":
        return Usage(usage.locative, True, "before 'where'")
    other = next((k for k in _beside(g, last) if k in places), None)
    if other is not None:
        return Usage(places[other], True, f"beside {g.word[other]!r}")
    preposition, governor = preposition_of(g, last)
    if not preposition and phrase_ends_with(g, first, g.head[last]):
        preposition, governor = g.lower[first - 1], g.head[first - 1]
    if preposition == "on" and any(g.lemma[k] in _FALLING for k in (governor, *g.objects(governor))):
        return Usage(True, True, f"what falls on it: {g.word[governor]!r}")
    told = _plainly(g, first, last, preposition, governor)
    if told:
        return Usage(True, True, told)
    if not usage.strong:
        return None
    other = _lies_by(g, around, last, places)
    if other is not None:
        return Usage(usage.locative, True, f"by {g.word[other]!r}")
    if g.dep[last] in ("dobj", "nsubjpass") and g.lemma[g.head[last]] in _SIEGES:
        return usage
    qualifier = around.qualifier(first, last)
    if (
        qualifier is not None
        and qualifier.first > last
        and preposition in (_WHERE | _WHITHER) - {"at", "to", "from"}
    ):
        return Usage(True, True, f"after {preposition!r}, with its state")
    if town and preposition in _WHERE and first - 1 == g.sents[g.sent[first]][0] and g.word[last + 1] == ",":
        return Usage(True, True, f"opens the sentence after {preposition!r}")
    over = over_phrase(g, first, governor)
    if preposition in _WHERE and (g.lemma[over[-1]] in SPOTS or any(g.lemma[k] in _HAPPENINGS for k in over)):
        return Usage(True, True, f"where {g.word[governor]!r}")
    if preposition in _WHITHER and any(g.lemma[k] in MOTION for k in over):
        return Usage(True, True, f"whither {g.word[governor]!r}")
    return None


def _plainly(g: Grammar, first: int, last: int, preposition: str, governor: int) -> str:
    """Why a phrase leaves no doubt that a name is a place's: `near Xville`, `fighting went on in Xville`; else empty."""
    if preposition == "near":
        return "after 'near'"
    verb = g.lemma[governor]
    if preposition in _WHERE:
        if verb in _DWELLERS:
            return f"where {g.word[governor]!r}"
        if g.pos[governor] == "VERB" and verb in _GOING_ON:
            for k in _who(g, governor):
                if g.lemma[k] in _HAPPENINGS | _FALLING:
                    return f"where {g.word[k]!r}"
    if preposition == "from" and verb in _DWELLERS:
        return f"whence {g.word[governor]!r}"
    if preposition == "on" and (
        verb in ("march", "advance")
        or (verb in ("fall", "rain", "land") and any(g.lemma[k] in _FALLING for k in _who(g, governor)))
    ):
        return f"what comes upon it: {g.word[governor]!r}"
    if (
        first >= 3
        and g.lower[first - 2 : first] == ["out", "of"]
        and any(g.lemma[k] in _OUT for k in range(max(first - 6, 0), first - 2))
    ):
        return "after 'out of'"
    if g.dep[last] == "dobj" and first == last and g.tag[last] == "NNP" and g.lemma[g.head[last]] in _TAKING:
        for k in _who(g, g.head[last]):
            if g.lemma[k] in _TAKERS:
                return f"object of {g.word[g.head[last]]!r}"
    return ""


def _who(g: Grammar, verb: int) -> list[int]:
    """The subjects of a verb, the noun told of where that is a relative clause: `protests that began in Xville`."""
    return [c for c in g.children[verb] if g.dep[c] in ("nsubj", "nsubjpass")] + (
        [g.head[verb]] if g.dep[verb] == "relcl" else []
    )


def _lies_by(g: Grammar, around: Around, last: int, places: Mapping[int, bool]) -> int | None:
    """The place that a name is said to lie in or near, or the border: `Drass, in the Kargil sector`."""
    i = last + 1
    if i + 1 < g.n and g.word[i] == "," and g.lower[i + 1] in _BY:
        for k in range(i + 2, min(i + 8, g.n)):
            if k in places or g.lower[k] in EDGES:
                return k
            if g.lower[k] not in LINKS and k not in around.at:
                break
    return None


def _beside(g: Grammar, i: int) -> Iterator[int]:
    """Tokens coordinated with one: `Kramatorsk, Druzhkivka and Yasnohorivka`."""
    top = i
    while g.dep[top] == "conj" and g.head[top] != top:
        top = g.head[top]
        yield top
    stack = [top]
    while stack:
        for c in g.children[stack.pop()]:
            if g.dep[c] == "conj":
                stack.append(c)
                if c != i:
                    yield c
