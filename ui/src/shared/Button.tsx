import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from "react-aria-components";
import { Kbd } from "./Kbd";

type Look = "primary" | "normal" | "quiet" | "accent" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-on-accent font-medium hover:bg-accent-hover pressed:bg-accent-hover",
  normal: "bg-raised text-ink border border-line-strong hover:bg-hover",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink",
  accent: "text-accent-ink font-medium hover:bg-accent-soft",
  danger: "bg-raised text-bad border border-line-strong hover:bg-bad-soft",
};
const BASE =
  "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md text-base whitespace-nowrap select-none transition-colors disabled:opacity-50 aria-disabled:opacity-50";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  children: ReactNode;
  look?: Look;
  /** The chord that does the same, shown beside the words. */
  chord?: string;
}

export function Button({ look = "normal", chord, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${BASE} ${LOOKS[look]} px-3`}>
      {children}
      {chord ? <Kbd chord={chord} on={look === "primary" ? "accent" : "plain"} /> : null}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> {
  children: ReactNode;
  /** What it does: its name for screen readers and its tooltip. */
  label: string;
  chord?: string;
  look?: Look;
}

export function IconButton({ label, chord, children, look = "quiet", ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className={`${BASE} ${LOOKS[look]} w-8`}>
        {children}
      </AriaButton>
      <Tooltip
        offset={6}
        className="flex items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-pop"
      >
        {label}
        {chord ? <Kbd chord={chord} /> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
