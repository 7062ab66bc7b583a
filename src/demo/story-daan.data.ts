import type { Story } from './cast.types.js';
import { alone, thought, withClass } from './story-steps.rules.js';

/** Few words, many of them misspelt; from animals to paving and a mini digger. Groen, basis. */
export const daan: Story = {
  pupil: 'daan',
  steps: [
    withClass(1, 'v1-kwaliteiten', ['sterk, aardig, werken', 'weet nie wat je nog meer moet opschrijve', null]),
    withClass(1, 'v1-gastles-boswachter', [
      'boswachter verteld over reeën en zagen',
      'zagen was mooi. hij heeft een eige bus met alles erin',
      null,
    ]),
    withClass(1, 'v1-bedrijf-kwekerij', [
      'plantjes in potje gedaan 200 stuks',
      'me handen ware koud. wel beter als in de klas zitte',
      null,
    ]),
    withClass(1, 'v1-skills', ['kruiwage race gewonnen', 'leuk', null]),
    withClass(
      2,
      'v2-ppo',
      [
        'beesten, bloemen en machines gedaan. bloemen niks voor mij',
        'machines het beste maar ik wil iets met dieren denk ik want wij hebben thuis 2 schapen',
        'dieren',
      ],
      thought('motievenreflectie', 'sg', 'ik wil buiten werken. binnen word ik gek van. dat is het wel een beetje'),
    ),
    withClass(2, 'v2-water', [
      'bij het gemaal gekeken. die pomp is van 1931 en doet het nog',
      'die man mocht met een kraan van 8 ton de sloot uithalen. dat wil ik ook',
      'vrage hoe oud je moet zijn',
    ]),
    withClass(2, 'v2-bliksem', [
      'bij melkveebedrijf spaan. om half 6 al begonnen met melken',
      'vroeg maar wel mooi. die boer zegt niks dus dat was fijn',
      null,
    ]),
    withClass(
      3,
      'v3-stage',
      [
        'stage kinderboerderij de bonte geit. hokken mesten, voeren, hek gerepareerd',
        'de beesten goed maar de hele dag kinderen die gillen en vragen hoe heet die geit. ik heb gezegd dat ze allemaal henk heten. mocht niet',
        'niet meer iets met publiek',
      ],
      thought(
        'werkexploratie',
        'sgm',
        'het hek maken was het leukste van de week. dat had ik niet verwacht want ik kwam voor de geiten',
      ),
    ),
    withClass(3, 'v3-groen', [
      'schoolplein gemaakt bij de knotwilg. ik deed het straatwerk met 2 anderen. 14 meter pad met een bocht',
      'eerste stuk was scheef. van meneer stam moest alles er weer uit. was ik boos. tweede keer was het recht, kon je een knikker over rolle',
      'straatwerk vaker doen',
    ]),
    alone(
      3,
      '04-25',
      {
        type: 'job-or-volunteering',
        title: 'Zaterdags mee met hoveniersbedrijf Groenendal',
        days: 80,
        place: 'hoveniersbedrijf Groenendal, Ossenwaarde',
        beroep: 'hovenier',
        goal: 'kijken of het ook leuk is als het moet',
        competences: ['werkexploratie', 'motievenreflectie'],
      },
      [
        'tuinen aanleggen. graven, zand, tegels. met de trilplaat mag ik nou ook',
        'regen is bagger maar daarna is het klaar en dan zie je het. mensen worden blij van hun tuin, dan komen ze met cola',
        'blijve',
      ],
      thought(
        'kwaliteitenreflectie',
        'sm',
        'henk groenendal zegt dat ik oog heb voor waterpas. ik zie het als iets 2 mm scheef ligt. op school is dat nergens voor nodig maar daar wel',
      ),
    ),
    withClass(3, 'v3-proefles-vak', [
      'dier en hovenier gedaan',
      'bij dier moest je spieren van een hond leren op papier. bij hovenier gingen we naar buiten',
      'hovenier',
    ]),
    withClass(3, 'v3-interview', [
      'henk gevraagd. 10 vragen maar hij gaf korte antwoorden, zelfde als ik',
      'hij had zelf ook basis gedaan en heeft nou 6 man personeel',
      null,
    ]),
    withClass(4, 'v4-gesprek', [
      'ik ga bbl doen. 4 dagen werken 1 dag school',
      'me mentor vroeg wat als je bij henk weg moet. had ik niet aan gedacht. andere bedrijven opgeschreven: 3',
      'aanmelden',
    ]),
    withClass(
      4,
      'v4-stage',
      [
        '2 weken groenendal. vijver gegraven met de minikraan!! en een muurtje',
        'rekenen hoeveel zand moest ik zelf doen. 1ste keer te weinig dus moest henk terug rijden. 2de keer goed',
        'm3 oefenen met meneer boekhout',
      ],
      thought(
        'loopbaansturing',
        'sgm',
        'als ik niet kan rekenen moet iemand anders het voor me doen en dan ben ik de knecht. dus daarom',
      ),
    ),
    withClass(4, 'v4-opendag', [
      'de kas. met me vader geweest',
      'ze hebben daar een hal met zand om te straten als het regent. slim',
      'aangemeld',
    ]),
  ],
};
