import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Came from the international class into year 2; her Dutch grows from page to page. Good with numbers. */
export const rahaf: Story = {
  pupil: 'rahaf',
  steps: [
    withClass(
      2,
      'v2-ppo',
      [
        'Ik doe koken, winkel en techniek. Ik vind winkel leuk. Ik ken nu woord kassa en korting.',
        'Ik begrijp niet alles maar ik kijk en doe zelfde.',
        'Meer woorden leren',
      ],
      thought('motievenreflectie', 's', 'Wat wil ik? Ik wil eerst praten zonder stoppen. Dan ik weet wat ik wil.'),
    ),
    withClass(2, 'v2-beurs', [
      'Ik praat met 3 mensen. Politie, kapper, meneer van bank.',
      'Meneer van bank praat langzaam voor mij. Hij maakt som met rente. Ik weet antwoord eerste!',
      null,
    ]),
    withClass(2, 'v2-test', [
      'De test was moeilijk want veel woorden. Uitslag: administratie en techniek.',
      'Ik weet niet wat is administratie. Ik zoek op: is met papier en getallen van bedrijf. Oké dat kan ik.',
      'Vragen aan mevrouw Kromosoeto',
    ]),
    withClass(
      2,
      'v2-lokaal',
      [
        'Wij gaan naar huis voor oude mensen. Ik zit naast mevrouw Riet. Zij leert mij rummikub, ik win.',
        'Zij praat heel duidelijk. Zij zegt: jij moet niet zo hard werken, jij moet ook fouten maken. Ik vergeet dit niet.',
        null,
      ],
      thought(
        'kwaliteitenreflectie',
        's',
        'أنا أفهم الأرقام بسرعة، لكنني أحتاج إلى وقت لأجد الكلمات.\n\nIk schrijf eerst Arabisch, dan Nederlands: Ik begrijp getallen snel, maar ik heb tijd nodig om de woorden te vinden.',
      ),
    ),
    alone(
      3,
      '09-03',
      {
        type: 'job-or-volunteering',
        title: 'Helpen in het taalcafé van de bibliotheek',
        days: 280,
        place: 'bibliotheek Brandelaar',
        goal: 'Elke donderdag Nederlands praten.',
        competences: ['netwerken', 'loopbaansturing'],
      },
      [
        'Ik kwam eerst om te leren. Na de winter help ik zelf: koffie, lijst met namen, nieuwe mensen welkom zeggen.',
        'Het is raar dat ik nu iemand help die meer jaren in Nederland is dan ik.',
        'Volgend jaar weer.',
      ],
    ),
    withClass(
      3,
      'v3-stage',
      [
        'Ik was een week bij kledingwinkel Mooi! in Brandelaar. Ik heb kleren gevouwen, gestreken en labels gemaakt.',
        'Een klant vroeg iets en ik begreep het niet. Zij zei: laat maar. Ik heb toen in het magazijn gehuild, vijf minuten. Daarna heb ik alle dozen geteld en ik vond een fout: 12 jassen te weinig. De eigenaar was heel blij.',
        'Ik wil niet voor in de winkel. Ik wil achter, bij de lijst.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'Die klant weet niet dat ik drie talen spreek en dat ik 12 jassen heb gevonden. Ik weet het wel. Dat moet eerst genoeg zijn.',
      ),
    ),
    withClass(3, 'v3-media', [
      'Film voor het zwembad. Ik heb de planning gemaakt en de ondertitels in Nederlands, Arabisch en Engels.',
      'Mijn groep praat snel. Ik zei: stop, eerst plan. Zij luisterden! De baas van het zwembad vond de ondertitels het beste idee.',
      'Vaker stop zeggen.',
    ]),
    withClass(3, 'v3-proefles-roc', [
      'Twee lessen: onderwijsassistent en bedrijfsadministrateur.',
      'Bij administrateur begreep ik alles. Debet en credit is in elk land links en rechts. Nou ja, bij ons begint het rechts, haha.',
      'Ik wil dit leren. Nu vragen of het kan met kader. (Antwoord: ja, niveau 4.)',
    ]),
    withClass(3, 'v3-meet', [
      'Ik heb gepraat met Soraya. Zij kwam ook uit de ISK en doet nu mbo 4.',
      'Zij zei dat ze het eerste jaar alles twee keer moest lezen en dat het daarna één keer is. Dat is eerlijk.',
      'Haar mailen als ik iets niet weet.',
    ]),
    alone(
      3,
      '06-15',
      {
        type: 'taster-placement',
        title: 'Twee dagen bij administratiekantoor Tuinman',
        days: 2,
        place: 'administratiekantoor Tuinman, Heidrecht',
        beroep: 'boekhouder',
        goal: 'Zien of het werk zo is als de les.',
        competences: ['werkexploratie', 'netwerken'],
      },
      [
        'Ik heb facturen gecontroleerd en bankafschriften vergeleken. Ik vond twee dubbele betalingen.',
        'Het was stil en rustig. Maar om tien uur drinken ze samen koffie en dan moet je ook praten. Dat vond ik moeilijker dan de cijfers.',
        'Oefenen met praten over het weekend. Echt waar.',
      ],
      thought(
        'werkexploratie',
        'sm',
        'Ik dacht: getallen, dus ik hoef niet te praten. Niet waar. Een cijfer dat niet klopt, moet je aan iemand uitleggen. Dus ik kan mijn Nederlands niet overslaan. Goed om te weten vóór ik begin.',
      ),
    ),
    withClass(3, 'v3-gesprek', [
      'Mijn plan: Bedrijfsadministrateur. Plan B: commercieel medewerker.',
      'Mijn mentor zei dat ik in jaar 2 schreef: eerst praten zonder stoppen. Ik stop nog steeds soms, maar nu om na te denken.',
      'In jaar 4 extra Nederlands op woensdag.',
    ]),
    withClass(4, 'v4-profielschets', [
      'Ik heb de profielschets gelezen met een woordenboek: 9 woorden opgezocht. Vorig jaar waren het er 40 geweest.',
      'Wat past: precies, betrouwbaar, goed met cijfers. Wat nog niet: telefoneren. Ik schrijf graag eerst op wat ik ga zeggen.',
      'Drie keer bellen op stage, met een briefje.',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        'Twee weken op de administratie van het gemeentehuis. Ik heb post ingeboekt en declaraties gecontroleerd. Ik heb elf keer gebeld.',
        'De eerste keer las ik alles voor. De elfde keer was mijn briefje kwijt en ging het ook.',
        'Aanmelden voor Bedrijfsadministrateur.',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'Ik heb mijn eerste tekst teruggelezen. “Ik kijk en doe zelfde.” Ik wilde het verbeteren, maar ik laat het staan. Dan zie je hoe ver het is.',
      ),
    ),
    withClass(4, 'v4-opendag', [
      'Ik ging alleen naar de open dag, met de bus. Ik heb vier vragen gesteld aan een docent.',
      'Ik vroeg of ze hulp geven met taal. Ja, twee uur per week in het eerste jaar. Dat stond niet in de folder.',
      null,
    ]),
  ],
};
