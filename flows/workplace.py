"""The composition root: an office's files and settings, put together once for a run."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from config.office import OfficeSettings, read_office
from config.settings import Settings
from data.assemble import Office
from data.fleet import read_fleet
from data.gazetteer import REFERENCE, Gazetteer, load_gazetteer
from data.itineraries.book import OfficeHead, Signatory
from data.kenduren import SessionRules
from data.places.records import Terrain
from data.store import Store, open_store
from data.travel import TravelProvider
from data.travel.roads import LegCache
from data.working_days import WorkingDays
from data.working_days_file import read_calendar
from flows.card_targets import card_targets
from flows.office_rules import planning_rules
from flows.office_travel import travel_provider
from optimizer.faults import Fault, InvalidDocument


@dataclass(frozen=True)
class Workplace:
    """What every step of a run works with.

    Attributes
    ----------
    targets
        Cards to be in hands, by code of kecamatan.
    """

    settings: Settings
    office: OfficeSettings
    planning: Office
    gazetteer: Gazetteer
    sessions: SessionRules
    targets: Mapping[str, int]

    @property
    def head(self) -> OfficeHead:
        """The office as its papers name it."""
        office, letters = self.office, self.office.own_letters
        return OfficeHead(
            name=office.name,
            regency=office.regency,
            address=office.address,
            phone=office.phone,
            zone=office.zone,
            place=letters.place,
            signatory=Signatory(**letters.signatory.model_dump()),
            basis=letters.basis,
            copies=letters.copies,
        )

    @property
    def upland(self) -> frozenset[str]:
        """Codes of the kecamatan with slow roads."""
        return frozenset(k.code for k in self.gazetteer.kecamatan if k.terrain is Terrain.UPLAND)

    def travel(self, cache: LegCache) -> TravelProvider:
        """Travel times as the office's file wants them."""
        return travel_provider(self.office.roads, self.settings.road_key, cache)

    def now(self) -> dt.datetime:
        """Time at the office."""
        return dt.datetime.now(ZoneInfo(self.office.timezone))

    def local(self, moment: dt.datetime) -> str:
        """A moment as the office's clock shows it: ``24-11-2026 06.04 WIB``."""
        here = moment.astimezone(ZoneInfo(self.office.timezone))
        return f"{here:%d-%m-%Y %H.%M} {self.office.zone}"

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
    tables = office.places or REFERENCE
    gazetteer = load_gazetteer(tables)
    if {k.code.rpartition(".")[0] for k in gazetteer.kecamatan} != {office.regency_code}:
        message = f"'{office.regency_code}' bukan kabupaten dari tabel tempat di {tables}"
        raise InvalidDocument([Fault(f"{settings.office.name}: kode_wilayah", message)])
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
        gazetteer=gazetteer,
        sessions=SessionRules(people=office.sessions.people),
        targets=card_targets(office.cards.targets, gazetteer),
    )
