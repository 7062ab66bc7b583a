import type { TextVersionResponse } from '../../consent-texts/consent-texts.dto.js';
import { textPurposes } from '../../consent-texts/consent-texts.types.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, DateText, Notice, PageHeader, Tag } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

const newPath = (query: Record<string, string>): string =>
  `/toestemmingsteksten/nieuw?${new URLSearchParams(query).toString()}`;

/** The texts of the region: which version counts, and in which languages it can be read. */
export function TextsPage({ versions }: { versions: readonly TextVersionResponse[] }) {
  const { t } = useView();
  return (
    <Layout title="Toestemmingsteksten" width="wide">
      <PageHeader
        title="Toestemmingsteksten"
        lead="Dit lezen leerlingen en ouders voordat ze ja of nee zeggen. Jij voegt talen toe, of een nieuwe versie voor jouw regio."
      />
      <Notice icon="lock">
        <p>
          Een tekst die iemand kon lezen, verandert nooit meer. Wie ja zei, kan jaren later nog zien waartegen. Staat er
          een fout in? Maak dan een nieuwe versie. Wie al ja zei, houdt de oude tekst.
        </p>
      </Notice>
      {textPurposes.map((purpose) => (
        <Card
          key={purpose}
          id={purpose}
          title={t(`purpose-for.${purpose}`)}
          action={
            <ButtonLink
              tone="secondary"
              icon="plus"
              href={newPath({ doel: purpose, ...beginWith(versions.filter((one) => one.purpose === purpose)) })}
            >
              Nieuwe versie<span class="govuk-visually-hidden"> voor {t(`purpose.${purpose}`)}</span>
            </ButtonLink>
          }
        >
          {versions
            .filter((one) => one.purpose === purpose)
            .map((one) => (
              <Version key={one.version} version={one} all={versions} />
            ))}
        </Card>
      ))}
    </Layout>
  );
}

/** A new version begins with the Dutch words of the last one. */
function beginWith([last]: readonly TextVersionResponse[]): Record<string, string> {
  const dutch = last?.texts.find(({ language }) => language === 'nl');
  return dutch ? { uit: dutch.id } : {};
}

function Version({ version, all }: { version: TextVersionResponse; all: readonly TextVersionResponse[] }) {
  const { words } = useView();
  const [first] = version.texts;
  const starts = first?.validFrom ?? '';
  const { ahead } = version;
  const missing = missingIn(version, all);
  return (
    <div class="app-version">
      <h3 class="govuk-heading-s">
        Versie {version.version}{' '}
        {version.newest ? <Tag colour="green">geldt nu</Tag> : ahead ? <Tag colour="yellow">komt eraan</Tag> : null}
      </h3>
      <p class="app-muted">
        {first?.regional ? (
          <>
            Van de regio, vanaf <DateText at={starts} />
          </>
        ) : (
          'Hoort bij het product'
        )}
      </p>
      <ul class="app-languages app-languages--plain">
        {version.texts.map((text) => (
          <li key={text.id}>
            <a href={`/toestemmingsteksten/${text.id}`} lang={text.language} dir={text.direction}>
              {text.languageName}
            </a>
          </li>
        ))}
      </ul>
      {(version.newest || ahead) && missing.length > 0 && (
        <p>
          Nog niet in deze versie:{' '}
          {missing.map((text, i) => (
            <>
              {i > 0 && ', '}
              <a
                key={text.id}
                href={newPath({ doel: version.purpose, versie: version.version, uit: text.id })}
                lang={text.language}
              >
                {text.languageName}
              </a>
            </>
          ))}
        </p>
      )}
      {(version.newest || ahead) && (
        <p>
          <a href={newPath({ doel: version.purpose, versie: version.version })}>
            Taal toevoegen<span class="govuk-visually-hidden"> aan versie {words.date(starts)}</span>
          </a>
        </p>
      )}
    </div>
  );
}

/** Languages of an earlier version that this one does not have yet. */
function missingIn(version: TextVersionResponse, all: readonly TextVersionResponse[]): TextVersionResponse['texts'] {
  const has = new Set(version.texts.map(({ language }) => language));
  const earlier = all.filter((one) => one.purpose === version.purpose && one.version !== version.version);
  const missing = new Map(
    earlier.flatMap(({ texts }) =>
      texts.filter(({ language }) => !has.has(language)).map((text) => [text.language, text]),
    ),
  );
  return [...missing.values()];
}
