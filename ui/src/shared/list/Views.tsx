import { Bookmark, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../Button";
import type { Layout } from "../grid/columns";
import { Popover } from "../Menu";
import { TextField } from "../TextField";
import { toast } from "../toast";
import { useViews } from "./views";

interface ViewsProps {
  list: string;
  words: string;
  layout: Layout;
  onChoose: (words: string, layout: Layout) => void;
}

/** The views of a list: choose one, keep the present one under a name, say which one opens the list. */
export function Views({ list, words, layout, onChoose }: ViewsProps) {
  const { t } = useTranslation("shared");
  const { views, save, remove, put, setFirst } = useViews(list);
  const [name, setName] = useState("");
  const keep = () => {
    if (name.trim() === "") return;
    save({
      name: name.trim(),
      words,
      layout,
      isFirst: views.some((view) => view.isFirst && view.name === name.trim()),
    });
    toast(t("list.view_saved", { name: name.trim() }));
    setName("");
  };
  const drop = (gone: string) => {
    remove(gone);
    toast(t("list.view_dropped", { name: gone }), () => put(views));
  };
  return (
    <Popover
      label={t("list.views")}
      trigger={
        <Button look="quiet">
          <Bookmark size={16} aria-hidden="true" />
          {t("list.views")}
        </Button>
      }
    >
      <div className="flex w-72 flex-col gap-2">
        {views.length === 0 ? <p className="text-ink-2">{t("list.views_none")}</p> : null}
        <ul className="max-h-72 overflow-auto">
          {views.map((view) => (
            <li key={view.name} className="flex items-center gap-1">
              <button
                type="button"
                className="h-8 min-w-0 flex-1 truncate rounded-md px-2 text-start -outline-offset-2! hover:bg-hover aria-pressed:font-medium aria-pressed:text-accent-ink"
                aria-pressed={view.words === words}
                title={view.name}
                onClick={() => onChoose(view.words, view.layout)}
              >
                {view.name}
              </button>
              <IconButton
                label={t(view.isFirst ? "list.view_not_first" : "list.view_first", { name: view.name })}
                onPress={() => setFirst(view.name, !view.isFirst)}
              >
                <Star size={16} aria-hidden="true" className={view.isFirst ? "fill-current text-accent-ink" : ""} />
              </IconButton>
              <IconButton label={t("list.view_drop", { name: view.name })} onPress={() => drop(view.name)}>
                <Trash2 size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
        <form
          className="flex items-end gap-2 border-t border-line pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <div className="min-w-0 flex-1">
            <TextField
              bare
              label={t("list.view_name")}
              placeholder={t("list.view_name")}
              value={name}
              onChange={setName}
            />
          </div>
          <Button type="submit" isDisabled={name.trim() === ""}>
            {t("list.view_save")}
          </Button>
        </form>
      </div>
    </Popover>
  );
}
