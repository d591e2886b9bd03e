"""Alembic's environment: migrations run on the connection that ``migrate`` hands over."""

from alembic import context

from data.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
