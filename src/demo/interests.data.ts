import type { Interest } from './cast.types.js';

/** Directions that pupils lean to, with invented places to look at work. */
export const interests: Interest[] = [
  {
    key: 'care',
    profielen: ['ZW', 'DP'],
    beroepen: ['verzorgende', 'verpleegkundige', 'doktersassistent', 'thuishulp', 'begeleider in de gehandicaptenzorg'],
    places: [
      'woonzorgcentrum De Zwaluwhof, Zwaluwerdam',
      'huisartsenpraktijk Oosterkade, Zwaluwerdam',
      'dagbesteding Het Vlierhuis, Brandelaar',
      'thuiszorg Vaarzorg, Toldersluis',
    ],
    opleidingen: [
      'helpende',
      'verzorgende',
      'verzorgende-b',
      'verpleeg',
      'gehandicapt',
      'dokters',
      'apothekers',
      'entree-zorg',
    ],
  },
  {
    key: 'children',
    profielen: ['ZW', 'DP'],
    beroepen: ['pedagogisch medewerker', 'onderwijsassistent', 'leerkracht', 'kraamverzorgende'],
    places: [
      'kinderopvang De Vuurvlieg, Brandelaar',
      'basisschool De Knotwilg, Ossenwaarde',
      'bso Het Roeibootje, Zwaluwerdam',
    ],
    opleidingen: ['helpende', 'kinderopvang', 'onderwijs', 'entree-zorg'],
  },
  {
    key: 'looks',
    profielen: ['ZW', 'EO'],
    beroepen: ['kapper', 'schoonheidsspecialist', 'visagist'],
    places: ['kapsalon Knap!, Zwaluwerdam', 'salon Nadia, Heidrecht', 'barbershop Dok 9, Zwaluwerdam'],
    opleidingen: ['kapper', 'kapper-a'],
  },
  {
    key: 'sport',
    profielen: ['ZW', 'DP'],
    beroepen: ['sportinstructeur', 'buurtsportcoach', 'badmeester', 'gymdocent'],
    places: ['zwembad De Waterlinie, Brandelaar', 'sc Brandelaar', 'sporthal Het Schor, Heidrecht'],
    opleidingen: ['sport2', 'sport3'],
  },
  {
    key: 'safety',
    profielen: ['DP', 'EO'],
    beroepen: ['beveiliger', 'handhaver', 'politieagent', 'douanier'],
    places: [
      'winkelcentrum De Sluispoort, Zwaluwerdam',
      'toezicht gemeente Brandelaar',
      'beveiliging Havenwacht, Heidrecht',
    ],
    opleidingen: ['beveiliger', 'handhaver'],
  },
  {
    key: 'kitchen',
    profielen: ['HBR', 'DP'],
    beroepen: ['kok', 'bakker', 'gastvrouw', 'bedrijfsleider in de horeca'],
    places: [
      'eetcafé De Brugwachter, Toldersluis',
      'bakkerij Wessels, Ossenwaarde',
      'restaurant Kaap Oost, Zwaluwerdam',
    ],
    opleidingen: ['kok', 'kok-z', 'gastheer'],
  },
  {
    key: 'shop',
    profielen: ['EO', 'DP'],
    beroepen: ['verkoper', 'filiaalmanager', 'webwinkelier', 'stylist in een kledingwinkel'],
    places: ['sportzaak Van Galen, Zwaluwerdam', 'kledingwinkel Mooi!, Brandelaar', 'supermarkt Boons, Ossenwaarde'],
    opleidingen: ['verkoper', 'commercieel'],
  },
  {
    key: 'office',
    profielen: ['EO'],
    beroepen: ['boekhouder', 'accountmanager', 'secretaresse', 'medewerker personeelszaken', 'makelaar'],
    places: [
      'administratiekantoor Tuinman, Heidrecht',
      'makelaardij Oostzijde, Zwaluwerdam',
      'gemeentehuis Brandelaar',
    ],
    opleidingen: ['commercieel', 'administrateur', 'verkoper'],
  },
  {
    key: 'ict',
    profielen: ['MVI', 'EO', 'DP'],
    beroepen: ['ict-beheerder', 'programmeur', 'gamedeveloper', 'webdesigner', 'fotograaf'],
    places: [
      'softwarebedrijf Bitkade, Zwaluwerdam',
      'computerwinkel Reset, Brandelaar',
      'helpdesk waterschap Vaarlanden',
    ],
    opleidingen: ['ict', 'applicatie'],
  },
  {
    key: 'electro',
    profielen: ['PIE', 'MET'],
    beroepen: ['elektricien', 'installateur van warmtepompen', 'mechatronicus', 'lasser', 'monteur van zonnepanelen'],
    places: [
      'installatiebedrijf Kramer & Bos, Heidrecht',
      'scheepswerf Roelofs, Zwaluwerdam',
      'Zonnekracht Vaarlanden, Toldersluis',
    ],
    opleidingen: ['elektro', 'elektro-e', 'mechatronica', 'lasser'],
  },
  {
    key: 'build',
    profielen: ['BWI', 'PIE'],
    beroepen: ['timmerman', 'metselaar', 'schilder', 'werkvoorbereider', 'uitvoerder'],
    places: [
      'bouwbedrijf Van Ommeren, Brandelaar',
      'timmerfabriek De Nerf, Heidrecht',
      'schildersbedrijf Lok, Toldersluis',
    ],
    opleidingen: ['timmer', 'timmer-a', 'bouw'],
  },
  {
    key: 'wheels',
    profielen: ['MET', 'PIE'],
    beroepen: ['automonteur', 'fietsenmaker', 'vrachtwagenmonteur'],
    places: [
      'garage Terpstra en Zoon, Heidrecht',
      'fietsenmaker Pedaal, Zwaluwerdam',
      'truckservice Noordpunt, Heidrecht',
    ],
    opleidingen: ['auto', 'auto-e'],
  },
  {
    key: 'stock',
    profielen: ['MAT', 'EO'],
    beroepen: ['magazijnmedewerker', 'heftruckchauffeur', 'vrachtwagenchauffeur', 'planner'],
    places: [
      'distributiecentrum Laadkade, Heidrecht',
      'groothandel Vers van Ver, Zwaluwerdam',
      'kringloop De Draai, Toldersluis',
    ],
    opleidingen: ['logistiek', 'entree-log'],
  },
  {
    key: 'garden',
    profielen: ['GROEN'],
    beroepen: ['hovenier', 'boomverzorger', 'boswachter', 'bloemist', 'akkerbouwer'],
    places: ['hoveniersbedrijf Groenendal, Ossenwaarde', 'kwekerij Het Stek, Ossenwaarde', 'natuurgebied De Meentplas'],
    opleidingen: ['hovenier', 'hovenier-v', 'natuur', 'entree-groen'],
  },
  {
    key: 'animals',
    profielen: ['GROEN'],
    beroepen: ['dierverzorger', 'dierenartsassistent', 'paardeninstructeur', 'melkveehouder', 'trimmer'],
    places: [
      'dierenartsenpraktijk De Klauw, Ossenwaarde',
      'kinderboerderij De Bonte Geit, Brandelaar',
      'melkveebedrijf Spaan, Ossenwaarde',
    ],
    opleidingen: ['dier', 'natuur'],
  },
];
