"""Lines on a terminal, wrapped and styled; or plain, for a pipe."""

import shutil
import textwrap
from typing import TextIO


class Page:
    """What lines are written on."""

    def __init__(self, out: TextIO, *, plain: bool) -> None:
        """`plain` writes no styles and no wrapping."""
        self._out = out
        self._plain = plain

    def prompt(self, text: str) -> None:
        """Ask for a line; in plain lines nothing asks."""
        self._out.write("" if self._plain else f"\n{text}")
        self._out.flush()

    def leave_prompt(self) -> None:
        """Go on below a prompt that was not answered."""
        self._out.write("" if self._plain else "\n")

    def heading(self, text: str) -> None:
        """Write a title, underlined where it has no style."""
        self.line()
        self.line(text, style="1")
        self.line("-" * len(text) if self._plain else "")

    def line(self, text: str = "", indent: str = "", hanging: str = "", style: str = "") -> None:
        """Write a paragraph; `hanging` indents all but its first line, `style` is a number of ANSI's."""
        if self._plain:
            self._out.write(f"{indent}{text}\n")
        else:
            width = min(shutil.get_terminal_size().columns, 88)
            text = textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent + hanging)
            self._out.write(f"\x1b[{style}m{text}\x1b[0m\n" if style else f"{text}\n")
        self._out.flush()
