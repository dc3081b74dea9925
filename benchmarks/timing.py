"""How long a step takes, on one core, and on which machine.

Processor time of this process is taken, which other processes disturb least; the least of several runs is what the
step needs, the median what it took.
"""

import math
import os
import platform
import statistics
import time


def seconds(step, inputs, runs):
    """Least and median processor seconds of `step` over all inputs, and what it gave in the last run."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        given = [step(one) for one in inputs]
        taken.append(time.process_time() - start)
    return min(taken), statistics.median(taken), given


def exponent(sizes, times):
    """The power of the size with which the time grows: the slope of the least squares line of their logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(taken) for taken in times]
    return statistics.linear_regression(x, y).slope


def machine():
    """What the figures depend on."""
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }
