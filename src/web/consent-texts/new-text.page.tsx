import type { TextVersionResponse } from '../../consent-texts/consent-texts.dto.js';
import { LONGEST_BODY, LONGEST_TITLE } from '../../consent-texts/consent-texts.types.js';
import { TextBody } from '../family/consent-text.js';
import { useView } from '../kit/view.js';
import { Card, Columns, Notice, PageHeader } from '../ui/blocks.js';
import { type AnyForm, DateField, TextArea, TextField } from '../ui/form-fields.js';
import { ErrorSummary, FieldsetCard, HiddenFields, SaveBar } from '../ui/form-parts.js';
import { Layout } from '../ui/layout.js';

export interface NewTextPageProps {
  form: AnyForm;
  versions: readonly TextVersionResponse[];
}

const back = { href: '/toestemmingsteksten', text: 'Toestemmingsteksten' };

/** Another language for a version, or a new version of the region. */
export function NewTextPage({ form, versions }: NewTextPageProps) {
  const { t } = useView();
  const purpose = form.text('purpose');
  const version = form.text('version');
  const base = versions
    .find((one) => one.purpose === purpose && one.version === version)
    ?.texts.find(({ language }) => language === 'nl');
  const title = version ? 'Taal toevoegen' : 'Nieuwe versie';
  const label = purpose === 'handover' || purpose === 'follow-up' ? purpose : 'intake';
  return (
    <Layout title={title} fault={!form.valid} width="wide" back={back}>
      <ErrorSummary form={form} />
      <PageHeader
        title={title}
        lead={`${t(`purpose-for.${label}`)}${version ? `, versie ${version}` : ''}. Na het bewaren verandert deze tekst niet meer.`}
      />
      <Columns
        main={
          <form method="post" action="/toestemmingsteksten/nieuw" novalidate data-guarded>
            <HiddenFields form={form} values={{ purpose: label, ...(version ? { version } : {}) }} />
            {version ? <Language form={form} /> : <Start form={form} />}
            <FieldsetCard legend="De tekst">
              <TextField form={form} name="title" label="Titel" maxlength={LONGEST_TITLE} autocomplete="off" />
              <TextArea
                form={form}
                name="body"
                label="Tekst"
                hint="Korte zinnen, in gewone taal. Een lege regel begint een nieuw punt. Schrijf {school} waar de naam van de school moet komen."
                rows={14}
                maxlength={LONGEST_BODY}
              />
            </FieldsetCard>
            <SaveBar save="Bewaren" cancel={{ href: back.href }} />
          </form>
        }
        aside={
          base ? (
            <Card id="nederlands" title="Nederlandse tekst">
              <TextBody text={base} />
            </Card>
          ) : (
            <Notice icon="info">
              <p>
                Een nieuwe versie begint in het Nederlands. Voeg daarna de andere talen toe. Kies een dag die nog komt,
                dan zijn alle talen op tijd klaar.
              </p>
            </Notice>
          )
        }
      />
    </Layout>
  );
}

const Language = ({ form }: { form: AnyForm }) => (
  <FieldsetCard legend="De taal">
    <TextField
      form={form}
      name="languageName"
      label="Naam van de taal"
      hint="In de taal zelf, zoals العربية of Українська."
      width="20"
      autocomplete="off"
    />
    <TextField
      form={form}
      name="language"
      label="Taalcode"
      hint="Bijvoorbeeld ar, uk, pl, tr, ti of zh-Hant. Van rechts naar links gaat vanzelf goed."
      width="10"
      autocomplete="off"
      spellcheck={false}
    />
  </FieldsetCard>
);

const Start = ({ form }: { form: AnyForm }) => (
  <FieldsetCard legend="Wanneer">
    <DateField
      form={form}
      name="validFrom"
      label="Eerste dag"
      hint="Leeg: vanaf nu. Wie daarvoor ja zei, houdt de oude tekst."
      optional
    />
  </FieldsetCard>
);
