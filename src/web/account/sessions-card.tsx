import type { OwnSessionResponse } from '../../accounts/own-sessions.dto.js';
import { useView } from '../kit/view.js';
import { Button, Card, Tag } from '../ui/blocks.js';
import { deviceText } from './device-words.js';

/** Where I am signed in, this device first. */
export function SessionsCard({ sessions }: { sessions: readonly OwnSessionResponse[] }) {
  const { t } = useView();
  const others = sessions.length > 1;
  return (
    <Card id="ingelogd" title={t('sessions.title')} intro={t(others ? 'sessions.intro' : 'sessions.only')}>
      <ul class="app-sessions">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others && (
        <form method="post" action="/account/sessies/einde">
          <Button tone="secondary">{t('sessions.end-others')}</Button>
        </form>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: OwnSessionResponse }) {
  const view = useView();
  const { t, words } = view;
  const device = deviceText(view, session.device);
  return (
    <li>
      <div>
        <p>
          <strong>{device}</strong> {session.current && <Tag colour="green">{t('sessions.this')}</Tag>}
        </p>
        {session.place && <p>{session.place}</p>}
        <p class="app-muted">
          {t('sessions.since', { when: words.dateTime(session.startedAt) })}
          {!session.current && (
            <>
              <br />
              {t('sessions.seen', { when: words.dateTime(session.lastSeenAt) })}
            </>
          )}
        </p>
      </div>
      {!session.current && (
        <form method="post" action={`/account/sessies/${session.id}/einde`}>
          <button class="app-link-button" aria-label={t('sessions.end-this', { device })}>
            {t('sessions.end')}
          </button>
        </form>
      )}
    </li>
  );
}
