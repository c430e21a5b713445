import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";

export interface TabItem {
  id: string;
  label: string;
  content: ReactNode;
}

export function Tabs({
  label,
  items,
  selected,
  onSelect,
}: {
  label: string;
  items: readonly TabItem[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList aria-label={label} items={items} className="flex gap-4 border-b border-line px-6">
        {(item) => (
          <Tab className="-mb-px flex h-9 cursor-default items-center border-b-2 border-transparent text-ink-2 -outline-offset-2! hover:text-ink data-[selected]:border-accent data-[selected]:font-medium data-[selected]:text-ink">
            {item.label}
          </Tab>
        )}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="min-h-0 flex-1 -outline-offset-2!">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
