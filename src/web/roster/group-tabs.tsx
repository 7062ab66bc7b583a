import { Tabs } from '../ui/data-blocks.js';

/** The people of a group: who mentors it and who teaches it. */
export const GroupTabs = ({ groupId, current }: { groupId: string; current: 'mentoren' | 'docenten' }) => (
  <Tabs
    label="Mentoren en docenten"
    current={`/klassen/${groupId}/${current}`}
    items={[
      { href: `/klassen/${groupId}/mentoren`, text: 'Mentoren' },
      { href: `/klassen/${groupId}/docenten`, text: 'Docenten' },
    ]}
  />
);
