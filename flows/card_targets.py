"""The office's targets of cards, by code of kecamatan."""

from collections.abc import Mapping

from data.gazetteer import Gazetteer, UnknownPlace
from optimizer.faults import Fault, InvalidDocument


def card_targets(targets: Mapping[str, int], gazetteer: Gazetteer) -> dict[str, int]:
    """Targets as the office's file names its kecamatan, by their codes.

    Raises
    ------
    InvalidDocument
        If a kecamatan is unknown or named twice, every fault at once.
    """
    found: dict[str, int] = {}
    faults = []
    for name, cards in targets.items():
        try:
            code = gazetteer.find_kecamatan(name).code
        except UnknownPlace as unknown:
            faults.append(Fault(f"kartu.target.{name}", str(unknown)))
            continue
        if code in found:
            faults.append(Fault(f"kartu.target.{name}", "kecamatan ini sudah punya target"))
        found[code] = cards
    if faults:
        raise InvalidDocument(faults)
    return found
