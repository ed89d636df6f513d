// Holds pages to the HTML standard by html-validate, and to their weight. First it is
// shown broken pages, for a check that finds nothing anywhere proves nothing. What a reader sees is browser.js's.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

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

const HEAVIEST = 300_000; // bytes: what a page with all its pictures may weigh

function heavy(page) {
  const bytes = Buffer.byteLength(page);
  return bytes > HEAVIEST ? [`${bytes} bytes, more than ${HEAVIEST}`] : [];
}

const BROKEN = [
  [heavy, "weight", (page) => page.replace("</main>", `${" ".repeat(HEAVIEST)}</main>`)],
  [invalid, "void", (page) => page.replace("</main>", "</section>")],
  [invalid, "scope", (page) => page.replaceAll(' scope="row"', ' scope="line"')],
  [invalid, "duplicate", (page) => page.replace('id="sources"', 'id="notes"')],
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
  const found = [...heavy(page), ...(await invalid(page))];
  found.forEach((fault) => console.log(`${file}: ${fault}`));
  console.log(`${file}: ${found.length} faults`);
  faults += found.length;
}
process.exit(faults ? 1 : 0);
