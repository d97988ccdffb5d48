"""`testimonia serve`."""

from testimonia.cli.app import main
from testimonia.workbench import serving


def test_it_serves_the_knowledge_base_on_the_port_asked_for(monkeypatch, tmp_path):
    asked = {}
    monkeypatch.setattr(serving, "serve", lambda kb, *, options, tell: asked.update(kb=kb, options=options))
    assert main(["serve", str(tmp_path), "--port", "9100", "--no-open", "--lens", "ngo"]) == 0
    assert asked == {"kb": tmp_path, "options": serving.ServeOptions(9100, "ngo", False)}


def test_without_a_knowledge_base_it_says_the_way_out(tmp_path, capsys):
    assert main(["serve", str(tmp_path / "none"), "--no-open"]) == 2
    assert "testimonia build" in capsys.readouterr().err


def test_a_port_that_only_an_administrator_may_use_is_refused(tmp_path):
    assert main(["serve", str(tmp_path), "--port", "80"]) == 2
