import { mailText } from './mail-texts.rules.js';
import { linkKinds, type MailKind, noticeKinds } from './mail.types.js';

const facts = { site: 'https://dossier.example', code: 'Zx81-code', schoolName: 'Het <b>Anker</b> & Co' };
const kinds: MailKind[] = [...linkKinds, ...noticeKinds];

describe('a message', () => {
  it.each(kinds)('%s says that something is there, and nothing of what it is', (kind) => {
    const { subject, text, html } = mailText(kind, facts);
    for (const word of [
      'leerling',
      'dossier van',
      'lob',
      'reflectie',
      'toestemming',
      'consent',
      'cijfer',
      'zorg',
      'nood',
    ])
      expect(`${subject} ${text}`.toLowerCase()).not.toContain(word);
    expect(subject).not.toMatch(/[\r\n]|Anker/);
    expect(text).toContain('Op deze mail kun je niet antwoorden.');
    expect(text).toContain('https://dossier.example');
    expect(html).not.toContain('<b>');
  });

  it.each(noticeKinds)('%s carries no code', (kind) => {
    expect(JSON.stringify(mailText(kind, facts))).not.toContain(facts.code);
  });

  it.each([
    ['staff-invitation', '/uitnodiging'],
    ['password-reset', '/wachtwoord-kiezen'],
  ] as const)('%s has the code behind the # of its link, where no log sees it, and in the text', (kind, path) => {
    const { text, html } = mailText(kind, facts);
    expect(text).toContain(`https://dossier.example${path}#code=Zx81-code`);
    expect(text).toContain('Dit is hem: Zx81-code');
    expect(html).toContain(`<a href="https://dossier.example${path}#code=Zx81-code">`);
    expect(text).not.toMatch(/[?/]Zx81/);
  });

  it('says to staff which school invites, as text', () => {
    expect(mailText('staff-invitation', facts).html).toContain('Het &lt;b&gt;Anker&lt;/b&gt; &amp; Co nodigt je uit');
  });

  it('to a family is in Dutch and in English', () => {
    expect(mailText('consent-asked', facts).text).toMatch(/Er staat een vraag[\s\S]*A question waits for you/);
    expect(mailText('consent-asked', facts).html).toMatch(/<div lang="nl">[\s\S]*<div lang="en">/);
  });
});
