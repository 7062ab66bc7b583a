import type { ComponentChildren } from 'preact';
import { useView } from '../kit/view.js';
import { Icon, type IconName } from './icons.js';

/** The heading of a page: title, a sentence, tags, and the main acts on the right. */
export const PageHeader = (p: {
  title: string;
  lead?: ComponentChildren;
  tags?: ComponentChildren;
  actions?: ComponentChildren;
}) => (
  <div class="app-page-header">
    <div>
      <h1 class="govuk-heading-l">{p.title}</h1>
      {p.lead && <p class="app-lead">{p.lead}</p>}
      {p.tags && <p class="app-tags">{p.tags}</p>}
    </div>
    {p.actions && <div class="app-actions">{p.actions}</div>}
  </div>
);

/** A link that looks like a button, for going to a form or a file. */
export const ButtonLink = (p: {
  href: string;
  icon?: IconName;
  tone?: 'secondary' | 'warning';
  download?: boolean;
  children: ComponentChildren;
}) => (
  <a class={buttonClass(p.tone)} href={p.href} download={p.download}>
    {p.icon && <Icon name={p.icon} />}
    {p.children}
  </a>
);
/** Submits its form; `wide` fills the width on a phone. */
export const Button = (p: {
  tone?: 'secondary' | 'warning';
  icon?: IconName;
  name?: string;
  value?: string;
  wide?: boolean;
  children: ComponentChildren;
}) => (
  <button class={`${buttonClass(p.tone)}${p.wide ? ' app-button-wide' : ''}`} name={p.name} value={p.value}>
    {p.icon && <Icon name={p.icon} />}
    {p.children}
  </button>
);
const buttonClass = (tone?: string): string => `govuk-button${tone ? ` govuk-button--${tone}` : ''}`;

/** Two columns on a wide screen: what it is about, and what stands beside it. */
export const Columns = (p: { main: ComponentChildren; aside: ComponentChildren; equal?: boolean }) => (
  <div class={`app-columns${p.equal ? ' app-columns--equal' : ''}`}>
    <div>{p.main}</div>
    <div>{p.aside}</div>
  </div>
);

export type CardTone = 'private' | 'good' | 'attention';
/** A white panel with a heading. With an `id` it is a region that can be linked to. */
export function Card(p: {
  id?: string;
  title?: ComponentChildren;
  intro?: ComponentChildren;
  tone?: CardTone;
  action?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const heading = p.id && p.title ? `${p.id}-title` : undefined;
  return (
    <section class={`app-card${p.tone ? ` app-card--${p.tone}` : ''}`} id={p.id} aria-labelledby={heading}>
      {p.title && (
        <div class="app-card__head">
          <h2 class="govuk-heading-m" id={heading}>
            {p.title}
          </h2>
          {p.action}
        </div>
      )}
      {p.intro && <p class="govuk-hint app-card__intro">{p.intro}</p>}
      {p.children}
    </section>
  );
}

/** A coloured welcome with the one thing to do now: the top of a pupil's or guardian's page. */
export const Hero = (p: { title: string; children?: ComponentChildren }) => (
  <div class="app-hero">
    <h1 class="govuk-heading-l">{p.title}</h1>
    {p.children}
  </div>
);

export interface LinkListItem {
  href: string;
  title: string;
  text?: ComponentChildren;
  tag?: ComponentChildren;
  icon?: IconName;
}
/** Big rows to tap, each to one page. */
export const LinkList = ({ items }: { items: readonly LinkListItem[] }) => (
  <ul class="app-link-list">
    {items.map((item) => (
      <li key={item.href}>
        {item.icon && <Icon name={item.icon} />}
        <div>
          <div>
            <a href={item.href}>{item.title}</a>
            {item.text && <p>{item.text}</p>}
          </div>
          {item.tag}
        </div>
        <Icon name="arrow" />
      </li>
    ))}
  </ul>
);

export type SummaryRow = readonly [key: string, value: ComponentChildren, action?: ComponentChildren];
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="govuk-summary-list app-summary">
    {rows.map(([key, value, action]) => (
      <div class="govuk-summary-list__row" key={key}>
        <dt class="govuk-summary-list__key">{key}</dt>
        <dd class="govuk-summary-list__value">{value}</dd>
        {action && <dd class="govuk-summary-list__actions">{action}</dd>}
      </div>
    ))}
  </dl>
);

export type TagColour = 'teal' | 'green' | 'yellow' | 'red' | 'blue' | 'purple' | 'orange' | 'grey';
/** A state or kind in a word or two. */
export const Tag = ({ colour = 'teal', children }: { colour?: TagColour; children: ComponentChildren }) => (
  <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
);

export const Details = (p: { summary: string; open?: boolean; children: ComponentChildren }) => (
  <details class="govuk-details" open={p.open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{p.summary}</span>
    </summary>
    <div class="govuk-details__text">{p.children}</div>
  </details>
);

/** A day in words; `short` for lists, `time` with the hour. */
export function DateText(p: { at: string | Date; short?: boolean; time?: boolean }) {
  const { words } = useView();
  const iso = typeof p.at === 'string' ? p.at : p.at.toISOString();
  const text = p.time ? words.dateTime(p.at) : p.short ? words.dateShort(p.at) : words.date(p.at);
  return <time dateTime={iso}>{text}</time>;
}

/** Nothing here yet: what this is, and what one can do. */
export const EmptyState = (p: {
  icon?: IconName;
  title: string;
  text: ComponentChildren;
  action?: ComponentChildren;
}) => (
  <div class="app-empty">
    <Icon name={p.icon ?? 'sparkle'} />
    <p class="govuk-heading-s">{p.title}</p>
    <p>{p.text}</p>
    {p.action}
  </div>
);

export type NoticeTone = 'info' | 'good' | 'attention' | 'private';
const noticeIcons: Record<NoticeTone, IconName> = {
  info: 'info',
  good: 'shield',
  attention: 'warning',
  private: 'lock',
};
/** Something to know before reading on. */
export const Notice = (p: { tone?: NoticeTone; icon?: IconName; title?: string; children: ComponentChildren }) => (
  <div class={`app-notice app-notice--${p.tone ?? 'info'}`}>
    <Icon name={p.icon ?? noticeIcons[p.tone ?? 'info']} />
    <div>
      {p.title && <p class="govuk-heading-s">{p.title}</p>}
      {p.children}
    </div>
  </div>
);

/** Words of someone, with who said them. */
export const Quote = ({ by, children }: { by: ComponentChildren; children: ComponentChildren }) => (
  <figure class="app-quote">
    <blockquote>{children}</blockquote>
    <figcaption>{by}</figcaption>
  </figure>
);
