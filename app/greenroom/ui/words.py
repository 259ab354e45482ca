"""Numbers and times in words, as one would say them."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

MOODS = ("neutral", "warm", "guarded", "distracted")
_MORNING, _AFTERNOON, _EVENING = 5, 12, 18


def greeting(now: datetime) -> str:
    """Return a greeting for the time of day."""
    if _MORNING <= now.hour < _AFTERNOON:
        return QCoreApplication.translate("Words", "Good morning")
    if _AFTERNOON <= now.hour < _EVENING:
        return QCoreApplication.translate("Words", "Good afternoon")
    return QCoreApplication.translate("Words", "Good evening")


def tried_in_words(ways: int) -> str:
    """Return in how many ways something has been tried."""
    words = (
        QCoreApplication.translate("Words", "Not tried yet"),
        QCoreApplication.translate("Words", "You've tried this one way"),
        QCoreApplication.translate("Words", "You've tried this two ways"),
        QCoreApplication.translate("Words", "You've tried this three ways"),
        QCoreApplication.translate("Words", "You've tried this four ways"),
        QCoreApplication.translate("Words", "You've tried this five ways"),
    )
    many = QCoreApplication.translate("Words", "You've tried this {count} ways")
    return counted(ways, words, many)


def turns_in_words(count: int) -> str:
    """Return a number of turns, as a title."""
    words = (
        QCoreApplication.translate("Words", "No turns"),
        QCoreApplication.translate("Words", "One turn"),
        QCoreApplication.translate("Words", "Two turns"),
        QCoreApplication.translate("Words", "Three turns"),
        QCoreApplication.translate("Words", "Four turns"),
        QCoreApplication.translate("Words", "Five turns"),
        QCoreApplication.translate("Words", "Six turns"),
        QCoreApplication.translate("Words", "Seven turns"),
        QCoreApplication.translate("Words", "Eight turns"),
        QCoreApplication.translate("Words", "Nine turns"),
        QCoreApplication.translate("Words", "Ten turns"),
        QCoreApplication.translate("Words", "Eleven turns"),
        QCoreApplication.translate("Words", "Twelve turns"),
    )
    many = QCoreApplication.translate("Words", "{count} turns")
    return counted(count, words, many)


def counted(count: int, words: Sequence[str], many: str) -> str:
    """Return the word for a number, of which `words` are the first, beginning with 0; else `many` with its digits."""
    return words[count] if count < len(words) else many.format(count=count)


def mood_word(mood: str) -> str:
    """Return the word for a mood, inside a sentence."""
    words = {
        "neutral": QCoreApplication.translate("Mood", "neutral"),
        "warm": QCoreApplication.translate("Mood", "warm"),
        "guarded": QCoreApplication.translate("Mood", "guarded"),
        "distracted": QCoreApplication.translate("Mood", "distracted"),
    }
    return words.get(mood, mood)


def sentence(told: str) -> str:
    """Return a sentence of the core in the user's language, where it is one that a translator can know: whole."""
    return QCoreApplication.translate("Message", told)


def opening(words: str) -> str:
    """Return words as they stand where a line begins, with a capital letter."""
    return words[:1].upper() + words[1:]


def when_in_words(moment: str, now: datetime) -> str:
    """Return when something happened; `moment` is in ISO 8601. It fits after a comma: "today at 18:40"."""
    then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    days = (now.date() - then.date()).days
    locale = QLocale()
    time = locale.toString(QTime(then.hour, then.minute), QLocale.FormatType.ShortFormat)
    date = locale.toString(QDate(then.year, then.month, then.day), QLocale.FormatType.LongFormat)
    if days == 0:
        return QCoreApplication.translate("Words", "today at {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("Words", "yesterday at {time}").format(time=time)
    return QCoreApplication.translate("Words", "on {date} at {time}").format(date=date, time=time)


def day_in_words(moment: str, now: datetime) -> str:
    """Return when something happened, in as few words as a list has room for: "today at 18:40", "27 February"."""
    then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    if (now.date() - then.date()).days <= 1:
        return when_in_words(moment, now)
    date = QDate(then.year, then.month, then.day)
    return QLocale().toString(date, "d MMMM" if then.year == now.year else "d MMMM yyyy")
