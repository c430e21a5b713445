// Many at once and what leaves the program: drafts issued together, a look that is chosen, letters in the mail program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy } from "./look.mjs";
import { goTo, openDemo, quiet } from "./pages.mjs";

test("the look of documents, drafts issued together, letters", async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  await openDemo(session);
  const choose = async (rows) => {
    await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
    for (let n = 1; n < rows; n++) await session.press("Shift", "ArrowDown");
  };
  const picture = () => session.truth("return document.querySelector('aside figure img')?.src ?? ''");

  await t.test("a design is chosen by keys, seen at once, kept", async () => {
    await goTo(session, "/aspetto");
    const before = await picture();
    await session.js("document.querySelector('[role=radiogroup] input').focus(); return null;");
    await session.press("ArrowRight");
    await session.truth("return document.querySelector('aside figure img')?.src !== arguments[0]", before);
    await session.press("Control", "S");
    await session.textLike("body", /Dati dell'azienda salvati/);
    await goTo(session, "/documenti");
    await goTo(session, "/aspetto");
    assert.equal(await session.js("return document.querySelector('[role=radiogroup] input:checked').value"), "moderno");
  });

  await t.test("drafts are issued together, each with its outcome", async () => {
    await goTo(session, "/documenti?vista=bozze");
    await choose(3);
    await session.press("Control", "Enter");
    await session.textLike("[role=dialog]", /pront[ae]/);
    await session.press("Control", "Enter");
    const [, issued, of] = /(\d+) document[oi] emess[oi] su (\d+)/.exec(
      await session.textLike("[role=dialog]", /document[oi] emess[oi] su \d/),
    );
    const told = await session.js(
      "return [...document.querySelectorAll('[role=dialog] li')].map((row) => row.textContent)",
    );
    assert.equal(told.length, +of);
    assert.equal(told.filter((row) => /Fattura|Preventivo|Proforma|DDT/.test(row)).length, +issued, told.join("; "));
    assert.ok(+issued > 0);
    await session.press("Enter");
    await quiet(session);
  });

  await t.test("one letter with F4, one for each customer from the list; the attachment is the PDF", async () => {
    const folder = home.folder("pdf");
    home.answers(folder);
    await goTo(session, { list: "/documenti?vista=fatture&stato=emesso" });
    await session.press("F3");
    await session.textLike("[role=dialog]", /1 file nella cartella/);
    await session.press("Escape");
    await session.press("F4");
    await session.textLike("body", /programma di posta/);
    const [eml] = home.opened();
    const pdf = path.join(
      folder,
      fs.readdirSync(folder).find((name) => name.endsWith(".pdf")),
    );
    const read =
      "import email,sys;m=email.message_from_binary_file(open(sys.argv[1],'rb'));" +
      "a=[p for p in m.walk() if p.get_content_type()=='application/pdf'];" +
      "print(m['X-Unsent'],len(a),a[0].get_payload(decode=True)==open(sys.argv[2],'rb').read())";
    assert.equal(execFileSync("python3", ["-c", read, eml, pdf], { encoding: "utf8" }).trim(), "1 1 True");
    await goTo(session, "/documenti?vista=fatture&stato=emesso");
    await choose(3);
    await session.press("F4");
    await session.textLike("[role=dialog]", /un'email per ogni cliente/);
    const told = await session.js("return document.querySelectorAll('[role=dialog] li').length");
    await session.press("F4");
    await session.truth("return document.querySelector('[role=dialog]') === null");
    assert.equal(home.opened().length, 1 + told);
    await assertPolicy(session);
  });
});
