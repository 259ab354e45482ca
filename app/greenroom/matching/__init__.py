"""Which of the choices is meant by an answer in the user's own words: pure, and with its reason in words."""

from greenroom.matching.matcher import Matcher as Matcher
from greenroom.matching.verdict import Match as Match
