import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** From vet to water: animals are not the same as looking after them. Enthusiastic, many questions, gl groen. */
export const fenna: Story = {
  pupil: 'fenna',
  steps: [
    withClass(1, 'v1-kwaliteiten', [
      'Nieuwsgierig! Enthousiast! En soms te veel praten maar dat is ook een soort kwaliteit toch?',
      'Mijn kaartje was als eerste vol. Ik had daarna nog kaartjes van anderen nodig.',
      'Minder vaak door iemand heen praten (proberen).',
    ]),
    withClass(1, 'v1-thuis', [
      'Onze buurman is dierenarts. Ik mocht drie vragen stellen, het zijn er achttien geworden.',
      'Hij doet vooral koeien! Ik dacht: konijnen en honden.',
      'Later dierenarts of dierenartsassistent worden, denk ik.',
    ]),
    withClass(
      1,
      'v1-gastles-boswachter',
      [
        'De boswachter had een schedel van een das bij zich.',
        'Wat ik niet wist: ze zit twee dagen per week achter de computer om te tellen wat er leeft. Tellen! Dat lijkt mij nou leuk.',
        null,
      ],
      thought(
        'motievenreflectie',
        'sg',
        'Alle vragen die ik heb, beginnen met “waarom”. Mama zegt dat dat zo is sinds ik kan praten.',
      ),
    ),
    withClass(2, 'v2-ppo', [
      'Dier, plant en groene techniek gedaan.',
      'Dier was natuurlijk het leukst. Maar bij plant moesten we een proefje doen met slootwater en toen bleef ik zitten in de pauze.',
      'Groen blijven, geen twijfel.',
    ]),
    withClass(
      2,
      'v2-water',
      [
        'Met laarzen de sloot in bij het waterschap. Schepnetje, bak, zoekkaart: 11 soorten. We vonden een bittervoorn en de mevrouw van het waterschap werd helemaal blij.',
        'Superdag. Ik wist niet dat dit een beroep was. Je krijgt betaald om in de sloot te staan?!',
        'De mevrouw (Ymkje) heeft haar mailadres gegeven.',
      ],
      thought('werkexploratie', 'sgm', 'Ik heb drie keer gevraagd of het echt haar werk was.'),
    ),
    withClass(2, 'v2-gesprek', [
      'Ik heb verteld dat ik dierenartsassistent wil worden. Papa en mama vinden het goed als ik ook iets anders bekijk.',
      'Ik vond het fijn dat mevrouw Van Dijken vroeg wát ik er leuk aan vind. Ik zei “de dieren” en toen zei ze: “en de mensen die eraan vastzitten?”',
      null,
    ]),
    withClass(
      3,
      'v3-snuffel',
      [
        'Twee dagen bij dierenartsenpraktijk De Klauw. Instrumenten klaargelegd, telefoon aangenomen, een hond vastgehouden.',
        'Ik had me er een jaar op verheugd en ik vond het... gewoon. Veel wachtkamer, veel verdrietige mensen, weinig uitzoeken. Op dag twee moest een oude hond inslapen en daar heb ik lang over nagedacht.',
        'Niet meteen alles weggooien. Eerst nog een andere plek met dieren zien.',
      ],
      thought(
        'motievenreflectie',
        's',
        'Hoe kan iets waar je zo zeker van was, op een dinsdag ineens niet meer kloppen? Ik was er een beetje chagrijnig van, maar ook opgelucht dat ik het nú weet en niet pas na twee jaar opleiding.',
      ),
    ),
    withClass(3, 'v3-interview', [
      'Ymkje van waterschap Vaarlanden gemaild. Ze wist het nog van de bittervoorn! 24 vragen in 50 minuten.',
      'Ze heeft eerst mbo natuur gedaan en daarna hbo. In de winter zit ze veel binnen en schrijft ze rapporten. Dat zei ze er eerlijk bij.',
      'Vragen of ik een keer mee mag met een meting.',
    ]),
    withClass(
      3,
      'v3-groen',
      [
        'Het schoolplein van De Knotwilg. Ik deed het ontwerp van de wadi: een kuil waar het regenwater in kan.',
        'De eerste berekening was fout, want ik had het dak vergeten. Het is nu 6,2 kuub en het werkt: bij de hoosbui in april bleef het plein droog en stond de hele klas te juichen om een kuil.',
        'Zelf leren rekenen met water, niet alleen met de tabel.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sgm',
        'Ik ben goed in doorvragen tot ik het snap. Dat is soms vervelend voor anderen (sorry Auke). Maar zonder doorvragen was het dak vergeten gebleven.',
      ),
    ),
    withClass(3, 'v3-proefles-vak', [
      'Dierverzorging: gedrag van ratten. Natuur, water en recreatie: waterkwaliteit meten.',
      'De ratten waren schattig. Bij het water was ik degene die het digibord overnam. Oeps.',
      'Meeloopdag aanvragen bij allebei.',
    ]),
    alone(
      3,
      '04-13',
      {
        type: 'trial-day',
        title: 'Meeloopdag Vakbekwaam medewerker dierverzorging',
        place: 'Vakcollege Heidrecht, De Kas',
        beroep: 'dierverzorger',
        opleiding: 'dier',
        goal: 'Nog één keer goed kijken voordat ik van plan wissel.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        'Hokken, voeren, een les over voedingsleer en een gesprek met drie studenten.',
        'Fijne sfeer. Alle drie hadden thuis minstens zes dieren. Ik heb er nul en ik mis ze ook niet, als ik eerlijk ben.',
        'De knoop is bijna door.',
      ],
    ),
    alone(
      3,
      '05-18',
      {
        type: 'taster-placement',
        title: 'Met Ymkje mee: visstand meten in de Meentplas',
        days: 2,
        place: 'natuurgebied De Meentplas',
        beroep: 'medewerker waterbeheer',
        goal: 'Zien of het ook op een regenachtige dag leuk is.',
        competences: ['werkexploratie', 'netwerken'],
      },
      [
        'Twee dagen in een bootje. 412 vissen gemeten en teruggezet. Ik had de lijst.',
        'Dag twee regende het van acht tot vier. Ik heb daarna thuis het hele verhaal verteld met natte sokken nog aan.',
        'Aanmelden voor Natuur, water en recreatie.',
      ],
      thought(
        'netwerken',
        'sm',
        'Wie kan mij helpen? Ymkje. Omdat ze eerlijk vertelt wat er saai aan is. Iemand die alleen het leuke vertelt, daar heb ik niet zoveel aan.',
      ),
    ),
    withClass(4, 'v4-gesprek', [
      'Ik ga voor Natuur, water en recreatie. Misschien daarna verder op niveau 4 of hbo.',
      'Mevrouw Peeters vroeg of ik niet alleen verliefd ben op Ymkje haar baan. Goede vraag. Ik heb nog twee andere beroepen opgezocht die je ermee kunt: ook leuk.',
      'Open dag, en een gesprek met een werkgever.',
    ]),
    withClass(4, 'v4-profielschets', [
      'Past: buiten werken, onderzoeken, uitleggen aan publiek (hallo!). Nog niet: machines, en een taak afmaken voordat ik aan de volgende begin.',
      'Dat laatste staat al sinds groep 4 op mijn rapport.',
      'Bij elk werkstuk eerst afvinken, dan pas nieuw.',
    ]),
    withClass(
      4,
      'v4-opendag',
      [
        'De Kas in Ossenwaarde bekeken, met mama. Er hing een poster van ónze wadi bij de ingang!',
        'Ik heb gevraagd hoeveel je zelf mag onderzoeken. In jaar 2 kies je een eigen gebied. Verkocht.',
        'Aangemeld, dezelfde avond.',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'Van konijnen naar koeien naar ratten naar vissen. En uiteindelijk is het de sloot zelf geworden.',
      ),
    ),
  ],
};
