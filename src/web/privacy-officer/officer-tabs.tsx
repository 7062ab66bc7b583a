import { Tabs } from '../ui/data-blocks.js';

/** Between the pages of the privacy officer. */
export const OfficerTabs = ({ current }: { current: string }) => (
  <Tabs
    label="Inzage"
    items={[
      { href: '/inzage', text: 'Alles' },
      { href: '/inzage/opvallend', text: 'Opvallend' },
    ]}
    current={current}
  />
);
