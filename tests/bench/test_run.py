"""What is measured is what was asked for, and the rest of the page stays as it was."""

import pytest
from bench import run
from bench.figures import Figure

QUICK = "Names of bodies, on one core"
BEFORE = """# Performance

## A static site
| the site before | 9 s |  |

## Weighing a corpus
| weighing before | 8 s |  |

## Names of bodies, on one core
| names before | 7 s |  |
"""


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Runs the command with measures that say that they ran; gives what ran, the exit code and the page by heading."""
    ran: list[str] = []

    def measure(name: str, value: float = 1.0):
        def told() -> list[Figure]:
            ran.append(name)
            return [Figure(f"{name} now", value, "s", 2.0, at_most=True)]

        return told

    def quick(given: list[int]) -> dict[str, list[Figure]]:
        ran.append(f"quick {given}")
        return {QUICK: [Figure("names now", 1.0, "s")]}

    page = tmp_path / "performance.md"
    page.write_text(BEFORE, "utf-8")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "PAGE", page)
    monkeypatch.setattr(run, "_quick", quick)
    monkeypatch.setattr(run, "SLOW", {name: measure(name, 3.0 if name == "weigh" else 1.0) for name in run.SLOW})

    def call(*arguments: str) -> tuple[list[str], int, dict[str, str]]:
        ran.clear()
        code = run.main(arguments)
        return list(ran), code, run.parts_of(page.read_text("utf-8"))

    return call


def test_without_a_word_the_quick_measures_run_and_the_slow_ones_stay(measured):
    ran, code, parts = measured()
    assert (ran, code) == (["quick []"], 0)
    assert "names now" in parts[QUICK] and "site before" in parts["A static site"] and "weighing before" in parts["Weighing a corpus"]


def test_what_is_asked_for_is_measured_besides_and_written_over(measured):
    ran, code, parts = measured("10", "20", "--also", "site")
    assert (sorted(ran), code) == (["quick [10, 20]", "site"], 0)
    assert "site now" in parts["A static site"] and "site before" not in parts["A static site"]
    assert "weighing before" in parts["Weighing a corpus"]


def test_only_leaves_the_quick_measures_as_they_were(measured):
    ran, _, parts = measured("--only", "--also", "site", "release")
    assert ran == ["release", "site"], "in the order of the page, whatever the order of the words"
    assert "names before" in parts[QUICK] and "weighing before" in parts["Weighing a corpus"]
    assert set(parts) == {"A static site", "Weighing a corpus", QUICK, run.HEADINGS["release"]}


def test_all_is_every_slow_measure_and_a_bound_that_is_missed_is_told(measured):
    ran, code, parts = measured("--only", "--also", "all")
    assert ran == list(run.SLOW) and set(run.HEADINGS.values()) <= set(parts)
    assert code == 1 and "(missed)" in parts["Weighing a corpus"]


def test_an_unknown_section_is_refused(measured, capsys):
    with pytest.raises(SystemExit):
        measured("--also", "everything")
    assert "invalid choice" in capsys.readouterr().err
