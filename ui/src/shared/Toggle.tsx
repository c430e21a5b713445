import { Check } from "lucide-react";
import { memo } from "react";
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from "react-aria-components";

export interface ToggleProps {
  label: string;
  path?: string;
  value: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}

export const Checkbox = memo(function Checkbox({ label, path, value, onChange, disabled = false }: ToggleProps) {
  return (
    <AriaCheckbox
      data-field={path}
      isSelected={value}
      onChange={onChange}
      isDisabled={disabled}
      className="group relative flex min-h-8 items-center gap-2"
    >
      <span className="flex size-4 shrink-0 items-center justify-center rounded border border-edge bg-surface text-on-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-1 group-data-[focus-visible]:outline-accent-ink">
        <Check size={12} strokeWidth={3} className="invisible group-data-[selected]:visible" aria-hidden="true" />
      </span>
      {label}
    </AriaCheckbox>
  );
});

export function Switch({ label, path, value, onChange, disabled = false }: ToggleProps) {
  return (
    <AriaSwitch
      data-field={path}
      isSelected={value}
      onChange={onChange}
      isDisabled={disabled}
      className="group relative flex min-h-8 items-center gap-2"
    >
      <span className="flex h-4.5 w-8 shrink-0 items-center rounded-full border border-edge bg-hover p-0.5 transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-1 group-data-[focus-visible]:outline-accent-ink">
        <span className="size-3 rounded-full bg-ink-3 transition-transform group-data-[selected]:translate-x-3.5 group-data-[selected]:bg-on-accent" />
      </span>
      {label}
    </AriaSwitch>
  );
}
