"""English as it is found in the news: repair, layout, quotations, the parse and its logical grammar."""

from dragoman.language.english import other_language
from dragoman.language.grammar import Grammar, grammar
from dragoman.language.insets import InsetParser
from dragoman.language.layout import Block, Layout, lay_out, layout_of
from dragoman.language.parser import DEFAULT_MODEL, load_parser
from dragoman.language.quotations import Quotation, find_quotations, quotations_of
from dragoman.language.repair import repair

__all__ = [
    "DEFAULT_MODEL",
    "Block",
    "Grammar",
    "InsetParser",
    "Layout",
    "Quotation",
    "find_quotations",
    "grammar",
    "lay_out",
    "layout_of",
    "load_parser",
    "other_language",
    "quotations_of",
    "repair",
]
