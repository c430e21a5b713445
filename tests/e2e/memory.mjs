// `node tests/e2e/memory.mjs ARCHIVE [MINUTES [PART...]]`: what the window holds after a quarter of an hour of use, against
// what it held in the second minute. Lists, documents, previews, the palette, customers and an editor are gone through
// without a rest; PARTs (`list`, `document`, `palette`, `customer`, `draft`) narrow it, to find what grows.
// Counted is what is no file's (libraries are shared with whatever else runs), and of each minute the lowest: garbage that
// waits for its collector is not held. Every minute is told by process, with what stands in the page. Ends with 1 above
// the bar.
import { Home } from "./home.mjs";
import { held, program } from "./processes.mjs";

const [archive, minutes = "15", ...parts] = process.argv.slice(2);
if (!archive) throw new Error("which archive? node tests/e2e/memory.mjs ARCHIVE [MINUTES [PART...]]");

const ALLOWED = 1.1;
const home = new Home();
const session = await home.start({ args: [archive], asShipped: true });
try {
  await session.truth("return document.querySelector('main svg a') !== null");
  await session.js(helpers());
  const begin = Date.now();
  const lowest = [];
  let rounds = 0;
  for (let minute = 1; minute <= +minutes; minute++) {
    const seen = [];
    do {
      await round(rounds++);
      seen.push(own());
    } while (Date.now() - begin < minute * 60_000);
    lowest.push(Math.min(...seen));
    await tell(minute, lowest.at(-1), rounds);
  }
  const [early, late] = [lowest[1] ?? lowest[0], lowest.at(-1)];
  const row = (name, value, unit, bar = "") =>
    process.stdout.write(`${[name, value.toFixed(2), unit, bar].join("\t")}\n`);
  row("memory in the second minute", early, "MB");
  row(`memory in minute ${minutes}, ${rounds} rounds`, late, "MB");
  row("later to earlier", late / early, "times", ALLOWED);
  process.exitCode = late <= early * ALLOWED ? 0 : 1;
} finally {
  await session.kill();
  home.remove();
}

function own() {
  return Object.values(held(program(session))).reduce((sum, part) => sum + part.own, 0);
}

async function tell(minute, lowest, rounds) {
  const shares = Object.entries(held(program(session))).map(
    ([name, { all, own }]) => `${name} ${all.toFixed(0)} MB (own ${own.toFixed(0)})`,
  );
  const inside = await session.js("return window.__count();");
  const now = [
    `${lowest.toFixed(0)} MB at the lowest, now ${shares.join(", ")}`,
    `${rounds} rounds`,
    JSON.stringify(inside),
  ];
  process.stderr.write(`${minute} min\t${now.join("\t")}\n`);
}

/** What the parts share, and what is counted in the page. */
function helpers() {
  return `
    const rest = (ms) => new Promise((go) => setTimeout(go, ms));
    const until = async (test) => { for (let i = 0; i < 400 && !test(); i++) await rest(20); if (!test()) throw new Error(String(test)); };
    const grid = () => document.querySelector("[role=grid]");
    const list = async (to) => {
      if (location.hash === "#" + to) return;
      const before = grid();
      location.hash = to;
      await until(() => grid() && grid() !== before && document.querySelectorAll("[role=grid] [aria-rowindex]").length > 1);
    };
    const press = (target, key, more = {}) =>
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    const enter = () => { grid().focus(); press(grid(), "Enter"); };
    const write = (field, text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const WORDS = ["rossi", "srl", "falegnameria", "2025", "bianchi"];
    window.__parts = {
      list: async (n) => {
        await list("/documenti");
        for (let i = 0; i < 40; i++) { grid().scrollTop = (n * 3200 + i * 640) % 1_400_000; await rest(16); }
        write(document.querySelector("main input[type=search]"), WORDS[n % WORDS.length]);
        await rest(300);
        write(document.querySelector("main input[type=search]"), "");
        await rest(300);
      },
      document: async () => {
        await list("/documenti");
        enter();
        await until(() => document.querySelector("figure img") || document.querySelector("aside output"));
        await rest(300);
      },
      palette: async (n) => {
        press(document.body, "k", { ctrlKey: true });
        await until(() => document.querySelector("[role=dialog] input"));
        write(document.querySelector("[role=dialog] input"), WORDS[n % WORDS.length]);
        await until(() => document.querySelector("[role=dialog] [role=option], [role=dialog] [role=status]"));
        await rest(100);
        press(document.querySelector("[role=dialog] input"), "Escape");
        await until(() => !document.querySelector("[role=dialog]"));
      },
      customer: async () => {
        await list("/clienti");
        enter();
        await until(() => document.querySelector("[data-field=telefono] input"));
        await rest(200);
      },
      draft: async () => {
        location.hash = "/documenti/nuovo";
        const price = () => document.querySelector('[data-field="righe.0.prezzo"] input');
        await until(price);
        for (let i = 0; i < 10; i++) { write(price(), 10 + i + ",50"); await rest(30); }
        await list("/prodotti");
      },
    };
    // addresses of pictures that were made and not given back
    let pictures = 0;
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (of) => { pictures++; return createObjectURL.call(URL, of); };
    URL.revokeObjectURL = (url) => { pictures--; revokeObjectURL.call(URL, url); };
    window.__count = () => ({ elements: document.getElementsByTagName("*").length, pictures, ...window.__answers?.() });
    return null;
  `;
}

/** Every part once. */
async function round(n) {
  const failed = await session.jsAsync(
    `const done = arguments[arguments.length - 1];
     const [n, wanted] = arguments;
     (async () => {
       for (const part of wanted.length > 0 ? wanted : Object.keys(window.__parts)) await window.__parts[part](n);
     })().then(() => done(null), (reason) => done(String(reason)));`,
    n,
    parts,
  );
  if (failed) throw new Error(`round ${n}: ${failed}`);
}
