/** Texts of the pages of parents and other guardians. */
export const guardian = {
  'guardian.title': 'Mijn kind',
  'guardian.children': 'Mijn kinderen',
  'guardian.children-lead': 'Kies met wie je wilt meelezen.',
  'guardian.age': { one: '{count} jaar', other: '{count} jaar' },
  'guardian.none': 'Geen kind gevonden',
  'guardian.none-text': 'Er is geen leerling aan jouw account gekoppeld. Vraag het aan de mentor of de school.',
  'guardian.custody-unsaid': 'De school moet nog noteren wie gezag heeft',
  'guardian.custody-unsaid-text':
    'Zolang dat niet is gebeurd, laten we nog niets zien. Vraag de school of de mentor om het in orde te maken.',
  'guardian.no-custody': 'Je ziet hier niet alles',
  'guardian.no-custody-text':
    'Volgens de school heb je voor een kind geen gezag. Daarom laten we daar niets van zien. Klopt dat niet? Neem contact op met de school. Vragen over hoe het gaat, kun je altijd aan de mentor stellen.',

  'guardian.views': 'Over {name}',
  'guardian.dossier': 'Dossier',
  'guardian.school': 'School',
  'guardian.under-16':
    'Je leest mee met wat {name} doet voor de studiekeuze. Een reflectie zie je alleen als {name} die voor je openzet.',
  'guardian.from-16': '{name} is 16 of ouder en bepaalt zelf wat je hier ziet.',
  'guardian.waits': '{school} wacht op jouw ja of nee',
  'guardian.waits-text': '{school} kan het dossier van {name} pas lezen als {name} én een ouder met gezag ja zeggen.',
  'guardian.to-answer': 'Bekijk en geef antwoord',
  'guardian.no-activities': 'Nog geen activiteiten',
  'guardian.no-activities-text': 'Zodra de school of {name} iets toevoegt, zie je het hier.',
  'guardian.nothing-opened': '{name} heeft niets voor je opengezet',
  'guardian.nothing-opened-text':
    'Vanaf 16 kiest een leerling zelf wat ouders lezen. Wil je meekijken? Vraag het aan {name}. Samen op één scherm kijken kan natuurlijk ook.',

  'guardian.consent': 'Wie mag het dossier van {name} lezen?',
  'guardian.consent-under-16':
    '{name} is jonger dan 16. Een mbo-school leest pas iets als {name} én een ouder of verzorger met gezag ja zeggen. Je kunt een ja altijd weer intrekken.',
  'guardian.consent-from-16':
    '{name} is 16 of ouder en beslist zelf welke school mag lezen. Jij hoeft hier niets te doen.',
  'guardian.consent-empty': 'Nog geen mbo-school',
  'guardian.consent-empty-text': 'Zodra {name} zich aanmeldt en wil delen, zie je het hier.',
  'guardian.not-shared': '{name} deelt nu niets met {school}. Alleen {name} kan daarmee beginnen.',
  'guardian.question': 'Vind je het goed dat {school} dit van {name} leest?',
  'guardian.yes': 'Ja, dat is goed',
  'guardian.no': 'Nee, liever niet',
  'guardian.lift': 'Toch ja',
  'guardian.lift-text': 'Jij zei nee. Daarom ziet {school} niets. Ben je van gedachten veranderd?',
  'guardian.blocked': 'Niet iedereen is het eens',
  'guardian.blocked-text':
    'Een andere ouder of verzorger met gezag wil dit nu niet. Dat mag. {school} ziet niets zolang dat zo is. Praat er samen over. De mentor denkt graag mee.',
  'guardian.waits-for-pupil': 'Jouw ja is er. {name} moet zelf ook nog ja zeggen.',
  'guardian.refused': '{name} zei nee. De school ziet niets, en jij hoeft niets te doen.',
  'guardian.withdraw-note': 'Werkt meteen. De aanmelding van {name} blijft staan.',
  'guardian.done.in-force': 'Opgeslagen. {school} kan dit vanaf nu lezen.',
  'guardian.done.waiting-for-pupil': 'Jouw ja voor {school} is opgeslagen. Je kind moet ook nog ja zeggen.',
  'guardian.done.waiting-for-guardian': 'Opgeslagen voor {school}.',
  'guardian.done.blocked': 'Opgeslagen. {school} ziet niets zolang er een nee van een ouder met gezag is.',
  'guardian.done.refused': 'Opgeslagen. {school} ziet niets.',
  'guardian.done.asked': 'Opgeslagen voor {school}.',
  'guardian.done.withdrawn': 'Ingetrokken. {school} ziet vanaf nu niets meer uit het dossier.',
  'guardian.done.expired': 'Afgelopen voor {school}.',

  'guardian.looked': 'Wie keek in het dossier van {name}?',
  'guardian.looked-lead':
    'Elke keer dat iemand het dossier bekijkt of verandert, staat het hier. Niemand kan dat wissen.',
  'guardian.looked-strange':
    'Vraag het aan de mentor. Of aan de privacy-functionaris (FG) van de school: die kan zien of het klopte.',
} as const;
