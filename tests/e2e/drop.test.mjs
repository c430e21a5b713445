// Files dragged onto the window by another program, as the system does it: one, a folder, three hundred.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";
import { Home } from "./home.mjs";
import { goTo, openDemo } from "./pages.mjs";
import { steps } from "./steps.mjs";

const INVOICE = path.resolve(import.meta.dirname, "../../fixtures/fatturapa/full.xml");
const PYTHON = "/usr/bin/python3";
const xdotool = (...words) => execFileSync("xdotool", words.map(String), { encoding: "utf8" });

/** What is missing to drag for real. */
function missing() {
  try {
    execFileSync(PYTHON, ["-c", "import gi; gi.require_version('Gtk', '3.0')"], { stdio: "ignore" });
    xdotool("version");
    return false;
  } catch {
    return "needs xdotool and GTK for Python";
  }
}

/** Carries files from the corner of the screen over the window; `over` is asked before they are let go. */
async function drop(files, over = () => {}) {
  const left = +xdotool("getdisplaygeometry").split(" ")[0] - 40;
  const source = spawn(PYTHON, [path.join(import.meta.dirname, "drag.py"), `${left}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  source.stdin.end(files.join("\n"));
  const ended = once(source, "exit");
  const [said] = await Promise.race([once(source.stdout, "data"), ended]);
  assert.equal(`${said}`.trim(), "ready");
  xdotool("mousemove", left + 20, 20, "mousedown", 1);
  for (let step = 1; step <= 10; step++) xdotool("mousemove", left + 20 - step * 60, 20 + step * 30);
  await over();
  xdotool("mouseup", 1);
  await ended;
}

test("files are dropped", { skip: missing() }, async (t) => {
  const home = Home.of(t);
  const session = await home.start();
  const step = steps(t);
  await session.resize(1360, 860);
  await openDemo(session);
  const copies = (folder, count) => {
    home.folder(folder);
    return Array.from({ length: count }, (_, n) => {
      const copy = home.at(folder, `fattura ${n}.xml`);
      const text = fs.readFileSync(INVOICE, "utf8").replace(/<Numero>[^<]*/, `<Numero>${folder}${n}`);
      fs.writeFileSync(copy, text);
      return copy;
    });
  };
  const rows = async (count) => {
    await goTo(session, "/conversioni");
    await session.truth(
      "return document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === arguments[0]",
      `${count + 1}`,
    );
  };

  await step("one file: it shows where it would land, then stands open", async () => {
    await goTo(session, "/conversioni");
    await drop(copies("è una", 1), () => session.textLike("main", /[Ll]ascia/));
    await session.truth("return location.hash.startsWith('#/conversioni/')");
    await session.find("aside img");
  });

  await step("a folder", async () => {
    await rows(1);
    copies("cartella", 5);
    await drop([home.at("cartella")]);
    await rows(6);
  });

  await step("three hundred files", async () => {
    await drop(copies("molte", 300));
    await rows(306);
    assert.deepEqual(await session.js("return window.__csp ?? []"), []);
  });
});
