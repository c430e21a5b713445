import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { areas } from "./app/areas";
import { watch } from "./app/watch";
import { startWords } from "./i18n";
import { listen } from "./shared/keys";
import { apply, current } from "./shared/settings";
import "./shared/theme.css";

watch();
startWords(current().language);
apply();
listen(window);
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App areas={areas} />
    </StrictMode>,
  );
