"""Find or make the file of a knowledge base, see that it is one, and bring it up to this version's layout."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from testimonia.errors import StoreError
from testimonia.store.schema import APPLICATION_ID, HEAD

FILE = "kb.sqlite"
NOTE = "README.txt"
WRITING = "testimonia_writing"
"""Execution option of a connection that will write: its transaction takes the write lock at once instead of failing half-way."""

_BUSY_MS = 30_000
"""Milliseconds to wait for another process that is writing; one batch of documents takes well under a second."""
_OLDEST_SQLITE = (3, 37, 0)
_NOTE_TEXT = """\
This folder is a knowledge base made by Testimonia.

kb.sqlite   documents as captured, what was read from them word by word, and the decisions taken since
            (an SQLite database; kb.sqlite-wal and kb.sqlite-shm belong to it while it is in use: copy all three or none)

testimonia show . document      what is in it
testimonia problems .           what could not be done
testimonia release . --out DIR  tables to work with and to cite

To add documents, run the build again with this folder as --out; nothing is added twice.
"""


def open_engine(folder: Path, *, create: bool) -> Engine:
    """Open the file of a knowledge base at this version's layout.

    Args:
        folder: The folder of the knowledge base.
        create: Make an empty one where there is none.

    Returns:
        An engine whose connections write ahead, keep foreign keys and wait for one another.

    Raises:
        StoreError: The folder or the file is something else, damaged, newer than this program, or cannot be written.
    """
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(
            f"this Python brings SQLite {sqlite3.sqlite_version}; at least 3.37 is needed, as Python from python.org or uv has it"
        )
    _check_folder(folder, create=create)
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({error.strerror}); name a folder that you may write to") from error
    engine = _engine(file)
    try:
        with explained(file):
            _bring_up_to_date(engine, file, create=create)
        if not (folder / NOTE).exists():
            (folder / NOTE).write_text(_NOTE_TEXT, encoding="utf-8")
    except OSError as error:
        engine.dispose()
        raise StoreError(f"{folder}: cannot be written ({error.strerror}); name a folder that you may write to") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn an error of the engine inside the block into one that says what to do.

    Args:
        file: The database file, for the message.

    Yields:
        Nothing.

    Raises:
        StoreError: The engine failed.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(_explanation(file, str(error.orig))) from error


def _explanation(file: Path, reason: str) -> str:
    low = reason.lower()
    if "not a database" in low:
        return f"{file}: is no SQLite database; move it away, or name another folder"
    if "malformed" in low or "disk i/o" in low or "corrupt" in low:
        return f"{file}: is damaged ({reason}); move the folder away and build again from the documents, or restore a copy of the folder"
    if "locked" in low:
        return f"{file}: another process has been writing to it for {_BUSY_MS // 1000} s; wait for it to end, then run this again"
    if "full" in low:
        return f"{file}: the disk is full; free some space, then run this again, and it goes on where it stopped"
    if "readonly" in low or "unable to open" in low or "denied" in low:
        return f"{file}: cannot be written ({reason}); copy the folder to where you may write, or name another one"
    return f"{file}: {reason}"


def _check_folder(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder}: is a file; a knowledge base is a folder, so name another path")
    if (folder / FILE).exists():
        return
    if not create:
        raise StoreError(f"{folder}: no knowledge base there; make one with: testimonia build PATH --out {folder}")
    # A build that was killed as early as can be leaves no more than these, and another process may have begun since the line above.
    ours = {NOTE, FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal"}
    strangers = sorted(entry.name for entry in folder.glob("*") if entry.name not in ours)
    if strangers:
        raise StoreError(f"{folder}: is no knowledge base and holds other things ({strangers[0]}); name a new or an empty folder")


def _engine(file: Path) -> Engine:
    # As many connections as there are iterators open: a limit would make the next one wait for those before it.
    engine = create_engine(URL.create("sqlite", database=str(file)), connect_args={"timeout": _BUSY_MS / 1000}, pool_size=0)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # Python's own idea of when to begin would leave creating tables outside of transactions
        try:
            connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}").close()
            _write_ahead(connection)
            for pragma in ("synchronous=NORMAL", "foreign_keys=ON", "trusted_schema=OFF"):
                connection.execute(f"PRAGMA {pragma}").close()
        except sqlite3.Error:
            connection.close()  # it never reaches the pool, so nobody else would
            raise

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITING) else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Have the file written ahead, however many processes ask for it of a new file at the same time."""
    until = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            # SQLite does not wait here: two that change the mode of one new file would wait for each other for ever.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(random.uniform(0.005, 0.05))
        else:
            return


def _bring_up_to_date(engine: Engine, file: Path, *, create: bool) -> None:
    with engine.connect() as connection:
        if _revision(connection, file) == HEAD:
            return
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        # Asked again under the write lock: another process may have done it meanwhile.
        revision = _revision(connection, file)
        if revision is None and not create:
            raise StoreError(f"{file}: is empty, as after a build that was stopped at once; run the build again")
        if revision != HEAD:
            _migrate(connection, file, revision=revision)


def _revision(connection: Connection, file: Path) -> str | None:
    """Give the step that the file is at, None for an empty file."""
    owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if not tables and owner in (0, APPLICATION_ID):
        return None
    if owner != APPLICATION_ID or "alembic_version" not in tables:
        raise StoreError(f"{file}: is a database of something else; move it away, or name another folder")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _migrate(connection: Connection, file: Path, *, revision: str | None) -> None:
    # Here and not at the top: Alembic is needed once in the life of a file, and takes a third of a second to load.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    # A percent sign in a path would be taken for one of Alembic's own variables.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreError(
            f"{file}: was written by a newer Testimonia (layout {revision}, this one knows {HEAD}); update this program to open it"
        )
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    command.upgrade(config, "head")
