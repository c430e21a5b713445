// The window's walls: the security policy, the frozen prototype, and that the tests would notice a breach.
import assert from "node:assert/strict";
import test from "node:test";
import { Home } from "./home.mjs";
import { assertPolicy, violations } from "./look.mjs";

test("the policy stands, the prototype is frozen, and a breach is seen", async (t) => {
  const session = await Home.of(t).start();
  await session.truth("return document.fonts.check('13px \"Inter Variable\"')");
  assert.equal(await session.js("return Object.isFrozen(Object.prototype)"), true);
  assert.equal(await session.js("return window.__TAURI__ === undefined"), true);
  await assertPolicy(session);

  // the negative control: each of these must be refused, and seen
  await session.js(
    `document.body.insertAdjacentHTML("beforeend", '<p id="styled" style="color: rgb(1, 2, 3)">x</p>'); return null;`,
  );
  await session.js(
    `const s = document.createElement("script"); s.textContent = "window.__ran = true"; document.body.append(s); return null;`,
  );
  await session.js(
    `const i = new Image(); i.src = "https://example.invalid/x.png"; document.body.append(i); return null;`,
  );
  await session.jsAsync(
    `const done = arguments[arguments.length - 1]; fetch("https://example.invalid/").then(() => done("sent"), () => done("refused"));`,
  );
  await session.truth("return window.__csp.length >= 4");
  const refused = await violations(session);
  for (const directive of ["style-src", "script-src", "img-src", "connect-src"]) {
    assert.ok(
      refused.some((line) => line.startsWith(directive)),
      `${directive} in ${refused.join("; ")}`,
    );
  }
  assert.notEqual(await session.js("return getComputedStyle(document.querySelector('#styled')).color"), "rgb(1, 2, 3)");
  assert.equal(await session.js("return window.__ran ?? false"), false);
});
