import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Praktijkonderwijs, five years: from the kitchen that was too loud to the forklift. Short sentences. */
export const sem: Story = {
  pupil: 'sem',
  steps: [
    withClass(
      1,
      'p1-rondje',
      [
        'Ik heb een vogelhuis gemaakt. Ik heb soep gemaakt. Ik heb dozen gestapeld.',
        'Dozen stapelen was leuk. Het moet precies passen.',
        'Vogelhuis ophangen bij opa.',
      ],
      thought('kwaliteitenreflectie', 's', 'Ik kan goed stapelen. Recht.'),
    ),
    withClass(1, 'p1-bedrijf', [
      'Wij waren bij het tuincentrum. Ik heb gevraagd: wie tilt de zware potten?',
      'Er is een karretje voor. Ik mocht ermee rijden.',
      null,
    ]),
    withClass(1, 'p1-gesprek', [
      'Ik was met mama bij meester Van Loon. Het gaat goed met op tijd komen. Praten in de groep is moeilijk.',
      'Ik vond het een goed gesprek. Ik heb ook iets gezegd.',
      'Volgend jaar wil ik koken proberen.',
    ]),
    withClass(
      2,
      'p2-intern',
      [
        'Ik zat in de kantine. Broodjes smeren en verkopen.',
        'Het was te druk. Iedereen roept tegelijk. Dan weet ik niet meer wie eerst is. Na de herfst mocht ik naar het klusteam. Dat ging goed.',
        'Rustig werk zoeken.',
      ],
      thought(
        'motievenreflectie',
        'sg',
        'Ik dacht dat ik kok wilde worden. Maar een keuken is hard en snel. Ik wil werk waar je één ding doet en dan het volgende.',
      ),
    ),
    withClass(2, 'p2-test', [
      'Ik heb 60 foto’s gekeken. Ik koos: heftruck, vrachtwagen, magazijn, tuin.',
      'De juf zei dat ik snel koos. Bij de andere foto’s zei ik gewoon nee.',
      null,
    ]),
    withClass(2, 'p2-bedrijf', [
      'Bij De Draai in Toldersluis. Er komen spullen binnen en die gaan op soort.',
      'Ik zag dat borden bij boeken stonden. Ik heb het gezegd. Het was inderdaad fout.',
      'Vragen of ik daar stage mag.',
    ]),
    withClass(3, 'p3-groep', [
      'Elke dinsdag supermarkt Boons. Vakken vullen met meester Bakx erbij.',
      'Eerst vroeg ik steeds: waar hoort dit? Na kerst wist ik het zelf. Klanten vragen ook dingen. Ik zeg dan: ik loop even met u mee.',
      'Dat zinnetje onthouden. Het werkt altijd.',
    ]),
    withClass(
      3,
      'p3-simulator',
      [
        'Heftruck in de computer gereden. Ik heb 14 pallets weggezet. Niks omgevallen.',
        'De man zei dat het bij de meesten omvalt. Hij vroeg mijn naam en schreef die op.',
        'Heftruckbewijs halen als ik 16 ben.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sgm',
        'Ik ga niet snel. Dat vinden mensen soms vervelend. Maar op de heftruck is langzaam juist goed.',
      ),
    ),
    withClass(3, 'p3-gesprek', [
      'Gekozen: stage bij De Draai.',
      'Er was ook een plek bij een bakker, dichterbij. Maar daar begin je om 5 uur en dat vond ik te vroeg.',
      'Zelf bellen voor een afspraak. Met de kaart waar op staat wat ik zeg.',
    ]),
    withClass(4, 'p4-stage', [
      'Kringloop De Draai, maandag en dinsdag. Sorteren, prijzen, pallets met de pompwagen.',
      'Het ging goed tot november. Toen kwam er een nieuwe chef en die zei elke dag wat anders. Ik ben toen een week niet gegaan. Dat was niet goed van mij.',
      'Ik heb met meester Bakx en de chef gepraat. Nu is er elke ochtend een lijstje.',
    ]),
    withClass(
      4,
      'p4-entree',
      [
        'Les in een groot magazijn op De Werf. Scannen en inpakken.',
        'De school is heel groot. Ik liep verkeerd. Een jongen bracht mij. Zijn naam is Kaan en hij zit daar al.',
        'Nog een keer gaan, om de weg te leren.',
      ],
      thought(
        'netwerken',
        's',
        'Wie kan mij helpen? Meester Bakx. Mama. Kaan van De Werf. En Gerrie van De Draai, want zij zegt het gewoon als het niet goed is.',
      ),
    ),
    alone(
      4,
      '06-10',
      {
        type: 'job-or-volunteering',
        title: 'Helpen met opbouwen van de dorpsmarkt',
        days: 4,
        place: 'marktplein Toldersluis',
        goal: 'Samenwerken met mensen die ik niet ken.',
        competences: ['netwerken', 'kwaliteitenreflectie'],
      },
      [
        'Ik heb 40 kramen opgebouwd met zes mannen. Ik heb de palen geteld.',
        'Ze vroegen of ik volgend jaar weer kom. Ik was de jongste.',
        'Ja.',
      ],
    ),
    withClass(4, 'p4-gesprek', [
      'Ik wil entree doen. Logistiek. Niet alleen werken.',
      'Mama dacht dat ik direct wilde werken. Maar met entree kan ik daarna naar niveau 2 en dan mag ik meer.',
      'Weg naar De Werf oefenen met de bus.',
    ]),
    withClass(
      5,
      'p5-stage',
      [
        'Distributiecentrum Laadkade, drie dagen in de week. Orderpicken met een scanner. Mijn norm is 60 per uur. Ik zit op 58.',
        'Het lijstje heb ik nu zelf gemaakt. Ik heb het niet elke dag meer nodig.',
        'Heftruckbewijs in het voorjaar. Laadkade betaalt de helft.',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'Ik heb één keer een week weggebleven. Nu als iets niet duidelijk is, vraag ik het aan de teamleider. Ik vraag het om 8 uur. Niet om 12 uur.',
      ),
    ),
    withClass(5, 'p5-open', [
      'Open dag De Werf. Ik wist de weg. Ik heb een hand gegeven aan mevrouw Verbruggen van de intake.',
      'Ik heb drie dingen gevraagd van mijn kaart. En één ding dat niet op de kaart stond.',
      'Aangemeld voor Assistent logistiek.',
    ]),
  ],
};
