// `cargo xtask screenshots`: every page, light and dark, with invented documents.
import path from "node:path";
import { Home } from "./home.mjs";
import { pictures } from "./look.mjs";
import { goTo, openDemo, PAGES, quiet, SCENES, uncovered } from "./pages.mjs";

const folder = process.env.F1C_SCREENSHOTS ?? path.resolve(import.meta.dirname, "../../screenshots");
const home = new Home();
const session = await home.start();
try {
  await session.resize(1360, 860);
  await session.find({ role: "button", name: "Crea il mio archivio" });
  await pictures(session, folder, "benvenuto");
  await session.click({ role: "button", name: "Crea il mio archivio" });
  await session.find({ role: "textbox", name: "Ragione sociale" });
  await pictures(session, folder, "primo-passo");
  await session.click({ role: "button", name: "Indietro" });
  await openDemo(session);
  for (const [name, place] of PAGES) {
    await goTo(session, place);
    await pictures(session, folder, name);
  }
  for (const [name, place, show] of SCENES) {
    await goTo(session, place);
    await show(session);
    await quiet(session);
    await pictures(session, folder, name);
    await uncovered(session);
  }
} finally {
  await session.close();
  home.remove();
}
