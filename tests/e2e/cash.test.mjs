// From the figures down to the rows, and one key that marks an instalment as paid.
import assert from "node:assert/strict";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, quiet } from "./pages.mjs";

test("figures lead to their rows; P pays and takes back", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const grid = () =>
    session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
  /** What stands under a column, by its place from the right. */
  const total = (fromRight) =>
    session.js(
      "return [...document.querySelectorAll('[role=grid] [role=row]:not([aria-rowindex]) [role=gridcell]')].at(-arguments[0]).textContent",
      fromRight,
    );
  const first = () => session.js("return document.querySelector('[role=grid] [aria-rowindex=\"2\"]').innerText");
  await openDemo(session);

  await t.test("a bar reached by keyboard opens the documents it is made of", async () => {
    await goTo(session, "/panoramica");
    const name = await session.js(
      "const bar = document.querySelector('main svg a'); bar.focus(); return bar.getAttribute('aria-label')",
    );
    await session.press("ArrowRight");
    await session.press("ArrowLeft");
    assert.equal(await session.js("return document.activeElement.getAttribute('aria-label')"), name);
    await session.press("Enter");
    await session.truth("return location.hash.startsWith('#/documenti?vista=fatturato')");
    await quiet(session);
    // the sum under the taxable amounts is the value of the bar
    const sums = await session.js(
      "return [...document.querySelectorAll('[role=grid] [role=row]:not([aria-rowindex]) [role=gridcell]')].map((cell) => cell.textContent)",
    );
    const value = name.split(": ")[1].replace("\u00a0€", "");
    assert.ok(sums.includes(value), `${value} in ${sums}`);
    await session.js("history.back(); return null;");
    await session.find({ role: "heading", name: "Panoramica" });
  });

  await t.test("the same numbers stand in a table", async () => {
    await session.click({ role: "button", name: "Mostra «Incassato per mese» come tabella" });
    await session.click("main table td a");
    await session.truth("return location.hash.startsWith('#/scadenzario/incassi?dal=')");
    await session.find({ role: "heading", name: "Incassi" });
  });

  await t.test("one key pays in place, the same key takes it back, undo does too", async () => {
    await goTo(session, "/scadenzario?quali=scadute");
    await grid();
    const [before, row] = [await total(1), await first()];
    assert.match(row, /Scaduta/);
    await session.press("P");
    await session.textLike("body", /1 rata pagata/);
    await session.truth("return /Pagata/.test(document.querySelector('[role=grid] [aria-rowindex=\"2\"]').innerText)");
    assert.notEqual(await total(1), before);
    await session.press("P");
    await session.textLike("body", /Ultimo incasso tolto/);
    await session.truth("return /Scaduta/.test(document.querySelector('[role=grid] [aria-rowindex=\"2\"]').innerText)");
    await quiet(session);
    assert.equal(await total(1), before);
    await session.press("P");
    await session.truth("return /Pagata/.test(document.querySelector('[role=grid] [aria-rowindex=\"2\"]').innerText)");
    await session.press("Control", "Z");
    await session.truth("return /Scaduta/.test(document.querySelector('[role=grid] [aria-rowindex=\"2\"]').innerText)");
  });

  await t.test("a part of it with a note is found by the note, on the page of its document", async () => {
    await session.press("Space");
    await session.fill({ role: "textbox", name: "Importo" }, "1,00");
    await session.fill({ role: "textbox", name: "Note" }, "CRO 4711");
    await session.press("Control", "S");
    await session.textLike("body", /Incasso segnato/);
    await session.press("Control", "K");
    await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
    await session.type("cro 4711");
    await session.truth("return document.querySelectorAll('[role=dialog] [role=option]').length > 0");
    await session.press("Enter");
    await session.truth("return /^#.documenti.\\d+/.test(location.hash)");
    await session.truth("return /CRO 4711/.test(document.querySelector('main aside')?.innerText)");
    await session.press("P");
    await session.textLike("body", /1 rata pagata/);
  });
  await assertPolicy(session);
});
