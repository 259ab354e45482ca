"""Tests of the window, as a user meets it."""
