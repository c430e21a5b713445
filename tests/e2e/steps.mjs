// How a test walks: steps that stop at the first failure, and looks at what each of them shows.
import { assertAxe, pictures, theme } from "./look.mjs";
import { quiet } from "./pages.mjs";

/** Looks at what is shown, in both themes: axe finds nothing; where pictures are wanted, they are taken. */
export function looking(session) {
  return async (name) => {
    for (const shade of ["light", "dark"]) {
      await theme(session, shade);
      await quiet(session);
      await assertAxe(session, `${name}, ${shade}`);
    }
    if (process.env.F1C_SCREENSHOTS) await pictures(session, process.env.F1C_SCREENSHOTS, name);
  };
}

/** Steps that build on each other: after one that failed the others are skipped. */
export function steps(t) {
  let failed = false;
  return (name, work) =>
    t.test(name, async (sub) => {
      if (failed) return sub.skip("an earlier step failed");
      failed = true;
      await work();
      failed = false;
    });
}
