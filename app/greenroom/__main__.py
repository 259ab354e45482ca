"""Starts Greenroom: `greenroom`, or `python -m greenroom`."""

import sys

from greenroom import cli


def main() -> int:
    """Run the command line with the arguments of this process."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
