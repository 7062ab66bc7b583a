/** Messages after a change on the page of persons. */
export const people = {
  'people.added': '{name} staat erbij. Maak nu de brief met de code.',
  'people.role-given': 'De rol is gegeven.',
  'people.role-ended': 'De rol is beëindigd.',
  'people.disabled': '{name} kan niet meer inloggen.',
  'people.enabled': '{name} kan weer inloggen.',
} as const;
