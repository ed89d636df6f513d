// Holds pages to what a reader sees of them, in Debian's Chromium: WCAG 2.2 AA by
// axe-core, reflow at 320 pixels, the order of the keyboard, paper, and no request to
// anywhere. First it is shown pages that are broken, for a check that finds nothing
// anywhere proves nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const BEST = ["best-practice"];
const DESKTOP = { width: 1200, height: 900 };
const PHONE = { width: 320, height: 800 }; // WCAG 1.4.10: 320 CSS pixels
const PAPER = { width: 680, height: 960 }; // A4 within its margins, at 96 a inch

// What WCAG asks of the page as it stands at a width.
async function inaccessible(page, { ours, width }) {
  await page.setViewportSize(width);
  await page.evaluate(AXE);
  const values = ours ? [...TAGS, ...BEST] : TAGS;
  const { passes, violations } = await page.evaluate(
    (tags) => window.axe.run({ runOnly: { type: "tag", values: tags } }),
    values,
  );
  if (passes.length < 10) {
    throw new Error(`axe-core looked at ${passes.length} rules only`);
  }
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} at ${width.width}: ${rule.help}: ${node.html}`),
  );
}

// What does not fit. A table may scroll sideways in a box of its own, which the
// keyboard reaches (WCAG 1.4.10 exempts what needs two dimensions).
async function overflowing(page, { width, media = "screen" }) {
  await page.emulateMedia({ media });
  await page.setViewportSize(width);
  const found = await page.evaluate(() => {
    const view = document.documentElement.clientWidth;
    const faults = [];
    if (document.documentElement.scrollWidth > view) {
      faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
    }
    const scrolls = (each) =>
      ["auto", "scroll"].includes(getComputedStyle(each).overflowX);
    const hides = (each) =>
      ["hidden", "clip"].includes(getComputedStyle(each).overflowX);
    for (const each of document.body.querySelectorAll("*")) {
      const { right, width: wide } = each.getBoundingClientRect();
      if (right <= view + 1 || wide === 0) continue;
      let box = each.parentElement;
      while (box && !scrolls(box) && !hides(box)) box = box.parentElement;
      if (!box) faults.push(`${each.outerHTML.slice(0, 80)} ends at ${right}`);
    }
    return faults;
  });
  await page.emulateMedia({ media: "screen" });
  return found.map((fault) => `${media} ${width.width} wide: ${fault}`);
}

// The keyboard reaches what can be used, in the order of the page, and shows where.
async function unreachable(page) {
  await page.setViewportSize(DESKTOP);
  const faults = [];
  const wanted = await page.evaluate(() => {
    const all = document.querySelectorAll(
      "a[href], button, input, select, textarea, summary, [tabindex]",
    );
    const usable = [...all].filter(
      (each) => each.tabIndex >= 0 && each.checkVisibility({ checkVisibilityCSS: true }),
    );
    usable.forEach((each, at) => each.setAttribute("data-at", String(at)));
    return usable.length;
  });
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  let last = -1;
  for (let step = 0; step < wanted; step += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const each = document.activeElement;
      const style = getComputedStyle(each);
      const shown =
        (style.outlineStyle !== "none" && style.outlineWidth !== "0px") ||
        style.boxShadow !== "none";
      return { at: Number(each.dataset.at ?? -1), shown, html: each.outerHTML.slice(0, 80) };
    });
    if (here.at !== last + 1) faults.push(`after ${last} comes ${here.at}: ${here.html}`);
    if (!here.shown) faults.push(`no sign of focus: ${here.html}`);
    last = here.at;
    if (faults.length > 5) break;
  }
  return faults.map((fault) => `keyboard: ${fault}`);
}

// Nothing is asked of anywhere else, not even of a neighbouring file.
function requests(asked, { alone }) {
  const [own, ...rest] = asked;
  const elsewhere = alone ? rest : rest.filter((url) => !/^(file|data):/.test(url));
  return elsewhere.map((url) => `asks for ${url}, beside ${own}`);
}

async function unprintable(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.subarray(0, 5).toString() === "%PDF-" ? [] : ["paper: it is no PDF"];
}

async function faultsOf(browser, file, { ours }) {
  const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: true });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(resolve(file)).href);
  const found = [
    ...(await overflowing(page, { width: DESKTOP })),
    ...(await overflowing(page, { width: PHONE })),
    ...(ours ? await overflowing(page, { width: PAPER, media: "print" }) : []),
    ...(await inaccessible(page, { ours, width: DESKTOP })),
    ...(await inaccessible(page, { ours, width: PHONE })),
    ...(ours ? await unreachable(page) : []),
    ...(ours ? await unprintable(page) : []),
    ...requests(asked, { alone: ours }),
  ];
  await context.close();
  return found;
}

const WIDE = '<p style="min-width: 2000px">x</p>';
const BROKEN = [
  ["contrast", "</main>", '<p style="color: #bbb; background: #fff">too pale</p></main>'],
  ["language", / lang="[^"]*"/, ""],
  ["heading order", "<h3", "<h6>x</h6><h3"],
  ["landmarks", "<header>", "<p>x</p><header>"],
  ["an input without a label", "</main>", "<input></main>"],
  ["too wide", "</main>", `${WIDE}</main>`],
  ["too wide on paper alone", "</main>", `<div class="p">${WIDE}</div><style>.p {display: none} @media print {.p {display: block}}</style></main>`],
  ["keyboard order", "</main>", '<a href="#x" tabindex="3">x</a></main>'],
  ["no sign of focus", "</main>", '<a href="#x" style="outline: none">x</a></main>'],
  ["a request", "</main>", '<img alt="x" src="neighbour.png"></main>'],
];

const arguments_ = process.argv.slice(2);
const divider = arguments_.indexOf("--others");
const ours = divider < 0 ? arguments_ : arguments_.slice(0, divider);
const others = divider < 0 ? [] : arguments_.slice(divider + 1);

const profile = mkdtempSync(join(tmpdir(), "browser-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

let faults = 0;
try {
  const example = readFileSync(ours[0], "utf8");
  for (const [what, from, to] of BROKEN) {
    const broken = example.replace(from, to);
    if (broken === example) throw new Error(`${ours[0]} has nothing to break: ${what}`);
    const file = join(profile, "broken.html");
    writeFileSync(file, broken);
    if ((await faultsOf(browser, file, { ours: true })).length === 0) {
      throw new Error(`a broken page is not seen to be broken: ${what}`);
    }
  }
  console.log(`${BROKEN.length} broken pages are seen to be broken`);
  for (const file of [...ours, ...others]) {
    const found = await faultsOf(browser, file, { ours: ours.includes(file) });
    found.forEach((fault) => console.log(`${file}: ${fault}`));
    console.log(`${file}: ${found.length} faults`);
    faults += found.length;
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true });
}
process.exit(faults ? 1 : 0);
