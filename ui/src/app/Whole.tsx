/** Text that is cut off, told whole beside it: where the keyboard stands, and under a mouse that rests where no title does it. */
import { useEffect, useState } from "react";

/** Who runs through a list is not flashed at. */
const REST_MS = 350;
/** Something with more in it is a page, not a text that was cut. */
const MOST_PARTS = 40;
const MARGIN = 8;

interface Shown {
  text: string;
  left: number;
  /** Below what is cut, or above where there is no room. */
  top: number | null;
  bottom: number | null;
}

export function Whole() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let timer = 0;
    const after = (find: () => Element | null) => {
      clearTimeout(timer);
      setShown(null);
      timer = window.setTimeout(() => setShown(whole(find())), REST_MS);
    };
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const onKey = () => after(standing);
    const onOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === "mouse" && target instanceof Element)
        after(() => (target.closest("[title]") ? null : target));
    };
    addEventListener("keyup", onKey);
    addEventListener("pointerover", onOver);
    addEventListener("pointerdown", hide);
    addEventListener("wheel", hide, { passive: true });
    addEventListener("blur", hide);
    return () => {
      hide();
      removeEventListener("keyup", onKey);
      removeEventListener("pointerover", onOver);
      removeEventListener("pointerdown", hide);
      removeEventListener("wheel", hide);
      removeEventListener("blur", hide);
    };
  }, []);
  if (!shown) return null;
  return (
    // screen readers hear the whole text where it stands
    <p
      aria-hidden="true"
      data-whole=""
      className="pointer-events-none fixed z-50 max-h-[40vh] w-max max-w-[min(36rem,90vw)] overflow-hidden rounded-md border border-line bg-raised px-3 py-2 shadow-pop [overflow-wrap:anywhere]"
      style={{ left: shown.left, ...(shown.top === null ? { bottom: shown.bottom ?? 0 } : { top: shown.top }) }}
    >
      {shown.text}
    </p>
  );
}

/** What the keyboard is on: the focused thing, or the cell or choice that it names. */
function standing(): Element | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const named = focused.getAttribute("aria-activedescendant");
  return (named && document.getElementById(named)) || focused;
}

function whole(of: Element | null): Shown | null {
  if (!of?.isConnected) return null;
  const parts = [of, ...of.querySelectorAll("*"), ...((of as HTMLInputElement).labels ?? [])];
  if (parts.length > MOST_PARTS) return null;
  const cut = parts.filter(isCut);
  const [first] = cut;
  if (!first) return null;
  const box = first.getBoundingClientRect();
  const isLow = box.bottom > innerHeight * 0.6;
  return {
    text: cut.map((part) => (part instanceof HTMLInputElement ? part.value : part.textContent)).join(" · "),
    left: Math.max(MARGIN, Math.min(box.left, innerWidth * 0.6)),
    top: isLow ? null : box.bottom + 4,
    bottom: isLow ? innerHeight - box.top + 4 : null,
  };
}

/** Its text is wider than its box, which hides the rest. */
function isCut(part: Element): boolean {
  if (part.scrollWidth <= part.clientWidth + 1 || part.clientWidth === 0) return false;
  if (part instanceof HTMLInputElement) return true;
  const isHidden = getComputedStyle(part).overflowX !== "visible" && getComputedStyle(part).overflowX !== "auto";
  return isHidden && [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent !== "");
}
