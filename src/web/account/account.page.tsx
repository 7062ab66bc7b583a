import type { OwnSessionResponse } from '../../accounts/own-sessions.dto.js';
import type { Actor } from '../../platform/access/actor.js';
import type { FactorState } from '../../second-factor/second-factor.types.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, DateText, Notice, PageHeader } from '../ui/blocks.js';
import { Confirm } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { IdentitiesCard, type IdentitiesCardProps } from './identities-card.js';
import { SessionsCard } from './sessions-card.js';

export interface AccountPageProps {
  actor: Actor;
  factor: FactorState;
  sessions: readonly OwnSessionResponse[];
  identities: IdentitiesCardProps;
}

/** How I sign in, and where I am signed in. */
export function AccountPage({ actor, factor, sessions, identities }: AccountPageProps) {
  const { t } = useView();
  return (
    <Layout title={t('app.account')} translated>
      <PageHeader title={t('app.account')} lead={t('account.login', { login: factor.holder.login })} />
      {actor.elsewhere && (
        <Card id="plek" title={t('account.places')}>
          <p>{actor.schoolName ? t('account.here', { place: actor.schoolName }) : t('account.here-guardian')}</p>
          <ButtonLink href="/sessie/wissel" tone="secondary">
            {t('account.switch')}
          </ButtonLink>
        </Card>
      )}
      <SessionsCard sessions={sessions} />
      <IdentitiesCard {...identities} />
      {actor.kind === 'staff' && <SecondStep factor={factor} />}
    </Layout>
  );
}

function SecondStep({ factor }: { factor: FactorState }) {
  if (!factor.setAt)
    return (
      <Card
        id="tweede-stap"
        title="Tweede stap bij het inloggen"
        intro="Met een code van je telefoon kan niemand inloggen die alleen je wachtwoord kent. Voor jouw rol hoeft het niet, maar het mag."
      >
        <ButtonLink href="/account/tweede-stap" tone="secondary">
          Stel een tweede stap in
        </ButtonLink>
      </Card>
    );
  const few = factor.recoveryCodesLeft < 3;
  return (
    <Card id="tweede-stap" title="Tweede stap bij het inloggen">
      <p>
        Je logt in met je wachtwoord en een code van je telefoon, sinds <DateText at={factor.setAt} />.
      </p>
      {few && (
        <Notice tone="attention" title="Je herstelcodes raken op">
          Maak nieuwe, voordat je je telefoon een keer kwijt bent.
        </Notice>
      )}
      <p>
        {factor.recoveryCodesLeft === 1
          ? 'Je hebt nog 1 herstelcode.'
          : `Je hebt nog ${factor.recoveryCodesLeft} herstelcodes.`}
      </p>
      <form method="post" action="/account/tweede-stap/herstelcodes">
        <p class="app-actions">
          <Button tone="secondary">Maak nieuwe herstelcodes</Button>
          <ButtonLink href="/account/tweede-stap" tone="secondary">
            Nieuwe telefoon of app
          </ButtonLink>
        </p>
      </form>
      <Confirm
        summary="Tweede stap weghalen…"
        question="Daarna log je in met alleen je wachtwoord, en ben je op andere apparaten uitgelogd. Heeft je rol een tweede stap nodig? Dan stel je meteen een nieuwe in. Doorgaan?"
        action="/account/tweede-stap/verwijderen"
        button="Haal de tweede stap weg"
      />
    </Card>
  );
}
