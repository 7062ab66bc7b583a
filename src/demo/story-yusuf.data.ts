import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Wants his own business, and finds out what margin is. Loud, quick, types as he talks. */
export const yusuf: Story = {
  pupil: 'yusuf',
  steps: [
    withClass(1, 'v1-kwaliteiten', [
      'praten, overtuigen, nooit opgeven',
      'docent zei kies 3 met voorbeeld. voorbeeld: ik heb iemand zijn eigen pen verkocht. voor 50 cent. hij was er blij mee ook',
      'groot worden',
    ]),
    withClass(1, 'v1-thuis', [
      'mijn oom heeft een groentezaak in heidrecht. hij staat om 4 uur op. VIER uur',
      'ik dacht hij is de baas dus hij slaapt uit. niet dus',
      'een keer mee naar de veiling',
    ]),
    withClass(1, 'v1-bedrijf-haven', [
      'magazijn gezien met 40.000 dozen. alles met scanners',
      'saai om te werken denk ik maar wel slim bedacht. die man die alles inplant verdient het meest en die zit gwn achter een scherm',
      'weet niet',
    ]),
    withClass(
      2,
      'v2-ppo',
      [
        'E&O: kassa, etalage, folder maken. PIE: lampje gemaakt, bij mij deed ie het niet. Z&W: soep',
        'soep was lekker maar E&O is echt mijn ding. ik had de winkel die dag de meeste omzet, 31 euro nepgeld',
        'EO kiezen ez',
      ],
      thought(
        'motievenreflectie',
        's',
        'ik wil geen baas. niet omdat ik lastig ben ofzo maar ik wil zelf bedenken hoe het moet',
      ),
    ),
    withClass(2, 'v2-bliksem', [
      'ochtend op kantoor bij administratiekantoor tuinman in heidrecht. ik heb bonnetjes gesorteerd van een schilder',
      'DOODSAAI. 3 uur bonnetjes. de stoelen waren wel goed',
      'nooit meer kantoor',
    ]),
    alone(
      2,
      '05-20',
      {
        type: 'job-or-volunteering',
        title: 'Eigen handel: sneakers opknappen en verkopen',
        place: 'thuis en online',
        beroep: 'webwinkelier',
        goal: '100 euro winst maken voor de zomer.',
        competences: ['loopbaansturing', 'kwaliteitenreflectie'],
      },
      [
        '9 paar schoenen gekocht op de rommelmarkt, schoongemaakt, 7 verkocht voor 185 euro',
        'ik dacht ik heb 185 winst. toen vroeg mijn zus wat ik betaald had. 96 euro + veters + spul + verzenden. dus winst is 41. dat was pijnlijk',
        'opschrijven wat ik uitgeef. echt opschrijven, niet in mijn hoofd',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'verkopen kan ik. rekenen kan ik ook maar ik DOE het niet want het is niet leuk. mijn zus heeft een schriftje gemaakt met inkoop en verkoop. vet irritant dat ze gelijk heeft',
      ),
    ),
    withClass(3, 'v3-start', [
      'gezegd dat ik later een eigen winkel wil. mevrouw el khatib vroeg: wat verkoop je dan over 10 jaar. wist ik niet',
      'ik weet dat ik iets wil verkopen maar niet wat. is dat erg?? zij zei nee, ga kijken',
      '3 winkels interviewen',
    ]),
    withClass(3, 'v3-stage', [
      'week bij supermarkt boons. vakken vullen en 1 dag met de bedrijfsleider mee',
      'vakken vullen is sport, ik was sneller dan die gast die er al een jaar werkt. maar de dag met bilal (bedrijfsleider) was het best. hij liet derving zien: alles wat ze weggooien. 1100 euro in de week!!',
      'bilal vragen voor mijn interview',
    ]),
    withClass(
      3,
      'v3-interview',
      [
        'bilal van supermarkt boons 12 vragen gesteld',
        'hij zei: iedereen kan verkopen als het druk is. geld verdien je aan wat je NIET weggooit. ik heb dat opgeschreven',
        'uitzoeken wat marge is',
      ],
      thought(
        'werkexploratie',
        'sm',
        'ik dacht altijd ondernemer = praten. maar bilal zit elke ochtend een uur met cijfers voor iemand binnenkomt. en daarna praat hij pas. misschien is die bonnetjes stage toch niet zo dom geweest. misschien',
      ),
    ),
    withClass(3, 'v3-handel', [
      'etalage bij van galen: wij hebben loopschoenen neergezet met een QR code voor een gratis looptest. kosten 62 euro',
      '23 mensen deden de test, 6 kochten. andere groep had mooiere etalage maar die had niks gemeten haha',
      'excel beter leren',
    ]),
    withClass(3, 'v3-proefles-roc', [
      'les commercieel medewerker en les bedrijfsadministrateur',
      'commercieel: klant bellen met rollenspel, kreeg een 8. administrateur: ging ik heen voor de grap maar ik snapte die balans meteen?? docent vroeg of ik dat vaker deed. ik zei ja met sneakers',
      'beide opleidingen opzoeken',
    ]),
    alone(
      3,
      '05-11',
      {
        type: 'company-visit',
        title: 'Met mijn oom mee naar de veiling',
        place: 'groentezaak Demirtaş, Heidrecht',
        beroep: 'ondernemer',
        goal: 'Zien hoe je inkoopt.',
        competences: ['werkexploratie', 'netwerken'],
      },
      [
        '4.10 uur op. mijn oom koopt in 20 minuten voor 1400 euro en hij heeft het allemaal in zijn hoofd',
        'maar hij weet niet wat hij overhoudt per dag. ik heb het voor hem uitgerekend op mijn telefoon. op aardbeien verloor hij geld!! hij was stil',
        'ik maak elke zondag zijn lijstje nu. krijg 10 euro en aardbeien',
      ],
      thought(
        'motievenreflectie',
        'gm',
        'dat gevoel toen mijn oom stil was en daarna zei “doe dat nog een keer”. beter dan iets verkopen eigenlijk',
      ),
    ),
    withClass(3, 'v3-gesprek', [
      'plan voor jaar 4: kiezen tussen commercieel (3) en administrateur (4)',
      'eerst dacht ik 4 is beter want hoger. maar het gaat erom wat ik de hele dag wil doen',
      'stage zoeken waar je allebei ziet',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        '2 weken groothandel vers van ver. 1 week binnendienst (bellen) en 1 week administratie',
        'bellen is leuk tot een uur of 3 daarna ben ik kapot. administratie wist ik niet dat je zo veel ziet, je weet als eerste of het goed gaat met het bedrijf',
        'ik ga voor commercieel want daar zit allebei in. administrateur kan daarna nog',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'in jaar 2 schreef ik nooit meer kantoor. ik laat dat expres staan. je moet dingen soms 2 keer proberen want de eerste keer was ik 13',
      ),
    ),
    withClass(4, 'v4-beurs', [
      'met 4 opleidingen gepraat. ook met mbo vakschool logistiek, was ok',
      'stand van commercieel vroeg MIJ dingen, die waren goed. bij een andere kreeg ik alleen een tasje',
      'aanmelden',
    ]),
    withClass(4, 'v4-avond', [
      'met mijn vader en zus geweest. voor 1 april, gedaan in oktober, lekker vroeg',
      'mijn vader vroeg of je met niveau 3 nog hoger kan. ja dus',
      null,
    ]),
  ],
};
