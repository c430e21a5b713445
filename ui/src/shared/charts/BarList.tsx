/** Names with a bar each, the longest first or in an order of their own; every one leads to its rows. */

export interface BarItem {
  id: string;
  label: string;
  /** The value as shown. */
  text: string;
  /** Beside the name: how many rows. */
  note?: string;
  /** In thousandths of the longest; below zero for a negative value. */
  share: number;
  href: string;
  tone?: "accent" | "warn" | "bad";
}

const TONES = { accent: "bg-accent", warn: "bg-warn", bad: "bg-bad" };

export function BarList({ label, items }: { label: string; items: readonly BarItem[] }) {
  return (
    <ul aria-label={label} className="-mx-2">
      {items.map((item) => (
        <li key={item.id}>
          <a href={item.href} className="block rounded-md px-2 py-1.5 -outline-offset-2! hover:bg-hover">
            <span className="flex flex-wrap items-baseline gap-x-3">
              <span className="min-w-0 flex-1 truncate" title={item.label}>
                {item.label}
              </span>
              {item.note ? <span className="text-sm text-ink-3 tabular-nums">{item.note}</span> : null}
              <span className="amount font-medium">{item.text}</span>
            </span>
            <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-hover">
              <span
                className={`block h-full rounded-full ${TONES[item.tone ?? "accent"]} ${item.share === 0 ? "" : "min-w-0.5"}`}
                style={{ width: `${Math.abs(item.share) / 10}%` }}
              />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
