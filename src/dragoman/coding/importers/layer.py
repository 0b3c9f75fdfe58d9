"""Dictionaries made into one lexicon file: codes, entries, what is left out, and the text of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.actors.importers.common import Fault, Issue, read_text
from dragoman.actors.names import slug
from dragoman.coding.importers.cameo import DISCARD, NULL, Coded, coded
from dragoman.coding.importers.patterns import Asked, asked
from dragoman.coding.importers.petrarch import Block, Dictionary, Pattern, Verb, fits, read_dictionary
from dragoman.coding.importers.words import words
from dragoman.coding.lexicon import RECIPIENT, TESTS
from dragoman.errors import KnowledgeError

# Where the other party stands that a pattern does not place: `+` is any actor behind the verb, the object first.
_ANYWHERE = (
    "obj", "iobj", "prep:to", "prep:against", "prep:with", "prep:on", "prep:at", "prep:for", "prep:from", "prep:of",
)  # fmt: skip
_HOSTS = ("obj", "prep:to", "prep:in", "prep:at", "prep:for")
# Acts that may be done to nobody in particular; an event of any other code has a target in PETRARCH.
_ALONE = frozenset({"PROTEST", "MOBILIZE"})
_ACTOR = ("actor",)
_PLAIN = re.compile(r"[a-z][a-z-]*(?: [a-z][a-z-]*)*")
_RESERVED = frozenset({"null", "true", "false"})
_HEAD = "# Acts for Dragoman, laid over the built-in lexicon with --lexicon FILE. Made by `dragoman lexicon import`.\n"


@dataclass(slots=True)
class Made:
    """An entry that was made; `bare`: of a verb alone, from which patterns by which nothing is coded are taken out."""

    id: str
    lemmas: tuple[str, ...]
    code: Coded
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    when: dict[str, tuple[str, ...]]
    source: str
    bare: bool
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Imported:
    """What dictionaries gave: entries, how many verbs and patterns they are made of, what is left out."""

    entries: list[Made] = field(default_factory=list)
    verbs: int = 0
    patterns: int = 0
    silent: int = 0
    """Verbs and patterns by which nothing is coded, and is not."""
    issues: list[Issue] = field(default_factory=list)

    @property
    def faults(self) -> list[Issue]:
        """The lines that are left out."""
        return [i for i in self.issues if i.kind == "fault"]


def import_dictionaries(paths: Iterable[Path | str]) -> Imported:
    """The entries of verb dictionaries. Raises `KnowledgeError` where a file cannot be read or is none."""
    out = Imported()
    ids: set[str] = set()
    for path in map(Path, paths):
        text, issues = read_text(path)
        if not text.strip():
            raise KnowledgeError(str(path), None, code="D321", what="verbs and their codes", page="lexicon")
        if not fits(text):
            raise KnowledgeError(str(path), None, code="D322")
        out.issues += issues
        dictionary = read_dictionary(text, path.name)
        out.issues += dictionary.issues
        making = _Making(dictionary, slug(path.stem) or "import", ids, out)
        for block in dictionary.blocks:
            making.block(block)
    out.entries.sort(key=lambda e: e.bare)  # among equals the first counts: a pattern before its verb alone
    out.issues.sort(key=lambda i: (i.kind != "fault", i.file, i.line))
    return out


class _Making:
    """Makes the entries of one dictionary."""

    def __init__(self, dictionary: Dictionary, stem: str, ids: set[str], out: Imported) -> None:
        self.dictionary, self.stem, self.ids, self.out = dictionary, stem, ids, out
        self.told: dict[str, dict[tuple[object, ...], tuple[int, str]]] = {}

    def block(self, block: Block) -> None:
        lemmas = {v.line: self._lemma(v) for v in block.verbs}
        bare: list[Made] = []
        for verb in block.verbs:
            bare += self._verb(block, verb, lemmas[verb.line])
        if not block.verbs:
            for pattern in block.patterns:
                self._fault(
                    pattern.line,
                    f"the pattern {pattern.text!r} stands under a heading with no verb that could be read",
                )
            return
        shared = tuple(dict.fromkeys(lemmas.values()))
        coded_ones = [p for p in block.patterns if p.code not in NULL]
        for pattern in coded_ones:
            self._tried(pattern, lambda p: self._pattern(p, shared))
        for pattern in block.patterns:
            if pattern.code in NULL:
                self._tried(pattern, lambda p: self._null(p, bare))

    def _lemma(self, verb: Verb) -> str:
        """The lemma that the parser will find a verb under."""
        head, _, rest = verb.lemma.partition(" ")
        base = words().base(head, "verb")
        if base is None:
            self._note(
                verb.line, f"{head!r} is no verb that the parser knows; its entry stays as it is written"
            )
        elif base != head:
            self._note(verb.line, f"{head!r} is entered as {base!r}, as the parser names it")
            head = base
        return f"{head} {rest}".strip()

    def _verb(self, block: Block, verb: Verb, lemma: str) -> list[Made]:
        code = verb.code if verb.code is not None else block.code
        if code is None or code in NULL or not code:
            self.out.silent += 1
            return []
        try:
            made = self._made(Asked(), (lemma,), code, verb.line, bare=True)
        except Fault as fault:
            self._fault(verb.line, f"{verb.lemma}: {fault}")
            return []
        self.out.verbs += bool(made)
        return made

    def _tried(self, pattern: Pattern, make: Callable[[Pattern], None]) -> None:
        try:
            make(pattern)
        except Fault as fault:
            self._fault(pattern.line, f"{pattern.text}: {fault}")

    def _pattern(self, pattern: Pattern, lemmas: tuple[str, ...]) -> None:
        if pattern.code == DISCARD:
            raise Fault("[###] passes the whole sentence over; an entry says only what its own verb tells")
        coded(pattern.code)  # a code that is none is told before anything else
        made = [
            m
            for told in asked(pattern, self.dictionary.sets)
            for m in self._made(told, lemmas, pattern.code, pattern.line, bare=False)
        ]
        self.out.patterns += bool(made)

    def _null(self, pattern: Pattern, bare: Sequence[Made]) -> None:
        """Take what a pattern says is no event out of the entry of the verb alone."""
        found = asked(pattern, self.dictionary.sets)
        if bare:
            exceptions = [told.only_words for told in found]
            if not all(exceptions):
                raise Fault(
                    "nothing is coded where several things hold at once; an exception asks for one slot alone"
                )
            for slot, tests in (x for x in exceptions if x is not None):
                for made in bare:
                    made.unless[slot] = tuple(dict.fromkeys((*made.unless.get(slot, ()), *tests)))
        self.out.silent += 1

    def _made(self, told: Asked, lemmas: tuple[str, ...], code: str, line: int, *, bare: bool) -> list[Made]:
        what = coded(code)
        actor, recipient, reciprocal, when = _frame(told, what)
        new = tuple(
            " ".join((*spelt, *told.rest))
            for lemma in self._untold(lemmas, told, code, what, line)
            for spelt in _spelt(lemma)
        )
        if not new:
            return []
        made = Made(
            self._id(what, line),
            new,
            what,
            actor,
            recipient,
            reciprocal,
            when,
            f"{self.dictionary.file}:{line}",
            bare,
        )
        self.out.entries.append(made)
        return [made]

    def _untold(self, lemmas: Sequence[str], told: Asked, code: str, what: Coded, line: int) -> Iterator[str]:
        """The verbs for which the same has not been said already; what is said again otherwise is left out."""
        key = (
            tuple(sorted(told.rest)),
            tuple(sorted(told.words.items())),
            told.source or ("subj",),
            told.target,
        )
        for lemma in lemmas:
            earlier = self.told.setdefault(lemma, {}).get(key)
            if earlier is None:
                self.told[lemma][key] = line, code
                yield lemma
            elif coded(earlier[1]) == what:
                self._note(line, f"{lemma!r} says what line {earlier[0]} says")
            else:
                self._fault(
                    line,
                    f"{lemma!r} has the code [{code}] here and [{earlier[1]}] on line {earlier[0]}, which counts",
                )

    def _id(self, what: Coded, line: int) -> str:
        id_ = wanted = f"{what.act.lower()}.{self.stem}-{line}"
        number = 2
        while id_ in self.ids:
            id_, number = f"{wanted}-{number}", number + 1
        self.ids.add(id_)
        return id_

    def _fault(self, line: int, message: str) -> None:
        self.out.issues.append(Issue("fault", self.dictionary.file, line, message))

    def _note(self, line: int, message: str) -> None:
        self.out.issues.append(Issue("note", self.dictionary.file, line, message))


def _spelt(lemma: str) -> Iterator[tuple[str, ...]]:
    """A verb with the words that go with it, under each lemma that the reader may name it by."""
    head, *rest = lemma.split()
    yield from ((found, *rest) for found in words().lemmas(head))


def _frame(
    told: Asked, what: Coded
) -> tuple[tuple[str, ...], tuple[str, ...], bool, dict[str, tuple[str, ...]]]:
    """Where the actors and recipients of an entry stand, whether they are all actors, and its conditions.

    Source and target must both be actors that can be told, as PETRARCH codes nothing without them.
    """
    when = {s: tuple(f"word:{w}" if w in TESTS else w for w in listed) for s, listed in told.words.items()}
    source, target = told.source or ("subj",), told.target
    if source[0] not in when:
        when[source[0]] = _ACTOR
    if what.act == "CONSULT" and what.mode not in ("visit", "third-party"):
        parties = target[-1:] or ("obj", "prep:with", "prep:between", "prep:among")
        when |= dict.fromkeys(target[-1:], _ACTOR)
        return tuple(dict.fromkeys((*source, *parties))), (), True, when
    if what.hosting:
        visitors = target[-1:] or ("obj",)
        return visitors, source, False, {**when, visitors[0]: _ACTOR}
    if len(target) == 1:
        return source, target, False, {**when, target[0]: _ACTOR}
    if not target:
        places = _HOSTS if what.mode == "visit" else _ANYWHERE
        target = tuple(
            sorted(places, key=lambda slot: slot in when)
        )  # stable: those with words of their own last
        if what.act in _ALONE:
            return source, target, False, when
    return source, target, False, {**when, RECIPIENT: _ACTOR}


def write_lexicon(entries: Iterable[Made]) -> str:
    """The text of a lexicon file: the same entries make the same file."""
    out = [_HEAD, "verbs:\n"]
    for e in entries:
        out.append(f"  - id: {_word(e.id)}\n    act: {e.code.act}\n    lemmas: {_listed(e.lemmas)}\n")
        if e.code.mode:
            out.append(f"    mode: {e.code.mode}\n")
        out.append(f"    actor: {_listed(e.actor)}\n")
        if e.recipient:
            out.append(f"    recipient: {_listed(e.recipient)}\n")
        if e.reciprocal:
            out.append("    reciprocal: true\n")
        for key, conditions in (("when", e.when), ("unless", e.unless)):
            if conditions:
                told = ", ".join(f"{_word(slot)}: {_listed(tests)}" for slot, tests in conditions.items())
                out.append(f"    {key}: {{{told}}}\n")
        out.append(f"    source: {json.dumps(e.source, ensure_ascii=False)}\n")
    return "".join(out)


def _listed(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_word, items))}]"


def _word(word: str) -> str:
    return word if _PLAIN.fullmatch(word) and word not in _RESERVED else json.dumps(word, ensure_ascii=False)
