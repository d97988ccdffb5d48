"""Every path of the interface for programs keeps to its own description, whatever it is asked."""

import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance

from testimonia.workbench.app import make_app

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
HEADERS = {"Host": "127.0.0.1:8765", "Origin": "http://127.0.0.1:8765"}


@pytest.fixture(scope="session")
def described(sample_kb: Path, tmp_path_factory: pytest.TempPathFactory):
    kb = tmp_path_factory.mktemp("interface") / "kb"
    shutil.copytree(sample_kb, kb)
    return schemathesis.openapi.from_asgi("/api/openapi.json", make_app(kb), headers=HEADERS)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_every_path_keeps_to_its_description(described) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def asked(case) -> None:
            case.validate_response(case.call(headers=HEADERS), checks=CHECKS)

        asked()
    assert len(operations) > 10
