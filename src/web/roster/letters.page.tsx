import type { LetterResponse, LettersResponse, LetterState } from '../../pupils/letters.dto.js';
import { useView } from '../kit/view.js';
import { EmptyState, Notice, PageHeader } from '../ui/blocks.js';
import { PrintButton, Sheet } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { Activation } from './activation.js';

export interface LettersPageProps {
  made: LettersResponse;
  school: string;
  /** Where people find the service: `https://dossier.example.nl`. */
  site: string;
  back: { href: string; text: string };
}

const reasons: Partial<Record<LetterState, string>> = {
  activated: 'logt al in',
  'works-at-school': 'werkt op een school en logt in met dat account',
  'ask-administrator': 'vraag de beheerder of de decaan om deze brief',
  'by-mail': 'het account hoort niet alleen bij deze school. Een nieuw wachtwoord gaat met ‘Wachtwoord vergeten’',
  disabled: 'het account is uitgezet',
  'custody-unsaid': 'de school heeft nog niet vastgelegd of er gezag is',
};

/** The letters, one sheet each. They are shown here once, and the codes are stored nowhere. */
export function LettersPage({ made, school, site, back }: LettersPageProps) {
  const { letters, skipped } = made;
  const count = letters.length === 1 ? '1 brief' : `${letters.length} brieven`;
  return (
    <Layout title="Brieven" back={back} width="wide" print>
      <div class="app-screen-only">
        <PageHeader
          title={letters.length > 0 ? `${count} om te printen` : 'Geen brieven gemaakt'}
          lead={letters.length > 0 && 'Print ze nu: je ziet ze maar één keer. Elke brief komt op een eigen blad.'}
          actions={letters.length > 0 && <PrintButton>Print {count}</PrintButton>}
        />
        {skipped.length > 0 && (
          <Notice title="Zonder brief">
            <ul>
              {skipped.map(({ recipientId, name, reason }) => (
                <li key={recipientId}>
                  {name}: {reasons[reason] ?? 'kreeg geen brief'}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {letters.length === 0 && (
          <EmptyState icon="mail" title="Er is niets te printen" text="Niemand had een nieuwe code nodig." />
        )}
      </div>
      {letters.map((letter) => (
        <Letter key={letter.recipientId} letter={letter} school={school} site={site} />
      ))}
    </Layout>
  );
}

/** One letter on one sheet. */
export function Letter({ letter, school, site }: { letter: LetterResponse; school: string; site: string }) {
  const { words } = useView().in('nl');
  const { kind, name, salutation, pupils, groupName, login, code, expiresAt } = letter;
  const of = pupils.join(' en ');
  return (
    <Sheet letter>
      <p>
        <strong>{name}</strong>
        <br />
        {kind === 'pupil' ? groupName && `Klas ${groupName}` : `Ouder of verzorger van ${of}`}
        {kind === 'guardian' && groupName && `, klas ${groupName}`}
        <br />
        {school}
      </p>
      <h2 class="govuk-heading-l">{kind === 'pupil' ? 'Jouw Doorstroomdossier' : `Het Doorstroomdossier van ${of}`}</h2>
      <p>Beste {salutation},</p>
      {kind === 'pupil' ? (
        <p>
          In je Doorstroomdossier staat wat je doet om een opleiding te kiezen: open dagen, stages, gesprekken. Je
          schrijft er zelf in. Jij beslist mee welke mbo-school het mag lezen, en je ziet wie er heeft gekeken.
        </p>
      ) : (
        <p>
          In het Doorstroomdossier staat wat {of} doet om een opleiding te kiezen: open dagen, stages, gesprekken. Tot
          16 jaar lees je mee, en beslis je mee welke mbo-school het mag lezen. Vanaf 16 jaar bepaalt je kind dat zelf.
          Je krijgt deze brief omdat de school heeft vastgelegd dat je gezag hebt over {of}. Klopt dat niet? Meld het
          bij de administratie van de school.
        </p>
      )}
      <Activation login={login} code={code} site={site} />
      <p>Daarna log je in op {site} met je gebruikersnaam en je eigen wachtwoord.</p>
      <p>
        De code werkt één keer, tot en met {words.date(expiresAt)}. Laat deze brief aan niemand anders zien.
        <br />
        Lukt het niet, of ben je de brief kwijt? Vraag {kind === 'pupil' ? 'je mentor' : `de mentor van ${of}`} om een
        nieuwe brief. De oude code werkt dan niet meer.
      </p>
    </Sheet>
  );
}
