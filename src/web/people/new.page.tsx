import type { NewRoleRequest } from '../../people/people.dto.js';
import { Card, PageHeader } from '../ui/blocks.js';
import { Checkboxes } from '../ui/form-choices.js';
import { type AnyForm, DateField, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { roleOptions } from './role-words.js';

/** Someone who starts working at the school. */
export const NewPage = ({ form, roles }: { form: AnyForm; roles: readonly NewRoleRequest['role'][] }) => (
  <Layout title="Iemand toevoegen" back={{ href: '/personen', text: 'Alle personen' }} fault={!form.valid}>
    <PageHeader title="Iemand toevoegen" lead="Daarna stuur je een uitnodiging, of maak je een brief met een code." />
    <form method="post" action="/personen/nieuw" novalidate>
      <ErrorSummary form={form} />
      <HiddenFields form={form} />
      <Card>
        <FieldGrid>
          <TextField form={form} name="givenName" label="Voornaam" autocomplete="off" />
          <TextField form={form} name="infix" label="Tussenvoegsel" optional width="10" autocomplete="off" />
        </FieldGrid>
        <TextField form={form} name="familyName" label="Achternaam" autocomplete="off" />
        <TextField
          form={form}
          name="email"
          type="email"
          label="E-mailadres van school"
          hint="Hier gaat de uitnodiging naartoe."
          autocomplete="off"
          spellcheck={false}
        />
        <TextField
          form={form}
          name="phone"
          type="tel"
          label="Telefoon"
          hint="Andere scholen zien dit nummer bij een decaan."
          optional
          width="20"
          autocomplete="off"
        />
        <Checkboxes form={form} name="roles" label="Wat mag deze persoon?" options={roleOptions(roles)} />
        <FieldGrid>
          <DateField form={form} name="from" label="Eerste dag" hint="Leeg: vandaag." optional />
          <DateField form={form} name="until" label="Laatste dag" hint="Leeg: tot je de rol beëindigt." optional />
        </FieldGrid>
      </Card>
      <SaveBar save="Voeg toe" cancel={{ href: '/personen' }} />
    </form>
  </Layout>
);
