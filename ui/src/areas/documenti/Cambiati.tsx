/** What the XML of a document just issued says otherwise than was typed: told once, beside the document. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";

const untold = new Map<string, readonly Problem[]>();

/** The page of the document will say it. */
export function tellChanges(id: string, changes: readonly Problem[]): void {
  if (changes.length > 0) untold.set(id, changes);
}

export function Cambiati({ id }: { id: string }) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const [changes, setChanges] = useState(() => untold.get(id) ?? []);
  if (changes.length === 0) return null;
  const close = () => {
    untold.delete(id);
    setChanges([]);
  };
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3" role="status">
      <h2 className="font-medium">{t("caratteri_cambiati")}</h2>
      <ul className="flex flex-col gap-1 text-ink-2">
        {changes.map((change) => (
          <li key={`${change.field} ${change.code} ${change.args.found ?? ""}`}>
            <span className="font-medium">{t(...place(change.field))}: </span>
            {sentence(change, language)}
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={close}>{t("ho_letto")}</Button>
      </div>
    </section>
  );
}

/** The words for a place in the draft. */
function place(field: string): ["riga_numero", { n: string }] | ["campi.cliente" | "campi.azienda" | "testata"] {
  const [area, line = ""] = field.split(".");
  if (area === "righe") return ["riga_numero", { n: String(+line + 1) }];
  return [area === "cliente" ? "campi.cliente" : area === "azienda" ? "campi.azienda" : "testata"];
}
