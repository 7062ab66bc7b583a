import { activityTypes, competences } from '../../lob/lob.types.js';
import type { OpleidingChoice } from '../../opleidingen/opleidingen.types.js';
import { useView } from '../kit/view.js';
import { Details } from '../ui/blocks.js';
import { Checkboxes } from '../ui/form-choices.js';
import { type AnyForm, DateField, type Option, Select, TextArea, TextField } from '../ui/form-fields.js';
import { FieldGrid } from '../ui/form-parts.js';

/** What can be chosen, under the school that offers it. */
export const opleidingOptions = (choices: readonly OpleidingChoice[]): Option[] =>
  choices.map(({ id, name, niveau, leerweg, schoolName, locationName }) => ({
    value: id,
    text: `${name} · niveau ${niveau} ${leerweg} · ${locationName}`,
    group: schoolName,
  }));

const later = ['endsOn', 'beroep', 'opleidingId'] as const;

/** The facts of an activity: what everyone fills in first, the rest folded until it is needed. */
export function ActivityFields({ form, opleidingen }: { form: AnyForm; opleidingen: readonly OpleidingChoice[] }) {
  const { t } = useView();
  const unfold = later.some((name) => form.text(name) !== '' || form.fault(name));
  return (
    <>
      <FieldGrid>
        <Select
          form={form}
          name="type"
          label="Soort activiteit"
          options={activityTypes.map((type) => ({ value: type, text: t(`activity-type.${type}`) }))}
        />
        <DateField form={form} name="startsOn" label="Datum" autocomplete="off" />
        <TextField
          form={form}
          name="title"
          label="Wat was het?"
          hint="Bijvoorbeeld: Open dag ROC Midden"
          autocomplete="off"
        />
        <TextField
          form={form}
          name="place"
          label="Waar was het?"
          hint="Bijvoorbeeld: ROC Midden, Leusderweg"
          optional
          autocomplete="off"
        />
      </FieldGrid>
      <TextArea
        form={form}
        name="goal"
        label="Waar was het voor?"
        hint="De leerling leest dit bij zijn reflectie."
        rows={2}
        optional
      />
      <Checkboxes
        form={form}
        name="competences"
        label="Aan welke loopbaancompetenties werkte het?"
        optional
        small
        columns
        options={competences.map((competence) => ({
          value: competence,
          text: t(`competence.${competence}`),
          hint: t(`competence.${competence}.question`),
        }))}
      />
      <Details summary="Duurde het langer, of ging het over één beroep of opleiding?" open={unfold}>
        <FieldGrid>
          <DateField form={form} name="endsOn" label="Laatste dag" optional autocomplete="off" />
          <TextField form={form} name="beroep" label="Beroep" optional autocomplete="off" />
        </FieldGrid>
        <Select
          form={form}
          name="opleidingId"
          label="Opleiding"
          optional
          placeholder="Geen opleiding"
          options={opleidingOptions(opleidingen)}
        />
      </Details>
    </>
  );
}
