"""How value objects of the problem guard their fields.

The bound of a field stands once, in the dataclass field; the constructor and the document
reader both read it there, so a reader can name every bad field of a half-readable object.
"""

from collections.abc import Mapping
from dataclasses import MISSING, field, fields
from typing import Any

from optimizer.faults import Fault, InvalidDocument

LARGEST = 10**9
"""No count, minute, kilometre or price of a week is larger; it keeps all sums exact."""

NOT_ORDINARY = "harus angka biasa, bukan NaN dan paling besar satu miliar"


def ordinary(value: Any) -> bool:
    """Whether a number is finite and not absurdly large."""
    try:
        return abs(float(value)) <= LARGEST
    except OverflowError:
        return False


def at_least(minimum: int, default: Any = MISSING) -> Any:
    """A dataclass field whose number, if any, is ordinary and not below ``minimum``."""
    return field(default=default, metadata={"minimum": minimum})


def range_faults(cls: type, values: Mapping[str, Any]) -> list[Fault]:
    """Faults of the given field values against the bounds declared on ``cls``."""
    faults = []
    for column in fields(cls):
        value, minimum = values.get(column.name), column.metadata.get("minimum")
        if value is None or minimum is None:
            continue
        if not ordinary(value):
            faults.append(Fault(column.name, NOT_ORDINARY))
        elif value < minimum:
            faults.append(Fault(column.name, f"{value} harus {minimum} atau lebih"))
    return faults


def guard(instance: Any) -> None:
    """Refuse an object with a field out of its bounds.

    Raises
    ------
    InvalidDocument
        With one fault for each such field.
    """
    names = (column.name for column in fields(instance))
    faults = range_faults(type(instance), {name: getattr(instance, name) for name in names})
    if faults:
        raise InvalidDocument(faults)
