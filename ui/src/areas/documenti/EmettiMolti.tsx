/** Several drafts issued together: what it will do first, one outcome for each at the end. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, query, toFailure, wrote } from "../../ipc/client";
import type { DaEmettere, PianoEmissione } from "../../ipc/generated";
import { Button } from "../../shared/Button";
import { Dialog } from "../../shared/Dialog";
import { FailureView } from "../../shared/FailureView";
import { day, euro } from "../../shared/format";
import { KEYS } from "../../shared/keys";
import { type Outcome, Report } from "../../shared/Progress";
import { sentence } from "../../shared/sentence";
import { useLanguage } from "../../shared/settings";
import { Avanzamento, useLavoro } from "./lavoro";

export function EmettiMolti({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  const [asked] = useState(() => [...ids]); // what is chosen below may change while this is open
  const plan = useQuery({ ...query("documenti_issue_plan", { ids: asked }), gcTime: 0 });
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const issueOne = useIssueOne();
  const subjectOf = useSubject();
  const lavoro = useLavoro();
  const issue = async (all: readonly DaEmettere[], ready: readonly DaEmettere[]) => {
    if (ready.length === 0 || lavoro.stato) return;
    // stopped, or not ready from the start: also these are told
    const stays = (one: DaEmettere): Outcome => ({
      id: one.id,
      subject: subjectOf(one),
      tone: "warn",
      state: t("molti.resta"),
    });
    const touched = new Set<string>();
    await lavoro.run(t("emetti"), ready.length, async (onDone) => {
      const told = new Map<string, Outcome>();
      for (const one of ready) {
        if (!onDone(told.size)) break;
        told.set(one.id, await issueOne(one, touched));
      }
      setOutcomes(all.map((one) => told.get(one.id) ?? stays(one)).sort(lessDoneFirst));
    });
    await wrote([...touched]);
  };
  if (lavoro.stato) return <Avanzamento lavoro={lavoro} />;
  if (outcomes) return <Esito outcomes={outcomes} onClose={onClose} />;
  return <Piano plan={plan} subjectOf={subjectOf} onIssue={(all, ready) => void issue(all, ready)} onClose={onClose} />;
}

const RANK = { bad: 0, warn: 1, neutral: 2, accent: 2, ok: 3 } as const;
const lessDoneFirst = (one: Outcome, other: Outcome) => RANK[one.tone] - RANK[other.tone];

function useSubject() {
  const { t } = useTranslation("documenti");
  return (one: DaEmettere) => `${one.cliente || t("senza_cliente")} · ${day(one.data_documento)}`;
}

/** Issues one draft and says what became of it: a refusal is an answer, and the next one goes on. */
function useIssueOne() {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const subjectOf = useSubject();
  return async (one: DaEmettere, touched: Set<string>): Promise<Outcome> => {
    const told = { id: one.id, subject: subjectOf(one) };
    try {
      const { value, touched: areas } = await call("documenti_issue_kept", { id: one.id });
      for (const area of areas) touched.add(area);
      const state = t("tipo_numero", { tipo: t(`tipi.${one.tipo}`), numero: value.documento.numero });
      return { ...told, tone: "ok", state };
    } catch (reason) {
      const { code, args, problems } = toFailure(reason);
      const first = problems.find((problem) => problem.severity === "error") ?? { code, args, sdi: null };
      return { ...told, tone: "bad", state: t("non_emesso"), note: sentence(first, language) };
    }
  };
}

interface PianoProps {
  plan: UseQueryResult<PianoEmissione>;
  subjectOf: (one: DaEmettere) => string;
  onIssue: (all: readonly DaEmettere[], ready: readonly DaEmettere[]) => void;
  onClose: () => void;
}

function Piano({ plan, subjectOf, onIssue, onClose }: PianoProps) {
  const { t } = useTranslation("documenti");
  const language = useLanguage();
  const all = plan.data?.documenti ?? [];
  const ready = all.filter((one) => one.errori === 0);
  const issue = () => onIssue(all, ready);
  const told = all.map((one): Outcome => {
    const told = { id: one.id, subject: subjectOf(one) };
    return one.errori > 0
      ? { ...told, tone: "warn", state: t("molti.resta"), note: t("molti.errori", { count: one.errori }) }
      : { ...told, tone: "neutral", state: euro(one.totale, language) };
  });
  return (
    <Dialog
      title={t("molti.titolo")}
      isOpen
      onClose={onClose}
      keys={{ issue }}
      actions={
        <>
          <Button onPress={onClose}>{t("annulla")}</Button>
          {ready.length > 0 ? (
            <Button look="primary" autoFocus chord={KEYS.issue[0]} onPress={issue}>
              {t("molti.emetti", { count: ready.length })}
            </Button>
          ) : null}
        </>
      }
    >
      {plan.error ? <FailureView failure={plan.error} onRetry={() => void plan.refetch()} /> : null}
      {plan.data ? (
        <>
          <p className="flex items-baseline justify-between gap-4">
            <span>{t("molti.pronti", { count: plan.data.pronti })}</span>
            <span className="amount text-xl font-semibold">{euro(plan.data.totale, language)}</span>
          </p>
          <p className="text-ink-2">{t("molti.spiega")}</p>
          <Report label={t("molti.titolo")} outcomes={told.sort(lessDoneFirst)} />
        </>
      ) : null}
    </Dialog>
  );
}

function Esito({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  const { t } = useTranslation("documenti");
  const issued = outcomes.filter((one) => one.tone === "ok").length;
  return (
    <Dialog
      title={t("molti.esito")}
      isOpen
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onPress={onClose}>
          {t("chiudi")}
        </Button>
      }
    >
      <p className="text-ink-2">{t("molti.emessi", { count: issued, di: outcomes.length })}</p>
      <Report label={t("molti.esito")} outcomes={outcomes} />
    </Dialog>
  );
}
