"""Who spoke in a meeting, as its journal lists them.

`layout` makes one line of a journal, `items` cuts it into agenda items, `lists` cuts an item into the
entries of its speakers, `speakers` says who an entry names, `brackets` what stands in its brackets, and
`summaries` reads the pages that tell of a journal in sentences. The wordings of the six languages stand
in `wordings.csv` (what a journal says) and `offices.csv` (who speaks by office).
"""

from osce_analysis.documents.journals.reading import read_interventions

__all__ = ["read_interventions"]
