"""The command line: its streams, its errors, and which command is meant."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter

from greenroom import __version__
from greenroom.command import command
from greenroom.commands import commands, open_window
from greenroom.errors import GreenroomError

DESCRIPTION = """\
Rehearse a networking conversation before you walk in, offline and in private.
Without a command it opens the window; with a scenario's ID it opens the window on that scenario."""


def main(arguments: list[str]) -> int:
    """Carry out one command and return its exit code. Errors for people go to standard error in a sentence."""
    _prepare_streams()
    try:
        return _carry_out(arguments)
    except GreenroomError as error:
        print(f"greenroom: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"greenroom: {error.strerror or error}. Nothing that was kept is lost.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _prepare_streams() -> None:
    """Have streams where the caller closed them, and write what the terminal's encoding can show of a text."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  # stays open like any standard stream
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # the same
        getattr(sys, name).reconfigure(errors="replace")


def _carry_out(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in {*commands(), "-h", "--help", "--version"}:
        return open_window(arguments)
    options = _parser().parse_args(arguments)
    return commands()[options.command].run(options)


def _parser() -> ArgumentParser:
    name = command()
    parser = ArgumentParser(
        name,
        usage="%(prog)s [ID | COMMAND ...]",
        description=DESCRIPTION,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"greenroom {__version__}")
    words = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command", prog=name)
    for word, each in commands().items():
        each.take(words.add_parser(word, help=each.says))
    return parser
