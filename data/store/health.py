"""Does the store hold what it promises? Every doubt at once, in Bahasa Indonesia."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.site_key import site_key
from data.store.merging import letter_key
from data.store.migrate import newest_version, schema_version
from data.store.plan_documents import plan_hash
from data.store.plan_records import stored_plan
from data.store.request_rows import record_of
from data.store.store import Store
from data.store.tables import HistoryRow, PlanRow, RequestRow


def check_store(store: Store) -> tuple[str, ...]:
    """Everything that is wrong with a store; empty if all is well."""
    with store.reading() as session:
        return tuple(
            doubt
            for look in (_schema, _file, _requests, _histories, _plans)
            for doubt in look(session)
        )


def _schema(session: Session) -> Iterator[str]:
    found, wanted = schema_version(session.connection()), newest_version()
    if found != wanted:
        yield f"skema versi {found}, program butuh {wanted}; jalankan jemputbola db upgrade"


def _file(session: Session) -> Iterator[str]:
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"berkas basis data rusak: {line}; pulihkan dari cadangan"
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"tabel {table} menunjuk baris yang tidak ada; pulihkan dari cadangan"


def _requests(session: Session) -> Iterator[str]:
    for row in session.scalars(select(RequestRow).order_by(RequestRow.id)):
        try:
            request = record_of(row)
        except ValueError:
            yield f"permohonan {row.id}: catatannya tidak terbaca"
            continue
        told = (request.id, letter_key(request), site_key(request))
        if told != (row.id, row.letter, row.site):
            yield f"permohonan {row.id}: surat atau tempat tidak cocok dengan catatannya"
        if (request.state.value, request.people_left) != (row.state, row.people_left):
            yield f"permohonan {row.id}: status atau sisa orang tidak cocok dengan catatannya"


def _histories(session: Session) -> Iterator[str]:
    last = select(func.max(HistoryRow.id)).group_by(HistoryRow.request)
    steps = session.scalars(select(HistoryRow).where(HistoryRow.id.in_(last)))
    stands = {step.request: step.to_state for step in steps}
    for name, state in session.execute(select(RequestRow.id, RequestRow.state)):
        if stands.get(name) != state:
            yield f"permohonan {name}: berstatus {state}, riwayatnya berakhir {stands.get(name)}"


def _plans(session: Session) -> Iterator[str]:
    for row in session.scalars(select(PlanRow).order_by(PlanRow.id)):
        place = f"rencana {row.regency} {row.week} versi {row.version}"
        try:
            stored = stored_plan(row)
        except ValueError:
            yield f"{place}: isinya tidak terbaca"
            continue
        if plan_hash(stored.problem, stored.plan) != row.hash:
            yield f"{place}: isinya bukan yang disimpan (sidik tidak cocok)"
