import { Check } from "lucide-react";
import { memo } from "react";

export interface ToggleProps {
  label: string;
  path?: string;
  value: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}

const FRAME = "group relative flex min-h-8 items-center gap-2";
/** The ring around what stands for the hidden box. */
const RING = "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-1 peer-focus-visible:outline-accent-ink";

export const Checkbox = memo(function Checkbox({ label, path, value, onChange, disabled = false }: ToggleProps) {
  return (
    <label data-field={path} data-selected={value || undefined} className={FRAME}>
      <input
        type="checkbox"
        className="peer sr-only"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span
        className={`flex size-4 shrink-0 items-center justify-center rounded border border-edge bg-surface text-on-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent ${RING}`}
      >
        <Check size={12} strokeWidth={3} className="invisible group-data-[selected]:visible" aria-hidden="true" />
      </span>
      {label}
    </label>
  );
});

export function Switch({ label, path, value, onChange, disabled = false }: ToggleProps) {
  return (
    <label data-field={path} data-selected={value || undefined} className={FRAME}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={value}
        className="peer sr-only"
        checked={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span
        className={`flex h-4.5 w-8 shrink-0 items-center rounded-full border border-edge bg-hover p-0.5 transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent ${RING}`}
      >
        <span className="size-3 rounded-full bg-ink-3 transition-transform group-data-[selected]:translate-x-3.5 group-data-[selected]:bg-on-accent" />
      </span>
      {label}
    </label>
  );
}
