import type { MeResponse } from '../../accounts/me.dto.js';
import { useView } from '../kit/view.js';
import { Button, ButtonLink, Card, PageHeader, Tag } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

export interface PlacesPageProps {
  me: MeResponse;
  /** Just signed in: where to go on when one stays here. */
  goOn?: string;
}

/** For who works at more schools, or is a guardian too: where to go on. */
export function PlacesPage({ me, goOn }: PlacesPageProps) {
  const { t } = useView();
  const only = me.places.length + (me.guardian ? 1 : 0) < 2;
  return (
    <Layout title={t('switch.title')} translated>
      <PageHeader title={t('switch.title')} lead={t(only ? 'switch.only-one' : 'switch.lead')} />
      {me.places.map(({ schoolId, name }) => (
        <Place
          key={schoolId}
          title={name}
          to={schoolId}
          here={me.schoolId === schoolId}
          go={t('switch.go', { place: name })}
          goOn={goOn}
        />
      ))}
      {me.guardian && (
        <Place
          title={t('switch.guardian')}
          to="guardian"
          here={me.kind === 'guardian'}
          go={t('switch.go-guardian')}
          goOn={goOn}
        />
      )}
    </Layout>
  );
}

function Place({ title, to, here, go, goOn }: { title: string; to: string; here: boolean; go: string; goOn?: string }) {
  const { t } = useView();
  const tag = here && goOn === undefined && <Tag colour="green">{t('switch.here')}</Tag>;
  return (
    <Card id={`plek-${to}`} title={title} action={tag}>
      {here && goOn !== undefined && (
        <ButtonLink href={goOn} tone="secondary">
          {go}
        </ButtonLink>
      )}
      {!here && (
        <form method="post" action="/sessie/wissel">
          <Button name="schoolId" value={to} tone="secondary">
            {go}
          </Button>
        </form>
      )}
    </Card>
  );
}
