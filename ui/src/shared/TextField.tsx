import { memo, type ReactNode } from "react";
import { TextField as AriaTextField, Group, Input, TextArea } from "react-aria-components";
import { BOX, FieldFrame, type FieldProps, INPUT, useField } from "./Field";

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
  const { aria, findings } = useField(field);
  return (
    <AriaTextField {...aria} value={value} onChange={onChange} type={type} {...(onBlur ? { onBlur } : {})}>
      <FieldFrame field={field} findings={findings}>
        <Group className={BOX}>
          <Input
            className={`${INPUT} ${KINDS[kind]}`}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={kind === "text"}
          />
          {after ? <span className="shrink-0 pr-2.5 text-ink-3">{after}</span> : null}
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
});

export interface TextBoxProps extends FieldProps {
  value: string;
  onChange: (text: string) => void;
  rows?: number;
}

/** Several lines of text. */
export const TextBox = memo(function TextBox({ value, onChange, rows = 3, ...field }: TextBoxProps) {
  const { aria, findings } = useField(field);
  return (
    <AriaTextField {...aria} value={value} onChange={onChange}>
      <FieldFrame field={field} findings={findings}>
        <Group className={`${BOX} h-auto!`}>
          <TextArea className={`${INPUT} resize-y py-1.5`} rows={rows} />
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
});
