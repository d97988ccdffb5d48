"""The steps that bring an older knowledge base to this version's layout, run by Alembic when one is opened."""
