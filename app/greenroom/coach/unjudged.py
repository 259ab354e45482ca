"""What is in a message and is not the writer's to be judged by: quoted mail, signatures, links, code, markup.

It is blanked, letter by letter, so that every offset stays true.
"""

import re

_SPACES = re.compile(r"[^\n]")

_WHOLE_LINES = re.compile(
    r"^(?:[ \t]{0,8}>[^\n]*+"
    r"|(?:On|Am|Le) [^\n]{4,120}?(?:wrote|schrieb|écrit)[ \xa0]?:[ \t]*+$"
    r"|-{2,}[ ]?(?:Original|Forwarded) [Mm]essage[^\n]*+"
    r"|(?:From|Sent|To|Cc|Subject|Date): [^\n]*+"
    r"|\|[^\n]*+)",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?$(?s:.*)", re.MULTILINE)
_SENT_FROM = re.compile(r"^Sent from my [^\n]*+", re.MULTILINE)
_FENCED = re.compile(r"```[^`]*+(?:`{1,2}[^`]++)*+(?:```)?")
_INLINE_CODE = re.compile(r"`[^`\n]{1,200}`")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]++|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|strong|div|span|table|tr|td|th|tbody|ul|ol|li|h[1-6]|img|font|html|body|head|"
    r"blockquote|style|script|pre|code)\b[^<>]{0,300}>|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});",
    re.IGNORECASE,
)
_CODE_LINE = re.compile(
    r"^[ \t]*+(?:(?:def|class|import|from|return|function|const|let|var|public|#include|SELECT|for|while|if)\b"
    r"[^\n]{0,200}?[:{};()=*][ \t]*+|[\w.]{1,60}\([^\n]{0,200}\);?|[})\]];?|[^\n]{1,200};)$",
    re.MULTILINE,
)


def blank_unjudged(text: str) -> str:
    """Return a text of the same length in which all that is not to be judged is spaces."""
    for unjudged in (_FENCED, _INLINE_CODE, _SIGNATURE, _SENT_FROM, _WHOLE_LINES, _MARKUP, _LINK, _CODE_LINE):
        text = unjudged.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return _SPACES.sub(" ", found[0])
