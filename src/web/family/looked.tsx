import type { LookedLine, LookedPage } from '../../who-looked/who-looked.types.js';
import { useView, type View } from '../kit/view.js';
import { EmptyState, Tag } from '../ui/blocks.js';
import { Pagination, Tabs, Timeline, TimelineItem } from '../ui/data-blocks.js';
import { inWords } from './words.js';

export interface LookedProps {
  page: LookedPage;
  /** Address of this list, without the query. */
  path: string;
  /** Whether it shows what pupil and guardian did themselves. */
  own: boolean;
  /** Who reads it: the reasons speak to the pupil, or about the pupil. */
  reader: 'pupil' | 'guardian';
}

/** Who did or saw what, a heading per day, in sentences. */
export function LookedList({ page, path, own, reader }: LookedProps) {
  const { t, words } = useView();
  const days = [...new Set(page.lines.map(({ day }) => day))];
  const ownPath = `${path}?wie=zelf`;
  const more = page.nextPage && `${path}?${own ? 'wie=zelf&' : ''}voor=${page.nextPage}`;
  return (
    <>
      <Tabs
        label={t('looked.filter')}
        items={[
          { href: path, text: t('looked.others') },
          { href: ownPath, text: t(`looked.own.${reader}`) },
        ]}
        current={own ? ownPath : path}
      />
      {days.length === 0 && (
        <EmptyState
          icon="eye"
          title={t(own ? 'looked.empty-own' : 'looked.empty')}
          text={t(own ? 'looked.empty-own-text' : 'looked.empty-text')}
        />
      )}
      {days.map((day) => (
        <section key={day} aria-labelledby={`dag-${day}`}>
          <h2 class="govuk-heading-m" id={`dag-${day}`}>
            {words.date(day)}
          </h2>
          <div class="app-card">
            <Timeline>
              {page.lines
                .filter((line) => line.day === day)
                .map((line) => (
                  <Line key={String(line.at) + line.action + line.who} line={line} reader={reader} />
                ))}
            </Timeline>
          </div>
        </section>
      ))}
      <Pagination next={more} />
    </>
  );
}

function Line({ line, reader }: { line: LookedLine; reader: 'pupil' | 'guardian' }) {
  const view = useView();
  const { t } = view;
  const why = reason(view, line, reader);
  return (
    <TimelineItem
      when={
        <time dateTime={new Date(line.at).toISOString()}>
          {t(line.times > 1 ? 'looked.times' : 'looked.once', { count: line.times, time: time(view, line.at) })}
        </time>
      }
      title={sentence(view, line)}
      tag={line.basis === 'emergency' || (line.role && !line.self) ? <Tags line={line} /> : undefined}
      place={line.school}
    >
      {why && <p>{why}</p>}
    </TimelineItem>
  );
}

/** Emergency access is to be seen at a glance. */
function Tags({ line }: { line: LookedLine }) {
  const view = useView();
  return (
    <>
      {line.basis === 'emergency' && <Tag colour="red">{view.t('looked.emergency')}</Tag>}{' '}
      {line.role && !line.self && <Tag colour={line.school ? 'blue' : 'grey'}>{role(view, line.role)}</Tag>}
    </>
  );
}

const role = ({ text }: View, code: string): string => text(`role.${code}`, {}, 'role.staff');
const time = ({ locale }: View, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  }).format(new Date(at));

/** "Daan Visser bekeek LOB-activiteiten en reflecties"; "Mia Mentor (namens Sanne Visser) gaf antwoord over toestemming" */
function sentence(view: View, { action, who, self, pupil, sections, ...line }: LookedLine): string {
  const actor = self ? view.t('looked.you') : who || view.t('looked.someone');
  const name =
    line.onBehalfOf && !pupil
      ? view.t('looked.on-behalf', { who: actor, whom: line.onBehalfOfName ?? view.text(`role.${line.onBehalfOf}`) })
      : actor;
  const what = sections.length > 0 ? inWords(view, sections) : view.t('looked.dossier');
  return view.text(`did.${action}`, { who: name, what }, 'did.other');
}

/** Why it was allowed; what the family did itself needs no reason. */
function reason(
  view: View,
  { basis, self, pupil, role: code }: LookedLine,
  reader: 'pupil' | 'guardian',
): string | null {
  if (!basis || basis === 'own' || self || pupil) return null;
  return view.text(`why.${basis}.${reader}`, { role: role(view, code ?? 'staff') }, 'why.other');
}
