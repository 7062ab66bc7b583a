/** A new password by mail, and what links from messages have in common. */
export const forgotten = {
  'forgotten.title': 'Wachtwoord vergeten',
  'forgotten.lead':
    'Ouders, verzorgers en medewerkers krijgen een mail met een link. Daarmee kies je een nieuw wachtwoord.',
  'forgotten.username': 'E-mailadres of gebruikersnaam',
  'forgotten.submit': 'Stuur mij een link',
  'forgotten.pupil': 'Ben je leerling?',
  'forgotten.pupil-text': 'Vraag je mentor om een nieuwe code. Dat kost één minuut.',
  'forgotten.no-mail': 'Deze school verstuurt geen mail',
  'forgotten.no-mail-text':
    'Ouders en verzorgers vragen de mentor om een brief met een nieuwe code, medewerkers de beheerder van hun school.',
  'forgotten.asked-title': 'Kijk in je mail',
  'forgotten.asked':
    'Kennen we dit adres of deze naam? Dan is er een mail met een link onderweg. De link werkt een uur.',
  'forgotten.nothing': 'Komt er niets?',
  'forgotten.nothing-text':
    'Kijk ook bij de ongewenste mail. Misschien kent de school een ander adres van je, of nog geen. Vraag dan om een brief met een code: ouders en leerlingen vragen de mentor, medewerkers de beheerder.',
  'forgotten.link': 'Wachtwoord vergeten?',
  'reset.title': 'Kies een nieuw wachtwoord',
  'reset.lead': 'De link uit de mail werkt één keer. Overal waar je nog was ingelogd, ben je daarna uitgelogd.',
  'reset.code': 'Code uit de mail',
  'reset.code-hint': 'Staat hier nog niets? Plak de code of de hele link uit de mail.',
  'reset.done': 'Je nieuwe wachtwoord is bewaard.',
} as const;
