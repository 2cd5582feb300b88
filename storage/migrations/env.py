"""How Alembic meets the tables: one transaction a migration, batches on SQLite."""

from alembic import context

from storage.tables import METADATA


def run() -> None:
    """Run migrations on the connection handed over in the configuration."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
