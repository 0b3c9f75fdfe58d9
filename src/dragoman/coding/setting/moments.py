"""What a text tells with a time: acts and clauses, from which what is told after them may go on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.actors.mention import ActorMention
from dragoman.coding.merge import Told
from dragoman.coding.setting.telling import Telling, Tellings
from dragoman.coding.setting.when import clause_time
from dragoman.coding.setting.where import clause_place
from dragoman.coding.setting.whereabouts import happened
from dragoman.coding.setting.words import setting_words
from dragoman.language import Grammar
from dragoman.schema import Actor, Place, Time


@dataclass(slots=True)
class Moment:
    """Something told with its time: where in the text, when and where it was, who had a part in it, how it is told.

    `scene`: it only tells that there was violence, of which what follows tells more.
    """

    token: int
    sentence: int
    time: Time
    where: Place | None
    parties: frozenset[str]
    states: frozenset[str]
    how: Telling
    told: Told | None = None
    scene: bool = False

    @property
    def place(self) -> Place | None:
        """Where it was."""
        return self.told.place if self.told is not None else self.where

    @property
    def phone(self) -> bool:
        """Whether it was a call."""
        return self.told is not None and self.told.coded.mode == "phone"


def moment_of(how: Tellings, told: Told, time: Time) -> Moment:
    """The moment of an act."""
    people = (*told.coded.actors, *told.coded.recipients)
    return Moment(
        told.coded.trigger,
        told.sentence,
        time,
        told.place,
        frozenset(f.actor.id for f in people),
        frozenset(f.actor.country for f in people if f.actor.country is not None),
        how.act(told),
        told,
    )


def moments_of(
    doc: Doc, g: Grammar, how: Tellings, told: list[Told], leads: Callable[[int], bool]
) -> list[Moment]:
    """Every moment of a doc, in text order; `leads` says whether a sentence is of the first paragraphs.

    Clauses with a time that tell of something past count too, whether or not they are an act.
    """
    acts = [moment_of(how, t, t.time) for t in told if t.time is not None and happened(t)]
    known = {(m.sentence, m.time.start) for m in acts if m.how.main}
    clauses = [
        m for m in _clauses(doc, g, how, leads) if m.parties or (m.sentence, m.time.start) not in known
    ]
    return sorted([*clauses, *acts], key=lambda m: m.token)


def _clauses(doc: Doc, g: Grammar, how: Tellings, leads: Callable[[int], bool]) -> list[Moment]:
    saying = setting_words()["saying"]
    out: list[Moment] = []
    for sentence in sorted({g.sent[t.first] for t in doc._.times or ()}):
        for v in range(*g.sents[sentence]):
            if not g.is_verb(v) or how.tense(v) not in ("past", "before past"):
                continue
            time = clause_time(doc, g, v)
            if time is None:
                continue
            doers = [a for s in g.subjects(v) for a in _actors(doc, s)]
            news = leads(sentence) and how.clause(v).main and g.lemma[v] not in saying
            scene = _sets_the_scene(g, v)
            if not (doers or news or scene):
                continue
            who = doers + [a for o in g.objects(v) for a in _actors(doc, o)]
            place = clause_place(doc, g, v)
            out.append(
                Moment(
                    v,
                    sentence,
                    time.time,
                    place.place if place is not None else None,
                    frozenset(a.id for a in who),
                    frozenset(a.country for a in who if a.country is not None),
                    how.clause(v),
                    scene=scene,
                )
            )
    return out


def _sets_the_scene(g: Grammar, v: int) -> bool:
    """Whether a clause tells that there was violence, which what follows tells more of: `Clashes broke out on Monday`."""
    words = setting_words()
    subject = g.child(v, "nsubj") if g.lemma[v] in words["occurring"] else None
    if subject is None or g.lemma[subject] not in words["scenes"]:
        return False
    return (
        g.lemma[v] not in ("break", "take")
        or "out" in g.particles(v)
        or any(g.lower[k] == "place" for k in g.children[v])
    )


def _actors(doc: Doc, token: int) -> tuple[Actor, ...]:
    mention: ActorMention | None = doc._.mentions.headed(token)
    return mention.actors if mention is not None else ()
