"""The bot's counts for Prometheus, on loopback only: `start(port, state)`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from bot.state import State
from index.errors import SettingError

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

HOST = "127.0.0.1"


class Counts:
    """What Prometheus collects, read from the state whenever it asks, so that it goes on after a restart."""

    def __init__(self, state: State) -> None:
        self.state = state

    def collect(self) -> Iterable[Metric]:
        """The counts as they are now."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        totals = self.state.totals()
        questions = CounterMetricFamily("quoth_questions", "Questions by outcome", labels=["outcome"])
        for outcome in ("answered", "refused", "failed", "stopped"):
            questions.add_metric([outcome], totals.outcomes.get(outcome, 0))
        votes = CounterMetricFamily("quoth_votes", "Votes on answers", labels=["vote"])
        votes.add_metric(["up"], totals.liked)
        votes.add_metric(["down"], totals.disliked)
        yield questions
        yield votes
        yield CounterMetricFamily("quoth_question_seconds", "Seconds spent on questions", totals.seconds)
        yield GaugeMetricFamily("quoth_people", "People who wrote to the bot", totals.people)
        yield GaugeMetricFamily("quoth_updates_waiting", "Updates that are not dealt with yet", totals.waiting)


def start(port: int, state: State) -> Callable[[], None]:
    """Serve the counts at /metrics until the function returned is called. Raises SettingError when that can't be."""
    try:
        from prometheus_client import CollectorRegistry, start_http_server
    except ImportError:
        raise SettingError(
            "QUOTH_TELEGRAM_METRICS_PORT needs prometheus-client: install it with `pip install 'quoth[metrics]'`."
        ) from None
    registry = CollectorRegistry()
    registry.register(Counts(state))
    try:
        server, thread = start_http_server(port, HOST, registry)
    except OSError as error:
        raise SettingError(f"QUOTH_TELEGRAM_METRICS_PORT {port} can't be used ({error}): set another one.") from None

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return stop
