"""A conversion of samples, a server on it, and a browser that looks at its page."""
from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

ROOT = Path(__file__).resolve().parents[2]
TOOL = os.environ["NIANBAO"]
PATIENCE = 20


class Conversion:
    """Samples in a folder of their own, of which one has a digit read wrongly, converted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        archive = folder / "archive"
        archive.mkdir()
        names = [path for ending in ("pdf", "html", "ofd") for path in (ROOT / "samples").glob(f"*.{ending}")]
        for name in names:
            shutil.copy(name, archive)
        # Who typed this one has made a 1 of a 6.
        lines = (ROOT / "samples" / "town-2024-cells.txt").read_text("utf-8").split("\n")
        row = next(number for number, line in enumerate(lines) if line.startswith("一、本年新收"))
        assert lines[row + 1] == "6"
        lines[row + 1] = "1"
        (archive / "town-2024-cells.txt").write_text("\n".join(lines), "utf-8")
        self.convert()

    @property
    def decisions(self) -> Path:
        return self.folder / "figures.decisions.ndjson"

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.decisions.read_text("utf-8").splitlines()] if self.decisions.exists() else []

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([TOOL, *arguments], cwd=self.folder, capture_output=True, text=True, check=False)

    def convert(self, *arguments: str) -> None:
        done = self.run("convert", "-q", "archive", "--output", "figures.sqlite", "--output", "figures.ndjson", *arguments)
        assert done.returncode in (0, 2), done.stderr


class Server:
    """`nianbao review`, running."""

    def __init__(self, conversion: Conversion, name: str = "王芳") -> None:
        self.process = subprocess.Popen([TOOL, "review", "figures.sqlite", "--no-open", "--name", name], cwd=conversion.folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.process.stderr and self.process.stderr.read()

        Server.running.append(self)

    #: Those that a test has left behind when it failed.
    running: ClassVar[list[Server]] = []

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


class Page:
    """The page as somebody with a keyboard sees it."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.until(lambda: self.driver.execute_script("return document.body.dataset.ready === 'true'"))

    def until(self, condition: Any) -> Any:
        end = time.monotonic() + PATIENCE
        while not (value := self._quietly(condition)):
            assert time.monotonic() < end, f"waited in vain; the page says: {self.text('body')[:2000]}"
            time.sleep(0.03)
        return value

    @staticmethod
    def _quietly(condition: Any) -> Any:
        try:
            return condition()
        except Exception as error:  # An element that is just being replaced.
            if "stale" in str(error).lower() or "no such element" in str(error).lower():
                return None
            raise

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return str(self.driver.execute_script("return document.querySelector(arguments[0])?.innerText ?? ''", selector))

    def press(self, *keys: str) -> None:
        """Keys to whatever has the focus."""
        for key in keys:
            self.until(lambda: not self.driver.execute_script("return document.body.hasAttribute('aria-busy')"))
            webdriver.ActionChains(self.driver).send_keys(key).perform()

    @property
    def left(self) -> int:
        """How many are left, as the page says."""
        words = [word for word in self.text("#left").replace("/", " ").split() if word.isdigit()]
        return int(words[0])

    @property
    def code(self) -> str:
        return self.text("#panel > code")

    def filter(self, name: str, value: str) -> None:
        self.driver.execute_script("document.getElementById('filters').open = true")
        select = self.until(lambda: self.find(f"#filter-{name}"))
        self.driver.execute_script(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", select, value)
        # When the filter has the focus again, all of it has been done.
        self.until(lambda: self.driver.switch_to.active_element.get_attribute("id") == f"filter-{name}")
        self.press(ESCAPE)

    def settle_down(self) -> None:
        """Waits for the picture and what is asked for besides."""
        self.until(lambda: self.driver.execute_script(
            "return [...document.images].every((image) => image.complete) && document.fonts.status === 'loaded'"))

    def picture(self, path: Path) -> None:
        self.settle_down()
        self.driver.save_screenshot(str(path))

    def article_picture(self, name: str) -> None:
        """Takes a picture of the article anew."""
        self.settle_down()
        picture = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "jpeg", "quality": 55})
        (ROOT / "Sources" / "Review" / "Review.docc" / f"{name}.jpg").write_bytes(base64.b64decode(picture["data"]))

    @property
    def complaints(self) -> list[str]:
        """What the browser has to complain about, such as what the policy has kept out."""
        return [str(entry["message"]) for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING") and "status of" not in str(entry["message"])]


@contextmanager
def browser(language: str = "zh-CN", width: int = 1280, height: int = 800, dark: bool = False) -> Iterator[Page]:
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     f"--lang={language}", f"--accept-lang={language}", "--disable-background-networking", "--no-first-run"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                               {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        if dark:
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                   {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        yield Page(driver)
    finally:
        driver.quit()


@pytest.fixture
def conversion(tmp_path: Path) -> Iterator[Conversion]:
    known = len(Server.running)
    yield Conversion(tmp_path)
    for server in Server.running[known:]:
        server.kill()
    del Server.running[known:]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Conversion, Server]]:
    """A conversion and a server that several tests look at, and do not change."""
    made = Conversion(tmp_path_factory.mktemp("review"))
    server = Server(made)
    yield made, server
    server.stop()


ENTER, ESCAPE, TAB = Keys.ENTER, Keys.ESCAPE, Keys.TAB
