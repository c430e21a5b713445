import { keycaps } from "./keys";
import { useLanguage } from "./settings";

/** The keys of a chord, as caps. */
export function Kbd({ chord, on = "plain" }: { chord: string; on?: "plain" | "accent" }) {
  const language = useLanguage();
  const look = on === "accent" ? "border-on-accent/40 text-on-accent" : "border-line-strong text-ink-3";
  return (
    <span className="inline-flex gap-0.5" aria-hidden="true">
      {keycaps(chord, language).map((cap) => (
        <span key={cap} className={`min-w-4 rounded-sm border px-1 text-center text-xs leading-4 ${look}`}>
          {cap}
        </span>
      ))}
    </span>
  );
}
