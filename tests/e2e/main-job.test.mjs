// The main job with real key presses: from a computer that never saw the program to an issued invoice, and back from a copy.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { steps } from "./steps.mjs";

test("first run, customer, product, invoice, XML and PDF, restart, undo, backup, restore", async (t) => {
  const home = Home.of(t);
  let session = await home.start();

  // what follows a failed step would only wait for what cannot come
  const step = steps(t);

  await step("three steps make an archive", async () => {
    home.answers(home.at("Rossi.f1c"), home.folder("chiavetta"));
    await session.click({ role: "button", name: "Crea il mio archivio" });
    await fillIn(session, {
      "Ragione sociale": "Rossi Impianti S.r.l.",
      "Partita IVA": "01234567897",
      "Via o piazza": "Via Roma 1",
      CAP: "10121",
      Comune: "Torino",
      Provincia: "TO",
    });
    await session.press("Control", "Enter");
    await session.click({ role: "button", name: "Scegli dove salvarlo" });
    await session.textLike("main", /Rossi\.f1c/);
    await pressed(session, "Avanti");
    await session.click({ role: "button", name: "Scegli una cartella" });
    await session.textLike("main", /chiavetta/);
    await pressed(session, "Crea l'archivio");
    await session.find({ role: "heading", name: "Panoramica" });
    assert.ok(fs.existsSync(home.at("Rossi.f1c")));
  });

  await step("a customer", async () => {
    await session.click({ role: "link", name: "Clienti" });
    await session.find({ role: "button", name: "Nuovo cliente" });
    await session.press("F1");
    await fillIn(session, {
      "Ragione sociale": "Caffè Perù S.n.c.",
      "Partita IVA": "02345678904",
      "Via o piazza": "Corso Francia 12",
      CAP: "10138",
      Comune: "Torino",
      Provincia: "TO",
    });
    await session.press("F2");
    await session.textLike("body", /Scheda salvata/);
    await session.find({ role: "heading", name: "Caffè Perù S.n.c." });
  });

  await step("a product", async () => {
    await session.click({ role: "link", name: "Prodotti e servizi" });
    await session.find({ role: "button", name: "Nuovo prodotto" });
    await session.press("F1");
    await fillIn(session, { Codice: "CONS", Descrizione: "Consulenza oraria", Prezzo: "80", IVA: "22" });
    await session.textLike("aside", /97,60/);
    await session.press("Control", "S");
    await session.textLike("body", /Prodotto salvato/);
  });

  await step("an invoice of two lines, typed by keyboard, kept by itself, issued", async () => {
    await session.click({ role: "link", name: "Documenti" });
    await session.find({ role: "button", name: "Nuovo documento" });
    await session.press("F1");
    await session.find({ role: "combobox", name: "Cliente" });
    await session.type("caff");
    await session.find({ role: "option", name: "Caffè Perù" });
    await session.press("ArrowDown");
    await session.press("Enter");
    await session.click({ role: "combobox", name: "Descrizione, riga 1" });
    await session.type("cons");
    await session.find({ role: "option", name: "Consulenza oraria" });
    await session.press("ArrowDown");
    await session.press("Enter");
    await focused(session, "Quantità, riga 1");
    await session.type("3");
    await session.press("Enter");
    await focused(session, "Prezzo, riga 1");
    await session.press("Enter");
    await focused(session, "Descrizione, riga 2");
    await session.type("Trasferta");
    await session.press("Enter");
    await session.press("Enter");
    await focused(session, "Prezzo, riga 2");
    await session.type("50,00");
    await session.press("Enter");
    await session.textLike("aside", /353,80/);
    await session.textLike("header", /Bozza salvata/);
    await session.press("Control", "Enter");
    await session.textLike("[role=dialog]", /Prende il numero 1/);
    await session.press("Control", "Enter");
    await session.find({ role: "heading", name: "Fattura 1" });
    await assertPolicy(session);
  });

  await step("XML and PDF on the disk", async () => {
    const folder = home.folder("fatture");
    home.answers(folder, folder);
    await session.click({ role: "button", name: "Salva XML" });
    await session.textLike("[role=dialog]", /1 file nella cartella/);
    await session.press("Escape");
    await session.press("F3");
    await session.textLike("[role=dialog]", /1 file nella cartella/);
    await session.press("Escape");
    const files = fs.readdirSync(folder).sort();
    const xml = files.find((name) => name.endsWith(".xml"));
    const pdf = files.find((name) => name.endsWith(".pdf"));
    assert.match(xml, /^IT01234567897_\w+\.xml$/);
    const text = fs.readFileSync(path.join(folder, xml), "utf8");
    assert.match(text, /<ImportoTotaleDocumento>353\.80<\/ImportoTotaleDocumento>/);
    assert.equal(fs.readFileSync(path.join(folder, pdf)).subarray(0, 5).toString(), "%PDF-");
  });

  await step("after a restart it is still there", async () => {
    await session.close();
    session = await home.start();
    await session.click({ role: "button", name: "Rossi" });
    await session.click({ role: "link", name: "Documenti" });
    await shows(session, "[role=grid]", "Caffè Perù S.n.c.");
    await shows(session, "[role=grid]", "353,80");
  });

  await step("an edit is taken back", async () => {
    await session.click({ role: "link", name: "Clienti" });
    await shows(session, "[role=grid]", "Torino");
    await session.press("Enter");
    await fillIn(session, { Comune: "Moncalieri" });
    await session.press("Control", "S");
    await session.textLike("body", /Scheda salvata/);
    await session.js("document.activeElement.blur(); return null;");
    await session.press("Control", "Z");
    await session.textLike("body", /Annullato: /);
    await session.truth("return [...document.querySelectorAll('input')].some((field) => field.value === 'Torino')");
  });

  await step("a copy, a second invoice, back to the copy: the number does not come twice", async () => {
    await session.click({ role: "link", name: "Copie e ripristino" });
    await session.click({ role: "button", name: "Fai una copia ora" });
    await session.textLike("body", /Copia fatta/);
    assert.ok(fs.readdirSync(home.at("chiavetta")).length > 0, "the second place has it too");
    await duplicateAndIssue(session, "Fattura 2");
    await session.click({ role: "link", name: "Copie e ripristino" });
    await session.click({ role: "button", name: "Ripristina" });
    await session.textLike("[role=dialog]", /torna com'era/);
    await session.click({ role: "button", name: "Ripristina", within: "[role=dialog]" });
    await session.textLike("[role=dialog]", /fattura 2 del/);
    await session.press("Escape");
    await session.click({ role: "link", name: "Documenti" });
    await shows(session, "[role=grid]", "1 riga");
    await duplicateAndIssue(session, "Fattura 3");
    await assertPolicy(session);
  });
});

/** Puts texts into the fields with these labels, by keys. */
async function fillIn(session, fields) {
  for (const [name, text] of Object.entries(fields)) await session.fill({ role: "textbox", name }, text);
}

/** Waits until a part of the page holds these words, cells that are cut included. */
function shows(session, where, words) {
  return session.truth("return document.querySelector(arguments[0])?.innerText.includes(arguments[1])", where, words);
}

/** Waits until the button with these words has the focus, and presses Enter. */
async function pressed(session, words) {
  await session.truth("return (document.activeElement?.textContent ?? '').startsWith(arguments[0])", words);
  await session.press("Enter");
}

/** Waits until the cursor stands in the field with this name. */
function focused(session, name) {
  return session.truth(
    "return (document.activeElement?.labels?.[0]?.textContent ?? '').startsWith(arguments[0])",
    name,
  );
}

/** From the list: opens the newest document, duplicates and issues it. */
async function duplicateAndIssue(session, title) {
  await session.click({ role: "link", name: "Documenti" });
  await shows(session, "[role=grid]", "Caffè Perù");
  await session.js("document.querySelector('[role=grid]').focus(); return null;");
  await session.press("Enter");
  await session.find({ role: "button", name: "Salva XML" });
  await session.press("Control", "D");
  await shows(session, "header", "Numero previsto");
  await session.press("Control", "Enter");
  await session.textLike("[role=dialog]", /Prende il numero/);
  await session.press("Control", "Enter");
  await session.find({ role: "heading", name: title });
}
