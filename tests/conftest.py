"""What all tests share."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]

# The first example of a test may load a library, and a busy machine is no fault of ours: tests of speed
# measure time themselves.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of large corpora and facts that may lie beside the checkout."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with the large corpora is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def timed() -> Callable[[Callable[[], object]], float]:
    """The processor's seconds that a call takes, the best of three: what else the machine does only adds."""

    def seconds(call: Callable[[], object]) -> float:
        taken = []
        for _ in range(3):
            start = time.process_time()
            call()
            taken.append(time.process_time() - start)
        return min(taken)

    return seconds
