// Holds pages to the HTML standard and to WCAG, without a network: html-validate and
// axe-core. First both are shown a broken page each, for a check that finds nothing
// anywhere proves nothing.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { JSDOM } from "jsdom";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  // Of search engines, not of readers; and the title is the office's own.
  rules: { "long-title": "off" },
});

async function invalid(page) {
  const report = await validator.validateString(page);
  return report.results.flatMap((result) =>
    result.messages.map((each) => `line ${each.line}: ${each.ruleId}: ${each.message}`),
  );
}

async function inaccessible(page) {
  const { window } = new JSDOM(page, { runScripts: "outside-only" });
  window.HTMLCanvasElement.prototype.getContext = () => null;
  window.eval(axe);
  // What needs a picture of the page is not asked: tests/publication/test_page.py
  // works the contrast of the colours out.
  const rules = { "color-contrast": { enabled: false } };
  const { passes, violations } = await window.axe.run(window.document, { rules });
  if (passes.length < 20) {
    throw new Error(`axe-core looked at ${passes.length} rules only`);
  }
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html}`),
  );
}

const BROKEN = [
  [invalid, "void", (page) => page.replace("</main>", "</section>")],
  [invalid, "scope", (page) => page.replaceAll(' scope="row"', ' scope="line"')],
  [invalid, "duplicate", (page) => page.replace('id="sources"', 'id="notes"')],
  [inaccessible, "language", (page) => page.replace(/ lang="[^"]*"/, "")],
  [inaccessible, "title", (page) => page.replace(/<title>.*<\/title>/, "")],
  [inaccessible, "heading order", (page) => page.replace("<h3", "<h6>x</h6><h3")],
  [inaccessible, "label", (page) => page.replace("</main>", "<input></main>")],
  [inaccessible, "landmarks", (page) => page.replace("<header>", "<p>x</p><header>")],
];

const [first, ...rest] = process.argv.slice(2);
const example = readFileSync(first, "utf8");
for (const [check, what, breaks] of BROKEN) {
  const broken = breaks(example);
  if (broken === example) {
    throw new Error(`${first} has nothing to break: ${what}`);
  }
  if ((await check(broken)).length === 0) {
    throw new Error(`${check.name} does not see a broken page: ${what}`);
  }
}
console.log(`${BROKEN.length} broken pages are seen to be broken`);

let faults = 0;
for (const file of [first, ...rest]) {
  const page = readFileSync(file, "utf8");
  const found = [...(await invalid(page)), ...(await inaccessible(page))];
  found.forEach((fault) => console.log(`${file}: ${fault}`));
  console.log(`${file}: ${found.length} faults`);
  faults += found.length;
}
process.exit(faults ? 1 : 0);
