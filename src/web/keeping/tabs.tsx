import { Tabs } from '../ui/data-blocks.js';

export const KeepingTabs = ({ current }: { current: '/bewaren' | '/bewaren/termijnen' | '/bewaren/vasthouden' }) => (
  <Tabs
    label="Bewaren en wissen"
    items={[
      { href: '/bewaren', text: 'Verzoeken om te wissen' },
      { href: '/bewaren/termijnen', text: 'Bewaartermijnen' },
      { href: '/bewaren/vasthouden', text: 'Vasthouden' },
    ]}
    current={current}
  />
);

/** Whom it is about: a number, or nobody any more. */
export const Numbered = ({ number }: { number: string | null }) =>
  number === null ? <span class="app-muted">gewist</span> : <>{number}</>;
