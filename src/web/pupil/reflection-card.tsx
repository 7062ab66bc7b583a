import type { ReflectionRequest } from '../../lob/lob.dto.js';
import type { TimelineReflection } from '../../lob/lob.types.js';
import { Overtaken } from '../family/overtaken.js';
import { OpenedTo } from '../family/timeline.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Button, Card, DateText, Details, Quote } from '../ui/blocks.js';
import { Checkbox } from '../ui/form-choices.js';
import { TextArea } from '../ui/form-fields.js';
import { HiddenFields } from '../ui/form-parts.js';

interface ReflectionProps {
  activityId: string;
  reflection: TimelineReflection | null;
  form: Form<ReflectionRequest>;
  overtaken: boolean;
}

/** How it was, in the pupil's own words: private until he opens it, to each reader apart. */
export function ReflectionCard({ activityId, reflection, form, overtaken }: ReflectionProps) {
  const { t } = useView();
  const action = `/mijn/activiteiten/${activityId}/reflectie${reflection ? `/${reflection.id}` : ''}`;
  const fields = (
    <form method="post" action={action} novalidate data-guarded>
      <HiddenFields form={form} />
      <TextArea
        form={form}
        name="text"
        label={t('reflection.text')}
        labelSize="s"
        hint={t('reflection.hint')}
        rows={7}
        maxlength={2000}
      />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t('reflection.readers')}</legend>
        <p class="govuk-hint">{t('reflection.readers-hint')}</p>
        <Checkbox form={form} name="openToSchool" label={t('reflection.school')} hint={t('reflection.school-hint')} />
        <Checkbox
          form={form}
          name="openToGuardian"
          label={t('reflection.guardian')}
          hint={t('reflection.guardian-hint')}
        />
        <Checkbox form={form} name="openToMbo" label={t('reflection.mbo')} hint={t('reflection.mbo-hint')} />
      </fieldset>
      <Button wide>{t('reflection.save')}</Button>
    </form>
  );
  if (!reflection)
    return (
      <Card id="reflectie" title={t('reflection.title')} intro={t('reflection.intro')} tone="private">
        {fields}
      </Card>
    );
  return (
    <Card id="reflectie" title={t('reflection.yours')} tone="private">
      {overtaken && <Overtaken />}
      <Quote by={<OpenedTo readers={reflection.openedTo} />}>{reflection.text}</Quote>
      <p class="app-muted">
        {t('reflection.written')} <DateText at={reflection.writtenOn} />
      </p>
      <Details summary={t('reflection.change')} open={!form.valid}>
        {fields}
      </Details>
    </Card>
  );
}
