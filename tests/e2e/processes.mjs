// The program among the processes of this computer: since when it runs, how much memory it and its web processes hold.
import fs from "node:fs";
import { WINDOW } from "./home.mjs";

/** The process of the program that a session drives. */
export function program({ group }) {
  const binary = fs.realpathSync(WINDOW);
  const mine = processes().find(({ pid, group: its }) => {
    try {
      return its === group && fs.readlinkSync(`/proc/${pid}/exe`) === binary;
    } catch {
      return false; // gone meanwhile
    }
  });
  if (!mine) throw new Error("the program is not running");
  return mine.pid;
}

/** When a process began, in milliseconds since 1970; the kernel counts hundredths of a second. */
export function begun(pid) {
  const { ticks } = processes().find((one) => one.pid === pid);
  const [uptime] = fs.readFileSync("/proc/uptime", "utf8").split(" ");
  return Date.now() - (+uptime * 1000 - ticks * 10);
}

/**
 * Megabytes of a process and of all it started, by the name of their program. Counted is the proportional set: a page that
 * several processes map (libraries, most of all) counts once for all of them, which resident megabytes would count anew
 * for each. `own` of it is no file's: heaps, stacks, pictures; it is the same whatever else runs.
 */
export function held(pid) {
  const all = processes();
  const family = [all.find((one) => one.pid === pid)];
  for (const { pid } of family) family.push(...all.filter(({ parent }) => parent === pid));
  const parts = {};
  for (const { pid, name } of family) {
    const sizes = fs.readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const megabytes = (what) => +(new RegExp(`^${what}:\\s+(\\d+)`, "m").exec(sizes)?.[1] ?? 0) / 1000;
    const part = (parts[name] ??= { all: 0, own: 0 });
    part.all += megabytes("Pss");
    part.own += megabytes("Pss_Anon") + megabytes("Pss_Shmem");
  }
  return parts;
}

/** The same in one sum. */
export function memory(pid) {
  return Object.values(held(pid)).reduce((sum, part) => sum + part.all, 0);
}

/** Every process: its name, its parent, its group, and when it began in ticks since the machine started. */
function processes() {
  return fs.readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [head, rest] = fs.readFileSync(`/proc/${name}/stat`, "utf8").split(/\) (?=[A-Z] )/);
      const fields = rest.split(" ");
      return [
        { pid: name, name: head.slice(head.indexOf("(") + 1), parent: fields[1], group: fields[2], ticks: +fields[19] },
      ];
    } catch {
      return []; // gone meanwhile
    }
  });
}
