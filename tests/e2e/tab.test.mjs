// The keyboard alone: Tab goes through every page in its order, shows where it stands and misses nothing; Escape comes back.
import assert from "node:assert/strict";
import test from "node:test";
import { Home } from "./home.mjs";
import { goTo, openDemo, PAGES, SCENES } from "./pages.mjs";

/** More stops than any page has. */
const MOST = 160;

/** Names what has the focus, numbers it, and says what is wrong with it. */
const HERE = `
  const el = document.activeElement;
  if (!el || el === document.body) return null;
  window.__stops ??= [];
  const said = (one) => [one.getAttribute("aria-label"), (one.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" "),
    [...(one.labels ?? [])].map((label) => label.textContent).join(" "), one.getAttribute("title"), one.textContent].find((text) => text?.trim());
  // a bar of a chart has its ring drawn: around the bar, in a stroke one sees
  const drawn = el.closest("svg")?.querySelector("[data-ring]");
  const isDrawn = () => {
    const [out, bar] = [drawn, el.lastElementChild].map((one) => one.getBoundingClientRect());
    const { stroke, strokeWidth } = getComputedStyle(drawn);
    return stroke !== "none" && parseFloat(strokeWidth) >= 1 && out.left < bar.left && out.right > bar.right && out.top < bar.top && out.bottom > bar.bottom;
  };
  const rings = [el, el.closest(".box"), el.closest("label")?.querySelector("span"), el.parentElement, document.getElementById(el.getAttribute("aria-activedescendant") ?? "")].filter(Boolean);
  const ring = (one) => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 1;
  const before = window.__stops.at(-1);
  const again = window.__stops.includes(el);
  const name = said(el)?.trim().slice(0, 60);
  const wrong = [];
  if (!name) wrong.push("no name: " + el.outerHTML.slice(0, 120));
  if (el.closest("svg") ? !drawn || !isDrawn() : !rings.some(ring)) wrong.push("no ring: " + (name ?? el.outerHTML.slice(0, 120)));
  // it may begin in the middle, where the focus was last, and comes round once
  const isBack = !again && before && !(before.compareDocumentPosition(el) & 4);
  if (isBack && window.__round) wrong.push("out of order: " + name);
  if (isBack) window.__round = true;
  if (!again) window.__stops.push(el);
  return { again, wrong };
`;

/** What can be pressed or written and was no stop, apart from what arrows reach inside a stop. */
const MISSED = `
  const inside = "[role=toolbar],[role=grid],[role=menu],[role=radiogroup],[role=tablist],[role=listbox],[aria-hidden=true],[inert]";
  const stops = window.__stops;
  return [...document.querySelectorAll("a[href],button,input,textarea,select")]
    .filter((el) => !el.disabled && el.tabIndex >= 0 && el.getClientRects().length > 0 && !el.closest(inside))
    .filter((el) => !stops.includes(el))
    .map((el) => el.outerHTML.slice(0, 140));
`;

test("Tab reaches everything, in order, with a name and a ring", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  await openDemo(session);
  for (const [name, place] of PAGES) {
    await t.test(name, async () => {
      await goTo(session, place);
      await session.js(
        "document.activeElement?.blur(); window.__stops = []; window.__round = false; getSelection().removeAllRanges(); return null;",
      );
      const wrong = [];
      let seen = 0;
      for (let n = 0; n < MOST; n++) {
        await session.press("Tab");
        const here = await session.js(HERE);
        if (here?.again || (here === null && seen > 0)) break;
        if (here) {
          seen += 1;
          wrong.push(...here.wrong);
        }
      }
      assert.deepEqual(wrong, []);
      assert.ok(seen > 3, `${seen} stops`);
      assert.deepEqual(await session.js(MISSED), []);
    });
  }

  const overs = SCENES.filter(([name]) => ["email-molte", "incasso", "anteprima-rapida"].includes(name));
  for (const [name, place, show] of overs) {
    await t.test(`Escape leaves ${name}`, async () => {
      await goTo(session, place);
      await show(session);
      await session.find("[role=dialog]");
      await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
      await session.press("Escape");
      await session.truth("return document.querySelector('[role=dialog]') === null");
      await session.truth("return document.activeElement !== document.body");
    });
  }

  await t.test("what had the focus has it again when a dialog is left", async () => {
    const focus = () => session.js("const el = document.activeElement; return el.getAttribute('role') ?? el.tagName;");
    const leave = async (opens, had) => {
      await session.press(...opens);
      await session.find("[role=dialog]");
      await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
      await session.press("Escape");
      await session.truth("return document.querySelector('[role=dialog]') === null");
      await session.truth(
        `const el = document.activeElement; return (el.getAttribute("role") ?? el.tagName) === ${JSON.stringify(had)}`,
      );
    };
    await goTo(session, "/documenti?vista=bozze");
    await session.truth("return document.activeElement?.role === 'grid'");
    for (const opens of [["Control", "k"], ["?"]]) await leave(opens, "grid");
    await session.press("Control", "a");
    await leave(["Control", "Enter"], "grid");
    await goTo(session, { list: "/documenti?vista=bozze" });
    await session.press("Tab");
    await leave(["Control", "Enter"], await focus());
  });
});
