"""The composition root: an office's files and settings, put together once for a run."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from config.office import KindSettings, OfficeSettings, RoadClass, read_office
from config.settings import Settings
from data.assemble import Office
from data.clock_text import parse_span
from data.fleet import read_fleet
from data.fleet_records import VEHICLE_KINDS
from data.gazetteer import Gazetteer, load_gazetteer
from data.itineraries.book import OfficeHead
from data.kenduren import SessionRules
from data.places.records import Terrain
from data.planning_rules import KindRules, PlanningRules
from data.requests import DailyHours, Kind
from data.store import Store, open_store
from data.travel import GeodesicEstimate, TravelProvider
from data.travel.estimate import Roads
from data.weekdays import parse_weekday, week_of
from data.working_days import WorkingDays
from data.working_days_file import read_calendar
from optimizer.clock import Span
from optimizer.faults import Fault, InvalidDocument
from optimizer.problem import Objective


@dataclass(frozen=True)
class Workplace:
    """What every step of a run works with."""

    settings: Settings
    office: OfficeSettings
    planning: Office
    gazetteer: Gazetteer
    sessions: SessionRules
    travel: TravelProvider

    @property
    def head(self) -> OfficeHead:
        """The office as its papers name it."""
        office = self.office
        return OfficeHead(office.name, office.regency, office.address, office.phone, office.zone)

    @property
    def upland(self) -> frozenset[str]:
        """Codes of the kecamatan with slow roads."""
        return frozenset(k.code for k in self.gazetteer.kecamatan if k.terrain is Terrain.UPLAND)

    def now(self) -> dt.datetime:
        """Time at the office."""
        return dt.datetime.now(ZoneInfo(self.office.timezone))

    def next_week(self) -> str:
        """ISO week after the present one."""
        return week_of(self.now().date() + dt.timedelta(days=7))

    def store(self) -> Store:
        """The office's record, brought up to date."""
        self.settings.var.mkdir(parents=True, exist_ok=True)
        return open_store(self.settings.store_url)


def open_workplace(settings: Settings | None = None) -> Workplace:
    """Read the office's files.

    Raises
    ------
    InvalidDocument
        With every fault of the first file that has any.
    """
    settings = settings or Settings()
    office = read_office(settings.office)
    return Workplace(
        settings=settings,
        office=office,
        planning=Office(
            regency=office.regency_code,
            timezone=office.timezone,
            fleet=read_fleet(office.fleet),
            calendar=WorkingDays(read_calendar(office.calendar)),
            rules=planning_rules(office),
        ),
        gazetteer=load_gazetteer(),
        sessions=SessionRules(people=office.sessions.people),
        travel=GeodesicEstimate(_roads(office.roads.lowland), _roads(office.roads.upland)),
    )


def _roads(road: RoadClass) -> Roads:
    return Roads(road_factor=road.factor, speed=road.kmh)


def planning_rules(office: OfficeSettings) -> PlanningRules:
    """The office's planning policy.

    Raises
    ------
    InvalidDocument
        If hours or vehicle kinds are written in no known way.
    """
    faults: list[Fault] = []
    kinds = {kind: _kind_rules(kind, getattr(office.kinds, kind), faults) for kind in Kind}
    if faults:
        raise InvalidDocument(faults)
    return PlanningRules(kinds, Objective(**office.objective.model_dump()))


def _kind_rules(kind: Kind, settings: KindSettings, faults: list[Fault]) -> KindRules:
    plain = settings.model_dump(exclude={"hours", "vehicle_kinds"})
    try:
        return KindRules(
            **plain,
            hours=_hours(settings.hours),
            vehicle_kinds=frozenset(_vehicle_kind(name) for name in settings.vehicle_kinds),
        )
    except ValueError as error:
        faults.append(Fault(f"jenis.{kind}", str(error)))
        return KindRules()


def _hours(hours: Mapping[str, str]) -> tuple[DailyHours, ...]:
    return tuple(_daily_hours(days, parse_span(span)) for days, span in hours.items())


def _daily_hours(days: str, span: Span) -> DailyHours:
    first, _, last = days.partition("-")
    weekdays = range(parse_weekday(first), parse_weekday(last or first) + 1)
    return DailyHours(
        weekdays=frozenset(weekdays),
        opens=dt.time(*divmod(span.open, 60)),
        closes=dt.time(*divmod(span.close, 60)),
    )


def _vehicle_kind(name: str) -> str:
    if name not in VEHICLE_KINDS:
        raise ValueError(f"kendaraan '{name}' tidak dikenal; pilih dari {', '.join(VEHICLE_KINDS)}")
    return VEHICLE_KINDS[name]
