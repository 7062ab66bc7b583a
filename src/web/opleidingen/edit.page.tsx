import type { OfferedOpleiding, OwnLocation } from '../../opleidingen/opleidingen.types.js';
import { Form } from '../kit/form.js';
import { Button, Card, Notice, PageHeader, SummaryList, Tag } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { Radios } from '../ui/form-choices.js';
import { type AnyForm, Select, TextField } from '../ui/form-fields.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';
import { leerwegOptions, niveauOptions } from './words.js';

const back = { href: '/opleidingen', text: 'Alle opleidingen' };

const NameAndNiveau = ({ form }: { form: AnyForm }) => (
  <>
    <TextField form={form} name="name" label="Naam" hint="Zoals leerlingen de opleiding kennen." autocomplete="off" />
    <Radios form={form} name="niveau" label="Niveau" options={niveauOptions} inline small />
  </>
);

/** Correcting one programme, and taking it out of the offer. */
export function EditPage({ opleiding, form }: { opleiding: OfferedOpleiding; form: AnyForm }) {
  const { id, offered, version } = opleiding;
  return (
    <Layout title={opleiding.name} back={back} fault={!form.valid}>
      <PageHeader
        title={opleiding.name}
        tags={offered ? <Tag colour="green">in het aanbod</Tag> : <Tag colour="grey">eruit gehaald</Tag>}
      />
      <form method="post" action={`/opleidingen/${id}`} novalidate>
        <ErrorSummary form={form} />
        <HiddenFields form={form} />
        <Card>
          <NameAndNiveau form={form} />
        </Card>
        <SaveBar save="Bewaar" cancel={{ href: back.href }} />
      </form>
      <Card
        id="vast"
        title="Ligt vast"
        intro="Hierop melden leerlingen zich aan. Klopt hier iets niet? Haal deze opleiding uit het aanbod en voeg de goede toe."
      >
        <SummaryList
          rows={[
            ['Crebo-code', opleiding.crebo],
            ['Leerweg', opleiding.leerweg],
            ['Locatie', `${opleiding.locationName}, ${opleiding.place}`],
          ]}
        />
      </Card>
      {offered ? (
        <Confirm
          summary="Uit het aanbod halen…"
          question="Leerlingen kunnen deze opleiding dan niet meer kiezen. Wie zich al aanmeldde, houdt die aanmelding. Doorgaan?"
          action={`/opleidingen/${id}/intrekken`}
          button="Haal uit het aanbod"
        >
          <HiddenFields form={Form.of({ version })} />
        </Confirm>
      ) : (
        <Notice tone="attention" title="Niet in het aanbod">
          <p>Leerlingen kunnen deze opleiding niet kiezen. Ook het inlezen van een lijst verandert dat niet.</p>
          <form method="post" action={`/opleidingen/${id}/terugzetten`}>
            <HiddenFields form={Form.of({ version })} />
            <Button tone="secondary">Zet terug in het aanbod</Button>
          </form>
        </Notice>
      )}
    </Layout>
  );
}

export const locationOptions = (locations: readonly OwnLocation[]) =>
  locations.map(({ id, name, place }) => ({ value: id, text: `${name}, ${place}` }));

/** Adding one programme by hand. */
export const AddPage = ({ form, locations }: { form: AnyForm; locations: OwnLocation[] }) => (
  <Layout title="Opleiding toevoegen" back={back} fault={!form.valid}>
    <PageHeader title="Opleiding toevoegen" lead="Voor één opleiding. Met een lijst gaan er veel tegelijk." />
    <form method="post" action="/opleidingen/toevoegen" novalidate>
      <ErrorSummary form={form} />
      <HiddenFields form={form} />
      <Card>
        <NameAndNiveau form={form} />
        <TextField
          form={form}
          name="crebo"
          label="Crebo-code"
          hint="Vijf cijfers, ook wel erkende opleidingscode."
          width="5"
          inputmode="numeric"
          autocomplete="off"
        />
        <Radios form={form} name="leerweg" label="Leerweg" options={leerwegOptions} small />
        <Select form={form} name="locationId" label="Locatie" options={locationOptions(locations)} />
      </Card>
      <SaveBar save="Zet in het aanbod" cancel={{ href: back.href }} />
    </form>
  </Layout>
);
