"""A duty column: one way to spend a duty of a class, head-counts included."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Sequence:
    """Who is visited in which order, head-counts left open.

    Attributes
    ----------
    duty_class
        Index into ``Week.classes``.
    nodes
        Nodes of the class's grid, in visiting order.
    """

    duty_class: int
    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A duty before it is manned.

    Attributes
    ----------
    sequence
        Class and nodes in visiting order.
    people
        Head-count of each stop.
    """

    sequence: Sequence
    people: tuple[int, ...]
