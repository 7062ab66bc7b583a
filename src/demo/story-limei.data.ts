import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Everyone expects the restaurant; she mends the laptops. Short, exact, in lists and numbers. */
export const liMei: Story = {
  pupil: 'li-mei',
  steps: [
    withClass(1, 'v1-kwaliteiten', [
      '1. Rustig. 2. Netjes. 3. Onthoud nummers (ik ken 31 telefoonnummers).',
      'Nummer 3 is volgens de docent geen kwaliteit. Volgens mij wel.',
      null,
    ]),
    withClass(1, 'v1-thuis', [
      'Mijn ouders hebben een restaurant. Ik help op vrijdag en zondag. Kassa, bestellingen, telefoon.',
      'Dit hoefde ik niet te vragen, ik woon erboven.',
      null,
    ]),
    withClass(
      2,
      'v2-test',
      [
        'Uitslag: ICT 84, techniek 77, horeca 12.',
        'Ik heb de uitslag niet thuis laten zien. Horeca 12 is wel erg laag.',
        null,
      ],
      thought(
        'motievenreflectie',
        '',
        'Iedereen zegt: jij neemt later het restaurant over. Niemand heeft het ooit gevraagd. Ik heb ook nooit nee gezegd.',
      ),
    ),
    withClass(2, 'v2-ppo', [
      'Drie profielen gedaan. Cijfers van mezelf: D&P 8, Z&W 5, E&O 6,5.',
      'Bij D&P zit een beetje van alles, ook websites en multimedia. Dat is handig als je het nog niet zeker weet.',
      'D&P kiezen.',
    ]),
    withClass(2, 'v2-bliksem', [
      'Computerwinkel Reset, 8.45 tot 12.00 uur. Een laptop opengemaakt, geheugen erbij gezet, 14 schroefjes.',
      'Ik had 14 schroefjes over en 14 nodig. De monteur zei dat dat bij hem niet altijd zo is.',
      'Vragen of de laptop van thuis ook zo open kan.',
    ]),
    alone(
      2,
      '04-13',
      {
        type: 'company-assignment',
        title: 'Bestelsysteem in het restaurant van mijn ouders',
        days: 60,
        place: 'restaurant Gouden Vaart, Brandelaar',
        beroep: 'ict-beheerder',
        goal: 'Geen briefjes meer in de keuken.',
        competences: ['kwaliteitenreflectie', 'loopbaansturing'],
      },
      [
        'Twee oude tablets, een printer en een gratis programma. Fouten per week: eerst 9, nu 2.',
        'Mijn vader vertrouwde het niet en schreef drie weken lang ook nog briefjes. Nu niet meer.',
        'Een handleiding maken in het Chinees en het Nederlands.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sg',
        'Iets werkend maken is 30 procent. Zorgen dat mijn vader het gebruikt is 70 procent. Ik moest hem niet uitleggen hoe het werkt, ik moest wachten tot het een keer heel druk was.',
      ),
    ),
    withClass(3, 'v3-stage', [
      'Week bij Reset. 21 reparaties gezien, 6 zelf gedaan. 1 scherm stuk gemaakt.',
      'Het scherm was mijn schuld. Ik heb het meteen gezegd. De baas zei: eerste van vele.',
      'Filmpje kijken over schermkabels. (Gedaan.)',
    ]),
    withClass(3, 'v3-interview', [
      'Systeembeheerder van onze school, meneer Huizinga heeft mij aan hem voorgesteld. 10 vragen.',
      'Hij beheert 1.140 laptops met twee mensen. Hij vroeg of ik op dinsdag in de pauze wil helpen. Dat had ik niet verwacht.',
      'Ja gezegd.',
    ]),
    alone(
      3,
      '01-05',
      {
        type: 'job-or-volunteering',
        title: 'Laptophelpdesk in de pauze',
        days: 190,
        place: 'mediatheek Brandelaar College',
        beroep: 'ict-beheerder',
        goal: 'Elke dinsdag en donderdag problemen oplossen van leerlingen.',
        competences: ['kwaliteitenreflectie', 'netwerken'],
      },
      [
        '163 problemen. Top 3: wachtwoord vergeten (71), geen wifi (38), “hij doet het niet” (29, meestal was hij leeg).',
        'Ik hoef niet veel te praten, ze komen naar mij. Dat vind ik prettig. Ik heb wel geleerd om eerst te vragen “wat wilde je doen?” en niet “wat heb je gedaan?”. Dan worden ze niet boos.',
        'Een lijst maken van de oplossingen, dan kan iemand anders het ook.',
      ],
      thought(
        'werkexploratie',
        'sm',
        'In het restaurant komen ook mensen met honger naar mij. Waarom vind ik dit dan wel leuk? Omdat een probleem weg blijft als je het goed oplost. Honger komt altijd terug.',
      ),
    ),
    withClass(3, 'v3-proefles-roc', [
      'Lessen: ICT-beheerder en horeca (mijn moeder had het formulier ook gezien).',
      'ICT: netwerk opgezet met 4 computers, als eerste klaar. Horeca: kon alles al.',
      'Thuis vertellen. Datum: zondag na sluitingstijd.',
    ]),
    withClass(3, 'v3-gesprek', [
      'Thuis verteld op zondag 22.40 uur. Mijn vader zei eerst niks. Daarna: “Wie doet dan de tablets?” Ik zei: ik, op zondag.',
      'Het duurde zes minuten. Ik had er twee jaar tegenop gezien.',
      'Twee open dagen en een stage op een ict-afdeling.',
    ]),
    withClass(4, 'v4-beurs', [
      'Twee stands: ICT-beheerder en applicatieontwikkelaar. Vragen gesteld: 5. Antwoorden gekregen: 4.',
      'Applicatieontwikkelaar is iets nieuws bouwen. Beheerder is zorgen dat het blijft werken. Ik ben van het tweede.',
      'Nummer 5 mailen.',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        'Twee weken helpdesk waterschap Vaarlanden. 48 meldingen opgelost, 5 doorgestuurd. Eén keer mee naar een gemaal, in een kelder met servers en kikkers.',
        'Ik moest met mensen bellen die ik niet kon zien. De eerste dag telde ik mijn zinnen vooraf. De tweede week niet meer.',
        'Aanmelden ICT-beheerder.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Doel vóór stage: ontdekken of ik ook met grote mensen durf. Resultaat: ja, 48 keer. Nog te leren: zeggen dat ik iets niet weet, zonder drie keer sorry.',
      ),
    ),
    withClass(4, 'v4-profielschets', [
      'Past: 7 van de 9 punten. Nog niet: overleggen in een team (alleen gewerkt), Engels schrijven.',
      'Ik heb bij elk punt een bewijs gezet.',
      'Engels: handleiding van de helpdesk vertalen.',
    ]),
  ],
};
