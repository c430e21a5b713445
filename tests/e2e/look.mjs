// Looking at a page: what the security policy refused, what axe finds, how it looks in both themes.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const AXE = path.join(ROOT, "ui/node_modules/axe-core/axe.min.js");

/** What the content security policy has refused since the page began; the page itself collects it. */
export function violations(session) {
  return session.js("return window.__csp ?? ['the page does not collect violations'];");
}

/** Fails when the policy refused anything. */
export async function assertPolicy(session) {
  assert.deepEqual(await violations(session), []);
}

/**
 * Fails with axe's findings, by rule and element. Ask with combo boxes closed: while their list is open React Aria hides
 * the rest of the page from screen readers, which axe reports as hidden but focusable.
 */
export async function assertAxe(session, where) {
  const source = await fs.readFile(AXE, "utf8");
  await session.js(`${source}; return null;`);
  const findings = await session.jsAsync(`
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"] })
      .then(({ violations }) => done(violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 160) + " " + n.failureSummary).join("\\n  "))))
      .catch((reason) => done(["axe stopped: " + reason]));
  `);
  assert.deepEqual(findings, [], `axe on ${where}`);
}

/** Sets a theme as the switch in the frame does, and waits until it is on the page. */
export async function theme(session, name) {
  await session.js("window.__theme(arguments[0]); return null;", name);
  await session.truth("return document.documentElement.dataset.theme === arguments[0]", name);
}

/** Waits until what stands in the page is on the screen: two frames, and every transition at its end. */
function painted(session) {
  return session.jsAsync(`
    const done = arguments[arguments.length - 1];
    const frames = (n) => requestAnimationFrame(() => (n > 0 ? frames(n - 1) : done(true)));
    Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => frames(2));
  `);
}

/** A picture of the page in each theme, as `NAME-light.png` and `NAME-dark.png` in a folder. */
export async function pictures(session, folder, name) {
  await fs.mkdir(folder, { recursive: true });
  for (const shade of ["light", "dark"]) {
    await theme(session, shade);
    await painted(session);
    await fs.writeFile(path.join(folder, `${name}-${shade}.png`), await session.picture());
  }
}
