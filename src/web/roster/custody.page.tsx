import { custodyGrounds, type CustodyGround } from '../../pupils/pupils.types.js';
import type { GuardianResponse } from '../../pupils/roster.dto.js';
import { Button, Card, EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { type Column, Pagination, Table, Tabs } from '../ui/data-blocks.js';
import { type AnyForm, Select } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { RowYesNo } from './row-fields.js';
import { type FormRow, rowsOf, versionOf } from './rows.js';

export interface CustodyPageProps {
  guardians: readonly GuardianResponse[];
  form: AnyForm;
  /** Where the form is sent, and where one is afterwards. */
  action: string;
  overtaken?: boolean;
  /** Of one pupil; without it a list of the school. */
  pupil?: { id: string };
  list?: {
    filter: AnyForm;
    groups: readonly { id: string; name: string }[];
    previous?: string;
    next?: string;
  };
}

const grounds: Record<CustodyGround, string> = {
  'custody-register': 'Gezagsregister',
  'court-decision': 'Uitspraak van de rechter',
  'enrolment-form': 'Inschrijfformulier',
  correction: 'We verbeteren een fout',
};

/** Who has custody: the school says it, and no import changes it. */
export function CustodyPage({ guardians, form, action, overtaken = false, pupil, list }: CustodyPageProps) {
  const rows = rowsOf(guardians, form, 'guardianId', ({ id }) => id);
  const name = pupil && guardians[0]?.pupilName;
  const title = name ? `Gezag over ${name}` : 'Gezag';
  const columns: Column<FormRow<GuardianResponse>>[] = [
    {
      head: 'Ouder of verzorger',
      cell: ({ now, at }) => (
        <>
          {now.name}
          {now.email && <span class="app-muted"> {now.email}</span>}
          <input type="hidden" name={`rows.${at}.guardianId`} value={now.id} />
          <input type="hidden" name={`rows.${at}.version`} value={versionOf(form, at, now.version, overtaken)} />
        </>
      ),
    },
    {
      head: 'Van leerling',
      cell: ({ now }) => (
        <>
          {now.pupilName} {now.groupName && <span class="app-muted">{now.groupName}</span>}
        </>
      ),
    },
    {
      head: 'Heeft gezag',
      cell: ({ now, at }) => (
        <RowYesNo form={form} name={`rows.${at}.custody`} label={`Heeft ${now.name} gezag over ${now.pupilName}?`} />
      ),
    },
  ];
  return (
    <Layout
      title={title}
      width="wide"
      back={pupil && { href: '/leerlingen', text: 'Alle leerlingen' }}
      fault={!form.valid}
    >
      <PageHeader
        title={title}
        lead="Een ouder of verzorger met gezag leest mee en beslist mee zolang de leerling jonger is dan 16. Zonder gezag ziet iemand niets. Zolang er niets gekozen is, telt het als nee. Is het gezag vastgelegd, dan maakt de mentor of de administratie de brief met de code, bij de klas."
      />
      {list && <Choose {...list} action={action} />}
      {overtaken && (
        <Notice tone="attention" title="Iemand anders was je voor">
          <p>Er is nog niets bewaard. Hieronder staat wat er nu is vastgelegd. Kies opnieuw wat er moet veranderen.</p>
        </Notice>
      )}
      {pupil && guardians.some(({ custody }) => custody) && (
        <Notice title="Gezag vastgelegd? Maak dan de brief">
          <p>
            Wie gezag heeft, logt in met de code uit een brief.{' '}
            <a href={`/leerlingen/${pupil.id}/brief`}>Naar de brieven van {name ?? 'deze leerling'}</a>
          </p>
        </Notice>
      )}
      {rows.length > 0 ? (
        <form method="post" action={action} novalidate data-guarded>
          {!overtaken && <ErrorSummary form={form} />}
          <HiddenFields form={form} />
          <Table caption="Ouders en verzorgers" columns={columns} rows={rows} rowKey={({ now }) => now.id} />
          <Select
            form={form}
            name="reason"
            label="Waar weet de school dit van?"
            hint="Dit blijft bewaard bij elke wijziging."
            optional
            options={custodyGrounds.map((value) => ({ value, text: grounds[value] }))}
          />
          <SaveBar save="Bewaar" />
        </form>
      ) : (
        <EmptyState
          icon="shield"
          title={pupil ? 'Er zijn geen ouders of verzorgers bekend' : 'Niets meer in te vullen'}
          text={
            pupil
              ? 'Ouders en verzorgers komen uit de import.'
              : 'Van alle ouders en verzorgers in deze lijst staat vast of ze gezag hebben.'
          }
        />
      )}
      {list && <Pagination previous={list.previous} next={list.next} />}
    </Layout>
  );
}

function Choose({ filter, groups, action }: NonNullable<CustodyPageProps['list']> & { action: string }) {
  const path = action.split('?', 1)[0] ?? '/gezag';
  const groupId = filter.text('groupId');
  const query = groupId ? `?groupId=${groupId}` : '';
  return (
    <>
      <Tabs
        label="Welke ouders en verzorgers"
        current={`${path}${query}`}
        items={[
          { href: `/gezag${query}`, text: 'Nog invullen' },
          { href: `/gezag/alle${query}`, text: 'Iedereen' },
        ]}
      />
      <Card>
        <form method="get" action={path}>
          <Select
            form={filter}
            name="groupId"
            label="Klas"
            placeholder="Alle klassen"
            options={groups.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Button tone="secondary">Toon deze klas</Button>
        </form>
      </Card>
    </>
  );
}
