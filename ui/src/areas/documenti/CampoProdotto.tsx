/** The words of a line: a product found while one types, or words of one's own. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboBox as AriaComboBox, Group, Input, type Key, ListBox, Popover } from "react-aria-components";
import { query } from "../../ipc/client";
import type { ProdottoFilter, ProdottoRow, RigaDraft } from "../../ipc/generated";
import { BOX, FieldFrame, type FieldProps, INPUT, useField } from "../../shared/Field";
import { amount, entry } from "../../shared/format";
import { Item, type Option, POP } from "../../shared/Option";
import { useLanguage } from "../../shared/settings";

interface Props extends FieldProps {
  riga: RigaDraft;
  onChange: (change: Partial<RigaDraft>) => void;
  placeholder?: string;
}

export function CampoProdotto({ riga, onChange, placeholder, ...field }: Props) {
  const language = useLanguage();
  const { aria, findings } = useField(field);
  const [sought, setSought] = useState("");
  const filter: ProdottoFilter = {
    testo: sought,
    categoria: "",
    cestino: false,
    sort: "descrizione",
    direction: "ascending",
    page: { cursor: null, limit: 12 },
  };
  const { data } = useQuery({
    ...query("prodotti_list", { filter }),
    enabled: sought.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const rows = sought.trim() === "" ? [] : (data?.rows ?? []);
  const options: Option[] = rows.map((row) => ({
    id: row.id,
    label: row.descrizione,
    note: [row.codice, amount(row.prezzo, language)].filter(Boolean).join(" · "),
  }));
  const choose = (key: Key | null) => {
    const row = rows.find((one) => one.id === key);
    if (!row) return;
    setSought("");
    onChange(fromProduct(row));
  };
  return (
    <AriaComboBox
      {...aria}
      items={options}
      value={null}
      onChange={choose}
      inputValue={riga.descrizione}
      onInputChange={(descrizione) => {
        if (descrizione === riga.descrizione) return;
        setSought(descrizione);
        onChange({ descrizione });
      }}
      onBlur={() => setSought("")}
      allowsCustomValue
      allowsEmptyCollection={sought !== ""} // the list is open before its first answer is there, unseen until then
      menuTrigger="input"
    >
      <FieldFrame field={field} findings={findings}>
        <Group className={BOX}>
          <Input className={INPUT} placeholder={placeholder} autoComplete="off" title={riga.descrizione} />
        </Group>
        <Popover offset={4} className={options.length > 0 ? POP : "hidden"}>
          <ListBox<Option> className="outline-none!">{(option) => <Item option={option} />}</ListBox>
        </Popover>
      </FieldFrame>
    </AriaComboBox>
  );
}

/** What a product brings to its line; the price stays as the product has it, the engine converts. */
function fromProduct(row: ProdottoRow): Partial<RigaDraft> {
  return {
    prodotto_id: row.id,
    codice: row.codice,
    descrizione: row.descrizione,
    unita_misura: row.unita_misura,
    prezzo: entry(row.prezzo),
    aliquota_iva: row.natura ? "" : entry(row.aliquota_iva),
    natura: row.natura,
  };
}
