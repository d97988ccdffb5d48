"""A store does all that weighing asks of one."""

from testimonia.store.embedded_weighing import EmbeddedWeighing
from testimonia.store.weighing_protocol import Weighed


def test_every_question_is_answered():
    asked = {name for name in vars(Weighed) if not name.startswith("_")}
    assert asked <= set(vars(EmbeddedWeighing)) and "put_reweighed" in asked
