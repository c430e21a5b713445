/** What the engine refused, in sentences; every finding leads to its field. */
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../ipc/client";
import type { Problem } from "../ipc/generated";
import { Button, Press } from "./Button";
import { focusField, useFieldNames } from "./problems";
import { sentence } from "./sentence";
import { useLanguage } from "./settings";

const LOOKS = {
  error: { icon: CircleAlert, look: "text-bad" },
  warning: { icon: TriangleAlert, look: "text-warn" },
} as const;

export function FailureView({ failure, onRetry }: { failure: unknown; onRetry?: () => void }) {
  const { t } = useTranslation("shared");
  const language = useLanguage();
  const { code, problems, args } = toFailure(failure);
  const findings = problems.length > 0 ? problems : [];
  return (
    <div role="alert" className="flex max-w-3xl flex-col gap-2 rounded-lg border border-bad/40 bg-bad-soft p-3">
      <p className="flex items-start gap-2 font-medium text-ink">
        <CircleAlert size={16} className="mt-0.5 shrink-0 text-bad" aria-hidden="true" />
        {sentence({ code, args, sdi: null }, language)}
      </p>
      {findings.length > 0 ? <ProblemList problems={findings} /> : null}
      {onRetry ? (
        <div className="pl-6">
          <Button onPress={onRetry}>{t("retry")}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** The findings as a list; pressing one puts the cursor into its field. */
export function ProblemList({
  problems,
  onChoose = focusField,
}: {
  problems: readonly Problem[];
  onChoose?: (path: string) => void;
}) {
  const language = useLanguage();
  const names = useFieldNames(problems);
  return (
    <ul className="-ml-2 flex flex-col">
      {problems.map((problem) => {
        const { icon: Icon, look } = LOOKS[problem.severity];
        const words = (
          <>
            <Icon size={16} className={`mt-0.5 shrink-0 ${look}`} aria-hidden="true" />
            <span>
              {names[problem.field] ? <span className="font-medium">{names[problem.field]}: </span> : null}
              {sentence(problem, language)}
            </span>
          </>
        );
        return (
          <li key={`${problem.code} ${problem.field}`}>
            {problem.field === "" ? (
              <span className="flex gap-2 px-2 py-1">{words}</span>
            ) : (
              <Press
                className="flex w-full gap-2 rounded-md px-2 py-1 text-start hover:bg-hover"
                onPress={() => onChoose(problem.field)}
              >
                {words}
              </Press>
            )}
          </li>
        );
      })}
    </ul>
  );
}
