"""Acts that answer one told just before: whose offer is refused, whose deed condemned or welcomed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from dragoman.actors import knowledge_base
from dragoman.coding.coded import Coded
from dragoman.coding.opponents import STATE, side, sides
from dragoman.coding.participants import Found, Participants, countries_of, nameless, nouns, unique
from dragoman.language import Grammar
from dragoman.schema import Actor

# Acts by which one answers another's, and how many sentences back that may be told.
ANSWERING = frozenset({"REJECT", "ACCUSE", "SUPPORT", "AGREE"})
REACH = 2
# Acts that are always done to somebody, of whom the story has spoken if the clause does not.
STORIED = frozenset({"SANCTION", "THREATEN", "AID"})
# Acts that one state does to another, not to itself.
_TURNING = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SANCTION", "SUPPORT", "AID", "AGREE"})
# Acts with which one answers what was done to oneself.
RETORTS = frozenset({"REJECT", "ACCUSE"})
MUCH = 4  # times that a text names the state that it is about, at least
# What a word for a proposal, or for a deed without saying which, may refer to.
_PROPOSED = frozenset({"REQUEST", "AGREE"})
_ASKED = {"REJECT": _PROPOSED, "AGREE": frozenset({"REQUEST"})}
_AGREED = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_STORY = 6  # sentences back that a word for a kind of deed may refer
_STEM = 4  # letters at least that a verb and its noun share
_ENDING = 2  # letters that the shorter of the two may have beyond that
_DONE = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "CONCEDE", "AID", "REJECT", "SUPPORT"}
)
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"})
_AGAINST = _HARMFUL | {"ACCUSE", "REJECT", "REQUEST"}
_POSTED = frozenset({"ambassador", "envoy", "d'affaires", "consul", "chargé"})
_DISMISSING = frozenset(
    {"sack", "dismiss", "fire", "oust", "remove", "replace", "depose", "suspend", "arrest"}
)
# Words before `sides` and `parties` that mean each of those told.
_BOTH = frozenset({"both", "two", "all"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
# Entries of leaving an accord or a body.
_LEAVING = "sanction.leave"
# Acts in words that those who do not govern address to their own government, if they name nobody, and their sectors.
_VOICED = frozenset({"ACCUSE", "REQUEST", "REJECT"})
_GOVERNED = frozenset({"OPP", "PTY", "CVL", "LAB", "REL", "EDU", "JRN", "AGR", "SOC", "MED"})


class Answers:
    """Finds the party to whose act another one answers."""

    def __init__(
        self, g: Grammar, people: Participants, act_at: Callable[[int], tuple[str, str | None] | None]
    ) -> None:
        self.g = g
        self.people = people
        self.act_at = act_at

    def settle(self, one: Coded, before: Sequence[Coded]) -> None:
        """Give an answer that names nobody the doers of what it answers: `The army raided a mosque. Iran condemned the raid.`

        `before`: the acts coded before it, in text order.
        """
        g, v = self.g, one.trigger
        if one.act not in ANSWERING or one.recipients or one.mode == "investigate":
            return
        if one.act == "SUPPORT" and g.lemma[v] in nouns()["signing"]:
            return  # an accord that one signs is one's own
        things = self._things(one)
        mute = self._mute(one)
        if not things and not mute:
            return
        own = sides(one.actors)
        about = {g.lemma[k] for o in things for k in g.prep_objects(o, "on", "about", "over", "regarding")}
        akin = [told for told in reversed(before) if about & self._touched(told)] if about else []
        for told in (*akin, *reversed(before)):
            accord = one.act == "SUPPORT" and any(g.lemma[o] in nouns()["welcomed_accords"] for o in things)
            if accord and not self._accord(told):
                continue  # whose accord it is that is welcomed, only one between two tells
            near = accord or any(told is t for t in akin) or g.sent[v] - g.sent[told.trigger] <= REACH
            if not near and not any(self._akin(told, o) or self._names(told, o) for o in things):
                continue
            if told.trigger >= v or not told.actors or told.status.status == "hypothetical":
                continue
            met = told.act == "CONSULT"
            if bool(own & sides([*told.actors, *(told.recipients if met else [])])) != met:
                if not self._at_home(one, told):
                    continue  # one walks out of talks of one's own, and answers what others did
                one.recipients = [
                    Found(f.actor, f.token, f.span, f"{g.word[told.trigger]!r} was told before", False)
                    for f in unique(told.actors)
                ]
                return
            asked = told.act in _ASKED.get(one.act, ()) and own & sides(told.recipients)
            here = one.act != "AGREE" and g.sent[v] == g.sent[told.trigger]
            if (mute and (asked or here)) or any(self._refers(one, told, o) for o in things):
                doers = [*told.actors, *told.recipients] if met else told.actors
                why = f"{g.word[told.trigger]!r} was told before"
                one.recipients = [
                    Found(f.actor, f.token, f.span, why, False)
                    for f in unique(doers)
                    if not nameless([f]) and side(f.actor) not in own
                ]
                return

    def _touched(self, told: Coded) -> set[str]:
        """The things that an act was done to, by which an answer may point back to it: `the decision on the [accords]`."""
        g = self.g
        return {g.lemma[o] for o in g.objects(told.trigger)} if g.is_verb(told.trigger) else set()

    def _at_home(self, one: Coded, told: Coded) -> bool:
        """Whether a refusal is of what others at home have just asked: `The deputies demanded his expulsion. The government refused`."""
        g, v = self.g, one.trigger
        near = 0 <= g.sent[v] - g.sent[told.trigger] <= 1 and told.act == "REQUEST" and one.act == "REJECT"
        asked = {f.actor.id for f in told.actors}
        at_home = countries_of(told.actors) == countries_of(one.actors) == countries_of(told.recipients)
        answer = self._mute(one) or any(self._points_back(o) for o in g.objects(v))
        return near and at_home and answer and not asked & {f.actor.id for f in one.actors}

    def _points_back(self, o: int) -> bool:
        """Whether a relative pronoun takes up what was told before it: `asked for a share, which ministers refused`."""
        g = self.g
        return g.lower[o] in ("which", "what") and g.tag[o] in ("WDT", "WP")

    def _accord(self, told: Coded) -> bool:
        """Whether an act told before is one by which two parties come to terms with each other."""
        terms = told.act in _AGREED or (told.act, told.mode) == ("RETREAT", "ceasefire")
        return terms and len(sides(told.actors)) > 1 and not told.recipients

    def part(self, one: Coded, before: Sequence[Coded]) -> None:
        """Give an act that a minister of a state would do to that very state to the one who acted just before.

        `Buenos Aires rejected it, and the foreign minister accused London`: an office without its country is not of
        the country that it turns against, nor of that whose ambassador it summons. Whom one dismisses is of one's own
        country: `The king of Nepal sacked the prime minister`.
        """
        self._own_official(one)
        self._their_authorities(one, before)
        if one.act not in _TURNING or not one.recipients or len(one.actors) != 1:
            return
        f = one.actors[0]
        if f.actor.country is None or not (f.actor.sector in STATE and self._bare(f)):
            return
        if not all(o.actor.country == f.actor.country and self._foreign(o) for o in one.recipients):
            return
        for state in self._others(one, f.actor.country, before[-3:]):
            why = f"{self.g.lower[f.token]!r} turns against {f.actor.country}, so is of another state"
            one.actors = [self._official(state, f, why)]
            return

    def _their_authorities(self, one: Coded, before: Sequence[Coded]) -> None:
        """Give bare authorities on whom another state's officials turn to the state that these turned against before.

        `The Danish minister condemned the trial in Chad and called on the authorities to free him`.
        """
        if one.act not in ("REQUEST", "ACCUSE") or len(one.recipients) != 1 or not one.actors:
            return
        o = one.recipients[0]
        if self.g.lemma[o.token] not in ("authority", "authorities"):
            return
        home = {f.actor.country for f in one.actors}
        official = o.actor.sector in STATE and o.actor.kind != "person" and self._bare(o)
        if home != {o.actor.country} or not official or any(f.actor.sector not in STATE for f in one.actors):
            return
        told = self._turned_against(one, before)
        if told is not None and self.g.sent[told.trigger] != self.g.sent[one.trigger]:
            return
        states = {f.actor.country for f in told.recipients} if told is not None else set()
        state = knowledge_base().state(next(iter(states)) or "") if len(states) == 1 else None
        if state is not None:
            why = f"{self.g.lower[o.token]!r} are of whom one turned against before"
            one.recipients = [self._official(state, o, why)]

    def _others(self, one: Coded, country: str, before: Sequence[Coded]) -> Iterator[Actor]:
        """States other than one whose minister an act seems to be by: who acted just before or whom that state hurt, else where the story is set."""
        for told in reversed(before):
            if self.g.sent[one.trigger] - self.g.sent[told.trigger] > 1:
                break
            doers = {o.actor.country for o in told.actors}
            hurt = told.act in _HARMFUL and doers == {country}
            home = {o.actor.country for o in told.recipients} if hurt else doers
            state = knowledge_base().state(next(iter(home)) or "") if len(home) == 1 else None
            if state is not None and state.country != country:
                yield state
        for o in self.people.setting():
            if o.actor.country != country:
                yield o.actor

    def _foreign(self, o: Found) -> bool:
        """Whether somebody stands for a state to another one: the state itself, its ambassador there."""
        office = o.actor.office or ""
        return o.actor.kind == "state" or self.g.lemma[o.token] in _POSTED or office.startswith("ambassador")

    def _own_official(self, one: Coded) -> None:
        """Give a dismissed office that is named without its country to the country of who dismisses it."""
        if one.act != "SANCTION" or self.g.lemma[one.trigger] not in _DISMISSING:
            return
        home = {f.actor.country for f in one.actors}
        state = knowledge_base().state(next(iter(home)) or "") if len(home) == 1 else None
        if state is None or len(one.recipients) != 1:
            return
        o = one.recipients[0]
        if o.actor.country in home or not (o.actor.sector in STATE and self._bare(o)):
            return
        one.recipients = [self._official(state, o, f"{self.g.lower[o.token]!r} is of who dismisses him")]

    def _official(self, state: Actor, f: Found, why: str) -> Found:
        """Somebody of an office as one of another state."""
        word = self.g.lower[f.token]
        other = knowledge_base().state(f.actor.country or "")
        named = other is not None and f.actor.name.endswith(f" of {other.name}")
        office = f.actor.name.removesuffix(f" of {other.name}") if other is not None and named else word
        actor = Actor(
            id=f"{state.id}-gov-{word}".lower(), name=f"{office} of {state.name}", kind="unnamed",
            country=state.country, sector="GOV",
        )  # fmt: skip
        return Found(actor, f.token, f.span, why, False)

    def _bare(self, f: Found) -> bool:
        """Whether a phrase names an office without its country: `the foreign minister`, `the Ministry of Foreign Affairs`."""
        g = self.g
        if g.lemma[f.token] == "ministry":
            return not self.people.names_state(f.token, f.actor.country)
        return (
            g.pos[f.token] == "NOUN"
            and not any(
                g.pos[k] == "PROPN" or g.dep[k] in ("poss", "appos", "prep") for k in g.children[f.token]
            )
            and not any(g.word[k][:1].isupper() for k in range(g.left[f.token] + 1, f.token))
        )

    def carry_on(self, one: Coded, before: Sequence[Coded], parties: Mapping[str, int]) -> None:
        """Give an act that names nobody the party that the story has dealt with so far.

        `urged both` means the parties told before. A penalty, threat or aid falls on whoever the act told just before,
        of the same kind, was done to (`The US froze assets; Britain recalled its envoy`), and what is done in return
        on who did it. What the opposition or people charge, ask or refuse falls on their own state. Else a penalty,
        threat, aid or charge falls on the state that the story speaks of most, and a charge or refusal on a state that
        it names often and that one has turned against before; not a deed of violence of which it is not told that this
        state does such, nor what one refuses for oneself.

        `parties`: how often the text names each country, by its code, and each body of none, by its id.
        """
        home = {f.actor.country for f in one.actors if f.actor.country is not None}
        if not one.actors or (one.recipients and not self._on_oneself(one, home)):
            return
        one.recipients = self._both(one, before) or one.recipients
        if one.act not in STORIED | RETORTS:
            one.recipients = one.recipients or self._own_government(one) or self._owing(one, before, home)
            return
        told = before[-1] if before else None
        if told is not None and self.g.sent[one.trigger] - self.g.sent[told.trigger] <= 1:
            others = self._dealt_with(one, told, home)
            if others:
                why = f"dealt with in {self.g.word[told.trigger]!r} before"
                one.recipients = [Found(f.actor, f.token, f.span, why, False) for f in unique(others)]
                return
        one.recipients = one.recipients or self._own_government(one)
        if one.recipients or one.mode == "investigate" or (one.act == "REJECT" and self._for_oneself(one)):
            return
        one.recipients = self._back(one, before, home)
        if one.recipients:
            return
        foreign = Counter({code: n for code, n in parties.items() if code not in home}).most_common(2)
        if not foreign or foreign[0][1] < MUCH or (foreign[0][1] == foreign[-1][1] and len(foreign) > 1):
            return
        code, n = foreign[0]
        main = 2 * n > sum(k for c, k in parties.items() if c not in home)
        faced = one.act in RETORTS and self._last_faced(before, home) == {code}
        if one.act == "SANCTION":
            main = (main or 2 * n >= 3 * foreign[-1][1]) and not self._left(one)
        state = knowledge_base().state(code)
        if self._violence(one) and not self._violent(before, code):
            return
        if state is not None and ((main and one.act != "REJECT") or faced):
            span = (self.g.start[one.trigger], self.g.end[one.trigger])
            why = "nobody else is named: the state that the story is about"
            one.recipients = [Found(state, one.trigger, span, why, False)]

    def _own_government(self, one: Coded) -> list[Found]:
        """The state of those who do not govern it, for what they charge, ask or refuse: `The opposition leader called the move a farce`."""
        homes = {f.actor.country for f in one.actors}
        private = one.act != "REJECT" and all(
            f.actor.kind == "person" and f.actor.sector is None for f in one.actors
        )
        governed = all(f.actor.sector in _GOVERNED and not f.actor.id.endswith("-people") for f in one.actors)
        if one.act not in _VOICED or one.mode == "investigate" or len(homes) != 1:
            return []
        if not (governed or private) or self._violence(one) or self._told_whom_or_what(one):
            return []
        state = self.people.home(one.actors[0].actor)
        f = one.actors[0]
        why = "nobody else is named: the government of those who do not govern"
        return [Found(state, f.token, f.span, why, False)] if state is not None else []

    def _owing(self, one: Coded, before: Sequence[Coded], home: Collection[str | None]) -> list[Found]:
        """Who owes what is demanded of nobody named: `demanded an apology`, `asked for his release`.

        It is who took those whose release it is, else the other state of what was done just before to one's own state,
        or by it against another, else the other of the two states that the text is about.
        """
        g, v = self.g, one.trigger
        if one.act != "REQUEST" or len(home) > 1 or one.mode == "meet":
            return []
        asked = [*g.objects(v), *g.prep_objects(v, "for", "on", "to")] if g.is_verb(v) else []
        asked += g.prep_objects(v, "for") if not g.is_verb(v) else []
        acts = g.complements(v)
        if any(g.lower[k] == "it" and k > v for c in acts for k in (*g.subjects(c), *g.objects(c))):
            if (
                told := self._turned_against(one, before)
            ) is not None:  # "regretted the ban and asked that it be lifted"
                why = f"what was dealt with in {g.word[told.trigger]!r} before"
                return [Found(f.actor, f.token, f.span, why, False) for f in told.recipients]
        if not any(g.lemma[o] in nouns()["owed"] for o in asked) and not any(
            g.lemma[c] in nouns()["owing"] for c in acts
        ):
            return []
        if any(g.prep_objects(o, "in", "by", "from", "at") for o in asked):
            return []
        for told in reversed(before):
            if g.sent[v] - g.sent[told.trigger] > REACH:
                break
            if told.act not in _AGAINST or not home:
                continue
            doers = {f.actor.country for f in told.actors}
            done_to = {f.actor.country for f in told.recipients}
            hurt = told.actors if done_to and done_to <= set(home) else []
            faced = hurt or (told.recipients if doers <= set(home) else [])
            if not done_to and len(doers) == 2 and doers > set(home):  # "the two exchanged fire"
                faced = [f for f in told.actors if f.actor.country not in home]
            others = [f for f in faced if f.actor.country not in {None, *home}]
            if others and len(others) == len(faced):
                why = f"who owes it, by {g.word[told.trigger]!r} before"
                states = ((self.people.home(f.actor), f) for f in others)
                return unique([Found(s, f.token, f.span, why, False) for s, f in states if s is not None])
        return self.people.other_of_two(one.actors)

    def _told_whom_or_what(self, one: Coded) -> bool:
        """Whether a demand has its own hearers, or a refusal a thing that need not be the government's: `called his men to rise`, `rejected the euro`."""
        g, v = self.g, one.trigger
        if not g.is_verb(v):
            return False
        if one.act == "REQUEST":
            return bool(g.objects(v) and (g.complements(v) or g.prep_objects(v, "to")))
        if one.act != "REJECT":
            return False
        return self._for_oneself(one) or (not g.complements(v) and bool(self._matter(one)))

    def _turned_against(self, one: Coded, before: Sequence[Coded]) -> Coded | None:
        """The act told just before by which the doers of an act turned against another state."""
        for told in reversed(before[-3:]):
            if self.g.sent[one.trigger] - self.g.sent[told.trigger] > 1:
                break
            if told.act in _AGAINST and told.recipients and sides(told.actors) == sides(one.actors):
                return told if not sides(told.recipients) & sides(one.actors) else None
        return None

    def _matter(self, one: Coded) -> list[int]:
        """The words for what an act turns against."""
        g, v = self.g, one.trigger
        if not g.is_verb(v):
            return g.prep_objects(v, "of", "at", "over", "about", "with", "to", "against")
        return [*g.objects(v), *g.prep_objects(v, "at", "over", "about", "with", "to", "against")]

    def _left(self, one: Coded) -> bool:
        """Whether a penalty is that one leaves what many share, no state: `left the accord`, `cancelled its contribution`."""
        g, shared = self.g, nouns()["accords"] | nouns()["settled"] | nouns()["to_many"]
        ended = [*self._matter(one), *g.prep_objects(one.trigger, "from", "out", "of")]
        return one.entry_id.startswith(_LEAVING) or any(g.lemma[o] in shared for o in ended)

    def _violence(self, one: Coded) -> bool:
        """Whether what an act turns against is violence, which anybody may have done: `condemned the assassination`."""
        g = self.g
        words = (nouns()["deeds_assault"] | nouns()["violence"]) - nouns()["of_a_power"]
        return any(g.lemma[o] in words for o in self._matter(one))

    def _violent(self, before: Sequence[Coded], country: str) -> bool:
        """Whether a state is told to have done violence."""
        return any(
            told.act in ("ASSAULT", "COERCE") and any(f.actor.country == country for f in told.actors)
            for told in before
        )

    def _for_oneself(self, one: Coded) -> bool:
        """Whether one refuses nobody anything by a refusal: `refused to resign`, `rejected the verdict`, `did not sign the text`."""
        g, v = self.g, one.trigger
        acts = [v, *g.complements(v)] if g.is_verb(v) else g.complements(v)
        things = [o for i in acts for o in g.objects(i)] + self._matter(one)
        return any(g.lemma[c] in nouns()["alone"] for c in acts) or any(
            g.lemma[o] in nouns()["settled"] for o in things
        )

    def _last_faced(self, before: Sequence[Coded], home: set[str]) -> set[str | None]:
        """The other countries of the last act told against or by actors from `home`."""
        for told in reversed(before):
            countries = {f.actor.country for f in (*told.actors, *told.recipients)} - {None}
            if told.act in _AGAINST and countries & home and countries - home:
                return countries - home
        return set()

    def _on_oneself(self, one: Coded, home: Collection[str | None]) -> bool:
        """Whether a penalty seems to fall on the state that imposes it: `froze the assets of its officials`."""
        if one.act != "SANCTION" or one.mode == "convict":
            return False
        return all(
            f.actor.country in home and f.actor.sector in STATE for f in (*one.actors, *one.recipients)
        )

    def _back(self, one: Coded, before: Sequence[Coded], home: Collection[str | None]) -> list[Found]:
        """Who has turned on one's own state just before, for what one complains of in return."""
        if one.act != "ACCUSE" or not home or self._violence(one):
            return []
        for told in reversed(before):
            if self.g.sent[one.trigger] - self.g.sent[told.trigger] > REACH:
                break
            done_to = {f.actor.country for f in told.recipients}
            doers = {f.actor.country for f in told.actors}
            if told.act in _HARMFUL | {"ACCUSE"} and done_to == set(home) and not doers & (done_to | {None}):
                why = f"who turned on one in {self.g.word[told.trigger]!r} before"
                states = ((self.people.home(f.actor), f) for f in told.actors)
                return unique([Found(s, f.token, f.span, why, False) for s, f in states if s is not None])
        return []

    def _dealt_with(self, one: Coded, told: Coded, home: Collection[str | None]) -> list[Found]:
        """The party of the act told just before that an act of actors from `home` concerns too."""
        done_to = {f.actor.country for f in told.recipients} - {None}
        doers = {f.actor.country for f in told.actors} - {None}
        if not done_to:
            return []
        hostile = told.act in _HARMFUL | {"ACCUSE"}
        if hostile and one.act != "AID" and done_to <= set(home) and doers and not doers & set(home):
            return told.actors
        alike = told.act == one.act or (told.act in _HARMFUL and one.act in _HARMFUL)
        if one.act in STORIED and alike and not done_to & set(home):
            return told.recipients
        return []

    def _both(self, one: Coded, before: Sequence[Coded]) -> list[Found]:
        """The other parties of the act told before, to whom one turns as `both` of them: `urged both to refrain`."""
        g, v = self.g, one.trigger
        if not g.is_verb(v) or not any(
            self._all_sides(o) for o in (*g.objects(v), *g.prep_objects(v, "on", "to", "upon"))
        ):
            return []
        own = sides(one.actors)
        for told in reversed(before[-3:]):
            parties = [f for f in unique([*told.actors, *told.recipients]) if side(f.actor) not in own]
            if g.sent[v] - g.sent[told.trigger] <= 1 and len(sides(parties)) == 2:
                why = f"both are of {g.word[told.trigger]!r} before"
                return [Found(f.actor, f.token, f.span, why, False) for f in parties]
        return []

    def _all_sides(self, o: int) -> bool:
        """Whether a token stands for all parties to what was told: `both`, `the two sides`, `all the parties`."""
        g = self.g
        if g.lower[o] == "both":
            return True
        words = {g.lower[c] for c in g.children[o]} | {g.lower[k] for k in range(g.left[o], o)}
        return g.lemma[o] in nouns()["side"] and bool(words & _BOTH)

    def _mute(self, one: Coded) -> bool:
        """Whether an answer does not say at all what it is to: `...; Israel voiced disappointment`, `Mugabe refused`."""
        g = self.g
        if one.act in _ASKED and g.is_verb(one.trigger):
            v = one.trigger
            told = [c for c in g.complements(v) if not self._so(c)]  # "pledged to do so"
            return not (g.objects(v) or told or any(True for _ in g.prepositions(v)))
        if one.act != "ACCUSE":
            return False
        if one.kind != "noun" or one.carrier is None or g.dep[one.trigger] != "dobj":
            return False
        ways = [name for i in (one.trigger, one.carrier) for name, _ in g.prepositions(i)]
        return not set(ways) & {"of", "at", "over", "about", "with", "for", "against", "to", "on"}

    def _so(self, c: int) -> bool:
        """Whether a complement only points back: `to do so`."""
        g = self.g
        return g.lemma[c] == "do" and {g.lower[k] for k in g.children[c] if k > c} <= {
            "so",
            "that",
            "this",
            "it",
            ".",
        }

    def _things(self, one: Coded) -> list[int]:
        """What is answered, if it is spoken of as told before: `the offer`, `these attacks`, `it`."""
        g, v = self.g, one.trigger
        if g.is_verb(v) and self._sums_up(g.head[v], v):
            return [g.head[v]]
        if g.is_verb(v):
            things = g.subjects(v) if g.lemma[v] == "be" else g.objects(v)
            if one.act in ("ACCUSE", "SUPPORT"):  # "protested at the raid", "voiced anger over the raid"
                felt = (v, *things)
                things = [
                    *things,
                    *(k for i in felt for k in g.prep_objects(i, "at", "over", "about", "with")),
                ]
        elif one.kind == "noun":
            things = g.prep_objects(v, "of", "at", "over", "about", "with")
        else:
            return []
        return [
            o
            for o in things
            if g.lower[o] in ("it", "this")
            or (one.act == "REJECT" and self._points_back(o))
            or (g.pos[o] == "NOUN" and any(g.lower[c] in _POINTING for c in g.all_children(o, "det")))
        ]

    def _sums_up(self, o: int, v: int) -> bool:
        """Whether a noun sums up the clause before it for a relative one: `shut the border, a decision that Chad denounced`."""
        g = self.g
        if g.dep[v] != "relcl" or g.lemma[o] not in nouns()["summing"]:
            return False
        behind = g.lower[g.left[o] - 1 : g.left[o]] == [","] and g.lower[g.left[o]] in ("a", "an", g.lower[o])
        return behind and not any(g.tag[s] in ("WP", "WDT") for s in g.subjects(v))

    def _names(self, told: Coded, o: int) -> bool:
        """Whether a noun names deeds of the kind that was told: `fired ten missiles`, `the launches`."""
        named = self.g.pos[o] == "NOUN" and self.g.lemma[o] in nouns().get(f"deeds_{told.act.lower()}", ())
        return named and self.g.sent[o] - self.g.sent[told.trigger] <= _STORY

    def _akin(self, told: Coded, o: int) -> bool:
        """Whether a noun is of the stem of the word that told an act: `closed`, `the closure`."""
        g = self.g
        one, other = g.lemma[told.trigger].lower(), g.lemma[o].lower()
        least = max(_STEM, min(len(one), len(other)) - _ENDING)
        return g.pos[o] == "NOUN" and (one == other or one[:least] == other[:least])

    def _refers(self, one: Coded, told: Coded, o: int) -> bool:
        """Whether what is answered at token `o` can be the act told before."""
        g = self.g
        if one.act == "AGREE":
            return False
        if self._sums_up(o, one.trigger):
            return g.sent[told.trigger] == g.sent[o] and told.trigger < o
        if g.pos[o] != "NOUN":
            return told.act in (_PROPOSED if one.act == "REJECT" else _HARMFUL if one.act == "ACCUSE" else ())
        named = self.act_at(o)
        if named is not None and named[0] == told.act:
            return True
        if self._akin(told, o) or self._names(told, o):
            return True  # "demolished ten homes ... denounced the demolitions"
        if g.lemma[o] in nouns()["proposals"]:
            return told.act in _PROPOSED
        if g.lemma[o] in nouns()["accords"]:
            return told.act in _AGREED
        done = _BY_FORCE if g.lemma[o] in nouns()["by_force"] else _DONE
        return g.lemma[o] in nouns()["deeds"] and told.act in done
