"""Run the steps on the connection that `opening` hands over, in its one transaction.

An interrupted migration so leaves the file as it was.
"""

from alembic import context

# Alembic sets this while it runs; whoever imports the module only to read it finds nothing to do.
_config = getattr(context, "config", None)
if _config is not None:
    context.configure(connection=_config.attributes["connection"], transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
