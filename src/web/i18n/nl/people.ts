/** Messages after a change on the page of persons. */
export const people = {
  'people.added': '{name} staat erbij. Stuur nu een uitnodiging, of maak een brief met een code.',
  'people.invited': 'De uitnodiging gaat de deur uit.',
  'people.invitation-withdrawn': 'De uitnodiging is ingetrokken.',
  'people.contact-changed': 'De gegevens zijn bewaard.',
  'invitation.joined': 'De uitnodiging hoort nu bij jouw account. Kies waar je verder gaat.',
  'invitation.later': 'Je wachtwoord is bewaard. Je kunt inloggen vanaf de eerste dag van je rol.',
  'invitation.accepted': 'Welkom. Je wachtwoord is bewaard.',
  'people.role-given': 'De rol is gegeven.',
  'people.role-ended': 'De rol is beëindigd.',
  'people.disabled': '{name} kan niet meer inloggen.',
  'people.enabled': '{name} kan weer inloggen.',
} as const;
