"""Titles without a name, which stand for their holder: `the Russian foreign minister`, `the President`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dragoman.actors.charges import charged
from dragoman.actors.entries import STATE_HEADS, Body, Title, holds
from dragoman.actors.matching import Hit
from dragoman.actors.names import slug
from dragoman.actors.newcomers import newcomer
from dragoman.actors.offices import Offices, only_owner
from dragoman.actors.registry import Known, Registry
from dragoman.actors.story import Story
from dragoman.actors.title_phrases import SAME_OFFICE, Left, Right, TitlePhrases
from dragoman.schema import Actor

# Before an office they say which of all who held it is meant.
_IN_HISTORY = frozenset({"first", "fourth", "fifth", "sixth", "earliest", "founding", "only"})
_PREDICATES = frozenset({"oprd", "attr"})
# Offices that one person holds at a time, though a common noun names them (`the Georgian speaker`).
_SINGLE = STATE_HEADS | {"speaker-of-parliament", "foreign-minister"}
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this"})
# How many tokens a phrase inside another may hang below the noun whose bearer says whose office is meant.
_INSIDE = 6
# Words that say that a term has just begun, or is about to end.
_BEGUN = frozenset({"interim", "acting", "caretaker", "provisional", "transitional", "new"})
_ENDING = frozenset({"outgoing", "departing", "retiring"})
# A title that only says that somebody leads something: nobody, unless it says what.
_EMPTY_TITLES = frozenset(
    {
        "head",
        "chief",
        "chairman",
        "chairperson",
        "deputy",
        "captain",
        "major",
        "representative",
        "commissioner",
        "director",
    }
)
# Words before a title that say that another bears it than he whom the state knows.
_DISPUTED = frozenset(
    {
        "rebel", "separatist", "breakaway", "insurgent", "secessionist", "self-proclaimed", "self-declared", "self-styled",
        "self-appointed", "proclaimed", "declared", "styled", "would-be", "parallel", "unrecognised", "unrecognized", "rival",
    }
)  # fmt: skip
# Before `chief` or `head`: of a part of a group, whoever leads the whole.
_DEPARTMENTS = frozenset(
    {"affairs", "communications", "finance", "financial", "information", "intelligence", "liaison", "logistics", "media",
     "operations", "planning", "press", "propaganda", "recruitment", "relations", "security"}
)  # fmt: skip
_OF_STATES = frozenset({"GOV", "MIL", "IGO"})
_REACH = 2  # sentences back to whom an opponent at home does not mean
# Who speaks of an office of his own state, whether named or not, and the sectors of those who oppose its holder.
_AT_HOME_ONLY = frozenset(
    {"lawmaker", "legislator", "activist", "dissident", "politician", "protester", "parliamentarian"}
)
_AGAINST = frozenset({"OPP", "REB"})
OATH_DAYS = 10
_OWN = 2  # so many office-holders without a state make a text a state's own
_BODIES = frozenset({"organization", "organisation"})  # as translators call the United Nations
# ... which do not mean one of the world, as `the alliance` does.
_AT_HOME_BODIES = frozenset(
    {"association", "chamber", "confederation", "conference", "federation", "movement", "party", "syndicate", "union"}
)  # fmt: skip
_SECOND = ("vice-", "deputy-")  # whose last word is the first one's office

# Who leads these leads not those who sent them.
_SENT_OUT = frozenset({"delegation", "team", "mission", "side"})


class Role(NamedTuple):
    """A title that no name goes with."""

    hit: Hit
    title: Title
    owner: str | None
    left: Left
    right: Right
    phrase: str


class BareTitles:
    """Resolves the titles of one doc that no name goes with."""

    def __init__(self, story: Story, registry: Registry, phrases: TitlePhrases, offices: Offices) -> None:
        self.story, self.registry = story, registry
        self.scan, self.kb, self.on = story.scan, story.kb, story.on
        self.words = story.kb.words
        self.phrases, self.offices = phrases, offices
        self.named_to: dict[str, Known] = {}  # who is said to have been named to an office for the time being

    def _named_to(self, title: Title, head: int, words: list[str]) -> None:
        """Note whom a clause names to an office for the time being: `named X acting president`, `X was sworn in as interim ...`."""
        g, v = self.story.g, self.story.g.verb_over(head)
        if not _BEGUN.intersection(words) or g.lemma[v] not in self.words.appointing:
            return
        for k in (*range(head - 1, v, -1), *g.objects(v)):
            m = self.story.at.get(k)
            known = self.registry.known.get(m.actors[0].id) if m is not None and len(m.actors) == 1 else None
            if known is not None and k != head:
                self.named_to[title.office] = known
                return

    def resolve(self, role: Role) -> None:
        """A title without a name: `the Russian foreign minister`, `the Secretary of State`."""
        hit, title, owner, left, right, key = role
        scan, story = self.scan, self.story
        if owner is None and self._owned(left.begin):
            return  # "the group's leader": whose he is, is not known yet
        if key in SAME_OFFICE:
            found = self.offices.office_before(scan.start[hit.a])
            if owner is None:
                return
            if found is None or found.office in self.words.shared_offices:
                self._unnamed_peer(hit, owner, left.begin, key)
                return
            title = found
        same = key in SAME_OFFICE
        g = story.g
        begin, end = left.begin, hit.b
        if owner is not None and owner in right.owners:
            end = right.end
        if (
            (key in self.words.heads or key == "president")  # "the President of the Spanish Government"
            and owner in self.kb.states
            and (body := self._body_in(hit.b, end)) is not None
        ):
            if not body.head:
                return  # "the head of the French navy" is not who leads France
            title = replace(title, office=body.head, scope=frozenset())
            key = body.head.replace("-", " ")
        if key == "president" and owner in self.kb.states and self._chamber_in(hit.b, end):
            title = replace(title, office="speaker-of-parliament", scope=frozenset())
            key = "speaker"  # "the president of the Peruvian Congress"
        if key in self.words.heads and hit.a > 0 and scan.fold[hit.a - 1] in _DEPARTMENTS:
            return  # "the international relations chief of Hezbollah" does not lead it
        head = scan.token(scan.start[hit.b - 1])
        if not left.former and not left.lowered and self._predicate(hit, begin):
            self._named_to(title, head, scan.fold[begin : hit.b])
            return
        if left.former or left.lowered:
            return
        if _IN_HISTORY & set(scan.fold[max(begin - 1, 0) : hit.a]):
            return  # "the first president of Ghana" is not who holds the office now
        if key.endswith("diplomat") and scan.fold[hit.b : hit.b + 1] == ["for"]:
            return  # "the top American diplomat for Africa"
        if _DISPUTED.intersection(scan.fold[max(begin - 1, 0) : hit.a]):
            return  # "Alexander Borodai, the rebel prime minister"
        full = self.words.secretaries.get(story.home or "", "")
        if owner is None and scan.capital[hit.a] and full.startswith(f"{key} of "):
            owner, key = story.home, full  # so a briefing at home calls one of them
            title = replace(title, office="foreign-minister")
        if (
            hit.b < scan.n
            and scan.start[hit.b] == scan.end[hit.b - 1] + 1
            and g.dep[head] in ("compound", "nmod", "amod")
            and g.head[head] == head + 1
            and not scan.capital[hit.b]
            and not (
                hit.b + 1 < scan.n and scan.fold[hit.b + 1] in _DETERMINERS
            )  # "ministers chair the talks"
        ):
            return  # "prime minister candidate"
        word = key.split()[-1]
        roles = self.words.role_nouns.get(key) if not same else None
        indefinite = begin > 0 and scan.fold[begin - 1] in (
            "a",
            "an",
            "any",
            "no",
            "every",
            "another",
            "each",
        )
        if indefinite:
            return
        definite = begin > 0 and scan.fold[begin - 1] in ("the", "this", "that", "'s")
        if (
            not definite
            and scan.capital[hit.a]
            and g.tag[head] in ("NN", "NNP")
            and g.dep[head] in ("nsubj", "nsubjpass", "poss")
        ):
            definite = g.child(head, "det", "poss") is None  # "Minister stressed": translators drop articles
        if owner is None and title.office == "opposition-leader" and definite:
            owner = story.whose.country(head)[0]
        whose = {scan.fold[hit.a - 1], scan.fold[left.begin]} if hit.a else set()
        if whose & {"his", "her", "its", "their"} and not (key in SAME_OFFICE and right.owners):
            return  # ... but "his colleague in Moscow"
        if owner is None and (
            (word in _EMPTY_TITLES and key == word)
            or (
                hit.b < scan.n
                and scan.fold[hit.b] == "of"
                and roles is not None
                and charged(g, head, self.words.accusing) is None
            )
        ):
            return
        if owner is None and roles is not None:
            if key == "politician":
                return  # whoever is in power is called by the office
            if (
                self._generic(hit, title, roles, definite)
                or not definite
                or title.office not in STATE_HEADS
                or len(key.split()) > 1
            ):
                return
        state = owner or only_owner(title)
        acting = self.named_to.get(title.office)
        if acting is not None and _BEGUN.intersection(scan.fold[begin : hit.b]):
            if state in (None, acting.actor.country) and acting.actor.id not in self._doers(head):
                acting.note(scan.start[hit.a])
                story.mention(begin, end, "role", (acting.actor,), f"named {key} before")
                story.taken.update(range(begin, end))
                return
        special = self.offices.special_holder(hit, title, key, state, right) if state is not None else None
        if special is not None:
            if right.about is not None and right.end > end:
                end = right.end
            special.note(scan.start[hit.a])
            story.mention(begin, end, "role", (special.actor,), f"the {key} of {state} on {self.on}")
            self.phrases.note_inner(hit.b, end)
            story.taken.update(range(begin, end))
            return
        if key.endswith("elect"):
            elected = self.offices.elected(state or story.whose.country(head)[0] or "")
            if elected is not None:
                elected.note(scan.start[hit.a])
                story.mention(begin, end, "role", (elected.actor,), "who will be head of state")
                story.taken.update(range(begin, end))
            elif owner in self.kb.states:
                self._unnamed_elect(hit, owner, begin, end)
            return
        local = state in self.kb.regions
        shared = title.office in self.words.shared_offices or (
            roles is not None and title.office not in _SINGLE
        )
        if state is not None and shared and not local:
            self._shared(hit, title, state, begin, end, roles)
            return
        if state is None and title.office in self.words.world_offices and (definite or scan.capital[hit.a]):
            if self._of_a_name(hit.b) or self._of_a_body(hit.b):
                return  # "the general secretary of the union"
            state = self.offices.world_organisation(title.office, scan.start[hit.a])
        if state is None and (definite or scan.capital[hit.a]):
            state = self._beside(begin, head)
        if state is None and title.office not in self.words.shared_offices:
            state = self._by_its_word(key)
        if state is None:
            who = self._in_text(title, hit.a, head)
            if who is not None and title.office in self.words.shared_offices and self._guest(who, hit.a):
                who = None
            who = self.offices.deposed(who, title, head) or who
            if who is not None and _DISPUTED.intersection(key.split()) and who.actor.sector in _OF_STATES:
                who = None  # "the rebel commander" is not that of the United Nations
            how = "of this text"
            own = self._at_home(who, title, key, head)
            if own is not None:
                who, how = own, f"of {own.actor.country}, where it is done"
            if (
                who is None
                and (definite or scan.capital[hit.a])
                and title.office not in self.words.shared_offices
            ):
                state, how = (
                    self.offices.realm(key)
                    or self._of_the_issuer(title.office, hit.a)
                    or self._with_office(title.office)
                    or story.whose.country(head)
                )
                if state not in self.words.crowned.get(word, (state,)):
                    return  # "the monarch" of a people in a republic
                who = (
                    self.offices.holder(title, key, state, self.offices.tells_of_fall(head), head)
                    if state is not None
                    else None
                )
                how = f"of {state}, the country of {how}"
        else:
            begun = _BEGUN.intersection(scan.fold[begin : hit.a])
            who = self.offices.holder(
                title, key, state, not begun and self.offices.tells_of_fall(head), None if begun else head
            )
            how = f"of {state}" + (f" on {self.on}" if self.on else "")
        if who is None:
            return
        who.note(scan.start[hit.a])
        if all(t.scope for t in self.kb.titles.get(key, ())):
            who.called.update(key.split())  # "the Secretary of State" is "the Secretary" after it
        story.mention(begin, end, "role", (who.actor,), f"the {title.office.replace('-', ' ')} {how}")
        story.taken.update(range(begin, end))

    def _at_home(self, who: Known | None, title: Title, key: str, head: int) -> Known | None:
        """Who holds an office of those who act on him as on their own, where another of that office is named elsewhere.

        `King X sacked the premier`, `opposition leader Y said the president lied`.
        """
        g, story = self.story.g, self.story
        ruled, at = story.whose.ruled(head), g.start[head]
        state = ruled or self._opposed(head)
        if who is None or state is None or who.actor.country == state:
            return None
        last = who.before(at)
        gap = g.sent[head] - g.sent[self.scan.token(last)] if last >= 0 else _REACH
        if not gap or f"{state}:{title.office}" not in self.kb.holders:
            return None
        own = self.offices.holder(title, key, state, self.offices.tells_of_fall(head), head)
        if own.actor.id in self._doers(head) or (not ruled and own.before(at) < 0 and gap < _REACH):
            return None
        return own

    def _opposed(self, head: int) -> str | None:
        """The state of the opponent or rebel who speaks of a title or deals with it."""
        g, k = self.story.g, head
        while g.head[k] != k:
            k = g.head[k]
            subject = g.child(k, "nsubj") if g.is_verb(k) else None
            if subject is None or subject == head:
                continue
            m = self.story.at.get(subject)
            if m is None and g.lemma[subject] in _AT_HOME_ONLY:
                return self._nation(subject)  # "a Ukrainian lawmaker said the president lied"
            if m is not None and len(m.actors) == 1 and m.actors[0].kind == "person":
                against = m.actors[0].sector in _AGAINST
                state = m.actors[0].country
                return state if against and state in self.kb.states else None
        return None

    def _nation(self, i: int) -> str | None:
        """The state whose adjective stands before a noun."""
        g, scan = self.story.g, self.scan
        for c in g.children[i]:
            hit = scan.starting.get(scan.word(c)) if c < i and g.word[c][:1].isupper() else None
            if hit is not None and hit.of("adjective") is not None:
                return self.story.code(hit)
        return None

    def _unnamed_peer(self, hit: Hit, state: str, begin: int, key: str) -> None:
        """`his American colleague`, where the text names nobody whose office tells who it is."""
        entry = self.kb.states.get(state)
        if entry is None:
            return
        name = f"{entry.adjective} {key}"
        actor = Actor(id=slug(f"{state} {key}"), name=name, kind="unnamed", country=state, sector="GOV")
        self.story.mention(begin, hit.b, "nominal", (actor,), f"{key!r} of {state}")

    def _unnamed_elect(self, hit: Hit, state: str, begin: int, end: int) -> None:
        """`Mexico's president-elect`, whom nobody knows by name."""
        name = f"president-elect of {self.kb.with_article(self.kb.states[state].name)}"
        actor = Actor(id=slug(name), name=name, kind="unnamed", country=state, sector="ELI")
        self.story.mention(begin, end, "role", (actor,), "who will be head of state")
        self.story.taken.update(range(hit.a, end))

    def _by_its_word(self, key: str) -> str | None:
        """The one state of the text that calls an office so, where few do: `the foreign secretary` is no Ecuadorean."""
        titles = self.kb.titles.get(key, ())
        if not titles or len(key.split()) < 2 or not all(t.scope for t in titles):
            return None
        story = self.story
        told = {c for t in titles for c in t.scope if c in story.votes or c in story.bearers}
        named = {
            c for k in self.registry.known.values() if k.spots for o, c in k.offices if o == titles[0].office
        }
        return told.pop() if len(told) == 1 and not named & told else None

    def _predicate(self, hit: Hit, begin: int) -> bool:
        """Whether a title is said of somebody (`was elected president`, `as foreign minister`)."""
        g, scan = self.story.g, self.scan
        first, last = scan.tokens(hit.a, hit.b)
        head = self.story.head(first, last)
        if g.dep[head] in _PREDICATES:
            return True
        if begin > 0 and scan.fold[begin - 1] in (
            "as",
            "become",
            "becomes",
            "became",
            "becoming",
            "elected",
            "appointed",
            "named",
            "for",
        ):
            return scan.fold[begin - 1] != "for" or not scan.capital[hit.a]
        return False

    def _owned(self, begin: int) -> bool:
        """Whether a possessive stands before a title that names no owner."""
        w = self.scan.fold
        return begin > 1 and (w[begin - 1] == "'s" or (w[begin - 1] == "'" and w[begin - 2].endswith("s")))

    def _beside(self, begin: int, head: int) -> str | None:
        """The state of `the foreign minister` in `the Iranian president X and the foreign minister`."""
        scan, story, g = self.scan, self.story, self.story.g
        k = begin
        while k > 0 and scan.fold[k - 1] in ("the", "then", "also"):
            k -= 1
        if k > 1 and scan.fold[k - 1] == "and":
            prior = story.at.get(scan.token(scan.start[k - 2]))
            if prior is not None and len(prior.actors) == 1 and prior.actors[0].kind == "person":
                return prior.actors[0].country
        # "Sartaj Aziz, the adviser to the prime minister": inside the title of somebody
        i = head
        for _ in range(_INSIDE):
            if g.dep[i] not in ("pobj", "prep", "appos", "compound") or g.head[i] == i:
                break
            i = g.head[i]
            mention = story.at.get(i)
            if mention is not None and mention.head == i and mention.last < head:
                actor = mention.actors[0] if len(mention.actors) == 1 else None
                return actor.country if actor is not None and actor.kind == "person" else None
        return None

    def _with_office(self, office: str) -> tuple[str, str] | None:
        """The one state named in the text that has an office at all, where the one named most has not (`premier`)."""
        story, holders = self.story, self.kb.holders
        if office not in STATE_HEADS or story.dominant is None or f"{story.dominant}:{office}" in holders:
            return None
        other = STATE_HEADS - {office}
        if not any(f"{story.dominant}:{o}" in holders for o in other):
            return None  # a state of which little is known
        having = [c for c in (*story.votes, *story.bearers) if f"{c}:{office}" in holders]
        return (having[0], "the only state of the text with that office") if len(set(having)) == 1 else None

    def _in_text(self, title: Title, word: int, head: int) -> Known | None:
        """The person of this text in an office: the one named last before a word, else the first after it.

        `the new premier`, `the departing premier`: whose term begins or ends. Nobody named only later is meant
        where the sentence says that it tells of another state.
        """
        at = self.scan.start[word]
        doers = self._doers(head)
        named = [k for k in self.registry.known.values() if k.spots and k.actor.id not in doers]
        timely = {k.actor.id: t for k in named if (t := self._timely(k, frozenset({title.office}), word))}
        if timely:
            ends = self.scan.fold[word - 1] in _ENDING
            edges = sorted((t, id_) for id_, t in timely.items())
            return self.registry.known[edges[0][1] if ends else edges[-1][1]]
        hit = self.scan.starting[word]
        last = self.scan.fold[hit.b - 1]
        fitting = [k for k in named if self._fills(k, frozenset({title.office}), last)]
        if hit.b - word > 1:  # `the foreign secretary` is not the Iranian minister named last
            fitting = self._so_called(fitting, " ".join(self.scan.fold[word : hit.b])) or fitting
        before = [k for k in fitting if k.before(at) >= 0]
        before = [
            k for k in before if last in k.called
        ] or before  # Hague is "the Foreign Secretary", not Kusa
        if before:
            return max(before, key=lambda k: k.before(at))
        local = self.story.whose.venue(head)
        fitting = [k for k in fitting if local is None or any(c == local for _, c in k.offices)]
        return min(fitting, key=lambda k: k.spots[0]) if fitting else None

    def _of_the_issuer(self, office: str, word: int) -> tuple[str, str] | None:
        """The text's own state, where it introduces several of its office-holders as its own: `The President` of a press release."""
        home = self.story.home
        if home is None or not self.scan.capital[word] or self.story.at_home[home] < _OWN:
            return None
        return (
            (home, "the state whose office-holders need none")
            if f"{home}:{office}" in self.kb.holders
            else None
        )

    def _body_in(self, a: int, b: int) -> Body | None:
        """The body of a state that words after a title name: `head of [the French government]`."""
        for k in range(a, b):
            hit = self.scan.starting.get(k)
            if hit is not None and hit.b <= b and (t := hit.of("body")) is not None:
                return self.kb.bodies[t.key]
        return None

    def _chamber_in(self, a: int, b: int) -> bool:
        """Whether words after a title name a parliament that is known by a name of its own: `[the Peruvian Congress]`."""
        organisations = self.kb.organisations
        return any(
            organisations[id_].sector == "LEG"
            for k in range(a, min(b + 1, self.scan.n))
            if (hit := self.scan.starting.get(k)) is not None
            for id_ in hit.keys("org")
            if id_ in organisations
        )

    def _of_a_name(self, b: int) -> bool:
        """Whether a name that is not known follows a title: `the secretary general of the Communist Party`."""
        scan = self.scan
        q = scan.behind(b)
        return (
            scan.fold[b : b + 1] == ["of"] and q < scan.n and scan.capital[q] and scan.fold[q] not in _BODIES
        )

    def _of_a_body(self, b: int) -> bool:
        """Whether a common noun for a body at home follows a title: `the secretary general of the union`."""
        scan = self.scan
        q = scan.behind(b)
        return (
            scan.fold[b : b + 1] == ["of"]
            and q < scan.n
            and scan.fold[q] in _AT_HOME_BODIES
            and not scan.capital[q]
        )

    def _guest(self, who: Known, word: int) -> bool:
        """Whether somebody in an office that many hold is of another state than the text's own, and not named just before.

        `The Spokesperson` of an Indian briefing is not the Chinese one whom it quotes.
        """
        home, g, scan = self.story.home, self.story.g, self.scan
        if home is None or who.actor.country in (None, home):
            return False
        at = scan.start[word]
        last = who.before(at)
        return last < 0 or g.sent[scan.token(at)] - g.sent[scan.token(last)] > 1

    def _shared(
        self, hit: Hit, title: Title, state: str, begin: int, end: int, roles: frozenset[str] | None
    ) -> None:
        """An office that many hold (`the Russian ambassador`, `the Syrian leader`): somebody of this text, or nobody named."""
        if title.office == "leader" and self.scan.fold[hit.a - 1] in _SENT_OUT:
            return  # "the Syrian delegation chief" does not lead Syria
        wanted = (roles or frozenset()) | {title.office}
        at = self.scan.start[hit.a]
        fitting = [
            k
            for k in self.registry.known.values()
            if k.before(at) >= 0 and any(_office_fits(o, wanted) and c == state for o, c in k.offices)
        ]
        scan = self.scan
        if self._brought_in(fitting, hit):
            return
        who = max(fitting, key=lambda k: k.before(at)) if fitting else None
        if who is not None and title.office == "leader" and self.offices.tells_of_fall(scan.token(at)):
            dead = self.offices.fallen(f"{state}:head-of-state")
            known = self.registry.known.get(dead.id) if dead is not None else None
            who = known if known is not None and known.before(at) >= 0 else who
        if who is None and title.office == "leader" and state in self.kb.states and self.on is not None:
            gone = (
                self.offices.fallen(f"{state}:head-of-state")
                if self.offices.tells_of_fall(scan.token(at))
                else None
            )
            leader = gone or self.offices.leader(state)
            who = self.registry.register(leader.id) if leader is not None else None
        if who is None and title.office == "leader" and state in self.kb.organisations:
            leader = self.offices.sole_holder(f"{state}:leader")
            who = self.registry.register(leader.id) if leader is not None else None
        if who is None and title.office == "opposition-leader":
            sole = self.offices.sole_holder(f"{state}:{title.office}")
            who = self.registry.register(sole.id) if sole is not None else None
        if who is None and state in self.kb.organisations:
            # "the Taliban leader": whoever of this text has had an office there
            members = [
                k for k in self.registry.known.values() if k.before(at) >= 0 and self._served(k, state)
            ]
            who = (
                max(members, key=lambda k: (self.registry.salience(k, at), k.before(at))) if members else None
            )
        if who is None:
            return
        who.note(at)
        self.story.mention(
            begin, end, "role", (who.actor,), f"the {title.office.replace('-', ' ')} of {state} in this text"
        )
        self.phrases.note_inner(hit.b, end)
        self.story.taken.update(range(begin, end))

    def _generic(self, hit: Hit, title: Title, roles: frozenset[str], definite: bool) -> bool:
        """`the President`, `the Minister`, `the diplomat`, alone: the one person of this text in such an office."""
        scan, story = self.scan, self.story
        start = scan.start[hit.a]
        head = scan.token(start)
        if not definite and not (scan.capital[hit.a] and head > story.g.sents[story.g.sent[head]][0]):
            return False
        fitting = [
            k
            for k in self.registry.known.values()
            if k.before(start) >= 0 and self._fills(k, roles, scan.fold[hit.b - 1])
        ]
        doers = self._doers(head)
        fitting = [k for k in fitting if k.actor.id not in doers]
        fitting = self._so_called(fitting, scan.fold[hit.b - 1])
        if not fitting and not story.mentions and scan.fold[hit.b - 1] == "secretary":
            fitting = self._secretaries(start)
        if not fitting:
            return False
        called = [k for k in fitting if scan.fold[hit.b - 1] in k.called]
        timely = [k for k in fitting if self._timely(k, roles, hit.a)]
        best = max(
            timely or called or fitting, key=lambda k: (self.registry.salience(k, start), k.before(start))
        )
        of_many = bool(roles - STATE_HEADS - {"president"})
        if of_many and self._brought_in(called, hit):
            return False
        best = self._at_home(best, title, scan.fold[hit.b - 1], head) or best
        best.note(start)
        story.mention(hit.a, hit.b, "role", (best.actor,), f"the {scan.fold[hit.b - 1]} named before")
        story.taken.update(range(hit.a, hit.b))
        return True

    def _brought_in(self, fitting: list[Known], hit: Hit) -> bool:
        """Whether a title means one without a name whom the text brought in by it, later than any who is called so.

        `A junior minister came. ... The minister said`.
        """
        at, word = self.scan.start[hit.a], self.scan.fold[hit.b - 1]
        new = newcomer(self.story.g, self.scan.token(self.scan.start[hit.b - 1]))
        if new is None:
            return False
        return not any(word in k.called and k.before(at) > self.story.g.start[new] for k in fitting)

    def _so_called(self, fitting: list[Known], word: str) -> list[Known]:
        """Those whose state gives their office that name, where only some states do: `the chancellor` is no Libyan."""
        titles = self.kb.titles.get(word, ())
        if not titles or not all(t.scope for t in titles):
            return fitting
        return [
            k for k in fitting if any(o == t.office and c in t.scope for o, c in k.offices for t in titles)
        ]

    def _fills(self, known: Known, roles: frozenset[str], word: str) -> bool:
        """Whether somebody holds an office that a word names; Iran's head of state is not its president."""
        apart, crowned = self.kb.offices_of, self.words.crowned.get(word)
        if any(
            o == t.office and c in t.scope for t in self.kb.titles.get(word, ()) for o, c in known.offices
        ):
            return True  # the chancellor of a state that calls its foreign minister so
        return any(
            _office_fits(o, roles)
            and (crowned is None or o != "head-of-state" or (c or known.actor.country) in crowned)
            and not (o == "head-of-state" and word == "president" and word in apart.get(c or "", ()))
            for o, c in known.offices
        )

    def _doers(self, head: int) -> set[str]:
        """Who acts on whom a title means, so that he is somebody else: `The king congratulated the president`."""
        g = self.story.g
        k = head
        while g.dep[k] in ("pobj", "prep", "dobj", "dative", "conj") and g.head[k] != k:
            k = g.head[k]
            if g.is_verb(k):
                break
        acting = g.subjects(k) if k != head and g.is_verb(k) else []
        while g.head[k] != k:  # who tells of "the president" is not the president
            if g.dep[k] == "ccomp" and (teller := g.child(g.head[k], "nsubj")) is not None:
                acting = [*acting, teller]
            k = g.head[k]
        mentions = [m for s in acting if (m := self.story.at.get(s)) is not None]
        return {a.id for m in mentions for a in m.actors}

    def _timely(self, known: Known, roles: frozenset[str], a: int) -> str:
        """The day, empty when none, on which somebody's term begins or ends as the word before a title says.

        `interim`, `outgoing`: of a term that began or ends about now.
        """
        word = self.scan.fold[a - 1] if a else ""
        person = self.kb.persons.get(known.actor.id)
        if person is None or self.on is None or word not in _BEGUN | _ENDING:
            return ""
        year = int(self.on[:4])
        for t in person.tenures:
            ended = word in _ENDING and t.until and t.until <= self.on
            soon = word in _BEGUN and self._within_days(t.since)
            if not (holds(t.since, t.until, self.on) or ended or soon) or not _office_fits(
                t.office.partition(":")[2], roles
            ):
                continue
            edge = t.since if word in _BEGUN else t.until
            if edge[:4].isdigit() and abs(int(edge[:4]) - year) <= 1:
                return edge
        return ""

    def _within_days(self, since: str) -> bool:
        """Whether a term begins within days after the day: the oath comes after the choice."""
        if len(since) != 10 or self.on is None or len(self.on) != 10:
            return False
        return 0 < (date.fromisoformat(since) - date.fromisoformat(self.on)).days <= OATH_DAYS

    def _served(self, known: Known, organisation: str) -> bool:
        """Whether a known person has held an office of an organisation by the day."""
        person = self.kb.persons.get(known.actor.id)
        return person is not None and any(
            self.kb.owner_of(t.office)[0] == organisation and (self.on is None or t.since <= self.on)
            for t in person.tenures
        )

    def _secretaries(self, at: int) -> list[Known]:
        """Those named after an offset whose office is a secretary's by its title."""
        offices = {
            (t.office, s)
            for phrase, titles in self.kb.titles.items()
            if "secretary" in phrase.split()
            for t in titles
            for s in t.scope
        }
        return [
            k for k in self.registry.known.values() if k.spots and k.spots[0] > at and k.offices & offices
        ]


def _office_fits(office: str, roles: frozenset[str]) -> bool:
    """Whether an office kind is one of these, as a whole or by its last word."""
    return (
        office in roles
        or (
            office.rpartition("-")[2] in roles
            and not office.endswith("-general")
            and not office.startswith(_SECOND)
        )
        or office.partition("-")[0] in roles & {"envoy", "chairman", "ambassador"}
    )
