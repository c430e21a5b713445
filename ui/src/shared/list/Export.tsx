import { Download, FileSpreadsheet, FileText, Printer, Sheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import type { Elenco, Formato } from "../../ipc/generated";
import { Button } from "../Button";
import { KEYS, useKeys } from "../keys";
import { Menu } from "../Menu";
import { sayFailure, toast } from "../toast";

/** The list as it is shown, to a file or to paper; the engine writes both. */
export function Export({ elenco }: { elenco: Elenco }) {
  const { t } = useTranslation("shared");
  const save = async (formato: Formato) => {
    try {
      const file = await call("dialog_pick", { scelta: "nuovo_file", nome: `${elenco.titolo}.${formato}` });
      if (!file) return;
      const where = await call("elenco_save", { elenco, formato, token: file.token });
      toast(t("list.saved", { where }));
    } catch (reason) {
      sayFailure(reason);
    }
  };
  const print = () => void call("elenco_print", { elenco }).catch(sayFailure);
  useKeys({ print });
  return (
    <Menu
      trigger={
        <Button look="quiet">
          <Download size={16} aria-hidden="true" />
          {t("list.export")}
        </Button>
      }
      actions={[
        { id: "xlsx", label: t("list.as_xlsx"), icon: <FileSpreadsheet size={16} />, run: () => void save("xlsx") },
        { id: "csv", label: t("list.as_csv"), icon: <Sheet size={16} />, run: () => void save("csv") },
        { id: "pdf", label: t("list.as_pdf"), icon: <FileText size={16} />, run: () => void save("pdf") },
        { id: "print", label: t("list.print"), icon: <Printer size={16} />, chord: KEYS.print[0], run: print },
      ]}
    />
  );
}
