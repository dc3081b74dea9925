"""Null models: METHODS' matrix and the Davis women to the digits, exact tails, and odd margins."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from osce_analysis.measures.backbones import BACKBONES, hypergeometric, sdsm
from osce_analysis.measures.bipartite import configuration
from osce_analysis.measures.multiplicity import benjamini_hochberg, holm
from osce_analysis.measures.poisson_binomial import upper_tail

MATRIX = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], float).T  # occasions x actors
SIX = [[0, 0, 1], [0, 1, 0], [1, 0, 1]]
NAN = np.nan


@pytest.fixture(scope="module")
def davis():
    graph = nx.davis_southern_women_graph()
    women, events, order = graph.graph["top"], graph.graph["bottom"], list(graph)
    rows, columns = ([order.index(name) for name in names] for names in (events, women))
    return nx.to_numpy_array(graph)[np.ix_(rows, columns)]


def upper(matrix):
    return matrix[np.triu_indices(len(matrix), 1)]


@pytest.mark.parametrize(
    ("model", "p"),
    [("hypergeometric", (1, 0.5, 1)), ("sdsm", (1.0, 0.5553, 1.0))],
)
def test_the_matrix_of_the_package_backbone(model, p):
    assert upper(BACKBONES[model](MATRIX, iter).p) == pytest.approx(p, abs=5e-5)


def test_the_configuration_model_of_three_by_three():
    found = configuration(SIX)
    cells = found.probability[:, found.kind]
    assert sorted(set(cells.round(3).ravel().tolist())) == [0.216, 0.568, 0.863]


def test_davis(davis):
    chance, strict = hypergeometric(davis), sdsm(davis)
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    evelyn, charlotte = women.index("Evelyn Jefferson"), women.index("Charlotte McDowd")
    assert chance.p[evelyn, charlotte] == pytest.approx(0.4056, abs=5e-5)
    assert (upper(chance.p) <= 0.05).sum() == 17
    assert (upper(strict.p) <= 0.05).sum() == 0
    assert upper(strict.p).min() == pytest.approx(0.0884, abs=5e-5)
    assert upper(strict.reachable).min() == pytest.approx(0.0520, abs=5e-5)
    for correct in (holm, benjamini_hochberg):
        assert (correct(upper(chance.p)) <= 0.05).sum() == 0


def test_occasions_of_one_make_ties_of_nothing(davis):
    """Why occasions of one actor are left out unless asked for: they make sharing look rare."""
    padded = np.vstack([davis, np.eye(18)[np.arange(100) % 18]])
    assert (upper(hypergeometric(padded).p) <= 0.05).sum() > 17
    assert (upper(sdsm(padded).p) <= 0.05).sum() > 0


def test_both_are_symmetric_and_have_no_diagonal(davis):
    for model in (hypergeometric, sdsm):
        for table in model(davis):
            np.testing.assert_array_equal(table, table.T)
            assert np.isnan(np.diag(table)).all()


def by_convolution(probabilities, times, least):
    masses = np.ones(1)
    for p in np.repeat(probabilities, times):
        masses = np.convolve(masses, [1 - p, p])
    return masses[least:].sum()


@given(
    st.lists(st.tuples(st.floats(0, 1), st.integers(1, 12)), min_size=1, max_size=12),
    st.floats(0, 1),
)
def test_the_tail_is_that_of_the_convolution(kinds, part):
    probabilities, times = map(np.array, zip(*kinds, strict=True))
    least = round(part * times.sum())
    assert upper_tail(probabilities, times, least) == pytest.approx(
        by_convolution(probabilities, times, least), rel=1e-9, abs=1e-300
    )


@pytest.mark.parametrize(
    ("probabilities", "times", "least", "tail"),
    [
        ([0.01], [10_000], 10_000, 0.0),  # 1e-20000 is no number
        ([0.5], [60], 60, 0.5**60),
        (
            [0.001],
            [20_000],
            120,
            3.82520513487e-52,
        ),  # scipy's binom.sf; poisson_binom.sf gives noise below 1e-14
        ([1.0, 0.5], [3, 1], 4, 0.5),  # what is certain is taken off
        ([0.0, 0.5], [3, 1], 2, 0.0),
        ([0.3], [5], 0, 1.0),
        ([1e-310], [2], 1, 2e-310),  # smaller than a normal number
    ],
)
def test_small_tails_keep_their_digits(probabilities, times, least, tail):
    assert upper_tail(probabilities, times, least) == pytest.approx(tail, rel=1e-9, abs=0)


def test_a_tail_of_many_trials_is_that_of_scipy():
    from scipy.stats import binom

    for least in (900, 1000, 1100, 1300, 2000):
        assert upper_tail([0.1], [10_000], least) == pytest.approx(binom.sf(least - 1, 10_000, 0.1), rel=1e-8)


def expected_sums(incidence):
    found = configuration(incidence)
    cells = found.probability[:, found.kind]
    return np.nansum(cells, axis=1), np.nansum(cells, axis=0), cells


@pytest.mark.parametrize(
    "incidence",
    [
        SIX,
        MATRIX,
        [[1, 1, 1], [1, 1, 1]],  # all certain
        [[0, 0], [0, 0]],
        [[1, 1, 0], [1, 0, 0], [1, 1, 1]],  # nested: taken off actor by actor
        [[1, 1, 1, 0], [1, 1, 0, 1], [1, 0, 0, 0], [0, 1, 0, 0]],  # forced cells that no full row shows
        [[1, 0, NAN], [0, 1, NAN], [1, 1, 1], [0, 1, 0]],  # an actor that could not sign at first
        [[1, 0, NAN, NAN], [0, 1, NAN, NAN], [NAN, NAN, 1, 0], [NAN, NAN, 0, 1]],  # two worlds
        [[NAN, NAN], [1, 0]],
    ],
)
def test_expected_sums_are_those_observed(incidence):
    array = np.array(incidence, float)
    actors, occasions, cells = expected_sums(array)
    assert actors == pytest.approx((array == 1).sum(axis=0), abs=1e-8)
    assert occasions == pytest.approx((array == 1).sum(axis=1), abs=1e-8)
    assert (np.isnan(cells.T) == np.isnan(array)).all()  # a structural zero has no probability
    assert (np.nan_to_num(cells) >= 0).all()
    assert (np.nan_to_num(cells) <= 1).all()


@given(st.integers(0, 2**32 - 1))
def test_expected_sums_of_any_array(seed):
    generator = np.random.default_rng(seed)
    array = (generator.random(generator.integers(1, 9, 2)) < generator.random()).astype(float)
    array[generator.random(array.shape) < generator.choice([0, 0.1, 0.4])] = NAN
    actors, occasions, _ = expected_sums(array)
    assert actors == pytest.approx((array == 1).sum(axis=0), abs=1e-8)
    assert occasions == pytest.approx((array == 1).sum(axis=1), abs=1e-8)


@pytest.mark.parametrize("model", ["hypergeometric", "sdsm"])
def test_an_actor_is_not_judged_by_days_before_it_could_sign(model):
    """Days on which the third could not sign leave its pairs as if it had always been there for fewer occasions."""
    generator = np.random.default_rng(0)
    array = (generator.random((40, 4)) < 0.4).astype(float)
    late = array.copy()
    late[:20, 2] = NAN
    judged, whole = BACKBONES[model](late, iter).p, BACKBONES[model](array, iter).p
    if model == "hypergeometric":
        alone = hypergeometric(array[20:]).p
        assert judged[2, 0] == pytest.approx(alone[2, 0])
        assert judged[0, 1] == pytest.approx(whole[0, 1])
    zero = np.where(np.isnan(late), 0, late)
    assert judged[2, 0] != pytest.approx(BACKBONES[model](zero, iter).p[2, 0])


def test_a_full_row_stands_out_from_nothing():
    """It shares all that the other signed: p is 1, or, where that is kept on average only, P(X >= its mean)."""
    generator = np.random.default_rng(0)
    array = np.hstack([np.ones((30, 1)), (generator.random((30, 3)) < 0.4).astype(float)])
    assert hypergeometric(array).p[0, 1:] == pytest.approx(1)
    assert (sdsm(array).p[0, 1:] >= 0.5).all()


@pytest.mark.parametrize("model", ["hypergeometric", "sdsm"])
@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 1), (1, 3)])
def test_little_to_judge(model, shape):
    tails = BACKBONES[model](np.ones(shape), iter)
    assert tails.p.shape == (shape[1], shape[1])


@pytest.mark.parametrize("model", ["hypergeometric", "sdsm"])
def test_a_pair_that_could_share_nothing_has_no_p(model):
    array = np.array([[1, NAN, 1], [1, NAN, 0], [NAN, 1, 1], [NAN, 0, 0]])
    p = BACKBONES[model](array, iter).p
    assert np.isnan(p[0, 1])
    assert not np.isnan(p[0, 2])
