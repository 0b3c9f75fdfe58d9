"""What a pattern asks, in the terms of an entry: words beside the verb, words and parties in its slots.

A pattern names words in a row, an entry slots of a grammar in which passives are undone. So a pattern can be honoured
where the place of each of its words in the clause is sure: nouns before the verb are its subject, nouns behind it
its object, a preposition begins a phrase, `by $` is the doer of a passive. Whatever else it asks is told, and the
pattern left out whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Literal

from dragoman.actors.importers.common import Fault
from dragoman.coding.importers.petrarch import Pattern
from dragoman.coding.importers.words import kinds_of_words, words

Phrase = tuple[str, ...]
Part = Literal["noun", "verb", "other"]
# Where a party right behind the verb stands.
_BEHIND = ("iobj", "obj")
_SKIPS = {"^": "a word that is skipped (^)", "%": "a compound of parties (%)"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One grammar of a pattern: further words of the lemma, words by slot, and where the parties stand.

    `source` and `target` are slots in order of preference; empty: the pattern does not say.
    """

    rest: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()

    @property
    def only_words(self) -> tuple[str, tuple[str, ...]] | None:
        """The slot and words of a pattern that asks for nothing else."""
        if self.rest or self.source or self.target or len(self.words) != 1:
            return None
        return next(iter(self.words.items()))


def asked(pattern: Pattern, sets: Mapping[str, list[Phrase]]) -> list[Asked]:
    """What a pattern asks: several where its words can stand in several ways. Raises `Fault` where it cannot be asked."""
    found = list(_Asking(sets).ask(pattern))
    if not found:
        raise Fault(f"the pattern {pattern.text!r} asks for nothing that can stand beside its verb")
    return found


@dataclass(frozen=True, slots=True)
class _State:
    """A pattern read so far. `slot`: where the next word stands; `noun`: a noun stands there already."""

    asked: Asked = Asked()
    slot: str = "obj"
    filled: bool = False
    preposition: str = ""  # begun, with nothing behind it yet
    aim: bool = False  # `to`, behind which a verb may stand


class _Asking:
    def __init__(self, sets: Mapping[str, list[Phrase]]) -> None:
        self.sets = sets
        self.kinds = kinds_of_words()
        self.words = words()

    def ask(self, pattern: Pattern) -> Iterator[Asked]:
        passive, before = self._before(pattern.before)
        states = [_State(before)]
        for element in _elements(pattern.after):
            states = self._next(states, element)
        for state in states:
            yield self._closed(state, passive)

    # Before the verb ---------------------------------------------------------------

    def _before(self, tokens: Sequence[str]) -> tuple[bool, Asked]:
        """What stands before the verb: its subject, and whether the verb is told to be a passive."""
        out, passive = Asked(), False
        for element in _elements(tokens):
            if isinstance(element, str) and element in "()":
                raise Fault("a phrase in parentheses stands before the verb, where no slot is")
            if element in ("$", "+"):
                if out.source or out.target or out.words:
                    raise Fault("two things stand before the verb, where its subject alone has a slot")
                out = _with(out, str(element), ("subj",))
                continue
            kind = self._function(element)
            if kind == "articles":
                continue
            if kind == "passive":
                passive = True
                continue
            if kind:
                raise Fault(f"{_name(element)} stands before the verb; {_WHY[kind]}")
            nouns = [p for p, part in self._parts(element) if part == "noun"]
            if not nouns or len(nouns) < len(self._phrases(element)):
                raise Fault(f"{_name(element)} stands before the verb and is no noun, which its subject is")
            if out.source or out.target or out.words:
                raise Fault("two things stand before the verb, where its subject alone has a slot")
            out = replace(out, words={"subj": tuple(" ".join(p) for p in nouns)})
        return passive, out

    # Behind the verb ---------------------------------------------------------------

    def _next(self, states: Sequence[_State], element: str | Phrase) -> list[_State]:
        """Each way to read what came before with one more element; a way in which it cannot stand there is none."""
        out: list[_State] = []
        faults: list[Fault] = []
        for state in states:
            try:
                out += self._after(state, element)
            except Fault as fault:
                faults.append(fault)
        if not out:
            raise faults[0] if faults else Fault(f"{_name(element)} stands where no slot can ask for it")
        return out

    def _after(self, state: _State, element: str | Phrase) -> Iterator[_State]:
        if element in ("(", ")"):
            if element == ")" and state.preposition:
                yield self._bare(state)
            else:
                yield replace(state, slot="obj", filled=False, aim=False) if element == ")" else state
            return
        if element in ("$", "+"):
            yield self._party(state, str(element))
            return
        kind = self._function(element)
        if kind == "articles":
            yield state
        elif kind in ("prepositions", "particles"):
            yield from self._preposition(state, str(_only(element)), kind)
        elif kind:
            raise Fault(f"{_name(element)} stands behind the verb; {_WHY[kind]}")
        else:
            yield from self._word(state, element)

    def _preposition(self, state: _State, word: str, kind: str) -> Iterator[_State]:
        state = self._bare(state)
        if state.slot in ("comp", "comp-obj"):
            raise Fault(
                f"{word!r} stands in the clause below the verb, of which only verb and object can be asked"
            )
        if kind == "particles":
            yield replace(state, asked=_beside(state.asked, (word,)), slot="obj", filled=False)
        else:
            yield replace(state, slot=f"prep:{word}", filled=False, preposition=word, aim=word == "to")

    @staticmethod
    def _bare(state: _State) -> _State:
        """A preposition with nothing behind it goes with the verb: `carry on`."""
        if not state.preposition:
            return state
        return replace(
            state,
            asked=_beside(state.asked, (state.preposition,)),
            slot="obj",
            filled=False,
            preposition="",
            aim=False,
        )

    def _party(self, state: _State, mark: str) -> _State:
        if state.asked.source if mark == "$" else state.asked.target:
            raise Fault(f"{mark} stands twice")
        if state.filled:
            raise Fault(
                f"{mark} stands behind a noun with no preposition between, so that its place in the clause is not told"
            )
        slots: tuple[str, ...] = _BEHIND if state.slot == "obj" else (state.slot,)
        if state.slot == "comp":
            slots = ("comp-obj",)
        if state.slot == "prep:by" and mark == "$":
            slots = ("subj",)  # the doer of a passive
        return replace(state, asked=_with(state.asked, mark, slots), filled=True, preposition="", aim=False)

    def _word(self, state: _State, element: str | Phrase) -> Iterator[_State]:
        """A content word or a set of them: in the slot at hand, as a clause below the verb, or beside the verb."""
        parts = self._parts(element, aim=state.aim)
        nouns = tuple(" ".join(p) for p, part in parts if part == "noun")
        verbs = tuple(" ".join(p) for p, part in parts if part == "verb")
        others = tuple(" ".join(p) for p, part in parts if part == "other")
        name = _name(element)
        before = state.asked.words.get(state.slot, ())
        if state.filled and nouns and before and all(self._modifies(w) for w in before):
            pairs = tuple(f"{a} {b}" for a in before for b in nouns if " " not in b)  # "military aid"
            if len(pairs) == len(before) * len(nouns):
                told = {**state.asked.words, state.slot: pairs}
                yield replace(state, asked=replace(state.asked, words=told))
                return
        if state.filled:
            if state.slot == "obj" and state.asked.target == _BEHIND and not verbs:
                for word in (*nouns, *others):  # "took them hostage", "gave them arms"
                    yield replace(state, asked=_beside(state.asked, (word,)))
                return
            raise Fault(
                f"{name} stands behind another noun or party with words allowed between; write both as one phrase "
                "({A B} or A_B), or with their preposition"
            )
        if nouns and state.slot != "comp":
            slot = "comp-obj" if state.slot == "comp-obj" else state.slot
            yield replace(
                state,
                asked=replace(state.asked, words={**state.asked.words, slot: nouns}),
                filled=True,
                preposition="",
                aim=False,
            )
        if verbs and (state.slot == "obj" or state.aim):
            rest = state.asked
            if rest.target == _BEHIND:
                # "urged them to leave": the parser may take them for the subject below
                rest = replace(rest, target=(*_BEHIND, "comp-subj"))
            elif state.aim:
                rest = _beside(rest, ("to",))
            yield replace(
                state,
                asked=replace(rest, words={**rest.words, "comp": verbs}),
                slot="comp",
                filled=False,
                preposition="",
                aim=False,
            )
        elif verbs and not nouns:
            raise Fault(f"{name} is a verb behind a preposition, which no slot is asked for")
        for word in others:
            if state.slot != "obj":
                raise Fault(f"{name} is neither a noun nor a verb, and no slot is asked for what is not")
            yield replace(state, asked=_beside(state.asked, tuple(word.split())))

    def _closed(self, state: _State, passive: bool) -> Asked:
        """The parties where they are sure."""
        out = self._bare(state).asked
        if passive and out.source != ("subj",):
            raise Fault(
                "a passive without `BY $`: who does it is not told, and the verb alone would be read in the active too"
            )
        if out.target == ("subj",):
            if out.source == ("subj",):  # "+ was struck by $": passives are undone
                return replace(out, target=("obj",))
            if not out.source:
                raise Fault("the target stands before the verb, and no source ($) is told")
        elif passive and not out.target and "subj" in out.words:
            # the subject of a passive is what the verb is done to
            moved = {("obj" if s == "subj" else s): w for s, w in out.words.items()}
            return replace(out, words=moved)
        if out.source and out.source != ("subj",) and not out.target:
            raise Fault("the source stands behind the verb, and no target (+) is told")
        return out

    # Words -------------------------------------------------------------------------

    def _phrases(self, element: str | Phrase) -> list[Phrase]:
        if isinstance(element, tuple):
            if len(element) == 1 and element[0].startswith("&"):
                found = self.sets.get(element[0])
                if found is None:
                    raise Fault(f"there is no set {element[0]} in the file")
                if not found:
                    raise Fault(f"the set {element[0]} has no words that could be read")
                return found
            return self._expanded(element)
        raise Fault(f"{element!r} is no word")

    def _modifies(self, word: str) -> bool:
        """Whether a word that is a noun too may stand before another as its adjective."""
        return " " not in word and self.words.describes(word)

    def _expanded(self, phrase: Phrase) -> list[Phrase]:
        """A phrase with the words of the sets in it."""
        own = [w for w in phrase if w not in self.kinds["articles"]]
        choices = [self._phrases((w,)) if w.startswith("&") else [(w,)] for w in own]
        out = [tuple(w for part in chosen for w in part) for chosen in product(*choices)]
        if any(len(p) > 2 for p in out):
            raise Fault(
                f"{' '.join(phrase)!r} is a phrase of more than two words; a slot is asked for one word, or two in a row"
            )
        return out

    def _function(self, element: str | Phrase) -> str:
        """What kind of function word an element is; empty for content words."""
        if not isinstance(element, tuple):
            return ""
        if element in (("^",), ("%",)):
            raise Fault(f"it has {_SKIPS[element[0]]}, and no slot is asked for that")
        if len(element) != 1 or element[0].startswith("&"):
            return ""
        return next((k for k, listed in self.kinds.items() if element[0] in listed), "")

    def _parts(self, element: str | Phrase, *, aim: bool = False) -> list[tuple[Phrase, Part]]:
        """Each phrase of an element with what it can be; a noun that is a verb too counts as both behind `to` (`aim`) or in -ing."""
        return [x for phrase in self._phrases(element) for x in self._can_be(phrase, aim)]

    def _can_be(self, phrase: Phrase, aim: bool) -> Iterator[tuple[Phrase, Part]]:
        word = phrase[-1]
        noun, verb = self.words.base(word, "noun"), self.words.base(word, "verb")
        if len(phrase) > 1:
            if noun is None and (verb is not None or self.words.describes(word)):
                raise Fault(f"{' '.join(phrase)!r} ends in no noun, which a phrase must")
            yield phrase, "noun"
            return
        if noun is not None or (verb is None and not self.words.describes(word)):
            yield phrase, "noun"
            if verb is not None and (word.endswith("ing") or (aim and word == verb)):
                yield (verb,), "verb"
        elif verb is None:
            yield phrase, "other"
        elif word != verb and not word.endswith("ing"):
            raise Fault(f"{word!r} is a second verb with a tense of its own; an entry has one verb")
        else:
            yield (verb,), "verb"


_WHY = {
    "helpers": "tense, mood and denial are read from the sentence, and no entry asks for them",
    "clauses": "a clause of its own has no slot for its words",
    "pronouns": "pronouns are resolved before a slot is asked",
    "prepositions": "a phrase before the verb has no slot",
    "particles": "a phrase before the verb has no slot",
    "passive": "an entry has one verb",
}


def _with(told: Asked, mark: str, slots: tuple[str, ...]) -> Asked:
    """The source or the target put in slots."""
    return replace(told, source=slots) if mark == "$" else replace(told, target=slots)


def _beside(told: Asked, more: Phrase) -> Asked:
    return replace(told, rest=(*told.rest, *(w for w in more if w not in told.rest)))


def _elements(tokens: Sequence[str]) -> Iterator[str | Phrase]:
    """Marks and parentheses as they are; words, words joined by `_` and phrases in braces as phrases."""
    braced: list[str] | None = None
    for token in tokens:
        if token == "{":
            if braced is not None:
                raise Fault("braces stand within braces")
            braced = []
        elif token == "}":
            yield tuple(braced or ())
            braced = None
        elif braced is not None:
            if token in "$+^%()":
                raise Fault(f"{token!r} stands in braces, which hold one noun phrase")
            braced += _split(token)
        elif token in "$+()":
            yield token
        elif token in "^%":
            yield (token,)
        else:
            yield _split(token)


def _split(token: str) -> Phrase:
    return (token,) if token.startswith("&") else tuple(token.lower().strip("_").split("_"))


def _only(element: str | Phrase) -> str:
    return element if isinstance(element, str) else element[0]


def _name(element: str | Phrase) -> str:
    return repr(element if isinstance(element, str) else " ".join(element).upper())
