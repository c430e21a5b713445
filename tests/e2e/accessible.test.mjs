// Every page and dialog in both themes and languages: axe finds nothing, the policy refused nothing.
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, PAGES, SCENES, speak, uncovered } from "./pages.mjs";
import { looking } from "./steps.mjs";

test("axe finds nothing on any page, light and dark", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const look = looking(session);
  await session.find({ role: "button", name: "Crea il mio archivio" });
  await look("benvenuto");
  await session.click({ role: "button", name: "Crea il mio archivio" });
  await session.find({ role: "textbox", name: "Ragione sociale" });
  await look("primo passo");
  await session.click({ role: "button", name: "Indietro" });
  await openDemo(session);
  const walk = (places, language) =>
    t.test(language, async (walked) => {
      await speak(session, language);
      for (const [name, place, show] of places) {
        await walked.test(name, async () => {
          await uncovered(session);
          await goTo(session, place);
          await show?.(session);
          await look(name);
        });
      }
    });
  await walk([...PAGES, ...SCENES], "it");
  await walk(PAGES, "en");
  await assertPolicy(session);
});
