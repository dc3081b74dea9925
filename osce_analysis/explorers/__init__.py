"""Widgets to look at a corpus with: they join tables and charts and hold no analysis of their own."""

from osce_analysis.explorers.workbench import Explorer, explore

__all__ = ["Explorer", "explore"]
