import type { Role } from '../platform/access/actor.js';

/** What can be on record. One line each: this is the manual of the audit. */
export const auditActions = [
  'section.read', // sections of one pupil were shown
  'list.read', // a list with several pupils was shown (school chain, with the pupil ids)
  'access.refused', // someone asked for what he may not see
  'route.refused', // someone called a route that is not for his role
  'session.started',
  'session.ended',
  'session.failed', // a wrong password for an existing account
  'session.refused', // someone signed in at a provider, and may not act at the school that it named
  'identity.linked', // an identity at a provider opens the account from now on
  'identity.unlinked',
  'factor.set', // the second step was set up, or replaced
  'factor.given', // the second step was given: after signing in, or again
  'factor.failed', // a wrong code for the second step
  'factor.missing', // someone who had yet to give it asked for what needs it
  'factor.removed',
  'factor.reset', // the administrator took away a colleague's, who sets up a new one
  'factor.codes-made', // ten new recovery codes; earlier ones work no longer
  'factor.code-used', // a recovery code was used in place of the phone
  'account.activated',
  'account.disabled', // can no longer sign in
  'account.enabled',
  'password.reset', // a new password was chosen with a link from a message
  'invitation.sent', // a one-time link was mailed to a member of staff
  'invitation.withdrawn',
  'invitation.accepted', // with an account of its own
  'invitation.joined', // added to the account that was signed in; subjects: that person, the invitation, the roles
  'person.changed', // address or telephone of a member of staff
  'activation.issued', // a letter with a one-time code was printed
  'role.given',
  'role.ended',
  'pupil.changed', // roster data of the pupil
  'pupil.left',
  'guardian.changed', // custody was set by the school
  'guardian-sections.changed', // the pupil opened or closed sections to the guardians (16 and older)
  'mentor.changed',
  'mentor.seen', // who keeps the roster saw who mentors one pupil
  'teaching.changed', // a teacher was given to a group, or ended there (school chain)
  'roster.imported',
  'activity.logged',
  'activity.changed',
  'activity.removed',
  'activity.own-words', // the pupil wrote result, evaluation or follow-up
  'reflection.written',
  'reflection.opened', // opened to or closed for a reader
  'consent.asked', // a receiving school asked
  'consent.answered',
  'consent.put-off', // the pupil decides about a request another day
  'consent.withdrawn',
  'consent.seen', // someone else than the pupil saw the shares of a pupil
  'consent.recorded-on-paper', // the school wrote down what a guardian signed
  'section.exported', // a receiving school took over what it may read now
  'share.confirmed', // a receiving school said what it did with what it had taken over
  'statutory.switched', // a region or a school switched passing on by law on or off (school chain; the reason says which)
  'statutory.offered', // the school lets the family look at what it will pass on
  'statutory.answered', // pupil or guardian said what he makes of it
  'statutory.ended', // the school stopped passing it on
  'consent-text.added', // a region added a text or a language (school chain)
  'application.recorded',
  'application.seen', // someone else than the pupil saw where a pupil applied
  'application.withdrawn',
  'opleiding.changed',
  'emergency.searched', // someone looked for a pupil to open in an emergency (school chain, with the pupil ids)
  'emergency.opened', // someone opened the profile of a pupil for an hour, in a life-threatening situation
  'emergency.ended', // and closed it before its time
  'emergency.reviewed', // the privacy officer said what it was; the reason says so
  'audit.read', // someone looked at who looked
  'rectification.asked', // pupil or guardian said that something is not right
  'rectification.answered', // the school put it right, or stays with it (purpose: which)
  'rectification.withdrawn',
  'erasure.asked', // pupil or guardian asked to be forgotten
  'erasure.withdrawn',
  'erasure.decided', // the school decided (purpose: everything, part or refused)
  'retention.confirmed', // somebody confirmed a report of what is kept too long (school chain, with the pupil ids)
  'pupil.erased', // sections of the pupil were erased, on request or because the term ran out
  'hold.set', // nothing of the pupil may be erased from now on
  'hold.lifted',
  'copy.taken', // pupil or guardian took a copy of everything
  'audit.exported', // a copy of a school's audit was made
  'unusual.reviewed', // the privacy officer looked into unusual access; the reason says which and what came of it
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditRecord {
  chain: 'pupil' | 'school';
  /** pupil.id or school.id. */
  chainId: string;
  action: AuditAction;
  outcome?: 'allowed' | 'refused';
  role?: Role;
  /** The pupil or guardian for whom someone else acted: a guardian's yes for a pupil, a yes on paper that the school wrote down. */
  onBehalfOf?: string;
  sections?: readonly string[];
  /** On which ground: own, custody, mentor, school role, consent … */
  basis?: string;
  purpose?: string;
  /** The share that let it through. */
  shareId?: string;
  /** A code, where the action alone does not say why; never words of a person. */
  reason?: string;
  pupilIds?: readonly string[];
  /** Ids of the rows that were changed; never content. */
  subjectIds?: readonly string[];
}
