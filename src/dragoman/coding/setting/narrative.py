"""What a text goes on to tell: acts without a time or place of their own take them from what was told before.

`Kerry met Lavrov in Geneva on Monday. He urged Moscow to yield.` is told of one day; `He travelled to Moscow in
April 2014; he met Lavrov there` keeps to its frame; `During the talks` goes back to the talks. Who changes, or speaks
of now or of earlier, ends the tale. What is told in a press release by the one who issues it is of its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from dragoman.coding.merge import Told, visits
from dragoman.coding.releases import Release
from dragoman.coding.setting.clauses import shared_clauses
from dragoman.coding.setting.moments import Moment, moment_of, moments_of
from dragoman.coding.setting.shifts import LONG
from dragoman.coding.setting.summaries import Summaries
from dragoman.coding.setting.telling import Tellings
from dragoman.coding.setting.when import clause_time, hangs_on, nearest_time
from dragoman.coding.setting.where import clause_place, fronted_place, place_said
from dragoman.coding.setting.whereabouts import LEAD, Whereabouts, happened, states_of
from dragoman.coding.setting.words import FORCE, is_spot, setting_words, spoken_act
from dragoman.coding.status import Judged
from dragoman.language import Grammar, layout_of
from dragoman.schema import Actor, Place, Time

# What is over for longer than this, in days, is background to a text (the gold format's "month").
HISTORY = 31
# The tale goes on over so many sentences of a paragraph, and paragraphs, in which nothing is told.
_GAP = 2
# Acts that a state does to another but once in the days of a text, each in one way.
_STEPS = frozenset({"SANCTION"})
# What a person did so many days ago, or less, is the news of the text.
_FRESH = 3
# The news of a text goes on over so many paragraphs.
_ON = 4
_THIS = frozenset({"this", "it", "that"})
# What is told with these is told of another spot.
_ELSEWHERE = frozenset(
    {
        "elsewhere",
        "another",
        "meanwhile",
        "separate",
        "separately",
        "earlier",
        "previously",
        "similar",
        "similarly",
    }
)
# Some of those just told of: `others were wounded`.
_SOME = frozenset({"others", "some", "another", "many", "most", "several", "both", "all"})
_AFTER = frozenset({"after", "following"})
_AT_IT = frozenset({"during", "at", "in", "after", "following", "within"})


def _sides(told: Told) -> tuple[set[str], set[str]]:
    """The states of those who did it, and of those to whom it was done."""
    return (
        {f.actor.country for f in told.coded.actors if f.actor.country},
        {f.actor.country for f in told.coded.recipients if f.actor.country},
    )


class Narrative:
    """The moments of one doc, and the acts that go on from them."""

    def __init__(self, doc: Doc, g: Grammar, told: list[Told]) -> None:
        self.doc = doc
        self.g = g
        self.told = told
        self.today: date | None = doc._.today
        blocks = layout_of(doc).blocks
        self.block = [bisect_right(blocks, g.start[first], key=lambda b: b.start) for first, _ in g.sents]
        self.first_block = next((n for n, b in enumerate(blocks, 1) if b.kind == "body"), 1)
        self.release = Release.of(doc)
        self.how = Tellings(doc, g)
        self.moments: list[Moment] = []
        self.summaries = Summaries(doc, g, told, self.how, self.block, self.first_block)

    def carry_on(self) -> None:
        """Give acts without a time or place those of the moment they go on from.

        An act that takes over an old time is historical.
        """
        for one in self.told:
            if one.coded.mode == "phone":
                one.place = None  # a call has none: what is told beside it lies elsewhere
            self._in_words(one)
        self.moments = moments_of(self.doc, self.g, self.how, self.told, self._leads_the_text)
        for one in sorted(self.told, key=lambda t: t.coded.trigger):
            self._not_of_its_object(one)
            if happened(one) and one.time is not None:
                self._in_full(one)
            if not happened(one) or (one.time is not None and one.place is not None):
                continue
            if self._at_occasion(one) or self._told_again(one) or self._step_told_again(one):
                continue
            self._in_record(one)
            self._of_them(one)
            self._more_fully(one)
            self._in_full(one)
            before = self._gone_on_from(one)
            if before is not None:
                self._go_on(one, before)
            elif one.time is None:
                self._amid_old(one)
            self._after_contact(one)
            self._told_along(one)
            self._issued(one)
            if one.time is None and before is None:
                self._in_the_news(one)
            self._frame(one)
            self._same_spot(one)
        for one in self.told:
            self._occasion_of(one)
        Whereabouts(self.doc, self.g, self.told, self.how, self.block, self.first_block).settle()

    def _go_on(self, one: Told, before: Moment) -> None:
        if one.time is None:
            self._date(one, before)
            self._add(one)
        if one.place is None and one.time == before.time and self._stays(one, before):
            one.place = before.place
            if one.place is not None:
                one.coded.why.append(f"place {one.place.name}: that of what was told before")

    def _add(self, one: Told) -> None:
        if one.time is not None:
            self.moments.append(moment_of(self.how, one, one.time))
            self.moments.sort(key=lambda m: m.token)

    def _leads_the_text(self, sentence: int) -> bool:
        """Whether a sentence is of the first paragraphs, which tell the news."""
        return self.block[sentence] < self.first_block + LEAD

    def _line(self, *, force: bool = False) -> Moment | None:
        """The news of the text: what its first paragraphs tell first of the last days; of force, the first act of it."""
        for m in self.moments:
            lead = self._leads_the_text(m.sentence)
            if not lead and not force:
                return None
            forceful = m.told.coded.act in FORCE if m.told is not None else lead and not self._only_says(m)
            if m.how.main and self._fresh(m) and (forceful or not force):
                return m
        return None

    def _only_says(self, moment: Moment) -> bool:
        """Whether a moment only tells when something was said: that is no day of force."""
        return moment.told is None and self.g.lemma[moment.token] in setting_words()["saying"]

    # Acts ----------------------------------------------------------------------------

    def _in_words(self, one: Told) -> None:
        """An act that is done by what is said has the time and place of its saying: `"We will strike," he said on Monday`."""
        cue = self.how.act(one).cue
        while cue is not None:
            if one.time is None and (time := nearest_time(self.doc, self.g, cue, [cue])) is not None:
                one.time = time.time
                one.coded.why.append(f"time {time.time.start}: when it was said")
            place = None if one.place is not None else place_said(self.doc, self.g, cue)
            if place is not None:
                one.place = place.place
                one.coded.why.append(f"place {place.place.name}: where it was said")
            cue = self.how.said_in(cue)

    def _at_occasion(self, one: Told) -> bool:
        """Take the time and place of the contact that an act is told of as a part of: `During the talks he urged ...`."""
        if one.time is not None:
            return False
        clause = self.how.act(one).clause
        if not self.g.is_verb(clause):
            return False
        for kind in self._occasions(clause):
            found = self._contact(one, kind)
            if found is None or found.time is None:
                continue
            one.time = found.time
            one.coded.why.append(f"time {found.time.start}: that of the {kind} it was a part of")
            if one.place is None and found.place is not None and kind != "call":
                one.place = found.place
                one.coded.why.append(f"place {found.place.name}: that of the {kind} it was a part of")
            moment = moment_of(self.how, one, one.time)
            moment.parties |= {*found.coded.codes()}
            self.moments.append(moment)
            self.moments.sort(key=lambda m: m.token)
            return True
        return False

    def _told_again(self, one: Told) -> bool:
        """Take the time and place of the contact told just before that an act says more of: `It was their third meeting`."""
        g, noun = self.g, one.coded.trigger
        if one.coded.act != "CONSULT" or g.dep[noun] != "attr" or one.time is not None:
            return False
        subject = g.child(g.head[noun], "nsubj")
        if subject is None or g.lower[subject] not in _THIS or self.how.tense(g.head[noun]) != "past":
            return False
        for before in reversed(self.moments):
            if before.token < noun and one.sentence - before.sentence <= _GAP and before.how.tense == "past":
                self._date_as(one, before.time, "that of the contact it is said of")
                if one.place is None and before.place is not None:
                    one.place = before.place
                    one.coded.why.append(f"place {before.place.name}: that of the contact it is said of")
                return True
        return False

    def _step_told_again(self, one: Told) -> bool:
        """Take the day on which a step was taken that is told again without one: `a day after Oslo expelled two; it expelled the two over`.

        The same states take the same step against the same others, and the text gives one day for it.
        """
        mine = one.coded
        if one.time is not None or mine.act not in _STEPS or mine.mode is None:
            return False
        sides = _sides(one)
        if not all(sides):
            return False
        days = {
            (other.time.start, other.time.end): other.time
            for other in self.told
            if other is not one
            and other.time is not None
            and other.time.precision == "day"
            and (other.coded.act, other.coded.mode) == (mine.act, mine.mode)
            and other.coded.status.status == mine.status.status
            and _sides(other) == sides
        }
        if len(days) != 1:
            return False
        self._date_as(one, next(iter(days.values())), "that of the step, told before or after")
        return True

    def _occasion_of(self, one: Told) -> None:
        """A contact at which something was said or done was then: `During a meeting with the envoy, he thanked ...`."""
        g, noun = self.g, one.coded.trigger
        if one.coded.act != "CONSULT" or one.time is not None or g.dep[noun] != "pobj" or not happened(one):
            return
        if g.lower[g.head[noun]] not in _AT_IT - {"after", "following"}:
            return
        verb = g.verb_over(noun)
        for other in self.told:
            here = other is not one and verb in (other.coded.trigger, other.coded.carrier)
            if here and other.time is not None and happened(other):
                one.time = other.time
                one.coded.why.append(f"time {other.time.start}: that of what was done at it")
                return

    def _after_contact(self, one: Told) -> None:
        """A contact after which one of its parties spoke was on the day of what is told of him: `he said after talks with Blair`."""
        g, noun = self.g, one.coded.trigger
        if one.coded.act != "CONSULT" or g.dep[noun] not in ("pobj", "pcomp") or one.time is not None:
            return
        word, verb = g.head[noun], g.verb_over(noun)
        words = setting_words()["saying"] | setting_words()["declaring"]
        if g.is_verb(noun):
            verb = g.head[word]
        if g.lower[word] not in _AFTER or g.head[word] != verb or self.how.tense(verb) != "past":
            return
        if g.lower[word - 1] in LONG or not self.how.clause(verb).main or g.lemma[verb] not in words:
            return
        parties = {a.id for s in g.subjects(verb) for a in self._actors(s)} & one.coded.codes()
        line = self._line()
        before = next((m for m in reversed(self.moments) if m.token < noun), None)
        if not parties or before is None or one.sentence - before.sentence > _ON or not self._fresh(before):
            return
        if (before.how.main and parties & before.parties) or (line is not None and before.time == line.time):
            self._date_as(one, before.time, "that of what is told of who spoke after it")

    def _told_along(self, one: Told) -> None:
        """Take the time of an act in whose clause, or coordinated with it, another is told: `met Kim, who promised`."""
        g, clause = self.g, self.how.act(one).clause
        if one.time is not None or self.how.act(one).tense != "past" or not g.is_verb(clause):
            return
        if self._vaguely(clause) or g.tag[clause] == "VBN":
            return
        if self.how.inside(clause) and g.dep[clause] != "relcl":
            return
        along = shared_clauses(g, one.coded.trigger, one.coded.carrier)
        for other in self.told:
            if other is one or other.time is None or not happened(other) or other.sentence != one.sentence:
                continue
            here = {other.coded.trigger, other.coded.carrier} & {*along}
            if here and not self.how.inside(self.how.act(other).clause) and self._fits(other.time):
                self._date_as(one, other.time, "that of what it is told along with")
                return

    def _fits(self, time: Time) -> bool:
        """Whether a time is one day."""
        return time.precision == "day" and time.start == time.end

    def _actors(self, token: int) -> tuple[Actor, ...]:
        mention = self.doc._.mentions.headed(token)
        return mention.actors if mention is not None else ()

    def _of_them(self, one: Told) -> None:
        """Some of those just told of were where and when they were: `Seven died in Homs on Monday. Four were beheaded.`."""
        g, v = self.g, one.coded.trigger
        if one.coded.act not in FORCE or not g.is_verb(v) or self.how.tense(v) != "past" or one.sentence == 0:
            return
        few = g.child(v, "nsubjpass", "nsubj")
        if few is None or not (g.pos[few] == "NUM" or g.lower[few] in _SOME) or one.time is not None:
            return
        first, last = g.sents[one.sentence - 1]
        if self.block[one.sentence - 1] != self.block[one.sentence]:
            return
        for v in range(first, last):
            many = g.child(v, "nsubjpass", "nsubj", "dobj") if g.is_verb(v) else None
            if many is None or g.child(many, "nummod", "amod") is None or self.how.tense(v) != "past":
                continue
            time, place = clause_time(self.doc, g, v), clause_place(self.doc, g, v)
            if time is not None:
                self._date_as(one, time.time, "that of those of whom it tells")
            if place is not None and not is_spot(one.place):
                one.place = place.place
                one.coded.why.append(f"place {place.place.name}: that of those of whom it tells")
            if time is not None or place is not None:
                return

    def _more_fully(self, one: Told) -> None:
        """What the first sentence tells in the perfect was when and where the next ones tell it with the same verb."""
        g, verb = self.g, one.coded.trigger
        if one.time is not None or not g.is_verb(verb) or not self._leads(one, reported=True):
            return
        doers = {f.actor.id for f in one.coded.actors}
        for m in self.moments:
            near = one.sentence < m.sentence <= one.sentence + _ON
            again = g.lemma[m.token] == g.lemma[verb] and bool(doers & m.parties)
            if not near or not self._fresh(m) or not (again or (m.scene and one.coded.act in FORCE)):
                continue
            self._date_as(one, m.time, "that of what is told more fully")
            if m.place is not None and (one.place is None or (is_spot(m.place) and not is_spot(one.place))):
                one.place = m.place
                one.coded.why.append(f"place {m.place.name}: that of what is told more fully")
            return

    def _in_full(self, one: Told) -> None:
        """What the head of the text only sums up was when and where the next sentences tell it in full."""
        time, place = self.summaries.in_full(one)
        if time is not None:
            self._date_as(one, time, "that of what is told in full after it")
        if place is not None:
            one.place = place
            one.coded.why.append(f"place {place.name}: that of what is told in full after it")

    def _date_as(self, one: Told, time: Time, why: str) -> None:
        """Give an act a time, and its teller a moment to go on from."""
        one.time = time
        one.coded.why.append(f"time {time.start}: {why}")
        self._add(one)

    def _occasions(self, clause: int) -> Iterator[Literal["call", "meeting"]]:
        """Kinds of contact that a clause refers back to as known, with nothing more said of them."""
        g, words = self.g, setting_words()
        for name, k in g.prepositions(clause):
            if name not in _AT_IT or self.how.tense(k) != "known":
                continue
            if any(
                k <= t.last and t.first >= g.left[k] and t.last <= g.right[k] for t in self.doc._.times or ()
            ):
                continue
            lemmas = {g.lemma[k], *(g.lemma[c] for c in g.all_children(k, "compound", "amod"))}
            if lemmas & words["calls"] and not lemmas & {"meeting", "talk"}:
                yield "call"
            if g.lemma[k] in words["meetings"]:
                yield "meeting"

    def _contact(self, one: Told, kind: str) -> Told | None:
        """The last contact of that kind told before an act, of which its doer was a part."""
        doers = {f.actor.id for f in one.coded.actors}
        states = {f.actor.country for f in one.coded.actors if f.actor.country}
        line = self._line()
        for other in sorted(self.told, key=lambda t: -t.coded.trigger):
            c = other.coded
            if (
                c.act != "CONSULT"
                or c.trigger >= one.coded.trigger
                or not happened(other)
                or other.time is None
            ):
                continue
            if (c.mode == "phone") != (kind == "call") or visits(c):
                continue
            if (
                line is not None
                and self.block[other.sentence] != self.block[one.sentence]
                and not (line.time.start <= other.time.start)
            ):
                continue  # background was told in between: `After the talks` goes back to the news
            if doers & c.codes() or states & {f.actor.country for f in (*c.actors, *c.recipients)}:
                return other
        return None

    def _date(self, one: Told, before: Moment) -> None:
        time, how = before.time, self.how.act(one)
        reported = how.reported and self._forceful(one)  # "the ministry said that three men were killed"
        if (self.how.inside(how.clause) and not (how.main or reported)) or self._vaguely(how.clause):
            return
        tense = how.tense
        old = self._age(time) > HISTORY
        day = time.precision == "day"
        if old and not before.parties & {f.actor.id for f in one.coded.actors}:
            return  # "Juba shut the wells in January. The Union urged the two to settle." is news again
        if tense == "known" and one.place is not None and not _same_place(one.place, before.place):
            self._amid_old(one)  # `he went to Moscow in April; his visit to Beijing was ...`
            return
        if (tense == "past" and (day or old)) or (old and tense in ("before past", "known")):
            one.time = time
            one.coded.why.append(f"time {time.start}: that of what was told before")
            if old and one.coded.status.status == "actual":
                one.coded.status = Judged("historical", f"told of {time.end}, over {HISTORY} days before")

    def _gone_on_from(self, one: Told) -> Moment | None:
        """The moment that an act goes on from: the last one told of its doer in its paragraph.

        What a person did in the last days goes on from one paragraph to the next, as long as no other time is told;
        the news of the text goes on though others are told of in between. Acts of force go on from one another.
        """
        coded = one.coded
        persons = self.how.persons(one)
        doers = {f.actor.id for f in coded.actors}
        states = states_of(one)
        between: set[tuple[str, str]] = set()
        line = self._line()
        past = self.how.act(one).tense == "past"
        for before in reversed(self.moments):
            if before.token >= coded.trigger:
                continue
            if before.sentence == one.sentence and before.how.aside and not self._fresh(before):
                continue  # "Rebels who had signed a deal two months ago seized a town"
            far = self.block[one.sentence] - self.block[before.sentence]
            if far > _ON or (far == 0 and one.sentence - before.sentence > (_ON if persons else _GAP)):
                break
            if (
                self._age(before.time) > HISTORY
                and before.how.tense == "before past"
                and past
                and _apart(before, one)
            ):
                continue  # "In March they had signed an accord. The president invited them to talks."
            if past and self._fresh(before) and self._is_background(before, one):
                continue
            if far == 1 and before.how.main and self._fresh(before) and self._of_a_party(one, before):
                return before
            if far:
                if persons & before.parties:
                    news = (
                        line is not None
                        and before.time == line.time
                        and all(end <= line.time.end for _, end in between)
                    )
                    near = far <= _GAP and between <= {(before.time.start, before.time.end)}
                    return before if self._fresh(before) and (near or news) else None
            elif (
                doers & before.parties
                or (len(states) > 1 and states <= before.states)
                or self._of_a_party(one, before)
            ):
                return before
            between.add((before.time.start, before.time.end))
        return self._named_there(one) or self._at_once(one) or self._force(one, states)

    def _named_there(self, one: Told) -> Moment | None:
        """The day on which a person was named whom the next sentence tells of: `On Monday Kobler flew to see Haftar. He called ...`."""
        persons, how = self.how.persons(one), self.how.act(one)
        before = self._last_main(one)
        if before is None or not how.main or not 0 < one.sentence - before.sentence <= _GAP:
            return None
        first, last = self.g.sents[before.sentence]
        there = {a.id for m in self.doc._.mentions.items if first <= m.first < last for a in m.actors}
        return before if persons & there else None

    def _at_once(self, one: Told) -> Moment | None:
        """The last day told, for what was done at once then: `Mali expelled him on Monday. Paris protested immediately.`."""
        g, clause = self.g, self.how.act(one).clause
        words = {g.lower[c] for c in g.children[clause]} if g.is_verb(clause) else set()
        if not words & setting_words()["instantly"] and not any(
            g.lower[c] == "at" and g.lower[c + 1] == "once" for c in g.children[clause] if c + 1 < g.n
        ):
            return None
        before = self._last_main(one)
        return before if before is not None and one.sentence - before.sentence <= _GAP else None

    def _last_main(self, one: Told) -> Moment | None:
        """The last day that a main clause told before an act, in its paragraph."""
        for m in reversed(self.moments):
            if m.token < one.coded.trigger and m.how.main and self._fits(m.time):
                return m if self.block[m.sentence] == self.block[one.sentence] else None
        return None

    def _of_a_party(self, one: Told, before: Moment) -> bool:
        """Whether an act is that of one who acts for a state that had part in a contact: the host of a visit."""
        if before.told is None or before.told.coded.act != "CONSULT":
            return False
        return any(
            f.actor.id in self.how.people and f.actor.sector == "GOV" and f.actor.country in before.parties
            for f in one.coded.actors
        )

    def _is_background(self, before: Moment, one: Told) -> bool:
        """Whether a moment only tells what had been before the news: `Guaidó, who had met Duque on Friday, promised ...`.

        What a sentence as a whole tells so is taken up by the next: `he had told them on Monday. He blamed ...`.
        """
        how, apart = before.how, one.sentence - before.sentence
        if apart == 0 and how.tense == "past":
            return False
        return not how.main and (how.aside or how.tense != "before past" or apart != 1)

    def _force(self, one: Told, states: set[str]) -> Moment | None:
        """The act of force that another goes on from: in its paragraph, else the news of the text, in the same state."""
        how = self.how.act(one)
        if not self._forceful(one) or not (how.main or (how.reported and how.tense == "past")):
            return None
        if one.place is not None and one.place.country:
            states = states | {one.place.country}
        for before in reversed(self.moments):
            near = self.block[before.sentence] == self.block[one.sentence]
            if before.scene and 0 < one.sentence - before.sentence <= (_GAP if near else 1):
                here = _countries(before)
                return (
                    before
                    if before.how.tense == "past" and (not here or not states or states & here)
                    else None
                )
            if not near or before.token >= one.coded.trigger:
                continue
            if one.sentence - before.sentence > _GAP or not self._fresh(before):
                return None
            if before.told is not None and before.told.coded.act in FORCE:
                past = before.how.tense == "past" and not self.how.inside(before.how.clause)
                return before if past and (not states or states & _countries(before)) else None
            if before.how.main:
                return None
        line = self._line(force=True)
        if line is None or line.token >= one.coded.trigger:
            return None
        return line if not states or states & _countries(line) else None

    def _vaguely(self, clause: int) -> bool:
        """Whether a clause is told of a time of its own that is no day: `in recent years`, `during that period`."""
        g, words = self.g, setting_words()
        for c in g.children[clause]:
            if g.dep[c] == "advmod" and g.lower[c] in words["vaguely"]:
                return True
            if g.dep[c] == "advcl" and g.tag[c] == "VBD" and g.lemma[c] in words["coming"]:
                if any(g.lower[k] == "before" for k in g.children[c]):
                    return True  # "visited Ghana before she came to Togo"
            noun = g.child(c, "pobj") if g.dep[c] == "prep" else None
            if noun is not None and g.lemma[noun] in words["spans"]:
                return not any(c <= t.last and t.first <= g.right[noun] for t in self.doc._.times or ())
        return False

    def _forceful(self, one: Told) -> bool:
        """Whether an act is one of force at one spot, not what a government imposes on a country."""
        governs = any(f.actor.kind == "state" or f.actor.sector == "GOV" for f in one.coded.actors)
        return one.coded.act in FORCE and (not governs or is_spot(one.place))

    def _fresh(self, before: Moment) -> bool:
        first = date.fromisoformat(before.time.start)
        brief = (date.fromisoformat(before.time.end) - first).days <= _FRESH
        return before.time.precision == "day" and brief and 0 <= self._age(before.time) <= _FRESH

    def _age(self, time: Time) -> int:
        """Days from a time to publication; none where that is unknown."""
        return (self.today - date.fromisoformat(time.end)).days if self.today is not None else 0

    def _amid_old(self, one: Told) -> None:
        """What is told among things long past, without a time, is no news either."""
        how = self.how.act(one)
        if one.coded.status.status != "actual" or how.tense == "other" or self.how.inside(how.clause):
            return
        near = [
            m
            for m in self.moments
            if m.token < one.coded.trigger
            and self.block[m.sentence] == self.block[one.sentence]
            and one.sentence - m.sentence < _GAP
            and not (how.tense == "past" and m.how.tense == "before past" and _apart(m, one))
            and not (
                m.how.aside and m.sentence == one.sentence
            )  # "the Vatican, which mediated last year, asked"
        ]
        if near and all(self._age(m.time) > HISTORY for m in near):
            one.coded.status = Judged("historical", f"told after {near[-1].time.end}, long past")

    def _stays(self, one: Told, before: Moment) -> bool:
        """Whether an act is told as done where the moment was: by the same person, and neither on the phone."""
        if one.coded.mode == "phone" or before.phone or self.how.act(one).tense != "past":
            return False
        persons = self.how.persons(one)
        if self.block[one.sentence] != self.block[before.sentence]:
            between = [m for m in self.moments if before.token < m.token < one.coded.trigger]
            same = bool(persons & before.parties) or self._of_a_party(one, before)
            return same and all(m.place is None or _same_place(m.place, before.place) for m in between)
        if persons & before.parties or self._of_a_party(one, before):
            return True
        states = states_of(one)
        here = before.place is None or before.place.country in states or not states
        return here and self._forceful(one)

    # The whole text ------------------------------------------------------------------

    def _not_of_its_object(self, one: Told) -> None:
        """What is said in a release has its day, not that of what it speaks of: `condemned the coup of 12 April`."""
        if self.release is None or not self.release.record or not self._said_at_it(one):
            return
        time, clause = one.time, self.how.act(one).clause
        if time is None or time.span is None or time.end == self.release.day or not self.g.is_verb(clause):
            return
        if not hangs_on(self.doc, self.g, time, clause):
            one.time = None

    def _said_at_it(self, one: Told) -> bool:
        """Whether an act is done in words, told by a main clause, as it is of who speaks at an occasion."""
        how = self.how.act(one)
        if one.coded.status.status != "actual" or self._vaguely(how.clause):
            return False
        spoken = one.coded.act == "SUPPORT" or spoken_act(self.g, one.coded.trigger, one.coded.act)
        return spoken and not how.aside and how.tense != "before past"

    def _in_record(self, one: Told) -> None:
        """What a press release tells of what was said, by whomever, was said on its day, as long as no other day is told."""
        release, how = self.release, self.how.act(one)
        if one.time is not None or release is None or not self._said_at_it(one):
            return
        verb = how.clause if self.g.is_verb(how.clause) else self.g.head[how.clause]
        if not self.g.is_verb(verb):
            return
        now = release.speaks_now(self.g, verb, [f.actor for f in one.coded.actors])
        so_far = any(self.g.lower[a] in ("has", "have") for a in self.g.auxiliaries(verb))
        turn = how.tense == "past" and self.how.tense(verb) == "other"  # "Q: ... A: We will not yield."
        now = now or (release.record and turn and not so_far)
        said = release.record and how.tense == "past" and self.g.tag[verb] not in ("VBP", "VBZ")
        if said:
            told = [
                m
                for m in self.moments
                if m.token < one.coded.trigger
                and self.block[m.sentence] == self.block[one.sentence]
                and m.how.main
            ]
            said = not told or told[-1].time.start == told[-1].time.end == release.day
        if now or said:
            day = Time(start=release.day, end=release.day, precision="day")
            self._date_as(one, day, "the day of the press release")

    def _issued(self, one: Told) -> None:
        """What a press release tells of the one who issues it is of its day."""
        clause = self.how.act(one).clause
        if self.release is None or self.how.inside(clause) or one.coded.status.status != "actual":
            return
        if one.time is not None:
            return
        if spoken_act(self.g, one.coded.trigger, one.coded.act) or one.coded.act == "CONSULT":
            now = self.release.tells(self.g, clause, [f.actor for f in one.coded.actors])
            if now is not None:
                one.time = now
                one.coded.why.append(f"time {now.start}: the day of the press release")

    def _in_the_news(self, one: Told) -> None:
        """What a state of the news does next in the text, or another does as was told first, is of the day of the news.

        `Donors pledged $520 million on Friday. ... Norway also pledged ...`. Not where another day is told in between.
        """
        line = self._line()
        if line is None or one.time is not None or one.coded.status.status != "actual":
            return
        if self._vaguely(self.how.act(one).clause) or (one.coded.act in FORCE and self._only_says(line)):
            return
        if self._leads(one):
            told_of = self.g.lemma[line.token] not in setting_words()["saying"]
            if told_of and (not line.parties or line.states & states_of(one)):
                self._date_as(one, line.time, "the day of the news")
            return
        if not self.how.act(one).main or line.token >= one.coded.trigger:
            return
        told = [
            m
            for m in self.moments
            if m.token < one.coded.trigger and m.how.main and (m is line or m.sentence != line.sentence)
        ]
        if told[-1].time != line.time or self.block[one.sentence] - self.block[told[-1].sentence] > _ON:
            return
        states = {
            s for m in self.moments if m.time == line.time and m.token < one.coded.trigger for s in m.states
        }
        again = self.g.lemma[line.token] == self.g.lemma[one.coded.trigger]
        if again or not line.parties or states & states_of(one):
            self._date_as(one, line.time, "the day of the news")

    def _leads(self, one: Told, *, reported: bool = False) -> bool:
        """Whether an act is told in the perfect by the first sentence of a text: `Rival leaders have agreed ...`."""
        g, how = self.g, self.how.act(one)
        first = next((s for s, block in enumerate(self.block) if block >= self.first_block), 0)
        if self.block[one.sentence] != self.first_block or one.sentence > first + 1:
            return False
        if how.aside and not (reported and how.reported):
            return False
        words = {g.lower[a] for a in g.auxiliaries(how.clause)} if g.is_verb(how.clause) else set()
        return bool(words & {"has", "have"}) and g.tag[how.clause] == "VBN" and not g.is_negated(how.clause)

    def _same_spot(self, one: Told) -> None:
        """Acts of force go on where the one told just before was: `Rebels raided Kita on Monday. They killed five men.`."""
        how = self.how.act(one)
        if one.place is not None or not self._forceful(one) or not (how.main or how.reported):
            return
        if self._vaguely(how.clause):
            return
        g, states = self.g, states_of(one)
        first, last = g.sents[one.sentence]
        if any(g.lower[i] in _ELSEWHERE for i in range(first, last)):
            return
        if any(first <= p.first < last and (p.locative or is_spot(p.place)) for p in self.doc._.places or ()):
            return
        for other in sorted(self.told, key=lambda t: -t.coded.trigger):
            if (
                other.coded.trigger >= one.coded.trigger
                or other.coded.act not in FORCE
                or not happened(other)
            ):
                continue
            near = self.block[other.sentence] == self.block[one.sentence]
            if one.sentence - other.sentence > (_GAP if near else 1):
                return
            if other.place is None:
                continue
            there = other.place.country
            if not is_spot(other.place) or (states and there is not None and there not in states):
                return
            if one.time is not None and other.time is not None and one.time.start != other.time.start:
                return
            one.place = other.place
            one.coded.why.append(f"place {other.place.name}: where what was told before was")
            return

    def _frame(self, one: Told) -> None:
        """Acts of force are where the sentence before, in the same paragraph, opens: `In Belgrade, blasts shook ...`."""
        if one.place is not None or not self._forceful(one) or not self.how.act(one).main:
            return
        g = self.g
        states = states_of(one)
        for sentence in range(one.sentence - 1, max(-1, one.sentence - 1 - _GAP), -1):
            if self.block[sentence] != self.block[one.sentence]:
                return
            root = next((v for v in range(*g.sents[sentence]) if g.head[v] == v), None)
            found = fronted_place(self.doc, g, root) if root is not None else None
            if found is not None:
                if not states or found.place.country in states:
                    one.place = found.place
                    one.coded.why.append(f"place {found.place.name}: it opens what is told")
                return


def _apart(before: Moment, one: Told) -> bool:
    """Whether an act is told of others than a moment, in another sentence."""
    return before.sentence != one.sentence and before.parties.isdisjoint(one.coded.codes())


def _countries(moment: Moment) -> frozenset[str]:
    own = moment.place.country if moment.place is not None else None
    return moment.states | {own} if own is not None else moment.states


def _same_place(a: Place, b: Place | None) -> bool:
    return b is not None and (
        a.name == b.name or (a.country == b.country and not (is_spot(a) and is_spot(b)))
    )
