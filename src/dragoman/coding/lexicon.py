"""The lexicon: verbs, nouns and adjectives with their frames, read from `lexicon/*.yml`.

An entry names lemmas, an act and mode, a frame (which grammatical slot is actor, which recipient), and
conditions on its slots. `docs/lexicon.md` explains the format. What there are thousands of is a named tuple: dataclasses with
slots take four times as long to load from the cache.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, NamedTuple

from dragoman.coding.ontology import acts
from dragoman.datafiles import File, compiled, files_below, read_yaml
from dragoman.errors import KnowledgeError

LEXICON = resources.files("dragoman.coding") / "lexicon"
EntryKind = Literal["verb", "noun", "adjective"]
_SECTIONS: dict[str, EntryKind] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}
_KEYS = {
    "id", "lemmas", "mode", "frame", "actor", "recipient", "reciprocal", "when", "unless", "governs",
    "source", "examples", "note", "act", "__line__",
}  # fmt: skip
GOVERNS = ("request", "reject", "threaten", "promise", "pledge", "offer", "decide")
# Of these, those by which one says what one will do oneself.
PROMISES = frozenset({"promise", "pledge", "offer", "decide"})
# Acts whose object is what was said or planned: a pronoun for it (`Washington would veto it`) will do.
SPOKEN = frozenset({"REJECT", "SUPPORT", "AGREE", "ACCUSE", "CONCEDE"})
# Tests that ask nothing of the knowledge base.
_PLAIN = frozenset({"number", "any", "none"})
_SLOT = re.compile(r"^(?:subj|obj|iobj|comp|comp-subj|comp-obj|home|poss|mod|prep:[a-z]+(?: [a-z]+)?)$")
# Of conditions alone: whichever slots the frame of the entry has its recipient in.
RECIPIENT = "recipient"
# Before a word that is the name of a test: `word:state` is the word `state`.
_WORD = "word:"
TESTS = {
    "actor", "armed-group", "civil", "media-outlet", "number", "several", "state", "person", "place", "placed", "any", "none", "infinitive", "question", "subjunctive", "past",
}  # fmt: skip
PREPOSITIONS = frozenset(
    [
        "of",
        "with",
        "to",
        "from",
        "on",
        "in",
        "at",
        "for",
        "against",
        "between",
        "among",
        "by",
        "over",
        "into",
        "about",
        "off",
        "toward",
        "towards",
        "through",
        "under",
        "as",
        "after",
        "before",
        "upon",
        "out",
        "up",
        "down",
        "away",
        "back",
        "apart",
        "together",
        "across",
        "around",
        "aside",
        "along",
        "behind",
    ]
)


class Frame(NamedTuple):
    """Which slots hold the actors and which the recipients, in order of preference."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    reciprocal: bool = False


_VERB_PREPS = ("prep:against", "prep:at", "prep:on", "prep:over")
FRAMES: Mapping[str, Mapping[str, Frame]] = {
    "verb": {
        "transitive": Frame(("subj",), ("obj",)),
        "intransitive": Frame(("subj",)),
        "to": Frame(("subj",), ("iobj", "prep:to", "prep:for")),
        "against": Frame(("subj",), _VERB_PREPS),
        "from": Frame(("subj",), ("prep:from",)),
        "with": Frame(("subj",), ("prep:with",)),
        "reciprocal": Frame(("subj", "obj", "prep:with"), (), True),
        "visit": Frame(("subj",), ("obj", "prep:to", "prep:in", "prep:at", "prep:for")),
        "host": Frame(("obj",), ("subj",)),
    },
    "noun": {
        "meeting": Frame(
            ("poss", "mod", "prep:between", "prep:among", "prep:of", "prep:with", "subj"), (), True
        ),
        "visit": Frame(("poss", "prep:of", "prep:by", "subj", "mod"), ("prep:to", "prep:in")),
        "attack": Frame(
            ("poss", "mod", "prep:by", "subj", "prep:between", "prep:among"),
            ("prep:on", "prep:against", "prep:of", "prep:at", "prep:with"),
        ),
        "deed": Frame(
            ("poss", "mod", "prep:by", "prep:from", "subj"), ("prep:to", "prep:for", "prep:with", "prep:of")
        ),
        "speech": Frame(
            ("poss", "mod", "prep:by", "prep:from", "subj"),
            ("prep:of", "prep:against", "prep:on", "prep:to", "prep:at"),
        ),
    },
    "adjective": {"promise": Frame(("subj",), ())},
}


class Example(NamedTuple):
    """A sentence and what must be coded from it, in the notation of `gives` (`docs/lexicon.md`)."""

    text: str
    gives: str
    line: int


# Tests for who stands in a slot, which an act that is only named (`called for a raid`) need not pass.
_WHO = frozenset({"actor", "armed-group", "media-outlet", "state", "person", "place"})


class Condition(NamedTuple):
    """What must, or must not, stand in a slot: one of the tests, as written and made ready.

    `words` are the tests that are words, `classes` the words of those that are classes, `kinds` the others.
    """

    slot: str
    tests: tuple[str, ...]
    words: frozenset[str]
    classes: tuple[frozenset[str], ...]
    kinds: tuple[str, ...]

    @property
    def who(self) -> bool:
        """Whether it asks who stands there."""
        return not _WHO.isdisjoint(self.kinds)


class Entry(NamedTuple):
    """One sense: lemmas that share act, mode, frame and conditions."""

    id: str
    kind: EntryKind
    act: str
    mode: str | None
    lemmas: tuple[str, ...]
    frame: Frame
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    governs: str | None
    source: str
    examples: tuple[Example, ...]
    file: str
    line: int
    wording: tuple[Condition, ...]
    """The conditions of `when` that only ask for words, with no exception to them: cheap, and what mostly fails."""
    further: tuple[Condition, ...]
    """Those of `when` that are still to be asked where all of `wording` hold."""

    @property
    def origin(self) -> str:
        """Its id and where it stands, as an explanation says it."""
        return f"entry {self.id} ({self.file}:{self.line})"


class Sense(NamedTuple):
    """One lemma of an entry, split into its head and the words that must stand with it."""

    entry: Entry
    head: str
    rest: tuple[str, ...]
    after: bool  # nouns: the other words follow the head ("exchange of views")
    rank: int

    @property
    def preposition(self) -> str | None:
        """The preposition that ends a verb's lemma (`take part in`): its object is the verb's."""
        last = self.rest[-1] if self.rest and self.entry.kind == "verb" else None
        return last if last in PREPOSITIONS else None


class _Needing(NamedTuple):
    """Numbers of senses: of those that need no word beside their head, and of those that do, by the first one."""

    none: list[int]
    words: dict[str, list[tuple[int, tuple[str, ...]]]]


def _needing(senses: list[Sense]) -> _Needing:
    kept = _Needing([], {})
    for n, sense in enumerate(senses):
        if not sense.rest:
            kept.none.append(n)
            continue
        for rest in {sense.rest, tuple(w.replace("-", "") for w in sense.rest)}:  # "a cease-fire talk"
            kept.words.setdefault(rest[0], []).append((n, rest))
    return kept


@dataclass
class Lexicon:
    """All entries, indexed by kind and head lemma, the most specific sense first."""

    entries: dict[str, Entry] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    verbs: dict[str, list[Sense]] = field(default_factory=dict)
    nouns: dict[str, list[Sense]] = field(default_factory=dict)
    adjectives: dict[str, list[Sense]] = field(default_factory=dict)
    # Of each verb and noun asked for: which of its senses need no word beside it, and which need one first of all.
    _needing: dict[tuple[str, str], _Needing] = field(default_factory=dict, repr=False)

    def verbs_beside(self, lemma: str, words: Callable[[], set[str]]) -> list[Sense]:
        """The senses of a verb whose further words are among `words` (asked for if need be), best first."""
        return self._beside("verb", self.verbs, lemma, words)

    def nouns_beside(self, lemma: str, words: Callable[[], set[str]]) -> list[Sense]:
        """The senses of a noun whose further words are among `words` (asked for if need be), best first."""
        return self._beside("noun", self.nouns, lemma, words)

    def _beside(
        self, kind: EntryKind, index: dict[str, list[Sense]], lemma: str, words: Callable[[], set[str]]
    ) -> list[Sense]:
        senses = index.get(lemma)
        if senses is None:
            return []
        kept = self._needing.get((kind, lemma))
        if kept is None:
            kept = self._needing[kind, lemma] = _needing(senses)
        if not kept.words:
            return senses
        near = words()
        chosen = set(kept.none)
        for word in near.intersection(kept.words):
            chosen.update(n for n, rest in kept.words[word] if near.issuperset(rest))
        return [senses[n] for n in sorted(chosen)]

    def _index(self, kind: EntryKind) -> dict[str, list[Sense]]:
        return {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}[kind]

    def add(self, entry: Entry) -> None:
        """Index an entry; a later entry with the same id replaces the earlier one."""
        if entry.id in self.entries:
            self._needing.clear()
            for senses in self._index(self.entries[entry.id].kind).values():
                senses[:] = [s for s in senses if s.entry.id != entry.id]
        self.entries[entry.id] = entry
        for lemma in entry.lemmas:
            sense = _sense(entry, lemma)
            self._needing.pop((entry.kind, sense.head), None)
            senses = self._index(entry.kind).setdefault(sense.head, [])
            senses.append(sense)
            senses.sort(key=lambda s: -s.rank)  # stable: file order among equals

    @property
    def senses(self) -> tuple[int, int]:
        """How many verb senses and noun senses there are."""
        return sum(map(len, self.verbs.values())), sum(map(len, self.nouns.values()))


def _sense(entry: Entry, lemma: str) -> Sense:
    words = lemma.lower().split()
    named = sum(any(test not in TESTS for test in condition.tests) for condition in entry.when)
    rank = 4 * (len(words) - 1) + 3 * named + len(entry.when)
    if entry.kind != "noun" or len(words) == 1:
        return Sense(entry, words[0], tuple(words[1:]), False, rank)
    for i, word in enumerate(words[1:], 1):
        if word in PREPOSITIONS:
            return Sense(entry, words[i - 1], tuple(words[i:]), True, rank)
    return Sense(entry, words[-1], tuple(words[:-1]), False, rank)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(str(v) for v in (value if isinstance(value, list) else [value]))


class _FaultError(ValueError):
    """What is wrong with a value, before it is known where it stands."""


def _words(key: str, value: Any) -> tuple[str, ...]:
    """A word or a list of words. Raises `_FaultError` for anything else."""
    listed = value if isinstance(value, list) else [value]
    if not listed or not all(isinstance(v, str | int) and str(v).strip() for v in listed):
        raise _FaultError(f"{key} holds {_kind(value)}, where a word or a list of words belongs")
    return _strings(value)


def _one(raw: Mapping[str, Any], key: str) -> str | None:
    """The one word under a key, if it is there. Raises `_FaultError` for anything else."""
    value = raw.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise _FaultError(f"{key} holds {_kind(value)}, where one word belongs")
    return value


def _kind(value: Any) -> str:
    """What a value is, for a message."""
    if isinstance(value, list):
        odd = [v for v in value if not isinstance(v, str | int) or not str(v).strip()]
        return f"a list with {_kind(odd[0])}" if odd else "a list" if value else "an empty list"
    if isinstance(value, dict):
        return "a mapping"
    return "nothing" if value is None or not str(value).strip() else repr(value)


def _conditions(
    file: File, line: int, rule: str, raw: Any, classes: Mapping[str, frozenset[str]]
) -> tuple[Condition, ...]:
    out = []
    if raw is not None and not isinstance(raw, dict):
        raise _FaultError(f"conditions are {_kind(raw)}, where slots with their words belong")
    for slot, values in (raw or {}).items():
        if slot == "__line__":
            continue
        if not isinstance(slot, str) or not (slot == RECIPIENT or _SLOT.match(slot)):
            raise KnowledgeError(str(file), line, f"entry {rule!r}: there is no slot {slot!r}")
        tests = _words(slot, values)
        for test in tests:
            if test.startswith("$") and test[1:] not in classes:
                raise KnowledgeError(str(file), line, f"entry {rule!r}: there is no word class {test!r}")
            if test.startswith("act:") and test[4:] not in acts():
                raise KnowledgeError(str(file), line, f"entry {rule!r}: PLOVER has no act {test[4:]!r}")
        kinds = tuple(t for t in tests if t in TESTS or t.startswith("act:"))
        words = frozenset(t.removeprefix(_WORD) for t in tests if t not in kinds and t[0] != "$")
        named = tuple(classes[t[1:]] for t in tests if t[0] == "$")
        out.append(Condition(slot, tests, words, named, kinds))
    return tuple(out)


def _frame(file: File, kind: EntryKind, raw: Mapping[str, Any]) -> Frame:
    line, rule = raw["__line__"], raw["id"]
    name = _one(raw, "frame")
    if name is not None and name not in FRAMES[kind]:
        choices = ", ".join(FRAMES[kind])
        raise KnowledgeError(
            str(file), line, f"entry {rule!r}: {kind}s have no frame {name!r}; there are {choices}"
        )
    base = FRAMES[kind][name] if name else Frame(("subj",), ())
    actor = _words("actor", raw["actor"]) if "actor" in raw else base.actor
    recipient = _words("recipient", raw["recipient"]) if raw.get("recipient") else base.recipient
    for slot in (*actor, *recipient):
        if not _SLOT.match(slot):
            raise KnowledgeError(str(file), line, f"entry {rule!r}: there is no slot {slot!r}")
    reciprocal = {"true": True, "false": False, None: base.reciprocal}
    if (told := _one(raw, "reciprocal")) not in reciprocal:
        raise _FaultError(f"reciprocal holds {told!r}, where true or false belongs")
    return Frame(actor, recipient, reciprocal[told])


def _entry(
    file: File, kind: EntryKind, act: str, raw: Mapping[str, Any], classes: Mapping[str, frozenset[str]]
) -> Entry:
    line = raw["__line__"]
    try:
        rule = _one(raw, "id")
        if rule is None:
            raise KnowledgeError(str(file), line, "an entry has no id")
        return _made(file, kind, act, rule, raw, classes)
    except _FaultError as fault:
        name = f"entry {raw['id']!r}: " if isinstance(raw.get("id"), str) else ""
        raise KnowledgeError(str(file), line, f"{name}{fault}") from None


def _made(
    file: File,
    kind: EntryKind,
    act: str,
    rule: str,
    raw: Mapping[str, Any],
    classes: Mapping[str, frozenset[str]],
) -> Entry:
    line = raw["__line__"]
    unknown = {str(key) for key in raw} - _KEYS
    if unknown:
        raise KnowledgeError(str(file), line, f"entry {rule!r}: there is no key {min(unknown)!r}")
    act = _one(raw, "act") or act
    mode = _one(raw, "mode")
    if act not in acts():
        told = f"PLOVER has no act {act!r}" if act else "neither it nor the file names an act"
        raise KnowledgeError(str(file), line, f"entry {rule!r}: {told}")
    if mode is not None and mode not in acts()[act].modes:
        choices = ", ".join(acts()[act].modes) or "none"
        raise KnowledgeError(str(file), line, f"entry {rule!r}: {act} has no mode {mode!r}; it has {choices}")
    if not raw.get("lemmas"):
        raise KnowledgeError(str(file), line, f"entry {rule!r} has no lemmas")
    governs = _one(raw, "governs")
    if governs is not None and governs not in GOVERNS:
        choices = ", ".join(GOVERNS)
        raise KnowledgeError(str(file), line, f"entry {rule!r}: governs {governs!r}; there are {choices}")
    lemmas = _words("lemmas", raw["lemmas"])
    examples = []
    listed = raw.get("examples") or []
    for example in listed if isinstance(listed, list) else [listed]:
        if not isinstance(example, dict) or not {"text", "gives"} <= set(example):
            raise KnowledgeError(str(file), line, f"entry {rule!r}: an example needs text and gives")
        for key in ("text", "gives"):
            if not isinstance(example[key], str):
                raise _FaultError(f"the {key} of an example holds {_kind(example[key])}, where words belong")
        given = example["gives"].partition("->")[0].split()
        if given != ["none"] and (len(given) < 2 or given[1].partition("/")[0] not in acts()):
            told = f"entry {rule!r}: gives {example['gives']!r} is neither none nor ACTORS ACT"
            raise KnowledgeError(str(file), example["__line__"], told)
        examples.append(Example(example["text"], example["gives"], example["__line__"]))
    # The subject is asked last: whether it is a deed rather than a doer takes longest to tell.
    when = tuple(
        sorted(_conditions(file, line, rule, raw.get("when"), classes), key=lambda c: c.slot == "subj")
    )
    wording = tuple(
        c
        for c in when
        if {*c.kinds} <= _PLAIN
        and (kind == "verb" or c.slot != "subj")
        and (c.slot != "obj" or act not in SPOKEN)
    )
    return Entry(
        id=rule,
        kind=kind,
        act=act,
        mode=mode,
        lemmas=lemmas,
        frame=_frame(file, kind, raw),
        when=when,
        unless=_conditions(file, line, rule, raw.get("unless"), classes),
        governs=governs,
        source=str(raw.get("source", "usage")),
        examples=tuple(examples),
        file=file.name,
        line=line,
        wording=wording,
        # Whether a subject is any, none or a number is asked again, of the doers among its words.
        further=tuple(c for c in when if c not in wording or (c.slot == "subj" and c.kinds)),
    )


def build_lexicon(files: Iterable[File]) -> Lexicon:
    """Read lexicon files, classes first. Raises `KnowledgeError` with file and line on the first fault."""
    lexicon = Lexicon()
    _lay_over(lexicon, files)
    return lexicon


def _lay_over(lexicon: Lexicon, files: Iterable[File]) -> None:
    """Add the classes and entries of files; an id of the lexicon as it was is replaced, but none stands in them twice."""
    places: dict[str, str] = {}
    for file in sorted(files, key=lambda f: not f.name.startswith("classes")):  # stable otherwise
        raw = read_yaml(file)
        if not isinstance(raw, dict):
            raise KnowledgeError(str(file), 1, "is empty" if raw is None else "holds no mapping")
        if file.name.startswith("classes"):
            for name, words in raw.items():
                if name != "__line__":
                    known = lexicon.classes.get(name, frozenset())
                    lexicon.classes[name] = known | {w.lower() for w in _class(file, name, words)}
            continue
        for kind, item in _items(file, raw):
            entry = _entry(file, kind, raw.get("act") or "", item, lexicon.classes)
            if entry.id in places:
                raise KnowledgeError(
                    str(file), entry.line, f"the id {entry.id!r} stands in {places[entry.id]} too"
                )
            places[entry.id] = f"{entry.file}:{entry.line}"
            lexicon.add(entry)


def _class(file: File, name: str, words: Any) -> tuple[str, ...]:
    try:
        return _words(f"the word class {name!r}", words)
    except _FaultError as fault:
        raise KnowledgeError(str(file), None, str(fault)) from None


def _items(file: File, raw: Mapping[str, Any]) -> Iterator[tuple[EntryKind, Mapping[str, Any]]]:
    """The entries of a file as they are written, each with its kind."""
    line = raw["__line__"]
    unknown = sorted(str(key) for key in raw if key not in (*_SECTIONS, "act", "__line__"))
    if unknown:
        raise KnowledgeError(
            str(file), line, f"there is no section {unknown[0]!r}; there are act, {', '.join(_SECTIONS)}"
        )
    if not isinstance(raw.get("act") or "", str):
        raise KnowledgeError(str(file), line, f"act holds {_kind(raw['act'])}, where one word belongs")
    for section, kind in _SECTIONS.items():
        listed = raw.get(section) or []
        if not isinstance(listed, list):
            raise KnowledgeError(
                str(file), line, f"{section} holds {_kind(listed)}, where a list of entries belongs"
            )
        for number, item in enumerate(listed, 1):
            if not isinstance(item, dict):
                told = f"entry {number} of {section} is {_kind(item)}, where keys with their values belong"
                raise KnowledgeError(str(file), line, told)
            yield kind, item


@lru_cache(maxsize=1)
def builtin_lexicon() -> Lexicon:
    """The lexicon that ships with Dragoman."""
    files = list(files_below(LEXICON, ".yml"))
    return compiled("lexicon", files, lambda: build_lexicon(files), also="8")


def load_lexicon(extra: Iterable[Path] = ()) -> Lexicon:
    """The built-in lexicon with a user's files over it: an entry with the same id replaces ours."""
    paths = list(extra)
    if not paths:
        return builtin_lexicon()
    base = build_lexicon(files_below(LEXICON, ".yml"))
    _lay_over(base, paths)
    return base
