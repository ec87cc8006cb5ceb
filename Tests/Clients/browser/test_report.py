"""The report's page in headless Chromium: keyboard, contrast, overflow, requests; and pictures to look at."""

import base64
import os
import pathlib
import subprocess

import pytest
from conftest import SERVER
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

SCREENSHOTS = pathlib.Path(os.environ["SCREENSHOTS"])

ONE = """---
title: One model
---

# Methods

We prompted GPT-4 (gpt-4-0613) through the API of OpenAI in May 2024 to label each abstract.
The prompts are given in the Supplement. BERT is a model of others.
"""

NAMES = """GPT-4, GPT-4o, GPT-3.5, Claude 3.5 Sonnet, Claude 3 Opus, Gemini 1.5 Pro, Llama 3 8B, Llama 2 70B, Mistral 7B,
Mixtral 8x7B, Qwen2.5-7B, DeepSeek-V3, BERT-base, RoBERTa-large, DeBERTa-v3, BioBERT, SciBERT, ClinicalBERT, PubMedBERT,
T5-base, ResNet-50, ResNet-101, VGG-16, DenseNet-121, EfficientNet-B0, ViT-B/16, Swin Transformer, ConvNeXt, U-Net,
Mask R-CNN, YOLOv5, Cellpose, StarDist, MegaDetector, ESM-2, AlphaFold 2, ProtBERT, DINOv2, CLIP, Whisper"""


def many():
    """A manuscript that reuses forty models in the three ways."""
    lines = ["---", "title: Forty models on one page", "---", "", "# Methods", ""]
    for number, name in enumerate(NAMES.replace("\n", " ").split(", ")):
        if name == "U-Net":
            lines += ["We trained a U-Net from scratch on 500 images.", ""]
        elif number < 12:
            lines += [f"We prompted {name} to label each abstract, with temperature {number / 10}.", ""]
        elif number < 36:
            lines += [f"We fine-tuned {name} on our {1000 + number} images with Adam for {number} epochs.", ""]
        else:
            lines += [f"Patches were embedded with {name} using the released weights, run in PyTorch 2.3.", ""]
    return "\n".join(lines)


HOSTILE = """---
title: "<script>document.title='taken'</script> & <b>bold</b>"
---

# Methods

We prompted GPT-4 ("gpt-4-0613" <img src=x onerror="document.title='taken'">) to label 'each' text
`"><script>document.title='taken'</script>` ![x](http://example.org/x.png) averylongword%s.
""" % ("x" * 400)

PAGES = {"one": ONE, "many": many(), "hostile": HOSTILE, "empty": ""}
WIDTHS = [360, 768, 1280, 1600]
SCHEMES = ["light", "dark"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages' addresses by name."""
    folder = tmp_path_factory.mktemp("report")
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text)
        subprocess.run(
            [SERVER, "report", f"{name}.md", "--format", "html", "-o", f"{name}.html"], cwd=folder, check=True)
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.fixture(scope="module")
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(service=webdriver.ChromeService("/usr/bin/chromedriver"), options=options)
    yield driver
    driver.quit()


def size(browser, width, height=900):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def media(browser, kind, scheme):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": kind, "features": [{"name": "prefers-color-scheme", "value": scheme}]})


def picture(browser, name):
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    (SCREENSHOTS / f"report-{name}.png").write_bytes(base64.b64decode(shot["data"]))


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_for_nothing_and_runs_nothing(browser, pages, name):
    browser.get_log("performance")
    browser.get(pages[name])
    asked = [entry["message"] for entry in browser.get_log("performance")
             if '"Network.requestWillBeSent"' in entry["message"]]
    assert len(asked) == 1 and pages[name] in asked[0], asked
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    links = browser.execute_script(
        "return [...document.querySelectorAll('[src],[href],[action],[srcset]')].map(e => e.getAttribute('href'))")
    assert all(link is not None and link.startswith("#") for link in links)
    assert browser.find_elements(By.CSS_SELECTOR, "script, img, iframe, object, b") == []
    assert "taken" not in browser.title or name == "hostile" and browser.title.startswith("<script>")


@pytest.mark.parametrize("name", PAGES)
def test_structure(browser, pages, name):
    browser.get(pages[name])
    found = browser.execute_script("""
      const all = (selector) => [...document.querySelectorAll(selector)];
      const ids = all('[id]').map((e) => e.id);
      return {
        levels: all('h1,h2,h3,h4').map((e) => +e.tagName[1]),
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        dangling: all('[href^="#"]').map((e) => e.getAttribute('href').slice(1))
          .concat(all('[aria-labelledby]').map((e) => e.getAttribute('aria-labelledby')))
          .filter((id) => !document.getElementById(id)),
        landmarks: ['header', 'nav', 'main', 'footer'].filter((tag) => all('body > ' + tag).length !== 1),
        unnamed: all('a, summary, section, article, [role=region]').filter((e) => {
          const label = e.getAttribute('aria-labelledby');
          return !(label ? document.getElementById(label) : e).textContent.trim();
        }).length,
        headless: all('td').filter((cell) => !cell.textContent.trim()).length,
        lang: document.documentElement.lang,
      };""")
    assert found["levels"][0] == 1 and found["levels"].count(1) == 1
    assert all(after - before <= 1 for before, after in zip(found["levels"], found["levels"][1:])), found["levels"]
    del found["levels"]
    assert found == {"twice": [], "dangling": [], "landmarks": [], "unnamed": 0, "headless": 0, "lang": "en"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_horizontal_overflow(browser, pages, name, width):
    size(browser, width)
    media(browser, "screen", "light")
    browser.get(pages[name])
    browser.execute_script("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    wide = browser.execute_script("""
      const limit = document.documentElement.clientWidth;
      const clipped = (e) => e.closest('.scroll, .hidden, .skip');
      return [...document.body.querySelectorAll('*')]
        .filter((e) => !clipped(e) && e.getBoundingClientRect().right > limit + 0.5)
        .map((e) => e.tagName + '.' + e.className);""")
    assert wide == []
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", ["one", "many"])
def test_everything_is_reached_with_the_keyboard(browser, pages, name):
    size(browser, 1280)
    media(browser, "screen", "light")
    browser.get(pages[name])
    wanted = browser.execute_script("""
      return [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((e) => {
        for (let up = e.parentElement; up; up = up.parentElement)
          if (up.tagName === 'DETAILS' && !up.open && !(e.tagName === 'SUMMARY' && e.parentElement === up)) return false;
        return true;
      }).map((e, at) => { e.dataset.stop = at; return at; });""")
    reached = []
    for _ in wanted:
        ActionChains(browser).send_keys(Keys.TAB).perform()
        stop = browser.execute_script("""
          const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
          return [+e.dataset.stop, style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            box.width > 0 && box.bottom > 0 && box.top < innerHeight];""")
        assert stop[1:] == [True, True], f"stop {stop[0]} has no outline or is out of sight"
        reached.append(stop[0])
    assert reached == wanted


def test_skip_link_disclosure_and_links_to_cards(browser, pages):
    size(browser, 1280)
    browser.get(pages["many"])
    ActionChains(browser).send_keys(Keys.TAB).perform()
    assert browser.switch_to.active_element.text == "Skip to the report"
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert browser.execute_script("return document.activeElement.id") == "main"

    summary = browser.find_element(By.CSS_SELECTOR, "#model-1 summary")
    holder = "return document.querySelector('#model-1 details').open"
    assert not browser.execute_script(holder)
    browser.execute_script("arguments[0].focus()", summary)
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert browser.execute_script(holder)
    ActionChains(browser).send_keys(Keys.SPACE).perform()
    assert not browser.execute_script(holder)

    link = browser.find_element(By.CSS_SELECTOR, "thead a[href='#model-40']")
    browser.execute_script("arguments[0].focus()", link)
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    top = browser.execute_script("return document.getElementById('model-40').getBoundingClientRect().top")
    assert 0 <= top < 900


CONTRAST = """
  const channel = (value) => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const colour = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const rgb = colour(getComputedStyle(e).backgroundColor);
      if (rgb.length === 3 || rgb[3] === 1) return rgb.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const poor = [];
  for (const e of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(e);
    const icon = e.classList.contains('icon');
    const text = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text && !icon || style.visibility === 'hidden' || style.display === 'none') continue;
    const found = ratio(colour(style.color).slice(0, 3), ground(e));
    if (found < (icon ? 3 : 4.5)) poor.push(e.tagName + '.' + e.getAttribute('class') + ' ' + found.toFixed(2));
  }
  return [...new Set(poor)];
"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind, scheme", [("screen", "light"), ("screen", "dark"), ("print", "light"), ("print", "dark")])
def test_contrast(browser, pages, name, kind, scheme):
    size(browser, 1280)
    media(browser, kind, scheme)
    browser.get(pages[name])
    assert browser.execute_script(CONTRAST) == []


def test_states_and_patterns_differ_in_shape_and_words(browser, pages):
    browser.get(pages["many"])
    shapes = browser.execute_script(
        "return [...document.querySelectorAll('symbol')].map((e) => e.innerHTML.replace(/\\\\s+/g, ' '))")
    assert len(shapes) == len(set(shapes)) == 8
    cells = browser.execute_script("""
      return [...document.querySelectorAll('.matrix td')].map((cell) =>
        [cell.querySelector('use').getAttribute('href'), cell.textContent.trim()]);""")
    assert len(cells) % 40 == 0 and len(cells) >= 400
    words = dict(map(tuple, cells))
    assert len(words) >= 3 and len(set(words.values())) == len(words), words
    heads = browser.execute_script(
        "return [...document.querySelectorAll('.matrix thead th + th')].map((e) => e.innerText.trim())")
    assert all(any(word in head for word in ("conceptual", "adaptation", "deployment")) for head in heads)


@pytest.mark.parametrize("name", ["one", "many"])
def test_paper_has_everything(browser, pages, name):
    size(browser, 718)
    media(browser, "print", "light")
    browser.get(pages[name])
    hidden = browser.execute_script("""
      return [...document.querySelectorAll('details > :not(summary)')].filter((e) =>
        e.textContent.trim() && !e.checkVisibility({contentVisibilityAuto: true})).length;""")
    assert hidden == 0
    table = browser.execute_script("""
      const box = document.querySelector('.matrix').getBoundingClientRect(); return [box.left, box.right];""")
    assert table[0] >= 0 and table[1] <= 718, table
    paper = browser.execute_cdp_cmd("Page.printToPDF", {"printBackground": False, "paperWidth": 8.27, "paperHeight": 11.69})
    (SCREENSHOTS / f"report-{name}.pdf").write_bytes(base64.b64decode(paper["data"]))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_pictures(browser, pages, name, scheme):
    media(browser, "screen", scheme)
    for width in (400, 1280):
        size(browser, width)
        browser.get(pages[name])
        picture(browser, f"{name}-{scheme}-{width}")
    print(f"report-{name}-{scheme}-400.png, report-{name}-{scheme}-1280.png")
