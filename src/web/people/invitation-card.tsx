import type { InvitationResponse, InvitationState } from '../../invitations/invitations.dto.js';
import { isOpen } from '../../invitations/invitations.types.js';
import type { StaffResponse } from '../../people/people.dto.js';
import { useView } from '../kit/view.js';
import { Button, Notice, Tag, type TagColour } from '../ui/blocks.js';

const tags: Record<InvitationState, readonly [TagColour, string]> = {
  waiting: ['yellow', 'uitnodiging wacht op verzending'],
  sent: ['blue', 'uitnodiging verstuurd'],
  failed: ['red', 'uitnodiging mislukt'],
  accepted: ['green', 'uitnodiging gebruikt'],
  withdrawn: ['grey', 'uitnodiging ingetrokken'],
  expired: ['grey', 'uitnodiging verlopen'],
};

/** Why a message waits or did not go, for who can do something about it. */
const reasons: Record<string, string> = {
  unreachable: 'De mailserver is nu niet bereikbaar.',
  'no-tls': 'De mailserver biedt geen veilige verbinding. Geef dit door aan wie de server beheert.',
  'sign-in': 'De mailserver laat ons niet inloggen. Geef dit door aan wie de server beheert.',
  later: 'De mailserver neemt de mail nog niet aan.',
  refused: 'De mailserver weigert dit e-mailadres. Klopt het?',
  'no-address': 'Er is geen e-mailadres bekend.',
  expired: 'De mailserver was zo lang niet bereikbaar dat de link is verlopen.',
  'given-up': 'De mailserver was te lang niet bereikbaar.',
  unreadable: 'De mail kon niet meer worden gemaakt.',
};

/** In the list. */
export function InvitationTag({ invitation }: { invitation: InvitationResponse }) {
  const [colour, text] = tags[invitation.state];
  return <Tag colour={colour}>{text}</Tag>;
}

export interface InvitationCardProps {
  person: StaffResponse;
  invitation?: InvitationResponse;
  /** Whether there is a mail server. */
  possible: boolean;
}

/** What became of the invitation; nothing of who signs in already. */
export function InvitationNotice({ person, invitation, possible }: InvitationCardProps) {
  if (!possible || person.account?.activated || !invitation) return null;
  return <State {...invitation} />;
}

/** Sending it, again or for the first time, and taking it back. */
export function InvitationButtons({ person, invitation, possible }: InvitationCardProps) {
  if (!possible || person.account?.activated) return null;
  const open = invitation && isOpen(invitation.state);
  const action = `/personen/${person.id}/uitnodiging`;
  return (
    <>
      <form method="post" action={action}>
        <Button icon="mail">{invitation ? 'Verstuur opnieuw' : 'Stuur een uitnodiging'}</Button>
      </form>
      {open && (
        <form method="post" action={`${action}/intrekken`}>
          <Button tone="secondary">Trek de uitnodiging in</Button>
        </form>
      )}
    </>
  );
}

function State({ state, changedAt, expiresAt, nextTryAt, reason }: InvitationResponse) {
  const { words } = useView().in('nl');
  const why = reason ? (reasons[reason] ?? '') : '';
  const on = changedAt ? ` op ${words.dateTime(changedAt)}` : '';
  const until = `De link werkt tot ${words.dateTime(expiresAt)}.`;
  if (state === 'waiting')
    return (
      <Notice tone="attention" title="De uitnodiging wacht op verzending">
        <p>
          {why} {nextTryAt && reason && `We proberen het weer ${words.dateTime(nextTryAt)}.`} Je hoeft niets te doen.
        </p>
      </Notice>
    );
  if (state === 'failed')
    return (
      <Notice tone="attention" title="De uitnodiging is niet verstuurd">
        <p>{why} Verbeter het adres zo nodig, en verstuur de uitnodiging opnieuw. Of maak een brief met een code.</p>
      </Notice>
    );
  if (state === 'sent')
    return (
      <Notice title={`Uitnodiging verstuurd${on}`}>
        <p>{until} Een nieuwe uitnodiging maakt de oude ongeldig.</p>
      </Notice>
    );
  return (
    <p class="app-muted">{state === 'expired' ? 'De uitnodiging is verlopen.' : `Uitnodiging ingetrokken${on}.`}</p>
  );
}
