// Every page of the window, by name: what is looked at, and what axe walks through.

/** Pages with an archive open; `place` may ask the engine for a record through the list that is on screen. */
export const PAGES = [
  ["documenti", "/documenti"],
  ["fatture", "/documenti?vista=fatture"],
  ["documento-nuovo", "/documenti/nuovo?tipo=FATTURA"],
  ["documento-emesso", { list: "/documenti?stato=emesso" }],
  ["documento-bozza", { list: "/documenti?stato=bozza" }],
  ["numerazione", "/numerazione"],
  ["clienti", "/clienti"],
  ["cliente", { list: "/clienti" }],
  ["cliente-nuovo", "/clienti/nuovo"],
  ["fornitori", "/fornitori"],
  ["rubrica", "/rubrica"],
  ["prodotti", "/prodotti"],
  ["prodotto", { list: "/prodotti" }],
  ["prodotto-nuovo", "/prodotti/nuovo"],
  ["azienda", "/azienda"],
  ["copie", "/copie"],
  ["impostazioni", "/impostazioni"],
];

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
  await quiet(session);
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
    const there = await session.find({ role: "heading", name: "Documenti" }).catch(() => null);
    if (there) break;
    if (tries === 10) throw new Error("the demo never opened");
  }
  await session.truth("return document.querySelector('[role=row] [role=gridcell]') !== null");
}
