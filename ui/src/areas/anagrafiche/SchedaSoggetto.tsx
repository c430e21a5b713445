/** One subject: the form, the findings beside it, its documents. */
import { useQuery } from "@tanstack/react-query";
import { EllipsisVertical, FilePlus2, Merge, Trash2, Undo2 } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query } from "../../ipc/client";
import type { Faccia, SoggettoDraft, SoggettoView } from "../../ipc/generated";
import { Button, IconButton } from "../../shared/Button";
import { FailureView } from "../../shared/FailureView";
import { OF_PAGE, useHold } from "../../shared/hold";
import { keep } from "../../shared/keep";
import { useKeys } from "../../shared/keys";
import { Menu, type MenuAction } from "../../shared/Menu";
import { FailedPage, RecordPage } from "../../shared/Page";
import { ProblemsProvider } from "../../shared/problems";
import { DraftActions, DraftState } from "../../shared/record";
import { back, go, replace, usePlace } from "../../shared/route";
import { sayFailure } from "../../shared/toast";
import { shownProblems, useDraft, useSame } from "../../shared/useDraft";
import { usePreview, useWhole } from "../../shared/usePreview";
import { useStable } from "../../shared/useStable";
import { Accanto } from "./Accanto";
import { CampiSoggetto } from "./CampiSoggetto";
import { newSoggetto, PATHS } from "./draft";
import { Unisci } from "./Unisci";

export function SchedaSoggetto({ faccia, id }: { faccia: Faccia; id: string }) {
  const { t } = useTranslation("anagrafiche");
  const { search } = usePlace();
  const isNew = id === "nuovo";
  const { data, error, isLoading } = useQuery({ ...query("anagrafiche_get", { id }), enabled: !isNew });
  useHold(OF_PAGE, isLoading);
  if (isNew) return <Scheda faccia={faccia} first={newSoggetto(faccia, search.get("nome") ?? "")} />;
  if (error) return <FailedPage title={t(`facce.${faccia}`)} failure={error} />;
  return data ? <Scheda faccia={faccia} first={data.draft} view={data} /> : null;
}

function Scheda({ faccia, first, view }: { faccia: Faccia; first: SoggettoDraft; view?: SoggettoView }) {
  const { t } = useTranslation("anagrafiche");
  const { search } = usePlace();
  const draft = useDraft(`${PATHS[faccia]}/${first.id ?? "nuovo"}`, first);
  const preview = useWhole(usePreview(draft, (value) => call("anagrafiche_preview", { draft: value })));
  const [failure, setFailure] = useState<unknown>();
  const [merging, setMerging] = useState(false);
  const isAsked = view !== undefined || failure !== undefined;
  const problems = useSame(shownProblems(preview?.problems ?? [], draft.value, isAsked));
  const home = PATHS[faccia];

  const save = async () => {
    const sent = draft.value;
    try {
      setFailure(undefined);
      const settle = (saved: { value: SoggettoView }) => draft.settle(saved.value.draft, sent);
      const { value } = await keep("anagrafiche_save", { draft: sent }, t("salvato"), settle);
      const way = search.get("torna");
      if (way) replace(`${way}?cliente=${value.id}`);
      else if (!sent.id) replace(`${home}/${value.id}`);
    } catch (reason) {
      setFailure(reason);
    }
  };
  const merge = useStable(() => setMerging(true));
  const leave = () => back(search.get("torna") ?? home);
  const invoice = () => view && go(`/documenti/nuovo?tipo=FATTURA&cliente=${view.id}`);
  useKeys({ save: () => void save(), back: leave, new: () => go(`${home}/nuovo`) });

  return (
    <ProblemsProvider problems={problems}>
      <RecordPage
        title={view?.nome_completo || t(`nuovo.${faccia}`)}
        state={<DraftState isDirty={draft.isDirty} isBinned={view?.cestinato} />}
        actionsLabel={t("azioni")}
        actions={
          <>
            {view && faccia === "cliente" ? (
              <Button onPress={invoice}>
                <FilePlus2 size={16} aria-hidden="true" />
                {t("nuova_fattura")}
              </Button>
            ) : null}
            {view ? <Altro view={view} home={home} onMerge={merge} /> : null}
            <DraftActions draft={draft} onSave={() => void save()} />
          </>
        }
        side={<Accanto preview={preview} problems={failure ? [] : problems} view={view} home={home} />}
        sideLabel={t("accanto")}
        notice={failure ? <FailureView failure={failure} /> : null}
      >
        <CampiSoggetto draft={draft} proposed={preview?.codice_destinatario ?? ""} isNew={!view} />
      </RecordPage>
      {view ? (
        <Unisci
          keepId={view.id}
          name={view.nome_completo}
          faccia={faccia}
          isOpen={merging}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </ProblemsProvider>
  );
}

interface AltroProps {
  view: SoggettoView;
  home: string;
  onMerge: () => void;
}

const Altro = memo(function Altro({ view, home, onMerge }: AltroProps) {
  const { t } = useTranslation("anagrafiche");
  const bin = async () => {
    try {
      await keep("anagrafiche_bin", { id: view.id }, t("messo_nel_cestino"));
      replace(home);
    } catch (reason) {
      sayFailure(reason);
    }
  };
  const unbin = () => void keep("anagrafiche_unbin", { id: view.id }, t("ripreso")).catch(sayFailure);
  const actions: MenuAction[] = [
    { id: "unisci", label: t("unisci"), icon: <Merge size={16} aria-hidden="true" />, run: onMerge },
    view.cestinato
      ? { id: "riprendi", label: t("riprendi"), icon: <Undo2 size={16} aria-hidden="true" />, run: unbin }
      : { id: "cestino", label: t("cestina"), icon: <Trash2 size={16} aria-hidden="true" />, run: () => void bin() },
  ];
  return (
    <Menu
      trigger={
        <IconButton label={t("altro")}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </IconButton>
      }
      actions={actions}
    />
  );
});
