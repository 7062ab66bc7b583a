import type { Refusal } from '../../single-sign-on/single-sign-on.types.js';
import { useView } from '../kit/view.js';
import { ButtonLink } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

export interface RefusedPageProps {
  provider: { id: string; name: string };
  reason: Refusal;
}

/** No session came of it: why in plain words, and what to do. */
export function RefusedPage({ provider: { id, name }, reason }: RefusedPageProps) {
  const { t, user } = useView();
  return (
    <Layout title={t('sign-on.refused', { name })} width="narrow" translated>
      <div class="app-error-page">
        <h1 class="govuk-heading-l">{t('sign-on.refused', { name })}</h1>
        <p class="app-lead">{t(`sign-on.${reason}`, { name })}</p>
        <p>{t(`sign-on.${reason}.next`)}</p>
        <p class="app-actions">
          {user ? (
            <ButtonLink href="/account">{t('sign-on.to-account')}</ButtonLink>
          ) : (
            <>
              <ButtonLink href={`/aanmelden/met/${id}`}>{t('sign-on.again', { name })}</ButtonLink>
              <ButtonLink href="/aanmelden" tone="secondary">
                {t('sign-on.password')}
              </ButtonLink>
            </>
          )}
        </p>
      </div>
    </Layout>
  );
}
