"""Reports: the columns of a corpus tell what its records tell, and records are made again as they were."""

import numpy as np
import pytest
from tests.weigh.held import written

from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.corpus import Corpus
from testimonia.weigh.recalled import Recalled
from testimonia.weigh.reports import Reports
from testimonia.weigh.told import COLUMNS, told_of
from testimonia.weigh.tolls import quantities_of

CODED = ("type", "status", "alone", "sums", "dated", "low", "high", "first", "last")


@pytest.fixture(scope="module")
def pair():
    knowledge, held = written(4)
    corpus = Corpus(held)
    return knowledge, Reports(corpus, Recalled(corpus)), accounts_of(knowledge)


def test_columns_tell_what_records_tell(pair):
    _, reports, accounts = pair
    told, wanted = reports.told, told_of(accounts)
    assert len(reports) == len(accounts) > 100
    for name in CODED:
        assert getattr(told, name).tolist() == getattr(wanted, name).tolist(), name
    for name in sorted({*COLUMNS} - {*CODED}):  # numbered otherwise, but equal where the others are
        found = np.unique(np.stack((getattr(told, name).astype(np.int64), getattr(wanted, name))), axis=1)
        assert len(np.unique(found[0])) == len(np.unique(found[1])) == found.shape[1], name


def test_records_come_back_prepared_as_they_were(pair):
    _, reports, accounts = pair
    reports.recall(np.arange(0, len(reports), 2))
    for row, account in enumerate(accounts):
        made = reports[row]
        same = ("id", "initiator", "target", "where", "span", "voice", "sums", "alone", "supposed", "number")
        assert [getattr(made, name) for name in same] == [getattr(account, name) for name in same]
    reports.forget()
    assert reports[3].id == accounts[3].id


def test_quantities_are_those_of_the_records(pair):
    knowledge, reports, accounts = pair
    found, counted = reports.quantities()
    made = {(*counted[quantity], row) for row, quantity in zip(found["row"].tolist(), found["quantity"].tolist(), strict=True)}
    wanted = {(*what, row) for row, account in enumerate(accounts) for what, _ in quantities_of(knowledge, [account])}
    assert made == wanted
