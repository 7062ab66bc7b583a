/** Messages and refusals of the pages of decaan, LOB-coördinator, mentor, teacher and intaker. */
export const staff = {
  'groups.logged': {
    one: 'De activiteit staat in het dossier van 1 leerling.',
    other: 'De activiteit staat in het dossier van {count} leerlingen.',
  },
  'groups.log-corrected': {
    one: 'Aangepast in het dossier van 1 leerling.',
    other: 'Aangepast in het dossier van {count} leerlingen.',
  },
  'groups.log-removed': {
    one: 'Weggehaald uit het dossier van 1 leerling.',
    other: 'Weggehaald uit het dossier van {count} leerlingen.',
  },
  'unusual.reviewed': 'Vastgelegd wat je vond.',
  'pupils.logged': 'De activiteit staat in het dossier.',
  'pupils.activity-corrected': 'De activiteit is aangepast.',
  'pupils.activity-removed': 'De activiteit is weggehaald uit het dossier.',
  'pupils.applied': 'De aanmelding voor {opleiding} is vastgelegd.',
  'pupils.application-withdrawn': 'De aanmelding is ingetrokken.',
  'remark-of-absent': 'Deze leerling was er niet bij. Vink de leerling aan of haal de opmerking weg',
  'statutory.offered': 'De leerling ziet nu wat jullie willen doorgeven.',
  'statutory.stopped': 'Gestopt. De andere school leest dit niet meer.',
  'statutory.on': 'Aangezet.',
  'statutory.off': 'Uitgezet. Het geldt meteen.',
  'consent-texts.added': 'De tekst is bewaard.',
  'notices.confirmed': 'Bevestigd. De leerling kan het zien.',
  'paper.recorded': 'Het antwoord op papier is vastgelegd.',
  'dossiers.asked': 'Je vraag staat bij de leerling. Zodra het dossier gedeeld is, lees je het hier.',
} as const;
