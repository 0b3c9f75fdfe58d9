"""Write what the docs take from the code: docs/cli.md from the help texts, and every printed output.

    python -m tools.docs            refresh
    python -m tools.docs --check    exit code 1 when something is stale
    python -m tools.docs --picture  also take docs/images/reading.png anew (needs chromium)

A `console` block holds commands after `$ ` and what they print; a `python` block is run when an `output` block
comes after it. Commands run in the repository with the environment's programs first, 100 columns wide.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import typer.main
from click import Context

from dragoman.cli import app

ROOT = Path(__file__).parents[1]
CLI = ROOT / "docs" / "cli.md"
PICTURE = ROOT / "docs" / "images" / "reading.png"
EXAMPLE = "src/dragoman/examples/lausanne-2015-04-02.txt"
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```\n+```output\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """README and the docs, but for the page that is wholly written here."""
    return [ROOT / "README.md", *(p for p in sorted((ROOT / "docs").glob("*.md")) if p != CLI)]


def _run(command: list[str]) -> str:
    # One hash seed, one width, no colours: the same output everywhere.
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    done = subprocess.run(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120
    )
    text = done.stdout.decode("utf-8")
    return text if text.endswith("\n") or not text else text + "\n"


def run_shell(command: str) -> str:
    """What a shell command prints, errors included."""
    return _run(["sh", "-c", command])


def run_python(code: str) -> str:
    """What a piece of Python prints."""
    return _run([sys.executable, "-c", code])


def refreshed(
    text: str, shell: Callable[[str], str] = run_shell, python: Callable[[str], str] = run_python
) -> str:
    """A page with every printed output as it is now."""

    def console(match: re.Match[str]) -> str:
        commands = [line[2:] for line in match.group(1).splitlines() if line.startswith("$ ")]
        body = "\n".join(f"$ {command}\n{shell(command)}" for command in commands)
        return f"```console\n{body}```"

    def block(match: re.Match[str]) -> str:
        return f"```python\n{match.group(1)}```\n\n```output\n{python(match.group(1))}```"

    return _PYTHON.sub(block, _CONSOLE.sub(console, text))


def help_texts() -> str:
    """The help of every command as one Markdown page."""
    out = ["# The command line", ""]

    def add(command: object, name: str) -> None:
        group = command
        text = group.get_help(Context(group, info_name=name, terminal_width=100, max_content_width=100))  # type: ignore[attr-defined, arg-type]
        out.extend([f"## {name}", "", "```", text, "```", ""])
        # Typer may bring a Click of its own: ask for commands, not for the class.
        subs = getattr(group, "commands", {})
        for sub in sorted(subs):
            add(subs[sub], f"{name} {sub}")

    add(typer.main.get_command(app), "dragoman")
    return "\n".join(out)


def take_picture() -> None:
    """A real screenshot of the page of the bundled example."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("There is no chromium: apt-get install chromium")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        run_shell(f"dragoman read {EXAMPLE} --published 2015-04-02 --html {page}")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--window-size=1200,860",
        ]
        command = [browser, *options, f"--user-data-dir={folder}/profile", f"--screenshot={PICTURE}"]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)


def main() -> int:
    """Write or check the pages."""
    wanted = {CLI: help_texts(), **{page: refreshed(page.read_text(encoding="utf-8")) for page in pages()}}
    stale = [p for p, text in wanted.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for page in stale:
            print(f"{page.relative_to(ROOT)} is stale: run `make docs`")
        return int(bool(stale))
    for page in stale:
        page.write_text(wanted[page], encoding="utf-8")
    if "--picture" in sys.argv:
        take_picture()
    return 0


if __name__ == "__main__":
    sys.exit(main())
