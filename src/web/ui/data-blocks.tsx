import type { ComponentChildren } from 'preact';
import { useView } from '../kit/view.js';
import { Icon, type IconName } from './icons.js';

export interface Column<R> {
  head: string;
  cell: (row: R, index: number) => ComponentChildren;
  numeric?: boolean;
  /** The cell that names the row; the first column unless said otherwise. */
  heading?: boolean;
}
export interface TableProps<R> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** On a phone each row is a card with the heads as labels. */
  cards?: boolean;
}

/**
 * A table that scrolls sideways on its own on a small screen, reachable by keyboard.
 * The roles are said because a row that is laid out as a card is no table to a screen reader otherwise.
 */
export function Table<R>({ caption, showCaption, columns, rows, rowKey, cards }: TableProps<R>) {
  const heading = Math.max(
    columns.findIndex((column) => column.heading),
    0,
  );
  const numeric = (column: Column<R>, part: 'header' | 'cell'): string =>
    column.numeric ? ` govuk-table__${part}--numeric` : '';
  return (
    <div class="app-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class={`govuk-table app-table${cards ? ' app-table--cards' : ''}`} role="table">
        <caption class={showCaption ? 'govuk-table__caption govuk-table__caption--m' : 'govuk-visually-hidden'}>
          {caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.head}
                scope="col"
                role="columnheader"
                class={`govuk-table__header${numeric(column, 'header')}`}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, n) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, i) =>
                i === heading ? (
                  <th
                    key={column.head}
                    scope="row"
                    role="rowheader"
                    class={`govuk-table__header${numeric(column, 'header')}`}
                  >
                    {column.cell(row, n)}
                  </th>
                ) : (
                  <td
                    key={column.head}
                    role="cell"
                    data-label={cards ? column.head : undefined}
                    class={`govuk-table__cell${numeric(column, 'cell')}`}
                  >
                    {cards ? <div>{column.cell(row, n)}</div> : column.cell(row, n)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const Timeline = ({ children }: { children: ComponentChildren }) => <ol class="app-timeline">{children}</ol>;
/** One happening: when beside the line, what on it. */
export const TimelineItem = (p: {
  when: ComponentChildren;
  title: ComponentChildren;
  tag?: ComponentChildren;
  place?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <li class="app-timeline__item">
    <p class="app-timeline__when">{p.when}</p>
    <div class="app-timeline__what">
      <h3 class="govuk-heading-s">{p.title}</h3>
      {(p.tag || p.place) && (
        <p class="app-timeline__meta">
          {p.tag} {p.place && <span>{p.place}</span>}
        </p>
      )}
      {p.children}
    </div>
  </li>
);

export interface Figure {
  label: string;
  value: number | string;
  href?: string;
  /** Draws the eye: something has to be done. */
  attention?: boolean;
  /** Shows what is on the page now. */
  current?: boolean;
}
/** A row of numbers that say how things stand. */
export function Figures({ items }: { items: readonly Figure[] }) {
  const { words } = useView();
  return (
    <dl class="app-figures">
      {items.map((item) => (
        <div key={item.label} class={item.attention ? 'app-figures--attention' : undefined}>
          <dt>
            {item.href ? (
              <a href={item.href} aria-current={item.current ? 'true' : undefined}>
                {item.label}
              </a>
            ) : (
              item.label
            )}
          </dt>
          <dd>{typeof item.value === 'number' ? words.number(item.value) : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How far something is, in a bar and in words. */
export function Progress(p: { label: string; value: number; max: number; text?: string }) {
  const { t, words } = useView();
  const text = p.text ?? t('block.of', { value: words.number(p.value), max: words.number(p.max) });
  return (
    <div class="app-progress">
      <p>
        <span>{p.label}</span> <span class="app-muted">{text}</span>
      </p>
      <progress value={p.value} max={Math.max(p.max, 1)} aria-label={p.label}>
        {text}
      </progress>
    </div>
  );
}

/** To the next and previous page of a list. */
export function Pagination(p: { previous?: string; next?: string; status?: string }) {
  const { t } = useView();
  if (!p.previous && !p.next) return null;
  return (
    <nav class="app-pagination" aria-label={t('block.pages')}>
      {p.previous && (
        <a class="govuk-link govuk-link--no-visited-state" href={p.previous} rel="prev">
          <Icon name="arrow" />
          {t('block.previous')}
        </a>
      )}
      {p.status && <p>{p.status}</p>}
      {p.next && (
        <a class="govuk-link govuk-link--no-visited-state" href={p.next} rel="next">
          {t('block.next')}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}

/** Views of one subject, each with its own address. */
export const Tabs = (p: {
  label: string;
  items: readonly { href: string; text: string; count?: number }[];
  current: string;
}) => (
  <nav class="app-tabs" aria-label={p.label}>
    <ul>
      {p.items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.href === p.current ? 'page' : undefined}>
            {item.text}
            {item.count !== undefined && <span class="app-tabs__count">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** An act that hurts: opens to the question and the button that does it. Works without the script. */
export const Confirm = (p: {
  /** What one presses first: "Activiteit weghalen…". */
  summary: string;
  question: string;
  action: string;
  button: string;
  open?: boolean;
  /** Hidden fields, and what the act needs to know, such as a reason. */
  children?: ComponentChildren;
}) => (
  <details class="app-confirm" open={p.open}>
    <summary>{p.summary}</summary>
    <form method="post" action={p.action} class="app-confirm__body" novalidate>
      <p>
        <strong>{p.question}</strong>
      </p>
      {p.children}
      <button class="govuk-button govuk-button--warning">{p.button}</button>
    </form>
  </details>
);

/** What is there and what is not: a tick or a dash before each line. */
export const TickList = ({ items, not }: { items: readonly ComponentChildren[]; not?: boolean }) => (
  <ul class="app-tick-list">
    {items.map((item, i) => (
      <li key={i}>
        <Icon name={not ? 'minus' : 'check'} />
        <span>{item}</span>
      </li>
    ))}
  </ul>
);

export interface Answer {
  who: string;
  text: ComponentChildren;
  state: 'yes' | 'no' | 'waiting';
}
const answerIcons: Record<Answer['state'], IconName> = { yes: 'check', no: 'cross', waiting: 'clock' };
/** Who has to say yes, and what each of them said. */
export const Answers = ({ items }: { items: readonly Answer[] }) => (
  <dl class="app-answers">
    {items.map((item) => (
      <div key={item.who} class={`app-answers--${item.state}`}>
        <dt>{item.who}</dt>
        <dd>
          <Icon name={answerIcons[item.state]} />
          <span>{item.text}</span>
        </dd>
      </div>
    ))}
  </dl>
);

/** Someone to call or write to. */
export const Contact = (p: { name: string; role: string; phone?: string | null; email?: string | null }) => (
  <div class="app-contact">
    <h3 class="govuk-heading-s">{p.name}</h3>
    <p class="app-muted">{p.role}</p>
    {p.phone && (
      <p>
        <Icon name="phone" />
        <a class="govuk-link govuk-link--no-visited-state" href={`tel:${p.phone.replace(/[^+\d]/g, '')}`}>
          {p.phone}
        </a>
      </p>
    )}
    {p.email && (
      <p>
        <Icon name="mail" />
        <a class="govuk-link govuk-link--no-visited-state" href={`mailto:${p.email}`}>
          {p.email}
        </a>
      </p>
    )}
  </div>
);

/** One A4 of a page with `print`; on paper each begins on a new one. */
export const Sheet = ({ children, letter }: { children: ComponentChildren; letter?: boolean }) => (
  <article class={`app-sheet${letter ? ' app-sheet--letter' : ''}`}>{children}</article>
);
/** Only there when the script is: without it the browser's own menu prints. */
export function PrintButton({ children }: { children?: ComponentChildren }) {
  const { t } = useView();
  return (
    <button type="button" class="govuk-button govuk-button--secondary app-with-script app-print-button" data-print>
      <Icon name="print" />
      {children ?? t('app.print')}
    </button>
  );
}
