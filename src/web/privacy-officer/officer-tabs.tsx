import { Tabs } from '../ui/data-blocks.js';

/** Between the pages of the privacy officer. */
export const OfficerTabs = ({ current }: { current: string }) => (
  <Tabs
    label="Inzage"
    items={[
      { href: '/inzage', text: 'Alles' },
      { href: '/inzage/opvallend', text: 'Opvallend' },
      { href: '/inzage/noodtoegang', text: 'Noodtoegang' },
    ]}
    current={current}
  />
);
