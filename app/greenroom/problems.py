"""What can be wrong with a scenario file: a problem with its code and its place, and all the codes there are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

Place = tuple[str | int, ...]
"""Keys from the top of the file: ("states", "queue", "choices", 1, "to")."""

CATALOGUE: Mapping[str, str] = MappingProxyType(
    {
        "GR101": "The file cannot be read",
        "GR102": "Not an ordinary file",
        "GR103": "A link that leads out of the folder",
        "GR104": "A file over 1 MiB",
        "GR105": "Not UTF-8",
        "GR106": "A character that cannot be seen",
        "GR107": "Nested too deep",
        "GR108": "Not TOML",
        "GR109": "A number that is too long",
        "GR110": "Written for a newer Greenroom",
        "GR111": "A file name that is no id",
        "GR112": "An id that is taken",
        "GR201": "An unknown key",
        "GR202": "A missing key",
        "GR203": "A value of the wrong kind",
        "GR204": "A value that is not one of those allowed",
        "GR205": "A number out of range",
        "GR206": "Not a name",
        "GR207": "Nothing where something is needed",
        "GR208": "Neither `say` nor `do`, or both",
        "GR301": "An id that is not the file's name",
        "GR302": "A start that is not a state",
        "GR303": "A `to` that leads nowhere",
        "GR304": "A name for both a state and an ending",
        "GR305": "Two choices with one id in a state",
        "GR306": "An unknown move",
        "GR307": "An unknown source",
        "GR308": "An unknown portrait",
        "GR309": "A fact that is never learnt",
        "GR401": "A state that is never reached",
        "GR402": "An ending that is never reached",
        "GR403": "No way to an ending",
        "GR404": "A loop with nothing to choose",
        "GR405": "A requirement that contradicts itself",
        "GR406": "A choice that never opens",
        "GR407": "A moment with no choice open",
        "GR408": "A list `to` that may lead nowhere",
        "GR409": "A branch after one that always holds",
        "GR410": "More than nine choices at once",
        "GR501": "A plan with a choice that is not there",
        "GR502": "A plan with a choice that is not open then",
        "GR503": "A plan that ends elsewhere",
        "GR504": "A plan that goes on after the ending",
        "GR505": "A plan for an unknown ending",
        "GR601": "A fact that is never used",
        "GR602": "A choice without sources",
        "GR603": "Choices of unequal length",
        "GR604": "Too many positions to look at each",
        "GR605": "A branch that is never taken",
        "GR606": "More problems than are listed",
    }
)
"""Every code with its title; assets/problems.md shows an example of each, and its mend.

GR1 the file and its TOML, GR2 its shape, GR3 names, GR4 the graph, GR5 plans, GR6 warnings.
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a scenario file."""

    code: str
    """A key of the catalogue, such as "GR204"."""
    message: str
    hint: str = ""
    place: Place = ()
    line: int = 1
    column: int = 1
    """Counted from 1, in characters."""
    warning: bool = False
    """A warning does not keep the scenario from being played."""
    at_key: bool = False
    """The key at `place` is wrong, and not its value."""

    def at(self, line: int, column: int) -> "Problem":
        """Return the same problem with its line and column."""
        return replace(self, line=line, column=column)

    def told(self, file: str) -> str:
        """Return it as a line of text: `file:line:column: CODE message (hint)`."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{file}:{self.line}:{self.column}: {self.code} {self.message}{hint}"
