import type { RegionOpleiding } from './region.types.js';

/** Crebo codes, names and levels as in the national list of 2015; which school offers what is invented. */
const list = `
helpende      | roc-haven | 25498 | Helpende Zorg en Welzijn | 2 | bol
verzorgende   | roc-haven | 25491 | Verzorgende IG | 3 | bol
verzorgende-b | roc-haven | 25491 | Verzorgende IG | 3 | bbl
verpleeg      | roc-haven | 25480 | Mbo-Verpleegkundige | 4 | bol
kinderopvang  | roc-hof   | 25486 | Pedagogisch medewerker kinderopvang | 3 | bol
onderwijs     | roc-hof   | 25485 | Onderwijsassistent | 4 | bol
gehandicapt   | roc-haven | 25475 | Begeleider gehandicaptenzorg | 3 | bol
dokters       | roc-haven | 25473 | Doktersassistent | 4 | bol
apothekers    | roc-haven | 25471 | Apothekersassistent | 4 | bol
sport2        | roc-hof   | 25500 | Medewerker sport en recreatie | 2 | bol
sport3        | roc-hof   | 25415 | Sport- en bewegingsleider | 3 | bol
beveiliger    | roc-hof   | 25407 | Beveiliger | 2 | bol
handhaver     | roc-hof   | 25409 | Handhaver toezicht en veiligheid | 3 | bol
kapper        | roc-haven | 25400 | Kapper | 2 | bol
kapper-a      | roc-haven | 25399 | Allround kapper | 3 | bbl
kok           | roc-hof   | 25180 | Kok | 2 | bbl
kok-z         | roc-hof   | 25182 | Zelfstandig werkend kok | 3 | bol
gastheer      | roc-hof   | 25168 | Gastheer/-vrouw | 2 | bol
verkoper      | roc-haven | 25167 | Verkoper | 2 | bol
commercieel   | roc-haven | 25134 | Commercieel medewerker | 3 | bol
administrateur| roc-haven | 25138 | Bedrijfsadministrateur | 4 | bol
ict           | roc-haven | 25189 | ICT-beheerder | 4 | bol
applicatie    | roc-haven | 25187 | Applicatie- en mediaontwikkelaar | 4 | bol
entree-zorg   | roc-hof   | 25251 | Assistent dienstverlening en zorg | 1 | bol
timmer        | vak-werf  | 25128 | Timmerman | 2 | bbl
timmer-a      | vak-werf  | 25118 | Allround timmerman | 3 | bbl
bouw          | vak-werf  | 25104 | Middenkaderfunctionaris Bouw | 4 | bol
elektro       | vak-werf  | 25333 | Monteur elektrotechnische installaties | 2 | bbl
elektro-e     | vak-werf  | 25332 | Eerste monteur elektrotechnische installaties woning en utiliteit | 3 | bol
mechatronica  | vak-werf  | 25344 | Technicus mechatronica systemen | 4 | bol
lasser        | vak-werf  | 25290 | Basislasser | 2 | bol
auto          | vak-werf  | 25242 | Autotechnicus | 2 | bol
auto-e        | vak-werf  | 25244 | Eerste Autotechnicus | 3 | bbl
logistiek     | vak-werf  | 25371 | Logistiek medewerker | 2 | bol
entree-log    | vak-werf  | 25254 | Assistent logistiek | 1 | bol
hovenier      | vak-kas   | 25452 | Medewerker hovenier | 2 | bbl
hovenier-v    | vak-kas   | 25455 | Vakbekwaam hovenier | 3 | bol
dier          | vak-kas   | 25450 | Vakbekwaam medewerker dierverzorging | 3 | bol
natuur        | vak-kas   | 25457 | Vakbekwaam medewerker natuur, water en recreatie | 3 | bol
entree-groen  | vak-kas   | 25258 | Assistent plant of (groene) leefomgeving | 1 | bol
`;

export const opleidingen: RegionOpleiding[] = list
  .trim()
  .split('\n')
  .map((line) => {
    const [key, location, crebo, name, niveau, leerweg] = line.split('|').map((cell) => cell.trim()) as [
      string,
      string,
      string,
      string,
      string,
      'bol' | 'bbl',
    ];
    return {
      key,
      school: location.split('-')[0] ?? '',
      location,
      crebo,
      name,
      niveau: Number(niveau) as RegionOpleiding['niveau'],
      leerweg,
    };
  });
