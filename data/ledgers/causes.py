"""Why a promise was not kept as given, and on whose side the cause lies."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from data.places.names import plain
from optimizer.plan import Duty
from optimizer.problem import Problem


class Side(StrEnum):
    """Whose side a cause lies on; ``WAY`` is road and weather."""

    OFFICE = "office"
    SITE = "site"
    WAY = "way"
    OTHER = "other"


class Cause(StrEnum):
    """What the record says happened; the first two speak in somebody's own words."""

    REPORTED = "reported"
    WITHDRAWN = "withdrawn"
    NOBODY_CAME = "nobody_came"
    NOBODY_SERVED = "nobody_served"
    SILENCE = "silence"
    DAY_OFF = "day_off"
    SITE_SHUT = "site_shut"
    TEAM_AWAY = "team_away"
    VEHICLE_AWAY = "vehicle_away"
    KIT_AWAY = "kit_away"
    REPLANNED = "replanned"


SIDES: Mapping[Cause, Side] = {
    Cause.WITHDRAWN: Side.SITE,
    Cause.NOBODY_CAME: Side.SITE,
    Cause.NOBODY_SERVED: Side.OTHER,
    Cause.SILENCE: Side.OFFICE,
    Cause.DAY_OFF: Side.OTHER,
    Cause.SITE_SHUT: Side.SITE,
    Cause.TEAM_AWAY: Side.OFFICE,
    Cause.VEHICLE_AWAY: Side.OFFICE,
    Cause.KIT_AWAY: Side.OFFICE,
    Cause.REPLANNED: Side.OFFICE,
}

# Power and signal are nobody's: the line may fail at the site or far from it.
_WORDS: Mapping[Side, str] = {
    Side.OFFICE: "alat aplikasi ban blangko genset iris kamera kendaraan laptop mobil operator "
    "pencetak perangkat petugas printer server sidik tim",
    Side.SITE: "acara aula guru lembaga libur panitia pemohon pengasuh peserta ruang ruangan "
    "santri sekolah siswa ujian warga",
    Side.WAY: "angin banjir cuaca gempa hujan jalan jalanan jembatan kabut longsor macet pohon",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause with the words somebody gave for it, as written; empty where nobody gave any."""

    cause: Cause
    words: str = ""

    @property
    def side(self) -> Side:
        """The cause's own side; for what the field wrote, that of its words."""
        return SIDES.get(self.cause) or side_of(self.words)


def side_of(words: str) -> Side:
    """Whose side the words name; ``OTHER`` if they name nobody's, or that of several.

    A rule of thumb on single words: the ledger prints the whole reason beside it.
    """
    spoken = {word.removesuffix("nya") for word in re.findall(r"[a-z]+", plain(words))}
    named = [side for side, known in _WORDS.items() if spoken & set(known.split())]
    return named[0] if len(named) == 1 else Side.OTHER


def why_dropped(request: str, duty: Duty, after: Problem) -> Cause:
    """What a later problem of the week no longer has that a duty's visit needed."""
    asked, date = after.request.get(request), duty.date
    if date not in after.day:
        return Cause.DAY_OFF
    if asked is None or date not in asked.windows:
        return Cause.SITE_SHUT
    team, vehicle = after.team.get(duty.team), after.vehicle.get(duty.vehicle)
    if team is None or date not in team.shifts:
        return Cause.TEAM_AWAY
    if vehicle is None or date not in vehicle.dates:
        return Cause.VEHICLE_AWAY
    return Cause.REPLANNED if _there(duty.kits, date, after) else Cause.KIT_AWAY


def _there(kits: Collection[str], date: dt.date, after: Problem) -> bool:
    return {kit.id for kit in after.kits if date in kit.dates} >= set(kits)
