"""The list of open ends as the plain values that the JSON API and `--json` give."""

from service import shown
from service.openends.records import OpenEnd, OpenEnds


def told(found: OpenEnds, offset: int = 0, limit: int | None = None) -> dict[str, object]:
    """The list as the API and `--json` show it; so many of its lines, and how many there are in all."""
    end = None if limit is None else offset + limit
    return {
        "today": found.today,
        "count": len(found.lines),
        "offset": offset,
        "lines": [_line(line) for line in found.lines[offset:end]],
        "reach": [{"municipality": name, "body": body, "until": day} for name, body, day in found.reach],
        "dropped": found.dropped,
    }


def _line(line: OpenEnd) -> dict[str, object]:
    return {
        "kind": line.kind,
        "state": line.state,
        "municipality": line.municipality,
        "body": line.body,
        "title": line.title,
        "to": line.to,
        "since": line.since,
        "deadline": line.deadline,
        "sureness": line.sureness,
        "reason": line.reason,
        "evidence": shown.citation(line.evidence),
        "latest": shown.citation(line.latest) if line.latest else None,
    }
