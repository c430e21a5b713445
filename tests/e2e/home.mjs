// A computer of its own for every test: the program's folders, a place for documents, answers for native dialogs.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { open } from "./driver.mjs";

/** The binary under test; `cargo xtask test` names it. */
export const WINDOW = process.env.F1C_WINDOW ?? path.resolve(import.meta.dirname, "../../target/debug/fatturein1click");

export class Home {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "f1c-e2e-"));
  #picks = path.join(this.root, "picks");
  #opened = path.join(this.root, "opened");
  #sessions = [];

  constructor() {
    for (const folder of ["data", "config", "cache", "documents"]) fs.mkdirSync(path.join(this.root, folder));
  }

  /** A computer for as long as a test runs: its windows are closed before its folders go. */
  static of(t) {
    const home = new Home();
    t.after(async () => {
      for (const session of home.#sessions) await session.close();
      home.remove();
    });
    return home;
  }

  /** A path under the documents. */
  at(...parts) {
    return path.join(this.root, "documents", ...parts);
  }

  /** A new folder there. */
  folder(name) {
    fs.mkdirSync(this.at(name), { recursive: true });
    return this.at(name);
  }

  /** What the native dialogs answer next, in order. */
  answers(...paths) {
    fs.writeFileSync(this.#picks, paths.map((one) => `${one}\n`).join(""));
  }

  /** What would have been opened in other programs, in order. */
  opened() {
    return fs.existsSync(this.#opened) ? fs.readFileSync(this.#opened, "utf8").trimEnd().split("\n") : [];
  }

  /** Starts the window with these arguments; `now` is what its clock says; `asShipped` draws as on a person's computer. */
  async start({ args = [], now, asShipped = false } = {}) {
    const session = await open(WINDOW, {
      args,
      asShipped,
      env: {
        XDG_DATA_HOME: path.join(this.root, "data"),
        XDG_CONFIG_HOME: path.join(this.root, "config"),
        XDG_CACHE_HOME: path.join(this.root, "cache"),
        F1C_E2E_PICKS: this.#picks,
        F1C_E2E_OPENED: this.#opened,
        ...(now ? { F1C_E2E_NOW: now } : {}),
      },
    });
    this.#sessions.push(session);
    await session.truth("return document.querySelector('#root')?.childElementCount > 0");
    return session;
  }

  remove() {
    // a process that was killed may still be writing its caches
    fs.rmSync(this.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
