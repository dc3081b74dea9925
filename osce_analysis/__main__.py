"""`python -m osce_analysis`: the same as the command `osce-analysis`."""

import sys

from osce_analysis.cli import main

sys.exit(main())
