"""Compare what States say at the OSCE."""
