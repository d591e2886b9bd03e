"""What road engines and geocoders answered before."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select

from data.store.database import Database
from data.store.lookup_tables import GeocodeRow, LegRow
from data.store.records import Geocoded

Point = tuple[float, float]
LEGS_KEPT = dt.timedelta(days=180)


class LookupRecords(Database):
    """Caches; losing them costs time, never truth."""

    def legs(
        self, engine: str, points: Sequence[Point]
    ) -> dict[tuple[Point, Point], tuple[float, float]]:
        """Known (minutes, km) between points, by (from, to)."""
        at = {_key(point): point for point in points}
        wanted = select(LegRow).where(
            LegRow.engine == engine, LegRow.here.in_(at), LegRow.there.in_(at)
        )
        with self.reading() as session:
            rows = session.scalars(wanted).all()
            return {(at[r.here], at[r.there]): (r.minutes, r.km) for r in rows}

    def keep_legs(
        self,
        engine: str,
        legs: Mapping[tuple[Point, Point], tuple[float, float]],
        at: dt.datetime | None = None,
    ) -> None:
        """Remember legs, and forget those that are older than half a year."""
        now = at or dt.datetime.now(dt.UTC)
        rows = [
            {"engine": engine, "here": _key(a), "there": _key(b), "minutes": m, "km": k, "at": now}
            for (a, b), (m, k) in legs.items()
        ]
        heres, theres = {row["here"] for row in rows}, {row["there"] for row in rows}
        asked = (LegRow.engine == engine) & LegRow.here.in_(heres) & LegRow.there.in_(theres)
        with self.writing() as session:
            session.execute(delete(LegRow).where(asked | (LegRow.at < now - LEGS_KEPT)))
            if rows:
                session.execute(insert(LegRow), rows)

    def geocoded(self, geocoder: str, address: str) -> Geocoded | None:
        """The answer to an address, or None if it was never asked for."""
        with self.reading() as session:
            row = session.get(GeocodeRow, (geocoder, _plain(address)))
            if row is None:
                return None
            if row.latitude is None or row.longitude is None:
                return Geocoded(None)
            return Geocoded((row.latitude, row.longitude))

    def keep_geocode(
        self, geocoder: str, address: str, point: Point | None, at: dt.datetime
    ) -> None:
        """Remember a geocoder's answer."""
        latitude, longitude = point or (None, None)
        row = GeocodeRow(geocoder=geocoder, address=_plain(address))
        row.latitude, row.longitude, row.at = latitude, longitude, at
        with self.writing() as session:
            session.merge(row)


def _key(point: Point) -> str:
    """A point to a tenth of a metre."""
    return f"{point[0]:.6f},{point[1]:.6f}"


def _plain(address: str) -> str:
    return " ".join(address.casefold().split())
