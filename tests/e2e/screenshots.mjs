// `cargo xtask screenshots`: every page, light and dark, in both languages, with invented documents, without any, and refused.
import path from "node:path";
import { newArchive, refuse } from "./engine.mjs";
import { Home } from "./home.mjs";
import { pictures } from "./look.mjs";
import { goTo, openDemo, PAGES, quiet, SCENES, speak, uncovered } from "./pages.mjs";

const folder = process.env.F1C_SCREENSHOTS ?? path.resolve(import.meta.dirname, "../../screenshots");
const languages = (process.env.F1C_LANGUAGES ?? "it,en").split(",");
const home = new Home();
const session = await home.start();

async function walk(places, ending) {
  for (const [name, place, show] of places) {
    await goTo(session, place);
    await show?.(session);
    await quiet(session);
    await pictures(session, folder, `${name}-${ending}`);
    await uncovered(session);
  }
}

try {
  await session.resize(1360, 860);
  await session.find({ role: "button", name: "Crea il mio archivio" });
  await pictures(session, folder, "benvenuto");
  await session.click({ role: "button", name: "Crea il mio archivio" });
  await session.find({ role: "textbox", name: "Ragione sociale" });
  await pictures(session, folder, "primo-passo");
  await session.click({ role: "button", name: "Indietro" });
  await openDemo(session);
  for (const language of languages) {
    await speak(session, language);
    await walk([...PAGES, ...SCENES], language);
  }
  await newArchive(session, home);
  const empty = PAGES.filter(([, place]) => typeof place === "string");
  for (const language of languages) {
    await speak(session, language);
    await walk(empty, `vuoto-${language}`);
  }
  for (const language of languages) {
    await goTo(session, "/impostazioni");
    await speak(session, language); // what was read before is forgotten
    await refuse(session, "db_io");
    await walk([...empty, ["cliente", "/clienti/123"]], `errore-${language}`);
  }
} finally {
  await session.close();
  home.remove();
}
