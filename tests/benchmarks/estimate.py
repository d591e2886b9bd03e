"""``python -m tests.benchmarks.estimate``: the estimated travel table against its size.

The last column is the time per leg against that of the smallest table: the work grows with the
legs and nothing else while it stays near 1.
"""

from time import perf_counter

from data.travel import GeodesicEstimate, Place

SIZES = (25, 50, 100, 200)


def seconds(size: int) -> float:
    """Wall time of one table of that many places."""
    points = [Place(-7.6 - n / 400, 112.7 + n / 300) for n in range(size)]
    begun = perf_counter()
    GeodesicEstimate().matrix(points)
    return perf_counter() - begun


def table(sizes: tuple[int, ...]) -> str:
    """All sizes as Markdown."""
    lines = ["| places | seconds | per leg, smallest = 1 |", "| --- | --- | --- |"]
    took = {size: seconds(size) for size in sizes}
    least = took[sizes[0]] / sizes[0] ** 2
    lines += [f"| {n} | {took[n]:.2f} | {took[n] / n**2 / least:.2f} |" for n in sizes]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table."""
    print(table(SIZES))


if __name__ == "__main__":
    main()
