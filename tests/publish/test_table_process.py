"""The SQLite file written in a process of its own: the same bytes, and a failure that is told."""

from testimonia.publish import release as making
from testimonia.publish.table_process import main
from testimonia.publish.tables import DATABASE


def test_it_writes_the_same_file(knowledge, released, tmp_path):
    folder, again = released(knowledge), tmp_path / "again"
    again.mkdir()
    for file in folder.glob("*.jsonl"):
        (again / file.name).write_bytes(file.read_bytes())
    assert main([str(again), str(tmp_path)]) == 0
    assert (again / DATABASE).read_bytes() == (folder / DATABASE).read_bytes()


def test_it_says_what_is_wrong(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere"), str(tmp_path)]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_large_release_is_written_side_by_side_and_is_the_same(knowledge, released, monkeypatch, tmp_path):
    alone = {
        file.relative_to(folder): file.read_bytes() for folder in [released(knowledge)] for file in folder.rglob("*") if file.is_file()
    }
    monkeypatch.setattr(making, "WORTH_IT", 0)
    monkeypatch.setattr(making, "cores", lambda: 2)
    folder = released(knowledge, name="beside")
    assert {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()} == alone
