import type { ConsentTextResponse } from '../../consent-texts/consent-texts.dto.js';
import { TextBody } from '../family/consent-text.js';
import { useView } from '../kit/view.js';
import { Card, DateText, PageHeader, SummaryList } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

/** One text as people see it. */
export function TextPage({ text }: { text: ConsentTextResponse }) {
  const { t } = useView();
  const title = `${t(`purpose-for.${text.purpose}`)}: ${text.languageName}`;
  return (
    <Layout title={title} back={{ href: '/toestemmingsteksten', text: 'Toestemmingsteksten' }}>
      <PageHeader title={title} />
      <Card id="tekst" title="Zo staat het op het scherm">
        <TextBody text={text} />
      </Card>
      <Card id="over" title="Over deze tekst">
        <SummaryList
          rows={[
            ['Versie', text.version],
            ['Taal', `${text.languageName} (${text.language})`],
            ['Te lezen vanaf', text.regional ? <DateText at={text.validFrom} time /> : 'het begin'],
            ['Van', text.regional ? 'de regio' : 'het product'],
          ]}
        />
        <p class="app-muted">Op de plek van {'{school}'} komt de naam van de school die mag lezen.</p>
      </Card>
    </Layout>
  );
}
