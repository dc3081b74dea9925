"""Who delivers a statement, who joins it, for whom it is made and who aligns with it.

`reading` asks three readers, each of one kind of wording: `titles` (with `phrases`: the front, "delivered by"),
`openings` (with `behalf`: "on behalf of A, B and my own country C", "We, the Ministers of A and B"), `alignment`
("A and B align themselves with this statement"); `settlement` weighs them and `checks` says what does not fit.
All of them read lists of names with `lists`, and take their wordings from the tables beside them (`formulas`).
"""

from osce_analysis.documents.roles.reading import find_signatories
from osce_analysis.documents.roles.settlement import Roles

__all__ = ["Roles", "find_signatories"]
