import type { FoundPupil, OwnEmergency } from '../../emergency-access/emergency.types.js';
import { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, EmptyState, LinkList, Notice, PageHeader } from '../ui/blocks.js';
import { type AnyForm, DateField, TextArea, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldGrid, HiddenFields } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface EmergencySearchProps {
  own: readonly OwnEmergency[];
  search: AnyForm;
}

/** The way in for a life-threatening situation: what it means first, and then whom. */
export function EmergencySearchPage({ own, search }: EmergencySearchProps) {
  const { words } = useView();
  return (
    <Layout title="Noodtoegang" fault={!search.valid}>
      <PageHeader
        title="Noodtoegang"
        lead="Alleen voor een situatie waarin iemand in levensgevaar is. Bel eerst 112 als dat nodig is."
      />
      <Warning />
      {own.length > 0 && (
        <Card id="open" title="Nu open">
          <LinkList
            items={own.map(({ id, until }) => ({
              href: `/noodtoegang/${id}`,
              icon: 'warning',
              title: `Open tot ${words.hour(until)}`,
            }))}
          />
        </Card>
      )}
      <form method="post" action="/noodtoegang/zoeken" novalidate>
        <ErrorSummary form={search} />
        <Card id="zoeken" title="Zoek de leerling" intro="Vul de hele achternaam en de geboortedatum in.">
          <FieldGrid>
            <TextField form={search} name="familyName" label="Achternaam" autocomplete="off" spellcheck={false} />
            <DateField form={search} name="birthDate" label="Geboortedatum" autocomplete="off" />
          </FieldGrid>
          <Button icon="search">Zoeken</Button>
        </Card>
      </form>
    </Layout>
  );
}

const Warning = () => (
  <Notice tone="attention" title="Wat er gebeurt als je opent">
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Je ziet 60 minuten lang de gegevens, de klas en wie je kunt bellen. Verder niets, en je kunt niets wijzigen.
      </li>
      <li>De leerling krijgt meteen bericht dat jij dit opende, en de ouders als de leerling jonger is dan 16.</li>
      <li>De privacy-functionaris krijgt meteen bericht, leest je reden en kijkt na of het klopte.</li>
      <li>Ook het zoeken wordt vastgelegd.</li>
    </ul>
  </Notice>
);

export interface EmergencyFoundProps {
  found: readonly FoundPupil[];
  /** What was searched for, to find them again. */
  asked: { familyName: string; birthDate: string };
  form: AnyForm;
  /** Which of the found pupils the form is of, when it came back with a fault. */
  chosen?: string;
}

/** Who was found; opening asks for the reason. */
export function EmergencyFoundPage({ found, asked, form, chosen }: EmergencyFoundProps) {
  return (
    <Layout title="Noodtoegang openen" back={{ href: '/noodtoegang', text: 'Opnieuw zoeken' }} fault={!form.valid}>
      <PageHeader title="Noodtoegang openen" />
      {found.length === 0 && (
        <EmptyState
          icon="search"
          title="Niemand gevonden"
          text="Er is geen leerling met deze achternaam en geboortedatum op je school. Kijk de spelling na."
        />
      )}
      {found.length > 0 && <Warning />}
      {found.map((pupil) => {
        const own = chosen === pupil.pupilId ? form : Form.of();
        return (
          <form key={pupil.pupilId} method="post" action="/noodtoegang" novalidate>
            <ErrorSummary form={own} />
            <HiddenFields form={own} values={{ ...asked, pupilId: pupil.pupilId }} />
            <Card
              id={`leerling-${pupil.pupilId}`}
              title={pupil.name}
              intro={[pupil.group, pupil.school].filter(Boolean).join(', ')}
            >
              <TextArea
                form={own}
                name="reason"
                label="Wat is de situatie?"
                hint="In 20 tot 500 tekens. De privacy-functionaris leest dit."
                rows={4}
                maxlength={500}
              />
              <Button tone="warning" icon="warning">
                Open 60 minuten
              </Button>
            </Card>
          </form>
        );
      })}
    </Layout>
  );
}
