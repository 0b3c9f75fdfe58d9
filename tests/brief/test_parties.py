from __future__ import annotations

import pytest

from dragoman.brief.parties import Party, acts_for, is_known, resolve_party, speaks_for
from dragoman.errors import RunError
from dragoman.schema import Actor, Document, Participant, Reading


def reading(*actors: Actor, published: str = "2015-12-15") -> Reading:
    return Reading(document=Document(text="x", published=published), actors=list(actors))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Russia", "RUS"), ("russia", "RUS"), ("RUS", "RUS"), ("the United States", "USA"), ("US", "USA"),
        ("Washington", "USA"), ("American", "USA"), ("EU", "eu"), ("European Union", "eu"), ("NATO", "nato"),
        ("Lavrov", "sergey-lavrov"), ("sergei lavrov", "sergey-lavrov"),
    ],
)  # fmt: skip
def test_names_that_are_known(name: str, id_: str) -> None:
    assert resolve_party(name, [reading()]).id == id_
    assert is_known(name)


def test_somebody_whom_only_the_texts_name() -> None:
    actor = Actor(id="jane-qwertz", name="Jane Qwertz", kind="person", country="USA", sector="GOV")
    assert resolve_party("Jane Qwertz", [reading(actor)]).id == "jane-qwertz"
    assert resolve_party("qwertz", [reading(actor)]).id == "jane-qwertz"
    assert not is_known("Qwertz")


def test_unknown_names_and_what_may_be_meant() -> None:
    with pytest.raises(RunError, match=r"D209 .*'Rusia' \(did you mean 'Russia'"):
        resolve_party("Rusia")
    with pytest.raises(RunError, match=r"'Xqzvk'\. Name a state"):
        resolve_party("Xqzvk")


def test_one_surname_of_several_people() -> None:
    with pytest.raises(RunError, match=r"D210 .*Kim Jong-un"):
        resolve_party("Kim", [reading()])
    kim = Actor(id="kim-jong-un", name="Kim Jong-un", kind="person", country="PRK", sector="GOV")
    assert resolve_party("Kim", [reading(kim)]).id == "kim-jong-un"


def who(id_: str, country: str | None = None, sector: str | None = None) -> Participant:
    return Participant(id=id_, name=id_, country=country, sector=sector)


def test_who_acts_for_whom() -> None:
    russia = Party(id="RUS", name="Russia", kind="state", country="RUS")
    assert acts_for(russia, who("RUS", "RUS", "GOV"))
    assert acts_for(russia, who("sergey-lavrov", "RUS", "GOV"))
    assert acts_for(russia, who("rus-mil-troop", "RUS", "MIL"))
    for sector in ("OPP", "REB", "CVL", "JRN", "ELI", None):
        assert not acts_for(russia, who("somebody", "RUS", sector)), sector
    assert not acts_for(russia, who("john-kerry", "USA", "GOV"))
    eu = Party(id="eu", name="European Union", kind="intergovernmental organisation")
    assert acts_for(eu, who("eu", None, "IGO"))
    assert acts_for(eu, who("federica-mogherini", None, "IGO"), "2015-12-15")
    assert not acts_for(eu, who("federica-mogherini", "ITA", "GOV"), "2014-05-01")
    lavrov = Party(id="sergey-lavrov", name="Sergey Lavrov", kind="person", country="RUS")
    assert acts_for(lavrov, who("sergey-lavrov", "RUS", "GOV"))
    assert not acts_for(lavrov, who("RUS", "RUS", "GOV"))


def test_a_single_member_of_parliament_speaks_for_himself() -> None:
    usa = resolve_party("United States")
    for id_, name, speaks in [
        ("john-mccain", "John McCain", False),
        ("usa-leg-lawmaker", "U.S. lawmakers", False),
        ("bob-brown", "Bob Brown", False),
        ("usa-senate", "United States Senate", True),
        ("nancy-pelosi", "Nancy Pelosi", True),
    ]:
        member = Participant(id=id_, name=name, country="USA", sector="LEG")
        assert acts_for(usa, member, "2020-05-01")
        assert speaks_for(usa, member, "2020-05-01") is speaks
