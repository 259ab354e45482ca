"""The whole rehearsal in plain lines, for a terminal or a pipe."""
