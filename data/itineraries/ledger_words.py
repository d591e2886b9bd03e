"""What the ledgers say to a reader."""

from collections.abc import Iterator, Mapping

from data.itineraries.language import Language
from data.ledgers.cards import CardLedger, Forecast
from data.ledgers.causes import Cause, Reason, Side
from data.ledgers.promises import Outcome, Promise

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.KEPT: "ditepati",
    Outcome.MOVED: "dipindah",
    Outcome.BROKEN: "tidak ditepati",
    Outcome.OPEN: "menunggu laporan",
}
SIDES: Mapping[Side, str] = {
    Side.OFFICE: "kantor",
    Side.SITE: "tempat yang dikunjungi",
    Side.WAY: "jalan atau cuaca",
    Side.OTHER: "lain-lain",
}
CAUSES: Mapping[Cause, str] = {
    Cause.REPORTED: "laporan lapangan",
    Cause.WITHDRAWN: "permohonan ditarik",
    Cause.NOBODY_CAME: "tidak ada yang datang",
    Cause.NOBODY_SERVED: "tidak ada yang terlayani",
    Cause.SILENCE: "tidak ada laporan sampai minggu ditutup",
    Cause.DAY_OFF: "kantor tutup pada hari itu",
    Cause.SITE_SHUT: "tidak dapat didatangi pada hari itu",
    Cause.TEAM_AWAY: "tim berhalangan",
    Cause.VEHICLE_AWAY: "kendaraan berhalangan",
    Cause.KIT_AWAY: "alat rekam berhalangan",
    Cause.REPLANNED: "rencana disusun ulang",
}


def promise_sentence(promise: Promise, say: Language) -> str:
    """Why a promise was not kept as given, and where it went; empty for one that was."""
    return "; ".join(_parts(promise, say))


def _parts(promise: Promise, say: Language) -> Iterator[str]:
    if promise.reason:
        yield _reason(promise.reason, say)
    if promise.moved_to:
        yield say("menjadi {dates}", dates=", ".join(map(say.short_date, promise.moved_to)))


def _reason(reason: Reason, say: Language) -> str:
    cause = say(CAUSES[reason.cause])
    return f"{cause}: {reason.words}" if reason.words else cause


def card_sentences(ledger: CardLedger, say: Language) -> tuple[str, ...]:
    """When the backlog of cards is worked off: at present rates, and at full capacity."""
    told = [say("Dengan laju sekarang {fate}.", fate=_fate(ledger.at_present, say))]
    if ledger.at_capacity:
        told.append(say("Dengan kemampuan penuh {fate}.", fate=_fate(ledger.at_capacity, say)))
    return tuple(told)


def _fate(forecast: Forecast, say: Language) -> str:
    if forecast.growth > 0:
        cards = say.number(float(forecast.growth), 0 if forecast.growth.denominator == 1 else 1)
        return say("tunggakan bertambah {cards} kartu seminggu", cards=cards)
    if forecast.weeks is None:
        return say("tunggakan tidak berkurang")
    if forecast.weeks == 0:
        return say("tidak ada tunggakan")
    return say("tunggakan habis dalam {weeks} minggu", weeks=say.number(forecast.weeks))
