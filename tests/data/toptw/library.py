"""Seeded instances in the library's text format."""

import random
from math import hypot


def instance_text(seed: int, customers: int, horizon: int, width: int) -> str:
    """A file of the library's kind.

    Parameters
    ----------
    horizon
        Last return of a vehicle.
    width
        Length of every window; windows that no vehicle could use are moved inwards.
    """
    draw = random.Random(seed)
    lines = [f"4 4 {customers} 1", "0 200", f"  0 50.00 50.00 0.00 0.00 0 0 0 {horizon}"]
    for number in range(1, customers + 1):
        x, y, service = draw.randrange(101), draw.randrange(101), draw.choice((5, 10, 20))
        away = int(hypot(x - 50, y - 50)) + 1
        opens = draw.randint(0, max(away, horizon - away - service))
        closes = min(opens + width, max(opens, horizon - away - service))
        row = (number, f"{x}.00", f"{y}.00", f"{service}.00", f"{draw.randrange(1, 51)}.00")
        lines.append("  " + " ".join(map(str, (*row, 1, 1, 1, opens, closes))))
    return "\n".join(lines) + "\n"
