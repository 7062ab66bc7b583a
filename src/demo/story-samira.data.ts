import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Kapper since she was six, away from it, and back for a better reason. Warm, chatty, basisberoepsgericht. */
export const samira: Story = {
  pupil: 'samira',
  steps: [
    withClass(
      1,
      'v1-kwaliteiten',
      [
        'Creatief, gezellig en netjes 💅',
        'Ik wist het al maar het was leuk dat anderen het ook zeiden.',
        'Ik word toch wel kapper dus ik hoef niks uit te zoeken.',
      ],
      thought('motievenreflectie', 'sgm', 'Ik wil kapper worden sinds ik 6 ben. Al mijn poppen hebben kort haar.'),
    ),
    withClass(1, 'v1-thuis', [
      'Mijn buurvrouw Fatiha gevraagd, die is kraamverzorgster!!',
      'Ze vertelde dat ze bij elke baby weer een beetje verliefd wordt. Zoo lief.',
      null,
    ]),
    withClass(1, 'v1-skills', [
      'Bij zorg heb ik iemand zijn nagels gedaan, bij techniek een rondje gezaagd dat geen rondje was.',
      'Zorg was leuk. Ik kreeg een tien voor praten zei de mevrouw hihi.',
      null,
    ]),
    withClass(2, 'v2-ppo', [
      'Z&W gedaan, E&O gedaan en groen niet want dat hebben wij niet.',
      'Z&W heeft ook uiterlijke verzorging dus klaar 😊',
      'Z&W kiezen',
    ]),
    withClass(2, 'v2-bliksem', [
      'Kapsalon Knap! een ochtend. Ik mocht haren vegen en een oefenhoofd föhnen.',
      'Het rook daar zo lekker. De kapster zei dat ik rustige handen heb.',
      'Daar stage lopen in de derde.',
    ]),
    withClass(2, 'v2-gesprek', [
      'Mijn moeder zei: kijk ook eens naar iets anders voor de zekerheid. Ik werd een beetje boos.',
      'Mevrouw Pietersma zei niks maar schreef het wel op.',
      null,
    ]),
    withClass(
      3,
      'v3-stage',
      [
        'Week kapsalon Knap!. Handdoeken, vegen, koffie, haren wassen op vrijdag.',
        'Eerlijk?? Ik vond het niet leuk. 4 dagen staan en bijna niemand gesproken. De eigenares was druk en zei steeds “straks schat”.',
        'Ik weet het niet meer.',
      ],
      thought(
        'werkexploratie',
        'sg',
        'Ik heb een beetje gehuild in de bus. Niet omdat het erg was maar omdat ik altijd één ding zeker wist en nu wist ik niks. Mijn vriendin zei: dan weet je tenminste dat kappers pijn in hun voeten hebben. Toen moest ik wel lachen.',
      ),
    ),
    withClass(
      3,
      'v3-zorg',
      [
        'Spelochtend bij De Vuurvlieg. Ik deed de verkleedhoek en alle peuters wilden vlechtjes. 9 stuks gedaan!!',
        'Superleuk. De leidster zei dat ik zo bij haar kon beginnen. Misschien word ik wel juf?',
        'Nog een keer gaan kijken bij de kinderopvang.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sgm',
        'Een meisje wilde niet meedoen. Ik ging gewoon naast haar zitten en haar pop vlechten. Na 5 minuten zat ze op schoot. Ik kan dat blijkbaar, wachten tot iemand wil.',
      ),
    ),
    alone(
      3,
      '03-09',
      {
        type: 'taster-placement',
        title: 'Twee woensdagmiddagen bij de bso',
        days: 8,
        place: 'bso Het Roeibootje, Zwaluwerdam',
        beroep: 'pedagogisch medewerker',
        goal: 'Kijken of kinderopvang echt iets is of dat ik alleen vlechten leuk vond.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        '26 kinderen en allemaal tegelijk 😅 Ik heb geknutseld en er was ruzie over een step.',
        'Met één kind ben ik goed. Met 26 word ik moe en ga ik ook schreeuwen. Dat wil ik niet zijn.',
        'Goed dat ik het gedaan heb. Toch niet.',
      ],
    ),
    withClass(3, 'v3-interview', [
      'Geïnterviewd: Nadia van salon Nadia in Heidrecht. Zij is kapper en heeft haar eigen salon aan huis.',
      'Zij heeft ook eerst bij een grote salon gevlogen van hot naar her. Ze zei: niet elke salon is hetzelfde, zoek een plek waar je klanten bij naam kent.',
      'Vragen of ik een zaterdag mag komen.',
    ]),
    alone(
      3,
      '04-11',
      {
        type: 'job-or-volunteering',
        title: 'Zaterdaghulp bij salon Nadia',
        days: 85,
        place: 'salon Nadia, Heidrecht',
        beroep: 'kapper',
        goal: 'Kijken of ik een kleine salon wel leuk vind.',
        competences: ['werkexploratie', 'motievenreflectie'],
      },
      [
        'Haren wassen, kleur mengen, afspraken opschrijven. Mevrouw De Jager komt elke zaterdag en vraagt nu naar mij.',
        'Dit is het verschil: bij Knap! stond ik naast mensen en hier praat ik met ze. Vegen moet nog steeds maar dan vind ik het niet erg.',
        'Blijven!!',
      ],
      thought(
        'motievenreflectie',
        'sgm',
        'Vroeger wilde ik kapper worden voor het haar. Nu om de mensen in de stoel. Een mevrouw zei dat ze zich bij mij weer even 30 voelt. Ze is 81.',
      ),
    ),
    withClass(3, 'v3-meet', [
      'Gesproken met een oud-leerling die kapper 2 doet.',
      'Ze zei dat je in het begin heel veel op oefenhoofden werkt en dat je er zelf een moet kopen. Duur!',
      'Sparen',
    ]),
    withClass(3, 'v3-gesprek', [
      'Mevrouw Bruinsma las voor wat mijn moeder in de tweede zei. Ik heb dus toch anders gekeken haha.',
      'Ik ben blij dat ik getwijfeld heb. Dat had ik nooit gedacht.',
      'Kapper niveau 2 aanvragen en een plan B: helpende.',
    ]),
    withClass(4, 'v4-profielschets', [
      'Kapper 2: klantgericht ✔ creatief ✔ lang staan: eh. hygiëne ✔ rekenen met verhoudingen: moet ik oefenen.',
      'Ik dacht er staat vast niks nieuws in maar dat rekenen wist ik niet. Voor het mengen van kleur.',
      'Met Nadia de verhoudingen oefenen 1:1, 1:1,5, 1:2.',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        'Twee weken salon Nadia fulltime. Kleur gemengd, krullen gezet, één keer een klant helemaal zelf gewassen en geföhnd.',
        'Op donderdag was ik zo moe dat ik in de pauze in slaap viel 😴 Maar vrijdag wilde ik niet naar huis.',
        'Nadia wil mij misschien als leerling later. Eerst bol want ik wil ook nog school.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Als iemand vraagt waarom kapper zeg ik nu niet meer “altijd al gewild”. Ik zeg: omdat ik het ook niet gewild heb en toen weer wel.',
      ),
    ),
    withClass(4, 'v4-opendag', [
      'Open dag ROC. Ik heb een vlecht mogen laten zien aan de docent.',
      'De lokalen zijn net een echte salon. Er zat een jongen in die kon beter vlechten dan ik, respect.',
      'Aangemeld voor Kapper.',
    ]),
  ],
};
