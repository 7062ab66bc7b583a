import type { KeptMail } from '../../platform/mail/local-mailbox.js';
import { useView } from '../kit/view.js';
import { Card, EmptyState, PageHeader } from '../ui/blocks.js';
import { Layout } from '../ui/layout.js';

/** What would have been mailed, where the product is tried out. Links lead to this address, whatever it is. */
export function MailboxPage({ messages, site }: { messages: readonly KeptMail[]; site: string }) {
  const { words } = useView().in('nl');
  return (
    <Layout title="Postbus">
      <PageHeader
        title="Postbus"
        lead="Er is hier geen mailserver. Wat anders gemaild zou worden, lees je op deze pagina; het nieuwste staat bovenaan."
      />
      {messages.length === 0 && (
        <EmptyState
          icon="mail"
          title="Nog geen berichten"
          text="Nodig iemand uit, of vraag een nieuw wachtwoord aan."
        />
      )}
      {messages.map(({ id, to, subject, text, at }) => (
        <Card key={id} title={subject} intro={`Aan ${to}, ${words.dateTime(at.toISOString())}`}>
          {text
            .trim()
            .split('\n\n')
            .map((line) => (
              <p key={line}>{line.startsWith(site) ? <LinkHere address={line} site={site} /> : line}</p>
            ))}
        </Card>
      ))}
    </Layout>
  );
}

const LinkHere = ({ address, site }: { address: string; site: string }) => (
  <a class="app-long-link" href={address.slice(site.length) || '/'}>
    {address}
  </a>
);
