// Every page of the window, by name: what is looked at, and what axe walks through.

/** Pages with an archive open; `place` may ask the engine for a record through the list that is on screen. */
export const PAGES = [
  ["panoramica", "/panoramica"],
  ["panoramica-anno-prima", "/panoramica?anno=2025&base=totale"],
  ["scadenzario", "/scadenzario"],
  ["scadenze-tutte", "/scadenzario?quali=tutte&verso=descending"],
  ["incassi", "/scadenzario/incassi"],
  ["documenti", "/documenti"],
  ["fatture", "/documenti?vista=fatture"],
  ["documento-nuovo", "/documenti/nuovo?tipo=FATTURA"],
  ["documento-emesso", { list: "/documenti?stato=emesso" }],
  ["documento-bozza", { list: "/documenti?stato=bozza" }],
  ["da-inviare", "/da-inviare"],
  ["numerazione", "/numerazione"],
  ["clienti", "/clienti"],
  ["cliente", { list: "/clienti" }],
  ["cliente-nuovo", "/clienti/nuovo"],
  ["clienti-importa", "/clienti/importa"],
  ["fornitori", "/fornitori"],
  ["rubrica", "/rubrica"],
  ["prodotti", "/prodotti"],
  ["prodotto", { list: "/prodotti" }],
  ["prodotto-nuovo", "/prodotti/nuovo"],
  ["prodotti-importa", "/prodotti/importa"],
  ["conversioni", "/conversioni"],
  ["azienda", "/azienda"],
  ["aspetto", "/aspetto"],
  ["cestino", "/cestino"],
  ["copie", "/copie"],
  ["verifica", "/verifica"],
  ["impostazioni", "/impostazioni"],
];

/** What lies over a page or shows in it after some keys; closed with Escape. */
export const SCENES = [
  ["tavolozza", "/documenti", palette],
  ["tasti", "/documenti", (s) => s.press("?")],
  ["scelti", "/documenti", chosen],
  ["emetti-molti", "/documenti?vista=bozze", (s) => chosen(s).then(() => s.press("Control", "Enter"))],
  ["email-molte", "/documenti?stato=emesso", (s) => chosen(s).then(() => s.press("F4"))],
  ["panoramica-barra", "/panoramica", bar],
  ["panoramica-tabella", "/panoramica", (s) => s.click("main section header button")],
  ["incasso", "/scadenzario", (s) => onGrid(s, ["Space"]).then(() => s.find("[role=dialog] input"))],
  ["incasso-oltre", "/scadenzario", tooMuch],
  ["scadenze-scelte", "/scadenzario", (s) => onGrid(s, ["Shift", "ArrowDown"])],
  ["anteprima-rapida", "/documenti?stato=emesso", (s) => onGrid(s, ["Space"])],
  ["documenti-periodo", "/documenti", (s) => onGrid(s, ["D"]).then(() => s.find("[role=dialog] [role=option]"))],
  ["documenti-filtrati", "/documenti?stato=emesso&dal=trimestre_scorso&al=oggi&da_salvare=1", () => {}],
  ["documenti-scaduti", "/documenti?pagamento=scaduto", () => {}],
  ["stato-in-cella", "/da-inviare", (s) => onGrid(s, ["ArrowRight"], ["F2"]).then(() => s.find("[role=menu]"))],
  ["nessun-documento", "/documenti?testo=zzzz", () => {}],
  ["pagina-assente", "/questa-non-c-e", () => {}],
  ["record-assente", "/documenti/123", () => {}],
  ["documento-vuoto", "/documenti/nuovo?tipo=FATTURA", (s) => s.press("Control", "Enter")],
  ["documento-emetti", { list: "/documenti?vista=bozze" }, (s) => s.press("Control", "Enter")],
  [
    "documento-riga",
    { list: "/documenti?vista=bozze" },
    (s) => menu(s, "main li button[aria-haspopup]").then(() => s.click("[role=menuitem]")),
  ],
  ["documento-azioni", { list: "/documenti?stato=emesso" }, (s) => menu(s, "header button[aria-haspopup]")],
  ["documento-coda", { list: "/documenti?vista=bozze" }, unfolded],
  ["ddt-nuovo", "/documenti/nuovo?tipo=DDT", unfolded],
  ["cliente-errori", "/clienti/nuovo", (s) => s.press("Control", "S")],
  ["prodotto-errori", "/prodotti/nuovo", (s) => s.press("Control", "S")],
  ["cliente-azioni", { list: "/clienti" }, (s) => menu(s, "header button[aria-haspopup]")],
  ["arrivato", "/numerazione?arrivato=1", () => {}],
  ["copia-fatta", "/copie", (s) => s.press("Control", "S").then(() => s.textLike("main li", /\d/))],
  ["copia-provata", "/copie", (s) => s.click("main li button").then(() => s.textLike("[role=dialog] td", /\d/))],
  ["ripristina", "/copie", (s) => s.click("main li button + button").then(() => s.find("[role=dialog]"))],
];

async function palette(session) {
  await session.press("Control", "K");
  await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
  await session.type("ros");
  await session.truth("return document.querySelectorAll('[role=dialog] [role=option]').length > 5");
  await session.truth(
    "return document.getElementById(document.activeElement.getAttribute('aria-activedescendant')) !== null",
  );
}

/** The first bar of the first chart, by keyboard. */
async function bar(session) {
  await session.press("Tab");
  await session.truth("document.querySelector('main svg a').focus(); return true");
}

async function onGrid(session, ...chords) {
  await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
  for (const chord of chords) await session.press(...chord);
}

/** More than is left of the first instalment. */
async function tooMuch(session) {
  await onGrid(session, ["Space"]);
  await session.fill("[role=dialog] [data-field=importo] input", "999999999");
  await session.press("Control", "S");
  await session.truth("return document.querySelector('[role=dialog] [data-invalid]') !== null");
}

/** Three rows, whose actions then stand over the list. */
function chosen(session) {
  return onGrid(session, ["Shift", "ArrowDown"], ["Shift", "ArrowDown"]);
}

async function menu(session, button) {
  await session.click(button);
  await session.find("[role=menu]");
}

/** Every group of fields that is folded up is opened. */
function unfolded(session) {
  return session.js("for (const fold of document.querySelectorAll('main details')) fold.open = true; return null;");
}

/** Turns the window to a language, as its settings do, and starts the page anew. */
export async function speak(session, lingua) {
  await session.jsAsync(
    `const done = arguments[arguments.length - 1];
     window.__TAURI_INTERNALS__.invoke("settings_save", { preferenze: { lingua: arguments[0], tema: "chiaro" } }).then(done, done);`,
    lingua,
  );
  await session.js("location.reload(); return null;");
  await session.truth(
    "return document.documentElement.lang === arguments[0] && document.querySelector('h1') !== null",
    lingua,
  );
}

/** Closes what lies over the page. */
export async function uncovered(session) {
  for (
    let i = 0;
    i < 3 && (await session.js("return document.querySelector('[role=dialog], [role=menu]') !== null"));
    i++
  ) {
    await session.press("Escape");
    await quiet(session);
  }
}

/** Goes to a page; a record is reached by Enter on the first row of its list. */
export async function goTo(session, place) {
  const path = typeof place === "string" ? place : place.list;
  await session.js("location.hash = arguments[0]; return null;", path);
  await session.truth("return location.hash === '#' + arguments[0] && document.querySelector('h1') !== null", path);
  if (typeof place !== "string") {
    await session.truth("return document.querySelector('[role=row] [role=gridcell]') !== null");
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    await session.press("Enter");
    await session.truth("return location.hash !== '#' + arguments[0] && document.querySelector('h1') !== null", path);
  }
  // an unoptimised engine takes its time over the pictures of a page
  await quiet(session).catch(() => quiet(session));
}

/** Waits until the page stands still: fonts there, pictures drawn, lists filled. */
export function quiet(session) {
  return session.truth(`
    const text = document.body.innerHTML;
    const same = window.__text === text;
    window.__text = text;
    return same && document.fonts.status === "loaded" && !document.querySelector("[aria-busy=true]")
      && [...document.images].every((image) => image.complete);
  `);
}

/** Opens the archive of invented documents from the first page. */
export async function openDemo(session) {
  await session.click({ role: "button", name: "Apri l'esempio" });
  // making hundreds of documents takes an unoptimised build a while
  for (let tries = 0; ; tries++) {
    const there = await session.find({ role: "heading", name: "Panoramica" }).catch(() => null);
    if (there) break;
    if (tries === 10) throw new Error("the demo never opened");
  }
  await goTo(session, "/documenti");
  await session.truth("return document.querySelector('[role=row] [role=gridcell]') !== null");
}
