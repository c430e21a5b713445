/** Numbers: series, what was used before this program, holes and disorder. */
import { useQuery } from "@tanstack/react-query";
import { MonitorDown, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { query, toFailure } from "../../ipc/client";
import type { NumeroAltroveDraft, SezionaleDraft } from "../../ipc/generated";
import { Button, IconButton } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { keep } from "../../shared/keep";
import { RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { replace, usePlace } from "../../shared/route";
import { Select } from "../../shared/Select";
import { TextField } from "../../shared/TextField";
import { Registro, SalvaRegistro } from "./Registro";
import { CLASSI, type Classe } from "./tipi";

export function Numerazione() {
  const { t } = useTranslation("documenti");
  const { search } = usePlace();
  return (
    <RecordPage
      title={t("numerazione.titolo")}
      note={t("numerazione.spiega")}
      actionsLabel={t("azioni")}
      actions={<SalvaRegistro />}
    >
      <div className="flex max-w-3xl flex-col gap-8">
        {search.get("arrivato") ? <Arrivato /> : null}
        <Registro />
        <Sezionali />
        <Altrove />
      </div>
    </RecordPage>
  );
}

/** The archive was never open on this computer: said once, with what to do. */
function Arrivato() {
  const { t } = useTranslation("documenti");
  return (
    <section role="note" className="flex items-start gap-3 rounded-lg border border-warn/40 bg-warn-soft p-3">
      <MonitorDown size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
      <p className="flex-1">{t("numerazione.arrivato")}</p>
      <Button onPress={() => replace("/documenti")}>{t("numerazione.arrivato_bene")}</Button>
    </section>
  );
}

function Sezionali() {
  const { t } = useTranslation("documenti");
  const { data = [] } = useQuery(query("sezionali_list", {}, ["azienda"]));
  const [draft, setDraft] = useState<SezionaleDraft>({ codice: "", descrizione: "", tipi: [] });
  const [failure, setFailure] = useState<unknown>();
  const add = () =>
    void keep("sezionali_save", { draft }, t("numerazione.sezionale_salvato")).then(() => {
      setDraft({ codice: "", descrizione: "", tipi: [] });
      setFailure(undefined);
    }, setFailure);
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("numerazione.sezionali")}</h2>
      <p className="mb-2 text-ink-3">{t("numerazione.sezionali_spiega")}</p>
      <ul className="mb-2 divide-y divide-line">
        {data
          .filter((one) => one.draft.codice !== "")
          .map((one) => (
            <li key={one.draft.codice} className="flex min-h-8 items-center gap-4">
              <span className="w-24 font-medium">{one.draft.codice}</span>
              <span className="min-w-0 flex-1 text-ink-2">{one.draft.descrizione}</span>
              <IconButton
                label={t("numerazione.elimina_sezionale", { codice: one.draft.codice })}
                onPress={() =>
                  one.id &&
                  void keep("sezionali_delete", { id: one.id }, t("numerazione.sezionale_eliminato")).catch(setFailure)
                }
              >
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
      </ul>
      <Refused failure={failure}>
        <div className="flex items-end gap-2">
          <div className="w-24">
            <TextField
              label={t("campi.sezionale")}
              path="codice"
              value={draft.codice}
              onChange={(codice) => setDraft({ ...draft, codice })}
            />
          </div>
          <div className="w-80">
            <TextField
              label={t("campi.descrizione")}
              path="descrizione"
              value={draft.descrizione}
              onChange={(descrizione) => setDraft({ ...draft, descrizione })}
            />
          </div>
          <Button isDisabled={draft.codice.trim() === ""} onPress={add}>
            {t("aggiungi.sezionale")}
          </Button>
        </div>
      </Refused>
    </section>
  );
}

function Altrove() {
  const { t } = useTranslation("documenti");
  const { data = [] } = useQuery(query("numeri_altrove_list", {}, ["azienda"]));
  const [classe, setClasse] = useState<Classe>("fatture");
  const [text, setText] = useState({ sezionale: "", anno: `${new Date().getFullYear()}`, ultimo: "", motivo: "" });
  const [failure, setFailure] = useState<unknown>();
  const isWhole = /^\d{4}$/.test(text.anno) && /^\d{1,9}$/.test(text.ultimo);
  const add = () => {
    const draft: NumeroAltroveDraft = { ...text, classe, anno: +text.anno, ultimo: +text.ultimo };
    void keep("numeri_altrove_save", { draft }, t("numerazione.altrove_salvato")).then(() => {
      setText({ ...text, sezionale: "", ultimo: "", motivo: "" });
      setFailure(undefined);
    }, setFailure);
  };
  const field = (key: keyof typeof text) => ({
    path: key,
    value: text[key],
    onChange: (next: string) => setText({ ...text, [key]: next }),
  });
  return (
    <section>
      <h2 className="mb-1 text-md font-semibold">{t("numerazione.altrove")}</h2>
      <p className="mb-2 text-ink-3">{t("numerazione.altrove_spiega")}</p>
      <ul className="mb-2 divide-y divide-line">
        {data.map((one) => (
          <li key={`${one.classe} ${one.sezionale} ${one.anno}`} className="flex min-h-8 items-center gap-4">
            <span className="w-40 tabular-nums">
              {t(`classi.${one.classe as Classe}`)} {one.sezionale} · {one.anno}
            </span>
            <span className="tabular-nums">{t("numerazione.fino_a", { numero: one.ultimo })}</span>
            <span className="text-ink-2">{one.motivo}</span>
          </li>
        ))}
      </ul>
      <Refused failure={failure}>
        <div className="flex items-end gap-2">
          <div className="w-36">
            <Select
              label={t("campi.tipo")}
              value={classe}
              onChange={(id) => setClasse(id as Classe)}
              options={CLASSI.map((id) => ({ id, label: t(`classi.${id}`) }))}
            />
          </div>
          <div className="w-24">
            <TextField label={t("campi.sezionale")} {...field("sezionale")} />
          </div>
          <div className="w-20">
            <TextField label={t("campi.anno")} {...field("anno")} />
          </div>
          <div className="w-28">
            <TextField label={t("numerazione.ultimo")} kind="amount" {...field("ultimo")} />
          </div>
          <div className="w-52">
            <TextField label={t("numerazione.motivo")} {...field("motivo")} />
          </div>
          <Button isDisabled={!isWhole} onPress={add}>
            {t("aggiungi.altrove")}
          </Button>
        </div>
      </Refused>
    </section>
  );
}

function Refused({ failure, children }: { failure: unknown; children: React.ReactNode }) {
  return (
    <ProblemsProvider problems={failure ? toFailure(failure).problems : []}>
      {failure ? (
        <div className="mb-2">
          <FailureView failure={failure} />
        </div>
      ) : null}
      {children}
    </ProblemsProvider>
  );
}
