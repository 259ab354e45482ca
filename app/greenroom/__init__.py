"""Greenroom: rehearse a conversation before you walk in. (The map of the house comes here.)"""

__version__ = "0.1.0"
