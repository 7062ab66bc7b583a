import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Verpleegkundige was always the plan, until a website for goats. Careful, complete sentences, tl. */
export const lotte: Story = {
  pupil: 'lotte',
  steps: [
    withClass(
      1,
      'v1-kwaliteiten',
      [
        'Mijn drie kwaliteiten zijn: zorgvuldig, behulpzaam en creatief. Bij elke kwaliteit heb ik twee voorbeelden geschreven.',
        'Ik vond het lastig om te kiezen, omdat ik bang was dat ik iets zou opschrijven wat niet klopt.',
        'Later nog een keer doen om te vergelijken.',
      ],
      thought(
        'kwaliteitenreflectie',
        's',
        'De docent zei dat ik de enige was die vroeg of het ook voor een cijfer was. Het was niet voor een cijfer.',
      ),
    ),
    withClass(1, 'v1-thuis', [
      'Mijn oma is verpleegkundige geweest. Ik heb haar een uur geïnterviewd en het uitgetypt (vier bladzijden).',
      'Ik wil dit ook worden. Dat wilde ik eigenlijk al sinds groep 5.',
      'Op de open dag van de opleiding kijken zodra dat mag.',
    ]),
    withClass(2, 'v2-beurs', [
      'Gesproken met een verpleegkundige, een doktersassistent en (omdat het moest) een programmeur.',
      'De programmeur was verrassend aardig. Hij liet zien hoe je met drie regels code een knop laat bewegen. Dat heb ik thuis nagedaan.',
      null,
    ]),
    withClass(2, 'v2-test', [
      'De uitslag was: zorg, daarna media en ICT, daarna administratie.',
      'Zorg klopt. Van ICT heb ik opgeschreven dat het waarschijnlijk komt doordat ik “ja” had ingevuld bij puzzels.',
      'Vakkenpakket zo kiezen dat verpleegkunde kan.',
    ]),
    withClass(
      2,
      'v2-lokaal',
      [
        'We zijn met de klas bij De Zwaluwhof geweest en ik heb met een bewoonster een puzzel van 500 stukjes gemaakt.',
        'Het was gezellig. Ik merkte wel dat ik alleen op de puzzel lette en dat Jayden intussen met vijf mensen had gepraat.',
        null,
      ],
      thought(
        'kwaliteitenreflectie',
        '',
        'Als je later verpleegkundige wilt worden, moet je dan niet liever met de mevrouw praten dan de rand van de puzzel afmaken? Ik heb dit niet in het verslag gezet.',
      ),
    ),
    withClass(3, 'v3-snuffel', [
      'Twee dagen meegelopen bij huisartsenpraktijk Oosterkade, bij de assistentes aan de balie.',
      'De telefoon ging de hele dag. Iedereen wil iets en je moet steeds ophouden met wat je deed. Aan het eind van de dag was mijn hoofd vol.',
      'Misschien is een ziekenhuis anders. Dat ga ik uitzoeken.',
    ]),
    withClass(
      3,
      'v3-tl',
      [
        'SkillsLab: zorg, ICT en laboratorium. Bij ICT hebben we een website gemaakt die zich aanpast aan je telefoon.',
        'Bij zorg deed ik alles goed volgens het lijstje. Bij ICT was er geen lijstje en toch vergat ik de tijd. De begeleider moest mij wegsturen, ik had de bus gemist.',
        'Aan meneer Lubbers vragen of het raar is om nu nog te twijfelen.',
      ],
      thought(
        'motievenreflectie',
        'sgm',
        'Ik heb altijd gezegd dat ik verpleegkundige word. Als ik nu iets anders zeg, voelt het alsof ik mijn oma in de steek laat. Ik heb haar gebeld. Ze vroeg: “Waar word je ’s ochtends wakker mee?” Met die website, oma. “Nou dan.”',
      ),
    ),
    withClass(3, 'v3-interview', [
      'Ik heb de programmeur van de beroepenmarkt gemaild en hij wist nog wie ik was. Tien vragen bij softwarebedrijf Bitkade.',
      'Ik dacht dat programmeurs alleen werken. Ze overleggen elke ochtend een kwartier, staand, en daarna is het stil. Precies goed.',
      'Vragen naar opleidingen.',
    ]),
    alone(
      3,
      '02-02',
      {
        type: 'job-or-volunteering',
        title: 'Website voor kinderboerderij De Bonte Geit',
        days: 75,
        place: 'kinderboerderij De Bonte Geit, Brandelaar',
        beroep: 'webdesigner',
        goal: 'Een echte website maken voor mensen die er zelf niets van weten.',
        competences: ['kwaliteitenreflectie', 'loopbaansturing'],
      },
      [
        'De site staat online, met een agenda en een pagina per geit. Er zijn 14 geiten.',
        'De eerste versie vonden ze te ingewikkeld. Ik had er drie weken aan gewerkt en moest bijna alles eenvoudiger maken. Dat was niet leuk, maar de tweede versie is beter.',
        'De site blijven bijhouden, één uur per week.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'Zorgvuldig zijn is een kwaliteit tot je drie weken aan iets werkt zonder het te laten zien. Nu laat ik het na twee dagen zien, ook als het lelijk is. Ik vind dat nog steeds verschrikkelijk, maar het werkt.',
      ),
    ),
    alone(
      3,
      '03-24',
      {
        type: 'trial-day',
        title: 'Meeloopdag Mbo-Verpleegkundige',
        place: 'ROC Vaarlanden, Havenkwartier',
        beroep: 'verpleegkundige',
        opleiding: 'verpleeg',
        goal: 'Eerlijk vergelijken voordat ik mijn plan verander.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        'Anatomie, een vaardigheidsles bloeddruk meten en een gesprek oefenen.',
        'Anatomie vond ik interessant. Bij het gesprek dacht ik de hele tijd: wanneer mag ik weer zitten?',
        'Een lijst maken met voor en tegen.',
      ],
    ),
    alone(
      3,
      '04-07',
      {
        type: 'trial-day',
        title: 'Meeloopdag Applicatie- en mediaontwikkelaar',
        place: 'ROC Vaarlanden, Havenkwartier',
        beroep: 'programmeur',
        opleiding: 'applicatie',
        goal: 'Dezelfde vragen stellen als bij verpleegkunde.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        'Met een groepje van drie een spelletje gebouwd voor een klant (een docent die klant speelde).',
        'Er zaten twee meisjes in een klas van 25. Dat wist ik en het viel mee. Een van hen gaf mij haar aantekeningen.',
        'De lijst met voor en tegen heb ik weggegooid, ik wist het al.',
      ],
    ),
    withClass(3, 'v3-gesprek', [
      'Ik heb aan mijn mentor verteld dat ik mijn plan verander en waarom. Ik had het voorbereid op kaartjes.',
      'Halverwege heb ik de kaartjes weggelegd.',
      'In jaar 4 nog één keer in een bedrijf kijken.',
    ]),
    withClass(4, 'v4-gesprek', [
      'Applicatie- en mediaontwikkelaar, niveau 4, bij ROC Vaarlanden. Reserve: ICT-beheerder.',
      'Voor het eerst stond er een plan waar ik niet zenuwachtig van werd.',
      'Aanmelden in oktober.',
    ]),
    withClass(
      4,
      'v4-profielschets',
      [
        'Ik heb de hele profielschets doorgenomen. Past: nauwkeurig, analyseren, afmaken. Past nog niet: kritiek vragen, presenteren.',
        'Er staat “je kunt omgaan met veranderende wensen van de klant”. Ik moest aan veertien geiten denken.',
        'In elk vak dit jaar één keer iets laten zien dat nog niet af is.',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'Ik heb mijn verslag uit jaar 1 teruggelezen. Zorgvuldig, behulpzaam en creatief. Dat klopt nog steeds alle drie. Alleen het beroep dat erbij hoort is een ander.',
      ),
    ),
    alone(
      4,
      '10-20',
      {
        type: 'taster-placement',
        title: 'Drie dagen in de herfstvakantie bij Bitkade',
        days: 3,
        place: 'softwarebedrijf Bitkade, Zwaluwerdam',
        beroep: 'programmeur',
        goal: 'Zien hoe het is als het niet om geiten gaat.',
        competences: ['werkexploratie', 'netwerken'],
      },
      [
        'Getest in een app voor sluiswachters. Ik heb elf fouten gevonden en opgeschreven hoe je ze kunt nadoen.',
        'Ze zeiden dat mijn foutmeldingen beter waren dan die van de klant. Vier van de elf zijn die week opgelost.',
        'Ik mag in de voorjaarsvakantie terugkomen.',
      ],
    ),
  ],
};
