import type { RegionSchool } from './region.types.js';

/** Invented: towns, schools, numbers and addresses exist nowhere (area code 099, BRIN 99XX, mail at .example). */
export const samenwerkingsverband = { key: 'vaarlanden', name: 'Samenwerkingsverband Doorstroom Vaarlanden' };

export const schools: RegionSchool[] = [
  {
    key: 'sluis',
    kind: 'vmbo',
    name: 'De Sluiswachter',
    brin: '99SW',
    domain: 'sluiswachter.example',
    locations: [
      {
        key: 'sluis-kade',
        name: 'De Sluiswachter, Westkade',
        town: 'Zwaluwerdam',
        phone: '099 555 1100',
        email: 'westkade@sluiswachter.example',
      },
      {
        key: 'sluis-dok',
        name: 'De Sluiswachter, Droogdok',
        town: 'Zwaluwerdam',
        phone: '099 555 1150',
        email: 'droogdok@sluiswachter.example',
      },
    ],
  },
  {
    key: 'brand',
    kind: 'vmbo',
    name: 'Brandelaar College',
    brin: '99BC',
    domain: 'brandelaarcollege.example',
    locations: [
      {
        key: 'brand-hof',
        name: 'Brandelaar College',
        town: 'Brandelaar',
        phone: '099 555 1200',
        email: 'info@brandelaarcollege.example',
      },
    ],
  },
  {
    key: 'meent',
    kind: 'vmbo',
    name: 'De Lage Meent',
    brin: '99LM',
    domain: 'lagemeent.example',
    locations: [
      {
        key: 'meent-dijk',
        name: 'De Lage Meent, vmbo groen',
        town: 'Ossenwaarde',
        phone: '099 555 1300',
        email: 'info@lagemeent.example',
      },
    ],
  },
  {
    key: 'tolders',
    kind: 'pro',
    name: 'Praktijkschool Toldersgilde',
    brin: '99TG',
    domain: 'toldersgilde.example',
    locations: [
      {
        key: 'tolders-plein',
        name: 'Praktijkschool Toldersgilde',
        town: 'Toldersluis',
        phone: '099 555 1400',
        email: 'info@toldersgilde.example',
      },
    ],
  },
  {
    key: 'roc',
    kind: 'mbo',
    name: 'ROC Vaarlanden',
    brin: '99RV',
    domain: 'rocvaarlanden.example',
    locations: [
      {
        key: 'roc-haven',
        name: 'ROC Vaarlanden, Havenkwartier',
        town: 'Zwaluwerdam',
        phone: '099 555 2100',
        email: 'havenkwartier@rocvaarlanden.example',
      },
      {
        key: 'roc-hof',
        name: 'ROC Vaarlanden, Brandelaar',
        town: 'Brandelaar',
        phone: '099 555 2150',
        email: 'brandelaar@rocvaarlanden.example',
      },
    ],
  },
  {
    key: 'vak',
    kind: 'mbo',
    name: 'Vakcollege Heidrecht',
    brin: '99VH',
    domain: 'vakcollegeheidrecht.example',
    locations: [
      {
        key: 'vak-werf',
        name: 'Vakcollege Heidrecht, De Werf',
        town: 'Heidrecht',
        phone: '099 555 2200',
        email: 'dewerf@vakcollegeheidrecht.example',
      },
      {
        key: 'vak-kas',
        name: 'Vakcollege Heidrecht, De Kas',
        town: 'Ossenwaarde',
        phone: '099 555 2250',
        email: 'dekas@vakcollegeheidrecht.example',
      },
    ],
  },
];

/** Voogdij-instellingen: a guardian that is no person, with someone to call. */
export const institutions = [
  {
    key: 'inst-vaarlanden',
    institution: 'Stichting Voogdij Vaarlanden',
    firstNames: 'Marieke',
    callName: 'Marieke',
    infix: null,
    lastName: 'Tolsma',
    email: 'm.tolsma@voogdijvaarlanden.example',
    phone: '099 555 3100',
  },
  {
    key: 'inst-havenlicht',
    institution: 'Havenlicht Jeugdbescherming',
    firstNames: 'Anouar',
    callName: 'Anouar',
    infix: 'el',
    lastName: 'Fassi',
    email: 'a.elfassi@havenlicht.example',
    phone: '099 555 3200',
  },
];
