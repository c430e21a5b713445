// A whole WebDriver client on Node's own fetch: the window is driven straight through WebKitWebDriver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE_MS = 8_000;

/** Keys that are no letters, as WebDriver spells them. */
export const KEY = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
  F1: "\uE031",
  F2: "\uE032",
  F3: "\uE033",
  F4: "\uE034",
};

// a run that is ended from outside still takes its drivers and windows with it
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/**
 * Starts the program under a WebKitWebDriver of its own: reused ones hang now and then.
 * Ends with `close`, which takes the driver, the program and WebKit's processes in one blow.
 */
export async function open(program, { args = [], env = {}, asShipped = false } = {}) {
  const port = await freePort();
  const [command, ...words] = [...ordinary(), "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"];
  const driver = spawn(command, words, {
    env: {
      ...process.env,
      TAURI_AUTOMATION: "true",
      TAURI_WEBVIEW_AUTOMATION: "true",
      // without accelerated compositing, which the program does without where there is no GPU, no picture can be taken
      ...(asShipped ? {} : { WEBKIT_DISABLE_COMPOSITING_MODE: "0" }),
      ...env,
    },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true, // its own process group, so that one signal reaches everything it started
  });
  const kill = () => {
    try {
      process.kill(-driver.pid, "SIGKILL");
    } catch {} // already gone
  };
  process.on("exit", kill);
  const base = `http://127.0.0.1:${port}`;
  await until(() => fetch(`${base}/status`), "WebKitWebDriver never answered");
  const { sessionId } = await request("POST", `${base}/session`, {
    capabilities: { alwaysMatch: { browserName: "wry", "webkitgtk:browserOptions": { binary: program, args } } },
  });
  return new Session(`${base}/session/${sessionId}`, `${driver.pid}`, async () => {
    const gone = driver.exitCode !== null || driver.signalCode !== null ? null : once(driver, "exit");
    kill();
    process.off("exit", kill);
    await gone;
    await left(driver.pid);
  });
}

/** Waits a moment until the last of a process group is gone: what it held (a lock) is free only then. */
async function left(group) {
  for (let n = 0; n < 150; n++) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await pause(20);
  }
}

/**
 * What takes root's right to real-time threads away. WebKit asks for some; few users' programs get them, and on two
 * cores they spin for a lock whose holder then never runs.
 */
function ordinary() {
  const isRoot = process.getuid?.() === 0;
  return isRoot && existsSync("/usr/bin/setpriv") ? ["/usr/bin/setpriv", "--bounding-set=-sys_nice"] : [];
}

/** One running window. Every wait ends by itself; nothing sleeps for a guessed time. */
export class Session {
  #url;
  #end;

  constructor(url, group, end) {
    this.#url = url;
    /** The process group of the driver and of everything it started. */
    this.group = group;
    this.#end = end;
  }

  #ask(method, path, body) {
    return request(method, this.#url + path, method === "POST" ? (body ?? {}) : undefined);
  }

  /** Ends the window properly where it lets itself be ended, and by force afterwards. */
  async close() {
    await request("DELETE", this.#url, undefined, 5_000).catch(() => {}); // may hang: the group is killed next
    await this.#end();
  }

  /** Ends it as a power cut would. */
  kill() {
    return this.#end();
  }

  /** The element of a CSS selector, or of `{ role, name }` as a screen reader knows it; waits for it. */
  find(what) {
    return until(
      async () => {
        if (typeof what === "string")
          return (await this.#ask("POST", "/element", { using: "css selector", value: what }))[ELEMENT];
        const found = await this.js(NAMED, what.role, what.name, what.within ?? null);
        if (!found) throw new Error(`no ${what.role} named ${what.name}`);
        return found[ELEMENT];
      },
      `not found: ${JSON.stringify(what)}`,
    );
  }

  async click(what) {
    await this.#ask("POST", `/element/${await this.find(what)}/click`);
  }

  async text(what) {
    return this.#ask("GET", `/element/${await this.find(what)}/text`);
  }

  /** Waits until the text of an element matches. */
  textLike(what, pattern) {
    return until(async () => {
      const text = await this.text(what);
      if (!pattern.test(text)) throw new Error(`${JSON.stringify(what)} says ${text}, not ${pattern}`);
      return text;
    }, `${pattern}`);
  }

  /** Waits until a script answers something true, and returns it. */
  truth(script, ...args) {
    return until(async () => {
      const answer = await this.js(script, ...args);
      if (!answer) throw new Error(script);
      return answer;
    }, `never true: ${script}`);
  }

  /** Presses real keys where the focus is: `press("Control", "K")` holds the first while pressing the second. */
  press(...chord) {
    const keys = chord.map((name) => KEY[name] ?? (name.length === 1 ? name.toLowerCase() : name));
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.map((value) => ({ type: "keyUp", value })).reverse();
    return this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] });
  }

  /** Types a text where the focus is, key by key. */
  async type(text) {
    const actions = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Empties the focused field of an element and types into it. */
  async fill(what, text) {
    await this.click(what);
    await this.press("Control", "A");
    await this.press("Delete");
    await this.type(text);
  }

  js(script, ...args) {
    return this.#ask("POST", "/execute/sync", { script, args });
  }

  jsAsync(script, ...args) {
    return this.#ask("POST", "/execute/async", { script, args });
  }

  /** A PNG of the window. */
  async picture() {
    return Buffer.from(await this.#ask("GET", "/screenshot"), "base64");
  }

  async resize(width, height) {
    await this.#ask("POST", "/window/rect", { x: 0, y: 0, width, height });
    await this.truth("return innerWidth === arguments[0] && innerHeight === arguments[1]", width, height);
  }
}

/** The first visible element with this role that has the given name, or one that begins with it; a list box is also found by its label alone. */
const NAMED = `
  const [role, name, within] = arguments;
  const tags = { button: "button", textbox: "input,textarea", combobox: "input", link: "a", heading: "h1,h2,h3", checkbox: "input", switch: "input" };
  const said = (el) => {
    if (el.hasAttribute("aria-label")) return [el.getAttribute("aria-label")];
    const labels = (el.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    const all = labels.length > 0 ? labels : [...(el.labels ?? [])];
    return all.length > 0 ? all.map((label) => label.textContent) : [el.textContent];
  };
  const names = (el) => said(el).map((text) => text.trim().replace(/ \\*$/, ""));
  const root = within ? document.querySelector(within) : document;
  const found = [...(root?.querySelectorAll([tags[role], "[role=" + role + "]"].filter(Boolean).join()) ?? [])];
  const seen = found.filter((el) => el.getClientRects().length > 0 || el.type === "checkbox");
  return seen.find((el) => names(el).includes(name)) ?? seen.find((el) => names(el).some((text) => text.startsWith(name))) ?? null;
`;

async function until(attempt, otherwise, ms = PATIENCE_MS) {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await attempt();
    } catch (reason) {
      if (performance.now() > end) throw new Error(otherwise, { cause: reason });
      await pause(25);
    }
  }
}

/** Every request has a limit: a picture of a window that is not composited never comes. */
async function request(method, url, body, ms = 20_000) {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ms),
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
}

async function freePort() {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
