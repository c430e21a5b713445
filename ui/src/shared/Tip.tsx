/** The words of a button that has only a picture: under the mouse after a moment, at once where the keyboard went. */
import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./Kbd";

const DELAY_MS = 500;
const GAP = 6;

/** When it shows; `on` goes to the button. */
export function useTip() {
  const [isShown, setShown] = useState(false);
  const timer = useRef(0);
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!isShown) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setShown(false);
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [isShown]);
  const on = {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === "mouse") timer.current = window.setTimeout(() => setShown(true), DELAY_MS);
    },
    onPointerLeave: hide,
    onPointerDown: hide,
    onFocus: (event: FocusEvent) => setShown(event.currentTarget.matches(":focus-visible")),
    onBlur: hide,
  };
  return { isShown, hide, on };
}

interface TipProps {
  label: string;
  chord?: string | undefined;
  of: RefObject<HTMLElement | null>;
}

/** Over the button, or under it where there is no room; screen readers know the button by the same words. */
export function Tip({ label, chord, of }: TipProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tip = box.current;
    const button = of.current?.getBoundingClientRect();
    if (!tip || !button) return;
    const { width, height } = tip.getBoundingClientRect();
    const above = button.top - GAP - height;
    const left = button.left + (button.width - width) / 2;
    tip.style.top = `${above < 0 ? button.bottom + GAP : above}px`;
    tip.style.left = `${Math.min(Math.max(left, GAP), innerWidth - width - GAP)}px`;
  }, [of]);
  return createPortal(
    <div
      ref={box}
      role="tooltip"
      className="pointer-events-none fixed z-50 flex items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-sm text-ink shadow-pop"
    >
      {label}
      {chord ? <Kbd chord={chord} /> : null}
    </div>,
    document.body,
  );
}
