"""How many requests run at once."""

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from kg.query.endpoint.guard import Guard
from kg.query.endpoint.settings import Settings

SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/",
    "raw_path": b"/",
    "query_string": b"",
    "headers": [(b"host", b"localhost")],
}


async def nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def statuses(together: int, most: int) -> list[tuple[int, bool]]:
    """The status of requests that all run until the last has come, and whether they say when to try again."""
    last_came, found = asyncio.Event(), list[tuple[int, bool]]()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        await last_came.wait()
        await PlainTextResponse("done")(scope, receive, send)

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            found.append((message["status"], b"retry-after" in dict(message["headers"])))

    guard = Guard(slow, Settings(most_requests=most))
    running = [asyncio.create_task(guard(SCOPE, nothing, send)) for _ in range(together)]
    await asyncio.sleep(0.1)
    last_came.set()
    await asyncio.gather(*running)
    await guard(SCOPE, nothing, send)
    return found


def test_those_that_are_too_many_are_told_to_try_again() -> None:
    assert asyncio.run(statuses(together=5, most=3)) == [(503, True)] * 2 + [(200, False)] * 4
