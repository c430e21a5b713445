// Measured by bench.mjs: many drafts issued together.

const COUNT = 1_000;

/** Drafts of a new customer: from Ctrl+A and Ctrl+Enter to the plan, from Ctrl+Enter to the report, the longest gap between frames. */
export async function together(session, measured, tell) {
  await measured(
    `const invoke = window.__TAURI_INTERNALS__.invoke;
     const cliente = { cliente: true, natura: "societa", denominazione: "Insieme S.r.l.", partita_iva: "00743110157", indirizzo: "Via Po 1", cap: "10121", comune: "Torino", provincia: "TO" };
     const { value: { id } } = await invoke("anagrafiche_save", { draft: cliente });
     const draft = await invoke("documenti_new", { tipo: "FATTURA", cliente_id: id });
     const righe = [1, 2, 3].map((n) => ({ descrizione: "Voce " + n, quantita: "2", prezzo: "10,50", aliquota_iva: "22" }));
     for (let n = 0; n < args[0]; n++) await invoke("documenti_save", { draft: { ...draft, righe } });
     window.__place("/documenti?vista=bozze&cliente=" + id);
     return window.__until(() => window.__still() && document.querySelector("[role=grid]").getAttribute("aria-rowcount") === String(args[0] + 1));`,
    COUNT,
  );
  await session.js(`
    document.querySelector("[role=grid]").focus();
    window.__press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true }));
    window.__gap = 0;
    let last = performance.now();
    const frame = (now) => {
      window.__gap = Math.max(window.__gap, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return null;
  `);
  const plan = await measured(`
    window.__press("a");
    window.__press("Enter");
    return window.__until(() => document.querySelectorAll("[role=dialog] li").length > 0);
  `);
  const issue = await measured(`
    window.__press("Enter");
    return window.__until(() => /emess[oi] su/.test(document.querySelector("[role=dialog]")?.textContent ?? ""), 19_000);
  `);
  tell("plan of issuing 1,000 drafts, from Ctrl+A", plan, "ms", 1000);
  tell("issuing 1,000 drafts", issue, "ms", 10000);
  tell("longest frame gap meanwhile", await session.js("return window.__gap"), "ms", 100);
}
