/** The page of a list: what every area's list has, written once. The area says what it asks, shows and offers. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../ipc/client";
import { Button } from "../Button";
import { type Column, type Layout, useArrangement } from "../grid/columns";
import { DataGrid } from "../grid/DataGrid";
import type { Selection } from "../grid/select";
import { KEYS, useKeys, type Verb } from "../keys";
import { EmptyState, ListPage } from "../Page";
import { focusField } from "../problems";
import { go } from "../route";
import { useLanguage } from "../settings";
import { ORDER, useUrlFilter } from "../urlFilter";
import { Chosen } from "./Chosen";
import { Columns } from "./Columns";
import { Export } from "./Export";
import { FILTER_PATH, FilterBar, type FilterField } from "./FilterBar";
import { filterIn, type ListSpec, sourceOf, sumsQuery } from "./spec";
import { Views } from "./Views";
import { firstView } from "./views";

export interface ListViewProps<Row, Filter, Sums extends { righe: number }> {
  spec: ListSpec<Row, Filter & Sorted, Sums>;
  title: string;
  actionsLabel: string;
  columns: readonly Column<Row>[];
  fields: readonly FilterField[];
  /** The sums by column id; the count of rows stands by itself under the first column that has none. */
  totals?: (sums: Sums) => Readonly<Record<string, string>>;
  /** How a new row is made, where it is made here. */
  create?: Offer;
  /** What else can be done with the list as a whole. */
  more?: readonly (Offer & { icon: ReactNode })[];
  pathOf: (row: Row) => string;
  onPreview?: (row: Row) => void;
  /** What further keys do with the active row. */
  rowKeys?: Readonly<Partial<Record<Verb, (row: Row) => void>>>;
  /** What can be done with the chosen rows. */
  chosen?: (ids: Selection) => ReactNode;
  /** Between the head and the filter row: tabs. */
  above?: ReactNode;
  /** What the page says before there is anything. */
  empty: { icon: ReactNode; text: string; action?: ReactNode };
}

interface Offer {
  label: string;
  run: () => void;
}

interface Sorted {
  sort: string;
  direction: "ascending" | "descending";
}

const NONE: Selection = new Set();

/** What was chosen in each list when it was left: coming back from a record finds it. */
const choices = new Map<string, { under: string; ids: Selection }>();

export function ListView<Row extends { id: string }, Filter, Sums extends { righe: number }>(
  props: ListViewProps<Row, Filter, Sums>,
) {
  const { spec, create, more = [] } = props;
  const { t } = useTranslation("shared");
  const url = useUrlFilter();
  const words = url.search.toString();
  const language = useLanguage();
  const arrangement = useArrangement(spec.id, props.columns);
  const [choice, setChoice] = useState(choices.get(spec.id) ?? { under: words, ids: NONE });
  // what is chosen is what one sees: another filter begins anew
  const chosen = choice.under === words ? choice.ids : NONE;
  const choose = (ids: Selection) => {
    setChoice({ under: words, ids });
    choices.set(spec.id, { under: words, ids });
  };
  const show = (view: { words: string; layout: Layout }) => {
    url.put(view.words);
    arrangement.put(view.layout);
  };
  // an address that asks for nothing opens the list with the view chosen for that
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useLayoutEffect(() => {
    const view = firstView(spec.id);
    if (words === "" && view) show(view);
  }, []);
  useKeys({ ...(create ? { new: create.run } : {}), filter: () => void focusField(FILTER_PATH) });
  const filter = filterIn(spec, url.search);
  const { data: sums, isPlaceholderData } = useQuery({
    ...sumsQuery(spec, filter),
    placeholderData: keepPreviousData,
  });
  const totals = sums ? { ...props.totals?.(sums) } : {};
  const isBare = sums?.righe === 0 && !url.isFiltered;
  const uncounted = arrangement.columns.find((column) => column.align !== "end" && totals[column.id] === undefined);
  if (sums && uncounted) totals[uncounted.id] = t("list.rows", { count: sums.righe });
  return (
    <ListPage
      title={props.title}
      actionsLabel={props.actionsLabel}
      actions={
        <>
          <Views
            list={spec.id}
            words={words}
            layout={arrangement.layout}
            onChoose={(of, layout) => show({ words: of, layout })}
          />
          {isBare ? null : (
            <>
              <Columns arrangement={arrangement} />
              <Export
                elenco={{
                  lista: spec.lista(filter),
                  colonne: arrangement.columns.map((column) => column.id),
                  titolo: props.title,
                  lingua: language,
                }}
              />
            </>
          )}
          {more.map(({ label, icon, run }) => (
            <Button key={label} onPress={run}>
              {icon}
              {label}
            </Button>
          ))}
          {create ? (
            <Button look="primary" chord={KEYS.new[0]} onPress={create.run}>
              <Plus size={16} aria-hidden="true" />
              {create.label}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex h-full min-h-0 flex-col">
        {props.above}
        <div className="min-h-0 flex-1">
          <DataGrid
            id={spec.id}
            label={props.title}
            arrangement={arrangement}
            allIds={() => call("elenco_ids", { lista: spec.lista(filter) })}
            rowId={rowId}
            source={{ ...sourceOf(spec, filter), count: isPlaceholderData ? undefined : sums?.righe }}
            sort={{ column: filter.sort, direction: filter.direction }}
            onSort={(sort) => url.set({ [ORDER.column]: sort.column, [ORDER.direction]: sort.direction })}
            onOpen={(row) => go(props.pathOf(row))}
            {...(props.onPreview ? { onPreview: props.onPreview } : {})}
            {...(props.rowKeys ? { rowKeys: props.rowKeys } : {})}
            selection={chosen}
            onSelect={choose}
            filters={
              chosen.size > 0 ? (
                <Chosen count={chosen.size} onDone={() => choose(NONE)}>
                  {props.chosen?.(chosen)}
                </Chosen>
              ) : (
                <FilterBar url={url} fields={props.fields} />
              )
            }
            totals={totals}
            empty={
              url.isFiltered ? (
                <EmptyState text={t("list.none")} action={<Button onPress={url.clear}>{t("list.clear")}</Button>} />
              ) : (
                <EmptyState
                  icon={props.empty.icon}
                  text={props.empty.text}
                  action={
                    props.empty.action ?? (
                      <div className="flex gap-2">
                        {create ? (
                          <Button look="primary" onPress={create.run}>
                            {create.label}
                          </Button>
                        ) : null}
                        {more.map(({ label, run }) => (
                          <Button key={label} onPress={run}>
                            {label}
                          </Button>
                        ))}
                      </div>
                    )
                  }
                />
              )
            }
            autoFocus
          />
        </div>
      </div>
    </ListPage>
  );
}

const rowId = (row: { id: string }) => row.id;
