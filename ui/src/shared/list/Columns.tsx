import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../Button";
import { type Arrangement, AT_FIRST } from "../grid/columns";
import { Popover } from "../Menu";
import { Checkbox } from "../Toggle";

/** Which columns are shown, and in which order. */
export function Columns<Row>({ arrangement }: { arrangement: Arrangement<Row> }) {
  const { t } = useTranslation("shared");
  const { all, columns, layout, show, move, put } = arrangement;
  return (
    <Popover
      label={t("list.columns")}
      trigger={
        <Button look="quiet">
          <Columns3 size={16} aria-hidden="true" />
          {t("list.columns")}
        </Button>
      }
    >
      <div className="flex w-64 flex-col gap-2">
        <ul className="max-h-96 overflow-auto">
          {all.map((column, i) => {
            const isShown = columns.includes(column);
            return (
              <li key={column.id} className="flex items-center gap-1">
                <div className="min-w-0 flex-1">
                  <Checkbox
                    label={column.header}
                    value={isShown}
                    // a list without columns shows nothing to come back to
                    disabled={isShown && columns.length === 1}
                    onChange={(on) => show(column.id, on)}
                  />
                </div>
                <IconButton
                  label={t("list.column_before", { name: column.header })}
                  isDisabled={i === 0}
                  onPress={() => move(column.id, -1)}
                >
                  <ArrowUp size={14} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={t("list.column_after", { name: column.header })}
                  isDisabled={i === all.length - 1}
                  onPress={() => move(column.id, 1)}
                >
                  <ArrowDown size={14} aria-hidden="true" />
                </IconButton>
              </li>
            );
          })}
        </ul>
        <div className="border-t border-line pt-2">
          <Button look="quiet" isDisabled={layout === AT_FIRST} onPress={() => put(AT_FIRST)}>
            {t("list.columns_first")}
          </Button>
        </div>
      </div>
    </Popover>
  );
}
