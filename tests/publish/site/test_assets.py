"""Files of a site work from a disk."""

import json

import pytest

from testimonia.errors import RecordError
from testimonia.publish.pages.environment import STATIC
from testimonia.publish.site.assets import WORLD, as_script, assets, missing_vendor


def test_our_modules_become_scripts_with_names_of_their_own():
    held = dict(assets())
    for name in ("testimonia.js", "opening.js", "map.js", "network.js", "search.js"):
        text = held[name].decode()
        assert text.startswith('(async () => {\n"use strict";\n') and text.endswith("})();\n"), name
    assert STATIC.joinpath("map.js").read_text("utf-8") in held["map.js"].decode()


@pytest.mark.parametrize("line", ['import { a } from "./b.js";', 'import "./b.js";', "export const a = 1;", "  export default a;"])
def test_a_module_that_needs_another_is_refused(line):
    with pytest.raises(RecordError, match=r"odd\.js"):
        as_script(f"const b = 1;\n{line}\n", name="odd.js")


def test_words_that_only_look_so_are_no_reason_to_refuse():
    assert "important" in as_script("const important = 1; // export it by hand\nconst late = () => import('x');\n", name="fine.js")


def test_the_map_of_the_world_is_handed_over_by_a_script():
    if f"{WORLD}.json" in missing_vendor():
        assert f"vendor/{WORLD}.js" not in dict(assets())
        return
    content = dict(assets())[f"vendor/{WORLD}.js"].decode()
    assert json.loads(content.removeprefix("window.testimoniaWorld=").rstrip(";\n"))["type"] == "Topology"


def test_nothing_is_brought_that_only_the_workbench_needs():
    assert not {"vendor/htmx.min.js", "reader.js", "review.css", "lens.css"} & set(dict(assets()))
