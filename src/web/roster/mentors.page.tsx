import type { MentorResponse, MentorsResponse, StaffChoiceResponse } from '../../pupils/mentors.dto.js';
import type { GroupFacts } from '../../pupils/mentors.reader.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, EmptyState, PageHeader, Tag } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { Radios } from '../ui/form-choices.js';
import { type AnyForm, DateField, Select } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { GroupTabs } from './group-tabs.js';

export interface MentorsPageProps {
  group: GroupFacts;
  mentors: MentorsResponse;
  staff: readonly StaffChoiceResponse[];
  form: AnyForm;
  today: string;
}

/** Who mentors a group, until when, and a new mentor or a substitute. */
export function MentorsPage({ group, mentors, staff, form, today }: MentorsPageProps) {
  const { words } = useView().in('nl');
  const year = { first: `${group.schoolYear}-08-01`, last: `${group.schoolYear + 1}-07-31` };
  const columns: Column<MentorResponse>[] = [
    {
      head: 'Mentor',
      cell: ({ name, substitute }) => (
        <>
          {name} {substitute && <Tag colour="purple">vervanger</Tag>}
        </>
      ),
    },
    {
      head: 'Vanaf',
      cell: ({ from }) => (
        <>
          <DateText at={from} short /> {from > today && <Tag colour="blue">later</Tag>}
        </>
      ),
    },
    { head: 'Laatste dag', cell: ({ until }) => <DateText at={until} short /> },
    {
      head: 'Leerlingen',
      cell: ({ pupils }) => (pupils === mentors.pupils ? `alle ${pupils}` : `${pupils} van ${mentors.pupils}`),
    },
    {
      head: 'Stoppen',
      cell: ({ personId, name }) => (
        <a href={`/klassen/${group.id}/mentoren/${personId}/einde`}>
          Eerder stoppen<span class="govuk-visually-hidden"> van {name}</span>
        </a>
      ),
    },
  ];
  return (
    <Layout
      title={`Mentoren van ${group.name}`}
      width="wide"
      back={{ href: `/klassen/${group.id}`, text: `Klas ${group.name}` }}
      fault={!form.valid}
    >
      <PageHeader
        title={`Mentoren van ${group.name}`}
        lead={`Een mentor ziet de dossiers van zijn leerlingen tot en met zijn laatste dag. Op ${words.date(year.last)} stopt het voor iedereen vanzelf.`}
      />
      <GroupTabs groupId={group.id} current="mentoren" />
      {mentors.mentors.length > 0 ? (
        <Table
          caption={`Mentoren van ${group.name}`}
          columns={columns}
          rows={mentors.mentors}
          rowKey={(m) => `${m.personId} ${m.from} ${m.until} ${m.substitute}`}
        />
      ) : (
        <EmptyState icon="person" title="Nog geen mentor" text="Kies hieronder wie mentor wordt van deze klas." />
      )}
      <Card id="nieuw" title="Een mentor kiezen">
        <form method="post" action={`/klassen/${group.id}/mentoren`} novalidate>
          <ErrorSummary form={form} />
          <HiddenFields form={form} />
          <Select
            form={form}
            name="personId"
            label="Wie"
            hint="Staat iemand er niet bij? Geef die persoon eerst een rol bij Personen."
            options={staff.map(({ personId, name }) => ({ value: personId, text: name }))}
          />
          <Radios
            form={form}
            name="substitute"
            label="Als wat"
            options={[
              {
                value: 'false',
                text: 'Mentor van de klas',
                hint: `Tot en met ${words.date(year.last)}. De mentor van nu ziet de leerlingen voor het laatst op de dag ervoor.`,
              },
              {
                value: 'true',
                text: 'Vervanger',
                hint: 'Naast de mentor van de klas, tot en met de laatste dag die je invult.',
              },
            ]}
          />
          <FieldGrid>
            <DateField
              form={form}
              name="from"
              label="Eerste dag"
              hint={today < year.first ? `Leeg: ${words.date(year.first)}.` : 'Leeg: vandaag.'}
              optional
              min={today}
              max={year.last}
            />
            <DateField
              form={form}
              name="until"
              label="Laatste dag"
              hint="Alleen voor een vervanger."
              min={today}
              max={year.last}
            />
          </FieldGrid>
          <Button>Leg vast</Button>
        </form>
      </Card>
    </Layout>
  );
}
