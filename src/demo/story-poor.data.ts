import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Began well, and has written nothing since year 2. */
export const mateusz: Story = {
  pupil: 'mateusz',
  steps: [
    withClass(1, 'v1-skills', ['Lampje gemaakt, deed het meteen.', 'Techniek is leuk, de rest niet.', 'PIE.']),
    withClass(
      2,
      'v2-ppo',
      ['PIE gedaan en de rest ook.', 'Ik wist het al.', null],
      thought(
        'motievenreflectie',
        's',
        'Mijn vader is elektricien en ik word ook elektricien. Verder hoef ik niks te kijken.',
      ),
    ),
  ],
};

const binnen = (title: string, goal: string) => ({ title, goal, place: 'thuis' });

/** Writes a great deal, and has never been outside the school. */
export const thijmen: Story = {
  pupil: 'thijmen',
  steps: [
    withClass(
      1,
      'v1-kwaliteiten',
      [
        'Ik heb uitgebreid nagedacht over mijn kwaliteiten en ben gekomen tot: analytisch, rustig en origineel.',
        'Het is natuurlijk de vraag of je jezelf kunt kennen door kaartjes te trekken.',
        'Hier verder over nadenken.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'Wat is eigenlijk een kwaliteit? Je kunt zeggen: iets wat je goed kunt. Maar goed vergeleken met wie? In deze klas ben ik analytisch, in een andere klas misschien niet. Ik denk dat het belangrijk is om je hiervan bewust te zijn voordat je een keuze maakt.',
      ),
    ),
    withClass(1, 'v1-gesprek', [
      'We hebben besproken dat ik veel verschillende interesses heb.',
      'Het was een prettig gesprek. Ik kan goed verwoorden wat ik denk.',
      'Mij verder oriënteren.',
    ]),
    withClass(
      2,
      'v2-test',
      [
        'De uitslag was economie, maar het scheelde weinig met vier andere richtingen.',
        'De test stelt vragen als “werk je liever met mensen of met dingen?”. Dat hangt toch af van welke mensen?',
        'De test over een half jaar opnieuw maken.',
      ],
      thought(
        'motievenreflectie',
        'sm',
        'Ik wil graag iets doen wat betekenis heeft. Bijna elk beroep heeft betekenis als je er goed over nadenkt. Dat maakt kiezen lastig, maar ook mooi. Ik zou architect kunnen worden, of journalist, of iets met duurzaamheid.',
      ),
    ),
    alone(
      2,
      '04-02',
      {
        type: 'interest-test',
        ...binnen('Tweede interessetest, online', 'Vergelijken met de eerste.'),
        competences: ['motievenreflectie'],
      },
      ['Nu was de uitslag media.', 'Interessant dat twee tests twee dingen zeggen.', 'Misschien nog een derde.'],
    ),
    withClass(
      3,
      'v3-start',
      [
        'Ik heb mijn mentor verteld over de verschillende richtingen die ik overweeg.',
        'Hij vroeg of ik al ergens was gaan kijken. Nog niet, ik wil eerst weten wát ik wil zien.',
        'Een overzicht maken van alle sectoren.',
      ],
      thought(
        'werkexploratie',
        'sm',
        'Ik heb van elke sector een samenvatting gemaakt (negen bladzijden). Over het werk van een architect heb ik veel gelezen. Ik heb ook drie documentaires bekeken. Ik denk dat ik een vrij compleet beeld heb, al heb ik nog niemand gesproken die het doet.',
      ),
    ),
    alone(
      3,
      '01-18',
      {
        type: 'home-assignment',
        ...binnen('Essay: wat is goed werk?', 'Mijn gedachten op een rij zetten.'),
        competences: ['motievenreflectie'],
      },
      [
        'Vier bladzijden geschreven over betekenis, geld en vrije tijd.',
        'Ik ben tevreden over de opbouw. De conclusie is dat het per persoon verschilt.',
        'Misschien uitwerken tot een profielwerkstuk.',
      ],
      thought(
        'motievenreflectie',
        'm',
        'Als iedereen doet wat hij het liefste doet, wie haalt dan het vuilnis op? Aan de andere kant: misschien is er iemand die dat het liefste doet. Ik ken alleen niemand.',
      ),
    ),
    withClass(
      3,
      'v3-gesprek',
      [
        'Het plan voor jaar 4 is dat ik een plan maak.',
        'Mijn mentor lachte, ik ook, maar ik begreep wel dat het serieus bedoeld was.',
        'Een open dag uitzoeken.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Er waren drie momenten dat ik ergens naartoe kon: de snuffelstage, het SkillsLab en een open dag. Elke keer kwam er iets tussen. Ik vraag mij af of dat toeval is. Als ik niet ga, kan het ook niet tegenvallen.',
      ),
    ),
    withClass(4, 'v4-gesprek', [
      'Ik twijfel tussen media, economie en bouw.',
      'Het gesprek was goed, maar we kwamen weer op hetzelfde punt uit: ik moet gaan kijken.',
      'Lijst met open dagen maken.',
    ]),
    withClass(
      4,
      'v4-profielschets',
      [
        'Ik heb zeven profielschetsen gelezen en in een tabel gezet.',
        'Alle zeven passen voor ongeveer zeventig procent bij mij.',
        'De tabel uitbreiden met salaris en baankans.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Een tabel met zeven keer zeventig procent helpt niet. Misschien staat wat ik zoek niet in de tabel.',
      ),
    ),
  ],
};
