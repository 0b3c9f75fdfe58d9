"""What the coder works with in one doc: who finds the parts of an act, and what has been coded so far."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from dragoman.coding.answers import Answers
from dragoman.coding.coded import Coded, Reason
from dragoman.coding.contacts import Contacts
from dragoman.coding.counterparts import Counterparts
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.matching import Matcher
from dragoman.coding.participants import Participants
from dragoman.coding.roles import Roles
from dragoman.coding.said import Said
from dragoman.coding.seeming import Seeming
from dragoman.coding.untold import Untold
from dragoman.language import Grammar, grammar


class Bench:
    """The tools and the work of coding one doc; `code` gives the act of a predicate, if it tells one."""

    def __init__(self, doc: Doc, lexicon: Lexicon, code: Callable[[int], Coded | None]) -> None:
        self.g: Grammar = grammar(doc)
        self.lexicon = lexicon
        self.code = code
        self.people = Participants(doc)
        self.matcher = Matcher(self.g, self.people, lexicon)
        self.roles = Roles(self.g, self.people)
        self.counterparts = Counterparts(self.g, self.people, self.roles, self.matcher.act_at)
        self.said = Said(self.g, self.people, self.matcher, self.counterparts)
        self.seeming = Seeming(self.g, self.matcher.act_at)
        self.answers = Answers(self.g, self.people, self.matcher.act_at)
        self.contacts = Contacts(self.g, self.people)
        self.untold = Untold(self.g, self.people, code)
        self.kept: dict[int, Coded | None] = {}  # what each predicate asked so far tells
        self.alleged: list[int] = []  # predicates of what one is accused of by nobody told
        self.refused: dict[int, Reason] = {}  # predicates whose sense holds, but which tell no act, and why

    def done(self) -> list[Coded]:
        """The acts coded so far."""
        return [one for one in self.kept.values() if one is not None]

    def refuse(self, i: int, reason: Reason) -> Coded | None:
        """No act: keeps why the predicate at `i` tells none though a sense of it holds (`explain --why-not`)."""
        self.refused[i] = reason
        return None
