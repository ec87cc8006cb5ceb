"""JupyterLab with jupyterlab-lsp in headless Chromium, driven as a person drives it."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from conftest import RESULT, SENTENCE, TYPED
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SCREENSHOTS = pathlib.Path(os.environ["SCREENSHOTS"])


@pytest.fixture
def address(desk):
    """A running JupyterLab on the manuscript's folder; its address."""
    desk.install("jupyterlab/colophon.json", ".jupyter/jupyter_server_config.d/colophon.json")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        pathlib.Path(sys.executable).parent / "jupyter-lab", "--allow-root", "--no-browser", "--ServerApp.token=",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", f"--ServerApp.root_dir={desk.manuscript.parent}",
    ]
    with open(desk.folder / "jupyter.log", "wb") as log:
        server = subprocess.Popen(command, env=desk.environment, stdout=log, stderr=log)
    try:
        wait(lambda: reached(f"http://127.0.0.1:{port}/api"), "JupyterLab did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,900"):
        options.add_argument(argument)
    driver = webdriver.Chrome(service=webdriver.ChromeService("/usr/bin/chromedriver"), options=options)
    yield driver
    driver.save_screenshot(str(SCREENSHOTS / "jupyterlab-last.png"))
    driver.quit()


def reached(address):
    with contextlib.suppress(OSError):
        with urllib.request.urlopen(address) as answer:
            return json.load(answer)
    return None


def wait(wanted, complaint, seconds=60):
    """What `wanted` returns once it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = wanted()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(complaint)


def squiggles(browser):
    """The underlined texts, each with its line and its column in UTF-16 units, and the severity's name, sorted."""
    script = """
      const lines = Array.from(document.querySelectorAll('.cm-content .cm-line'));
      return Array.from(document.querySelectorAll('.cm-content [class*="cm-lintRange-"]')).map((mark) => {
        const before = document.createRange();
        const line = mark.closest('.cm-line');
        before.setStart(line, 0);
        before.setEndBefore(mark);
        const [, severity] = mark.className.match(/cm-lintRange-(\\w+)/);
        return [mark.textContent, lines.indexOf(line), before.toString().length, severity];
      })"""
    return sorted(map(tuple, browser.execute_script(script)))


def press(browser, *keys):
    ActionChains(browser).send_keys(*keys).perform()


def press_with_control(browser, key):
    ActionChains(browser).key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()


def type_text(browser, text):
    """Types what no key has, such as emoji."""
    browser.execute_cdp_cmd("Input.insertText", {"text": text})


def texts(browser, selector):
    return [element.text for element in browser.find_elements(By.CSS_SELECTOR, selector) if element.is_displayed()]


def wait_for_squiggles(browser, wanted):
    wait(lambda: squiggles(browser) == sorted(wanted), f"not {wanted}")


def units(text):
    return len(text.encode("utf-16-le")) // 2


def test_latex(desk, address, browser):
    """Squiggles where they belong, an edit, the questions at the mouse, and the comment that an action would insert.

    JupyterLab has no code actions: what they write is typed.
    """
    severities = {1: "error", 2: "warning", 4: "hint"}
    asks = desk.asks()
    start = units("😀 We prompted ")
    browser.get(f"{address}/lab/tree/main.tex")
    wait_for_squiggles(browser, [("GPT-4", 3, start, severities[severity]) for _, severity in asks])
    browser.save_screenshot(str(SCREENSHOTS / "jupyterlab-1-opened.png"))

    browser.find_element(By.CSS_SELECTOR, ".cm-content").click()
    press_with_control(browser, Keys.HOME)
    press(browser, Keys.DOWN, Keys.DOWN, Keys.DOWN)
    type_text(browser, TYPED)
    start += units(TYPED)
    wait_for_squiggles(browser, [("GPT-4", 3, start, "hint") for _ in asks])
    press_with_control(browser, "s")
    wait_for_squiggles(browser, [("GPT-4", 3, start, severities[severity]) for _, severity in asks])

    mark = browser.find_element(By.CSS_SELECTOR, ".cm-content [class*='cm-lintRange-']")
    ActionChains(browser).move_to_element(mark).perform()
    [questions] = wait(lambda: texts(browser, ".cm-tooltip-lint"), "no questions at the mouse")
    assert questions.count("'GPT-4': no ") == len(asks)
    browser.save_screenshot(str(SCREENSHOTS / "jupyterlab-2-questions.png"))

    press(browser, Keys.HOME, Keys.ENTER, Keys.UP)
    press(browser, "% colophon: discussed GPT-4")
    wait_for_squiggles(browser, [])
    press_with_control(browser, "s")
    wait(lambda: desk.manuscript.read_text() == RESULT, "another text was saved")
    browser.save_screenshot(str(SCREENSHOTS / "jupyterlab-3-answered.png"))
    desk.check_messages()
    print(f"JupyterLab, LaTeX: {questions!r}; then the comment, and none left")


def test_markdown(desk, address, browser):
    """The page on a model, at the mouse with the Ctrl key; in LaTeX JupyterLab asks for none over plain words."""
    (desk.manuscript.parent / "paper.md").write_text(f"# Methods\n\n{SENTENCE}")
    browser.get(f"{address}/lab/tree/paper.md?factory=Editor")
    wait(lambda: len(squiggles(browser)) == 3, "not three squiggles")
    mark = browser.find_element(By.CSS_SELECTOR, ".cm-content [class*='cm-lintRange-']")
    hovering = ActionChains(browser).key_down(Keys.CONTROL).move_to_element(mark)
    for step in (-4, -2, 0, 2, 4):
        hovering = hovering.move_to_element_with_offset(mark, step, 0).pause(0.3)
    hovering.perform()
    [page] = wait(lambda: texts(browser, ".lsp-hover, .lsp-tooltip"), "no hover")
    assert "GPT-4" in page.splitlines()[0]
    browser.save_screenshot(str(SCREENSHOTS / "jupyterlab-4-hover.png"))
    desk.check_messages()
    print(f"JupyterLab, Markdown: {page[:60]!r}")
