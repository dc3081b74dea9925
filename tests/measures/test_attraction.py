"""Values: NLTK's collocations doctest (Manning and Schuetze), the Sketch Engine's logDice."""

import numpy as np
import pytest

from osce_analysis.measures import expected, log_dice, mutual_information, npmi, t_score

TOTAL = 14307668


@pytest.mark.parametrize(
    ("value", "reference"),
    [
        (log_dice(500, 1000, 1500), 12.6781),
        (log_dice(1000, 1000, 1000), 14),
        (log_dice(0, 1000, 1000), -np.inf),
        (mutual_information(20, 42, 20, TOTAL), 18.38),
        (mutual_information(20, 15019, 15629, TOTAL), 0.29),
        (mutual_information(20, 42, 20, TOTAL, span=2), 17.38),  # twice the places, half as surprising
        (npmi(20, 42, 20, TOTAL), 0.9450),
        (npmi(0, 42, 20, TOTAL), -1),
        (npmi(20, 20, 20, TOTAL), 1),
        (npmi(10, 100, 100, 1000), 0),
        (npmi(7, 7, 7, 7), 1),
        (t_score(8, 15828, 4675, TOTAL), 0.9999),
        (t_score(20, 42, 20, TOTAL), 4.4721),
        (expected(15828, 4675, TOTAL), 5.1718),
    ],
)
def test_values(value, reference):
    tolerance = 0.005 if reference in {18.38, 0.29, 17.38} else 5e-5
    assert value == pytest.approx(reference, abs=tolerance)


def test_arrays():
    assert mutual_information([20, 20], [42, 15019], [20, 15629], TOTAL).shape == (2,)
    assert npmi([20, 0], 42, 20, TOTAL).shape == (2,)
