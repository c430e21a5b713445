import { memo, type ReactNode } from "react";
import { BOX, type FieldProps, INPUT, PlainField } from "./Field";

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  type?: "text" | "email" | "tel" | "search";
  /** Codes are written in capitals and even digits; amounts stand on the right. */
  kind?: "text" | "code" | "amount";
  /** A unit or a button inside the box. */
  after?: ReactNode;
}

const KINDS = { text: "", code: "uppercase placeholder:normal-case tabular-nums", amount: "amount" };

/** One line of text. It is plain HTML: the editor of a document has fifty of them. */
export const TextField = memo(function TextField({
  value,
  onChange,
  onBlur,
  placeholder,
  type = "text",
  kind = "text",
  after,
  ...field
}: TextFieldProps) {
  return (
    <PlainField field={field}>
      {({ labelId: _, ...control }) => (
        <div className={BOX}>
          <input
            {...control}
            type={type}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onBlur}
            className={`${INPUT} ${KINDS[kind]}`}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={kind === "text"}
          />
          {after ? <span className="shrink-0 pr-2.5 text-ink-3">{after}</span> : null}
        </div>
      )}
    </PlainField>
  );
});

export interface TextBoxProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  rows?: number;
}

/** Several lines of text. */
export const TextBox = memo(function TextBox({ value, onChange, rows = 3, ...field }: TextBoxProps) {
  return (
    <PlainField field={field}>
      {({ labelId: _, ...control }) => (
        <div className={`${BOX} h-auto!`}>
          <textarea
            {...control}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className={`${INPUT} resize-y py-1.5`}
            rows={rows}
          />
        </div>
      )}
    </PlainField>
  );
});
