"""The store as the rest of the program sees it."""

from data.store.approval_records import ApprovalRecords
from data.store.database import connect
from data.store.ledger_records import LedgerRecords
from data.store.lookup_records import LookupRecords
from data.store.migrate import upgrade
from data.store.plan_records import PlanRecords
from data.store.publication_records import PublicationRecords
from data.store.report_records import ReportRecords
from data.store.request_records import RequestRecords
from data.store.unavailable import explained


class Store(
    RequestRecords,
    PlanRecords,
    ApprovalRecords,
    PublicationRecords,
    ReportRecords,
    LedgerRecords,
    LookupRecords,
):
    """Everything the office keeps, behind one database."""


def open_store(url: str) -> Store:
    """Open the store of a database URL; an empty or older database is brought up to date.

    Parameters
    ----------
    url
        ``sqlite:///FILE`` or ``postgresql://USER@HOST/NAME``.

    Raises
    ------
    StoreError
        If the URL is of no use, or the database belongs to a newer program.
    StoreUnavailable
        If the database does not answer.
    """
    engine = connect(url)
    with explained():
        upgrade(engine)
    return Store(engine)
