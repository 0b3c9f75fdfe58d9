"""Texts in another language are warned of, English ones are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import Reader
from dragoman.cli import app
from dragoman.language import other_language

GOLD = Path(__file__).parents[2] / "evals" / "gold"
DUTCH = (
    "De minister van Buitenlandse Zaken heeft vrijdag in Den Haag gesproken met zijn collega uit Noorwegen over de situatie in "
    "de regio. Volgens een woordvoerder was het gesprek open en nuttig, maar zijn er nog veel vragen die op een antwoord "
    "wachten. De twee landen willen in de komende maanden verder praten over handel en veiligheid."
)
OTHERS = {
    "Dutch": DUTCH,
    "German": "Der Außenminister hat am Freitag in Berlin mit seinem Amtskollegen aus Peru über die Lage in der Region "
    "gesprochen. Wie ein Sprecher sagte, will man das, was in den Gesprächen erreicht wurde, in den nächsten Wochen prüfen. Die "
    "Opposition kritisierte die Reise als zu teuer und zu spät, die Regierung hat den Vorwurf aber als haltlos zurückgewiesen.",
    "Spanish": "El ministro de Asuntos Exteriores se reunió el viernes en Madrid con su homólogo de Noruega para hablar de la "
    "situación en la región. Según un portavoz, las dos partes acordaron continuar las conversaciones sobre comercio y "
    "seguridad en los próximos meses, y se prevé una visita a Oslo antes de fin de año, aunque no se ha fijado una fecha.",
    "Turkish": "Dışişleri Bakanı cuma günü Ankara'da Norveçli mevkidaşıyla bölgedeki durumu görüşmek üzere bir araya geldi. Bir "
    "sözcüye göre iki taraf önümüzdeki aylarda ticaret ve güvenlik konusundaki görüşmeleri sürdürme konusunda anlaştı, ancak "
    "henüz bir tarih belirlenmedi. Muhalefet ise ziyaretin çok geç ve çok pahalı olduğunu söyleyerek hükümeti eleştirdi.",
    "Russian": "Министр иностранных дел встретился в пятницу в Москве со своим норвежским коллегой, чтобы обсудить положение в "
    "регионе. По словам представителя, обе стороны договорились продолжить переговоры.",
    "Chinese": "外交部长星期五在北京会见了挪威外交大臣,就地区局势交换意见。发言人说,双方同意在今后几个月继续就贸易和安全问题进行谈判。"
    * 2,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages_are_told(text: str) -> None:
    assert other_language(text) is not None


@pytest.mark.parametrize("folder", ["dev", "fresh-dev"])
def test_no_english_text_of_the_gold_is_told(folder: str) -> None:
    texts = {
        f.name: json.loads(f.read_text(encoding="utf-8"))["text"] for f in (GOLD / folder).glob("*.json")
    }
    assert texts
    assert [name for name, text in texts.items() if other_language(text) is not None] == []
    assert [name for name, text in texts.items() if other_language(text[:400].upper()) is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "De minister sprak met zijn collega.",  # too short to tell
        "Present: " + ", ".join(f"Sergey Lavrov{k}, Johan van der Berg, Frank-Walter Steinmeier" for k in "abcdefgh"),
        "\n".join(
            ["Envoy meets rebels in Juba", "Peace talks resume after pause", "Ministers agree new sanctions list",
             "Navy holds drill near island", "Troops leave border town", "Court frees opposition leader",
             "Oil workers strike over pay", "Parliament rejects budget", "President arrives for talks",
             "Rebels attack army post", "Police arrest protest leaders", "Two killed in blast at market"]
        ),
        "The minister said: “" + DUTCH[:170] + "” He added that the talks would go on, and that the two countries had agreed to "
        "meet again before the end of the year, though no date has been set for the visit and officials declined to say more.",
    ],
)  # fmt: skip
def test_what_is_not_judged_or_is_english_enough(text: str) -> None:
    assert other_language(text) is None


def test_the_reading_and_the_command_line_warn(tmp_path: Path) -> None:
    (warning,) = (w for w in Reader().read(DUTCH).warnings if w.kind == "other language")
    assert warning.span is None
    assert warning.message.startswith("the text seems not to be in English")
    file = tmp_path / "nl.txt"
    file.write_text(DUTCH, encoding="utf-8")
    done = CliRunner().invoke(app, ["read", str(file), "--jsonl"])
    assert done.exit_code == 0
    assert "nl.txt: seems not to be in English" in " ".join(done.stderr.split())
