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
export async function pictures(session, folder, name, shades = ["light", "dark"]) {
  await fs.mkdir(folder, { recursive: true });
  for (const shade of shades) {
    await theme(session, shade);
    await painted(session);
    await fs.writeFile(path.join(folder, `${name}-${shade}.png`), await session.picture());
  }
}

/** Fails with every control that cannot be reached: scrolled to, it must lie in the window with nothing over it. */
export async function assertReach(session, where) {
  const lost = await session.js(`
    const over = document.querySelector("[role=dialog]") ?? document.body;
    const found = [];
    const said = (el) => el.getAttribute("aria-label") ?? el.labels?.[0]?.textContent ?? el.textContent.slice(0, 40);
    for (const el of over.querySelectorAll("a[href],button,input,textarea,select,[tabindex='0']")) {
      if (el.disabled || el.closest("[aria-hidden=true],[inert]") || el.getClientRects().length === 0) continue;
      if (getComputedStyle(el).visibility === "hidden" || el.closest("svg")) continue;
      el.scrollIntoView({ block: "nearest", inline: "nearest" });
      const box = (el.closest("label") ?? el).getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue; // for screen readers
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const own = el.closest("label") ?? el;
      const isThere = hit && (own.contains(hit) || hit.contains(own) || hit.closest("label")?.contains(el));
      if (left >= right || top >= bottom || !isThere)
        found.push(el.tagName + " " + said(el) + " at " + [box.left, box.top, box.right, box.bottom].map(Math.round) + " under " + (hit?.outerHTML ?? "nothing").slice(0, 80));
    }
    return found;
  `);
  assert.deepEqual(lost, [], `out of reach on ${where}`);
}

/** Fails when the page itself is wider than the window; a list may scroll sideways in its own frame. */
export async function assertFits(session, where) {
  const [page, window] = await session.js(
    "const html = document.documentElement; return [html.scrollWidth, Math.ceil(html.getBoundingClientRect().width)];",
  );
  assert.ok(page <= window, `${where} is ${page} wide in a window of ${window}`);
}

/** Fails with every text that is cut off and that nothing tells whole: no title, and nothing the keyboard can stand on. */
export async function assertWhole(session, where) {
  const cut = await session.js(`
    const text = (el) => [...el.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "");
    return [...document.querySelectorAll("body *")]
      .filter((el) => text(el) && el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1)
      .filter((el) => !["visible", "auto", "scroll"].includes(getComputedStyle(el).overflowX))
      .filter((el) => !el.closest("[title],a[href],button,[role=gridcell],[role=option],label,.sr-only"))
      .map((el) => el.outerHTML.slice(0, 160));
  `);
  assert.deepEqual(cut, [], `cut off on ${where}`);
}
