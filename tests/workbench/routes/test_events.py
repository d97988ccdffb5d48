"""The pages of events over the sample."""


def test_the_list_stands_in_the_order_of_time(client) -> None:
    events = client.get("/api/events").json()["events"]
    days = [event["when"]["lo"] or event["when"]["hi"] for event in events]
    dated = [day for day in days if day is not None]
    assert events
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated


def test_the_list_can_be_narrowed(client) -> None:
    told = client.get("/api/events", params={"type": "ASSAULT", "with_tolls": True}).json()
    assert told["events"]
    assert {event["type"] for event in told["events"]} == {"ASSAULT"}
    assert client.get("/api/events", params={"since": 2100}).json()["events"] == []
    assert client.get("/api/events", params={"type": "PICNIC"}).status_code == 422


def test_an_event_shows_its_reports_and_figures(client) -> None:
    events = client.get("/api/events").json()["events"]
    most = max(events, key=lambda event: event["reports"])
    told = client.get(f"/api/events/{most['id']}").json()
    page = client.get(f"/events/{most['id']}").text
    assert len(told["reports"]) == most["reports"] > 1
    assert "Reports side by side" in page
    assert all(f'id="{report["id"]}"' in page for report in told["reports"])


def test_an_event_that_is_not_there(client) -> None:
    assert client.get("/events/ev-none").status_code == 404
    assert client.get("/api/events/" + "9" * 300).status_code == 404
