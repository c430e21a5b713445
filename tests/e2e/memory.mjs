// `node tests/e2e/memory.mjs ARCHIVE [MINUTES]`: what the window holds after a quarter of an hour of use, against what it
// held after two minutes. Lists, documents, previews, the palette and an editor are gone through without a rest.
import { Home } from "./home.mjs";
import { memory, program } from "./processes.mjs";

const [archive, minutes = "15"] = process.argv.slice(2);
if (!archive) throw new Error("which archive? node tests/e2e/memory.mjs ARCHIVE [MINUTES]");

const EARLY_MS = 2 * 60_000;
const ALLOWED = 1.1;
const home = new Home();
const session = await home.start({ args: [archive], asShipped: true });
try {
  await session.truth("return document.querySelector('main svg a') !== null");
  const begin = Date.now();
  const since = () => Date.now() - begin;
  let early;
  let rounds = 0;
  let told = 0;
  while (since() < +minutes * 60_000) {
    await round(rounds++);
    early ??= since() >= EARLY_MS ? memory(program()) : undefined;
    if (since() > (told + 1) * 60_000)
      process.stderr.write(`${++told} min\t${memory(program()).toFixed(0)} MB\t${rounds} rounds\n`);
  }
  const late = memory(program());
  const row = (name, value, unit, bar = "") =>
    process.stdout.write(`${[name, value.toFixed(2), unit, bar].join("\t")}\n`);
  row("memory after 2 minutes", early, "MB");
  row(`memory after ${minutes} minutes, ${rounds} rounds`, late, "MB");
  row("later to earlier", late / early, "times", ALLOWED);
  process.exitCode = late / early <= ALLOWED ? 0 : 1;
} finally {
  await session.kill();
  home.remove();
}

/** A list run through, a document looked at, the palette asked, a price changed in a draft, a customer looked at. */
async function round(n) {
  const failed = await session.jsAsync(
    `const done = arguments[arguments.length - 1];
     const n = arguments[0];
     const rest = (ms) => new Promise((go) => setTimeout(go, ms));
     const until = async (test) => { for (let i = 0; i < 200 && !test(); i++) await rest(20); if (!test()) throw new Error(String(test)); };
     const grid = () => document.querySelector("[role=grid]");
     const list = async (to) => {
       if (location.hash === "#" + to) return;
       const before = grid();
       location.hash = to;
       await until(() => grid() && grid() !== before && document.querySelectorAll("[role=grid] [aria-rowindex]").length > 1);
     };
     const enter = () => {
       grid().focus();
       grid().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
     };
     const write = (field, text) => {
       Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
       field.dispatchEvent(new Event("input", { bubbles: true }));
     };
     (async () => {
       await list("/documenti");
       for (let i = 0; i < 40; i++) { grid().scrollTop = (n * 3200 + i * 640) % 1_400_000; await rest(16); }
       write(document.querySelector("main input[type=search]"), ["rossi", "srl", "falegnameria", "2025", "bianchi"][n % 5]);
       await rest(300);
       write(document.querySelector("main input[type=search]"), "");
       await rest(300);
       enter();
       await until(() => document.querySelector("figure img") || document.querySelector("aside output"));
       await rest(300);
       await list("/clienti");
       enter();
       await until(() => document.querySelector("[data-field=telefono] input"));
       await rest(200);
       location.hash = "/documenti/nuovo";
       await until(() => document.querySelector('[data-field="righe.0.prezzo"] input'));
       for (let i = 0; i < 10; i++) { write(document.querySelector('[data-field="righe.0.prezzo"] input'), 10 + i + ",50"); await rest(30); }
       await list("/prodotti");
     })().then(() => done(null), (reason) => done(String(reason)));`,
    n,
  );
  if (failed) throw new Error(`round ${n}: ${failed}`);
}
