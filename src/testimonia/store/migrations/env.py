"""Run the steps on the connection that `embedded` hands over, all in its one transaction: an interrupted migration leaves the file as it
was."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
