/** Long work: how far, how to stop it, and a report at the end. */
import { memo, useEffect, useState } from "react";
import { Label, ProgressBar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Badge, type Tone } from "./Badge";
import { Button } from "./Button";

export interface ProgressProps {
  label: string;
  /** Counts of things, not of money. */
  done: number;
  total: number;
  onCancel?: () => void;
}

export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const { t } = useTranslation("shared");
  return (
    <div className="flex items-end gap-4">
      <ProgressBar
        value={done}
        maxValue={total}
        valueLabel={t("progress", { done, total })}
        className="flex min-w-0 flex-1 flex-col gap-2"
      >
        {({ percentage, valueText }) => (
          <>
            <div className="flex items-center justify-between gap-4">
              <Label>{label}</Label>
              <span className="text-sm text-ink-3 tabular-nums">{valueText}</span>
            </div>
            <div className="h-1.5 overflow-hidden rounded-full bg-hover">
              <div className="h-full rounded-full bg-accent" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel ? <Button onPress={onCancel}>{t("cancel")}</Button> : null}
    </div>
  );
}

export interface Outcome {
  id: string;
  /** File or record. */
  subject: string;
  tone: Tone;
  state: string;
  note?: string;
}

/** Outcomes shown one by one; whoever needs to see all of more than these looks into the list or the folder. */
const SHOWN = 1_000;
/** Drawn in one frame: a thousand at once would hold the window up. */
const IN_A_FRAME = 100;

/** One outcome for every thing that was worked on, those that need a look first. */
export function Report({ label, outcomes }: { label: string; outcomes: readonly Outcome[] }) {
  const { t } = useTranslation("shared");
  const [drawn, setDrawn] = useState(IN_A_FRAME);
  const more = outcomes.length - SHOWN;
  const isWhole = drawn >= Math.min(outcomes.length, SHOWN);
  useEffect(() => {
    if (isWhole) return;
    const next = requestAnimationFrame(() => setDrawn(drawn + IN_A_FRAME));
    return () => cancelAnimationFrame(next);
  }, [isWhole, drawn]);
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line select-text">
        {outcomes.slice(0, Math.min(drawn, SHOWN)).map((outcome) => (
          <Row key={outcome.id} outcome={outcome} />
        ))}
      </ul>
      {more > 0 ? <p className="text-ink-3">{t("report_more", { count: more })}</p> : null}
    </>
  );
}

const Row = memo(function Row({ outcome }: { outcome: Outcome }) {
  return (
    <li className="flex min-h-8 items-center gap-3 py-1 [contain-intrinsic-size:auto_2rem] [content-visibility:auto]">
      <span className="min-w-0 flex-1 break-words">
        {outcome.subject}
        {outcome.note ? <span className="block text-sm text-ink-3">{outcome.note}</span> : null}
      </span>
      {outcome.tone === "neutral" ? (
        <span className="amount text-ink-2">{outcome.state}</span>
      ) : (
        <Badge tone={outcome.tone}>{outcome.state}</Badge>
      )}
    </li>
  );
});
