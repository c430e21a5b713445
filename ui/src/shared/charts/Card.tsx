/** The frame of a picture: what it shows, in which measure, and the same as a table. */
import { BarChart3, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../Button";
import { BarChart, type BarChartProps, Swatch } from "./BarChart";

export function Card({
  title,
  note,
  actions,
  children,
}: {
  title: string;
  note?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4">
      <header className="mb-3 flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="text-md font-semibold">
            {title}
          </h2>
          {note ? <p className="text-sm text-ink-3">{note}</p> : null}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}

interface ChartCardProps extends BarChartProps {
  title: string;
  note: string;
  /** One name a series. */
  series: readonly string[];
  /** Head of the first column of the table. */
  groupHead: string;
}

/** A chart with its legend, or its table. */
export function ChartCard({ title, note, series, groupHead, ...chart }: ChartCardProps) {
  const { t } = useTranslation("shared");
  const [isTable, setTable] = useState(false);
  return (
    <Card
      title={title}
      note={note}
      actions={
        <div className="flex shrink-0 items-center gap-3">
          {series.map((name, i) => (
            <span key={name} className="flex items-center gap-1.5 text-sm text-ink-2">
              <Swatch series={i} />
              {name}
            </span>
          ))}
          <IconButton
            label={t(isTable ? "chart.as_chart" : "chart.as_table", { name: title })}
            onPress={() => setTable(!isTable)}
          >
            {isTable ? <BarChart3 size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
          </IconButton>
        </div>
      }
    >
      {isTable ? <ChartTable series={series} groupHead={groupHead} groups={chart.groups} /> : <BarChart {...chart} />}
    </Card>
  );
}

function ChartTable({ series, groupHead, groups }: Pick<ChartCardProps, "series" | "groupHead" | "groups">) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="text-start font-medium">
              {groupHead}
            </th>
            {series.map((name) => (
              <th key={name} scope="col" className="text-end font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.id} className="h-6 border-t border-line">
              <th scope="row" className="text-start font-normal text-ink-2">
                {group.short}
              </th>
              {group.bars.map((bar) => (
                <td key={bar.href} className="amount">
                  <a className="rounded-sm text-ink hover:underline" href={bar.href} aria-label={bar.label}>
                    {bar.text}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
