"""The referee: routes judged by the instance alone, whoever made them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from data.toptw.instance import Instance
from data.toptw.week import Route


def profit_of(instance: Instance, routes: Sequence[Route]) -> float:
    """Profit of the customers visited."""
    return sum(instance.nodes[number].profit for route in routes for number in route)


def faults_of(instance: Instance, vehicles: int, routes: Sequence[Route]) -> Iterator[str]:
    """What forbids these routes, in Bahasa Indonesia."""
    if len(routes) > vehicles:
        yield f"{len(routes)} rute untuk {vehicles} kendaraan"
    visits = Counter(number for route in routes for number in route)
    for number, count in visits.items():
        if not 0 < number < len(instance.nodes):
            yield f"simpul {number} bukan pelanggan"
        elif count > 1:
            yield f"pelanggan {number} dikunjungi {count} kali"
    for place, route in enumerate(routes):
        if all(0 < number < len(instance.nodes) for number in route):
            yield from _late(instance, place, route)


def _late(instance: Instance, place: int, route: Route) -> Iterator[str]:
    depot, legs = instance.nodes[0], instance.legs
    now, here = depot.opens, 0
    for number in route:
        node = instance.nodes[number]
        start = max(now + int(legs[here, number]), node.opens)
        if start > node.closes:
            yield f"rute {place}: pelanggan {number} dicapai pada {start}, tutup {node.closes}"
        now, here = start + node.service, number
    back = now + int(legs[here, 0])
    if back > depot.closes:
        yield f"rute {place}: kembali pada {back}, depo tutup {depot.closes}"
