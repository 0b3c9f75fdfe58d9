"""Whatever comes in: a clear message, exit code 2 (nothing readable) or 1 (some failed), never a traceback."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from dragoman import Document, Reader
from dragoman.cli import app
from dragoman.cli.reading import file_name
from dragoman.cli.terminal import show
from dragoman.errors import DocumentError, DragomanError
from dragoman.schema import Reading
from dragoman.sources import Names, SourceOptions, open_documents

RUN = CliRunner()
TEXT = "Kerry met Lavrov in Geneva on Friday. “The talks were useful,” Kerry said at the café.\r\n"


def read(*arguments: Path | str) -> Result:
    """`dragoman read`, with an error that ends the run taken as the entry point takes it."""
    result = RUN.invoke(app, ["read", *map(str, arguments), "--jsonl"])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        assert isinstance(result.exception, DragomanError), result.exception
        result.exit_code = 2
        result.stderr_bytes = f"dragoman: {result.exception}".encode()
    return result


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-32", None),
        ("cp1252", "cp1252 (detected)"),
        ("utf-16-le", "utf-16-le (detected)"),
        ("utf-16-be", "utf-16-be (detected)"),
        ("mac-roman", "(detected)"),
    ],
)
def test_encodings_are_read_whole_and_a_guess_is_reported(
    tmp_path: Path, encoding: str, noted: str | None
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    result = read(file)
    assert result.exit_code == 0
    assert Reading.from_json(result.stdout).document.text == TEXT
    assert (noted in result.stderr) if noted else not result.stderr


def test_nul_bytes_are_kept_and_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode().replace(b" ", b"\0", 1))
    result = read(file)
    assert result.exit_code == 0
    assert Reading.from_json(result.stdout).document.text == TEXT.replace(" ", "\0", 1)
    assert "1 NUL" in result.stderr


BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "D103"),
    ("blank.txt", b" \r\n\t\0", "D103"),
    ("mark.txt", b"\xef\xbb\xbf", "D103"),
    ("binary.txt", bytes(range(256)) * 8, "D104"),
    ("program.txt", b"\x7fELF\x02\x01", "D104"),
    ("big.txt", b"The ministers met. " * 1_104_000, "D105"),  # 20 MB
    ("long.txt", b"The ministers met. " * 60_000, "D106"),  # more than a million characters
    ("cut.txt", b"\xff\xfea\0\0\xd8x", "D107"),
    ("bad.json", b"{", "D110"),
    ("deep.json", b"[" * 100_000, "D110"),
    ("digits.json", b"9" * 10_000, "D110"),
    ("line.jsonl", b"\n{oops\n", "D110"),
    ("blank.jsonl", b"\n\n", "D103"),
    ("number.json", b"5", "D111"),
    ("none.json", b'{"headline": "x"}', "D112"),
    ("paragraphs.json", b'{"text": ["a", "b"]}', "D113"),
    ("date.json", b'{"text": "One.", "date": "2015-02-30"}', "D114"),
    ("junk.html", b"<<<>>>&&&", "D115"),
    ("list.json", b"[]", "D117"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD, ids=[name for name, _, _ in BAD])
def test_what_cannot_be_read_is_named_alone_and_beside_others(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    alone = read(file)
    assert alone.exit_code == 2
    assert alone.stderr.startswith(f"dragoman: {code} {file}")
    assert not alone.stdout
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8", newline="")
    both = read(file, good)
    assert both.exit_code == 1
    assert f"{code} {file}" in both.stderr
    assert "1 read, 1 could not be" in both.stderr
    assert Reading.from_json(both.stdout).document.text == TEXT


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    paths: list[tuple[Path | str, str]] = [
        (tmp_path / "missing.txt", "D101"),
        (tmp_path, "D109"),
        ("x" * 5000, "D102"),
        ("/dev/zero", "D105"),
    ]
    for path, code in paths:
        result = read(path)
        assert result.exit_code == 2
        assert code in result.stderr


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file and the folder are closed; for root, whom nothing is closed to, the system's refusal is played."""
    (tmp_path / "shut").mkdir()
    file, folder = tmp_path / "a.txt", tmp_path / "shut"
    file.write_text(TEXT)
    (folder / "b.txt").write_text(TEXT)
    if hasattr(os, "geteuid") and os.geteuid() != 0:
        file.chmod(0)
        folder.chmod(0)
    else:

        def refuse(path: object, *_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "open", refuse)
        monkeypatch.setattr(os, "scandir", refuse)
    errors: list[DocumentError] = []
    assert list(open_documents([str(file), str(folder)], SourceOptions(), errors.append)) == []
    folder.chmod(0o700)
    assert [str(e) for e in errors] == [
        f"D102 {file}: cannot be read: permission denied. Check its permissions with `ls -l`.",
        f"D102 {folder}: cannot be read: permission denied. Check its permissions with `ls -l`.",
    ]


def test_a_broken_line_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    lines = [b'{"text": "Kerry met Lavrov."}', b"{oops", '{"text": "One\u2028two."}'.encode(),
             '{"text": "The café."}'.encode("cp1252"), '{"text": "A café."}'.encode(), b'{"text": "a\\ud800b"}']  # fmt: skip
    file.write_bytes(b"\n".join(lines))
    result = read(file)
    assert result.exit_code == 1
    texts = [json.loads(line)["document"]["text"] for line in result.stdout.strip().split("\n")]
    assert texts == ["Kerry met Lavrov.", "One\u2028two.", "The café.", "A café.", "a\ufffdb"]
    assert f"D110 {file}:2: is not JSON" in result.stderr
    assert f"{file}:4: read as cp1252" in result.stderr
    wide = tmp_path / "b.jsonl"
    wide.write_bytes('{"text": "The café."}\r\n{"text": "Two."}'.encode("utf-16"))
    assert read(wide).exit_code == 0


def test_options_that_will_not_do(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    for options, code in [
        (["--published", "yesterday"], "D202"),
        (["--published", "2015-02-30"], "D202"),
        (["--published", "20151215"], "D202"),
        (["--field", "text"], "D201"),
        (["--lexicon", str(tmp_path / "missing.yml")], "D301"),
        (["--out", str(file)], "D206"),
        (["--html", str(tmp_path / "no" / "page.html")], "D206"),
        (["--model", "no_such_model"], "D203"),
    ]:
        result = read(file, *options)
        assert result.exit_code == 2, options
        assert code in result.stderr


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, code in [(b"", "D103"), (b"%PDF-1.4", "D104")]:
        result = RUN.invoke(app, ["read", "-"], input=data)
        assert result.exit_code == 2
        assert f"{code} standard input" in result.stderr


def test_the_entry_point_prints_no_traceback(tmp_path: Path) -> None:
    """The whole program once: the text of 20 MB, in bounded time and memory, and a run that cannot go on."""
    file = tmp_path / "big.txt"
    file.write_bytes(b"The ministers met. " * 1_104_000)
    command = [sys.executable, "-m", "dragoman", "read", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dragoman: D105")
    again = subprocess.run(
        [*command, "--published", "x"], capture_output=True, text=True, check=False, timeout=60
    )
    assert again.returncode == 2
    assert again.stderr.startswith("dragoman: D202")


def test_a_fault_of_the_reader_sets_one_document_aside(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = reader.analyse

    def stumble(document: Document) -> object:
        if "bad" in document.text:
            raise IndexError("list index out of range")
        return analyse(document)

    monkeypatch.setattr(reader, "analyse", stumble)
    errors: list[DocumentError] = []
    found = reader.pipe([Document(text="bad"), Document(text="Good.")], on_error=errors.append)
    assert [r.document.text for r in found] == ["Good."]
    assert errors[0].code == "D118"
    assert "IndexError" in errors[0].message


def test_files_written_stay_in_their_folder(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"id": "../../evil", "text": "One."}, {"id": "..", "text": "Two."}]')
    out = tmp_path / "out"
    assert read(file, "--out", out).exit_code == 0
    assert sorted(p.name for p in out.iterdir()) == ["_.._evil.json", "document.json"]
    assert file_name("a" * 500) == "a" * 100


def test_names_of_documents_under_way() -> None:
    names = Names[str]()
    names.add("same", "a.txt")
    names.add("same", "b.txt")
    assert [names.take("same"), names.take("same")] == ["a.txt", "b.txt"]


def test_a_stream_is_never_read_beyond_the_limit() -> None:
    from dragoman.sources.common import LIMIT, read_stream  # noqa: PLC0415

    stream = io.BytesIO(b"a" * (LIMIT + 100))
    with pytest.raises(DocumentError, match="D105"):
        read_stream(stream, "x")
    assert stream.tell() == LIMIT + 1


def test_a_text_does_not_command_the_terminal(reader: Reader) -> None:
    document = Document(id="a\x1b]0;b\x07", text="Norway condemned \x1b[31mPeru\x00 on\x9b Monday.")
    out = io.StringIO()
    show(reader.read(document), Console(file=out, width=100))
    assert "condemned \ufffd[31mPeru" in out.getvalue()
    assert not {"\x1b", "\x07", "\x00", "\x9b"} & set(out.getvalue())
