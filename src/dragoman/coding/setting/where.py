"""Where an act happened: the place mention that belongs to its clause, or to one that it is told along with."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.actors import knowledge_base
from dragoman.coding.setting.clauses import (
    TOPICS,
    anchors_of,
    belongs,
    goes_on,
    in_vehicle,
    main_clause,
    meanwhile,
    participles,
    purposes,
    same_doer,
    shared_clauses,
    trips,
)
from dragoman.coding.setting.words import FORCE, is_spot, setting_words, spoken_act
from dragoman.language import Grammar
from dragoman.places import PlaceMention

_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "dative", "oprd", "acl", "relcl", "advcl"})
_TOPICAL = frozenset({"of", "for", "about", "over", "against", "on", "to", "with", "from", "into"})
# What is told after these with a verb is not where their clause is: `accused of plotting`.
_OF_DEEDS = frozenset({"of", "from", "against", "about", "for", "with", "without"})
# The place of what is told after these is that of another act.
_BEYOND = frozenset({"after", "before", "following", "since", "despite", "amid", "ahead"})
# Acts that lead to where they are told to go.
_LED = frozenset({"CONSULT", "MOBILIZE", "AID", "COOPERATE", "RETREAT", "COERCE"})
# Words for land or water, in a place's name or behind it: a town in it says more of where something was.
_AREAS = frozenset(
    {"archipelago", "basin", "coast", "department", "delta", "desert", "governorate", "gulf", "highlands", "island", "islands",
     "mountains", "oblast", "peninsula", "plain", "plateau", "prefecture", "province", "region", "sea", "state", "strait", "valley"}
)  # fmt: skip
# Things that stand somewhere, and are of the town behind `of`: `attacked the police station of Dungu`.
_STANDING = frozenset(
    {"airbase", "airport", "barrack", "barracks", "base", "bridge", "camp", "cathedral", "checkpoint", "church", "clinic", "compound",
     "dam", "factory", "fort", "fortress", "garrison", "gate", "harbour", "headquarters", "hospital", "jail", "market", "mine",
     "monastery", "mosque", "outpost", "outskirts", "outskirt", "palace", "plant", "port", "position", "post", "power", "prison",
     "refinery", "school", "seminary", "shrine", "station", "stadium", "surroundings", "temple", "town", "university", "village"}
)  # fmt: skip
# Envoys serve where they are, and are recalled from elsewhere.
_ENVOYS = frozenset(
    {
        "ambassador",
        "attache",
        "attaché",
        "charge",
        "chargé",
        "consul",
        "d'affaires",
        "envoy",
        "representative",
    }
)
_RECALLING = frozenset({"recall", "withdraw", "pull", "summon", "call"})
# Who has come somewhere does there what is told after: `condemned it after returning to Manila`.
_COMING = frozenset({"arrive", "come", "fly", "land", "return"})
_COME = frozenset({"arrival", "return"})
_UPON = frozenset({"after", "following", "on", "upon"})
_ON_IT = frozenset({"city", "coast", "harbour", "peninsula", "port", "resort", "town", "village"})
_BEARINGS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
     "south-east", "south-west"}
)  # fmt: skip
# Where the wounded are brought, and how.
_WARDS = frozenset({"clinic", "hospital", "infirmary", "morgue", "mortuary"})
_BRINGING = frozenset(
    {
        "admit",
        "airlift",
        "bring",
        "carry",
        "evacuate",
        "fly",
        "move",
        "rush",
        "take",
        "transfer",
        "transport",
        "treat",
    }
)
# What is talked of is told after these.
_ABOUT = frozenset({"about", "concerning", "regarding"})
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "around"})


def _in_phrase(g: Grammar, i: int) -> bool:
    """Whether a place names the whereabouts of a thing that something is at: `at a Sarajevo market`."""
    h = g.head[i]
    return g.dep[i] in ("compound", "nmod", "poss") and g.dep[h] == "pobj" and g.lower[g.head[h]] in _LOCATIVE


def _where(doc: Doc, g: Grammar, token: int) -> PlaceMention | None:
    """The place that a clause with `where` describes, for what is told in it: `Donetsk, where a man was killed`."""
    i = token
    for _ in range(6):
        if g.dep[i] == "relcl" and _with_where(g, i):
            where = _before_where(doc, g, i) or next(
                (p for p in doc._.places or () if p.first <= g.head[i] <= p.last), None
            )
            if where is not None and _is_bearing(g, where):  # "near Kita, 90 miles west of Bamako, where"
                here = [
                    p for p in doc._.places if p.last < where.first and g.sent[p.first] == g.sent[where.first]
                ]
                where = next((p for p in reversed(here) if p.locative and is_spot(p.place)), where)
            if where is None and g.is_verb(over := g.verb_over(g.head[i])):
                where = nearest_place(
                    doc, g, over, [over]
                )  # "marched through Lome to the stadium, where police"
            return where
        said = g.dep[i] == "ccomp" and g.lemma[g.head[i]] in setting_words()["saying"]  # "where police said"
        if g.head[i] == i or (g.is_verb(i) and g.dep[i] in ("ccomp", "relcl") and not said):
            return None
        i = g.head[i]
    return None


def _before_where(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The spot that stands right before `where`, whatever the clause was hung on: `flew to Chad from Cairo, where he met`."""
    where = next((c for c in g.children[clause] if g.lower[c] == "where"), None)
    if where is None or g.word[where - 1] != ",":
        return None
    spot = next((p for p in doc._.places or () if p.last == where - 2 and is_spot(p.place)), None)
    return None if spot is None or _is_bearing(g, spot) else spot


def _with_where(g: Grammar, clause: int) -> bool:
    """Whether `where` is of a clause, or was hung on a verb coordinated with it: `where rebels shot and wounded him`."""
    verbs = (clause, *(c for c in g.all_children(clause, "conj") if g.is_verb(c)))
    return any(g.lower[c] == "where" and c < clause for v in verbs for c in g.children[v])


def fronted_place(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The place that opens a sentence, and holds for every clause that goes along: `In Belgrade, blasts shook ...`."""
    for _ in range(3):
        if g.is_verb(clause):
            break
        clause = g.head[clause]  # "In New York the Assembly turned down a request"
    main = main_clause(g, clause) if g.is_verb(clause) else None
    if main is None:
        return None
    subject = g.child(main, "nsubj", "nsubjpass", "expl")
    first = g.sents[g.sent[main]][0]
    if subject is None:
        return None
    for place in doc._.places or ():
        if g.sent[place.first] == g.sent[main] and place.locative and place.last < g.left[subject]:
            opens = all(
                g.pos[k] in ("ADP", "DET", "SPACE", "PUNCT", "ADV", "CCONJ", "NOUN", "ADJ", "NUM")
                for k in range(first, place.first)
            )
            if opens and belongs(g, place.first, [main]) is not None:
                found: PlaceMention = place
                return found
    return None


def clause_place(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The place of a clause, its own or that of a participle or of a visit on which it is told."""
    for v in (clause, *participles(g, clause), *trips(g, clause)):
        found = nearest_place(doc, g, clause, [v])
        left = found is not None and v != clause and _is_left(g, found, v)  # "Returned from Rome, he said"
        if found is not None and not left:
            return found
    return None


def _is_left(g: Grammar, place: PlaceMention, verb: int) -> bool:
    """Whether somebody comes from a place: `returned from Rome`."""
    return g.lemma[verb] in setting_words()["coming"] and g.lower[g.head[place.last]] == "from"


def place_said(doc: Doc, g: Grammar, cue: int) -> PlaceMention | None:
    """Where something was said: `said in Rome`, `said during a visit to Rome`, `In Rome, the minister said`."""
    return clause_place(doc, g, cue) or fronted_place(doc, g, cue)


def place_of(doc: Doc, g: Grammar, trigger: int, carrier: int | None, act: str) -> PlaceMention | None:
    """The place mention of the act's clause, or of one that shares it: a locative one, a city before a country."""
    spoken = spoken_act(g, trigger, act)
    if act == "SANCTION" and _recalls(g, trigger):
        return None
    if act in FORCE and not g.is_verb(trigger) and (struck := _struck(doc, g, trigger)) is not None:
        return struck
    anchors = anchors_of(g, trigger, carrier, act)
    if act == "CONSULT":
        anchors = [a for a in anchors if a in (trigger, carrier) or not _goes_on_from_it(g, trigger, a)]
    found = nearest_place(doc, g, trigger, anchors, spoken=spoken, led=act in _LED)
    if found is not None and act == "CONSULT" and _subject_of_talk(g, found, trigger):
        found = None
    own = trigger if carrier is None else carrier
    if found is None and g.dep[own] == "relcl":
        found = _before_where(doc, g, own)
    told = own
    while g.dep[told] == "xcomp" and g.is_verb(g.head[told]):
        told = g.head[told]
    for clause in shared_clauses(g, trigger, carrier):
        if found is not None or (clause != told and not same_doer(g, told, clause)):
            break
        found = nearest_place(doc, g, trigger, [clause], spoken=spoken, shared=True)
    if found is None:
        found = _where(doc, g, own) or _came_from(doc, g, own)
    if found is None:
        found = fronted_place(doc, g, own)
    if (
        found is None
        and act in FORCE
        and g.dep[own] == "ccomp"
        and g.lemma[g.head[own]] in setting_words()["saying"]
    ):
        found = fronted_place(doc, g, g.head[own])  # "In Marib, the army said it killed"
    if (
        act in FORCE
        and g.is_verb(trigger)
        and (found is None or not is_spot(found.place) or _is_area(g, found))
    ):
        found = _standing(doc, g, trigger) or found
    if found is None and act in FORCE and g.is_verb(trigger):
        found = _at_their_work(doc, g, trigger)
    if found is None and g.is_verb(own):
        found = _come_to(doc, g, own)
    if found is None and g.is_verb(own):
        for clause in (*participles(g, own), *trips(g, own)):
            if found is not None:
                break
            found = nearest_place(doc, g, trigger, [clause], spoken=spoken, shared=True)
        along = (
            () if found is not None or spoken else (*goes_on(g, own), *meanwhile(g, own), *purposes(g, own))
        )
        for clause in along:
            found = nearest_place(doc, g, trigger, [clause])
            if found is not None and not _stands_in(g, found, clause):
                found = None
    return found


def _subject_of_talk(g: Grammar, place: PlaceMention, trigger: int) -> bool:
    """Whether a place is what a contact was about: `their dialogue on Kashmir`."""
    p = g.head[place.last]
    talks = {trigger, *g.all_children(trigger, "dobj")}
    i = place.last
    for _ in range(6):  # "spoke about the meeting in Oslo"
        i = g.head[i]
        if g.dep[i] == "prep" and g.lower[i] in _ABOUT and g.head[i] in talks:
            return True
    return g.dep[p] == "prep" and g.lower[p] in TOPICS and g.pos[g.head[p]] == "NOUN" and g.head[p] in talks


def _stands_in(g: Grammar, place: PlaceMention, verb: int) -> bool:
    """Whether a place is where something is done, not where it leads: `beat lawyers in Lahore`, not `marched to`."""
    i = place.last
    for _ in range(6):
        if g.dep[i] == "prep" and g.lower[i] != "of":  # "in the city of Nablus"
            return g.lower[i] in _LOCATIVE | {"through", "across"} and verb in (
                g.head[i],
                g.head[g.head[i]],
                g.head[g.head[g.head[i]]],
            )
        i = g.head[i]
    return False


def _of_content(g: Grammar, token: int, anchors: list[int], *, shared: bool) -> bool:
    """Whether words belong to what is said rather than to its saying: `urged Moscow to leave Syria`.

    In a clause that is only `shared`, what it leads to is a place: `flew to Beirut and asked for`.
    """
    i = token
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors or in_vehicle(g, i):
            return False
        if h in anchors:
            led = (shared and g.lower[i] == "to") or _spoken_from(g, i, h) or _beside_another(g, i, token)
            return g.dep[i] in _CONTENT or (g.dep[i] == "prep" and g.lower[i] in _TOPICAL and not led)
        i = h
    return False


def _spoken_from(g: Grammar, preposition: int, verb: int) -> bool:
    """Whether a preposition tells where somebody speaks: `condemned from Rabat the attack`, `speaking by telephone from`."""
    return (
        g.lower[preposition] == "from"
        and verb < preposition
        and g.lemma[verb] not in setting_words()["getting"]
        and all(
            g.pos[k] == "ADV" or g.lower[k] == "by" or g.lemma[k] in setting_words()["calls"]
            for k in range(verb + 1, preposition)
        )
    )


def _beside_another(g: Grammar, preposition: int, place: int) -> bool:
    """Whether a place is where one was with somebody: `had agreed with John Kerry in Geneva`."""
    with_whom = g.child(preposition, "pobj")
    return (
        g.lower[preposition] == "with"
        and with_whom is not None
        and g.pos[with_whom] == "PROPN"
        and g.dep[place] == "pobj"
        and g.lower[g.head[place]] in ("in", "at")
        and g.head[g.head[place]] == with_whom
    )


def nearest_place(
    doc: Doc,
    g: Grammar,
    trigger: int,
    anchors: list[int],
    *,
    spoken: bool = False,
    led: bool = True,
    shared: bool = False,
) -> PlaceMention | None:
    """The locative place mention, of an act of speech not one in its content, fewest steps below one of these words, a city before a country."""
    best: tuple[int, int, int] | None = None
    found: PlaceMention | None = None
    for place in doc._.places or ():
        if g.sent[place.first] != g.sent[trigger]:
            continue
        if not place.locative and not any(_in_phrase(g, t) for t in range(place.first, place.last + 1)):
            continue
        ways = [s for t in range(place.first, place.last + 1) if (s := belongs(g, t, anchors)) is not None]
        if not ways or (spoken and _of_content(g, place.last, anchors, shared=shared)):
            continue
        if (
            _of_a_deed(g, place, anchors)
            or _talked_of(g, place, anchors)
            or _beyond(g, place, anchors)
            or _only_of_another(doc, g, place)
            or (not led and _leads_to(g, place))
            or _sets_out(g, place)
            or _home_of(g, place)
            or _nursed_at(g, place)
            or _comes_home_to(g, place)
        ):
            continue
        rank = int(_is_area(g, place) or _is_quarter(g, place) or _is_bearing(g, place))
        if _holds_another(doc, g, place):
            rank = 2  # "in the Galwan valley of Ladakh"
        if not is_spot(place.place):
            rank = 2
        elif rank == 0 and _says_who(g, place, anchors):
            rank = 3  # "the speaker of the parliament in Tobruk met the envoy in Malta"
        key = (rank, min(ways), abs(place.first - trigger))
        if best is None or key < best:
            best, found = key, place
    return found


def _says_who(g: Grammar, place: PlaceMention, anchors: list[int]) -> bool:
    """Whether a place only says who does something: `the parliament in Tobruk`, not `a bombing in Tobruk`."""
    i = place.last
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors:
            return False
        if h in anchors:
            happening = g.lemma[i] in setting_words()["scenes"] | setting_words()["meetings"]
            return g.dep[i] == "nsubj" and i < h and place.last > i and not happening
        i = h
    return False


def _holds_another(doc: Doc, g: Grammar, place: PlaceMention) -> bool:
    """Whether a place only says in what another lies: `the Galwan valley of [Ladakh]`."""
    of = g.head[place.last]
    if g.dep[place.last] != "pobj" or g.lower[of] != "of":
        return False
    return any(p.first <= g.head[of] <= p.last + 1 and p is not place for p in doc._.places or ())


def _is_area(g: Grammar, place: PlaceMention) -> bool:
    """Whether a place is land or water that has towns: `the Ferghana Valley`, `Borno state`."""
    after = g.lower[place.last + 1] if place.last + 1 < g.n else ""
    return bool({g.lower[place.last], after} & _AREAS)


def _is_bearing(g: Grammar, place: PlaceMention) -> bool:
    """Whether a place only says where another lies: `in Thabra, south of Bethlehem`."""
    of = g.head[place.last]
    return g.lower[of] == "of" and g.lower[g.head[of]] in _BEARINGS


def _is_quarter(g: Grammar, place: PlaceMention) -> bool:
    """Whether a place is but a part of a city, which is told rather: `the Karrada neighbourhood of Baghdad`, `Taksim Square`."""
    quarters = setting_words()["quarters"]
    named = place.last > place.first and bool({g.lower[place.first], g.lower[place.last]} & quarters)
    return named or (place.last + 1 < g.n and g.lemma[place.last + 1] in quarters)


def _of_a_deed(g: Grammar, place: PlaceMention, anchors: list[int]) -> bool:
    """Whether a place is that of a deed that is only thought of: `capable of hitting America`, `charged with bombing`."""
    i = place.last
    for _ in range(8):
        h = g.head[i]
        if h == i or i in anchors:
            return False
        if g.dep[i] == "pcomp" and g.is_verb(i):
            return g.lower[h] in _OF_DEEDS
        i = h
    return False


def _beyond(g: Grammar, place: PlaceMention, anchors: list[int]) -> bool:
    """Whether a place is where something before or after the act was: `agreed to meet after the attacks in Paris`.

    Or where something is planned to be: `secured an agreement to meet in Oslo`.
    """
    i = place.last
    for _ in range(8):
        if i in anchors or g.head[i] == i:
            return False
        if g.lower[i] == "according":  # "according to diplomats in Baku"
            return True
        if g.dep[i] == "prep" and g.lower[i] in _BEYOND and g.child(i, "pobj") != place.last:
            return not _closes(g, i)
        if g.dep[i] == "acl" and g.tag[i] == "VB":
            return True
        if i != place.last and _is_ground(g, i):
            return True
        i = g.head[i]
    return False


def _is_ground(g: Grammar, i: int) -> bool:
    """Whether a phrase tells what an act answers: `over a murder in Rome`, `in response to the war in Chad`."""
    if g.dep[i] == "prep" and g.lower[i] == "over":
        return any(g.lemma[k] in setting_words()["troubles"] for k in g.all_children(i, "pobj"))
    answer = g.lemma[i] in setting_words()["answers"] and g.dep[i] == "pobj"
    return answer and g.lower[g.head[i]] in ("in", "as") and g.child(i, "det") is None


def _closes(g: Grammar, after: int) -> bool:
    """Whether an act closes the talks that it is told to come after, so that it was where they were."""
    meetings = setting_words()["meetings"]
    return g.lower[after] in ("after", "following") and any(
        g.lemma[k] in meetings for k in range(after + 1, min(after + 6, g.right[after] + 1))
    )


def _talked_of(g: Grammar, place: PlaceMention, anchors: list[int]) -> bool:
    """Whether a place is that of what two talk of: `discussed by telephone the situation in Libya`."""
    preposition = g.head[place.last]
    noun = g.head[preposition]
    words = setting_words()
    for v in anchors:
        if g.is_verb(v) and g.lemma[v] in words["discussing"] and g.lower[preposition] not in _LOCATIVE:
            told = g.child(v, "dobj")  # "discussed the transit of gas to Rostov"
            if told is not None and told < place.first and g.dep[place.last] == "pobj":
                return True
    while g.dep[noun] == "pobj" and g.lower[g.head[noun]] == "of" and g.lemma[noun] not in words["troubles"]:
        noun = g.head[g.head[noun]]  # "the murder of a judge in Rome"
    if g.dep[preposition] != "prep" or g.lemma[noun] not in words["troubles"]:
        return False
    while g.dep[noun] in ("pobj", "prep", "conj", "appos") and g.head[noun] not in anchors:
        noun = g.head[noun]
    verb = g.head[noun]
    if g.dep[noun] == "dobj" and g.lemma[noun] in words["views"] and g.lemma[verb] in words["viewing"]:
        return True  # "exchanged views on the situation in Libya"
    return g.lemma[verb] in words["discussing"] and (
        g.dep[noun] == "dobj" or (g.dep[noun] == "prep" and g.lower[noun] in ("on", "about", "over", "of"))
    )


def _goes_on_from_it(g: Grammar, noun: int, verb: int) -> bool:
    """Whether somebody goes elsewhere after a contact: `After her talks with Abbas she headed to Jerusalem`."""
    after = g.dep[noun] == "pobj" and g.lower[g.head[noun]] in ("after", "following")
    return after and g.lemma[verb] in setting_words()["coming"]


def _came_from(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """The place that somebody came from after what he did there: `returned from Abuja after signing an accord`."""
    if g.dep[clause] != "pcomp" or g.lower[g.head[clause]] != "after":
        return None
    above = g.verb_over(g.head[g.head[clause]])
    came = [k for name, k in g.prepositions(above) if name == "from"] if g.is_verb(above) else []
    if g.lemma[above] not in setting_words()["coming"]:
        return None
    return next((p for p in doc._.places or () if any(p.first <= k <= p.last for k in came)), None)


def _struck(doc: Doc, g: Grammar, noun: int) -> PlaceMention | None:
    """The place that an act of force, told by a noun, was done to: `the siege of Homs`, `Russia's invasion of Ukraine`."""
    whole = g.lemma[noun] in setting_words()["overrunning"]
    places: list[PlaceMention] = [p for p in doc._.places or () if whole or is_spot(p.place)]
    for k in g.prep_objects(noun, "of"):
        found = next((p for p in places if p.first <= k <= p.last), None)
        if found is not None:
            return found
    return None


def _recalls(g: Grammar, trigger: int) -> bool:
    """Whether an envoy is called home: where he served is not where it is done."""
    return g.lemma[trigger] in _RECALLING and any(g.lemma[k] in _ENVOYS for k in g.objects(trigger))


def _standing(doc: Doc, g: Grammar, trigger: int) -> PlaceMention | None:
    """The town of a thing that is attacked or taken there: `stormed the barracks of Bamenda`."""
    for thing in g.objects(trigger):
        if g.lemma[thing] not in _STANDING:
            continue
        named = [*g.prep_objects(thing, "of"), *g.all_children(thing, "compound", "nmod", "poss")]
        for place in doc._.places or ():
            if is_spot(place.place) and any(place.first <= k <= place.last for k in named):
                found: PlaceMention = place
                return found
    return None


def _come_to(doc: Doc, g: Grammar, clause: int) -> PlaceMention | None:
    """Where somebody has come who does something then: `after returning to Manila`, `on his arrival in Kampala`."""
    subject = g.child(clause, "nsubj", "nsubjpass")
    for p in (
        *g.all_children(clause, "prep"),
        *(g.all_children(subject, "prep") if subject is not None else ()),
    ):
        if g.lower[p] not in _UPON:
            continue
        come = g.child(p, "pcomp", "pobj")
        if come is None or g.lemma[come] not in (_COMING if g.dep[come] == "pcomp" else _COME):
            continue
        for name, k in g.prepositions(come):
            if name in ("to", "in", "at"):
                there: PlaceMention | None = next(
                    (x for x in doc._.places or () if x.first <= k <= x.last), None
                )
                if there is not None:
                    return there
    return None


def _at_their_work(doc: Doc, g: Grammar, trigger: int) -> PlaceMention | None:
    """Where those were busy who were struck or caught: `detained men who were planting bombs in Karachi`."""
    for who in g.objects(trigger):
        for clause in g.all_children(who, "relcl"):
            busy = g.tag[clause] == "VBG" and any(
                g.lower[a] in ("was", "were") for a in g.auxiliaries(clause)
            )
            found = nearest_place(doc, g, clause, [clause]) if busy else None
            if found is not None:
                return found
    return None


def _leads_to(g: Grammar, place: PlaceMention) -> bool:
    """Whether something only goes to a place: `recalled its ambassador to Syria`."""
    return g.dep[place.last] == "pobj" and g.lower[g.head[place.last]] == "to"


def _home_of(g: Grammar, place: PlaceMention) -> bool:
    """Whether a place is only where people come from: `fired gas at migrants from Iraq`, `his counterparts from Chad and Niger`."""
    first = g.first_of_row(place.last)
    whence = g.head[first]
    if g.dep[first] != "pobj" or g.lower[whence] != "from":
        return False
    who = g.head[whence] if not g.is_verb(g.head[whence]) else whence - 1  # "met his counterparts from Chad"
    people = knowledge_base()
    known = (people.agents, people.strangers, people.words.role_nouns)
    return g.pos[who] == "NOUN" and any(g.lemma[who] in words for words in known)


def _nursed_at(g: Grammar, place: PlaceMention) -> bool:
    """Whether a place is only where the wounded were brought: `taken to a hospital in Nairobi`."""
    i = place.last
    for _ in range(4):
        i = g.head[i]
        if g.lemma[i] in _WARDS and g.dep[i] == "pobj":
            return g.lemma[g.verb_over(i)] in _BRINGING
        if g.is_verb(i):
            return g.lemma[i] in _BRINGING - {"bring", "carry", "fly", "move", "take"} | {
                "hospitalise",
                "hospitalize",
            }
    return False


def _sets_out(g: Grammar, place: PlaceMention) -> bool:
    """Whether somebody only sets out from a place, and where he goes is told: `flew from Geneva to Damascus`."""
    verb = g.head[g.head[place.last]]
    return _is_left(g, place, verb) and any(name in ("to", "for", "into") for name, _ in g.prepositions(verb))


def _comes_home_to(g: Grammar, place: PlaceMention) -> bool:
    """Whether somebody comes back to a place from where the act was: `returned to Paris from a visit to Morocco`."""
    if not _leads_to(g, place):
        return False
    verb = g.verb_over(place.last)
    if g.lemma[verb] not in setting_words()["coming"]:
        return False
    return any(g.pos[k] == "NOUN" and g.prep_objects(k, "to") for k in g.prep_objects(verb, "from"))


def _only_of_another(doc: Doc, g: Grammar, place: PlaceMention) -> bool:
    """Whether a place only says more of another: `the Red Sea resort of Aqaba`."""
    noun = g.head[place.last]
    if g.dep[place.last] not in ("compound", "nmod", "amod", "poss") or g.is_verb(noun):
        return False
    if _is_area(g, place) and g.lemma[noun] in _ON_IT:
        return True  # "in the Black Sea resort": not in the sea
    named = g.prep_objects(noun, "of")
    return any(k <= p.last and p.first <= k for k in named for p in doc._.places)
