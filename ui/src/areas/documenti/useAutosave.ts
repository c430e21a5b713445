import { useCallback, useEffect, useRef, useState } from "react";
import { call, refresh, tell } from "../../ipc/client";
import type { DocumentoDraft } from "../../ipc/generated";
import { type Draft, forget } from "../../shared/useDraft";

/** From one write's begin to the next; with the write itself, less than a second of typing is ever at risk. */
const PAUSE_MS = 500;
/** What could not be kept is tried again less often. */
const FAILED_MS = 5_000;
/** What else shows the draft (its history, the lists) is asked again when one has stopped typing for so long. */
const REST_MS = 1_000;

/** Something that did not succeed, and how to try it again. */
export interface Failed {
  reason: unknown;
  retry: () => void;
}

/** Keeps the draft while one types; answers how to keep it now. A draft can always be stored. */
export function useAutosave(
  draft: Draft<DocumentoDraft>,
  place: string,
  onFailure: (failure: Failed | undefined) => void,
): () => Promise<string | null> {
  const now = useRef(draft);
  now.current = draft;
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const made = useRef<string | null>(null);
  const failed = useRef(onFailure);
  failed.current = onFailure;
  const [pause, setPause] = useState({ ms: PAUSE_MS });
  const { spoil, show } = useSpoiled();
  const store = useCallback(() => {
    const next = running.current.then(async () => {
      const { value: sent, isDirty, settle } = now.current;
      if (!isDirty) return sent.id ?? made.current;
      const begun = performance.now();
      try {
        const saved = await call("documenti_save", { draft: { ...sent, id: sent.id ?? made.current } });
        tell();
        spoil(saved.touched);
        made.current = saved.value.id;
        settle(saved.value.draft, sent);
        failed.current(undefined);
        setPause({ ms: Math.max(0, PAUSE_MS - (performance.now() - begun)) });
        return saved.value.id;
      } catch (reason) {
        failed.current({ reason, retry: () => void store() }); // what was typed stays in the form
        setPause({ ms: FAILED_MS });
        return null;
      }
    });
    running.current = next;
    return next;
  }, [spoil]);
  // counted from the first change on, not from the last: one who types without a pause is kept all the same
  useEffect(() => {
    if (!draft.isDirty) return;
    const timer = setTimeout(() => void store(), pause.ms);
    return () => clearTimeout(timer);
  }, [draft.isDirty, pause, store]);
  // leaving in the middle of that second: kept all the same, and only what cannot be kept waits at its place
  useEffect(
    () => () => {
      show();
      void store().then((id) => {
        show();
        if (id) forget(place);
      });
    },
    [store, show, place],
  );
  return useCallback(async () => {
    const id = await store();
    show();
    return id;
  }, [store, show]);
}

/** Areas that were written, and when what shows them is asked again: it must not hold up what is typed next. */
function useSpoiled() {
  const areas = useRef(new Set<string>());
  const timer = useRef(0);
  const show = useCallback(() => {
    clearTimeout(timer.current);
    if (areas.current.size > 0) void refresh([...areas.current]);
    areas.current.clear();
  }, []);
  const spoil = useCallback(
    (touched: readonly string[]) => {
      for (const area of touched) areas.current.add(area);
      clearTimeout(timer.current);
      timer.current = window.setTimeout(show, REST_MS);
    },
    [show],
  );
  return { spoil, show };
}
