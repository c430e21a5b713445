/** Files dragged onto the window. The shell keeps their paths and hands over tokens; a page says what it does with them. */
import { listen } from "@tauri-apps/api/event";
import { useEffect, useRef, useState } from "react";
import type { Scelto } from "../ipc/generated";

/** What the shell says: files hang over the window, or were let go. */
const OVER = "files-over";
const DROPPED = "files-dropped";

/** Takes what is dropped while the page is shown; whether files hang over the window right now. */
export function useDrop(take: (tokens: string[], files: readonly Scelto[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const stops = [
      listen<boolean>(OVER, ({ payload }) => setOver(payload)),
      listen<Scelto[]>(DROPPED, ({ payload }) => {
        setOver(false);
        latest.current(
          payload.map((file) => file.token),
          payload,
        );
      }),
    ];
    return () => {
      for (const stop of stops) void stop.then((end) => end());
    };
  }, []);
  return over;
}
