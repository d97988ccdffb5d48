"""The engine offers all that a store must do, with the same arguments."""

import inspect

from testimonia.store.embedded import _EmbeddedStore
from testimonia.store.protocol import Store


def test_every_method_is_the_engines_own_with_the_same_arguments() -> None:
    methods = [name for name, member in vars(Store).items() if inspect.isfunction(member) and (not name.startswith("_") or "enter" in name)]
    assert len(methods) > 20
    for name in methods:
        own = vars(_EmbeddedStore).get(name)
        assert own is not None, f"{name} would do nothing"
        assert inspect.signature(own) == inspect.signature(getattr(Store, name)), name
