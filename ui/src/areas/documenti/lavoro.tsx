/** Long work with documents: how far it is, how to stop it. */
import { useRef, useState } from "react";
import { Dialog } from "../../shared/Dialog";
import { Progress } from "../../shared/Progress";

interface Stato {
  label: string;
  done: number;
  total: number;
}

export interface Lavoro {
  stato: Stato | null;
  /** Runs the work, which says how many are done and hears whether to go on. */
  run: (label: string, total: number, work: (onDone: (done: number) => boolean) => Promise<void>) => Promise<void>;
  stop: () => void;
}

/** How often it is told how far the work is: a thousand small steps are not drawn one by one. */
const EVERY_MS = 100;

export function useLavoro(): Lavoro {
  const [stato, setStato] = useState<Stato | null>(null);
  const stopped = useRef(false);
  const run: Lavoro["run"] = async (label, total, work) => {
    stopped.current = false;
    let told = performance.now();
    setStato({ label, done: 0, total });
    try {
      await work((done) => {
        if (performance.now() - told >= EVERY_MS) {
          told = performance.now();
          setStato({ label, done, total });
        }
        return !stopped.current;
      });
    } finally {
      setStato(null);
    }
  };
  return {
    stato,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}

/** Over the page while the work goes on; closing it stops the work where it is. */
export function Avanzamento({ lavoro }: { lavoro: Lavoro }) {
  const { stato, stop } = lavoro;
  return (
    <Dialog title={stato?.label ?? ""} isOpen={stato !== null} onClose={stop}>
      {stato ? <Progress label={stato.label} done={stato.done} total={stato.total} onCancel={stop} /> : null}
    </Dialog>
  );
}
