import type { CopyAccount, CopyEvent } from '../../privacy-rights/own-copy.dto.js';
import { deviceText } from '../account/device-words.js';
import { inWords } from '../family/words.js';
import { useView, type View } from '../kit/view.js';
import { Card, SummaryList } from '../ui/blocks.js';
import { Table } from '../ui/data-blocks.js';
import type { Section } from '../../consent/consent.types.js';
import { filled, moment, None } from './copy-rows.js';

/** The account, the letters that were made for it, and when it was used. */
export function CopyAccountCard({ account }: { account: CopyAccount | null }) {
  const view = useView();
  const { t } = view;
  return (
    <Card id="account" title={t('copy.account')}>
      {!account && <p class="app-muted">{t('copy.no-account')}</p>}
      {account && (
        <>
          <SummaryList
            rows={filled([
              [t('copy.login'), account.login],
              [t('copy.account-made'), moment(account.createdAt)],
              [t('copy.account-activated'), moment(account.activatedAt)],
            ])}
          />
          {account.letters.length > 0 && (
            <Table
              caption={t('copy.letters')}
              showCaption
              columns={[
                { head: t('copy.letter-issued'), cell: ({ issuedAt }) => moment(issuedAt) },
                { head: t('copy.letter-expires'), cell: ({ expiresAt }) => moment(expiresAt) },
                { head: t('copy.letter-used'), cell: ({ usedAt }) => moment(usedAt) ?? t('copy.letter-unused') },
              ]}
              rows={account.letters}
              rowKey={({ issuedAt }) => issuedAt}
            />
          )}
          {account.sessions.length > 0 && (
            <Table
              caption={t('copy.sessions')}
              showCaption
              columns={[
                { head: t('copy.session-device'), cell: ({ device }) => deviceText(view, device) },
                { head: t('copy.session-provider'), cell: ({ provider }) => provider ?? '–' },
                { head: t('copy.session-started'), cell: ({ startedAt }) => moment(startedAt) },
                { head: t('copy.session-seen'), cell: ({ lastSeenAt }) => moment(lastSeenAt) },
                { head: t('copy.session-ended'), cell: ({ endedAt }) => moment(endedAt) ?? '–' },
              ]}
              rows={account.sessions}
              rowKey={({ startedAt }) => startedAt}
            />
          )}
          {account.identities.length > 0 && (
            <Table
              caption={t('copy.identities')}
              showCaption
              columns={[
                { head: t('copy.identity-issuer'), cell: ({ issuer }) => issuer },
                { head: t('copy.identity-subject'), cell: ({ subject }) => subject },
                { head: t('copy.identity-linked'), cell: ({ linkedAt }) => moment(linkedAt) },
              ]}
              rows={account.identities}
              rowKey={({ issuer, subject }) => `${issuer} ${subject}`}
            />
          )}
          {account.messages.length > 0 && (
            <Table
              caption={t('copy.messages')}
              showCaption
              columns={[
                { head: t('copy.message-made'), cell: ({ createdAt }) => moment(createdAt) },
                { head: t('copy.what'), cell: ({ kind }) => kind },
                {
                  head: t('copy.message-sent'),
                  cell: ({ status, endedAt }) => (status === 'sent' ? moment(endedAt) : '–'),
                },
              ]}
              rows={account.messages}
              rowKey={({ createdAt }) => createdAt}
            />
          )}
        </>
      )}
    </Card>
  );
}

/** The whole log, a line per event. */
export function CopyLog({ events }: { events: readonly CopyEvent[] }) {
  const view = useView();
  const { t } = view;
  return (
    <Card title={t('copy.looked')}>
      {events.length === 0 && <None />}
      {events.length > 0 && (
        <Table
          caption={t('copy.looked')}
          columns={[
            { head: t('copy.when'), cell: ({ at }) => moment(at) },
            { head: t('copy.what'), cell: (event) => sentence(view, event), heading: true },
            { head: t('copy.school'), cell: ({ school }) => school ?? '–' },
            { head: t('copy.on-ground'), cell: (event) => ground(view, event) },
          ]}
          rows={events.map((event, i) => ({ ...event, i }))}
          rowKey={({ i }) => String(i)}
        />
      )}
    </Card>
  );
}

/** "Daan Visser (mentor) bekeek LOB-activiteiten" */
function sentence(view: View, { action, who, role, sections }: CopyEvent): string {
  const known = view.text(`role.${role}`, {}, 'role.staff');
  const name = who ? `${who} (${known})` : view.t('looked.someone');
  const what = sections.length > 0 ? inWords(view, sections as Section[]) : view.t('looked.dossier');
  return view.text(`did.${action}`, { who: name, what }, 'did.other');
}

const ground = ({ text }: View, { basis, purpose }: CopyEvent): string =>
  [
    basis && text(`copy.ground.${basis}`, {}, 'copy.ground.other'),
    purpose && text(`purpose.${purpose}`, {}, 'copy.ground.other'),
  ]
    .filter(Boolean)
    .join(', ') || '–';
