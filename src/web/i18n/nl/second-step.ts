/** Texts of the second step of signing in that stand in messages; its pages are for staff, and Dutch. */
export const secondStep = {
  'second-factor-required': 'Geef eerst de tweede stap van het inloggen.',
  'step-up-required': 'Bewijs eerst nog een keer dat jij het bent.',
  'code-wrong': 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app.',
  'first-code-wrong':
    'Deze code klopt niet. Kijk of je de code van Doorstroomdossier overneemt, en of de klok van je telefoon goed staat.',
  'enrolment-gone': 'Deze pagina stond te lang open. Open hem opnieuw: je krijgt een nieuwe QR-code.',
  'own-second-factor': 'Je eigen tweede stap verander je bij Mijn account, niet hier.',
  'again.title': 'Log opnieuw in',
  'again.lead': 'Je logde meer dan een kwartier geleden in. Voor deze stap willen we zeker weten dat jij het bent.',
  'second-step.removed': 'Je tweede stap is weggehaald. Op andere apparaten ben je uitgelogd.',
  'second-step.reset': '{name} stelt bij de volgende keer inloggen een nieuwe tweede stap in.',
} as const;
