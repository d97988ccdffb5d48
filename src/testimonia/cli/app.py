"""The program `testimonia`: its commands, its exit codes, and errors as messages.

Exit codes: 0 done, 1 done with problems (see `testimonia problems`), 2 wrong use, 70 a defect of this program, 130 stopped by the user.
"""

import sys
import traceback
from collections.abc import Sequence
from inspect import getdoc
from typing import Annotated

import typer

from testimonia.cli.agreement import agreement
from testimonia.cli.build import build
from testimonia.cli.compare import compare
from testimonia.cli.diff import diff
from testimonia.cli.export import export
from testimonia.cli.identity import app as identity
from testimonia.cli.import_codings import import_codings, template
from testimonia.cli.lens import app as lens
from testimonia.cli.problems import problems
from testimonia.cli.read import read
from testimonia.cli.release import release
from testimonia.cli.report import report
from testimonia.cli.review import app as review
from testimonia.cli.search import search
from testimonia.cli.serve import serve
from testimonia.cli.show import show
from testimonia.cli.site import site
from testimonia.cli.stemma import stemma
from testimonia.cli.verify import verify
from testimonia.cli.version import version
from testimonia.errors import TestimoniaError

DONE, WRONG_USE, DEFECT, STOPPED = 0, 2, 70, 130

_app = typer.Typer(
    name="testimonia",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help needs no rich, and so is there at once
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _help_of(command: object) -> str:
    """The part of a docstring on arguments is for the reference; help has its own lines for them."""
    return (getdoc(command) or "").partition("\n\nArgs:")[0]


for _command in (build, read, show, search, stemma, compare, problems, release, export, site, report, serve, verify, diff, version):
    _app.command(help=_help_of(_command))(_command)

_app.command("import", help=_help_of(import_codings))(import_codings)
_app.command(help=_help_of(template))(template)
review.command()(agreement)

for _group in (identity, lens, review):
    for _registered in _group.registered_commands:
        _registered.help = _help_of(_registered.callback)
    _app.add_typer(_group)


@_app.callback()
def _options(debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False) -> None:
    """Turn partisan documents about armed groups into claims with their exact words, their chain of voices and their time.

    Begin with: testimonia build FOLDER --out KB
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; None for those that it was started with.

    Returns:
        0 done, 1 done with problems, 2 wrong use, 70 a defect of this program, 130 stopped by the user.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Accepted anywhere before a bare --, as nobody remembers that it belongs to the program and not to the command.
    debug = "--debug" in (given[: given.index("--")] if "--" in given else given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Arabic shows its codes instead of failing
    try:
        _app([word for word in given if word != "--debug"] if debug else given, prog_name="testimonia")
    except SystemExit as ended:
        return _code(ended)
    except (TestimoniaError, OSError) as error:
        return _fail(error, debug=debug)
    except KeyboardInterrupt:
        sys.stderr.write("stopped; what was finished is kept, and the same command goes on from there\n")
        return STOPPED
    except Exception:
        # Python's own code for this is 1, which here means that everything else was done.
        traceback.print_exc()
        sys.stderr.write("testimonia: this is a defect of the program; please report it with the lines above\n")
        return DEFECT
    return DONE


def _code(ended: SystemExit) -> int:
    if ended.code is None:
        return DONE
    return ended.code if isinstance(ended.code, int) else WRONG_USE


def _fail(error: Exception, *, debug: bool) -> int:
    from testimonia.cli.output import close_quietly, say

    if isinstance(error, BrokenPipeError):
        close_quietly()
        return DONE
    if debug:
        traceback.print_exception(error)
    say(f"testimonia: {error}")
    return WRONG_USE
