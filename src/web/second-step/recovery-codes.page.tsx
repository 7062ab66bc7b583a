import { ButtonLink, Notice, PageHeader } from '../ui/blocks.js';
import { PrintButton, Sheet } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';

/** The ten codes for who loses the phone. They are shown here once, and stored nowhere. */
export const RecoveryCodesPage = ({ codes, next }: { codes: readonly string[]; next: string }) => (
  <Layout title="Je herstelcodes" print>
    <PageHeader title="Bewaar je herstelcodes" lead="Dit is de enige keer dat je ze ziet." />
    <Notice tone="attention" title="Print ze, of zet ze in een wachtwoordkluis">
      Raak je je telefoon kwijt, dan log je in met een van deze codes. Bewaar ze niet op diezelfde telefoon.
    </Notice>
    <p class="app-actions">
      <PrintButton>Print de codes</PrintButton>
      <ButtonLink href={next} tone="secondary">
        Ik heb ze bewaard, ga verder
      </ButtonLink>
    </p>
    <Sheet>
      <h2 class="govuk-heading-l">Herstelcodes voor het Doorstroomdossier</h2>
      <p>Elke code werkt één keer, in plaats van de code van je telefoon. Geef ze aan niemand.</p>
      <ul class="app-recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <span class="app-code">{code}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  </Layout>
);
