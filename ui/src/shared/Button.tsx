/** Buttons are plain: a list has thirty of them at hand, and they cost what a `<button>` costs until something opens. */
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useRef } from "react";
import { Kbd } from "./Kbd";
import { Tip, useTip } from "./Tip";

type Look = "primary" | "normal" | "quiet" | "accent" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-on-accent font-medium hover:bg-accent-hover",
  normal: "bg-raised text-ink border border-line-strong hover:bg-hover",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink",
  accent: "text-accent-ink font-medium hover:bg-accent-soft",
  danger: "bg-raised text-bad border border-line-strong hover:bg-bad-soft",
};
const BASE =
  "inline-flex h-8 shrink-0 items-center justify-center gap-1.5 rounded-md text-base whitespace-nowrap select-none transition-colors disabled:opacity-50 aria-disabled:opacity-50";

/** The look of a button that has a picture for its words. */
export const ICON = `${BASE} ${LOOKS.quiet} w-8`;

export interface PressProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onClick" | "disabled" | "style"> {
  onPress?: () => void;
  isDisabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** A button without a look of its own. One that cannot be pressed just now keeps the focus, or Escape would not be heard. */
export function Press({ onPress, isDisabled = false, type = "button", ...rest }: PressProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isDisabled || undefined}
      onClick={(event) => {
        if (isDisabled) return event.preventDefault();
        event.currentTarget.focus(); // macOS gives a clicked button no focus; what it opens gives the focus back to it
        onPress?.();
      }}
    />
  );
}

export interface ButtonProps extends Omit<PressProps, "className"> {
  children: ReactNode;
  look?: Look;
  /** The chord that does the same, shown beside the words. */
  chord?: string;
}

export function Button({ look = "normal", chord, children, ...rest }: ButtonProps) {
  return (
    <Press {...rest} className={`${BASE} ${LOOKS[look]} px-3`}>
      {children}
      {chord ? <Kbd chord={chord} on={look === "primary" ? "accent" : "plain"} /> : null}
    </Press>
  );
}

export interface IconButtonProps extends Omit<PressProps, "className" | "aria-label"> {
  children: ReactNode;
  /** What it does: its name for screen readers and its tooltip. */
  label: string;
  chord?: string;
}

export function IconButton({ label, chord, children, ref, onPress, ...rest }: IconButtonProps) {
  const mine = useRef<HTMLButtonElement>(null);
  const tip = useTip();
  return (
    <>
      <Press
        {...rest}
        {...tip.on}
        ref={(button) => {
          mine.current = button;
          if (typeof ref === "function") ref(button);
          else if (ref) ref.current = button;
        }}
        aria-label={label}
        className={ICON}
        onPress={() => {
          tip.hide();
          onPress?.();
        }}
      >
        {children}
      </Press>
      {tip.isShown ? <Tip label={label} chord={chord} of={mine} /> : null}
    </>
  );
}
