import type { ChosenSections } from '../../consent/consent.dto.js';
import { type Section, sections } from '../../consent/consent.types.js';
import type { ReadableShare, Sharing } from '../../dossier/sharing.types.js';
import { ConsentText } from '../family/consent-text.js';
import { textField } from '../family/share-forms.js';
import { inLanguage } from '../family/text-language.js';
import type { Form } from '../kit/form.js';
import { useView } from '../kit/view.js';
import { Card, Notice, PageHeader } from '../ui/blocks.js';
import { Checkboxes } from '../ui/form-choices.js';
import { ErrorSummary, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface ChooseSectionsProps {
  share: ReadableShare;
  sharing: Sharing;
  form: Form<ChosenSections>;
}

/** The pupil chooses, section by section. Nothing is ticked beforehand but what is shared already. */
export function ChooseSectionsPage({ share, sharing, form }: ChooseSectionsProps) {
  const view = useView();
  const { t } = view;
  const { school, schoolId, act, consent } = share;
  const asked = act === 'answer' && consent ? consent : null;
  const offered: readonly Section[] = asked ? asked.sections : sections;
  const path = `/mijn/toestemming/${schoolId}`;
  return (
    <Layout
      title={t('choose-sections.title', { school })}
      fault={!form.valid}
      back={{ href: `/mijn/toestemming#school-${schoolId}`, text: t('consent.title') }}
      translated
    >
      <ErrorSummary form={form} />
      <PageHeader
        title={t('choose-sections.title', { school })}
        lead={t(asked ? 'choose-sections.lead-asked' : 'choose-sections.lead')}
      />
      <form
        method="post"
        action={inLanguage(asked ? `${path}/vraag/${asked.id}/keuze` : path, share.text, view)}
        novalidate
      >
        <HiddenFields
          form={form}
          values={{ ...textField(share.text), ...(consent && !asked ? { instead: consent.id } : {}) }}
        />
        <Card>
          <Checkboxes
            form={form}
            name="sections"
            label={t('choose-sections.label')}
            hint={t('choose-sections.hint')}
            options={sections
              .filter((section) => offered.includes(section))
              .map((section) => ({
                value: section,
                text: t(`section.${section}`),
                hint: t(`consent.section.${section}`),
              }))}
          />
          {sharing.reflections && offered.includes('reflections') && (
            <p class="app-muted">{t('choose-sections.reflections', { count: sharing.reflections.opened })}</p>
          )}
        </Card>
        {!sharing.decidesAlone && (
          <Notice tone="attention" icon="info">
            <p>{t('consent.under-16')}</p>
          </Notice>
        )}
        <ConsentText text={share.text} path={path} />
        <SaveBar save={t('choose-sections.save')} cancel={{ href: `/mijn/toestemming#school-${schoolId}` }} />
      </form>
    </Layout>
  );
}
