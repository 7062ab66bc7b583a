import type { StaffChoiceResponse, TeacherResponse } from '../../pupils/mentors.dto.js';
import type { GroupFacts } from '../../pupils/mentors.reader.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, EmptyState, PageHeader } from '../ui/blocks.js';
import { type Column, Table } from '../ui/data-blocks.js';
import { type AnyForm, DateField, Select, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { GroupTabs } from './group-tabs.js';

export interface TeachersPageProps {
  group: GroupFacts;
  teachers: readonly TeacherResponse[];
  staff: readonly StaffChoiceResponse[];
  form: AnyForm;
  today: string;
}

/** Who teaches a group which subject, until when. */
export function TeachersPage({ group, teachers, staff, form, today }: TeachersPageProps) {
  const { words } = useView().in('nl');
  const last = `${group.schoolYear + 1}-07-31`;
  const columns: Column<TeacherResponse>[] = [
    { head: 'Docent', cell: ({ name }) => name },
    { head: 'Vak', cell: ({ subject }) => subject },
    { head: 'Vanaf', cell: ({ from }) => <DateText at={from} short /> },
    { head: 'Laatste dag', cell: ({ until }) => <DateText at={until} short /> },
    {
      head: 'Stoppen',
      cell: ({ id, name, subject }) => (
        <a href={`/klassen/${group.id}/docenten/${id}/einde`}>
          Eerder stoppen
          <span class="govuk-visually-hidden">
            {' '}
            van {name}, {subject}
          </span>
        </a>
      ),
    },
  ];
  return (
    <Layout
      title={`Docenten van ${group.name}`}
      width="wide"
      back={{ href: `/klassen/${group.id}`, text: `Klas ${group.name}` }}
      fault={!form.valid}
    >
      <PageHeader
        title={`Docenten van ${group.name}`}
        lead="Een docent ziet de namen van de klas en legt activiteiten vast. De rest van het dossier ziet een docent niet."
      />
      <GroupTabs groupId={group.id} current="docenten" />
      {teachers.length > 0 ? (
        <Table caption={`Docenten van ${group.name}`} columns={columns} rows={teachers} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon="person" title="Nog geen docenten" text="Voeg hieronder toe wie deze klas lesgeeft." />
      )}
      <Card id="nieuw" title="Een docent toevoegen">
        <form method="post" action={`/klassen/${group.id}/docenten`} novalidate>
          <ErrorSummary form={form} />
          <HiddenFields form={form} />
          <Select
            form={form}
            name="personId"
            label="Wie"
            hint="Staat iemand er niet bij? Geef die persoon eerst een rol bij Personen."
            options={staff.map(({ personId, name }) => ({ value: personId, text: name }))}
          />
          <TextField form={form} name="subject" label="Vak" width="20" maxlength={60} autocomplete="off" />
          <FieldGrid>
            <DateField
              form={form}
              name="from"
              label="Eerste dag"
              hint="Leeg: vandaag."
              optional
              min={today}
              max={last}
            />
            <DateField
              form={form}
              name="until"
              label="Laatste dag"
              hint={`Leeg: ${words.date(last)}.`}
              optional
              min={today}
              max={last}
            />
          </FieldGrid>
          <Button>Voeg toe</Button>
        </form>
      </Card>
    </Layout>
  );
}
