import type { MeResponse } from '../../accounts/me.dto.js';
import { useView } from '../kit/view.js';
import { Button, Card, PageHeader, Tag } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

/** For who works at more schools, or is a guardian too: where to go on. */
export function PlacesPage({ me }: { me: MeResponse }) {
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
        />
      ))}
      {me.guardian && (
        <Place title={t('switch.guardian')} to="guardian" here={me.kind === 'guardian'} go={t('switch.go-guardian')} />
      )}
    </Layout>
  );
}

function Place({ title, to, here, go }: { title: string; to: string; here: boolean; go: string }) {
  const { t } = useView();
  return (
    <Card id={`plek-${to}`} title={title} action={here && <Tag colour="green">{t('switch.here')}</Tag>}>
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
