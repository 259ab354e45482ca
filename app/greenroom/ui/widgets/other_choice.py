"""What a choice that was not taken would have done."""

from typing import TYPE_CHECKING

from greenroom.ui.look import Look
from greenroom.ui.widgets.card import Card
from greenroom.ui.widgets.explanation import Explanation
from greenroom.ui.widgets.section import Section
from greenroom.ui.widgets.text import Text

if TYPE_CHECKING:
    from greenroom.rubric import Rubric
    from greenroom.scenario import Choice


class OtherChoice(Card):
    """Shows the words, the reply they would have got, the thought behind it, and why."""

    def __init__(self, look: Look, choice: "Choice", reply: str, partner: str, rubric: "Rubric") -> None:
        super().__init__(look, "sunken", margins=(18, 14, 18, 15), spacing=10, radius=11)
        answered = Section(look, self.tr("{name} would have said").format(name=partner))
        landed = Section(look, self.tr("How it would have landed"))
        explanation = Explanation(look)
        words = Text(look, choice.words, "strong", italic=choice.say is None)
        self.box.add(words, answered, landed, explanation)
        answered.show_text(reply)
        landed.show_text(choice.landed)
        explanation.show_choice(choice, rubric)
