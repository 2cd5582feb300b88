"""A real browser for tests: Chromium without a window, steered over its debugging pipe. No packages needed."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
AXE = Path(__file__).parents[2] / ".venv" / "axe" / "axe_playwright_python" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --lang=en-GB --remote-debugging-pipe"
)


KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}
"""Keys with the number that Windows gave them, by which browsers still know them."""


class Browser:
    """One tab."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._number = 0
        self._session: str | None = None
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self.complaints: list[str] = []
        """Errors of the page: exceptions, refusals by the content security policy."""
        self._listening = asyncio.ensure_future(self._listen())

    async def send(self, method: str, **parameters: Any) -> Any:
        """A command of the DevTools protocol."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        answer = self._answers[self._number] = asyncio.get_running_loop().create_future()
        self._writer.write(json.dumps(message).encode() + b"\0")
        return await asyncio.wait_for(answer, 20)

    async def open(self, url: str, width: int = 1280, height: int = 800, *, dark: bool = False) -> None:
        """Show `url` in a window of this size."""
        if self._session is None:
            target = await self.send("Target.createTarget", url="about:blank")
            attached = await self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
            self._session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Log"):
                await self.send(f"{domain}.enable")
        mobile = width < 600
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        await self.send("Emulation.setDeviceMetricsOverride", **metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}  # what is half faded in has no colours yet
        await self.send("Emulation.setEmulatedMedia", features=[scheme, still])
        self.complaints.clear()
        await self.send("Page.navigate", url=url)
        await self.until(f"location.href.startsWith({json.dumps(url)}) && document.readyState === 'complete'")

    async def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        found = await self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    async def until(self, script: str) -> None:
        """Return once the expression is true."""
        async with asyncio.timeout(20):
            while not await self.run(f"Boolean({script})"):  # noqa: ASYNC110  the browser is another process
                await asyncio.sleep(0.02)

    async def sees(self, text: str) -> None:
        """Return once the page shows `text`."""
        await self.until(f"document.body?.innerText.includes({json.dumps(text)})")

    async def click(self, selector: str, label: str = "") -> None:
        """Click what matches the selector and shows the label."""
        wanted = f"e.offsetParent && !e.disabled && e.textContent.includes({json.dumps(label)})"
        found = f"[...document.querySelectorAll({json.dumps(selector)})].findLast(e => {wanted})"
        await self.until(found)
        await self.run(f"{found}.click()")

    async def type(self, text: str, key: str | None = None) -> None:
        """Type into what has the focus, then press a key."""
        await self.send("Input.insertText", text=text)
        if key:
            await self.press(key)

    async def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        event = {
            "key": key,
            "code": key,
            "windowsVirtualKeyCode": KEYS.get(key, ord(key[0])),
            "modifiers": 8 if shift else 0,
        }
        text = {"text": "\r" if key == "Enter" else key} if key == "Enter" or len(key) == 1 else {}
        await self.send("Input.dispatchKeyEvent", type="keyDown", **event, **text)
        await self.send("Input.dispatchKeyEvent", type="keyUp", **event)

    async def focus(self) -> str:
        """What has the focus: its id, or what it says."""
        return str(await self.run("document.activeElement.id || document.activeElement.textContent"))

    async def violations(self) -> list[str]:
        """What axe-core finds on the page as it stands: the rule, where, and why."""
        if not await self.run("typeof axe === 'object'"):
            await self.run(f"{AXE.read_text()};0")
        judge = f"axe.run({{runOnly: {json.dumps(RULES)}}}).then((found) => JSON.stringify(found.violations))"
        violations = json.loads(await self.run(judge))
        return [
            f"{rule['id']} at {' '.join(node['target'])}: {node['failureSummary']}"
            for rule in violations
            for node in rule["nodes"]
        ]

    async def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode((await self.send("Page.captureScreenshot"))["data"])

    async def _listen(self) -> None:
        while True:
            message = json.loads((await self._reader.readuntil(b"\0"))[:-1])
            if answer := self._answers.pop(message.get("id"), None):
                if answer.done():
                    continue  # whoever asked waits no longer
                if "error" in message:
                    answer.set_exception(RuntimeError(message["error"]["message"]))
                else:
                    answer.set_result(message["result"])
            elif message.get("method") == "Runtime.exceptionThrown":
                self.complaints.append(str(message["params"]["exceptionDetails"]))
            elif message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
                self.complaints.append(message["params"]["entry"]["text"])

    def close(self) -> None:
        """Hear no more."""
        self._listening.cancel()
        self._writer.close()


@contextlib.asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A browser with a profile of its own, gone at the end."""
    assert CHROMIUM
    loop = asyncio.get_running_loop()
    (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # The browser reads commands from its file descriptor 3 and answers on 4.
        start = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        process = await asyncio.create_subprocess_exec(
            "bash", "-c", start, CHROMIUM, *FLAGS.split(), f"--user-data-dir={profile}", "about:blank",
            pass_fds=(theirs_in, theirs_out),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        reader = asyncio.StreamReader(limit=2**26)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(ours_in, "rb"))
        transport, protocol = await loop.connect_write_pipe(
            lambda: asyncio.streams.FlowControlMixin(loop), os.fdopen(ours_out, "wb")
        )
        tab = Browser(reader, asyncio.StreamWriter(transport, protocol, reader, loop))
        try:
            yield tab
        finally:
            tab.close()
            process.kill()
            await process.wait()
