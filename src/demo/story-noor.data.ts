import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** From techniek to zorg, by way of a tillift. Dry, direct, spells well. */
export const noor: Story = {
  pupil: 'noor',
  steps: [
    withClass(
      1,
      'v1-kwaliteiten',
      [
        'Ik kan goed dingen uit elkaar halen. Weer in elkaar zetten lukt meestal ook.',
        'Mijn groepje schreef op dat ik goed kan luisteren. Dat had ik niet op mijn eigen kaartje gezet.',
        'De fietslamp van mijn broertje maken.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sg',
        'Iedereen koos “grappig” of “sportief”. Ik koos “geduld met spullen”. Niemand had die.',
      ),
    ),
    withClass(1, 'v1-thuis', [
      'Ik heb mijn tante gevraagd. Zij rijdt op de taxibus en brengt ouderen overal naartoe.',
      'Ik dacht dat ze vooral reed. Ze praat eigenlijk de hele dag en helpt mensen met instappen.',
      'Een keer meerijden in de vakantie als het mag.',
    ]),
    withClass(1, 'v1-skills', [
      'Bij techniek een lampje gesoldeerd, bij zorg iemand in een rolstoel over de stoep geduwd, bij groen een kruiwagen vol.',
      'Solderen was het leukst. De rolstoel had een krom voorwiel en daar deed niemand iets aan, dat vond ik stom.',
      'Techniek kiezen, denk ik.',
    ]),
    withClass(
      2,
      'v2-ppo',
      [
        'PIE: een schakeling gebouwd en een naamplaatje gelast. Z&W: koken voor een groep. E&O: etalage.',
        'PIE ging vanzelf. Ik was het enige meisje bij het lassen, na tien minuten was iedereen dat vergeten.',
        'PIE als eerste keus opschrijven.',
      ],
      thought(
        'motievenreflectie',
        'sm',
        'Waarom techniek? Omdat je aan het eind van de les iets hebt dat het doet. Bij andere vakken weet ik vaak niet of het nou klaar is.',
      ),
    ),
    withClass(2, 'v2-bliksem', [
      'Ochtend bij scheepswerf Roelofs. Ik mocht meten, slijpen en één keer de kraan bedienen.',
      'Vet. Wel koud en veel herrie. De lasser zei dat zijn vader er ook al werkte en dat hij nooit wat anders heeft gezien.',
      'Uitzoeken of je bij techniek ook werk hebt waar je meer mensen ziet.',
    ]),
    withClass(2, 'v2-gesprek', [
      'Ik heb PIE gekozen. Mijn moeder vroeg drie keer of ik het zeker wist. Ja.',
      'Meneer Van der Kolk vroeg wat ik zou kiezen als PIE niet bestond. Toen moest ik lang nadenken.',
      null,
    ]),
    withClass(
      3,
      'v3-stage',
      [
        'Een week bij installatiebedrijf Kramer & Bos. Ik heb de bus geveegd, koffie gehaald en op vrijdag twee stopcontacten gemonteerd.',
        'Viel tegen. Ze waren niet onaardig, maar ze praatten met elkaar en niet met mij. Vier dagen heb ik gewacht tot iemand iets vroeg.',
        'Volgende keer op dag één zeggen wat ik al kan, en niet wachten tot donderdag.',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'Ik was boos op dat bedrijf, maar ik heb zelf ook mijn mond niet opengedaan. Op school zeg ik altijd wel wat. Daar ken ik iedereen al. Dus dat is iets om te oefenen: praten met mensen die ik nog niet ken.',
      ),
      thought(
        'motievenreflectie',
        '',
        'Na die stage heb ik een week gedacht dat techniek niks voor mij is en dat ik dus twee jaar verkeerd zit. Dat heb ik tegen niemand gezegd.',
      ),
    ),
    withClass(
      3,
      'v3-techniek',
      [
        'Wij hebben voor De Zwaluwhof een bedieningskastje voor de tillift gemaakt met grote knoppen, omdat mevrouw Riemersma de kleine knopjes niet kon zien.',
        'Dit was het beste van het hele jaar. Ik ging vier keer langs om te meten. De laatste twee keer hoefde ik niks te meten, toen ben ik gewoon een uur gebleven.',
        'Vragen of ze in de vakantie hulp nodig hebben.',
      ],
      thought(
        'motievenreflectie',
        'sgm',
        'Ik dacht dat ik het kastje leuk vond. Maar het leukste was dat mevrouw Riemersma erop drukte en omhoog ging en zei: “Nou, dat heb jij even gemaakt.” Als het kastje voor een fabriek was geweest, had ik het na een dag vergeten.',
      ),
    ),
    withClass(3, 'v3-proefles-vak', [
      'Les gehad bij mechatronica en bij elektro. Een robotarm een blokje laten pakken.',
      'Leuk, snel klaar. De jongen naast mij vroeg wat ik ging kiezen en ik zei “weet ik niet”. Dat was de eerste keer dat ik dat hardop zei.',
      'Ook een proefles bij zorg aanvragen, ook al zit ik in PIE.',
    ]),
    alone(
      3,
      '04-21',
      {
        type: 'trial-lesson',
        title: 'Proefles Verzorgende IG, zelf aangevraagd',
        place: 'ROC Vaarlanden, Havenkwartier',
        beroep: 'verzorgende',
        opleiding: 'verzorgende',
        goal: 'Kijken of ik het ook leuk vind zonder dat er iets te repareren valt.',
        competences: ['werkexploratie', 'loopbaansturing'],
      },
      [
        'Iemand leren draaien in bed, met een glijzeil. En een gesprek oefenen met een acteur die niet wilde eten.',
        'Het draaien is gewoon hefbomen, daar was ik goed in. Het gesprek vond ik eng en daarna wilde ik het meteen nog een keer.',
        'Meneer Aksoy vragen of ik met PIE naar zorg kan. (Ja dus, kan gewoon met kader.)',
      ],
    ),
    withClass(3, 'v3-meet', [
      'Gepraat met een oud-leerling die van BWI naar verpleegkunde is gegaan.',
      'Hij zei: niemand vraagt er ooit naar, ze zijn blij als iemand een bed kan maken, letterlijk.',
      'Zijn nummer staat in mijn telefoon, ik mag appen.',
    ]),
    alone(
      3,
      '07-06',
      {
        type: 'job-or-volunteering',
        title: 'Vakantiebaan in de huiskamer van De Zwaluwhof',
        days: 26,
        place: 'woonzorgcentrum De Zwaluwhof, Zwaluwerdam',
        beroep: 'gastvrouw in de zorg',
        goal: 'Drie weken meedraaien en kijken of ik het na drie weken nog leuk vind.',
        competences: ['werkexploratie', 'motievenreflectie'],
      },
      [
        'Ontbijt, tafels, wandelen, spelletjes. En alles gemaakt wat stuk was: twee radio’s, een lamp en een rollator.',
        'Niet elke dag leuk. Iemand was elke ochtend boos op me omdat ik “die nieuwe” was. De laatste dag zei ze dat ik terug moest komen.',
        'In het examenjaar op zaterdag blijven werken.',
      ],
      thought(
        'werkexploratie',
        'sgm',
        'Wat lastig is: je bent nooit klaar. Er ligt altijd nog iemand in bed die eruit wil. Ik dacht dat ik dat niks zou vinden, omdat ik houd van dingen die af zijn. Maar elke persoon is om half tien wel even “af”. Aangekleed, koffie, krant. Dat telt ook.',
      ),
    ),
    withClass(4, 'v4-gesprek', [
      'Ik heb verteld dat ik naar zorg wil met mijn PIE-diploma. Meneer De Graaf had het al geraden.',
      'Fijn dat hij niet zei dat het zonde is. Hij zei dat ze in de zorg steeds meer techniek hebben en bijna niemand die het snapt.',
      'Profielschets van Verzorgende IG lezen en de stage in de zorg regelen.',
    ]),
    withClass(4, 'v4-profielschets', [
      'Past al: geduld, doorvragen, tillen en draaien. Past nog niet: rapporteren, ik schrijf te kort.',
      '“Je kunt omgaan met emoties van anderen.” Ik heb opgeschreven: een beetje, en dat ik dat wil leren.',
      'In de stage elke dag een stukje rapportage oefenen.',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        'Twee weken afdeling Kade van De Zwaluwhof. Meegelopen met Renske, verzorgende. Zij keek mijn stukjes rapportage na.',
        'Eerste dag heb ik gezegd wat ik kan en wat niet. Daarna mocht ik veel meer dan de andere stagiair.',
        'Renske schrijft een briefje voor in mijn dossier. Nu aanmelden.',
      ],
      thought(
        'loopbaansturing',
        'sm',
        'Vorig jaar wachtte ik vier dagen. Nu duurde het vijf minuten. Zelfde ik, ander begin.',
      ),
    ),
    withClass(4, 'v4-opendag', [
      'Gekeken bij Verzorgende IG en even bij Verpleegkunde. Gevraagd hoeveel stage je hebt: veel.',
      'Niveau 4 kan later ook nog. Ik wil eerst gewoon werken en leren en niet meteen vier jaar dikke boeken.',
      'Aangemeld voor Verzorgende IG, bol.',
    ]),
  ],
};
