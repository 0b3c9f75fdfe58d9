"""Write docs/cli.md from the live help texts; `--check` fails when it is stale."""

from __future__ import annotations

import sys
from pathlib import Path

import typer.main
from click import Context, Group

from dragoman.cli import app

FILE = Path(__file__).parents[1] / "docs" / "cli.md"


def help_texts() -> str:
    """The help of every command as one Markdown page."""
    out = ["# The command line", ""]

    def add(command: object, name: str) -> None:
        group = command
        text = group.get_help(Context(group, info_name=name, terminal_width=100, max_content_width=100))  # type: ignore[attr-defined, arg-type]
        out.extend([f"## {name}", "", "```", text, "```", ""])
        if isinstance(group, Group):
            for sub in sorted(group.commands):
                add(group.commands[sub], f"{name} {sub}")

    add(typer.main.get_command(app), "dragoman")
    return "\n".join(out)


def main() -> int:
    """Write or check the page."""
    text = help_texts()
    if "--check" in sys.argv:
        return int(FILE.read_text(encoding="utf-8") != text)
    FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
