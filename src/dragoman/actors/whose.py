"""Whose an actor is to whom the text gives no country: by its sentence, by who does it to whom, by the story."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from dragoman.actors.entries import SENT
from dragoman.language import quotations_of
from dragoman.schema import Actor

if TYPE_CHECKING:
    from dragoman.actors.story import Place, Story

# Prepositions whose object is somewhere or somebody else than where and of whom a story tells.
ABROAD = frozenset({"to", "towards", "with", "against", "for", "on", "about", "over", "between"})
# Before `over`, what one has of one's own state: `control over Mali`.
_HOLDING_OVER = frozenset(
    {"control", "rule", "power", "grip", "hold", "sovereignty", "authority", "curfew", "preside"}
)
# Within so many words of its beginning a place holds for all of a sentence: `In Tehran crowds ... the government asked`.
_FRONTED = 4
# Prepositions before those to whom something is done or said: `the murder of Ambassador X`, `protested to Ambassador X`.
_UNDERGOING = frozenset({"of", "to", "with", "on", "against"})
# Who leads a delegation is of the state that sends it; who speaks for a body is of its state.
_LEADING = frozenset({"lead", "head"})
_SENT_OUT = frozenset({"delegation", "team", "mission", "side"})
_SPEAKING = frozenset({"speak", "work", "negotiate"})
# Who reports so to a chamber is of its state ...
_REPORTING = frozenset({"tell", "inform", "brief", "assure", "update"})
_CHAMBERS = frozenset(
    {"parliament", "lawmaker", "legislator", "deputy", "assembly", "congress", "senate", "cabinet", "parliamentarian", "mp", "mps", "house", "legislature"}
)  # fmt: skip
# ... and who is of another state than the story's appeals so to its forces and organs.
_APPEALING = frozenset(
    {"call", "urge", "appeal", "ask", "press", "warn", "tell", "plead", "advise", "implore"}
)
# Words from an envoy's post to the name: `the special coordinator [for] Lebanon, Johan Verbeke`.
_POST = 5
# Who does so with soldiers does it with his own.
_FIELDING = frozenset(
    {"base", "commit", "contribute", "deploy", "dispatch", "field", "garrison", "have", "keep", "maintain", "mass", "mobilise",
     "mobilize", "move", "post", "provide", "redeploy", "rotate", "send", "station", "withdraw"}
)  # fmt: skip
_PRESS = frozenset({"press", "news"})
# What is signed or struck where those who sign need not be at home.
_DEALS = frozenset(
    {"agreement", "accord", "deal", "pact", "treaty", "truce", "ceasefire", "memorandum", "protocol"}
)
# Done to somebody who goes back to his own.
_RETURNING = frozenset({"hand", "repatriate"})
# Who deals with the organs of a state as one of it, and how, beside demanding.
_HOME_SECTORS = frozenset({"LEG", "OPP", "PTY", "REB", "JUD", "PRM"})
_AT_HOME = frozenset(
    {"exhort", "insist", "promise", "accuse", "praise", "warn", "thank", "defy", "tell", "challenge"}
)
_SAYING = frozenset({"say", "claim", "add", "declare", "state", "complain", "argue", "maintain"})
# Sectors of those against whom a government is.
_REBELS = frozenset({"REB", "OPP"})
# Who talks with rebels for a state.
_PARTNERS = frozenset({"government", "regime", "authority", "authorities", "army", "military"})
# Prepositions before a state that does something to somebody of another, or from where things come.
_OF_OTHERS = frozenset({"by", "from", "of", "into", "via", "upon", "toward", "onto"})
# Where somebody of whom others tell does so says nothing of those others.
_STAYING = frozenset(
    {"train", "study", "live", "hide", "shelter", "exile", "reside", "strand", "stick", "holiday"}
)
_GOING = frozenset({"into", "to", "towards", "toward", "from", "onto", "via"})
# Soldiers do so to their own rulers.
_SEIZING = frozenset(
    {"seize", "arrest", "detain", "capture", "hold", "overthrow", "topple", "oust", "depose"}
)
_RULING = frozenset({"president", "premier", "emir", "king", "sultan", "government", "cabinet", "junta"})
_LED_ON = 2  # sentences back to who acts for a government
# Those who travel with somebody.
_COMPANY = frozenset({"delegation", "team", "entourage", "retinue", "mission", "party"})
# What a state lays on people of another: nouns, and verbs with those people as the object.
_PENALTIES = frozenset({"sanction", "embargo", "blacklist"})
# Steps up from a word to the verb that tells what somebody is accused of.
_CONTENT = 6


# Those who oppose a government at home, and what they are joined to.
_OPPONENTS = frozenset({"opposition", "opponent", "rebel", "insurgent", "guerrilla"})
_GOVERNMENTS = frozenset({"government", "regime", "authority", "army", "military"})


class Whose:
    """Answers for the tokens of one doc."""

    def __init__(self, story: Story) -> None:
        self.story, self.g = story, story.g

    def country(
        self, token: int, *, stateless: bool = False, central: bool = False
    ) -> tuple[str | None, str]:
        """The country of an actor that the text gives none, and how it is known.

        `stateless`: the actor is no arm of a state (rebels, residents); whose soldiers are near says little.
        `central`: a ministry or government, which speaks of what happens elsewhere, too.
        """
        part = token
        if not stateless and (bearer := self._described(token)) is not None:
            theirs = self._of(bearer)
            if theirs is not None:
                return theirs, "whoever it is said of"
            token = bearer
        along = None if stateless else self._along(token)
        if along is not None:
            return along, "with whom they come"
        ruled = None if stateless else self.ruled(token)
        if ruled is not None:
            return ruled, "who rules over it"
        sent = None if stateless else self.fielded(token)
        if sent is not None:
            return sent, "who has or sends them"
        led = None if stateless else self._led(token) or self._spoken_for(token)
        if led is not None:
            return led, "whom somebody leads or speaks for"
        told = None if stateless else self._own_forces(token)
        if told is not None:
            return told, "the officer who speaks of his own"
        briefed = None if stateless else self._briefed(token)
        if briefed is not None:
            return briefed, "who reports to it"
        domestic = None if stateless else self._domestic(token) or self._paired(token)
        if domestic is not None:
            return domestic, "those at home who deal with it"
        beside = self._beside_its_government(token)
        if beside is not None:
            return beside, "the government named beside it"
        there = self._where(token)
        if there is not None:
            return there, "the place of which it is told"
        accused = self._accused(token)
        if accused is not None:
            return accused, "who is accused of it"
        reported = None if stateless else self._tells_of_its_own(token)
        if reported is not None:
            return reported, "the forces of whose deeds it tells"
        foe = None if stateless else self._fights_rebels(token)
        if foe is not None:
            return foe, "the rebels whom it fights"
        if central and self.story.home is not None and self._reports(token):
            return self.story.home, "the state whose office-holders need none"
        g = self.g
        sentence = g.sent[token]
        first, last = g.sents[sentence]
        own: list[tuple[int, bool, int, str]] = []
        clause = self._verb(token)
        before: list[tuple[int, str]] = []
        anchors = {c for c in (self.story.dateline, self.story.dominant) if c is not None}
        others = (self.foreign(token), self._outward(token), self._brought_together(token))
        excluded = {c for c in others if c is not None}
        excluded |= self._penalising(token)
        k = bisect_right(self.story.places, last, key=lambda p: p.token)
        for place in reversed(self.story.places[:k]):
            t = place.token
            if t >= last or self.story.aside(place.hit):
                continue
            if t >= first:
                if (
                    place.code in excluded
                    or self._subject_matter(part, t)
                    or self._opposite(token, t)
                    or (not stateless and self._faced(token, place))
                    or (place.code not in anchors and self._from_abroad(token, t))
                ):
                    if not stateless:
                        excluded.add(place.code)
                    continue
                modifier = g.dep[t] in ("amod", "compound", "nmod", "poss")
                seat = not stateless and bool(anchors) and place.code not in anchors and self._seat(place)
                past = bool(anchors) and place.code not in anchors and self._told_apart(t, token)
                posted = self._posted_at(token, t)
                at_home = (
                    place.code in anchors
                    if self.story.dateline is None
                    else place.code == self.story.dateline
                )
                if not at_home and self._only_quoted(token, t):
                    rank = 5  # '"He has left Ethiopia," said X, spokesman of the defence ministry'
                elif self.venue_of_talks(t) or self._names_origin(t) or seat or past or posted:
                    rank = 5  # "the government and the rebels are holding talks in the Nigerian capital"
                elif self._elsewhere(t, token) and place.code not in anchors:
                    rank = 5  # "refugees crossed into Chad"
                elif self.story.locative(t):
                    # "had signed it in Prizren, a signature the government refused to honour": not Prizren's
                    fronted = t - first < _FRONTED or self._verb(t) == clause
                    rank = 0 if fronted or not central or not anchors or place.code in anchors else 5
                elif place.flavour == "metonym" and self.story.preposition(t):
                    rank = 5  # "on the lawn of the White House"
                elif stateless and self._governs(place.token, place.flavour):
                    rank = 5  # "the premier, whom Moscow backs, called the crowds a coup"
                elif self.story.grounds(t):
                    rank = 1
                elif stateless and modifier and self._policing(t):
                    rank = 1  # "Peruvian police fired at farmers"
                elif place.code in anchors:
                    rank = (5 if stateless else 3) if modifier else 1
                else:
                    apart = (
                        modifier or self.story.preposition(t) in ABROAD or self._another_party(token, place)
                    )
                    rank = 5 if apart else 2
                own.append((rank, self._verb(t) != clause, abs(t - token), place.code))
            elif g.sent[t] >= sentence - 1 and not (
                self._told_of_others(place.code) and self.venue_of_talks(t)
            ):
                here = self.story.locative(t) or self.story.grounds(t)
                here = here and (stateless or place.code in anchors or not self._only_quoted(token, t))
                before.append((0 if here and not self._bound(t) else 1, place.code))
            elif g.sent[t] < sentence - 1:
                break
        if not stateless:  # also where it is named again: "accused Rwanda of ..., which Kigali denied"
            own = [x for x in own if x[3] not in excluded]
        if own:
            best = min(own)
            if best[0] < 5 or not anchors:
                return best[3], "the sentence"
        led_off = self._led_off(token) if central else None
        if led_off is not None and led_off not in excluded:
            return led_off, "who does what the sentence before tells"
        present = None if stateless else self._present(token)
        if present is not None and present not in excluded:
            return present, "who is named in its sentence"
        before = [b for b in before if stateless or b[1] not in excluded]
        if before:
            rank, code = min(before)
            if rank == 0 and (stateless or not central or code in anchors or not anchors):
                return code, "the sentence before"
        if not stateless and (fought := self._organs_near(token)) is not None:
            return fought, "the rebels, party or court of whom it is told"
        guess, how = self._anywhere(token, stateless=stateless)
        if not stateless and (held := self.story.kb.words.held_by.get(guess or "")):
            guess = next(iter(held))
        if guess not in excluded:
            return guess, how
        other = self.story.other_than(guess)
        if other is None or other in excluded:
            other = self.story.dateline if self.story.dateline not in excluded else None
        if other is None and not stateless:
            return guess, how
        return other, "the state named most but for the one that speaks of others"

    def _anywhere(self, token: int, *, stateless: bool) -> tuple[str | None, str]:
        """The country of an actor by the story as a whole, and how it is known."""
        if stateless and self._only_the_dateline(token):
            return self.story.dateline, "the dateline, where nothing else is told yet"
        if stateless:
            ground = (
                (self.story.dateline if self.story.dateline_at_home else None)
                or self.story.ground()
                or self.story.dateline
            )
            return ground, "where the story plays"
        if (
            self.story.dateline is not None
            and self.story.dateline_at_home
            and self.story.votes.get(self.story.dateline, 0) * 2
            >= self.story.votes.get(self.story.dominant or "", 0)
        ):
            return self.story.dateline, "the dateline"
        if self.story.home is not None:
            return self.story.home, "the state whose office-holders need none"
        so_far = self._so_far(token)
        if so_far is not None:
            return so_far, "the only state named so far"
        if self.story.dominant is not None:
            return self.story.dominant, "the state whose name or people are named most"
        return self.story.dateline, "the dateline"

    def _only_the_dateline(self, token: int) -> bool:
        """Whether no other place than that of the dateline, from which reports of others are seldom written, is named before a token."""
        story = self.story
        if story.dateline is None or story.dateline in story.kb.words.desks:
            return False
        return all(
            p.code == story.dateline for p in story.places if p.token < token and not story.aside(p.hit)
        )

    def _accused(self, token: int) -> str | None:
        """The state of whoever is accused of what is told of a token: `accused Sudan of supporting [militiamen]`."""
        g = self.g
        k = token
        for _ in range(_CONTENT):
            k = g.head[k]
            p = g.head[k]
            if g.dep[k] == "pcomp" and g.lower[p] in ("of", "for", "over") and g.is_verb(g.head[p]):
                v = g.head[p]
                if g.lemma[v] not in self.story.kb.words.accusing:
                    return None
                found = {self._of(o) for o in g.objects(v) if o < k}
                return found.pop() if len(found) == 1 else None
            if g.head[k] == k:
                return None
        return None

    def _told_of_others(self, code: str) -> bool:
        """Whether a text names another state more than once, and most."""
        most, votes = self.story.dominant, self.story.votes
        return most not in (None, code) and max((n for c, n in votes.items() if c != code), default=0) > 1

    def venue_of_talks(self, token: int) -> bool:
        """Whether a place is only where one talks: `talks in Havana`, `met in the Nigerian capital`."""
        g, words = self.g, self.story.kb.words
        while (
            g.dep[token] in ("conj", "appos", "amod", "compound", "nmod", "poss") and g.head[token] != token
        ):
            token = g.head[token]
        if g.dep[token] != "pobj" or g.lower[g.head[token]] not in words.locative:
            return False
        hub = g.head[g.head[token]]
        for _ in range(2):  # "negotiations with the rebels in Havana"
            if g.lemma[hub] not in words.talks and g.dep[hub] == "pobj":
                hub = g.head[g.head[hub]]
        talks = words.talks
        if any(g.lower[c] in _PRESS for c in g.children[hub]):
            return False  # "told a news conference in Honiara"
        return (
            g.lemma[hub] in talks
            or self._rebels_met(hub)
            or (
                g.is_verb(hub)
                and any(
                    g.lemma[o] in talks or g.lemma[o] in _DEALS or self._of_talks(o) for o in g.objects(hub)
                )
            )
        )

    def _rebels_met(self, noun: int) -> bool:
        """Whether rebels are whom somebody meets: `met the rebels in Havana`."""
        g = self.g
        row = self.story.kb.agents.get(g.lemma[noun])
        rebels = row is not None and row[0] in ("REB", "PRM")
        return rebels and g.dep[noun] == "dobj" and g.lemma[g.head[noun]] in self.story.kb.words.talks

    def _of_talks(self, noun: int) -> bool:
        """Whether a noun measures talks: `a round of talks`."""
        return any(self.g.lemma[k] in self.story.kb.words.talks for k in self.g.prep_objects(noun, "of"))

    def ruled(self, token: int) -> str | None:
        """The state of who acts on an organ as on his own (`X dissolved parliament`), or on whom it acts so (`the army ousted X`)."""
        g, words = self.g, self.story.kb.words
        v = self._verb(token)
        home = g.lemma[v] in ("bring", "pull", "take") and any(
            g.lower[c] in ("home", "out", "back") and c > v for c in g.children[v]
        )
        if g.lemma[v] in _SEIZING and g.dep[token] == "dobj" and g.lemma[token] in _RULING:
            captors = {
                self._of(k) or self._adjective_of(k) for k in g.subjects(v) if g.lemma[k] in words.commanded
            }
            return captors.pop() if len(captors) == 1 else None
        if g.lemma[v] not in words.governing and g.lemma[v] not in words.ousting and not home:
            return None
        if home:  # "will bring the troops home"
            return self._of(g.child(v, "nsubj") or v) if g.lemma[token] in words.commanded else None
        others = g.subjects(v) if g.lemma[v] in words.governing else []
        if token in others or not self._done_to(token, v):
            return None
        if g.lemma[v] in words.ousting and g.dep[token] in ("nsubj", "pobj"):
            others = [k for k in g.objects(v) if k != token]
        found = {self._of(k) for k in others}
        if not found - {None} and g.lemma[v] in words.ousting:
            return self.venue(token)  # "In Abidjan, the army toppled the president"
        return found.pop() if len(found) == 1 else None

    def _adjective_of(self, noun: int) -> str | None:
        """The one state whose adjective stands before a noun: `[Honduran] soldiers`."""
        codes = {
            p.code
            for p in self.story.places
            if self.g.head[p.token] == noun and self.g.dep[p.token] == "amod"
        }
        return codes.pop() if len(codes) == 1 else None

    def _domestic(self, token: int) -> str | None:
        """The state of whoever deals with an organ at home: `the Duma demanded of the government`, `the rebel chief insisted that the army leave`.

        Parliaments, parties, rebels and courts deal with the organs of their own state; ministers deal with others', too.
        """
        g, k = self.g, token
        while g.dep[k] in ("pobj", "prep", "dobj", "dative", "conj") and g.head[k] != k and not g.is_verb(k):
            k = g.head[k]
        if g.dep[token] == "nsubj" and g.dep[g.head[token]] == "ccomp":
            k = g.head[g.head[token]]  # "insisted that the army leave"
        if not g.is_verb(k):
            return None
        if g.lemma[k] in _SAYING and g.dep[token] == "nsubj" and g.head[g.head[token]] == k:
            return self._of_rebels(token, k)
        if g.lemma[k] not in self.story.kb.words.demanding | _AT_HOME:
            return None
        return self._of_whom(token, k)

    def _of_rebels(self, token: int, v: int) -> str | None:
        """The state whose rebels or opposition say what its organ does: `the rebels said the government must`."""
        subjects = [s for s in self.g.subjects(v) if s != token]
        m = self.story.at.get(subjects[0]) if len(subjects) == 1 else None
        who = m.actors[0] if m is not None and len(m.actors) == 1 else None
        return self._fought(who) if who is not None and who.sector in ("REB", "OPP") else None

    def _paired(self, token: int) -> str | None:
        """The state whose rebels or opposition are told together with its government: `the government and the Tamil Tigers signed`."""
        g = self.g
        if g.lemma[token] not in _PARTNERS:
            return None
        row = {*g.noun_conjuncts(token)} - {token}
        if g.dep[token] == "conj":
            row.add(g.head[token])
        found = {
            code
            for k in row
            if (m := self.story.at.get(k)) is not None and len(m.actors) == 1
            if m.actors[0].sector in ("REB", "OPP") and m.actors[0].kind in ("armed group", "party")
            if (code := self._fought(m.actors[0])) is not None
        }
        found |= {code for k in row if (code := self._rebels_of(k)) is not None}
        return found.pop() if len(found) == 1 else None

    def _brought_together(self, token: int) -> str | None:
        """The state that deals with the two sides of another one: `[France] persuaded the government and the rebels to talk`."""
        g = self.g
        first = g.head[token] if g.dep[token] == "conj" else token
        rows = (self.story.kb.agents.get(g.lemma[k]) for k in g.noun_conjuncts(first) if k != token)
        if g.lemma[token] not in _PARTNERS or not any(row is not None and row[0] in _REBELS for row in rows):
            return None
        v = g.verb_over(first)
        codes = {p.code for p in self.story.places if p.token in g.subjects(v) and p.token != first}
        return codes.pop() if len(codes) == 1 else None

    def _fought(self, rebels: Actor) -> str | None:
        """The state against which rebels fight: that which holds their land, where it is another."""
        held = self.story.kb.words.held_by.get(rebels.country or "")
        code = next(iter(held)) if held else rebels.country
        return code if code in self.story.kb.states else None

    def _tells_of_its_own(self, token: int) -> str | None:
        """The state whose forces do what an army tells, or what is told before it speaks: `Turkish jets bombed Iraq, [the army] said`.

        Not where the dateline is of another state, whose army tells of its foes.
        """
        g = self.g
        v = g.head[token]
        if g.dep[token] != "nsubj" or g.lemma[v] not in _SAYING or not self._for_forces(token):
            return None
        told = g.child(v, "ccomp")
        code = self._forces_at(told) if told is not None else None
        if code is None and g.sent[token] and self._opens(token):
            first, last = g.sents[g.sent[token] - 1]
            roots = [k for k in range(first, last) if g.dep[k] == "ROOT"]
            code = self._forces_at(roots[0]) if len(roots) == 1 else None
            code = code if self.venue(token) in (None, code) else None
        return code if self.story.dateline in (None, code) else None

    def _for_forces(self, token: int) -> bool:
        """Whether a token is an army, or speaks for one: `the army`, `a military spokesman`."""
        g = self.g
        named = (
            (token, *g.all_children(token, "compound", "amod"))
            if g.lemma[token].startswith("spokes")
            else (token,)
        )
        return any(g.lower[k] in ("army", "military") for k in named)

    def _opens(self, token: int) -> bool:
        """Whether a token opens its sentence, in the paragraph of the one before."""
        g = self.g
        first, last = g.sents[g.sent[token]][0], g.sents[g.sent[token] - 1][0]
        return token - first < _FRONTED and "\n" not in self.story.text[g.start[last] : g.start[token]]

    def _forces_at(self, v: int) -> str | None:
        """The one state whose forces, so called, are the subject of a verb: `[Turkish] jets bombed`."""
        g = self.g
        doers = [s for s in g.all_children(v, "nsubj") if g.lemma[s] in self.story.kb.words.commanded]
        codes = {p.code for s in doers for p in self.story.places if g.head[p.token] == s and p.token < s}
        return codes.pop() if len(doers) == 1 and len(codes) == 1 else None

    def _fights_rebels(self, token: int) -> str | None:
        """The state whose rebels forces fight: `Congo's M23 rebels clashed with [troops], and Rwanda said`.

        Not where the story or the clause plays in another state.
        """
        story = self.story
        if self._organ(token) is None:
            return None
        found = {self._rebels_of(k) for k in self._foes(token)}
        code = found.pop() if len(found) == 1 else None
        if code is None or story.dateline not in (None, code) or self.venue(token) not in (None, code):
            return None
        return code

    def _foes(self, token: int) -> list[int]:
        """Those whom a token fights: `clashed with [rebels]`, `fighting between the army and [rebels]`."""
        g = self.g
        v = g.verb_over(token)
        if g.lemma[v] in self.story.kb.words.fighting:
            doers, others = g.subjects(v), [*g.objects(v), *g.prep_objects(v, "with", "against")]
            if token in doers:
                return [k for k in others if k not in doers]
            if token in others:
                return [k for k in doers if k not in others]
        first = g.first_of_row(token)
        if g.dep[first] == "pobj" and g.lower[g.head[first]] == "between":
            return [k for k in g.noun_conjuncts(first) if k != token]
        return []

    def _organ(self, token: int) -> str | None:
        """The sector of the forces that a token is, if it is any."""
        row = self.story.kb.agents.get(self.g.lemma[token])
        return row[0] if row is not None and row[0] in ("MIL", "COP") else None

    def _rebels_of(self, token: int) -> str | None:
        """The state that the rebels fight who are named, or told of by a state's adjective, at a noun."""
        g = self.g
        parts = (*g.all_children(token, "compound", "amod", "nmod", "poss"), *g.prep_objects(token, "of"))
        for m in (self.story.at.get(k) for k in (token, *parts)):
            if m is not None and len(m.actors) == 1 and m.actors[0].sector == "REB":
                return self._fought(m.actors[0])
        row = self.story.kb.agents.get(g.lemma[token])
        return self._adjective_of(token) if row is not None and row[0] == "REB" else None

    def _organs_near(self, token: int) -> str | None:
        """The one state whose rebels, party, chamber or court the sentence and the one before tell of, if they name no other."""
        g, here = self.g, self.g.sent[token]
        if self.story.dateline is not None:
            return None
        found = {
            a.country
            for m in self.story.mentions
            if 0 <= here - g.sent[m.head] <= 1 and m.head < token and len(m.actors) == 1
            for a in m.actors
            if a.id in self.story.kb.organisations and a.country in self.story.organs
        }
        others = {p.code for p in self.story.places if 0 <= here - g.sent[p.token] <= 1} - found
        code = found.pop() if len(found) == 1 else None
        return None if others or code not in self.story.kb.states else code

    def _where(self, token: int) -> str | None:
        """The state of the place of which a clause tells: `shelled Tyre, where the mayor asked for help`."""
        g, k = self.g, token
        while g.head[k] != k and g.dep[k] != "relcl":
            k = g.head[k]
        if g.dep[k] != "relcl" or not any(g.lower[c] == "where" for c in g.children[k]):
            return None
        place = next((p for p in self.story.places if p.token == g.head[k]), None)
        return place.code if place is not None else None

    def _of_whom(self, token: int, k: int) -> str | None:
        """The state of the party, rebels, chamber or court that is the subject of a verb of dealing with a token."""
        g = self.g
        subjects = [s for s in g.subjects(k) if s != token]
        m = self.story.at.get(subjects[0]) if len(subjects) == 1 else None
        who = m.actors[0] if m is not None and len(m.actors) == 1 else None
        if who is None or m is None or who.sector not in _HOME_SECTORS:
            return None
        if who.kind != "person" and g.lemma[k] in _APPEALING | {"condemn", "request"}:
            return None  # "the US Congress urged the government": as often another state's
        return who.country if who.country in self.story.kb.states else None

    def _briefed(self, token: int) -> str | None:
        """The state of the office-holder who reports to a parliament or cabinet: `India's premier told parliament`."""
        g = self.g
        v = g.head[token]
        if (
            g.dep[token] not in ("dobj", "dative")
            or g.lemma[v] not in _REPORTING
            or g.lemma[token] not in _CHAMBERS
        ):
            return None
        who = self._subject(v)
        if who is None or who.kind != "person" or who.sector not in ("GOV", "LEG"):
            return None
        return who.country

    def _subject(self, v: int) -> Actor | None:
        """The one actor that is named as the subject of a verb."""
        subject = self.g.child(v, "nsubj")
        m = self.story.at.get(subject) if subject is not None else None
        return m.actors[0] if m is not None and len(m.actors) == 1 else None

    def _from_abroad(self, token: int, place: int) -> bool:
        """Whether a state says whose official speaks to a token from abroad: `the German minister called on the army`."""
        g = self.g
        doer = g.head[place]
        v = g.head[doer]
        if g.dep[place] not in ("amod", "compound", "nmod", "poss") or g.dep[doer] != "nsubj" or token < doer:
            return False
        if g.lemma[v] not in _APPEALING:
            return False
        k = token
        while g.dep[k] in ("pobj", "prep", "dobj", "dative", "conj") and g.head[k] != k:
            k = g.head[k]
            if k == v:
                return True
        return False

    def fronted(self, token: int) -> str | None:
        """The one state of the places that open the sentence of a token: `In Myawaddy, soldiers`."""
        first, verb = self.g.sents[self.g.sent[token]][0], self._verb(token)
        here = {
            p.code
            for p in self.story.places
            if first <= p.token < min(first + _FRONTED, token)
            and (self.story.locative(p.token) or p.flavour == "town")
            and self._verb(p.token) == verb
        }
        return here.pop() if len(here) == 1 else None

    def fielded(self, token: int) -> str | None:
        """The state that has soldiers, sends or loses them: `France keeps 1,500 soldiers in Chad`."""
        g = self.g
        v = g.head[token]
        if (
            g.dep[token] != "dobj"
            or g.lemma[v] not in _FIELDING
            or g.lemma[token] not in self.story.kb.words.soldiers
        ):
            return None
        whose = {self._force_of(s) for s in g.subjects(v)}
        return whose.pop() if len(whose) == 1 else None

    def _force_of(self, token: int) -> str | None:
        """The country of a state, an arm of it or an office-holder of it at a token."""
        m = self.story.at.get(token)
        if m is None or len(m.actors) != 1 or m.actors[0].sector not in ("GOV", "MIL", None, ""):
            return None
        return m.actors[0].country

    def _led(self, token: int) -> str | None:
        """The state whose delegation somebody leads: `in Bogota, Jon Finer will lead the U.S. delegation`."""
        g = self.g
        k = token
        while g.dep[k] in ("compound", "appos") and g.head[k] != k:
            k = g.head[k]
        v = g.head[k]
        if g.dep[k] != "nsubj" or g.lemma[v] not in _LEADING:
            return None
        nouns = {o for o in g.objects(v) if g.lemma[o] in _SENT_OUT}
        codes = {p.code for p in self.story.places if self._within(p.token, nouns) and p.token < max(nouns)}
        return codes.pop() if len(codes) == 1 else None

    def _spoken_for(self, token: int) -> str | None:
        """The state of whoever is said to speak for a body: `Maria Zakharova, who speaks for the foreign ministry`."""
        g = self.g
        p, v = g.head[token], g.head[g.head[token]]
        if (
            g.dep[token] != "pobj"
            or g.lower[p] != "for"
            or g.dep[v] != "relcl"
            or g.lemma[v] not in _SPEAKING
        ):
            return None
        return self._of(g.head[v])

    def _own_forces(self, token: int) -> str | None:
        """The state of the officer who tells what a token did: `the Kenyan army spokesman said soldiers killed ten`."""
        g = self.g
        v = g.head[token]
        u = g.head[v]
        while g.dep[v] == "conj" and g.is_verb(v):
            v, u = u, g.head[u]
        if (
            g.dep[token] not in ("nsubj", "nsubjpass")
            or g.dep[v] != "ccomp"
            or g.lemma[u] not in ("say", "tell", "add", "claim", "report", "announce", "confirm")
            or (g.dep[token] == "nsubjpass" and g.lemma[token] not in self.story.kb.words.soldiers)
        ):
            return None
        speaker, subject = self._subject(u), g.child(u, "nsubj")
        of_army = subject is not None and self._for_forces(subject)
        return speaker.country if speaker is not None and (speaker.sector == "MIL" or of_army) else None

    def _done_to(self, token: int, v: int) -> bool:
        """Whether a token is what a verb is done to, or a part of it, or does what the verb says: no adjunct."""
        g = self.g
        while g.head[token] != token and token != v:
            dep = g.dep[token]
            if dep == "pobj" and g.lower[g.head[token]] not in ("of", "by"):
                return False
            token = g.head[token]
        return True

    def _along(self, token: int) -> str | None:
        """Whose a delegation is that comes with somebody named before it: `Kenya's president and a delegation flew to Rome`."""
        g, leader = self.g, self.g.head[token]
        if g.dep[token] != "conj" or leader > token or g.lemma[token] not in _COMPANY:
            return None
        return self._of(leader)

    def _of(self, token: int) -> str | None:
        """The country of the one person or arm of a state that is named at a token."""
        m = self.story.at.get(token)
        if m is None or len(m.actors) != 1 or m.actors[0].kind not in ("person", "government body", "state"):
            return None
        return m.actors[0].country

    def _reports(self, token: int) -> bool:
        """Whether a token is who says what its clause tells: `..., the Foreign Ministry said`."""
        g = self.g
        v = g.head[token]
        return g.dep[token] == "nsubj" and g.is_verb(v) and g.child(v, "ccomp") is not None

    def _beside_its_government(self, token: int) -> str | None:
        """The state of the government that opponents without a word of whose are joined to: `the Syrian government and the opposition`."""
        g = self.g
        first, adjective = g.head[token], g.child(token, "amod", "compound", "nmod", "poss")
        if g.dep[token] != "conj" or adjective is not None or g.lemma[token] not in _OPPONENTS:
            return None
        if g.lemma[first] not in _GOVERNMENTS or g.child(first, "amod", "compound", "nmod", "poss") is None:
            return None
        return self._of(first)

    def _present(self, token: int) -> str | None:
        """The one country of the persons named in the sentence of a token, but for one who speaks of it, and envoys."""
        g, at = self.g, self.story.at
        first, last = g.sents[g.sent[token]]
        found: set[str] = set()
        for k in range(first, last):
            m = at.get(k)
            if m is None or m.first != k or m.via == "demonym":
                continue
            if any(a.kind != "person" for a in m.actors) or self._tells(m.head, token):
                continue
            if g.dep[m.head] == "dobj" and self._abroad(token) and self._does(token, g.head[m.head]):
                continue  # "the foreign ministry accused her"

            found |= {
                a.country
                for a in m.actors
                if a.country is not None and not (a.office or "").startswith(tuple(SENT))
            }
        return found.pop() if len(found) == 1 else None

    def led_on(self, token: int) -> str | None:
        """The state for which somebody acts or speaks in the sentences right before a government does: `The minister denied it. The government said`.

        In the same paragraph, and only for what it says.
        """
        g, story = self.g, self.story
        if not self._reports(token):
            return None
        for number in range(g.sent[token] - 1, max(g.sent[token] - 1 - _LED_ON, -1), -1):
            first, last = g.sents[number]
            if "\n" in story.text[g.start[first] : g.start[token]]:
                return None
            doers = [k for k in range(first, last) if g.dep[k] == "nsubj" and g.dep[g.head[k]] == "ROOT"]
            m = story.at.get(doers[0]) if len(doers) == 1 else None
            if m is not None:
                acting = len(m.actors) == 1 and m.head == doers[0] and m.via != "pronoun"
                serving = acting and (m.actors[0].sector in ("GOV", "MIL") or m.via == "role")
                of_state = serving and m.actors[0].kind != "unnamed"
                return m.actors[0].country if of_state and m.actors[0].country in story.kb.states else None
        return None

    def _led_off(self, token: int) -> str | None:
        """The state that does what the sentence before a foreign ministry tells: `China imposed sanctions. The foreign ministry`.

        Its forces and officials do so for it: `Border guards of Iran seized sailors. A spokesman of the foreign ministry`.
        """
        g = self.g
        speaker = (
            g.head[g.head[token]] if g.dep[token] == "pobj" and g.lower[g.head[token]] == "of" else token
        )
        if not self._abroad(token) or not g.sent[token] or g.dep[speaker] != "nsubj":
            return None
        before = g.sent[token] - 1
        doers = {
            p.code
            for p in self.story.places
            if g.sent[p.token] == before and self._acts(p.token) and not self.story.aside(p.hit)
        }
        return doers.pop() if len(doers) == 1 else None

    def _acts(self, place: int) -> bool:
        """Whether a state, or whose people or arm it is, is the subject of its sentence."""
        g, k = self.g, place
        while g.dep[k] in ("amod", "compound", "poss", "nmod") or (
            g.dep[k] in ("pobj", "prep") and "of" in (g.lower[k], g.lower[g.head[k]])
        ):
            k = g.head[k]
        return g.dep[k] == "nsubj" and g.dep[g.head[k]] == "ROOT"

    def _abroad(self, token: int) -> bool:
        """Whether a token is a foreign ministry, which deals with those of other states."""
        g = self.g
        said = [*g.children[token], *(c for k in g.prep_objects(token, "of") for c in g.children[k])]
        return any(g.lower[c] in ("foreign", "external") for c in said)

    def _tells(self, speaker: int, token: int) -> bool:
        """Whether a token stands in the clause that another is the subject of saying."""
        g = self.g
        v = g.head[speaker]
        if g.dep[speaker] not in ("nsubj", "nsubjpass") or not g.is_verb(v):
            return False
        return any(g.dep[c] in ("ccomp", "xcomp") and g.left[c] <= token <= g.right[c] for c in g.children[v])

    def _names_origin(self, place: int) -> bool:
        """Whether a place says where somebody named comes from: `charged Siti Aisyah of Indonesia`."""
        g = self.g
        p = g.head[place]
        if g.dep[place] != "pobj" or g.lower[p] != "of" or g.pos[g.head[p]] != "PROPN":
            return False
        named = self.story.at.get(g.head[p])
        known = self.story.kb.persons
        return named is None or all(
            a.kind == "person" and a.office is None and a.id not in known for a in named.actors
        )

    def _verb(self, token: int) -> int:
        """The verb of the clause in which a token stands."""
        g = self.g
        while g.head[token] != token and not g.is_verb(token):
            token = g.head[token]
        return token

    def _so_far(self, token: int) -> str | None:
        """The one state named before a token, where the one named most comes only after it and none of its people before."""
        before = {
            p.code
            for p in self.story.places
            if p.token < token and not self.story.aside(p.hit) and not self._only_quoted(token, p.token)
        }
        if len(before) != 1 or self.story.dominant in before or self.story.dominant in self.story.bearers:
            return None
        return next(iter(before))

    def envoy(self, token: int) -> tuple[str | None, str]:
        """The country of an ambassador whose state the text leaves out: not that of those who summon or harm him.

        `The foreign ministry summoned Ambassador Rob Macaire`, but `recalled Ambassador Rob Macaire`.
        """
        country, how = self.country(token)
        g, k = self.g, token
        for p in range(max(g.sents[g.sent[token]][0], token - _POST), token):
            if g.lower[p] in ("for", "to") and any(s.token == p + 1 for s in self.story.places):
                return None, "an envoy for a state"  # "the special coordinator for Lebanon, Johan Verbeke"
        while g.dep[k] in ("conj", "appos", "compound") and g.head[k] != k:
            k = g.head[k]
        dealt_with = g.dep[k] in ("dobj", "nsubjpass", "dative") or (
            g.dep[k] == "pobj" and self.story.preposition(k) in _UNDERGOING
        )
        if not dealt_with or g.lemma[g.verb_over(k)] in self.story.kb.words.sending:
            return country, how
        other = self.story.other_than(country)
        return (other, "another state than that which deals with him") if other else (country, how)

    def captive(self, token: int) -> tuple[str | None, str]:
        """The country of an officer whose state the text leaves out: another than theirs who hold or hand him over."""
        country, how = self.country(token)
        g, k = self.g, token
        while g.dep[k] in ("conj", "appos", "compound") and g.head[k] != k:
            k = g.head[k]
        v = g.verb_over(k)
        if g.dep[k] not in ("dobj", "nsubjpass") or g.lemma[v] not in self.story.kb.words.holding:
            return country, how
        doers = set(g.subjects(v)) if g.dep[k] == "dobj" else set()
        held = any(p.code == country and self._within(p.token, doers) for p in self.story.places)
        returned = g.dep[k] == "nsubjpass" and g.lemma[v] in _RETURNING
        other = self.story.other_than(country) if held or returned else None
        return (other, "another state than that which holds him") if other else (country, how)

    def foreign(self, token: int) -> str | None:
        """The state whose people a token, as the subject, deals with as foreigners: `summoned the Dutch envoy`."""
        g = self.g
        v = g.head[token]
        if (
            g.dep[token] not in ("nsubj", "nsubjpass")
            or g.lemma[v] not in self.story.kb.words.diplomatic_verbs
        ):
            return None
        nouns = {o for k in g.objects(v) for o in g.noun_conjuncts(k)}
        codes = {p.code for p in self.story.places if self._within(p.token, nouns)}
        return codes.pop() if len(codes) == 1 else None

    def _within(self, token: int, nouns: set[int]) -> bool:
        """Whether a token is one of some nouns, or says whose they are: `the Dutch envoy`, `the envoy of Slovenia`."""
        g = self.g
        while token not in nouns and g.dep[token] in ("amod", "compound", "nmod", "poss", "pobj", "prep"):
            token = g.head[token]
        return token in nouns

    def _outward(self, token: int) -> str | None:
        """The state of whoever speaks of what befalls a token: `Canada's minister called for the release of activists`."""
        g, words = self.g, self.story.kb.words
        k, befalls = token, False
        while (
            g.dep[k] in ("pobj", "prep", "dobj", "poss", "conj", "pcomp", "amod", "nmod") and g.head[k] != k
        ):
            k = g.head[k]
            befalls = befalls or g.lemma[k] in words.undergone or g.lemma[k] in words.befalling
            if g.is_verb(k):
                break
        if not befalls or not g.is_verb(k) or g.lemma[k] not in words.outward:
            return None
        who = self._subject(k)
        return who.country if who is not None and who.sector in ("GOV", "LEG", "MIL") else None

    def _penalising(self, token: int) -> set[str]:
        """The states that punish a token as foreigners are punished: `Canada ordered sanctions on six officials`."""
        g, k = self.g, token
        punished = False
        while g.dep[k] in ("pobj", "prep", "dobj", "conj", "amod", "compound", "appos") and g.head[k] != k:
            k = g.head[k]
            punished = punished or g.lemma[k] in _PENALTIES
            if g.is_verb(k):
                break
        if not punished or not g.is_verb(k) or token < k:
            return set()
        subjects = {s for s in g.subjects(k) for s in (s, *g.noun_conjuncts(s))}
        found = {self._of(s) for s in subjects} - {None}
        found |= {p.code for p in self.story.places if p.token in subjects}
        return {code for code in found if code is not None}

    def _governs(self, place: int, flavour: str) -> bool:
        """Whether a capital stands for its government, which says little of where people are."""
        g = self.g
        if flavour not in ("capital", "metonym"):
            return False
        reached = g.dep[place] == "dobj" and g.lemma[g.head[place]] in self.story.kb.words.visiting
        return g.dep[place] in ("nsubj", "dobj") and not reached

    def _policing(self, place: int) -> bool:
        """Whether a state's adjective stands before its police."""
        row = self.story.kb.agents.get(self.g.lemma[self.g.head[place]])
        return row is not None and row[0] == "COP"

    def _opposite(self, token: int, place: int) -> bool:
        """Whether a state qualifies the other side of what a token does to foreigners: `summoned the Dutch envoy`."""
        g = self.g
        noun = g.head[place]
        if (
            g.dep[place] == "nsubj"
            and token > noun
            and g.lemma[noun] in self.story.kb.words.foreign_verbs | _APPEALING
        ):
            k = token  # "Washington urged the military", "called on the military to yield"
            while (
                g.dep[k] in ("pobj", "prep", "dobj", "dative", "conj")
                or (g.dep[k] == "nsubj" and g.dep[g.head[k]] in ("ccomp", "xcomp"))
                or (k != token and g.dep[k] in ("ccomp", "xcomp") and g.lemma[g.head[k]] in _APPEALING)
            ) and g.head[k] != k:
                k = g.head[k]
                if k == noun:
                    return True
        if g.dep[place] == "dobj" and place > token and g.lemma[noun] in self.story.kb.words.foreign_verbs:
            return self._does(token, noun)  # "the government accused Mali"
        if place > token and self._told_against(token, place):
            return True
        if g.dep[place] == "pobj" and g.lower[noun] == "of":
            noun = g.head[noun]  # "handed the ambassador of Tajikistan a note"
        elif g.dep[place] not in ("amod", "compound", "nmod", "poss"):
            return False
        if noun == token:
            return False
        v = g.head[noun]
        p = g.head[token]
        if (
            g.dep[noun] == "nsubjpass"
            and g.dep[token] == "pobj"
            and g.head[p] == v
            and g.lower[p] in ("to", "by", "before")
        ):
            return (
                g.lemma[v] in self.story.kb.words.diplomatic_verbs
            )  # "the envoy of Pakistan was summoned to the ministry"
        return (
            v == g.head[token]
            and (g.dep[token], g.dep[noun]) in (("nsubj", "dobj"), ("dobj", "nsubj"))
            and g.lemma[v] in self.story.kb.words.foreign_verbs
        )

    def _faced(self, token: int, place: Place) -> bool:
        """Whether a state is whom the subject of a clause deals with: `the government sued [Mali]`, `defied the demands of [Mali]`."""
        g, words = self.g, self.story.kb.words
        if g.dep[token] != "nsubj" or place.token < token:
            return False
        k = place.token
        if place.flavour == "adjective":
            return self._struck(token, k)
        urged = g.dep[k] == "pobj" and g.lower[g.head[k]] in ("of", "by", "from")
        if place.flavour not in ("name", "metonym", "capital") or (place.flavour == "capital" and not urged):
            return False  # "the army captured [a town]"
        if place.flavour == "name" and (self._beyond(k) or self._sent_there(token, k)):
            return True
        k = g.first_of_row(k)
        if urged:
            k = g.head[g.head[k]]
            if g.lemma[k] not in words.political_nouns:
                return False
        elif g.dep[k] not in ("dobj", "dative", "nsubj"):
            return False
        u = g.verb_over(k)
        if g.lemma[u] in words.at_home_verbs or (g.dep[k] == "nsubj" and not self._infinitive(u)):
            return False
        while u != g.head[token] and self._infinitive(u):
            u = g.verb_over(g.head[u])
        return u == g.head[token]

    def _struck(self, token: int, place: int) -> bool:
        """Whether a state's adjective says whose the forces are that an army strikes: `the army shelled [Syrian] positions`."""
        g, words = self.g, self.story.kb.words
        noun = g.head[place]
        row = self.story.kb.agents.get(g.lemma[noun])
        forces = (row is not None and row[0] == "MIL") or g.lemma[noun] in words.struck
        modifies = g.dep[place] in ("amod", "compound", "nmod")
        hit = (
            g.dep[noun] == "dobj"
            and g.head[noun] == g.head[token]
            and g.lemma[g.head[noun]] in words.striking
        )
        return forces and modifies and hit

    def _beyond(self, place: int) -> bool:
        """Whether something is done near or over a state, which is then another's: `massed troops near [Mali]`, `concern over [Mali]`."""
        side = self.story.preposition(place)
        return side == "near" or (
            side == "over" and self.g.lemma[self.g.head[self.g.head[place]]] not in _HOLDING_OVER
        )

    def _sent_there(self, token: int, place: int) -> bool:
        """Whether the subject of a clause has people of its own in a state, as one has abroad: `withdrew its troops from [Mali]`."""
        g, words = self.g, self.story.kb.words
        p = g.head[place]
        hub = g.head[p]
        if g.dep[place] != "pobj" or g.lower[p] not in ("in", "from", "into"):
            return False
        nouns = [hub] if g.pos[hub] == "NOUN" else [o for o in g.objects(hub) if token < o < place]
        return any(
            g.lemma[n] in words.soldiers | words.delegates | words.stationed
            and any(g.lower[c] in ("its", "their") for c in g.all_children(n, "poss"))
            for n in nouns
        )

    def _infinitive(self, v: int) -> bool:
        """Whether a verb is an infinitive that hangs on another word: `agreed to help`, `the right to strike`."""
        g = self.g
        return g.head[v] != v and g.tag[v] == "VB" and any(g.lower[a] == "to" for a in g.auxiliaries(v))

    def _seat(self, place: Place) -> bool:
        """Whether a place is a town in which bodies of the world sit, so that much of other states is done there."""
        scan = self.story.scan
        return " ".join(scan.fold[place.hit.a : place.hit.b]) in self.story.kb.words.world_towns

    def _only_quoted(self, token: int, place: int) -> bool:
        """Whether a state is named in somebody's words in which a token is not: whoever says them may be of any other."""
        at, spot = self.g.start[token], self.g.start[place]
        return any(
            q.start <= spot < q.end and not q.start <= at < q.end for q in quotations_of(self.story.doc)
        )

    def _posted_at(self, token: int, place: int) -> bool:
        """Whether a place is where somebody is who was sent there: `rebel negotiators in [Ghana]`."""
        g = self.g
        sent = g.lemma[token] in self.story.kb.words.delegates
        return (
            sent and g.dep[place] == "pobj" and g.head[g.head[place]] == token and self.story.locative(place)
        )

    def _told_apart(self, place: int, token: int) -> bool:
        """Whether a place stands in what is said of another noun by the way: `blamed on the MILF, which was founded in Egypt`."""
        g, k = self.g, place
        while g.head[k] != k and g.dep[k] != "relcl":
            k = g.head[k]
        return g.dep[k] == "relcl" and not g.left[k] <= token <= g.right[k] and g.head[k] != token

    def _told_against(self, token: int, place: int) -> bool:
        """Whether a place is where those are whom a token accuses or thanks: `blamed financiers in Florida`."""
        g, k = self.g, place
        while g.dep[k] in ("pobj", "prep", "conj") and g.head[k] != k and not g.is_verb(g.head[k]):
            k = g.head[k]
        v = g.head[k]
        told = self.story.kb.words.accusing | _APPEALING | _AT_HOME
        return k != place and g.dep[k] == "dobj" and g.lemma[v] in told and self._does(token, v)

    def _another_party(self, token: int, place: Place) -> bool:
        """Whether a state that the story told nothing of is but spoken of, or stands for others beside a token.

        `The premier said Chad had agreed`, `rejected an offer of Chad`, `found the bodies of two Chadians`.
        """
        g, t = self.g, place.token
        if self.story.a_people(place) or self.story.preposition(t) in _OF_OTHERS:
            return True
        k = t
        while g.head[k] != k and g.dep[k] != "ccomp":
            k = g.head[k]
        return g.dep[k] == "ccomp" and k > token and self._does(token, g.head[k])

    def _described(self, token: int) -> int | None:
        """Whose name a phrase with a token in it stands behind: `X, director general at the foreign [ministry]'s bureau`."""
        g, k = self.g, token
        for _ in range(_CONTENT):
            if g.dep[k] == "appos" and g.pos[g.head[k]] == "PROPN" and g.head[k] < k:
                return g.head[k] if k != token else None
            if g.dep[k] not in ("poss", "pobj", "prep", "compound", "nmod") or g.head[k] == k:
                return None
            k = g.head[k]
        return None

    def _subject_matter(self, token: int, place: int) -> bool:
        """Whether a state is what a part of a body deals with: `the ministry's [North Korean] affairs bureau`."""
        g = self.g
        part = g.head[token]
        if g.dep[token] != "poss" or not token < place < part:
            return False
        k = place
        while k != part and g.dep[k] in ("amod", "compound", "nmod"):
            k = g.head[k]
        return k == part

    def _elsewhere(self, place: int, token: int) -> bool:
        """Whether a place is only where those go or come from of whom a clause tells: `crossed into Chad`."""
        g = self.g
        v = g.verb_over(place)
        if g.lemma[v] in _STAYING and self.story.locative(place):
            return v != g.head[token]  # "police said the men had trained in Iran"
        return token < place and self._bound(place)

    def _bound(self, place: int) -> bool:
        """Whether a place is where somebody only goes: `went on crossing into Colombia`."""
        return self.story.preposition(place) in _GOING and self.g.is_verb(self.g.verb_over(place))

    def _does(self, token: int, v: int) -> bool:
        """Whether a token, or what it owns, is the subject of a verb: `the junta's strongman accused`."""
        g = self.g
        while g.dep[token] in ("poss", "compound", "amod", "nmod") and g.head[token] != token:
            token = g.head[token]
        return g.dep[token] == "nsubj" and g.head[token] == v

    def venue(self, token: int) -> str | None:
        """The one state in which the sentence of a token plays, when it says so (`in Damascus`)."""
        g = self.g
        here = {
            p.code
            for p in self.story.places
            if g.sent[p.token] == g.sent[token]
            and self.story.locative(p.token)
            and not self.story.aside(p.hit)
        }
        return here.pop() if len(here) == 1 else None
