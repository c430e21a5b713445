/** Fields for amounts. The text goes to the engine as typed; nothing here turns it into a number. */
import { useState } from "react";
import type { FieldProps } from "./Field";
import { entryAtRest } from "./format";
import { useLanguage } from "./settings";
import { TextField } from "./TextField";

export interface AmountInputProps extends FieldProps {
  /** The entry as typed: `1.234,56`, `1234,5`, `15%`. From a canonical decimal: `format.entry`. */
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
}

/** At rest an entry is shown grouped; while it is edited it is exactly what was typed. */
function AmountInput({ minDecimals, unit, ...rest }: AmountInputProps & { minDecimals: number; unit?: string }) {
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that its field is being edited
    <div className="min-w-0" onFocus={() => setEditing(true)} onBlur={() => setEditing(false)}>
      <TextField
        {...rest}
        kind="amount"
        value={editing ? rest.value : entryAtRest(rest.value, minDecimals, language)}
        after={unit && rest.value.includes(unit) ? undefined : unit}
      />
    </div>
  );
}

/** An amount or a unit price in euro. */
export function MoneyInput(props: AmountInputProps) {
  return <AmountInput {...props} minDecimals={2} unit="€" />;
}

/** A unit price where the column says that it is euro. */
export function PriceInput(props: AmountInputProps) {
  return <AmountInput {...props} minDecimals={2} />;
}

export function QuantityInput(props: AmountInputProps) {
  return <AmountInput {...props} minDecimals={0} />;
}

/** A rate; `15%` and `15` are the same to the engine. */
export function PercentInput(props: AmountInputProps) {
  return <AmountInput {...props} minDecimals={0} unit="%" />;
}
