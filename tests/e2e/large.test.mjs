// The largest amounts, the longest names, the window at every size: nothing is lost, covered or cut without a way to read it.
import assert from "node:assert/strict";
import test from "node:test";
import { ask, giants, LONG, newArchive, zoom } from "./engine.mjs";
import { Home } from "./home.mjs";
import { assertFits, assertPolicy, assertReach, assertWhole, pictures } from "./look.mjs";
import { goTo, quiet, uncovered } from "./pages.mjs";
import { steps } from "./steps.mjs";

const SIZES = [
  [1024, 700],
  [1440, 900],
];

test("the window at every size, with the largest that can stand in it", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const step = steps(t);
  await newArchive(session, home);
  const made = await giants(session);
  const PLACES = [
    ["panoramica", "/panoramica"],
    ["documenti", "/documenti"],
    ["editor", { list: "/documenti?vista=bozze" }],
    ["emesso", `/documenti/${made.issued}`],
    ["da-inviare", "/da-inviare"],
    ["scadenzario", "/scadenzario"],
    ["clienti", "/clienti"],
    ["cliente", `/clienti/${made.cliente}`],
    ["prodotti", "/prodotti"],
    ["prodotto", { list: "/prodotti" }],
    ["impostazioni", "/impostazioni"],
    [
      "emetti",
      { list: "/documenti?vista=bozze" },
      (s) => s.press("Control", "Enter").then(() => s.find("[role=dialog]")),
    ],
    ["tasti", "/documenti", (s) => s.press("?").then(() => s.find("[role=dialog]"))],
    ["email", `/documenti`, (s) => s.press("Control", "K").then(() => s.find("[role=dialog]"))],
  ];
  const look = async (name) => {
    await quiet(session);
    if (process.env.F1C_SCREENSHOTS) await pictures(session, process.env.F1C_SCREENSHOTS, name, ["light"]);
    await assertFits(session, name);
    await assertReach(session, name);
    await assertWhole(session, name);
  };
  for (const [width, height] of SIZES) {
    for (const percent of [100, 150, 200]) {
      await t.test(`${width} by ${height} at ${percent} %`, async () => {
        await ask(session, "settings_save", { preferenze: { lingua: "it", tema: "chiaro", zoom: "100" } });
        await session.resize(width, height);
        await zoom(session, percent);
        const failed = [];
        for (const [name, place, show] of PLACES) {
          await goTo(session, place);
          await show?.(session);
          await look(`grande-${width}-${percent}-${name}`).catch((why) => failed.push(why.message));
          await uncovered(session);
        }
        assert.deepEqual(failed, []);
      });
    }
  }

  await step("what is cut in a list is told whole under the keyboard", async () => {
    await zoom(session, 100);
    await goTo(session, "/documenti");
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    const column = await session.js(
      "return [...document.querySelectorAll('[role=columnheader]')].findIndex((head) => head.textContent === 'Cliente')",
    );
    for (let n = 0; n < column; n++) await session.press("ArrowRight");
    await session.truth(
      "return document.querySelector('[data-whole]')?.textContent.includes(arguments[0])",
      LONG.name.slice(0, 80),
    );
  });

  await step("Ctrl + and - change the size, over a dialog too, and it is there again after a restart", async () => {
    await session.press("?");
    await session.find("[role=dialog]");
    const before = await session.js("return innerWidth");
    await session.press("Control", "+");
    await session.truth("return innerWidth < arguments[0]", before);
    assert.equal((await ask(session, "app_state")).zoom, "110");
    await session.press("Control", "-");
    await session.press("Control", "-");
    await session.truth("return innerWidth > arguments[0]", before);
    await session.press("Control", "0");
    await session.truth("return innerWidth === arguments[0]", before);
    await session.press("Escape");
    await assertPolicy(session);
  });
});
