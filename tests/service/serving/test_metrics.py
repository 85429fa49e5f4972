"""Measures: what is counted, and that labels cannot be made by a client."""

from flask.testing import FlaskClient


def measures(client: FlaskClient) -> str:
    return client.get("/metrics").get_data(as_text=True)


def test_requests_are_counted_by_route_and_status(client: FlaskClient) -> None:
    client.get("/api/search?question=skolskjuts")
    client.get("/api/search")

    assert 'paragraf_requests_total{method="GET",route="/api/search",status="200"} 1.0' in measures(client)
    assert 'paragraf_requests_total{method="GET",route="/api/search",status="400"} 1.0' in measures(client)


def test_answers_are_counted_by_outcome(client: FlaskClient) -> None:
    client.get("/api/ask?question=Vad blev avgiften för skolskjuts utanför närområdet?")
    client.get("/?q=Vem vann fotbollsmatchen i Oslo?")

    assert 'paragraf_answers_total{mode="extractive",outcome="answered"} 1.0' in measures(client)
    assert 'paragraf_answers_total{mode="extractive",outcome="refused"} 1.0' in measures(client)


def test_neither_addresses_questions_nor_methods_become_labels(client: FlaskClient) -> None:
    client.get("/påhittad-adress")
    client.get("/kalla/påhittad-fil.txt")
    client.get("/?q=påhittad fråga")
    client.open("/", method="PÅHITT")

    assert "hitt" not in measures(client)
    assert 'route="unmatched"' in measures(client)


def test_the_text_is_what_prometheus_reads(client: FlaskClient) -> None:
    response = client.get("/metrics")

    assert response.content_type.startswith("text/plain")
    assert "# TYPE paragraf_request_seconds histogram" in response.get_data(as_text=True)
