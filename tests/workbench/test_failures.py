"""What is told when something is not there."""


def test_a_page_that_is_not_there_is_told_as_a_page(client):
    page = client.get("/nowhere")
    assert page.status_code == 404
    assert "There is nothing here" in page.text


def test_under_api_it_is_told_as_data(client):
    answer = client.get("/api/documents/d-none")
    assert answer.status_code == 404
    assert "no document" in answer.json()["detail"]


def test_a_lens_that_is_not_there_is_told_and_names_those_that_are(client):
    page = client.get("/?lens=nobody")
    assert page.status_code == 400
    assert "there is no lens" in page.text
    assert client.get("/api/home?lens=%7Bbroken").status_code == 400


def test_a_wrong_value_is_told_in_words(client):
    answer = client.get("/api/documents", params={"limit": 0})
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("limit: ")


def test_what_a_failure_quotes_is_escaped(client):
    page = client.get("/documents/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert page.status_code == 404
    assert "<script>alert" not in page.text
