"""The plan book: the planner's whole week in one HTML file."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from data.itineraries.book import WeekBook
from data.itineraries.changes import visit_changes, visit_phrase
from data.itineraries.figures import figures, gap_sentence
from data.itineraries.journey import in_order, journey
from data.itineraries.language import Language, language
from data.itineraries.ledger_words import OUTCOMES, SIDES, card_sentences, promise_sentence
from data.itineraries.loads import kecamatan_load, team_load
from data.itineraries.pages import leaflet_script, leaflet_style, own_script, page, script_hash
from data.itineraries.timeline import timeline
from data.itineraries.week_map import colours, week_map
from data.itineraries.wording import KINDS, PRECISIONS, STATES, place, spoken
from data.requests import Request
from optimizer.plan import Duty


@dataclass(frozen=True, slots=True)
class LeftOut:
    """People of a request who wait for another week."""

    record: Request
    people: int
    reason: str


def plan_book_html(book: WeekBook) -> str:
    """One self-contained page: figures, map, timeline, duties, who is left out and why.

    The page calls nobody; its basemap is fetched only when the reader asks for it.
    """
    say = language(book.lang, book.office.zone)
    journeys = tuple(journey(book, duty) for duty in in_order(book))
    scripts = (leaflet_script(), own_script("plan_book.js"))
    return page(
        "plan_book.html",
        say=say,
        book=book,
        made_at=book.made_at.astimezone(ZoneInfo(book.problem.timezone)),
        state=spoken(say, STATES, book.state),
        figures=figures(book),
        gap=gap_sentence(book, say),
        journeys=journeys,
        timeline=timeline(book, journeys),
        colours=colours(book),
        map=week_map(book, journeys, say),
        left_out=sorted(_left_out(book), key=lambda row: (-row.record.weeks_waiting, -row.people)),
        team_load=team_load(book),
        kecamatan_load=kecamatan_load(book),
        since=_since(book, say),
        changes=visit_changes(_before(book), book.plan.duties),
        visit_phrase=visit_phrase,
        kind=lambda record: spoken(say, KINDS, record.kind),
        precision=lambda record: spoken(say, PRECISIONS, record.site.precision),
        place=place,
        outcomes={outcome: say(word) for outcome, word in OUTCOMES.items()},
        side_words={side: say(word) for side, word in SIDES.items()},
        promise_sentence=promise_sentence,
        card_sentences=card_sentences,
        leaflet_style=leaflet_style(),
        scripts=scripts,
        script_hashes=" ".join(map(script_hash, scripts)),
    )


def _left_out(book: WeekBook) -> Iterator[LeftOut]:
    for row in book.plan.unserved:
        yield LeftOut(book.requests[row.request], row.people, row.reason)


def _before(book: WeekBook) -> tuple[Duty, ...]:
    return book.earlier.duties if book.earlier else book.problem.previous


def _since(book: WeekBook, say: Language) -> str | None:
    """Heading of the changes, or None if there is nothing to compare with."""
    if book.earlier:
        return say("Perubahan sejak versi sebelumnya")
    return say("Perubahan sejak rencana yang terbit") if book.problem.previous else None
