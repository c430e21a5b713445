// Files of others read in the window: dropped or chosen, shown, saved as PDF; messages of SDI bring documents on.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { Home } from "./home.mjs";
import { goTo, openDemo, speak } from "./pages.mjs";
import { looking, steps } from "./steps.mjs";

const FIXTURES = path.resolve(import.meta.dirname, "../../fixtures/fatturapa");

test("files are read", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const look = looking(session);
  const step = steps(t);
  const arrived = home.folder("arrivate");
  for (const [from, to] of [
    ["full.xml", "completa.xml"],
    ["lot.xml", "lotto.xml"],
    ["intake/cades.p7m", "firmata.xml.p7m"],
    ["semplificata/td07.xml", "semplificata.xml"],
    ["errata/elemento_in_piu.xml", "con_errori.xml"],
  ]) {
    fs.copyFileSync(path.join(FIXTURES, from), path.join(arrived, to));
  }
  fs.writeFileSync(path.join(arrived, "rotta.xml"), "<FatturaElettronica><a>");

  await session.resize(1360, 860);
  await openDemo(session);

  await step("an empty page teaches", async () => {
    for (const language of ["en", "it"]) {
      await speak(session, language);
      await goTo(session, "/conversioni");
      await look(`conversioni-vuoto-${language}`);
    }
  });

  await step("a folder is opened: every document a row, the broken one with its reason", async () => {
    home.answers(arrived);
    await session.click({ role: "button", name: "Apri una cartella" });
    await session.textLike("[role=grid]", /Illeggibile/);
    await session.textLike("[role=grid]", /errore/);
    await look("conversioni");
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    await session.press("Space");
    await session.find("[role=dialog] img");
    await look("conversioni-anteprima");
    await session.press("Escape");
  });

  await step("a file that is dropped is shown with its page and what was found", async () => {
    const picked = path.join(arrived, "con_errori.xml");
    home.answers(picked);
    // what the shell does at a drop: it keeps the paths and hands the page their tokens
    await session.jsAsync(`
      const done = arguments[arguments.length - 1];
      const { invoke } = window.__TAURI_INTERNALS__;
      invoke("dialog_pick_many", { scelta: "fatture" })
        .then((payload) => invoke("plugin:event|emit", { event: "files-dropped", payload }))
        .then(done, (why) => done(String(why)));
    `);
    await session.truth("return location.hash.startsWith('#/conversioni/')");
    await session.find("aside img");
    await session.textLike("main", /00200/);
    await session.click("main details summary");
    await look("conversione");
    const folder = home.folder("pdf");
    home.answers(folder);
    await session.press("Control", "S");
    await session.textLike("[role=dialog]", /1 PDF scritto/);
    await look("conversione-salvata");
    assert.deepEqual(fs.readdirSync(folder), ["con_errori.pdf"]);
    await session.press("Escape");
  });

  await step("a row is taken off the list and comes back", async () => {
    const shown = await session.js("return location.hash.slice(1)");
    const before = await rows(session);
    await goTo(session, shown);
    await session.click({ role: "button", name: "Togli dall'elenco" });
    await session.truth("return location.hash === '#/conversioni'");
    await until(async () => (await rows(session)) === before - 1);
    await session.press("Control", "Z");
    await until(async () => (await rows(session)) === before);
  });

  await step("a rejection is read on the desk: its document says why, and is corrected from there", async () => {
    await goTo(session, "/da-inviare");
    const row = await session.jsAsync(`
      const done = arguments[arguments.length - 1];
      const filter = { tutte: false, stato: null, page: { cursor: null, limit: 1 } };
      window.__TAURI_INTERNALS__.invoke("documenti_banco", { filter }).then((page) => done(page.rows[0]), done);
    `);
    const message = fs.readFileSync(path.join(FIXTURES, "messaggi/IT01234567897_00001_NS_001.xml"), "utf8");
    const today = new Date().toISOString().slice(0, 10);
    const said = message.replace("IT01234567897_00001.xml", row.nome_file).replaceAll("2026-11-24", today);
    fs.writeFileSync(home.at("scarto.xml"), said);
    home.answers(home.at("scarto.xml"));
    await session.click({ role: "button", name: "Leggi le ricevute" });
    await session.textLike("[role=dialog]", /Abbinata/);
    await look("ricevute-lette");
    await session.click({ role: "button", name: "Apri il documento scartato" });
    await session.truth("return location.hash === '#/documenti/' + arguments[0]", row.id);
    await session.textLike("aside", /00404 Fattura duplicata/);
    await session.textLike("aside", /Notifica di scarto/);
    await session.find({ role: "button", name: "Correggi e riemetti" });
    await look("documento-scartato-da-sdi");
  });

  await step("messages dropped among invoices bring documents on too", async () => {
    await goTo(session, "/conversioni");
    home.answers(home.at("scarto.xml"));
    await session.click({ role: "button", name: "Apri file" });
    await session.truth("return document.body.textContent.includes('Ricevute SdI: 1 abbinate')");
  });
});

async function rows(session) {
  await goTo(session, "/conversioni");
  return session.js("return document.querySelectorAll('[role=grid] [role=row]:has([role=gridcell])').length");
}

async function until(is) {
  for (let tries = 0; tries < 200; tries++) {
    if (await is()) return;
    await pause(25);
  }
  assert.fail(`never true: ${is}`);
}
