"""The scenarios that come with the app, in the order in which they are offered."""

from greenroom.paths import shipped

FIRST = ("walking-in", "after-a-year", "asking-for-help")
SHIPPED = (*FIRST, *sorted({path.stem for path in shipped("scenarios").glob("*.toml")} - {*FIRST}))
