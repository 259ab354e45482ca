"""Tests of the wording coach."""
