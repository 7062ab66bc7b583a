/** Messages of the pages of the school's roster: pupils, custody, mentors, teachers and letters. */
export const roster = {
  'roster.completed': {
    one: 'De gegevens van 1 leerling zijn bewaard.',
    other: 'De gegevens van {count} leerlingen zijn bewaard.',
  },
  'roster.custody-saved': {
    one: 'Het gezag van 1 ouder of verzorger is vastgelegd.',
    other: 'Het gezag van {count} ouders en verzorgers is vastgelegd.',
  },
  'roster.mentor-assigned': {
    one: 'De mentor is gewijzigd voor 1 leerling.',
    other: 'De mentor is gewijzigd voor {count} leerlingen.',
  },
  'roster.mentor-ended': {
    one: 'Het mentorschap stopt eerder voor 1 leerling.',
    other: 'Het mentorschap stopt eerder voor {count} leerlingen.',
  },
  'roster.teacher-added': '{name} geeft nu les aan deze klas.',
  'roster.teacher-ended': 'De laatste dag van de docent is vastgelegd.',
  'purpose.custody-register': 'gezag volgens het gezagsregister',
  'purpose.court-decision': 'gezag volgens een uitspraak van de rechter',
  'purpose.enrolment-form': 'gezag volgens het inschrijfformulier',
  'purpose.correction': 'verbetering van een fout',
} as const;
