"""The whole rehearsal in plain lines, for a terminal or a pipe."""

HELP = (
    "Type the number of a response, or answer in your own words. b takes the last turn back, b 3 goes back to turn 3; "
    "w tells what the other responses would have done; s shows the source; q leaves, and all is kept."
)
