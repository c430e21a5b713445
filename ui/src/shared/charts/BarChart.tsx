/** Groups of bars side by side, drawn small: every bar leads to the rows it is made of. Heights come from the engine. */
import { type KeyboardEvent, useRef, useState } from "react";

export interface Bar {
  /** The bar in words: for screen readers, and over its value. */
  label: string;
  /** Its value as shown. */
  text: string;
  /** In thousandths of the chart, below zero for a negative value. */
  height: number;
  /** The rows it is made of. */
  href: string;
}

export interface Group {
  id: string;
  /** Under the group. */
  short: string;
  bars: readonly Bar[];
}

/** A line across, with its value. */
export interface Line {
  text: string;
  /** From the foot, in thousandths of the chart. */
  height: number;
}

export interface BarChartProps {
  label: string;
  groups: readonly Group[];
  lines: readonly Line[];
  /** Height of zero from the foot, in thousandths of the chart. */
  zero: number;
}

const WHOLE = 1000;
/** Of the room of a group, in thousandths: the bars, apart by as much on both sides. */
const GROUP = 720;
/** Filled and hollow, so that no one needs the colour to tell them apart. */
const LOOKS = ["fill-accent stroke-accent", "fill-hover stroke-edge"];
const percent = (thousandths: number) => `${thousandths / 10}%`;

/** The mark of a series in its legend. */
export function Swatch({ series }: { series: number }) {
  return (
    <svg width="10" height="10" aria-hidden="true" className={LOOKS[series % LOOKS.length]}>
      <rect x="0.5" y="0.5" width="9" height="9" rx="2" />
    </svg>
  );
}

export function BarChart({ label, groups, lines, zero }: BarChartProps) {
  const [shown, setShown] = useState<{ group: number; bar: number } | null>(null);
  const [ringed, setRinged] = useState(false);
  const [stop, setStop] = useState(0);
  const plot = useRef<SVGSVGElement>(null);
  const bars = groups.flatMap((group, g) => group.bars.map((bar, b) => ({ bar, g, b, of: group.bars.length })));
  const move = (event: KeyboardEvent) => {
    const last = bars.length - 1;
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), last);
    setStop(next);
    plot.current?.querySelectorAll("a")[next]?.focus();
  };
  const placeOf = (bar: Bar, g: number, b: number, of: number) => {
    const room = WHOLE / groups.length;
    const width = (room * GROUP) / WHOLE / of;
    const left = g * room + (room * (WHOLE - GROUP)) / WHOLE / 2 + b * width;
    return { left, width, top: WHOLE - zero - Math.max(bar.height, 0) };
  };
  const ring = ringed ? bars[stop] : undefined;
  const tip = shown && groups[shown.group]?.bars[shown.bar];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame a picture
    <div role="group" aria-label={label} className="flex gap-2">
      <Scale lines={lines} />
      <div className="min-w-0 flex-1">
        <div className="relative h-48 2xl:h-64">
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the group around it has the name, each bar its own */}
          <svg
            ref={plot}
            className="absolute inset-0 size-full overflow-visible"
            onKeyDown={move}
            onMouseLeave={() => setShown(null)}
          >
            {lines.map((line) => (
              <line
                key={line.height}
                x1="0"
                x2="100%"
                y1={percent(WHOLE - line.height)}
                y2={percent(WHOLE - line.height)}
                className={line.height === zero ? "stroke-line-strong" : "stroke-line"}
              />
            ))}
            {bars.map(({ bar, g, b, of }, i) => {
              const { left, width, top } = placeOf(bar, g, b, of);
              return (
                <a
                  key={`${groups[g]?.id}.${b}`}
                  href={bar.href}
                  aria-label={bar.label}
                  tabIndex={i === stop ? 0 : -1}
                  className="group/bar outline-none!"
                  onFocus={(event) => {
                    setStop(i);
                    setRinged(event.currentTarget.matches(":focus-visible"));
                    setShown({ group: g, bar: b });
                  }}
                  onBlur={() => {
                    setRinged(false);
                    setShown(null);
                  }}
                  onMouseEnter={() => setShown({ group: g, bar: b })}
                >
                  {/* a small value is as easy to hit as a large one */}
                  <rect x={percent(left)} width={percent(width)} y="0" height="100%" className="fill-transparent" />
                  <rect
                    x={percent(left + width * 0.06)}
                    width={percent(width * 0.88)}
                    y={percent(top)}
                    height={percent(Math.abs(bar.height))}
                    rx="2"
                    className={`${LOOKS[b % LOOKS.length]} group-hover/bar:opacity-80`}
                  />
                </a>
              );
            })}
            {ring ? <Ring {...placeOf(ring.bar, ring.g, ring.b, ring.of)} height={Math.abs(ring.bar.height)} /> : null}
          </svg>
          {tip ? <Tip group={shown.group} of={groups.length} bar={tip} zero={zero} /> : null}
        </div>
        <div aria-hidden="true" className="flex pt-1">
          {groups.map((group) => (
            <span key={group.id} className="min-w-0 flex-1 truncate text-center text-xs text-ink-3">
              {group.short}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where the keyboard stands: around the bar, apart from it, and over its neighbours. */
function Ring({ left, width, top, height }: { left: number; width: number; top: number; height: number }) {
  const box = {
    x: `calc(${percent(left)} - 3px)`,
    y: `calc(${percent(top)} - 4px)`,
    width: `calc(${percent(width)} + 6px)`,
    height: `calc(${percent(height)} + 8px)`,
  };
  return <rect data-ring rx="4" style={box} className="pointer-events-none fill-none stroke-accent-ink stroke-2" />;
}

/** The values of the lines; as wide as the longest. */
function Scale({ lines }: { lines: readonly Line[] }) {
  return (
    <div aria-hidden="true" className="relative h-48 2xl:h-64 shrink-0 text-end text-xs text-ink-3 tabular-nums">
      {lines.map((line) => (
        <span key={line.height} className="block h-0 overflow-hidden">
          {line.text}
        </span>
      ))}
      {lines.map((line) => (
        <span
          key={line.height}
          className="absolute right-0 translate-y-1/2 whitespace-nowrap"
          style={{ bottom: percent(line.height) }}
        >
          {line.text}
        </span>
      ))}
    </div>
  );
}

/** The value of the bar under the mouse or the focus; screen readers hear it of the bar itself. */
function Tip({ group, of, bar, zero }: { group: number; of: number; bar: Bar; zero: number }) {
  const side = group * 3 < of ? "" : group * 3 >= of * 2 ? "-translate-x-full" : "-translate-x-1/2";
  return (
    <div
      aria-hidden="true"
      className={`pointer-events-none absolute z-10 mb-1 rounded-md border border-line bg-raised px-2 py-1 text-sm whitespace-nowrap shadow-pop ${side}`}
      style={{
        left: percent(((group + 0.5) * WHOLE) / of),
        bottom: percent(Math.min(zero + Math.max(bar.height, 0), 820)),
      }}
    >
      <span className="block text-ink-2">{bar.label}</span>
    </div>
  );
}
