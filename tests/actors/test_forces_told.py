"""Whose the forces are, and who movements were on the day: armies beside rebels, fronts that came to power."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Countries = dict[str, str | None]


def _mention(doc: Doc, wording: str) -> tuple[set[str], set[str | None]]:
    """The ids and countries of who is meant by the last occurrence of a wording."""
    at = doc.text.rindex(wording) + len(wording)
    found = [m for m in doc._.mentions.items if m.end == at]
    actors = max(found, key=lambda m: m.end - m.start).actors if found else ()
    return {a.id for a in actors}, {a.country for a in actors}


@pytest.mark.parametrize(
    ("text", "published", "countries"),
    [
        # whom the rebels fight whose state is known
        ("Peru's Shining Path rebels clashed with government troops on Monday, and neighbouring Bolivia said it "
         "had sent police.", "1992-05-04", {"government troops": "PER"}),
        ("The army bombed ELN guerrillas on Monday, and Venezuela closed its border.", "2018-05-07", {"army": "COL"}),
        ("Fighting between the army and Kachin Independence Army rebels killed ten on Monday, and China closed the "
         "border.", "2012-05-07", {"the army": "MMR"}),
        ("France praised the army. Chadian rebels ambushed soldiers on Monday.", "2006-05-07", {"soldiers": "TCD"}),
        # ... but not where it plays elsewhere
        ("NIAMEY - Boko Haram fighters attacked soldiers at Bosso on Friday.", "2016-06-04", {"soldiers": "NER"}),
        ("In Garissa, al-Shabaab gunmen shot soldiers. Kenya mourned them.", "2015-04-03", {"soldiers": "KEN"}),
        # what a government's troops do is told of the state that the sentence names
        ("The Rwandan government denied it. The Burundian president said that government troops had left Cibitoke.",
         "2015-05-07", {"government troops": "BDI"}),
        # an army tells what its own did
        ("Saudi warplanes bombed depots in northern Yemen, the army said.", "2016-05-07", {"the army": "SAU"}),
        ("Kenyan troops killed six gunmen in Somalia on Sunday. A military spokesman said two soldiers died.",
         "2012-05-07", {"military spokesman": "KEN", "soldiers": "KEN"}),
        ("KABUL - Pakistani troops fired rockets into Kunar province on Sunday, the army said.", "2012-06-26",
         {"the army": "AFG"}),
        # those who are sent are not of where they talk; what is said by the way of others is not told of them
        ("FREETOWN - Mediators had a promise from rebel negotiators in Togo to lay down their arms. Sierra Leone "
         "welcomed it.", "1999-05-24", {"rebel negotiators": "SLE"}),
        ("MANILA - Nine soldiers have been killed since May in ambushes blamed on the rebels, who were once trained in "
         "Libya.", "2003-06-07", {"soldiers": "PHL"}),
        ("BAMAKO - French officers met western rebel leaders in Mali on Monday.", "2013-06-07",
         {"western rebel leaders": "MLI"}),
        # who brings two sides together is neither
        ("Norway persuaded the government and the rebels to meet. The war in Nepal goes on.", "2003-05-07",
         {"the government": "NPL"}),
        ("Qatar called for talks, urging the government and the rebels of the Justice and Equality Movement to come.",
         "2009-05-07", {"the government": "SDN"}),
    ],
)  # fmt: skip
def test_whose_forces_are(read: Callable[..., Doc], text: str, published: str, countries: Countries) -> None:
    doc = read(text, published)
    assert {w: _mention(doc, w)[1] for w in countries} == {w: {code} for w, code in countries.items()}


@pytest.mark.parametrize(
    ("text", "published", "ids"),
    [
        ("The SPLA shelled Torit. The rebels left.", "1998-05-07", {"SPLA": "splm", "The rebels": "splm"}),
        ("The SPLA shelled Bentiu in South Sudan. The rebels left.", "2014-05-07", {"SPLA": "spla-army", "The rebels": "ssd-reb-rebel"}),
        ("The SPLM chose a chairman.", "2009-05-07", {"SPLM": "splm-party"}),
        ("Southern Sudan's army left Malakal. Khartoum denied it.", "2009-05-07", {"army": "ssd-military"}),
        ("The RPF took Kigali.", "1994-07-05", {"RPF": "rpf"}),
        ("The RPF named a candidate.", "2010-05-07", {"RPF": "rpf-party"}),
        ("The FNL shelled Bujumbura.", "2003-07-07", {"FNL": "fnl-burundi"}),
        ("UNITA lost the vote.", "2012-09-07", {"UNITA": "unita-party"}),
        # regions that speak, and who is sent by those whose name stands behind what they are
        ("Georgia offered talks. Raul Khajimba said the Abkhaz side would stay away.", "2016-05-07",
         {"Abkhaz side": "abkhazia"}),
        ("Georgia protested. Abkhaz soldiers held a Georgian farmer.", "2016-05-07",
         {"Abkhaz soldiers": "abkhazia-mil-soldier"}),
        ("Georgian soldiers held an Abkhaz farmer.", "2016-05-07", {"Georgian soldiers": "geo-mil-soldier"}),
        ("A delegation of the former rebel group MILF met Rodrigo Duterte.", "2017-05-07", {"MILF": "milf"}),
        # an acronym that the text explains is of whom it names
        ("The Angolan Armed Forces (FAA) took Bailundo. The FAA lost ten men.", "1999-10-20", {"FAA": "faa-angola"}),
        ("The FAA grounded the jets in Chicago.", "1999-10-20", {"FAA": "faa"}),
    ],
)  # fmt: skip
def test_who_a_movement_was_on_the_day(
    read: Callable[..., Doc], text: str, published: str, ids: dict[str, str]
) -> None:
    doc = read(text, published)
    assert {w: _mention(doc, w)[0] for w in ids} == {w: {id_} for w, id_ in ids.items()}
