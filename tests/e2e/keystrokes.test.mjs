// How many keys the main job takes: pressed for real, counted where they arrive. A chord is one key; letters typed into
// fields are counted apart, since one budget is "besides the text". Nothing here touches a mouse.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, quiet, uncovered } from "./pages.mjs";

/** Counts every key that reaches the window, a held Ctrl or Shift with the key it is held for. */
function count(session) {
  return session.js(`
    window.__keys?.stop();
    const seen = [];
    const hear = (event) => {
      if (event.isTrusted && !["Control", "Shift", "Alt", "Meta"].includes(event.key)) seen.push(event.key);
    };
    addEventListener("keydown", hear, true);
    window.__keys = { seen, stop: () => removeEventListener("keydown", hear, true) };
    return null;
  `);
}

/** The keys since `count`, but for the letters of texts: what is left is `keys`. */
async function counted(session, texts = []) {
  const seen = await session.js("window.__keys.stop(); return window.__keys.seen;");
  const letters = texts.join("").length;
  return { keys: seen.length - letters, letters, seen };
}

function assertBudget({ keys, seen }, budget) {
  assert.ok(keys <= budget, `${keys} keys, not ${budget}: ${seen.join(" ")}`);
}

const cursorIn = (session, field) =>
  session.truth("return document.activeElement?.closest('[data-field]')?.dataset.field === arguments[0]", field);

/** From a draft on the page to the issued document. */
async function issue(session) {
  await session.press("Control", "Enter");
  await session.textLike("[role=dialog]", /Prende il numero/);
  await session.press("Control", "Enter");
  await session.find({ role: "button", name: "Salva XML" });
}

/** From the list: the palette, letters of the customer, the second line. */
async function repeatLast(session, letters) {
  await goTo(session, "/documenti");
  await count(session);
  await session.press("Control", "K");
  await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
  await session.type(letters);
  await session.find({ role: "option", name: "Ripeti l'ultima fattura" });
  const chosen = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')";
  await session.truth(`return ${chosen} !== null`);
  await session.press("ArrowDown");
  await session.truth(`return (${chosen}?.textContent ?? '').startsWith('Ripeti')`);
  await session.press("Enter");
  await session.truth("return /Numero previsto \\d/.test(document.querySelector('header').innerText)");
  await issue(session);
  return counted(session);
}

test("the main job's keystrokes", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  await openDemo(session);

  await t.test("a new invoice of two lines for a known customer: 25 keys besides the text", async () => {
    await goTo(session, "/documenti");
    const texts = ["ros", "3 consulenza arredo 80 22", "Trasferta 50,00"];
    await count(session);
    await session.press("F1");
    await session.find({ role: "combobox", name: "Cliente" });
    await session.type(texts[0]);
    await session.find("[role=option]");
    await session.press("ArrowDown");
    await session.press("Enter");
    await cursorIn(session, "righe.0.descrizione");
    await session.type(texts[1]);
    const priced = "return document.querySelector('[data-field=\"righe.0.prezzo\"] input').placeholder === '80,00'";
    await session.truth(priced);
    await session.press("Enter");
    await cursorIn(session, "righe.1.descrizione");
    await session.type(texts[2]);
    await session.press("Enter");
    await cursorIn(session, "righe.2.descrizione");
    await session.textLike("aside", /353,80/);
    await issue(session);
    const told = await counted(session, texts);
    t.diagnostic(`new invoice of two lines, issued: ${told.keys} keys and ${told.letters} letters of text`);
    assertBudget(told, 25);
    assert.throws(
      () => assertBudget({ ...told, keys: told.seen.length }, 25),
      "a count without the text would not fit",
    );
  });

  await t.test("the last invoice of a customer once more, issued: 8 keys, letters counted", async () => {
    const told = await repeatLast(session, "ros");
    t.diagnostic(`repeat the last invoice and issue it: ${told.keys} keys: ${told.seen.join(" ")}`);
    assertBudget(told, 8);
  });

  await t.test("one key more than the budget is refused", async () => {
    const told = await repeatLast(session, "ross");
    assert.throws(() => assertBudget(told, 8), /9 keys/);
  });

  await t.test("XML of the chosen ones into the folder of the last time: one chord", async () => {
    const folder = home.folder("xml");
    home.answers(folder);
    await session.press("Control", "E"); // the issued document of before: the folder is asked for once
    await session.textLike("[role=dialog]", /1 file nella cartella/);
    await session.press("Escape");
    await goTo(session, `/documenti?vista=fatture&al=01/01/${new Date().getFullYear()}`); // others than that one
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    for (let n = 0; n < 11; n++) await session.press("Shift", "ArrowDown");
    await session.textLike("main", /12 righe scelte/);
    await count(session);
    await session.press("Control", "E");
    await session.textLike("[role=dialog]", /12 file nella cartella/);
    const told = await counted(session);
    t.diagnostic(`XML of 12 chosen: ${told.keys} chord`);
    assertBudget(told, 1);
    assert.equal(fs.readdirSync(folder).filter((name) => name.endsWith(".xml")).length, 13);
    await uncovered(session);
  });

  await t.test("what is being typed outlives kill -9 but for the last second", async () => {
    await goTo(session, "/documenti/nuovo?tipo=PREVENTIVO");
    const subject = "document.querySelector('[data-field=causale] input')";
    await session.truth(`${subject}?.focus(); return document.activeElement === ${subject}`);
    const typed = [];
    while (typed.length < 2 || typed.at(-1).at - typed[0].at < 3_000) {
      const word = `p${typed.length}`;
      await session.type(`${word} `);
      typed.push({ word, at: performance.now() });
    }
    const killed = performance.now();
    await session.kill();
    const again = await home.start();
    await quiet(again);
    await again.click({ role: "button", name: "Dimostrazione" });
    await again.find({ role: "heading", name: "Panoramica" });
    await goTo(again, { list: "/documenti?vista=preventivi&stato=bozza" });
    const kept = await again.truth("return document.querySelector('[data-field=causale] input')?.value ?? ''");
    const words = new Set(kept.split(" "));
    const missing = typed.find(({ word }) => !words.has(word));
    const lost = missing ? killed - missing.at : 0;
    const took = typed.at(-1).at - typed[0].at;
    t.diagnostic(`typed ${Math.round(took)} ms without a pause, killed: the last ${Math.round(lost)} ms are missing`);
    assert.ok(lost <= 1_000, `${lost} ms of typing are missing: ${kept}`);
    await quiet(again);
    await assertPolicy(again);
  });
});
