import { useQuery } from "@tanstack/react-query";
import { memo, useState } from "react";
import { query } from "../ipc/client";
import { ComboBox } from "./ComboBox";
import type { FieldProps } from "./Field";
import type { Option } from "./Option";
import { useLanguage } from "./settings";

const NONE = "-";

export interface CodeFieldProps extends FieldProps {
  /** One of the engine's official lists. */
  list: string;
  value: string;
  onChange: (code: string) => void;
  /** The words of the empty choice; without them one must be chosen. */
  none?: string;
}

/** A code of an official list, found by its code or by its words. */
export const CodeField = memo(function CodeField({ list, value, onChange, none, ...field }: CodeFieldProps) {
  const language = useLanguage();
  const { data = [] } = useQuery(query("codici", { lista: list }));
  const [typed, setTyped] = useState("");
  const [isNear, setNear] = useState(false);
  const all: Option[] = [
    ...(none === undefined ? [] : [{ id: NONE, label: none }]),
    ...data.map((voce) => ({ id: voce.code, label: `${voce.code} · ${voce[language]}` })),
  ];
  const sought = plain(typed);
  const chosen = all.find((option) => option.id === (value || NONE));
  // a list of 250 countries costs nothing until somebody comes near it
  const options = isNear ? all.filter((option) => plain(option.label).includes(sought)) : chosen ? [chosen] : [];
  const near = () => setNear(true);
  return (
    <div onFocusCapture={near} onPointerEnter={near} className="min-w-0">
      <ComboBox
        {...field}
        value={chosen?.id ?? null}
        text={chosen?.label ?? value}
        onSearch={setTyped}
        onChange={(id) => {
          setTyped("");
          onChange(id === NONE ? "" : id);
        }}
        options={options}
      />
    </div>
  );
});

function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
