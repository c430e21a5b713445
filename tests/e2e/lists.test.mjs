// Lists in the real window: what is chosen, arranged, written, copied, saved, and the place one comes back to.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, quiet } from "./pages.mjs";
import { looking } from "./steps.mjs";

test("a list is arranged, written, copied and saved as it is shown", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const grid = () =>
    session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
  const active = () =>
    session.js(
      "return document.getElementById(document.querySelector('[role=grid]').getAttribute('aria-activedescendant'))?.textContent ?? null",
    );
  const axe = looking(session);
  await openDemo(session);

  await t.test("a price is written in its cell and taken back", async () => {
    await goTo(session, "/prodotti");
    await grid();
    for (let i = 0; i < 5; i++) await session.press("ArrowRight");
    const before = await active();
    await session.press("F2");
    await session.truth("return document.activeElement.matches('[role=gridcell] input')");
    await axe("a cell being written");
    await session.press("Control", "A");
    await session.type("1234,5");
    await session.press("Enter");
    await session.truth(
      "return [...document.querySelectorAll('[role=gridcell]')].some((cell) => cell.textContent === '1.234,50')",
    );
    await session.press("Control", "Z");
    await session.truth(
      "return ![...document.querySelectorAll('[role=gridcell]')].some((cell) => cell.textContent === '1.234,50')",
    );
    await session.press("ArrowUp");
    assert.equal(await active(), before);
  });

  await t.test("columns are chosen, and the file has these and no others", async () => {
    await session.click({ role: "button", name: "Colonne" });
    await session.find("[role=dialog]");
    await axe("the choice of columns");
    await session.click("[role=dialog] li:nth-child(2) label");
    await session.press("Escape");
    await session.truth("return document.querySelector('[role=dialog]') === null");
    const file = home.at("prodotti.csv");
    home.answers(file);
    await session.click({ role: "button", name: "Esporta" });
    await session.find("[role=menu]");
    await axe("what a list is saved as");
    await session.click({ role: "menuitem", name: "CSV" });
    await session.truth("return /Elenco salvato/.test(document.body.textContent)");
    const [head, ...rows] = fs.readFileSync(file, "utf8").replace("\ufeff", "").trim().split("\r\n");
    assert.equal(head, "Codice;Tipo;Categoria;Unità;Prezzo;IVA compresa;IVA");
    const count = await session.js("return +document.querySelector('[role=grid]').getAttribute('aria-rowcount')");
    assert.equal(rows.length, count - 1);
  });

  await t.test("a view is kept under a name", async () => {
    await session.click({ role: "button", name: "Viste" });
    await session.find("[role=dialog]");
    await session.click("[role=dialog] input");
    await session.type("Come piace a me");
    await session.press("Enter");
    await session.truth("return /Come piace a me/.test(document.querySelector('[role=dialog] ul').textContent)");
    await axe("the views");
    await session.press("Escape");
    await session.truth("return document.querySelector('[role=dialog]') === null");
  });

  await t.test("a period is chosen by keyboard, stays in a view, and goes with its chip", async () => {
    await goTo(session, "/documenti");
    await grid();
    const count = () => session.js("return document.querySelector('[role=grid]').getAttribute('aria-rowcount')");
    const all = await count();
    await session.press("D");
    await session.truth("return /\\d – \\d/.test(document.querySelector('[role=dialog] [role=option]')?.textContent)");
    await axe("the periods");
    await session.press("ArrowDown");
    await session.press("Enter");
    await session.truth("return location.hash === '#/documenti?dal=mese_scorso&al=mese_scorso'");
    await quiet(session);
    assert.notEqual(await count(), all);
    await axe("a list with its chips");
    const sums = await session.js("return document.querySelector('[role=grid]').lastChild.lastChild.textContent");
    const file = home.at("mese.csv");
    home.answers(file);
    await session.click({ role: "button", name: "Esporta" });
    await session.click({ role: "menuitem", name: "CSV" });
    await session.truth("return /Elenco salvato in .*mese/.test(document.body.textContent)");
    const rows = fs.readFileSync(file, "utf8").trim().split("\r\n").length - 1;
    assert.ok(sums.startsWith(`${rows} rig`), sums);
    await session.js("document.querySelector('ul[aria-label=\"Filtri attivi\"] button').focus(); return null;");
    await session.press("Delete");
    await session.truth("return location.hash === '#/documenti'");
    await session.truth("return document.activeElement.type === 'search'");
    await session.press("Escape");
  });

  await t.test("what was paid is seen and filtered", async () => {
    await goTo(session, "/documenti?pagamento=scaduto");
    await quiet(session);
    const words = await session.js(
      "const at = [...document.querySelectorAll('[role=columnheader]')].findIndex((head) => /Pagamento/.test(head.textContent)); return [...document.querySelectorAll(`[role=gridcell][aria-colindex=\"${at + 1}\"]`)].map((cell) => cell.textContent)",
    );
    assert.ok(words.length > 3 && words.every((word) => word === "Scaduto"), `${words}`);
    await session.truth("return /Pagamento: Scaduti/.test(document.querySelector('main ul').textContent)");
  });

  await t.test(
    "a state is changed in its cell by keyboard, the number beside the place follows, undo takes it back",
    async () => {
      await goTo(session, "/da-inviare");
      await grid();
      await quiet(session);
      const beside = () => session.js("return document.querySelector('nav a[href=\"#/da-inviare\"]').innerText");
      const count = () => session.js("return document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')");
      const [number, rows] = [await beside(), await count()];
      assert.match(number, /\d/);
      await session.press("ArrowRight");
      await session.press("F2");
      await session.truth("return document.activeElement.closest('[role=menu]') !== null");
      await axe("the states of a file");
      await session.type("Cons");
      await session.press("Enter");
      await session.textLike("body", /Segnato come consegnata/);
      await session.truth("return document.activeElement.role === 'grid'");
      await session.truth(
        "return document.querySelector('nav a[href=\"#/da-inviare\"]').innerText !== arguments[0]",
        number,
      );
      await session.press("Control", "Z");
      await session.truth(
        "return document.querySelector('nav a[href=\"#/da-inviare\"]').innerText === arguments[0]",
        number,
      );
      await quiet(session);
      assert.equal(await count(), rows);
    },
  );

  await t.test("all rows are chosen though few are there, and copied", async () => {
    await goTo(session, "/documenti");
    await grid();
    await session.press("Control", "A");
    const count = await session.js("return document.querySelector('[role=grid]').getAttribute('aria-rowcount') - 1");
    await session.truth(
      "return document.querySelector('[aria-live] ')!== null && document.body.textContent.replaceAll('.', '').includes(arguments[0] + ' righe scelte')",
      count,
    );
    await axe("rows chosen");
    await session.press("Control", "C");
    await session.truth("return /premi ancora Ctrl\\+C|righe copiate/.test(document.body.textContent)");
    await session.press("Control", "C");
    await session.truth("return /righe copiate/.test(document.body.textContent)");
    await session.press("Escape");
    await session.truth("return !/righe scelte/.test(document.querySelector('main').textContent)");
  });

  await t.test("a filter typed fast stands in the address, letter for letter", async () => {
    await goTo(session, "/documenti");
    await grid();
    await session.press("/");
    await session.truth("return document.activeElement.type === 'search'");
    const text = "abcdefghij".repeat(13); // more letters than WebKit lets a page write states in half a minute
    for (let at = 0; at < text.length; at += 10) await session.type(text.slice(at, at + 10));
    await session.truth("return new URLSearchParams(location.hash.split('?')[1]).get('testo') === arguments[0]", text);
    await session.truth("return /Nessun/.test(document.querySelector('main').textContent)");
    await session.js("history.back(); return null;"); // writing a filter leaves no steps behind
    await session.truth("return !location.hash.startsWith('#/documenti')");
    await goTo(session, "/documenti");
  });

  await t.test("who opens a record and goes back stands where he was", async () => {
    await grid();
    await session.press("End");
    await quiet(session);
    await session.truth("return /\\d/.test(document.querySelector('[role=grid] [aria-rowindex] [id]')?.textContent)"); // the last row is there
    const [before, top] = [await active(), await session.js("return document.querySelector('[role=grid]').scrollTop")];
    assert.ok(top > 0);
    await session.press("Enter");
    await session.truth("return /^#.documenti.\\d+/.test(location.hash)");
    await session.js("history.back(); return null;");
    await session.truth("return document.querySelector('[role=grid]') !== null");
    await quiet(session);
    assert.equal(await active(), before);
    assert.equal(await session.js("return document.querySelector('[role=grid]').scrollTop"), top);
  });
  await assertPolicy(session);
});
