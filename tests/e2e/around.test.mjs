// Around the documents: lists of other programs, history, bin, numbers, what is to be sent, copies tried out, archives.
import assert from "node:assert/strict";
import fs from "node:fs";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, quiet, speak } from "./pages.mjs";
import { looking, steps } from "./steps.mjs";

const CSV = [
  "Elenco clienti",
  "Cod.;Denominazione;Indirizzo;Cap;Città;Prov.;Partita Iva;E-mail;Pagamento",
  "1;Caffè Perù S.r.l.;Via Forlì 3;184;Roma;Roma;743110157;info@peru.it;Bonifico",
  "2;Ditta con numero sbagliato;Via Roma 1;20121;Milano;MI;00743110158;;Ri.Ba. 30 gg",
  "3;CAFFE PERU;;;;;IT00743110157;;",
  ";;;;;;;;",
  "4;;Via senza nome;20121;Milano;MI;;;",
  "5;=HYPERLINK(1);Via Po 2;10121;Torino;TO;;;contanti",
].join("\r\n");

test("around the documents", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const look = looking(session);
  const step = steps(t);

  await session.resize(1360, 860);
  await openDemo(session);
  const file = home.at("clienti.csv");
  fs.writeFileSync(file, Buffer.from(CSV, "latin1"));

  for (const language of ["it", "en"]) {
    await step(`a list is looked at before it is imported, ${language}`, async () => {
      await speak(session, language);
      await goTo(session, "/clienti/importa");
      await look(`importa-vuoto-${language}`);
      home.answers(file);
      await session.press("F1");
      await session.textLike("main dl", /3/);
      await look(`importa-anteprima-${language}`);
    });
  }

  await step("a list is dropped on the page", async () => {
    await speak(session, "it");
    await goTo(session, "/clienti/importa");
    home.answers(file);
    // what the shell does at a drop: it keeps the paths and hands the page their tokens
    await session.jsAsync(`
      const done = arguments[arguments.length - 1];
      const { invoke } = window.__TAURI_INTERNALS__;
      const emit = (event, payload) => invoke("plugin:event|emit", { event, payload });
      emit("files-over", true)
        .then(() => invoke("dialog_pick_many", { scelta: "fatture" }))
        .then((files) => emit("files-dropped", files))
        .then(done, (why) => done(String(why)));
    `);
    await session.textLike("main dl", /3/);
    await session.truth("return document.querySelector('main header').innerText.includes('clienti.csv')");
  });

  await step("it is imported as one write, the report is kept, undo takes it back", async () => {
    await speak(session, "it");
    await goTo(session, "/clienti/importa");
    const report = home.at("resoconto.csv");
    home.answers(file, report);
    await session.press("F1");
    await session.textLike("main dl", /3/);
    await session.press("Control", "S");
    await session.find({ role: "heading", name: "Importazione finita" });
    await look("importa-finita");
    await session.press("Control", "S");
    await until(() => fs.existsSync(report));
    const kept = fs.readFileSync(report, "utf8");
    assert.match(kept, /Riga;Esito;Motivo/);
    assert.equal(kept.trim().split("\r\n").length, 7);
    assert.match(kept, /'=HYPERLINK/);
    await session.textLike("body", /Resoconto salvato/);
    await session.press("Control", "Z");
    await session.textLike("body", /Annullato: /);
    await goTo(session, "/clienti?testo=HYPERLINK");
    await session.truth("return document.querySelector('main').textContent.includes('Nessuna riga corrisponde')");
  });

  await step("a record tells its history and goes back", async () => {
    await goTo(session, { list: "/clienti" });
    await session.fill({ role: "textbox", name: "Telefono" }, "06 999");
    await session.press("Control", "S");
    await session.textLike("aside", /Telefono: .*06 999/);
    await look("storia");
    await session.click({ role: "button", name: "Torna a com'era qui" });
    await session.truth("return document.querySelectorAll('aside ul ul').length > 1");
  });

  await step("the bin gives back what was put there", async () => {
    await goTo(session, { list: "/prodotti" });
    await session.click({ role: "button", name: "Metti nel cestino" });
    await session.truth("return location.hash === '#/prodotti'");
    await goTo(session, "/cestino");
    await session.find({ role: "button", name: "Riprendi" });
    await look("cestino-pieno");
    await session.click({ role: "button", name: "Riprendi" });
    await session.truth("return document.querySelector('main').textContent.includes('Il cestino è vuoto')");
    await look("cestino-vuoto");
  });

  await step("numbers are explained and printed", async () => {
    await goTo(session, "/numerazione");
    await session.textLike("main", /Prossimo/);
    await look("numerazione-registro");
    const pdf = home.at("registro.pdf");
    home.answers(pdf);
    await session.press("F3");
    await until(() => fs.existsSync(pdf));
  });

  await step("a file is marked, rejected, corrected and issued again", async () => {
    await goTo(session, "/da-inviare");
    await session.truth("return document.querySelector('[role=row] [role=gridcell]') !== null");
    await look("da-inviare");
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    await session.press("Control", "End");
    await quiet(session); // the last rows may have to be fetched
    await session.press("Shift", "ArrowUp");
    await session.textLike("main", /2 scelti/);
    await session.press("F4");
    await session.find("[role=dialog]");
    await look("da-inviare-segna");
    await session.press("Escape");
    await goTo(session, { list: "/documenti?vista=fatture&stato=emesso" });
    const number = await session.truth(
      "const said = document.querySelector('main h1')?.textContent; return /\\d/.test(said) && said",
    );
    await session.click({ role: "button", name: "Segna come…" });
    await choose(session, "Scartata");
    await session.press("Control", "S");
    await session.find({ role: "button", name: "Correggi e riemetti" });
    await look("documento-scartato");
    await session.click({ role: "button", name: "Confronta scheda" });
    await session.textLike("aside", /Tutto torna/);
    await look("documento-prova");
    await session.click({ role: "button", name: "Correggi e riemetti" });
    await session.find({ role: "button", name: "Emetti" });
    const expected = `Numero previsto ${number.split(" ").at(-1)}`;
    await session.truth("return document.querySelector('header')?.innerText.includes(arguments[0])", expected);
    await session.press("Control", "Enter");
    await session.find("[role=dialog]");
    await look("documento-riemetti");
    await session.press("Control", "Enter");
    await session.truth("return document.querySelector('h1')?.textContent === arguments[0]", number);
  });

  await step("a copy is tried out and the archive is checked", async () => {
    await goTo(session, "/copie");
    await session.press("Control", "S");
    await session.click({ role: "button", name: "Prova" });
    await session.textLike("[role=dialog]", /ogni totale torna/);
    await look("copia-provata");
    await session.press("Escape");
    await goTo(session, "/verifica");
    await look("verifica");
    await session.click({ role: "button", name: "Verifica ora" });
    await session.textLike("main", /Tutto a posto/);
    await look("verifica-fatta");
  });

  await step("an archive that is refused leaves the person where they were, and can be exported", async () => {
    const newer = home.at("Nuovo.f1c");
    const copies = fs.readdirSync(home.root, { recursive: true }).filter((name) => name.endsWith(".backup"));
    const bytes = fs.readFileSync(`${home.root}/${copies.at(-1)}`);
    bytes.writeUInt32BE(99, 60); // user_version of the file format
    fs.writeFileSync(newer, bytes);
    home.answers(newer, home.folder("fuori"));
    await session.click("nav footer button");
    await look("archivi");
    await session.click({ role: "menuitem", name: "Apri un altro archivio" });
    await session.find({ role: "button", name: "Esporta in formati aperti" });
    await look("archivio-rifiutato");
    await session.click({ role: "button", name: "Esporta in formati aperti" });
    await until(() => fs.existsSync(home.at("fuori", "Nuovo-esportato", "manifest.json")), 60_000);
    await session.press("Escape");
    await goTo(session, "/documenti");
    await session.truth("return document.querySelector('[role=row] [role=gridcell]') !== null");
  });

  await step("the demo is removed with one press", async () => {
    await session.click("nav footer button");
    await session.click({ role: "menuitem", name: "Togli l'archivio d'esempio" });
    await session.find({ role: "button", name: "Crea il mio archivio" });
    await look("benvenuto-dopo");
    const left = fs.readdirSync(home.root, { recursive: true }).filter((name) => name.includes("Dimostrazione"));
    assert.deepEqual(left, []);
  });

  await assertPolicy(session);
});

/** Opens the select that has the focus and takes the option of that name. */
async function choose(session, name) {
  await session.find("[role=dialog]");
  await session.press("ArrowDown");
  await session.click({ role: "option", name });
}

async function until(isSo, ms = 10_000) {
  const end = performance.now() + ms;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`never so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
