import type { MailKind, NoticeKind } from './mail.types.js';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}
export interface MailFacts {
  /** Where people find the service: `https://dossier.example.nl`. */
  site: string;
  /** Of a message with a link: what the link carries. */
  code?: string;
  /** Of an invitation: the school that invites. */
  schoolName?: string;
}

/** Lines of one language; a line that begins with http is a link. */
interface Part {
  lang: 'nl' | 'en';
  lines: string[];
}
interface Draft {
  subject: string;
  parts: Part[];
}

const nl = (...lines: string[]): Part => ({ lang: 'nl', lines });
const en = (...lines: string[]): Part => ({ lang: 'en', lines });

const unsaid = 'Wat het is, staat niet in deze mail. Zo leest niemand anders mee.';
const unsaidInEnglish = 'This message does not say what it is, so that nobody else can read along.';

const familyQuestion = ({ site }: MailFacts): Draft => ({
  subject: 'Er staat een vraag voor je klaar',
  parts: [
    nl('Er staat een vraag voor je klaar in het Doorstroomdossier.', 'Log in om te antwoorden:', site, unsaid),
    en('A question waits for you in the Doorstroomdossier.', 'Sign in to answer it:', site, unsaidInEnglish),
  ],
});
const familyMessage = ({ site }: MailFacts): Draft => ({
  subject: 'Er staat een bericht voor je klaar',
  parts: [
    nl('Er staat een bericht voor je klaar in het Doorstroomdossier.', 'Log in om het te lezen:', site, unsaid),
    en('A message waits for you in the Doorstroomdossier.', 'Sign in to read it:', site, unsaidInEnglish),
  ],
});
const staffTask = ({ site }: MailFacts): Draft => ({
  subject: 'Er staat iets voor je klaar',
  parts: [nl('Er staat iets voor je klaar in het Doorstroomdossier.', 'Log in om het te bekijken:', site, unsaid)],
});
const passwordChanged = ({ site }: MailFacts): Draft => ({
  subject: 'Je wachtwoord is veranderd',
  parts: [
    nl(
      'Er is een nieuw wachtwoord gekozen voor je account in het Doorstroomdossier, of er is een schoolaccount aan gekoppeld. Dat ging met een link uit een mail of met de code uit een brief.',
      'Was jij dat niet? Kies dan meteen een nieuw wachtwoord en vertel het aan je school. Kijk ook bij Mijn account: een schoolaccount dat daar gekoppeld staat, kan blijven inloggen tot je het loskoppelt.',
      `${site}/wachtwoord-vergeten`,
    ),
    en(
      'A new password was chosen for your account in the Doorstroomdossier, or a school account was linked to it, with a link from a message or the code from a letter.',
      'Was it not you? Then choose a new password at once and tell your school. Look under My account too: a school account that is linked there can go on signing in until you unlink it.',
      `${site}/wachtwoord-vergeten`,
    ),
  ],
});

/** Which of the texts fits a notice. */
const notices: Record<NoticeKind, (facts: MailFacts) => Draft> = {
  'password-changed': passwordChanged,
  'consent-asked': familyQuestion,
  'consent-changed': familyMessage,
  'inspection-offered': familyQuestion,
  'copy-ready': familyMessage,
  'emergency-opened': familyMessage,
  'share-changed': staffTask,
  'share-unconfirmed': staffTask,
  'access-review': staffTask,
};

/** The code stands behind the #: browsers do not send that part, so that it comes in no log on the way. */
const linkTo = ({ site, code = '' }: MailFacts, path: string): string => `${site}${path}#code=${code}`;

const invitation = (facts: MailFacts): Draft => ({
  subject: 'Uitnodiging voor het Doorstroomdossier',
  parts: [
    nl(
      `${facts.schoolName ?? 'Een school'} nodigt je uit voor het Doorstroomdossier.`,
      'Open deze link en volg de stappen. De link werkt één keer, zeven dagen lang:',
      linkTo(facts, '/uitnodiging'),
      `Vraagt de pagina om een code? Dit is hem: ${facts.code ?? ''}`,
      'Stuur deze mail niet door: wie de link opent, krijgt jouw account. Ken je deze school niet? Dan hoef je niets te doen.',
    ),
  ],
});
const passwordReset = (facts: MailFacts): Draft => ({
  subject: 'Kies een nieuw wachtwoord',
  parts: [
    nl(
      'Iemand vroeg om een nieuw wachtwoord voor je account in het Doorstroomdossier.',
      'Was jij dat? Open deze link en kies een wachtwoord. De link werkt één keer, een uur lang:',
      linkTo(facts, '/wachtwoord-kiezen'),
      `Vraagt de pagina om een code? Dit is hem: ${facts.code ?? ''}`,
      'Was jij het niet? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is.',
    ),
    en(
      'Somebody asked for a new password for your account in the Doorstroomdossier.',
      'Was it you? Open this link and choose a password. It works once, for one hour:',
      linkTo(facts, '/wachtwoord-kiezen'),
      `Does the page ask for a code? This is it: ${facts.code ?? ''}`,
      'Was it not you? Then you need not do anything. Your password stays as it is.',
    ),
  ],
});

const drafts: Record<MailKind, (facts: MailFacts) => Draft> = {
  ...notices,
  'staff-invitation': invitation,
  'password-reset': passwordReset,
};

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(drafts, kind);

const closing = { nl: 'Op deze mail kun je niet antwoorden.', en: 'You cannot reply to this message.' };

/** The message in words, plain and as simple HTML. No name, no section, nothing of a dossier is known here. */
export function mailText(kind: MailKind, facts: MailFacts): MailText {
  const { subject, parts } = drafts[kind](facts);
  const complete = parts.map(({ lang, lines }) => ({ lang, lines: [...lines, closing[lang]] }));
  const text = complete.map(({ lines }) => lines.join('\n\n')).join('\n\n--\n\n');
  return { subject, text: `${text}\n`, html: page(subject, complete) };
}

const page = (subject: string, parts: Part[]): string =>
  `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>` +
  parts.map(({ lang, lines }) => `<div lang="${lang}">${lines.map(paragraph).join('')}</div>`).join('<hr>') +
  '</body></html>';

const paragraph = (line: string): string =>
  /^https?:\/\//.test(line) ? `<p><a href="${escape(line)}">${escape(line)}</a></p>` : `<p>${escape(line)}</p>`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!);
