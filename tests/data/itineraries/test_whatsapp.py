"""WhatsApp texts: golden wording, links that open the right chat with the whole text."""

from urllib.parse import parse_qs, urlsplit

from data.itineraries.whatsapp import Message, messages_html, site_messages, team_messages
from tests.data.itineraries.sample_week import HOSTILE, book, replanned
from tests.golden import assert_golden


def test_wording_for_a_team() -> None:
    assert_golden("message_team.txt", team_messages(book())[1].text)


def test_wording_for_a_site_partly_served() -> None:
    assert_golden("message_site.txt", site_messages(book(state="published"))[0].text)


def test_wording_for_a_site_moved_and_a_site_cancelled() -> None:
    week = book(state="published", problem=replanned())
    messages = {message.addressee: message.text for message in site_messages(week)}
    assert_golden("message_moved.txt", messages["SMAN 1 Pandaan"])
    assert_golden("message_cancelled.txt", messages["SMA Prigen"])
    assert "menggantikan" not in messages["SMAN 1 Bangil"]


def test_a_draft_says_so_and_a_published_plan_does_not() -> None:
    assert site_messages(book())[0].text.startswith("KONSEP")
    assert "KONSEP" not in site_messages(book(state="published"))[0].text


def test_one_message_a_visited_site_and_a_team_on_duty() -> None:
    plan = book().plan
    assert len(site_messages(book())) == len({stop.request for _, stop in plan.visits()})
    assert len(team_messages(book())) == len({duty.team for duty in plan.duties})


def test_the_link_carries_number_and_text() -> None:
    link = urlsplit(Message("SMA", "0812-0000-0012", "Pukul 07.30 & *besok*\n100 %").link)
    assert (link.netloc, link.path) == ("wa.me", "/6281200000012")
    assert parse_qs(link.query) == {"text": ["Pukul 07.30 & *besok*\n100 %"]}


def test_a_fixed_line_gets_a_link_without_number() -> None:
    assert urlsplit(Message("SMA", "(0343) 741000", "x").link).path == "/"


def test_the_page_escapes_hostile_names() -> None:
    html = messages_html(book())
    assert HOSTILE not in html and "<script" not in html
