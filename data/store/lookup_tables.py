"""Tables of what other servers answered, so that nobody is asked twice."""

import datetime as dt

from sqlalchemy.orm import Mapped, mapped_column

from data.store.tables import Base


class LegRow(Base):
    """A leg by road. Points are keyed by their coordinates, so a moved point is a new one."""

    __tablename__ = "leg"

    engine: Mapped[str] = mapped_column(primary_key=True)
    here: Mapped[str] = mapped_column(primary_key=True)
    there: Mapped[str] = mapped_column(primary_key=True)
    minutes: Mapped[float]
    km: Mapped[float]
    at: Mapped[dt.datetime]


class GeocodeRow(Base):
    """A geocoder's answer to an address; no coordinates: it found nothing."""

    __tablename__ = "geocode"

    geocoder: Mapped[str] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(primary_key=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    at: Mapped[dt.datetime]
