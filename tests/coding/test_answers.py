"""Acts that answer one told just before take its doers for their other party."""

from __future__ import annotations

import pytest

from dragoman.coding.examples import notations
from dragoman.reader import Reader

ANSWERED = [
    ("Saudi jets bombed Sanaa. Iran condemned the raid.", "IRN ACCUSE/disapprove -> SAU"),
    ("Saudi jets bombed Sanaa. Iran condemned it.", "IRN ACCUSE/disapprove -> SAU"),
    ("Israel demolished ten homes in Hebron. Jordan denounced the demolitions.", "JOR ACCUSE/disapprove -> ISR"),
    ("Turkey lifted the ban. Greece welcomed the move.", "GRC SUPPORT -> TUR"),
    ("Ecuador offered to mediate. The offer was rejected by Bolivia.", "BOL REJECT/change -> ECU"),
    # a noun of another stem that is a word for the act
    ("Russia massed 20,000 troops at the border of Georgia. Estonia condemned the deployment.",
     "EST ACCUSE/disapprove -> RUS"),
    ("Chad and Sudan agreed to a truce. Egypt welcomed the agreement.", "EGY SUPPORT -> SDN,TCD"),
]  # fmt: skip


CARRIED_ON = [
    # whoever the act before was done to, or did it
    ("Bolivia cut its ties with Israel; Chile recalled its ambassador.", "CHL SANCTION/withdraw -> ISR"),
    ("Russia expelled five Swedish diplomats. Sweden recalled its ambassador.", "SWE SANCTION/withdraw -> RUS"),
    # who is accused rejects it to whoever accused
    ("Washington blacklisted eleven Chinese firms. Beijing rejected the allegations.", "CHN REJECT -> USA"),
    # nobody punishes himself
    ("Britain warned Zimbabwe of measures. Washington has frozen the assets of seven of its officials.",
     "USA SANCTION/discontinue -> ZWE"),
    # who is asked refuses whoever asked
    ("Thabo Mbeki asked Robert Mugabe to share power. Mugabe refused.", "ZWE REJECT -> ZAF"),
    # a bare office is not of the state that it turns against
    ("Buenos Aires rejected the drilling by British firms, and the foreign minister accused London of plunder.",
     "ARG ACCUSE/allege -> GBR"),
    # who asked is whom one promises to do so
    ("The United States asked Sudan to disarm the militias. Khartoum promised to do so.", "SDN AGREE -> USA"),
    # both of those told before
    ("The leaders of Armenia and Azerbaijan met Putin in Sochi. He urged both to refrain from force.",
     "RUS REQUEST/change -> ARM,AZE"),
    # a ministry is not of the state whose ambassador it summons
    ("Kyrgyzstan accused Tajikistan of shelling. The foreign ministry handed to the ambassador of Tajikistan a note of "
     "protest.", "KGZ ACCUSE/disapprove -> TJK"),
    # whom one dismisses is of one's own state
    ("King Gyanendra of Nepal met Manmohan Singh, the prime minister of India. King Gyanendra sacked the prime minister.",
     "NPL SANCTION -> NPL"),
    # whom the story has told that one turns against, if it is about him
    ("Ghana accused Togo of smuggling. Togo is small. Togo's army is weak. The president of Togo is ill. "
     "Ghana refused to hold talks.", "GHA REJECT/meet -> TGO"),
    # the state that the story is about
    ("Burundi is poor. Burundi's army is strong. The president of Burundi is ill. The World Bank suspended payments. "
     "Burundi will suffer.", "IGO SANCTION/discontinue -> BDI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "gives"), ANSWERED + CARRIED_ON)
def test_the_doer_of_what_is_answered(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        # unknown attackers are nobody to accuse
        ("A bomb killed ten people in Kabul. Pakistan condemned the attack.", "PAK ACCUSE/disapprove"),
        # another act than the one told
        ("Saudi jets bombed Sanaa. Iran condemned the sanctions.", "IRN ACCUSE/disapprove"),
        # told too far back
        ("Saudi jets bombed Sanaa. It rained. It was cold. It snowed. It froze. It thawed. It was late. Iran condemned the raid.", "IRN ACCUSE/disapprove"),
    ],
)  # fmt: skip
def test_nobody_to_answer(reader: Reader, text: str, gives: str) -> None:
    assert gives in notations(reader.read(text))
