"""All mentions of one doc but those that refer back: persons, states and groups, agent phrases."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.actors.groups import Groups
from dragoman.actors.knowledge import KnowledgeBase
from dragoman.actors.nominals import Nominals
from dragoman.actors.people import People
from dragoman.actors.story import Story
from dragoman.actors.vocabulary import read_vocabulary
from dragoman.language import Grammar, Layout

# Shared with the places room: verbs whose object is a place.
VISITING = read_vocabulary().visiting


def resolve(
    doc: Doc, g: Grammar, layout: Layout, kb: KnowledgeBase, on: str | None
) -> tuple[Story, People, Nominals]:
    """Find who is named, titled or described; the order of the finders settles who owns a word."""
    story = Story(doc, g, layout, kb, on)
    people = People(story)
    people.run()
    groups = Groups(story, people)
    groups.run()
    nominals = Nominals(story, groups)
    nominals.run()
    people.settle()
    return story, people, nominals
