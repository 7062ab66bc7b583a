import type { ReviewedEmergency } from '../../emergency-access/emergency.types.js';
import { useView, type View } from '../kit/view.js';
import { Card, EmptyState, LinkList, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Radios } from '../ui/form-choices.js';
import { type AnyForm, TextArea } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { OfficerTabs } from './officer-tabs.js';

/** What was opened in an emergency: what waits comes first, and is red when it waits too long. */
export function EmergenciesPage({ items }: { items: readonly ReviewedEmergency[] }) {
  const view = useView();
  const overdue = items.filter((one) => one.overdue).length;
  return (
    <Layout title="Noodtoegang" width="wide">
      <PageHeader
        title="Noodtoegang"
        lead="Wie in een noodsituatie gegevens van een leerling van jouw school opende. Kijk elke keer na of het klopte, binnen vijf werkdagen."
      />
      <OfficerTabs current="/inzage/noodtoegang" />
      {overdue > 0 && (
        <Notice tone="attention">
          <p>
            {overdue === 1 ? '1 keer is' : `${overdue} keer is`} langer dan vijf werkdagen geleden en nog niet
            nagekeken.
          </p>
        </Notice>
      )}
      {items.length > 0 ? (
        <Card>
          <LinkList
            items={items.map((one) => ({
              href: `/inzage/noodtoegang/${one.id}`,
              icon: 'warning',
              title: `${one.who}, ${view.text(`role.${one.role}`, {}, 'role.staff')}`,
              text: `${view.words.dateTime(one.openedAt)} · ${one.school} · leerling ${one.pupilNumber}`,
              tag: <StateTag one={one} view={view} />,
            }))}
          />
        </Card>
      ) : (
        <EmptyState icon="check" title="Nog nooit gebruikt" text="Niemand opende gegevens in een noodsituatie." />
      )}
    </Layout>
  );
}

function StateTag({ one, view: { words } }: { one: ReviewedEmergency; view: View }) {
  if (one.review)
    return one.review.outcome === 'justified' ? (
      <Tag colour="green">terecht</Tag>
    ) : (
      <Tag colour="orange">niet terecht</Tag>
    );
  if (one.overdue) return <Tag colour="red">te laat</Tag>;
  return <Tag colour="yellow">nakijken voor {words.dateShort(one.reviewBy)}</Tag>;
}

export interface EmergencyReviewProps {
  one: ReviewedEmergency;
  form: AnyForm;
  overtaken?: boolean;
}
/** One of them, with the reason that was given, and the place to say what it was. */
export function EmergencyReviewPage({ one, form, overtaken }: EmergencyReviewProps) {
  const view = useView();
  const { text, words } = view;
  const back = { href: '/inzage/noodtoegang', text: 'Noodtoegang' };
  return (
    <Layout title={`Noodtoegang door ${one.who}`} back={back} fault={!form.valid}>
      <PageHeader title={`Noodtoegang door ${one.who}`} tags={<StateTag one={one} view={view} />} />
      <SummaryList
        rows={[
          ['Wie', `${one.who}, ${text(`role.${one.role}`, {}, 'role.staff')}, ${one.school}`],
          ['Leerling', one.pupilNumber || 'is gewist'],
          ['Geopend', words.dateTime(one.openedAt)],
          [one.open ? 'Open tot' : 'Gesloten', words.dateTime(one.until)],
          ['Reden', one.reason],
          ...(one.pupilNumber === ''
            ? []
            : [
                [
                  'Gezien',
                  <form method="post" action="/inzage">
                    <input type="hidden" name="pupilNumber" value={one.pupilNumber} />
                    <button class="app-link-button">Wat er in het dossier van deze leerling gebeurde</button>
                  </form>,
                ] as const,
              ]),
          ...(one.review
            ? [['Nagekeken', `${one.review.by}, ${words.dateTime(one.review.at)}: ${one.review.note}`] as const]
            : []),
        ]}
      />
      {one.own ? (
        <Notice tone="attention">
          <p>Je opende dit zelf. Laat een andere privacy-functionaris het nakijken.</p>
        </Notice>
      ) : one.byAnother ? (
        <Notice>
          <p>Een andere privacy-functionaris keek dit al na.</p>
        </Notice>
      ) : (
        <form method="post" action={`/inzage/noodtoegang/${one.id}`} novalidate>
          <ErrorSummary form={form} />
          {overtaken && one.review && <p class="app-muted">Intussen schreef {one.review.by} hier ook iets op.</p>}
          <HiddenFields form={form} />
          <Card id="oordeel" title="Was het terecht?">
            <Radios
              form={form}
              name="outcome"
              label="Uitkomst"
              options={[
                { value: 'justified', text: 'Terecht', hint: 'Iemand was in levensgevaar, en dit was nodig.' },
                { value: 'not-justified', text: 'Niet terecht', hint: 'Hier moet nog iets mee gebeuren.' },
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
          <SaveBar save="Leg vast" cancel={{ href: '/inzage/noodtoegang' }} />
        </form>
      )}
    </Layout>
  );
}
