// `cargo xtask bench`: how long the window takes with a full archive; `node tests/e2e/bench.mjs ARCHIVE [PART...]` measures
// parts of it (`start`, `list`, `totals` and so on, as named below). Prints `name TAB value TAB unit TAB bar`.
// What is measured inside the page begins at the key or the new place and ends in the frame that shows the answer.
import { Home } from "./home.mjs";
import { begun, memory, program } from "./processes.mjs";
import { together } from "./together.mjs";

const [archive, ...parts] = process.argv.slice(2);
if (!archive) throw new Error("which archive? node tests/e2e/bench.mjs ARCHIVE [PART...]");
const isWanted = (part) => parts.length === 0 || parts.includes(part);

const tell = (name, value, unit, bar = "") =>
  process.stdout.write(`${[name, value.toFixed(1), unit, bar].join("\t")}\n`);

if (isWanted("start")) await started();
const home = new Home();
const session = await home.start({ args: [archive], asShipped: true });
try {
  await opened();
  tell("memory of program and web processes", memory(program(session)), "MB");
  await session.js(helpers());
  await measured(`window.__place("/documenti"); return window.__until(() => window.__rows().length > 0);`);
  const rows = await session.truth("return document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')");
  const [issued, names] = await sample();
  const measures = {
    overview: async () => both("overview", await overviews(60), 100),
    list: async () => both(`list of documents, ${rows - 1} rows`, await lists("/documenti", 60), 100),
    schedule: async () => both("payment schedule", await lists("/scadenzario", 60), 100),
    filter: async () => both("filter by customer", await filters(names), 100),
    sort: async () => both("sort by a column", await sorts(60), 100),
    palette: async () => both("palette", await palettes(names), 50),
    scroll: async () => tell("frame gap while scrolling, p99", await scrolled(), "ms", 25),
    page: async () => both("page of an issued document", await pages(issued), 200),
    totals: async () => both("totals after a key", await totals(60), 16),
    save: async () => both("save of a customer", await saves(60), 50),
    together: () => together(session, measured, tell),
  };
  for (const [part, measure] of Object.entries(measures)) if (isWanted(part)) await measure();
} finally {
  await session.kill();
  home.remove();
}

/** From the start of the process to figures one can follow, three times on a computer of its own each; the middle one. */
async function started() {
  const took = [];
  for (let i = 0; i < 3; i++) {
    const home = new Home();
    const session = await home.start({ args: [archive], asShipped: true });
    await opened(session);
    took.push(Date.now() - begun(program(session)));
    await session.kill();
    home.remove();
  }
  tell("window usable after start", took.sort((a, b) => a - b)[1], "ms", 1500);
}

function opened(window = session) {
  return window.truth("return document.querySelector('main svg a') !== null");
}

/** What the measurements share, in the page. */
function helpers() {
  return `
    window.__until = (test, ms = 8000) => new Promise((done, fail) => {
      const begin = performance.now();
      const look = () => {
        if (test()) return done(performance.now() - begin);
        if (performance.now() - begin > ms) return fail(new Error("never: " + test));
        requestAnimationFrame(look);
      };
      look();
    });
    window.__write = (field, text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    window.__rows = () => [...document.querySelectorAll("[role=grid] [aria-rowindex]")];
    window.__sums = () => [...document.querySelectorAll("[role=grid] [role=row]:not([aria-rowindex])")].at(-1)?.textContent ?? "";
    window.__still = () => document.querySelector("[role=grid]")?.ariaBusy === "false";
    window.__place = (place) => { location.hash = place; };
    return null;
  `;
}

/** Runs a measurement in the page: the body of an async function that returns milliseconds, or a list of them. */
async function measured(body, ...args) {
  const answer = await session.jsAsync(
    `const done = arguments[arguments.length - 1];
     (async (...args) => { ${body} })(...arguments).then((took) => done({ took }), (reason) => done({ failed: String(reason) }));`,
    ...args,
  );
  if (answer.failed) throw new Error(answer.failed);
  return answer.took;
}

/** Ids of issued documents and names of customers, as the list gives them. */
function sample() {
  return measured(`
    const page = { cursor: null, limit: 200 };
    const filter = { testo: "", tipi: ["FATTURA"], stati: ["emesso"], anno: null, dal: "", al: "", cliente_id: null, sezionale: null, da_salvare: false, sort: "data", direction: "descending", page };
    const { rows } = await window.__TAURI_INTERNALS__.invoke("documenti_list", { filter });
    return [rows.slice(0, 40).map((row) => row.id), [...new Set(rows.map((row) => row.cliente))].slice(0, 60)];
  `);
}

/** The overview is entered from another page, each time with a year not asked before. */
async function overviews(count) {
  const took = [];
  for (let i = 0; i < count; i++) {
    took.push(
      await measured(
        `window.__place("/impostazioni");
         await window.__until(() => !document.querySelector("main svg a") && document.querySelector("h1"));
         window.__place("/panoramica?anno=" + args[0]);
         return window.__until(() => document.querySelector("main svg a") !== null);`,
        2026 - i,
      ),
    );
  }
  return took;
}

/** The list is entered from another page, each time with a filter not asked before. */
async function lists(path, count) {
  const took = [];
  for (let i = 0; i < count; i++) {
    took.push(
      await measured(
        `window.__place("/impostazioni");
         await window.__until(() => !document.querySelector("[role=grid]") && document.querySelector("h1"));
         window.__place(args[0] + "?dal=" + args[1]);
         return window.__until(() => window.__still() && window.__rows()[0]?.textContent.length > 10 && /\\d/.test(window.__sums()));`,
        path,
        new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10),
      ),
    );
  }
  return took;
}

async function filters(names) {
  await measured(`window.__place("/documenti"); return window.__until(() => window.__rows().length > 0);`);
  const took = [];
  for (const name of names) {
    took.push(
      await measured(
        `const before = window.__sums();
         window.__write(document.querySelector("main input[type=search]"), args[0]);
         return window.__until(() => window.__still() && window.__sums() !== before);`,
        name,
      ),
    );
  }
  return took;
}

/** Columns in turn, each time with a filter not asked before: the rows in that order are never there already. */
async function sorts(count) {
  const took = [];
  for (let i = 0; i < count; i++) {
    took.push(
      await measured(
        `window.__place("/documenti?dal=" + args[1]);
         await window.__until(() => window.__still() && location.hash.endsWith(args[1]) && window.__rows().length > 1);
         await new Promise((done) => setTimeout(done, 100));
         const heads = [...document.querySelectorAll("[role=columnheader] button")];
         const head = heads[args[0] % heads.length];
         const before = head.parentElement.ariaSort;
         head.click();
         return window.__until(() => window.__still() && head.parentElement.ariaSort !== before);`,
        i,
        new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10),
      ),
    );
  }
  return took;
}

/** A digit of the telephone number changed, Ctrl+S, until the page says that nothing is left to save. */
async function saves(count) {
  await measured(`window.__place("/clienti"); return window.__until(() => window.__still());`);
  await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
  await session.press("Enter");
  await session.truth("return document.querySelector('[data-field=telefono] input') !== null");
  const took = [];
  for (let i = 0; i < count; i++) {
    took.push(
      await measured(
        `const unsaved = () => /Da salvare/.test(document.querySelector("main header").textContent);
         window.__write(document.querySelector("[data-field=telefono] input"), "0543 " + (100000 + args[0]));
         await window.__until(unsaved);
         await new Promise((done) => setTimeout(done, 300));
         document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true }));
         return window.__until(() => !unsaved());`,
        i + Math.floor(performance.now()),
      ),
    );
  }
  return took;
}

async function palettes(names) {
  await measured(`window.__place("/documenti"); return window.__until(() => window.__rows().length > 0);`);
  await session.press("Control", "K");
  await session.truth("return document.activeElement?.closest('[role=dialog]') !== null");
  const took = [];
  for (const name of names) {
    took.push(
      await measured(
        `window.__write(document.querySelector("[role=dialog] input"), args[0]);
         return window.__until(() => [...document.querySelectorAll("[role=dialog] [role=option]")].some((item) => item.innerText.includes(args[0])));`,
        name,
      ),
    );
  }
  await session.press("Escape");
  await session.truth("return document.querySelector('[role=dialog]') === null");
  return took;
}

/** Gaps between frames while the list runs through its rows. */
async function scrolled() {
  await measured(`window.__place("/documenti"); return window.__until(() => window.__rows().length > 0);`);
  const gaps = await measured(`
    const grid = document.querySelector("[role=grid]");
    const gaps = [];
    let last = performance.now();
    for (let i = 0; i < 300; i++) {
      grid.scrollTop += 96;
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - last);
      last = now;
    }
    return gaps.slice(1);
  `);
  return quantile(gaps, 0.99);
}

/** From the list to the picture of the first page. */
async function pages(ids) {
  const took = [];
  for (const id of ids) {
    took.push(
      await measured(
        `window.__place("/documenti");
         await window.__until(() => window.__rows().length > 0 && !document.querySelector("figure"));
         window.__place("/documenti/" + args[0]);
         return window.__until(() => { const page = document.querySelector("figure img"); return page?.complete && page.naturalWidth > 0; });`,
        id,
      ),
    );
  }
  return took;
}

/** A digit more or less in the price of a draft's first line; ends when the totals say something else. */
async function totals(count) {
  await measured(`window.__place("/documenti?vista=bozze"); return window.__until(() => window.__rows().length > 0);`);
  await session.truth("document.querySelector('[role=grid]').focus(); return document.activeElement.role === 'grid'");
  await session.press("Enter");
  await session.truth("return document.querySelector('aside output') !== null");
  return measured(
    `const field = document.querySelector('[data-field="righe.0.prezzo"] input');
     const sums = document.querySelector("aside section");
     field.focus();
     const took = [];
     for (let i = 0; i < args[0]; i++) {
       const before = sums.innerText;
       const begin = performance.now();
       const seen = new Promise((done) => {
         const watch = new MutationObserver(() => {
           if (sums.innerText === before) return;
           watch.disconnect();
           done(performance.now() - begin);
         });
         watch.observe(sums, { subtree: true, childList: true, characterData: true });
       });
       window.__write(field, "10" + (i % 9) + ",50");
       took.push(await seen);
       await new Promise((done) => setTimeout(done, 30));
     }
     return took;`,
    count,
  );
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
}

/** The usual one, told, and the one in twenty, held against the bar. */
function both(name, took, bar) {
  tell(`${name}, p50`, quantile(took, 0.5), "ms");
  tell(`${name}, p95`, quantile(took, 0.95), "ms", bar);
}
