import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Football in every sentence; hesitates between sport and mechatronica. Cheerful, tl. */
export const jayden: Story = {
  pupil: 'jayden',
  steps: [
    withClass(1, 'v1-kwaliteiten', [
      'Snel, samenwerken, positief. Mijn groep zei ook: leider. Aanvoerdersband kan me dus gegeven worden.',
      'Goed om te horen. “Luisteren” stond bij niemand van ons team, dat is wel een puntje.',
      'Prof worden bij sc Brandelaar en dan verder.',
    ]),
    withClass(1, 'v1-thuis', [
      'Mijn moeder onderhoudt de liften in het hele havenkwartier. Ze is monteur.',
      'Ik wist dat ze “iets met liften” deed. Ze blijkt storingsdienst te hebben en mensen te bevrijden. Dat is toch een soort keeper.',
      null,
    ]),
    withClass(1, 'v1-gastles-winkel', [
      'Gastles van iemand met een webwinkel in voetbalshirts.',
      'Vooral gevraagd of hij korting geeft. Hij zei nee.',
      null,
    ]),
    withClass(2, 'v2-test', [
      'Uitslag: 1 sport, 2 techniek, 3 onderwijs.',
      'Techniek?? De test is buitenspel. Maar mijn moeder moest heel hard lachen, dus misschien zit er iets in.',
      'Niks mee gedaan, eerlijk is eerlijk.',
    ]),
    withClass(
      2,
      'v2-bliksem',
      [
        'Ochtend met de buurtsportcoach mee bij sc Brandelaar. Kleutervoetbal begeleid.',
        'Chaos, maar leuke chaos. Ik heb geleerd: niet uitleggen, voordoen.',
        'Vragen of ik vaker kan helpen.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sg',
        'Er was een jongetje dat steeds op zijn hurken naar mieren keek. De coach zei: laat hem de mieren tellen en geef mij het aantal. Geniaal. Hij heeft daarna gewoon meegedaan.',
      ),
    ),
    alone(
      2,
      '08-29',
      {
        type: 'job-or-volunteering',
        title: 'Trainer van de JO8 van sc Brandelaar',
        days: 270,
        place: 'sc Brandelaar',
        beroep: 'sportinstructeur',
        goal: 'Het hele seizoen elke dinsdag en zaterdag, ook als het regent.',
        competences: ['kwaliteitenreflectie', 'motievenreflectie'],
      },
      [
        '22 trainingen gegeven en 18 wedstrijden. Gewonnen: 5. Plezier: 18.',
        'Ik dacht dat ik zou balen van verliezen. Maar een jongen die eerst niet durfde te koppen scoorde met zijn hoofd, dat was mijn wk.',
        'Jeugdtrainerscursus doen bij de club.',
      ],
      thought(
        'motievenreflectie',
        'sgm',
        'Op het veld wil ik zelf winnen. Langs de lijn wil ik dat zíj beter worden. Dat zijn twee verschillende Jaydens en ik vind de tweede eigenlijk leuker.',
      ),
    ),
    withClass(3, 'v3-start', [
      'Verteld dat ik Sport en bewegen wil. Mijn mentor vroeg hoeveel sportleiders er in Brandelaar werken. Geen idee.',
      'Goede vraag, vervelend moment.',
      'Uitzoeken hoeveel werk er is.',
    ]),
    withClass(
      3,
      'v3-snuffel',
      [
        'Twee dagen zwembad De Waterlinie: leszwemmen, aquagym met oma’s, en in de kelder bij de filters.',
        'De badmeester is elk weekend aan het werk en verdient niet veel, zei hij zelf. De kelder was tof: pompen, sensoren, alles op een scherm. Ik heb een uur vragen gesteld aan de technische man.',
        'Dit moet ik even laten bezinken. Zwembadgrap.',
      ],
      thought('werkexploratie', 's', 'Gek: op dag 1 keek ik op de klok en in de kelder op dag 2 niet.'),
    ),
    withClass(3, 'v3-tl', [
      'SkillsLab: middag 1 sportles geven, middag 2 een lopende band programmeren, middag 3 zorg.',
      'Die lopende band stopte steeds één blikje te laat. Ik ben in de pauze doorgegaan tot het klopte. Het was een wacht-regel van 0,3 seconde.',
      'Toch maar eens opzoeken wat mechatronica is.',
    ]),
    withClass(3, 'v3-interview', [
      'Mijn eigen moeder mocht niet van de opdracht, dus haar collega Sherwin: liftmonteur, 12 vragen.',
      'Hij voetbalt ook, training geven doet hij ’s avonds. Hij zei: “Ik heb mijn werk en mijn hobby allebei nog leuk, omdat ze niet hetzelfde zijn.” Die kwam binnen.',
      'Meelopen bij mechatronica én bij sport.',
    ]),
    alone(
      3,
      '03-23',
      {
        type: 'trial-day',
        title: 'Meeloopdag Sport- en bewegingsleider',
        place: 'ROC Vaarlanden, Brandelaar',
        beroep: 'sportinstructeur',
        opleiding: 'sport3',
        goal: 'Zien of de opleiding net zo leuk is als training geven.',
        competences: ['werkexploratie'],
      },
      [
        'Judo, een theorieles over spieren en een les organiseren voor een groep 6.',
        'Superleuke dag, leuke mensen. Wel: van de 24 studenten wilden er 20 profvoetballer worden. Herkenbaar, en ook een beetje schrikken.',
        'Nu de andere kant bekijken.',
      ],
    ),
    alone(
      3,
      '04-20',
      {
        type: 'trial-day',
        title: 'Meeloopdag mechatronica',
        place: 'Vakcollege Heidrecht, De Werf',
        beroep: 'mechatronicus',
        opleiding: 'mechatronica',
        goal: 'Eerlijk kijken, niet alleen omdat mijn moeder het leuk vindt.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        'Een sorteermachine afgesteld met een tweedejaars. Wiskunde gehad die ik voor de helft snapte.',
        'De wiskunde is een uitwedstrijd. Maar ik kwam thuis en ik ging uit mezelf sommen maken, dat is nog nooit gebeurd.',
        'Bijles wiskunde vragen bij mevrouw Yılmaz.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Stand na rust: sport 1, mechatronica 1. Bij sport weet ik zeker dat ik het kan. Bij mechatronica weet ik zeker dat ik iets leer. Ik meld me bij allebei aan en kies in het voorjaar.',
      ),
    ),
    withClass(3, 'v3-meet', [
      'Oud-leerling van de sportopleiding gesproken, werkt nu bij een fietsenwinkel.',
      'Ze had geen spijt. Maar ze zei: zorg dat je er iets naast kunt.',
      null,
    ]),
    withClass(4, 'v4-gesprek', [
      'Plan verteld: twee aanmeldingen, één jaar wiskunde trainen.',
      'Meneer Scholte vond het een goed plan zolang er een datum in staat wanneer ik kies. 15 maart dus.',
      'Elke woensdag bijles.',
    ]),
    withClass(4, 'v4-beurs', [
      'Met vier mensen gepraat. Op de stand van mechatronica een rubiksrobot verslagen (oké, bijna).',
      'Ik heb gevraagd of je naast de opleiding training kunt geven. Dinsdagavond kan prima.',
      null,
    ]),
    alone(
      4,
      '11-11',
      {
        type: 'company-visit',
        title: 'Dag mee met de storingsdienst van mijn moeder',
        place: 'liftonderhoud in het Havenkwartier, Zwaluwerdam',
        beroep: 'liftmonteur',
        goal: 'Zien of het echt zo is als ze aan tafel vertelt.',
        competences: ['werkexploratie', 'netwerken'],
      },
      [
        'Drie storingen en een keuring. Bij nummer twee zag ik zelf waar het zat: een sensor die vies was.',
        'Mijn moeder zei niks, ze gaf me gewoon de doek. Mooiste assist van het jaar.',
        'Cijfer wiskunde ophalen naar een 6,5.',
      ],
      thought(
        'motievenreflectie',
        '',
        'Ik ben bang dat mensen zeggen dat ik mijn moeder nadoe. Of dat ik het profvoetbal opgeef. Dat laatste klopt eigenlijk al een jaar en het doet minder pijn dan ik dacht.',
      ),
    ),
  ],
};
