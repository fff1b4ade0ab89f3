import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

export interface TabEntry<K extends string> {
  id: K;
  label: ReactNode;
}

interface TabsProps<K extends string> {
  label: string;
  entries: readonly TabEntry<K>[];
  selected: K;
  onSelect: (id: K) => void;
  /** Panel of the selected tab. */
  children: ReactNode;
}

/** Underlined tabs within one screen; arrow keys move between them. */
export function Tabs<K extends string>({ label, entries, selected, onSelect, children }: TabsProps<K>) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(key as K)}>
      <TabList aria-label={label} className="no-scrollbar flex gap-6 overflow-x-auto border-b border-line px-1">
        {entries.map((entry) => (
          <Tab
            key={entry.id}
            id={entry.id}
            className="-mb-px cursor-pointer border-b-2 border-transparent py-2.5 whitespace-nowrap text-quiet outline-offset-[-2px] data-hovered:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-ink"
          >
            {entry.label}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className="outline-offset-4">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
