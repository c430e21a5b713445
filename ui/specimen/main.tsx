import { FileText, Package, ShieldCheck, Users } from "lucide-react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "../src/app/App";
import { watch } from "../src/app/watch";
import { startWords } from "../src/i18n";
import { setBackend } from "../src/ipc/client";
import type { Area } from "../src/shared/area";
import { listen } from "../src/shared/keys";
import { go } from "../src/shared/route";
import { apply, current } from "../src/shared/settings";
import "../src/shared/theme.css";
import { answer } from "./engine";
import { List } from "./List";
import { Pieces } from "./Pieces";

const area: Area = {
  menu: [
    { group: "vendite", path: "/documenti", icon: FileText, label: () => "Documenti" },
    { group: "vendite", path: "/pezzi", icon: Users, label: () => "Pezzi" },
    { group: "magazzino", path: "/rotta", icon: Package, label: () => "Pagina rotta" },
    { group: "impostazioni", path: "/vuota", icon: ShieldCheck, label: () => "Pagina vuota" },
  ],
  pages: [
    { path: "/documenti", page: List },
    { path: "/pezzi", page: Pieces },
    {
      path: "/rotta",
      page: () => {
        throw new Error("rotta");
      },
    },
  ],
  actions: [{ id: "nuova", label: () => "Nuova fattura", run: () => go("/pezzi") }],
};

const strays: string[] = [];
Object.assign(window, { strays });
addEventListener("error", (event) => strays.push(String(event.message)));

setBackend(answer);
watch();
startWords(current().language);
apply();
listen(window);
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App areas={[area]} />
    </StrictMode>,
  );
