// The engine asked directly, for what a test needs to be there before it begins.

/** The answer of a command; a refusal is thrown with its code. */
export async function ask(session, name, args = {}) {
  const [answer, refused] = await session.jsAsync(
    `const done = arguments[arguments.length - 1];
     window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then((answer) => done([answer, null]), (why) => done([null, why]));`,
    name,
    args,
  );
  if (refused !== null) throw new Error(`${name}: ${JSON.stringify(refused)}`);
  return answer;
}

/** Makes an archive of the window's own and opens it. */
export async function newArchive(session, home, name = "Prova") {
  home.answers(home.at(`${name}.f1c`));
  const { token } = await ask(session, "dialog_pick", { scelta: "nuovo_archivio", nome: name });
  const azienda = {
    denominazione: "Bottega Verdi di Verdi Anna",
    partita_iva: "01234567897",
    regime_fiscale: "RF01",
    indirizzo: "Via Garibaldi 12",
    cap: "20121",
    comune: "Milano",
    provincia: "MI",
    aliquota_iva: "22",
  };
  await ask(session, "archive_new", { token, azienda, allow_synced: false });
  await session.js("location.hash = '#/'; location.reload(); return null;");
  await session.truth("return document.querySelector('nav') !== null && document.querySelector('h1') !== null");
}

/** Everything that the page asks for from now on is refused with this code, until it is loaded again. */
export function refuse(session, code) {
  return session.js(
    `const ask = window.fetch;
     const refused = JSON.stringify({ code: arguments[0], problems: [], detail: "", args: {} });
     window.fetch = (to, how) =>
       /^ipc:/.test(to) && !/app_state|settings|plugin/.test(to)
         ? Promise.resolve(new Response(refused, { headers: { "Content-Type": "application/json", "Tauri-Response": "error" } }))
         : ask(to, how);
     return null;`,
    code,
  );
}

/** The size of everything, as Ctrl + and Ctrl - set it. */
export async function zoom(session, percent) {
  const { lingua, tema } = await ask(session, "app_state");
  await ask(session, "settings_save", { preferenze: { lingua, tema, zoom: `${percent}` } });
  const width = await session.js("return outerWidth");
  await session.truth("return Math.abs(innerWidth - arguments[0]) < 3", (width * 100) / percent);
}

/** A name of 200 letters without a space, a text of 1,000 letters, and the largest amount that a file can carry; ten times as much has 12 digits. */
export const LONG = {
  name: "Società".padEnd(200, "Precipitevolissimevolmente"),
  text: "Fornitura e posa in opera ".repeat(50).slice(0, 999).padEnd(1_000, "."),
  price: "81967213114,74", // 99.999.999.999,98 with its 22%
};

/** A customer, a product and documents as long and as large as they come. */
export async function giants(session) {
  const draft = (more) => ({ draft: more });
  const cliente = await ask(
    session,
    "anagrafiche_save",
    draft({
      cliente: true,
      natura: "societa",
      denominazione: LONG.name.slice(0, 80),
      partita_iva: "00743110157",
      indirizzo: LONG.name.slice(0, 60),
      cap: "10121",
      comune: LONG.name.slice(0, 60),
      provincia: "TO",
      email: `${"lunghissimo".repeat(5)}@esempio.example`,
    }),
  );
  await ask(
    session,
    "anagrafiche_save",
    draft({ cliente: true, natura: "societa", denominazione: LONG.name, partita_iva: "02345678904" }),
  ).catch(() => {}); // only to be looked at: a file could not carry it
  await ask(
    session,
    "prodotti_save",
    draft({ codice: "CODICE-MOLTO-LUNGO-0123456789", descrizione: LONG.text, prezzo: LONG.price, aliquota_iva: "22" }),
  );
  const righe = [{ descrizione: LONG.text, quantita: "1", prezzo: LONG.price, aliquota_iva: "22" }];
  const fattura = { tipo: "FATTURA", cliente_id: cliente.value.id, righe, modalita_pagamento: "MP05" };
  const issued = await ask(session, "documenti_issue", draft(fattura));
  await ask(session, "documenti_save", draft({ ...fattura, righe: [{ ...righe[0], quantita: "10" }] }));
  await session.js("location.reload(); return null;"); // what was read before is old
  await session.truth("return document.querySelector('nav') !== null && document.querySelector('h1') !== null");
  return { cliente: cliente.value.id, issued: issued.value.documento.id };
}
