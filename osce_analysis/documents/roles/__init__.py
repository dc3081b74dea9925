"""Who delivers a statement, who joins it, for whom it is made and who aligns with it."""

from osce_analysis.documents.roles.reading import find_signatories
from osce_analysis.documents.roles.settlement import Roles

__all__ = ["Roles", "find_signatories"]
