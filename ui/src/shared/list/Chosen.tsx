import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../Button";
import { Kbd } from "../Kbd";

/** How many rows are chosen and what can be done with them; stands in the place of the filter row. */
export function Chosen({ count, onDone, children }: { count: number; onDone: () => void; children?: ReactNode }) {
  const { t } = useTranslation("shared");
  return (
    <>
      <p aria-live="polite" className="flex h-8 items-center pr-2 font-medium">
        {t("list.chosen", { count })}
      </p>
      {children}
      <p className="flex h-8 items-center gap-1.5 text-sm text-ink-3">
        <Kbd chord="Mod+C" />
        {t("list.chosen_copy")}
      </p>
      <IconButton label={t("list.unchoose")} chord="Escape" onPress={onDone}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </>
  );
}
