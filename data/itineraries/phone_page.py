"""The phone page: one duty for the officer on the road, without scripts or internet."""

from markupsafe import Markup

from data.itineraries.book import WeekBook
from data.itineraries.journey import Journey
from data.itineraries.language import language
from data.itineraries.navigation import map_link, navigation_link
from data.itineraries.pages import page
from data.itineraries.phones import call_link
from data.itineraries.route_map import route_map_svg
from data.itineraries.wording import (
    KINDS,
    PRECISIONS,
    STATES,
    equipment,
    needs,
    services,
    spoken,
    whereabouts,
)


def phone_page_html(book: WeekBook, journey: Journey) -> str:
    """One self-contained page with big buttons to call and to navigate."""
    say = language(book.lang, book.office.zone)
    return page(
        "phone_page.html",
        say=say,
        book=book,
        journey=journey,
        state=spoken(say, STATES, book.state),
        equipment=equipment(say, journey.duty, journey.services),
        map=Markup(route_map_svg(journey)),  # noqa: S704 - drawn from numbers by our own template
        navigation_link=navigation_link,
        map_link=map_link,
        call_link=call_link,
        whereabouts=lambda record: whereabouts(say, record),
        kind=lambda record: spoken(say, KINDS, record.kind),
        precision=lambda record: spoken(say, PRECISIONS, record.site.precision),
        needs=lambda record: needs(say, record),
        services=lambda codes: services(say, codes),
    )
