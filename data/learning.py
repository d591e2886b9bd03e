"""What field reports teach: how long a person takes and how many stay away, by kind and site."""

import dataclasses
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import Any

import pandas as pd

from data.credibility import Range, credible, winsorized
from data.itineraries.wording import KINDS
from data.observations import Observation
from data.planning_rules import PlanningRules
from data.requests import Kind, Request
from data.site_key import site_key

MEASURES = {"minutes_per_person": "Menit per orang", "no_show": "Bagian yang tidak hadir"}


@dataclass(frozen=True, slots=True)
class Caution:
    """How slowly the program believes; all of it policy.

    Attributes
    ----------
    visits
        Fewer reported visits of a kind teach nothing, neither of the kind nor of its sites.
    kind_half, site_half
        With so many visits the median counts as much as the number before (Bühlmann's k).
    minutes_per_person, no_show
        Range that a median is held in.
    """

    visits: int = 5
    kind_half: float = 10
    site_half: float = 5
    minutes_per_person: Range = (2.0, 15.0)
    no_show: Range = (0.0, 0.5)


@dataclass(frozen=True, slots=True)
class Change:
    """A number that reports moved.

    Attributes
    ----------
    site
        Key of the site it is about; None for the whole kind.
    place
        Kind or site as a planner reads it.
    measure
        One of ``MEASURES``.
    reports
        How many moved it.
    """

    kind: Kind
    site: str | None
    place: str
    measure: str
    before: Decimal
    after: Decimal
    reports: int

    @property
    def name(self) -> str:
        """What a planner refuses it by."""
        return self.site or kind_name(self.kind)

    def __str__(self) -> str:
        before, after = (str(number).replace(".", ",") for number in (self.before, self.after))
        moved = f"{MEASURES[self.measure]} {before} menjadi {after}"
        return f"{moved} dari {self.reports} laporan ({self.place})."


@dataclass(frozen=True, slots=True)
class Lesson:
    """Rules after what was seen, and every number that moved."""

    rules: PlanningRules
    changes: tuple[Change, ...]


def kind_name(kind: Kind) -> str:
    """What a planner calls the lesson of a kind."""
    return KINDS[kind].lower()


def unknown_names(refused: Collection[str], asked: Collection[Request]) -> tuple[str, ...]:
    """Refused names that no lesson of the week can have."""
    return tuple(sorted({*refused} - {*map(kind_name, Kind)} - {*map(site_key, asked)}))


def learn(
    rules: PlanningRules,
    seen: Sequence[Observation],
    asked: Collection[Request] = (),
    refused: Collection[str] = (),
    caution: Caution | None = None,
) -> Lesson:
    """Move each kind's numbers, then its sites', towards the median of what was seen.

    Parameters
    ----------
    asked
        Requests of the week; only their sites are learned of.
    refused
        Names of the lessons that the planner does not want.
    """
    lessons = _Lessons(seen, caution or Caution(), refused)
    kinds = tuple(lessons.of_kinds(rules))
    rules = reduce(_applied, kinds, rules)
    sites = tuple(lessons.of_sites(rules, asked))
    return Lesson(reduce(_applied, sites, rules), kinds + sites)


class _Lessons:
    """Changes that observations suggest."""

    def __init__(
        self, seen: Sequence[Observation], caution: Caution, refused: Collection[str]
    ) -> None:
        columns = ["kind", "site", *MEASURES]
        table = pd.DataFrame([dataclasses.asdict(each) for each in seen], columns=columns)
        told = table.melt(id_vars=["kind", "site"], value_vars=[*MEASURES], var_name="measure")
        self._told = told.dropna(subset="value").astype({"value": float})
        self._caution, self._refused = caution, frozenset(refused)

    def of_kinds(self, rules: PlanningRules) -> Iterator[Change]:
        """From the office's numbers to each kind's."""
        for kind, measure, values in self._enough():
            before = getattr(rules.kinds[kind], measure)
            limits = getattr(self._caution, measure)
            after = credible(before, values["value"], self._caution.kind_half, limits)
            change = Change(kind, None, kind_name(kind), measure, before, after, len(values))
            yield from self._wanted(change)

    def of_sites(self, rules: PlanningRules, asked: Collection[Request]) -> Iterator[Change]:
        """From each kind's numbers to those of the sites asked for."""
        names = {(request.kind, site_key(request)): request.institution for request in asked}
        for kind, measure, values in self._enough():
            before = getattr(rules.kinds[kind], measure)
            limits = getattr(self._caution, measure)
            drawn_in = winsorized(values["value"])
            for site, own in drawn_in.groupby(values["site"]):
                place = names.get((kind, str(site)))
                if place is not None:
                    after = credible(before, own, self._caution.site_half, limits)
                    change = Change(kind, str(site), place, measure, before, after, len(own))
                    yield from self._wanted(change)

    def _enough(self) -> Iterator[tuple[Kind, str, pd.DataFrame]]:
        for (kind, measure), values in self._told.groupby(["kind", "measure"]):
            if len(values) >= self._caution.visits:
                yield Kind(str(kind)), str(measure), values

    def _wanted(self, change: Change) -> Iterator[Change]:
        if change.after != change.before and change.name not in self._refused:
            yield change


def _applied(rules: PlanningRules, change: Change) -> PlanningRules:
    number: dict[str, Any] = {change.measure: change.after}
    kind = rules.kinds[change.kind]
    if change.site is None:
        kinds = {**rules.kinds, change.kind: dataclasses.replace(kind, **number)}
        return dataclasses.replace(rules, kinds=kinds)
    where = change.kind, change.site
    pace = dataclasses.replace(rules.sites.get(where, kind.pace), **number)
    return dataclasses.replace(rules, sites={**rules.sites, where: pace})
