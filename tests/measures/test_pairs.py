"""Values: the worked example and the Davis women of METHODS, as networkx ships them."""

import networkx as nx
import numpy as np
import pytest

from osce_analysis.measures import pairs

# s1 = {A, B}, s2 = {A, B, C}, s3 = {A, D}, s4 = {C}
EXAMPLE = np.array([[1, 1, 0, 0], [1, 1, 1, 0], [1, 0, 0, 1], [0, 0, 1, 0]], float)
AB, AC, AD, BC = (0, 1), (0, 2), (0, 3), (1, 2)


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        ("count", [2, 1, 1, 1]),
        ("newman", [1.5, 0.5, 1.0, 0.5]),
        ("jaccard", [0.6667, 0.25, 0.3333, 0.3333]),
        ("simpson", [1, 0.5, 1, 0.5]),
        ("cosine", [0.8165, 0.4082, 0.5774, 0.5]),
        ("kappa", [0.5, -0.5, 0.2, 0]),
    ],
)
def test_the_worked_example(measure, values):
    matrix = pairs.MEASURES[measure](EXAMPLE)
    assert [matrix[pair] for pair in (AB, AC, AD, BC)] == pytest.approx(values, abs=5e-5)
    assert np.array_equal(matrix, matrix.T)


@pytest.mark.parametrize(
    ("measure", "value"),
    [("count", 3), ("newman", 0.67619), ("jaccard", 0.3333), ("cosine", 0.5303), ("simpson", 0.75)],
)
def test_evelyn_and_charlotte(measure, value):
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    incidence = nx.to_numpy_array(graph)[
        np.ix_([list(graph).index(event) for event in events], [list(graph).index(woman) for woman in women])
    ]
    assert incidence.shape == (14, 18)
    assert incidence.sum() == 89
    evelyn, charlotte = women.index("Evelyn Jefferson"), women.index("Charlotte McDowd")
    assert pairs.MEASURES[measure](incidence)[evelyn, charlotte] == pytest.approx(value, abs=5e-5)
    assert (pairs.signed(incidence)[evelyn, charlotte], pairs.signed(incidence)[charlotte, evelyn]) == (8, 4)
    shared = pairs.count(incidence)
    assert (shared[np.triu_indices(18, 1)] > 0).sum() == 139


def two_actors(occasions, own=5, shared=3):
    """Two actors with `own` statements each, `shared` of them together."""
    incidence = np.zeros((occasions, 2))
    incidence[:own, 0] = incidence[own - shared : 2 * own - shared, 1] = 1
    return incidence


@pytest.mark.parametrize(("occasions", "value"), [(20, 0.467), (100, 0.579), (10_000, 0.600)])
@pytest.mark.parametrize("measure", ["kappa", "pi"])
def test_chance_corrected_measures_tend_to_dice(measure, occasions, value):
    incidence = two_actors(occasions)
    assert pairs.MEASURES[measure](incidence)[0, 1] == pytest.approx(value, abs=5e-4)
    assert pairs.jaccard(incidence)[0, 1] == pytest.approx(3 / 7)


def test_pi_takes_one_rate_for_both():
    assert pairs.pi(EXAMPLE)[AB] == pytest.approx((0.75 - 0.53125) / (1 - 0.53125))
    assert pairs.pi(EXAMPLE)[AB] != pytest.approx(pairs.kappa(EXAMPLE)[AB])


@pytest.mark.parametrize("measure", ["count", "jaccard", "simpson", "cosine", "kappa", "pi"])
def test_an_actor_is_not_judged_by_days_before_it_could_sign(measure):
    """Occasions on which either could not sign leave the pair as if they had not been."""
    early = np.array([[1, np.nan, 1, 1]] * 3)
    matrix = pairs.MEASURES[measure](np.vstack([early, EXAMPLE]))
    alone = pairs.MEASURES[measure](EXAMPLE)
    assert matrix[AB] == pytest.approx(alone[AB])
    assert matrix[BC] == pytest.approx(alone[BC])
    assert matrix[AC] != pytest.approx(alone[AC])
    assert pairs.occasions(np.vstack([early, EXAMPLE]))[AB] == 4


def test_what_is_not_defined_is_missing():
    nobody = np.array([[1, 0, 0], [1, 0, 0]], float)
    assert np.isnan(pairs.jaccard(nobody)[1, 2])
    assert np.isnan(pairs.simpson(nobody)[0, 1])
    assert np.isnan(pairs.kappa(nobody)[1, 2])  # neither ever signs: chance gives all
    assert pairs.count(nobody)[0, 1] == 0


@pytest.mark.parametrize("measure", sorted(pairs.MEASURES))
def test_no_occasion(measure):
    assert pairs.MEASURES[measure](np.zeros((0, 3))).shape == (3, 3)


@pytest.mark.parametrize("measure", list(pairs.MEASURES))
def test_resampling_is_measuring_the_occasions_as_often_as_they_are_drawn(measure):
    generator = np.random.default_rng(0)
    incidence = (generator.random((30, 6)) < 0.5).astype(float)
    incidence[:10, 3] = np.nan
    weights = generator.multinomial(30, [1 / 30] * 30, size=5).astype(float)
    first, second = np.triu_indices(6, 1)
    found = pairs.resampled(incidence, measure, first, second, weights)
    for row, drawn in zip(found, weights, strict=True):
        again = pairs.MEASURES[measure](np.repeat(incidence, drawn.astype(int), axis=0))
        np.testing.assert_allclose(row, again[first, second])
