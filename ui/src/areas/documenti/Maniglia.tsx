/** The number of a line, by which it is dragged to another place; by keyboard Alt and the arrows do the same. */
import { GripVertical } from "lucide-react";
import { memo, type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  index: number;
  onMove: (from: number, to: number) => void;
}

export const Maniglia = memo(function Maniglia({ index, onMove }: Props) {
  const { t } = useTranslation("documenti");
  const over = useRef<HTMLElement | null>(null);
  const mark = (line: HTMLElement | null) => {
    over.current?.removeAttribute("data-over");
    over.current = line;
    line?.setAttribute("data-over", "");
  };
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    mark(lineAt(event));
  };
  const drop = () => {
    const to = over.current?.dataset.riga;
    mark(null);
    if (to !== undefined && +to !== index) onMove(index, +to);
  };
  return (
    <span
      title={t("riga.trascina")}
      onPointerDown={start}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={() => mark(null)}
      className="group/grip flex h-8 cursor-grab touch-none items-center justify-end text-xs text-ink-3 tabular-nums select-none active:cursor-grabbing"
    >
      <span className="group-hover/grip:hidden">{index + 1}</span>
      <GripVertical size={14} aria-hidden="true" className="hidden group-hover/grip:block" />
    </span>
  );
});

/** The line of the draft under the pointer. */
function lineAt({ clientX, clientY }: PointerEvent): HTMLElement | null {
  const line = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-riga]") ?? null;
  return line?.matches(":last-child") ? null : line; // the empty line at the end is no place
}
