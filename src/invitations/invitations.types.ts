import type { InvitationState } from './invitations.dto.js';

/** Whether the link, if it arrived, still leads somewhere. */
export const isOpen = (state: InvitationState): boolean =>
  state === 'waiting' || state === 'sent' || state === 'failed';
