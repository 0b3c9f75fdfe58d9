"""Those who act and of whom the text tells nothing else."""

from __future__ import annotations

import pytest

from dragoman import Document, Reader


def doers(reader: Reader, text: str) -> list[list[tuple[str, str | None]]]:
    """Names and countries of those who do the acts of a text."""
    events = reader.read(Document(text=text, published="2018-03-01")).events
    return [[(a.name, a.country) for a in e.actors] for e in events]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Donors froze aid to Malawi after the vote.", "donors", None),
        ("Critics accused Erdogan of silencing the press.", "Critics", "TUR"),
        ("Hutu hardliners rejected the peace plan for Burundi.", "Hutu hardliners", "BDI"),
        ("The American Legion condemned the plan of the White House.", "American Legion", "USA"),
        ("The Democrat Patrick Lane accused Turkey of lying.", "Patrick Lane", "TUR"),
        ("A panel of the Chilean senate rejected the treaty with Peru.", "Senate of Chile", "CHL"),
    ],
)
def test_whoever_acts_is_somebody(reader: Reader, text: str, name: str, country: str | None) -> None:
    """A noun or a name of which nothing is known is its own actor where it does something."""
    assert [(name, country)] in doers(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The commission rejected the plan.",  # one named before, which the text leaves open
        "The former Marxist refused to board the ship.",
        "Ghana is home to donors.",
    ],
)
def test_who_is_named_before_is_no_stranger(reader: Reader, text: str) -> None:
    """One person or body told by a noun alone is somebody whom the text has named, and who only stands there does nothing."""
    assert doers(reader, text) == []


def test_a_metonym_is_no_building(reader: Reader) -> None:
    """The words of a metonym are not read as words for property."""
    (act,) = reader.read(Document(text="Putin criticised the White House.", published="2018-03-01")).events
    assert (act.act, [a.country for a in act.recipients]) == ("ACCUSE", ["USA"])


def test_an_address_is_no_part_of_a_name(reader: Reader) -> None:
    text = "The trade minister of Malta, Dr. Karmenu Zeppi, met the envoy of Chile, Mr. Pablo Riquelme, in Valletta."
    names = {a.name for a in reader.read(text, published="2018-12-13").actors if a.kind == "person"}
    assert {"Karmenu Zeppi", "Pablo Riquelme"} <= names
