"""WhatsApp texts per team and per site, each with a link; a person presses send."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from data.itineraries.book import WeekBook
from data.itineraries.calendars import visited
from data.itineraries.changes import PlannedVisit, visits_of
from data.itineraries.journey import in_order, journey
from data.itineraries.language import Language, language
from data.itineraries.navigation import navigation_link
from data.itineraries.pages import page
from data.itineraries.phones import mobile
from data.itineraries.wording import STATES, place, services, spoken


@dataclass(frozen=True, slots=True)
class Message:
    """A text ready to send; ``link`` opens WhatsApp with it, at the addressee if known."""

    addressee: str
    phone: str | None
    text: str

    @property
    def link(self) -> str:
        """``https://wa.me/<number>?text=...``."""
        return f"https://wa.me/{mobile(self.phone) or ''}?text={quote(self.text)}"


def team_messages(book: WeekBook) -> tuple[Message, ...]:
    """The week of each team that goes out."""
    return tuple(_team_messages(book, language(book.lang, book.office.zone)))


def _team_messages(book: WeekBook, say: Language) -> Iterator[Message]:
    journeys = [journey(book, duty) for duty in in_order(book)]
    for team in book.problem.teams:
        own = [each for each in journeys if each.duty.team == team.id]
        if own:
            text = _text("message_team.txt", book, say, team=book.teams[team.id], journeys=own)
            yield Message(book.teams[team.id], None, text)


def site_messages(book: WeekBook) -> tuple[Message, ...]:
    """The visits of each site that gets any, or was told of some before; by first date."""
    say = language(book.lang, book.office.zone)
    visits, before = visits_of(book.plan.duties), visits_of(book.problem.previous)
    told = {request: visits.get(request) or before[request] for request in visited(book)}
    order = sorted(told, key=lambda request: (told[request], request))
    return tuple(
        _site_message(book, say, request, visits.get(request, ()), before.get(request, ()))
        for request in order
        if request in book.requests
    )


def _site_message(
    book: WeekBook,
    say: Language,
    request: str,
    visits: tuple[PlannedVisit, ...],
    before: tuple[PlannedVisit, ...],
) -> Message:
    record, asked = book.requests[request], book.problem.request.get(request)
    text = _text(
        "message_site.txt" if visits else "message_cancelled.txt",
        book,
        say,
        record=record,
        visits=visits,
        replaced=before if before != visits else (),
        waiting=asked.people - sum(visit.people for visit in visits) if asked else 0,
        services=services(say, asked.services if asked else ()),
    )
    return Message(record.institution, record.contact.phone, text)


def _text(template: str, book: WeekBook, say: Language, **values: object) -> str:
    return page(
        template,
        book=book,
        say=say,
        state=spoken(say, STATES, book.state),
        place=place,
        navigation_link=navigation_link,
        **values,
    ).strip()


def messages_html(book: WeekBook) -> str:
    """One page with every text and its button."""
    say = language(book.lang, book.office.zone)
    return page(
        "messages.html",
        book=book,
        say=say,
        state=spoken(say, STATES, book.state),
        groups=((say("Tim"), team_messages(book)), (say("Lokasi"), site_messages(book))),
    )
