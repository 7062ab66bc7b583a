import type { Officer, RightsOverview } from '../../privacy-rights/rights.types.js';
import type { ErasureRequestResponse } from '../../erasure/erasure.dto.js';
import type { RectificationResponse } from '../../rectification/rectification.dto.js';
import { ChildTabs } from '../guardian/child-tabs.js';
import { useView } from '../kit/view.js';
import { ButtonLink, Card, PageHeader } from '../ui/blocks.js';
import { Contact } from '../ui/data-blocks.js';
import { Layout } from '../ui/layout.js';
import { EraseRequests } from './erase.page.js';
import { RequestList } from './request-list.js';
import type { Whose } from './whose.js';

/** What pupil and guardian can ask for, and who answers when. */
export function RightsPage(p: {
  whose: Whose;
  overview: RightsOverview;
  requests: readonly RectificationResponse[];
  erasures: readonly ErasureRequestResponse[];
}) {
  const { t } = useView();
  const { child, home } = p.whose;
  const name = child?.givenName ?? '';
  const title = child ? t('rights.title-child', { name }) : t('rights.title');
  return (
    <Layout title={title} back={{ href: home, text: child?.name ?? t('pupil.title') }} translated>
      <PageHeader title={title} lead={child ? t('rights.lead-child', { name }) : t('rights.lead')} />
      {child && <ChildTabs child={child} decidesAlone={false} />}
      <Card id="kopie" title={t('rights.copy')}>
        <p>{child ? t('rights.copy-text-child', { name }) : t('rights.copy-text')}</p>
        <Term text={t('rights.copy-when')} />
        <ButtonLink href={`${home}/kopie`} icon="folder">
          {t('rights.copy-see')}
        </ButtonLink>
      </Card>
      <Card id="klopt-niet" title={t('rectify.title')}>
        <p>{t(child ? 'rectify.text-child' : 'rectify.text')}</p>
        <Term text={t('rectify.who')} />
        <p>
          <ButtonLink href={`${home}/rechten/klopt-niet`} icon="pencil" tone="secondary">
            {t('rectify.start')}
          </ButtonLink>
        </p>
        <RequestList requests={p.requests} home={home} />
      </Card>
      <Card id="wissen" title={t('erase.title')}>
        <p>{t(child ? 'erase.text-child' : 'erase.text')}</p>
        <Term text={t('erase.who')} />
        <p>
          <ButtonLink href={`${home}/rechten/wissen`} tone="secondary">
            {t('erase.start')}
          </ButtonLink>
        </p>
        <EraseRequests requests={p.erasures} home={home} />
      </Card>
      <Card id="bewaren" title={t('keep.title')}>
        <p>{t('keep.text')}</p>
      </Card>
      <Complain officers={p.overview.officers} child={child !== null} />
    </Layout>
  );
}

/** Who answers, and when. */
export function Term({ text }: { text: string }) {
  const { t } = useView();
  return (
    <p class="app-muted">
      {t('rights.who-answers')}: {text}
    </p>
  );
}

function Complain({ officers, child }: { officers: readonly Officer[]; child: boolean }) {
  const { t } = useView();
  return (
    <Card id="klacht" title={t('rights.complain')}>
      <p>{t(child ? 'rights.complain-text-child' : 'rights.complain-text')}</p>
      {officers.length === 0 && <p>{t('rights.officer-unknown')}</p>}
      {officers.map((officer) => (
        <Contact key={officer.name} {...officer} role={t('rights.officer')} />
      ))}
      <p>{t('rights.complain-ap')}</p>
    </Card>
  );
}
