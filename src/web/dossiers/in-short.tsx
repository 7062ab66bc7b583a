import type { DossierSummary, LobSummary, Words } from '../../dossier/summary.types.js';
import { useView } from '../kit/view.js';
import { Card, DateText, Quote } from '../ui/blocks.js';
import { Icon } from '../ui/icons.js';
import { anchorOf, reflectionAnchor } from './words.js';

/** The dossier on one screen: what is there, and the pupil's own words. No score: a reader weighs for himself. */
export const InShort = ({ summary: { lob, words }, name }: { summary: DossierSummary; name: string }) => (
  <Card id="kort" title="In het kort">
    <div class="app-short">
      {lob && <Done lob={lob} />}
      {lob && <Questions lob={lob} />}
      {words && words.length > 0 && (
        <div>
          <h3 class="govuk-heading-s">In eigen woorden</h3>
          {words.map((one) => (
            <Said key={one.reflectionId} words={one} name={name} />
          ))}
        </div>
      )}
    </div>
  </Card>
);

function Done({ lob }: { lob: LobSummary }) {
  const { t } = useView();
  return (
    <div>
      <h3 class="govuk-heading-s">
        {lob.done} {lob.done === 1 ? 'activiteit' : 'activiteiten'}
        {lob.planned > 0 && `, ${lob.planned} gepland`}
      </h3>
      {lob.kinds.length > 0 && (
        <ul class="app-chips">
          {lob.kinds.map(({ type, count }) => (
            <li key={type}>
              <strong>{count} ×</strong> {t(`activity-type.${type}`)}
            </li>
          ))}
        </ul>
      )}
      {lob.last && (
        <p>
          Het laatst: <a href={`#${anchorOf(lob.last)}`}>{lob.last.title}</a>, <DateText at={lob.last.startsOn} short />
        </p>
      )}
      {lob.interests.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Kwam het vaakst voorbij</h3>
          <ul class="app-chips">
            {lob.interests.map(({ name, times }) => (
              <li key={name}>
                {name} {times > 1 && <strong>{times} ×</strong>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The five loopbaancompetenties as the questions that they ask, with where the pupil worked on each last. */
function Questions({ lob }: { lob: LobSummary }) {
  const { t } = useView();
  return (
    <div>
      <h3 class="govuk-heading-s">De vijf loopbaanvragen</h3>
      <ul class="app-questions">
        {lob.competences.map(({ competence, latest }) => (
          <li key={competence} class={latest ? undefined : 'app-questions__open'}>
            <Icon name={latest ? 'check' : 'minus'} />
            <div>
              <strong>{t(`competence.${competence}.question`)}</strong>
              <span>
                {t(`competence.${competence}`)}:{' '}
                {latest ? <a href={`#${anchorOf(latest)}`}>{latest.title}</a> : 'niet genoemd bij een activiteit'}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const Said = ({ words, name }: { words: Words; name: string }) => (
  <Quote
    by={
      <>
        {name}, <DateText at={words.writtenOn} short />
        {words.about && (
          <>
            , bij <a href={`#${anchorOf(words.about)}`}>{words.about.title}</a>
          </>
        )}
        {!words.whole && !words.about && (
          <>
            {' '}
            · <a href={`#${reflectionAnchor(words.reflectionId)}`}>lees alles</a>
          </>
        )}
      </>
    }
  >
    {words.text}
  </Quote>
);
