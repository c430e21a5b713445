/** The words of a line: a product found while one types, a whole line typed in one go, or words of one's own. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ClipboardEvent, memo, useState } from "react";
import { ComboBox as AriaComboBox, Group, Input, type Key, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { query } from "../../ipc/client";
import type { ProdottoFilter } from "../../ipc/generated";
import { useCreator } from "../../shared/create";
import { BOX, FieldFrame, type FieldProps, INPUT, useField } from "../../shared/Field";
import { amount } from "../../shared/format";
import { ITEM, Item, type Option, POP } from "../../shared/Option";
import { useLanguage } from "../../shared/settings";

/** The choice that makes a product of what was typed. */
const NEW = "\u0000new";

interface Props extends FieldProps {
  value: string;
  /** The words in what is typed, where the engine understood more than words. */
  parole: string | undefined;
  onType: (text: string) => void;
  onProduct: (id: string, typed: string) => void;
  onCreate: (typed: string) => void;
  onPaste: (text: string) => void;
  placeholder?: string;
}

export const CampoProdotto = memo(function CampoProdotto(props: Props) {
  const { value, parole, onType, onProduct, onCreate, onPaste, placeholder, ...field } = props;
  const { t } = useTranslation("shared");
  const { aria, findings } = useField(field);
  const [typed, setTyped] = useState("");
  const canCreate = useCreator("prodotto") !== undefined;
  const sought = typed === "" ? "" : (parole ?? typed);
  const found = useProducts(sought);
  const options: Option[] =
    canCreate && sought.trim().length > 1
      ? [...found, { id: NEW, label: t("create_named", { name: sought.trim() }) }]
      : found;
  const choose = (key: Key | null) => {
    if (key === null) return;
    setTyped("");
    if (key === NEW) onCreate(typed);
    else onProduct(String(key), typed);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/\t|\n./.test(text.trim())) return;
    event.preventDefault();
    onPaste(text);
  };
  return (
    <AriaComboBox
      {...aria}
      items={options}
      value={null}
      onChange={choose}
      inputValue={value}
      onInputChange={(text) => {
        if (text === value) return;
        setTyped(text);
        onType(text);
      }}
      onBlur={() => setTyped("")}
      allowsCustomValue
      allowsEmptyCollection={typed !== ""} // the list is open before its first answer is there, unseen until then
      menuTrigger="input"
    >
      <FieldFrame field={field} findings={findings}>
        <Group className={BOX}>
          <Input className={INPUT} placeholder={placeholder} autoComplete="off" title={value} onPaste={paste} />
        </Group>
        <Popover offset={4} className={options.length > 0 ? POP : "hidden"}>
          <ListBox<Option> className="outline-none!">
            {(option) =>
              option.id === NEW ? (
                <ListBoxItem id={NEW} textValue={option.label} className={`${ITEM} text-accent-ink`}>
                  <Plus size={14} aria-hidden="true" />
                  {option.label}
                </ListBoxItem>
              ) : (
                <Item option={option} />
              )
            }
          </ListBox>
        </Popover>
      </FieldFrame>
    </AriaComboBox>
  );
});

function useProducts(testo: string): Option[] {
  const language = useLanguage();
  const filter: ProdottoFilter = {
    testo,
    categoria: "",
    cestino: false,
    sort: "descrizione",
    direction: "ascending",
    page: { cursor: null, limit: 12 },
  };
  const isAsked = testo.trim() !== "";
  const { data } = useQuery({
    ...query("prodotti_list", { filter }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return (isAsked ? (data?.rows ?? []) : []).map((row) => ({
    id: row.id,
    label: row.descrizione,
    note: [row.codice, amount(row.prezzo, language)].filter(Boolean).join(" · "),
  }));
}
