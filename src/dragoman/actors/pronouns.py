"""Whom a pronoun means: `he`, `her`, `it`, `its`, `they`.

It takes the heaviest candidate that agrees with it in person, number and gender, and nobody when two weigh
nearly the same. First-person pronouns are left to the speech room.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.actors.bodies import BODIES
from dragoman.actors.discourse import Discourse
from dragoman.actors.entries import SENT
from dragoman.actors.mention import ActorMention
from dragoman.actors.sets import Sets
from dragoman.language import quotations_of
from dragoman.language.lists import words
from dragoman.schema import Actor

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
_REFLEXIVE = frozenset({"his", "her", "hers", "its", "their", "himself", "herself", "itself", "themselves"})
_PERSONS = frozenset({"person", "unnamed"})
_COLLECTIVE = frozenset(
    {
        "police",
        "army",
        "military",
        "government",
        "authority",
        "administration",
        "militia",
        "opposition",
        "team",
        "delegation",
        "force",
        "side",
        "crew",
    }
)
_WEATHER = frozenset(
    {"seem", "appear", "happen", "turn", "rain", "remain", "follow", "emerge", "take", "matter", "transpire"}
)
_TIMES = frozenset(
    {"minute", "hour", "day", "week", "month", "year", "decade", "time", "while", "moment", "place"}
)
# What somebody says or knows, that a sentence may open with; it is his of whom the one before told.
_ACCOUNTS = frozenset(
    {
        "account",
        "calculation",
        "data",
        "datum",
        "estimate",
        "figure",
        "information",
        "report",
        "statement",
        "version",
    }
)
_THOUGHTS = frozenset({"assessment", "opinion", "view", "word"})
_CREDITED = frozenset({"to", "by", "in", "from"})
_OPENING = 3  # words from the beginning of a sentence
# What only somebody can be.
_WILLING = frozenset(
    {
        "ready", "willing", "prepared", "able", "unable", "unwilling", "determined", "committed", "party", "member", "sorry",
        "concerned", "worried", "alarmed", "disappointed", "confident", "aware", "unaware", "grateful", "hopeful", "opposed",
        "open", "interested", "satisfied", "neutral", "saddened", "outraged", "appalled", "shocked", "dismayed", "eager", "keen",
    }
)  # fmt: skip
# Verbs by which one asks another, named after a preposition, to do something.
_CALLS = frozenset({"call", "appeal", "prevail", "count", "rely", "signal", "plead"})
_TELLING = frozenset({"warn", "remind", "assure", "notify", "advise", "convince", "persuade"})
_FOLK = frozenset(
    {"woman", "man", "child", "girl", "boy", "person", "people", "passenger", "victim", "worker"}
)
# What one says of others.
_OF_OTHERS = frozenset({
    "praise", "hail", "laud", "salute", "admire", "commend", "applaud", "criticise", "criticize", "mock", "deride", "ridicule",
})  # fmt: skip
# Verbs and nouns of helping; who is helped is at work `as they fight`.
_HELPING = frozenset({
    "aid", "assistance", "back", "backing", "cooperation", "encouragement", "equip", "help", "assist", "protect", "solidarity",
    "stand", "support", "sympathy", "train", "training",
})  # fmt: skip
_DEATHS = frozenset({"death", "killing", "murder", "assassination", "funeral", "burial", "execution"})
_SAYS = frozenset(
    {"said", "says", "told", "tells", "adds", "continued", "went", "stated", "recalled", "warned"}
)
# Offices of those who have no forces of their own.
_SPEAKING = frozenset(
    {"foreign-minister", "deputy-foreign-minister", "spokesperson", "permanent-representative"}
)
# What a paper or channel does, of which nothing else is told.
_REPORTING = frozenset(
    {
        "say",
        "tell",
        "add",
        "report",
        "note",
        "write",
        "quote",
        "cite",
        "describe",
        "claim",
        "suggest",
        "argue",
        "call",
        "publish",
    }
)
_THINKING = frozenset(
    {"say", "think", "know", "hope", "fear", "indicate", "suggest", "mean", "acknowledge", "recall"}
)
_KNOWING = frozenset({
    "know", "comment", "confirm", "information", "detail", "aware", "unaware", "understand", "see", "speak", "discuss",
    "authorise", "authorize", "believe", "hope", "think", "familiar", "sure",
})  # fmt: skip
_MALE = frozenset(
    {
        "husband",
        "father",
        "son",
        "brother",
        "uncle",
        "nephew",
        "boy",
        "widower",
        "king",
        "prince",
        "grandfather",
    }
)
_FEMALE = frozenset({
    "wife", "mother", "daughter", "sister", "aunt", "niece", "girl", "widow", "queen", "princess", "grandmother", "actress",
})  # fmt: skip
_UNNAMED = 0.75
_QUOTED = 0.5  # ... and of whom only somebody's quoted words tell
REACH = 3  # sentences back for he and she; bodies and plurals reach one

# Bodies in which one speaks: `in the ministry they say`.
_SPEAKING_BODIES = frozenset({"government body", "state", "intergovernmental organisation"})

Scored = tuple[float, str, tuple[Actor, ...], ActorMention]


class Pronouns:
    """Finds the antecedents of pronouns."""

    def __init__(self, discourse: Discourse, sets: Sets) -> None:
        self.discourse, self.sets = discourse, sets
        self.g, self.words, self.people = discourse.g, discourse.words, discourse.people
        self.quotes = [(q.start, q.end) for q in quotations_of(discourse.story.doc) if q.depth == 0]

    def person(self, i: int, gender: str) -> tuple[tuple[Actor, ...], str] | None:
        """`he`, `her`: the person who agrees in gender and weighs most."""
        g = self.g
        emphasised = self._emphasised(i)
        if emphasised is not None:
            return emphasised
        if g.lower[i] in ("himself", "herself"):
            return self._oneself(i)
        if (topic := self._turned_to(i, gender)) is not None:
            return topic.actors, f"{g.word[i]!r} is {topic.actors[0].name}, to whom the sentence turns"
        quote = self._quote(i)
        telling = quote < 0 and self._tells(i)
        teller = self._teller(i, gender) if quote < 0 else None
        proxy = teller is not None and self._speaks_for(teller, gender) and not self._of_himself(i)
        masters = self._called_at(teller) if proxy and teller is not None else set()
        beside: set[str] = set()
        undergone = self._undergone(i)
        if undergone is not None and (m := self.discourse.mention_of(undergone)) is not None:
            beside = {a.id for a in m.actors}
        if g.lower[i] in ("him", "her") and g.dep[i] != "poss":
            # whoever acts on him is somebody else, by whatever name
            beside = {
                m.actors[0].id
                for m in self.discourse.named
                if len(m.actors) == 1 and g.sent[m.head] == g.sent[i] and self._bound(i, m)
            }

        whom = self._whom(i)
        if whom is not None and (m := self.discourse.mention_of(whom)) is not None:
            beside = {a.id for a in m.actors}

        def fits(m: ActorMention) -> bool:
            if (
                len(m.actors) != 1
                or (m.actors[0].kind not in _PERSONS and not self._member(m))
                or not self._gender_fits(m.actors[0], gender)
                or m.actors[0].id in beside
            ):
                return False
            if m.via == "nominal" and (
                g.tag[m.head] in ("NNS", "NNPS") or (m.actors[0].kind == "unnamed" and not self._human(m))
            ):
                return False
            if quote >= 0 and self._speaks(m, i):
                return False
            if proxy and m.actors[0].id in masters:
                return False  # "a spokesman said he was ready": his master
            if telling and self._quote(m.head) >= 0:
                return False  # "Mugabe must go," he said
            return not self._bound(i, m)

        if teller is not None and not proxy and self._unheard(teller):
            m = self.discourse.covered.get(teller)
            if m is None or m.head != teller or m.actors[0].kind == "population":
                actors = m.actors if m is not None and m.head == teller else ()
                return actors, f"{g.word[i]!r} is the {g.word[teller]}, who tells it"
        beloved = self._joined(i)
        if beloved is not None and fits(beloved):
            return beloved.actors, f"{g.word[i]!r} is {beloved.actors[0].name}, named together with it"
        alike = self._alike(i)
        if alike is not None and fits(alike):
            return (
                alike.actors,
                f"{g.word[i]!r} is {alike.actors[0].name}, to whom the verb beside it is done",
            )
        credited = self._credited(i)
        if credited is not None and fits(credited):
            return credited.actors, f"{g.word[i]!r} is {credited.actors[0].name}, to whom it is credited"
        if g.dep[i] == "poss" and g.lower[i] in _REFLEXIVE and undergone is None:
            subject = self._clause_subject(i) if g.dep[g.head[i]] != "attr" else None
            m = self.discourse.mention_of(subject) if subject is not None else None
            if m is not None and m.actors and fits(m):
                return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject of its clause"
            if (
                m is None
                and subject is not None
                and self._unheard(subject)
                and self._somebody(subject, gender)
            ):
                return (), f"{g.word[i]!r} is the {g.word[subject]}, the subject of its clause"
        scored = self.discourse.weigh(i, REACH, fits)
        if g.dep[i] == "poss" and self._commanded(g.head[i]):
            scored = [s for s in scored if not self._unarmed(s[2][0])] or scored
        scored = sorted((self._lighter(s, i, outside=quote < 0) for s in scored), key=lambda s: -s[0])
        found = self.discourse.choose(scored, i)
        plain = g.dep[i] != "poss" and g.lower[i] in ("him", "her")
        if found is None and teller is not None and not plain:  # of two alike, who says it himself
            m = self.discourse.mention_of(teller)
            if m is not None and len(m.actors) == 1 and (proxy or any(s[3] is m for s in scored[:2])):
                return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, who tells it"
        return found or (None if self._by_account(i) else self._ahead(i, gender))

    def _turned_to(self, i: int, gender: str) -> ActorMention | None:
        """Who is named right before the clause that a pronoun begins: `As for the premier, Ali Sabri, he announced ...`."""
        g = self.g
        first = g.sents[g.sent[i]][0]
        first += g.lower[first] in ("and", "but")
        if g.dep[i] != "nsubj" or g.lower[first : first + 2] != ["as", "for"] or g.lower[i - 1] != ",":
            return None
        named = [
            m
            for m in self.discourse.named
            if first < m.head < i
            and len(m.actors) == 1
            and m.actors[0].kind in _PERSONS
            and m.via != "demonym"
        ]
        one = {m.actors[0].id for m in named if m.via == "name"} or {m.actors[0].id for m in named}
        who = next((m for m in reversed(named) if m.actors[0].id in one), None)
        return who if len(one) == 1 and who is not None and self._gender_fits(who.actors[0], gender) else None

    def _lighter(self, scored: Scored, i: int, *, outside: bool) -> Scored:
        """A candidate who has no name, of an earlier sentence, weighs less than one who is named there.

        So does one who is only named in somebody's words, for a pronoun `outside` of them.
        """
        weight, key, actors, m = scored
        if outside and self._quote(m.head) >= 0:
            weight *= _QUOTED
        unnamed = actors[0].kind == "unnamed" and self.g.sent[m.head] != self.g.sent[i]
        return (weight * _UNNAMED if unnamed else weight, key, actors, m)

    def _teller(self, i: int, gender: str) -> int | None:
        """The one person who says what the clause of token `i` tells: `[the fisherman] said he had waited`.

        Nobody where it is said to somebody, who may be meant as well.
        """
        g, k = self.g, i
        while g.head[k] != k and g.dep[k] != "ccomp":
            k = g.head[k]
        v = g.head[k]
        if g.dep[k] != "ccomp" or k == v or g.lemma[v] not in self.words.voicing | _THINKING:
            return None
        subject = g.child(v, "nsubj")
        if subject is None or subject > i or g.tag[subject] not in ("NN", "NNP"):
            return None
        doer = g.child(k, "nsubj", "nsubjpass")
        if g.lower[i] in ("him", "her") and g.dep[i] != "poss" and doer is not None and g.lower[doer] in HE:
            return None  # "the man said he had seen him": one of the two
        if any(self._human_noun(o) for o in (*g.objects(v), *g.datives(v)) if o < i):
            return None
        return subject if _gender(g.lemma[subject]) in ("", gender) else None

    def _human_noun(self, k: int) -> bool:
        """Whether a word may mean one person: a pronoun, somebody's name, a noun for somebody."""
        g, words = self.g, self.words
        m = self.discourse.covered.get(k)
        if g.pos[k] == "PRON" or (m is not None and any(a.kind == "person" for a in m.actors)):
            return True
        return g.tag[k] == "NN" and g.lemma[k] in words.somebody | words.described | words.one_of

    def _somebody(self, k: int, gender: str) -> bool:
        """Whether a noun is for one person, of a gender for all that it shows."""
        g, words = self.g, self.words
        lemma = g.lemma[k]
        human = lemma in words.somebody | words.described | words.one_of | words.private or bool(
            _gender(lemma)
        )
        return human and _gender(lemma) in ("", gender)

    def _speaks_for(self, teller: int, gender: str) -> bool:
        """Whether somebody tells of another whose he is: a spokesman of his master, a brother of his brother."""
        g, words = self.g, self.words
        owner = g.child(teller, "poss")
        if owner is None or g.lemma[teller] not in words.kin:
            return g.lemma[teller] in words.proxies
        m = self.discourse.mention_of(owner) if owner is not None else None
        known = self.people.known.get(m.actors[0].id) if m is not None and len(m.actors) == 1 else None
        return known is not None and known.gender == gender

    def _unheard(self, subject: int) -> bool:
        """Whether a noun brings in somebody without a name: `a fisherman`, `the widow`, `his wife`."""
        g, lemma = self.g, self.g.lemma[subject]
        if g.tag[subject] != "NN" or g.child(subject, "appos") is not None or lemma in self.words.institutes:
            return False
        kin = lemma in self.words.kin and lemma not in self.words.proxies
        return kin or any(g.lower[c] in ("a", "an", "one", "another") for c in g.children[subject])

    def _called_at(self, teller: int) -> set[str]:
        """Who a noun and the name beside it mean, by id: `his spokesman, X`."""
        spots = (teller, *self.g.all_children(teller, "appos"))
        found = [m for k in spots if (m := self.discourse.mention_of(k)) is not None]
        return {a.id for m in found for a in m.actors}

    def _of_himself(self, i: int) -> bool:
        """Whether one who speaks for another says of himself what he knows or may tell: `a spokesman said he had no details`."""
        g = self.g
        v = g.head[i]
        return g.dep[i] == "nsubj" and (
            g.lemma[v] in _KNOWING or any(g.lemma[c] in _KNOWING for c in g.children[v])
        )

    def _joined(self, i: int) -> ActorMention | None:
        """`Sergei Skripal and his daughter`: with whom somebody of his is named in one row."""
        g = self.g
        k = g.head[i]
        if g.dep[i] != "poss" or g.dep[k] != "conj" or g.is_verb(g.head[k]) or g.left[k] != i:
            return None
        m = self.discourse.mention_of(g.head[k])
        return m if m is not None and g.lower[i - 1] == "and" and m.last >= i - 3 else None

    def _commanded(self, k: int) -> bool:
        """Whether a noun is one for those whom somebody commands: `his forces`, `his side`, `his men`."""
        g = self.g
        return g.lemma[k] in self.words.commanded or (g.lemma[k] == "man" and g.tag[k] == "NNS")

    def _unarmed(self, actor: Actor) -> bool:
        """Whether somebody commands nobody: who serves the world's bodies, or only speaks for a state."""
        if actor.sector in ("IGO", "NGO", "JRN"):
            return True
        known = self.people.known.get(actor.id)
        kinds = {o for o, _ in known.offices} if known is not None else set()
        return bool(kinds) and all(o in _SPEAKING or o.partition("-")[0] in SENT for o in kinds)

    def _emphasised(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`the United Nations itself`: the name right before."""
        g = self.g
        m = self.discourse.covered.get(i - 1) if g.lower[i].endswith("self") and i else None
        if m is None or m.last != i - 1 or len(m.actors) != 1 or g.sent[m.head] != g.sent[i]:
            return None
        if g.dep[i] in ("dobj", "pobj"):
            return None
        return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, right before it"

    def _gender_fits(self, actor: Actor, gender: str) -> bool:
        known = self.people.known.get(actor.id)
        return known is None or not known.gender or known.gender == gender

    def _whom(self, i: int) -> int | None:
        """To whom the subject of a clause does what it tells, who is somebody else: `Zarif, with whom he met`."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "nsubj" or g.dep[v] != "relcl":
            return None
        below = [
            *g.all_children(v, "dobj"),
            *(k for p in g.all_children(v, "prep") for k in g.all_children(p, "pobj")),
        ]
        return g.head[v] if any(g.lower[k] in ("whom", "who") for k in below) else None

    def _undergone(self, i: int) -> int | None:
        """The subject who calls for what another undergoes: `the UN demanded his release`; no own one."""
        g = self.g
        k = g.head[i]
        if g.dep[i] != "poss":
            return None
        if g.lemma[k] in _DEATHS:
            return self._clause_subject(i)  # "vowed revenge for his death": whoever does so lives
        somebody = g.lemma[k] in self.words.somebody or self._commanded(k)
        if g.dep[k] == "dobj" and g.lemma[g.head[k]] in _OF_OTHERS and not somebody:
            return self._clause_subject(i)  # "praised his courage"
        always = g.lemma[k] in self.words.undergone
        if not (always or g.lemma[k] in self.words.willed):
            return None
        verbs = self.words.demanding if always else self.words.insisting
        while g.dep[k] in ("conj", "dobj", "pobj", "prep", "pcomp") and g.head[k] != k:
            k = g.head[k]
            if g.is_verb(k):
                subject = self._clause_subject(i)
                return subject if g.lemma[k] in verbs else None
        return None

    def _credited(self, i: int) -> ActorMention | None:
        """`X thanked Y for his help`: the object of a verb of credit or blame owns what follows `for`."""
        g = self.g
        if g.dep[i] != "poss":
            return None
        k = g.head[i]
        while g.dep[k] in ("conj", "pobj", "pcomp", "dobj", "poss") and g.head[k] != k:
            k = g.head[k]
            if g.dep[k] == "prep" and g.lower[k] in ("for", "of", "over", "on", "against"):
                v = g.head[k]
                if g.is_verb(v) and g.lemma[v] in self.words.credit_verbs:
                    objects = [o for o in g.objects(v) if o < i]
                    return self.discourse.mention_of(objects[0]) if objects else None
                return None
        return None

    def _human(self, m: ActorMention) -> bool:
        """Whether an unnamed actor is one person (`a senior official`), no thing or body."""
        if self.g.lower[m.head] in self.words.institutes:
            return False
        return (self.g.tag[m.head] == "NN" and (m.actors[0].sector or "") not in ("MIL",)) or self.g.lower[
            m.head
        ].endswith(("man", "woman", "er", "or", "ian", "ist", "ant"))

    def _member(self, m: ActorMention) -> bool:
        """Whether one person stands for his body (`a NATO official`, `the Hamas spokesman`)."""
        g = self.g
        return m.via == "nominal" and g.tag[m.head] == "NN" and g.lemma[m.head] in self.words.one_of

    def _speaks(self, m: ActorMention, i: int) -> bool:
        """Whether a mention outside the quotation of token `i` is its speaker, who would say `I`."""
        g = self.g
        if self._quote(m.head) >= 0:
            return False
        top = self.discourse.top(m.head)
        v = g.head[top]
        return (
            g.dep[top] == "nsubj"
            and g.is_verb(v)
            and g.sent[v] == g.sent[i]
            and (g.lemma[v] in ("say", "tell", "add", "note", "state", "declare", "stress", "ask", "write"))
        )

    def _tells(self, i: int) -> bool:
        """Whether a pronoun is who says a quotation of its sentence, or the one right before."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "nsubj" or not g.is_verb(v) or g.lower[v] not in words("sayings") | _SAYS:
            return False
        first, last = g.sents[g.sent[i]]
        begin, end = g.start[max(0, first - 2)], g.end[last - 1]
        return any(a < end and begin <= b for a, b in self.quotes)

    def _quote(self, i: int) -> int:
        """The quotation that a token lies in, -1 when none."""
        at = self.g.start[i]
        return next((k for k, (a, b) in enumerate(self.quotes) if a <= at < b), -1)

    def _ahead(self, i: int, gender: str) -> tuple[tuple[Actor, ...], str] | None:
        """`In his speech, Obama said`: a possessive in a phrase before its clause's subject."""
        g = self.g
        if g.dep[i] not in ("poss", "nsubj"):
            return None
        k = i
        while g.head[k] != k and not (g.is_verb(k) and g.dep[k] == "ROOT"):
            up = g.head[k]
            if g.is_verb(up) and g.dep[k] in ("prep", "advcl") and k < up:
                subject = g.child(up, "nsubj", "nsubjpass")
                if subject is not None and subject > i and subject not in range(g.left[k], g.right[k] + 1):
                    m = self.discourse.covered.get(subject)
                    if (
                        m is not None
                        and len(m.actors) == 1
                        and m.actors[0].kind == "person"
                        and self._gender_fits(m.actors[0], gender)
                    ):
                        return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject after it"
            k = up
        return None

    def body(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`it`, `its`: the body that is subject before, unless a thing stands nearer."""
        g = self.g
        emphasised = self._emphasised(i)
        if emphasised is not None:
            return emphasised
        if g.dep[i] == "expl":
            return None
        if g.lower[i] == "itself":
            return self._oneself(i)
        v = g.head[i]
        if g.lower[i] == "it" and g.is_verb(v):
            if (
                (g.lemma[v] in _WEATHER and not self._takes(v))
                or (g.is_passive(v) and not self._reported(i, v))
                or (g.lemma[v] == "be" and g.dep[i] == "nsubj" and not self._has_will(v))
            ):
                return None  # "it is important that", "it was noted"
            if g.dep[i] == "dobj" and any(
                g.dep[c] in ("ccomp", "xcomp", "oprd", "acomp") for c in g.children[v]
            ):
                return None  # "made it clear that"
        if g.lower[i] == "it" and g.dep[i] in ("pobj", "dobj"):
            return None  # as often a thing as a body
        told = self._told(i)
        if told is not None and len(told.actors) == 1 and told.actors[0].kind in BODIES:
            return told.actors, f"{g.word[i]!r} is {told.actors[0].name}, to whom it is said"
        accused = self._accused(i)
        if accused is not None:
            return accused.actors, f"{g.word[i]!r} is {accused.actors[0].name}, on whom it is done"
        if self._by_account(i) and (whose := self._accountable(i)) is not None:
            return whose
        ahead = self._body_ahead(i)
        if ahead is not None:
            return ahead.actors, f"{g.word[i]!r} is {ahead.actors[0].name}, the subject after it"
        if g.lower[i] == "its" and g.dep[i] == "poss":
            owner = self._clause_subject(i)
            if owner is not None and g.tag[owner] in ("NNS", "NNPS") and not self._named(owner):
                owner = None  # "five missiles fell in its zone"
            if owner is not None:
                m = self.discourse.mention_of(owner)
                person = m is not None and len(m.actors) == 1 and m.actors[0].kind == "person"
                if m is None or len(m.actors) != 1 or (m.actors[0].kind not in BODIES and not person):
                    return None
                victim = self._harmed_by(i, m)
                if victim is not None:
                    return victim.actors, f"{g.word[i]!r} is {victim.actors[0].name}, whose they harm"
                if not person:
                    return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, the subject of its clause"

        does = g.dep[i] == "nsubj" and g.is_verb(v)
        deed = does and g.lemma[v] not in self.words.voicing
        acts = does and g.lemma[v] not in _REPORTING

        def fits(m: ActorMention) -> bool:
            if len(m.actors) != 1 or m.locative or m.via == "demonym":
                return False
            if m.actors[0].kind not in BODIES and g.lower[m.head] not in self.words.institutes:
                return False
            if deed and self._credits(m, i):
                return False
            if does and self._dealt_with(m, v):
                return False
            if acts and m.actors[0].sector == "JRN":
                return False
            return (
                g.tag[m.head] not in ("NNS",)
                and not self._bound(i, m)
                and g.dep[self.discourse.top(m.head)] in ("nsubj", "nsubjpass", "poss", "pobj", "dobj")
            )

        scored = self.discourse.weigh(i, 1, fits)
        if not scored or self._thing_between(scored[0][3], i):
            return None
        return self.discourse.choose(scored, i)

    def _dealt_with(self, m: ActorMention, v: int) -> bool:
        """Whether it is to whom a mention names that a verb is done, so that he does not do it: `It warned [Tehran]`."""
        g = self.g
        others = [*g.objects(v), *g.datives(v), *g.prep_objects(v, "on", "to", "with", "against", "from")]
        own = {a.id for a in m.actors}
        found = (self.discourse.mention_of(k) for k in others if k > v)
        return any(o is not None and o.via != "pronoun" and own == {a.id for a in o.actors} for o in found)

    def _credits(self, m: ActorMention, i: int) -> bool:
        """Whether a mention is only who is credited with the sentence before: `Iran built a plant, [the IAEA] said. It enriched ...`."""
        g = self.g
        v = g.head[m.head]
        told = g.child(v, "ccomp")
        before = g.sent[m.head] != g.sent[i] and g.dep[m.head] == "nsubj" and g.lemma[v] in self.words.voicing
        return before and told is not None and told < m.first

    def _named(self, i: int) -> bool:
        """Whether a plural is the name of one body: `the United Nations`."""
        m = self.discourse.mention_of(i)
        return m is not None and m.via in ("name", "metonym", "role")

    def _by_account(self, i: int) -> bool:
        """Whether a sentence opens with whose account it gives: `According to [its] data`, `By [his] words`."""
        g, noun = self.g, self.g.head[i]
        opens = g.sents[g.sent[i]][0] + _OPENING >= i
        fits = g.lemma[noun] in (_THOUGHTS if g.lower[i - 1] == "in" else _ACCOUNTS | _THOUGHTS)
        return opens and g.dep[i] == "poss" and fits and g.lower[i - 1] in _CREDITED

    def _accountable(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """The body whose account a sentence gives: who speaks or is told of as the subject of the one before."""
        g = self.g
        if not g.sent[i]:
            return None
        root = next((v for v in range(*g.sents[g.sent[i] - 1]) if g.head[v] == v), None)
        subject = g.child(root, "nsubj", "nsubjpass") if root is not None else None
        if subject is None:
            return None
        inside = [m for m in self.discourse.named if g.left[subject] <= m.head <= g.right[subject]]
        own = next((m for m in inside if m.head == subject), None) or (inside[0] if inside else None)
        if own is None or len(own.actors) != 1 or own.actors[0].kind not in BODIES:
            return None
        return own.actors, f"{g.word[i]!r} is {own.actors[0].name}, whose account it is"

    def _body_ahead(self, i: int) -> ActorMention | None:
        """`As its troops advanced, the government said`: the subject after a clause that opens the sentence."""
        g = self.g
        if g.lower[i] != "its" or g.dep[i] != "poss":
            return None
        k = i
        while g.head[k] != k:
            up = g.head[k]
            if g.is_verb(up) and g.dep[k] in ("prep", "advcl") and k < up:
                subject = g.child(up, "nsubj", "nsubjpass")
                opens = g.left[k] <= g.sents[g.sent[i]][0] + 1
                if subject is None or subject < i or not opens:
                    return None
                m = self.discourse.covered.get(subject)
                fits = m is not None and m.head == subject and len(m.actors) == 1
                return m if fits and m is not None and m.actors[0].kind in BODIES else None
            k = up
        return None

    def _told(self, i: int) -> ActorMention | None:
        """`warned the army that it faces sanctions`: the hearer, who is subject of what is said."""
        g = self.g
        v = g.head[i]
        u = g.head[v]
        if g.dep[i] not in ("nsubj", "nsubjpass") or g.dep[v] != "ccomp" or g.lemma[u] not in _TELLING:
            return None
        hearers = [k for k in g.objects(u) if k < i]
        return self.discourse.mention_of(hearers[0]) if len(hearers) == 1 else None

    def _accused(self, i: int) -> ActorMention | None:
        """`imposed sanctions on the North over its tests`: who is punished or blamed owns what follows `over`, `for`."""
        g = self.g
        if g.lower[i] != "its" or g.dep[i] != "poss":
            return None
        k = g.head[i]
        while g.dep[k] in ("conj", "pobj", "pcomp", "dobj", "poss") and g.head[k] != k:
            k = g.head[k]
            if g.dep[k] == "prep" and g.lower[k] in ("over", "for", "after", "because", "on"):
                break
        v = g.verb_over(g.head[k])
        wished = g.lower[k] == "on" and g.lemma[v] in ("congratulate", "compliment", "commend", "felicitate")
        if g.dep[k] != "prep" or not (wished or g.lower[k] in ("over", "for", "because")):
            return None
        if not g.is_verb(v) or g.lemma[v] not in self.words.credit_verbs | self.words.punishing:
            return None
        struck = [o for o in g.objects(v) if o < i] + [
            p for n in (v, *g.objects(v)) for p in g.prep_objects(n, "on", "against") if p < i
        ]
        for o in struck:
            m = self.discourse.mention_of(o)
            if m is not None and len(m.actors) == 1 and m.actors[0].kind in BODIES:
                return m
        return None

    def _asked(self, i: int, m: ActorMention) -> bool:
        """Whether a pronoun is asked to do a thing by whom a mention names: `China sent a note, demanding [it] to leave`."""
        g = self.g
        v = g.head[i]
        u = g.head[v]
        if g.dep[i] != "nsubj" or g.tag[v] != "VB" or g.dep[v] != "ccomp" or not g.is_verb(u):
            return False
        helped = {g.lower[a] for a in g.auxiliaries(v)}
        if "to" not in helped and (helped or g.lemma[u] not in self.words.demanding):
            return False
        own = {(x.id, x.country) for x in m.actors}
        for asker in (self.discourse.mention_of(s) for s in g.subjects(u)):
            for x in asker.actors if asker is not None else ():
                if any(x.id == id_ or (x.country is not None and x.country == code) for id_, code in own):
                    return True
        return False

    def _oneself(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`distanced itself from`: who does it, nobody else."""
        g = self.g
        v = g.verb_over(i)
        if g.dep[i] in ("nsubj", "nsubjpass") and g.head[v] != v and g.is_verb(g.head[v]):
            v = g.head[v]  # "called himself the winner"
        subjects = [s for s in g.subjects(v) if s != i]
        m = self._who_is(subjects[0]) if len(subjects) == 1 else None
        if m is None or len(m.actors) != 1:
            return None
        return m.actors, f"{g.word[i]!r} is {m.actors[0].name}, who does it"

    def _who_is(self, subject: int) -> ActorMention | None:
        """The mention of a subject, or of the one name beside it: `his rival [X] called himself the winner`."""
        m = self.discourse.mention_of(subject)
        if m is not None and m.head == subject:
            return m
        beside = [
            n
            for c in self.g.all_children(subject, "appos")
            if (n := self.discourse.covered.get(c)) is not None
        ]
        return beside[0] if len(beside) == 1 and beside[0].via == "name" else None

    def _has_will(self, v: int) -> bool:
        """Whether a copula's predicate is one that only somebody can be: `it is ready to`, `it was willing`."""
        g = self.g
        return any(g.dep[c] in ("acomp", "attr") and g.lemma[c] in _WILLING for c in g.children[v])

    def _reported(self, i: int, v: int) -> bool:
        """Whether a passive with `it` is what its own speaker says of itself: `the ministry said it was attacked`."""
        g = self.g
        up = g.head[v]
        if (
            g.dep[v] != "ccomp"
            or not g.is_verb(up)
            or any(g.dep[c] in ("ccomp", "xcomp", "advcl") for c in g.children[v])
        ):
            return False
        subject = g.child(up, "nsubj")
        return (
            subject is not None
            and subject < i
            and g.lemma[up] in ("say", "add", "claim", "insist", "complain", "deny", "admit")
        )

    def _takes(self, v: int) -> bool:
        """Whether a verb of taking or turning has an object that is no time: `it had taken Goma`, not `it took three days`."""
        g = self.g
        objects = g.objects(v)
        return g.lemma[v] in ("take", "turn") and any(g.lemma[o] not in _TIMES for o in objects)

    def _thing_between(self, m: ActorMention, i: int) -> bool:
        """Whether a singular noun that is no actor stands as a subject between a candidate and a pronoun."""
        g = self.g
        return any(
            g.dep[k] in ("nsubj", "nsubjpass")
            and g.tag[k] in ("NN", "NNP")
            and g.pos[k] != "PRON"  # "nobody"
            and k not in self.discourse.covered
            and not g.left[k] <= i <= g.right[k]  # "none of its troops took part"
            and not self._only_said(k, m, i)
            for k in range(m.head + 1, i)
        )

    def _only_said(self, k: int, m: ActorMention, i: int) -> bool:
        """Whether a thing is only told of in what a candidate says or does: `The EU warned that a veto would cost it aid. Its envoy ...`."""
        g = self.g
        if any(g.lower[a] == "would" for a in g.auxiliaries(g.head[i])):
            return False  # "China said the dam was safe. It would cost two billions"
        top = g.head[self.discourse.top(m.head)]
        clause = g.head[k]
        while g.head[clause] not in (clause, top):
            clause = g.head[clause]
        inside = g.left[clause] <= i <= g.right[clause]
        return g.is_verb(top) and g.head[clause] == top and clause != top and not inside

    def several(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`they`, `their`: a coordinated subject, else the plural that weighs most, else who were together."""
        g = self.g
        alike = self._alike(i) if g.lower[i] == "them" else None
        if alike is not None and alike.actors and self._plural(alike):
            names = " and ".join(a.name for a in alike.actors)
            return alike.actors, f"{g.word[i]!r} is {names}, to whom the verb beside it is done"
        helped = self._helped(i)
        if helped is not None:
            return helped.actors, f"{g.word[i]!r} is {helped.actors[0].name}, who is helped"
        pair = self._within(i) or self._coordinated_subject(i) or self.sets.row(i)
        if pair is not None:
            return pair

        def fits(m: ActorMention) -> bool:
            return (
                not m.locative and self._plural(m) and not self._bound(i, m) and m.actors[0].sector != "JRN"
            )

        def many(m: ActorMention) -> bool:
            return fits(m) and not self._one_body(m)

        if self._of_others(i):
            return None
        reach = 2 if g.lower[i] == "they" else 1
        scored = self.discourse.weigh(i, reach, fits)
        if g.dep[i] == "poss" and scored and self._one_body(scored[0][3]):
            scored = (
                self.discourse.weigh(i, 0, many) or scored
            )  # "the government said residents joined their protest"
        found = self.discourse.choose(scored, i)
        if found is not None and not self._things_between(scored[0][3].head, i):
            return found
        return self.sets.together(i)

    def _helped(self, i: int) -> ActorMention | None:
        """Those who are helped in what they do: `discussed support for [the people of Mali] as they rebuild`."""
        g = self.g
        v = g.head[i]
        mark = g.child(v, "mark")
        if g.dep[v] == "conj":
            mark = mark if mark is not None else g.child(g.head[v], "mark")
        if g.dep[i] != "nsubj" or mark is None or g.lower[mark] not in ("as", "while") or mark > i:
            return None
        for m in reversed(self.discourse.named):
            if g.sent[m.head] != g.sent[i] or m.head > mark or len(m.actors) != 1 or not self._plural(m):
                continue
            k = self.discourse.top(m.head)
            if g.dep[k] == "pobj" and g.lower[g.head[k]] == "of":
                k = g.head[g.head[k]]  # "the people of Mali", named by their land
            p = g.head[k]
            given = (
                g.dep[k] == "pobj" and g.lower[p] in ("for", "to", "with") and g.lemma[g.head[p]] in _HELPING
            )
            if given or (g.dep[k] == "dobj" and g.lemma[p] in _HELPING):
                return m
        return None

    def _within(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`In the Kremlin they believe`: the state or body in which, as translations have it, one speaks."""
        g = self.g
        v, first = g.head[i], g.sents[g.sent[i]][0]
        if g.lower[i] != "they" or g.dep[i] != "nsubj":
            return None
        for p in (k for k in g.children[v] if g.dep[k] == "prep" and first <= k < i and k - first <= 1):
            for k in g.all_children(p, "pobj") if g.lower[p] in ("in", "at") else ():
                m = self.discourse.covered.get(k)
                if m is not None and len(m.actors) == 1 and m.actors[0].kind in _SPEAKING_BODIES:
                    return m.actors, f"{g.word[i]!r} are those in {m.actors[0].name}"
        return None

    def _of_others(self, i: int) -> bool:
        """Whether a sentence that begins with `they` goes on about people who are no actors: `Two women were held. They ...`."""
        g = self.g
        if g.lower[i] != "they" or g.dep[i] not in ("nsubj", "nsubjpass") or not g.sent[i]:
            return False
        first, last = g.sents[g.sent[i] - 1]
        if any(g.is_verb(k) for k in range(g.sents[g.sent[i]][0], i)):
            return False
        top = next((k for k in range(first, last) if g.head[k] == k), first)
        subject = g.child(top, "nsubj", "nsubjpass")
        return subject is not None and g.lemma[subject] in _FOLK and subject not in self.discourse.covered

    def _plural(self, m: ActorMention) -> bool:
        g = self.g
        if len(m.actors) != 1:
            return len(m.actors) > 1
        if g.lower[m.head] in THEY:
            return True
        actor = m.actors[0]
        if g.tag[m.head] in ("NNS", "NNPS") and m.via in ("nominal", "demonym"):
            return True
        if actor.kind == "armed group" or (actor.kind == "population" and not self._single(m)):
            return True
        return self._one_body(m)

    def _single(self, m: ActorMention) -> bool:
        """Whether an adjective of a people stands for one of it: `at least one ethnic Albanian`."""
        g = self.g
        return m.via == "demonym" and any(g.lower[c] in ("one", "a", "an") for c in g.children[m.head])

    def _one_body(self, m: ActorMention) -> bool:
        """Whether a mention is a body that is spoken of in the singular, too: `the government`, `police`."""
        return (
            self.g.lemma[m.head] in _COLLECTIVE
            and m.via in ("nominal", "name")
            and m.actors[0].kind == "government body"
        )

    def _things_between(self, a: int, i: int) -> bool:
        """Whether a plural noun that is no actor stands as a subject between a candidate and `they`."""
        g = self.g
        return any(
            g.dep[k] in ("nsubj", "nsubjpass") and g.tag[k] == "NNS" and k not in self.discourse.covered
            for k in range(a + 1, i)
        )

    def _coordinated_subject(self, i: int) -> tuple[tuple[Actor, ...], str] | None:
        """`Putin and Macron ... they`: a coordinated subject in this sentence or the one before."""
        g = self.g
        k = bisect_left(self.discourse.heads, i)
        seen: set[int] = set()
        for m in reversed(self.discourse.named[:k]):
            if g.sent[i] - g.sent[m.head] > 1:
                break
            top = self.discourse.top(m.head)
            if top in seen or g.dep[top] not in ("nsubj", "nsubjpass"):
                continue
            seen.add(top)
            heads = set(g.noun_conjuncts(top))
            if len(g.noun_conjuncts(top)) < 2:
                if not self._plural(m) and g.sent[m.head] == g.sent[i]:
                    continue
                if self._plural(m):
                    return None
                continue
            actors = {
                a.id: a
                for n in self.discourse.named
                if n.head in heads and n.via != "pronoun"
                for a in n.actors
            }
            if len(actors) > 1:
                return tuple(
                    actors.values()
                ), f"{g.word[i]!r} are {' and '.join(a.name for a in actors.values())}"
        return None

    def _clause_subject(self, i: int) -> int | None:
        """The subject of the clause in which a possessive stands outside the subject itself."""
        g = self.g
        k = i
        while g.head[k] != k and not g.is_verb(k):
            if g.dep[k] in ("nsubj", "nsubjpass"):
                return None
            k = g.head[k]
        if not g.is_verb(k):
            return None
        called = self._called_on(k)
        if called is not None:
            return called
        subject = g.surface_subject(k) if not g.is_passive(k) else g.child(k, "nsubjpass")
        if subject is None:
            subjects = g.subjects(k)
            subject = subjects[0] if len(subjects) == 1 else None
        return subject if subject is not None and subject < i else None

    def _called_on(self, v: int) -> int | None:
        """Who is to do what a verb says: `X called on Y to withdraw its troops`."""
        g = self.g
        up = g.head[v]
        if g.dep[v] not in ("xcomp", "advcl", "ccomp") or g.lemma[up] not in _CALLS:
            return None
        if g.child(v, "aux") is None or g.tag[v] != "VB" or g.child(v, "nsubj") is not None:
            return None
        called = [k for k in g.prep_objects(up, "on", "upon", "to") if k < v]
        return called[0] if len(called) == 1 else None

    def _alike(self, i: int) -> ActorMention | None:
        """`police seized X and freed him`: the object of the verb with which that of a pronoun is coordinated."""
        g = self.g
        v = g.head[i]
        if g.dep[i] != "dobj" or g.dep[v] != "conj" or not g.is_verb(g.head[v]):
            return None
        if g.child(v, "nsubj", "nsubjpass") is not None:
            return None
        objects = g.objects(g.head[v])
        return self.discourse.mention_of(objects[0]) if len(objects) == 1 and objects[0] < i else None

    def _harmed_by(self, i: int, doer: ActorMention) -> ActorMention | None:
        """Whose what is harmed below a clause is, as nobody harms his own: `[India] struck after Pakistan killed two of [its] men`."""
        g = self.g
        v = g.verb_over(i)
        if g.lemma[v] not in self.words.harming or g.is_passive(v) or g.lower[i + 1] == "own":
            return None
        above = v
        while g.head[above] != above:
            above = g.head[above]
            if not g.is_verb(above):
                continue
            for s in g.subjects(above):
                m = self.discourse.mention_of(s)
                if m is not None and len(m.actors) == 1 and m.actors[0].kind in BODIES:
                    other = (m.actors[0].id, m.actors[0].country) != (
                        doer.actors[0].id,
                        doer.actors[0].country,
                    )
                    return m if other else None
        return None

    def _bound(self, i: int, m: ActorMention) -> bool:
        """Whether a plain object pronoun stands beside a mention in one clause, and so cannot mean it."""
        g = self.g
        if g.lower[i] in _REFLEXIVE and not (g.lower[i] == "her" and g.dep[i] != "poss"):
            # "his" is not the owner phrase that holds it, nor whom that phrase describes ("X, his friend")
            if g.dep[i] != "poss":
                return False
            if g.dep[g.head[i]] == "appos" and g.head[g.head[i]] == m.head:
                return True
            return g.left[m.head] <= i <= g.right[m.head] and g.head[i] == m.head
        if g.lower[i] in ("he", "she", "they", "it"):
            return self._asked(i, m)
        v = g.head[i] if g.is_verb(g.head[i]) else g.head[g.head[i]]
        while g.dep[v] == "conj" and not g.is_verb(v):
            v = g.head[v]
        while g.dep[v] in ("pobj", "prep", "dobj") and not g.is_verb(v) and g.child(v, "poss") is None:
            v = g.head[v]  # "issued threats against him", "held four hours of talks with him"
        top = self.discourse.top(m.head)
        if v == (g.head[top] if g.dep[top] != "pobj" else g.head[g.head[top]]):
            return True
        # "they had held nine men, accusing them": who accuses is somebody else
        participle = (g.dep[v] == "advcl" and g.tag[v] == "VBG") or (
            g.dep[v] in ("conj", "xcomp")
            and g.child(v, "nsubj", "nsubjpass") is None
            and g.dep[g.head[v]] != "relcl"  # "arrested activists who landed and will deport them"
        )  # "invited Putin and met him": who met him is not who was met
        doers = (self.discourse.mention_of(s) for s in g.subjects(v)) if participle else ()
        return any(d is not None and {a.id for a in d.actors} & {a.id for a in m.actors} for d in doers)


def _gender(noun: str) -> str:
    """The gender that a noun for one person shows, empty when none."""
    if noun in _FEMALE or noun.endswith("woman"):
        return "f"
    return "m" if noun in _MALE or noun.endswith("man") else ""
