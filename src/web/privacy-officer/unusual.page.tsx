import type { Unusual, UnusualList } from '../../access-review/unusual.types.js';
import { dayAfter } from '../../platform/calendar.js';
import { useView } from '../kit/view.js';
import { withQuery } from '../kit/address.js';
import { Button, Card, Details, EmptyState, LinkList, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Pagination } from '../ui/data-blocks.js';
import { Checkbox, Radios } from '../ui/form-choices.js';
import { type AnyForm, DateField, TextArea } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import type { SchoolAuditPage } from '../../access-review/school-audit.dto.js';
import { EventTable } from './event-table.js';
import { OfficerTabs } from './officer-tabs.js';
import { kindText, sentenceOf } from './unusual-words.js';

export interface UnusualPageProps {
  filter: AnyForm;
  found: UnusualList;
}

/** What is out of the ordinary, and what was made of it. */
export function UnusualPage({ filter, found }: UnusualPageProps) {
  const view = useView();
  const { words } = view;
  return (
    <Layout title="Opvallende inzage" width="wide">
      <PageHeader
        title="Opvallende inzage"
        lead={`Van ${words.date(found.from)} tot en met ${words.date(found.until)}. Kijk elke regel na en leg vast wat je vond. Je kunt hooguit drie maanden tegelijk bekijken.`}
      />
      <OfficerTabs current="/inzage/opvallend" />
      <Explanation />
      <form class="app-card" method="get" action="/inzage/opvallend" role="search" aria-label="Opvallende inzage">
        <FieldGrid>
          <DateField form={filter} name="from" label="Van" />
          <DateField form={filter} name="until" label="Tot en met" />
        </FieldGrid>
        <Checkbox form={filter} name="all" label="Ook wat bekeken is en in orde was" small />
        <Button icon="search" tone="secondary">
          Laat zien
        </Button>
      </form>
      {found.items.length > 0 ? (
        <Card>
          <LinkList
            items={found.items.map((one) => ({
              href: addressOf(one),
              icon: 'eye',
              title: `${kindText(one.kind)}: ${nameOf(view, one)}`,
              text: sentenceOf(one, words),
              tag: <StateTag one={one} />,
            }))}
          />
        </Card>
      ) : (
        <EmptyState
          icon="check"
          title="Niets opvallends"
          text="In deze periode is er niets dat je nog moet nakijken."
        />
      )}
      {!filter.checked('all') && found.inOrder > 0 && (
        <p class="app-muted">
          {found.inOrder === 1 ? '1 regel is' : `${found.inOrder} regels zijn`} al bekeken en in orde.
        </p>
      )}
    </Layout>
  );
}

export const addressOf = ({ kind, actorId, day }: Unusual): string => `/inzage/opvallend/${kind}/${actorId}/${day}`;
const nameOf = ({ text }: ReturnType<typeof useView>, { who, role, school }: Unusual): string =>
  who || (role === 'none' ? 'een account' : text(`role.${role}`, {}, 'role.staff')) + (school ? `, ${school}` : '');

function StateTag({ one: { review } }: { one: Unusual }) {
  if (!review) return <Tag colour="red">nog nakijken</Tag>;
  return review.outcome === 'in-order' ? <Tag colour="green">in orde</Tag> : <Tag colour="orange">opvolgen</Tag>;
}

export interface UnusualOneProps {
  one: Unusual;
  events: SchoolAuditPage;
  form: AnyForm;
  /** Somebody else wrote something down meanwhile. */
  overtaken?: boolean;
}
/** One finding: why it stands out, its rows, and the place to write down what came of it. */
export function UnusualOnePage({ one, events, form, overtaken }: UnusualOneProps) {
  const view = useView();
  const { text, words } = view;
  const title = `${kindText(one.kind)}: ${nameOf(view, one)}`;
  return (
    <Layout
      title={title}
      width="wide"
      back={{ href: '/inzage/opvallend', text: 'Opvallende inzage' }}
      fault={!form.valid}
    >
      <PageHeader title={title} lead={sentenceOf(one, words)} tags={<StateTag one={one} />} />
      <SummaryList
        rows={[
          ['Wie', [one.who, text(`role.${one.role}`, {}, 'role.staff'), one.school].filter(Boolean).join(', ')],
          ['Wanneer', `${words.dateTime(one.firstAt)} tot ${words.hour(one.lastAt)}`],
          ...(one.pupilNumbers.length > 0 ? [['Leerlingnummer', one.pupilNumbers.join(', ')] as const] : []),
          ...(one.review
            ? [['Bekeken', `${one.review.by}, ${words.dateTime(one.review.at)}: ${one.review.note}`] as const]
            : []),
        ]}
      />
      <form method="post" action={addressOf(one)} novalidate>
        <ErrorSummary form={form} />
        {overtaken && one.review && <p class="app-muted">Intussen schreef {one.review.by} hier ook iets op.</p>}
        <HiddenFields form={form} />
        <Card id="oordeel" title="Wat vond je?">
          <Radios
            form={form}
            name="outcome"
            label="Uitkomst"
            options={[
              { value: 'in-order', text: 'In orde', hint: 'Er is een goede verklaring.' },
              { value: 'follow-up', text: 'Opvolgen', hint: 'Hier moet nog iets mee gebeuren.' },
            ]}
          />
          <TextArea
            form={form}
            name="note"
            label="Toelichting"
            hint="Alleen de privacy-functionaris van de school leest dit. Noem geen namen van leerlingen."
            rows={3}
            maxlength={500}
          />
        </Card>
        <SaveBar save="Leg vast" cancel={{ href: '/inzage/opvallend' }} />
      </form>
      <EventTable caption="De regels waar het om gaat" events={events.items} />
      <Pagination next={events.nextPage && withQuery('/inzage', { ...periodOf(one), page: events.nextPage })} />
    </Layout>
  );
}

/** Where the rows of a finding are: of who is known by name, of the day and for a night of the next one. */
export const periodOf = ({ kind, actorId, day }: Unusual) => ({
  from: day,
  until: kind === 'night' ? dayAfter(day) : day,
  ...(kind === 'failed' ? { action: 'session.failed' as const } : { actorId }),
});

const Explanation = () => (
  <Details summary="Wat is opvallend?">
    <ul class="govuk-list govuk-list--bullet">
      <li>Iemand opende op één dag meer dan 200 dossiers.</li>
      <li>Iemand opende op één dag 40 of meer dossiers van leerlingen van wie die geen mentor of docent is.</li>
      <li>Iemand keek tussen tien uur ’s avonds en zes uur ’s ochtends, of in het weekend.</li>
      <li>Iemand opende het dossier van een leerling met dezelfde achternaam.</li>
      <li>Iemand kreeg op één dag vijf keer of vaker een weigering.</li>
      <li>Voor één account werd op één dag tien keer of vaker een verkeerd wachtwoord gegeven.</li>
    </ul>
    <p>Opvallend is niet altijd fout. Vraag het na en leg vast wat je vond. Ook dat wordt vastgelegd.</p>
  </Details>
);
