import { keycaps } from "./keys";

/** The keys of a chord, as caps. */
export function Kbd({ chord, on = "plain" }: { chord: string; on?: "plain" | "accent" }) {
  const look = on === "accent" ? "border-on-accent/40 text-on-accent" : "border-line-strong text-ink-3";
  return (
    <span className="inline-flex gap-0.5" aria-hidden="true">
      {keycaps(chord).map((cap) => (
        <span key={cap} className={`min-w-4 rounded-sm border px-1 text-center text-xs leading-4 ${look}`}>
          {cap}
        </span>
      ))}
    </span>
  );
}
