// The program among the processes of this computer: since when it runs, how much memory it and its web processes hold.
import fs from "node:fs";
import { WINDOW } from "./home.mjs";

/** The newest process of the program. */
export function program() {
  const binary = fs.realpathSync(WINDOW);
  const mine = processes().filter(({ pid }) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/exe`) === binary;
    } catch {
      return false; // gone meanwhile, or somebody else's
    }
  });
  if (mine.length === 0) throw new Error("the program is not running");
  return mine.reduce((a, b) => (a.ticks > b.ticks ? a : b)).pid;
}

/** When a process began, in milliseconds since 1970; the kernel counts hundredths of a second. */
export function begun(pid) {
  const { ticks } = processes().find((one) => one.pid === pid);
  const [uptime] = fs.readFileSync("/proc/uptime", "utf8").split(" ");
  return Date.now() - (+uptime * 1000 - ticks * 10);
}

/** Resident megabytes of a process and all it started. */
export function memory(pid) {
  const all = processes();
  const family = [pid];
  for (const one of family) family.push(...all.filter(({ parent }) => parent === one).map((child) => child.pid));
  const kilobytes = family.map(
    (one) => +(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${one}/status`, "utf8"))?.[1] ?? 0),
  );
  return kilobytes.reduce((a, b) => a + b, 0) / 1000;
}

/** Every process: its parent, and when it began in ticks since the machine started. */
function processes() {
  return fs.readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, rest] = fs.readFileSync(`/proc/${name}/stat`, "utf8").split(/\) (?=[A-Z] )/);
      const fields = rest.split(" ");
      return [{ pid: name, parent: fields[1], ticks: +fields[19] }];
    } catch {
      return []; // gone meanwhile
    }
  });
}
