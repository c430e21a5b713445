import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FileText, Package } from "lucide-react";
import { call, queries, setBackend } from "../ipc/client";
import type { Profilo } from "../ipc/generated";
import type { Area } from "../shared/area";
import { listen } from "../shared/keys";
import { current } from "../shared/settings";
import { App } from "./App";

const areas: readonly Area[] = [
  {
    menu: [
      { group: "vendite", path: "/documenti", icon: FileText, label: () => "Documenti" },
      { group: "magazzino", path: "/prodotti", icon: Package, label: () => "Prodotti" },
    ],
    pages: [
      { path: "/documenti", page: () => <h1>Elenco</h1> },
      { path: "/documenti/:id", page: ({ params }) => <h1>{`Fattura ${params.id}`}</h1> },
      {
        path: "/prodotti",
        page: () => {
          throw new Error("rotta");
        },
      },
    ],
    actions: [
      { id: "new", label: () => "Nuova fattura", run: () => asked.push("action") },
      { id: "import", label: () => "Importa prodotti", run: () => asked.push("action") },
    ],
    welcome: () => <h1>Benvenuto</h1>,
  },
];

let asked: string[] = [];
let stop: () => void;

function show(profilo: Profilo | null) {
  asked = [];
  setBackend(async (name) => {
    asked.push(name);
    if (name === "app_state")
      return {
        archive: profilo && { name: "Rossi", profilo, last_backup: null },
        lingua: "it",
        tema: "scuro",
        zoom: "100",
        log_path: "/log",
      };
    if (name === "app_search")
      return [{ area: "documenti", id: "42", title: "42/A Perù", note: "97,60", ripetibile: false }];
    return { value: null, touched: [] };
  });
  render(<App areas={areas} />);
}

beforeEach(() => {
  queries.clear();
  location.hash = "";
  stop = listen(window);
});
afterEach(() => {
  stop();
  cleanup();
});

test("the window begins at its first page, in the colours that the program remembers", async () => {
  show("impresa");
  expect(await screen.findByRole("heading", { name: "Elenco" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Documenti" }).getAttribute("aria-current")).toBe("page");
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  expect(asked).not.toContain("settings_save");
});

test("a theme chosen here is handed to the program", async () => {
  show("impresa");
  await userEvent.click(await screen.findByRole("button", { name: "Aspetto" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Chiaro" }));
  await waitFor(() => expect(asked).toContain("settings_save"));
  expect(document.documentElement.dataset.theme).toBe("light");
});

test("a private person sees no invoices", async () => {
  show("privato");
  await waitFor(() => expect(screen.queryByRole("link", { name: "Documenti" })).toBeNull());
});

test("without an archive the window welcomes", async () => {
  show(null);
  expect(await screen.findByRole("heading", { name: "Benvenuto" })).toBeTruthy();
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("when the program does not answer, the window says so and asks again", async () => {
  asked = [];
  let attempts = 0;
  setBackend(async () => {
    attempts += 1;
    if (attempts === 1) throw { code: "disk_full", problems: [], args: {}, detail: "" };
    return { archive: null, lingua: "it", tema: "scuro", zoom: "100", log_path: "/log" };
  });
  render(<App areas={areas} />);
  await userEvent.click(await screen.findByRole("button", { name: "Riprova" }));
  expect(await screen.findByRole("heading", { name: "Benvenuto" })).toBeTruthy();
});

test("the palette finds records, actions and pages", async () => {
  show("impresa");
  await screen.findByRole("heading", { name: "Elenco" });
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(await screen.findByRole("option", { name: /Nuova fattura/ })).toBeTruthy();
  await userEvent.keyboard("97,60");
  await screen.findByRole("option", { name: /42\/A Perù/ });
  expect(screen.queryByRole("option", { name: /Nuova fattura/ })).toBeNull();
  await userEvent.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Fattura 42" })).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("what is called just as one types comes before what only has the word in it", async () => {
  show("impresa");
  await screen.findByRole("heading", { name: "Elenco" });
  await userEvent.keyboard("{Control>}k{/Control}prodotti");
  await waitFor(() =>
    expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual([
      "Prodotti",
      "42/A Perù97,60",
      "Importa prodotti",
    ]),
  );
});

test("the palette offers what the page below it can do, with its key", async () => {
  show("impresa");
  await screen.findByRole("heading", { name: "Elenco" });
  await userEvent.keyboard("{Control>}k{/Control}ingrand");
  const offer = await screen.findByRole("option", { name: /Ingrandisci/ });
  expect(offer.textContent).toBe("IngrandisciCtrl+");
  await userEvent.click(offer);
  expect(current().zoom).toBe("110");
  await waitFor(() => expect(asked).toContain("settings_save"));
  await userEvent.keyboard("{Control>}0{/Control}");
  expect(current().zoom).toBe("100");
});

test("? shows the keys that answer here", async () => {
  show("impresa");
  await screen.findByRole("heading", { name: "Elenco" });
  await userEvent.keyboard("?");
  expect(await screen.findByText("Cerca ovunque")).toBeTruthy();
});

test("a page that breaks leaves the window standing, and the way to the copies open", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  const reported = vi.fn((event: ErrorEvent) => event.preventDefault());
  addEventListener("error", reported);
  location.hash = "/prodotti";
  show("impresa");
  expect(await screen.findByRole("heading", { name: "Questa pagina si è interrotta" })).toBeTruthy();
  expect(screen.getByText(/^Riferimento [0-9a-f]{8}$/)).toBeTruthy();
  expect(await screen.findByText(/\/log$/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Apri la cartella delle copie" }));
  expect(asked).toContain("app_open_backups");
  await userEvent.click(screen.getByRole("link", { name: "Documenti" }));
  expect(await screen.findByRole("heading", { name: "Elenco" })).toBeTruthy();
  removeEventListener("error", reported);
  quiet.mockRestore();
});

test("a broken promise of the engine is told over the page, with its reference, the log and the way to the copies", async () => {
  const user = userEvent.setup();
  show("impresa");
  await screen.findByText("Elenco");
  setBackend(async (name) => {
    asked.push(name);
    if (name === "codici") throw { code: "panic", problems: [], args: { reference: "1a2b3c4d" }, detail: "" };
    return null;
  });
  await call("codici", { lista: "natura" }).catch(() => undefined);
  expect(await screen.findByText(/1a2b3c4d/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /copie/i }));
  expect(asked).toContain("app_open_backups");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByText(/1a2b3c4d/)).toBeNull());
  expect(screen.getByText("Elenco")).toBeTruthy();
});
