"""The coach: reads a message and says which of its words go towards the person, and which towards what they can do.

Pure: no window, no journal, no network. `review(words, situation)` is all that others need. On the way a text is
blanked where it is not the writer's (`unjudged`), cut into words (`tokens`) and clauses (`clauses`); each clause shows
signs: cues of the language (`patterns`), its shape (`shape`), what stands before and after it (`reading`), which fact
of the situation it takes up (`sharing`). Rules name what the signs amount to (`rules`), and weights say how much
(`weights`); `trimming` says which words are marked. All that is English stands in assets/coach/en.
"""

from greenroom.coach.findings import Finding, Review, Situation, Stance
from greenroom.coach.reviewing import review

__all__ = ["Finding", "Review", "Situation", "Stance", "review"]
