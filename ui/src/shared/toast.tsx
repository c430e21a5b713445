/** Short notices at the foot of the window, with a way back where there is one. */
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { onWrite, toFailure } from "../ipc/client";
import { Button, IconButton } from "./Button";
import { sentence } from "./sentence";
import { current } from "./settings";

interface Toast {
  id: number;
  text: string;
  /** Takes back what was done. */
  undo: (() => void) | undefined;
}

const PLAIN_MS = 5_000;
const UNDO_MS = 12_000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

// undo takes back the last write: a notice of an earlier one must not offer it any more
onWrite(() => put(toasts.map((item) => ({ ...item, undo: undefined }))));

export function toast(text: string, undo?: () => void): void {
  put([...toasts, { id: nextId++, text, undo }].slice(-3));
}

/** A refusal that has no page of its own to stand on. */
export function sayFailure(reason: unknown): void {
  const { code, args } = toFailure(reason);
  toast(sentence({ code, args, sdi: null }, current().language));
}

export function Toasts() {
  const { t } = useTranslation("shared");
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section
      aria-label={t("notices")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-11 z-50 flex flex-col items-center gap-2"
    >
      {shown.map((item) => (
        <ToastView key={item.id} item={item} />
      ))}
    </section>
  );
}

function ToastView({ item }: { item: Toast }) {
  const { t } = useTranslation("shared");
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => drop(item.id), item.undo ? UNDO_MS : PLAIN_MS);
    return () => clearTimeout(timer);
  }, [held, item]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: reading it with the mouse or the focus keeps it there
    <div
      className="pointer-events-auto flex items-center gap-2 rounded-lg border border-line bg-raised py-1 pr-1 pl-4 shadow-pop"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="py-1.5 pr-2">{item.text}</span>
      {item.undo ? (
        <Button
          look="accent"
          onPress={() => {
            item.undo?.();
            drop(item.id);
          }}
        >
          {t("undo")}
        </Button>
      ) : null}
      <IconButton label={t("close")} onPress={() => drop(item.id)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function drop(id: number): void {
  put(toasts.filter((item) => item.id !== id));
}

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
