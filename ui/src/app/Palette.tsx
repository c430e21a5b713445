import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRef, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call, query } from "../ipc/client";
import type { SearchHit } from "../ipc/generated";
import type { Area } from "../shared/area";
import { day } from "../shared/format";
import { useKeys } from "../shared/keys";
import { go } from "../shared/route";

/** One box for everything: records by name, number or amount, actions, pages. */
export function Palette({ areas, isOpen, onClose }: { areas: readonly Area[]; isOpen: boolean; onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-scrim pt-[12vh]"
    >
      <Modal className="w-full max-w-xl overflow-hidden rounded-xl border border-line bg-raised shadow-pop">
        <PaletteBody areas={areas} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}

/** By this event an `Autocomplete` tells its list to move the choice. */
const FOCUS = "react-aria-focus";

interface Choice {
  id: string;
  label: string;
  note: string;
  run: () => void;
}

function PaletteBody({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) {
  const { t } = useTranslation("app");
  const [text, setText] = useState("");
  useKeys({}, true);
  const menu = useRef<HTMLDivElement>(null);
  const { data: hits = [] } = useQuery({
    ...query("app_search", { text }),
    queryFn: async () => {
      const found = await call("app_search", { text });
      // at a key press the first choice is chosen; what is found comes later and must not leave it on a line that is gone
      menu.current?.dispatchEvent(new CustomEvent(FOCUS, { detail: { focusStrategy: "first" } }));
      return found;
    },
    enabled: text.trim().length > 1,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const said = plain(text);
  const fits = (choice: Choice) => plain(choice.label).includes(said);
  const sections: { title: string; choices: Choice[] }[] = [
    {
      title: t("palette_records"),
      choices: said.length > 1 ? found(areas, hits) : [],
    },
    {
      title: t("palette_actions"),
      choices: areas
        .flatMap((area) => area.actions ?? [])
        .map((action) => ({ id: action.id, label: action.label(), note: "", run: action.run }))
        .filter(fits),
    },
    {
      title: t("palette_pages"),
      choices: areas
        .flatMap((area) => area.menu)
        .map((entry) => ({ id: entry.path, label: entry.label(), note: "", run: () => go(entry.path) }))
        .filter(fits),
    },
  ];
  return (
    <Dialog aria-label={t("palette_title")} className="flex max-h-[60vh] flex-col outline-none!">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField
          aria-label={t("palette_title")}
          autoFocus
          onClear={onClose} // Escape leaves at once, whatever stands in the box
          className="flex items-center gap-3 border-b border-line px-4"
        >
          <Search size={16} className="text-ink-3" aria-hidden="true" />
          <Input
            placeholder={t("palette_placeholder")}
            className="h-12 flex-1 bg-transparent text-md outline-none! [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <Menu
          ref={menu}
          aria-label={t("palette_title")}
          className="min-h-0 overflow-auto p-2 outline-none!"
          renderEmptyState={() => <p className="p-4 text-center text-ink-3">{t("palette_empty")}</p>}
        >
          {sections
            .filter((section) => section.choices.length > 0)
            .map((section) => (
              <MenuSection key={section.title} id={section.title} className="mb-1">
                <Header className="px-2 py-1 text-xs font-medium text-ink-3">{section.title}</Header>
                {section.choices.map((choice) => (
                  <MenuItem
                    key={choice.id}
                    id={choice.id}
                    textValue={choice.label}
                    onAction={() => {
                      onClose();
                      choice.run();
                    }}
                    className="flex h-8 cursor-default items-center gap-3 rounded-md px-2 outline-none! data-[focused]:bg-accent-soft"
                  >
                    <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                    <span className="truncate text-sm text-ink-3 tabular-nums">{choice.note}</span>
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

/** The records, and second what can be done with the best of them for which an area offers something. */
function found(areas: readonly Area[], hits: readonly SearchHit[]): Choice[] {
  const records = hits.map((hit) => ({
    id: `${hit.area}/${hit.id}`,
    label: hit.title,
    note: day(hit.note),
    run: () => go(`/${hit.area}/${hit.id}`),
  }));
  const offers = hits.map((hit) => areas.flatMap((area) => area.onFound?.(hit) ?? [])).find((some) => some.length > 0);
  const actions = (offers ?? []).map(({ id, label, run }) => ({ id, label: label(), note: "", run }));
  return records.toSpliced(1, 0, ...actions);
}

/** Without capitals and accents: `perche` finds `Perché`. */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
