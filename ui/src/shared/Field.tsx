import { createContext, type ReactNode, useContext, useId } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import type { Problem } from "../ipc/generated";
import type { Language } from "./format";
import { useProblemsAt } from "./problems";
import { sentence } from "./sentence";
import { useLanguage } from "./settings";

/** What every field takes. */
export interface FieldProps {
  label: string;
  /** The dotted path of this field in the draft (`righe.0.prezzo`): the engine's findings arrive by it. */
  path?: string;
  hint?: ReactNode;
  /** In a line grid the column's header is the label and the line shows its findings: here both are for screen readers only. */
  bare?: boolean;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
}

/** The box of a field; `box` is a name by which a line grid finds it. */
export const BOX =
  "box flex h-8 w-full min-w-0 items-center rounded-md border border-edge bg-surface text-base text-ink transition-colors hover:border-ink-3 focus-within:outline-2 focus-within:outline-offset-0 focus-within:outline-accent-ink group-data-[invalid]:border-bad group-data-[disabled]:opacity-60";
export const INPUT = "h-full w-full min-w-0 flex-1 bg-transparent px-2.5 outline-none!";

/** What the control of a plain field says of itself. */
export interface Control {
  id: string;
  /** The id of its label. */
  labelId: string;
  disabled: boolean;
  autoFocus: boolean;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
  "aria-describedby": string | undefined;
}

/** A field of plain HTML: label above, control, hint and findings below. */
export function PlainField({ field, children }: { field: FieldProps; children: (control: Control) => ReactNode }) {
  const { path, required = false, disabled = false, autoFocus = false, bare = false } = field;
  const id = useId();
  const language = useLanguage();
  const findings = useProblemsAt(path);
  const errors = findings.filter((finding) => finding.severity === "error");
  const warnings = findings.filter((finding) => finding.severity !== "error");
  const isInvalid = errors.length > 0;
  const said = (kind: string) => `${id}-${kind}`;
  const below = [
    { kind: "hint", look: "text-sm text-ink-3", words: findings.length === 0 ? field.hint : undefined },
    { kind: "warning", look: bare ? "sr-only" : "text-sm text-warn", words: sentences(warnings, language) },
    { kind: "error", look: bare ? "sr-only" : "text-sm text-bad", words: sentences(errors, language) },
  ].filter(({ words }) => words);
  return (
    <div
      data-field={path}
      data-invalid={isInvalid || undefined}
      data-disabled={disabled || undefined}
      className="group flex min-w-0 flex-col gap-1"
    >
      <label htmlFor={id} id={said("label")} className={bare ? "sr-only" : LABEL}>
        {field.label}
        {required ? <Required /> : null}
      </label>
      {children({
        id,
        labelId: said("label"),
        disabled,
        autoFocus,
        "aria-invalid": isInvalid || undefined,
        "aria-required": required || undefined,
        "aria-describedby": below.map(({ kind }) => said(kind)).join(" ") || undefined,
      })}
      {below.map(({ kind, look, words }) => (
        <span key={kind} id={said(kind)} className={look}>
          {words}
        </span>
      ))}
    </div>
  );
}

const LABEL = "truncate text-sm font-medium text-ink-2";

function sentences(findings: readonly Problem[], language: Language): string {
  return findings.map((finding) => sentence(finding, language)).join(" ");
}

function Required() {
  return (
    <span className="text-ink-3" aria-hidden="true">
      {" *"}
    </span>
  );
}

const Bare = createContext(false);

/** The common props of a React Aria field, with the engine's findings of its path. */
export function useField({ path, required = false, disabled = false, autoFocus = false }: FieldProps) {
  const findings = useProblemsAt(path);
  const errors = findings.filter((finding) => finding.severity === "error");
  return {
    findings,
    aria: {
      isInvalid: errors.length > 0,
      isRequired: required,
      isDisabled: disabled,
      autoFocus,
      validationBehavior: "aria" as const,
      "data-field": path,
      className: "group flex min-w-0 flex-col gap-1",
    },
  };
}

/** The same around a React Aria control. */
export function FieldFrame({
  field,
  findings,
  children,
}: {
  field: FieldProps;
  findings: readonly Problem[];
  children: ReactNode;
}) {
  const language = useLanguage();
  const errors = findings.filter((finding) => finding.severity === "error");
  const warnings = findings.filter((finding) => finding.severity !== "error");
  return (
    <Bare value={field.bare ?? false}>
      <FieldLabel required={field.required ?? false}>{field.label}</FieldLabel>
      {children}
      {field.hint && findings.length === 0 ? (
        <Text slot="description" className="text-sm text-ink-3">
          {field.hint}
        </Text>
      ) : null}
      {warnings.length > 0 ? (
        <Text slot="description" className={field.bare ? "sr-only" : "text-sm text-warn"}>
          {sentences(warnings, language)}
        </Text>
      ) : null}
      <FieldError className={field.bare ? "sr-only" : "text-sm text-bad"}>{sentences(errors, language)}</FieldError>
    </Bare>
  );
}

function FieldLabel({ children, required }: { children: string; required: boolean }) {
  const bare = useContext(Bare);
  return (
    <Label className={bare ? "sr-only" : LABEL}>
      {children}
      {required ? <Required /> : null}
    </Label>
  );
}
