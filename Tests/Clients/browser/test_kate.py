"""Kate under Xvfb, driven by its keys as a person drives it."""

import json
import os
import pathlib
import re
import subprocess
import time

import pytest
from conftest import ACTION, EDITORS, RESULT, TYPED

SCREENSHOTS = pathlib.Path(os.environ["SCREENSHOTS"])

# No key types the emoji that other clients are given.
KEYS = TYPED.removeprefix("😀 ")


class Screen:
    """A screen of its own with Kate on it."""

    def __init__(self, desk):
        self.desk = desk
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1000x600x24"], pass_fds=[writing],
            stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as display:
            self.environment = desk.environment | {
                "DISPLAY": ":" + display.readline().strip(), "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(desk.home)}
        desk.home.chmod(0o700)
        with open(desk.folder / "kate.log", "wb") as log:
            self.kate = subprocess.Popen(
                ["dbus-run-session", "--", "kate", "-n", desk.manuscript], env=self.environment, stdout=log, stderr=log)

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, check=False).stdout

    def keys(self, *names):
        self.run("xdotool", "key", "--delay", "60", *names)

    def type_text(self, text):
        self.run("xdotool", "type", "--delay", "60", text)

    def has_window(self, title):
        return bool(self.run("xdotool", "search", "--onlyvisible", "--name", title))

    def picture(self, name):
        self.run("import", "-window", "root", str(SCREENSHOTS / f"kate-{name}.png"))

    def red_pixels(self):
        """How many pixels have the red of an error's underline."""
        pixels = self.run("import", "-window", "root", "-depth", "8", "rgb:-")
        return sum(
            pixels[place] - pixels[place + 1] > 90 and pixels[place] - pixels[place + 2] > 90
            for place in range(0, len(pixels), 3))

    def close(self):
        for process in (self.kate, self.server):
            process.terminate()
            process.wait(20)


def wait(wanted, complaint, seconds=30):
    """What `wanted` returns once it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = wanted()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(complaint)


@pytest.fixture
def screen(desk):
    desk.install("kate/settings.json", ".config/kate/lspclient/settings.json")
    configuration = desk.home / ".config/kate/lspclient/settings.json"
    servers = json.loads(configuration.read_text())
    [settings] = re.findall('`("settings": .*?)` beside `command`', (EDITORS / "kate/README.md").read_text())
    servers["servers"]["latex"] |= json.loads("{" + settings + "}")
    configuration.write_text(json.dumps(servers))
    # The one thing that its page asks for beside that file: the plugin is switched on.
    (desk.home / ".config/katerc").write_text(
        "[General]\nShow welcome view for new window=false\n[Kate Plugins]\nlspclientplugin=true\n")
    screen = Screen(desk)
    yield screen
    screen.picture("last")
    screen.close()


def published(desk):
    """The diagnostics that the server has published last: line, columns in UTF-16 units, ask and severity, sorted."""
    said = desk.lines() if desk.conversation.exists() else []
    last = [line["message"]["params"]["diagnostics"] for line in said
            if line["message"].get("method") == "textDocument/publishDiagnostics"]
    return last and sorted(
        [item["range"]["start"]["line"], item["range"]["start"]["character"], item["range"]["end"]["character"],
         item["code"], item["severity"]] for item in last[-1])


def answer(desk, method):
    """The server's answer to the client's last request of a kind, once it is there."""
    asked, found = None, None
    for line in desk.lines():
        message = line["message"]
        if line["from"] == "client" and message.get("method") == method:
            asked, found = message["id"], None
        elif line["from"] == "server" and "method" not in message and message["id"] == asked:
            found = message["result"]
    return found


def test_kate(desk, screen):
    asks = desk.asks()
    wait(lambda: screen.has_window("LSP server start requested"), "Kate did not ask whether to start the server")
    screen.keys("Return")
    start = len("😀 We prompted ".encode("utf-16-le")) // 2
    at_first = [[3, start, start + 5, ask, severity] for ask, severity in asks]
    wait(lambda: published(desk) == at_first, f"not {at_first}")
    wait(screen.red_pixels, "nothing is underlined in red")
    screen.picture("1-opened")

    # Type at the start of the sentence, and save.
    screen.run("xdotool", "mousemove", "300", "280", "click", "1")
    screen.keys("ctrl+Home", "Down", "Down", "Down")
    screen.type_text(KEYS)
    start += len(KEYS)
    wait(lambda: published(desk) == [[3, start, start + 5, ask, 4] for ask, _ in asks], "no hints while writing")
    screen.keys("ctrl+s")
    settled = [[3, start, start + 5, ask, severity] for ask, severity in asks]
    wait(lambda: published(desk) == settled, f"not {settled}")
    screen.picture("2-saved")

    # Symbol Info, then Code Action, at the name.
    screen.keys("Home", *["Right"] * (len(KEYS) + len("😀 We prompted G")))
    screen.keys("alt+l", "y")
    page = wait(lambda: answer(desk, "textDocument/hover"), "no hover")["contents"]["value"]
    assert "GPT-4" in page.splitlines()[0]
    time.sleep(1)
    screen.picture("3-hover")
    screen.keys("Escape", "alt+Return")
    titles = [action["title"] for action in wait(lambda: answer(desk, "textDocument/codeAction"), "no actions")]
    time.sleep(1)
    screen.picture("4-actions")
    wanted = next(index for index, title in enumerate(titles) if re.search(ACTION, title))
    screen.keys(*["Down"] * (wanted + 1), "Return")
    wait(lambda: published(desk) == [], "questions are left")
    screen.keys("ctrl+s")
    wait(lambda: desk.manuscript.read_text() == RESULT.replace(TYPED, KEYS), "the action left another text")
    wait(lambda: screen.red_pixels() == 0, "something is still underlined")
    screen.picture("5-applied")

    assert desk.settings_sent() and all(sent == {"stage": "submission"} for sent in desk.settings_sent())
    screen.keys("ctrl+q")
    # Kate sends 'shutdown' without an id: it is no request, and leaving without one is status 1.
    desk.check_end(status="1")
    print(f"Kate: {at_first}, '{titles[wanted]}' applied, {len(page)} characters of hover")
