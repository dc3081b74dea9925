"""What a journal would send back is named, and nothing else is."""

import re

import pytest
from matplotlib.figure import Figure

from osce_analysis.publishing.inspection import faults
from osce_analysis.publishing.presets import preset_of

MM = 1 / 25.4


def figure(width=84):
    made = Figure(figsize=(width * MM, 60 * MM))
    axes = made.add_axes((0.2, 0.2, 0.7, 0.7))
    axes.set_axis_off()
    return made, axes


def plot(axes, *colours, **options):
    for place, colour in enumerate(colours):
        axes.plot([0, 1], [place, place + 1], color=colour, **options)


CASES = {
    "small text": (lambda axes: axes.text(0, 0, "tiny", fontsize=5), r"The smallest text is 5 pt \('tiny'\); Taylor"),
    "thin line": (lambda axes: plot(axes, "#000000", linewidth=0.1), r"The thinnest line is 0.1 pt"),
    "clear line": (lambda axes: plot(axes, "#000000", alpha=0.5), r"opacity of 0.5; Taylor & Francis take no"),
    "clear face": (lambda axes: axes.bar([0], [1], color="red", alpha=0.3), r"opacity of 0.3"),
    "text over the edge": (lambda axes: axes.text(0.9, 0.5, "far too long a label", fontsize=9), r"does not fit"),
    "turned text over the edge": (
        lambda axes: axes.text(0.5, 0.8, "far too long a label, turned", fontsize=9, rotation=90), r"does not fit",
    ),
    "alike in grey": (lambda axes: plot(axes, "#0072b2", "#d55e00"), r"#0072b2 and #d55e00 look alike in grey"),
    "alike to the colour-blind": (
        lambda axes: plot(axes, "#cc0000", "#557700"), r"#557700 and #cc0000 look alike to a reader without",
    ),
}  # fmt: skip


def test_a_figure_taller_than_the_page_is_named():
    made = Figure(figsize=(84 * MM, 300 * MM))
    assert (
        "The figure is 300 mm tall; springer-single leaves 234 mm"
        in faults(made, preset_of("springer-single"))[0]
    )
    assert faults(figure()[0], preset_of("springer-single")) == []


@pytest.mark.parametrize("case", list(CASES))
def test_each_fault_is_named(case):
    draw, sentence = CASES[case]
    made, axes = figure()
    draw(axes)
    found = faults(made, preset_of("taylor-francis-single"))
    assert [one for one in found if re.search(sentence, one)]


GOOD = {
    "nothing": lambda axes: axes.set_axis_off(),
    "text and line": lambda axes: (axes.text(0, 0, "fine", fontsize=8), plot(axes, "#000000")),
    "text that is not drawn": lambda axes: axes.text(0, 0, "tiny", fontsize=3, visible=False),
    "alike in grey, but with other markers": lambda axes: (
        axes.plot([0, 1], "o", color="#0072b2", linestyle=""), axes.plot([0, 2], "s", color="#d55e00", linestyle=""),
    ),
    "alike in grey, but with another hatch": lambda axes: (
        axes.bar([0], [1], color="#0072b2"), axes.bar([1], [1], color="#d55e00", hatch="//"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", list(GOOD))
def test_what_is_well_is_not_named(case):
    made, axes = figure()
    GOOD[case](axes)
    assert faults(made, preset_of("taylor-francis-single")) == []


def test_a_figure_of_another_width_is_named():
    made, _ = figure(100)
    assert faults(made, preset_of("springer-single")) == [
        "The figure is 100.00 mm wide; springer-single asks for 84 mm."
    ]
