"""Starts Greenroom: `greenroom`, or `python -m greenroom`."""

import gc
import sys


def main() -> int:
    """Run the command line with the arguments of this process."""
    # What is made while starting stays: there is nothing to collect yet, and looking for it takes a tenth of the time.
    gc.disable()
    from greenroom import cli  # noqa: PLC0415

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
