import type { OwnIdentity, ShownProvider } from '../../single-sign-on/single-sign-on.types.js';
import { useView } from '../kit/view.js';
import { Button, Card } from '../ui/blocks.js';

export interface IdentitiesCardProps {
  identities: readonly OwnIdentity[];
  /** Those to which this account can be linked. */
  providers: readonly ShownProvider[];
}

/** At which providers I can sign in. */
export function IdentitiesCard({ identities, providers }: IdentitiesCardProps) {
  const { t, words } = useView();
  if (identities.length === 0 && providers.length === 0) return null;
  return (
    <Card id="koppelingen" title={t('identities.title')} intro={t('identities.intro')}>
      <ul class="app-sessions">
        {identities.map(({ id, name, linkedAt }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{name}</strong>
              </p>
              <p class="app-muted">{t('identities.since', { when: words.dateTime(linkedAt) })}</p>
            </div>
            <form method="post" action={`/account/koppelingen/${id}/einde`}>
              <button class="app-link-button" aria-label={t('identities.unlink-name', { name })}>
                {t('identities.unlink')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/account/koppelen/${id}`}>
          <Button tone="secondary">{t('identities.link', { name })}</Button>
        </form>
      ))}
    </Card>
  );
}
