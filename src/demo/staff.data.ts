import type { RegionPerson } from './region.types.js';
import { letters } from './text.rules.js';
import { schools } from './schools.data.js';
import { type Role } from '../platform/access/actor.js';

/** A member of staff; those with a subject teach, `mentor` may stand before a group. */
export interface Staff extends RegionPerson {
  subject: string | null;
}

/** `call name | infix | last name | role | subject`, per school. The key is `school-place in the list`. */
const lists: Record<string, string> = {
  sluis: `
Marjolein | | Hoekema | decaan |
Ferhat | | Aksoy | lob-coordinator |
Ingrid | van | Leusden | care-coordinator |
Patrick | | Schellekens | school-administrator |
Joke | | Ruinard | privacy-officer |
Henk | | Bosgra | staff |
Wouter | de | Graaf | mentor | PIE
Saskia | | Bruinsma | mentor | ZW
Naïma | el | Khatib | mentor | EO
Robbert | van der | Kolk | mentor | BWI
Anneke | | Pietersma | mentor | ZW
Stefan | | Nowicki | mentor | lichamelijke opvoeding
Carla | | Mendes Tavares | mentor | Nederlands
Dirk-Jan | | Veenstra | mentor | wiskunde
Lieke | te | Riet | mentor | Engels
Glenn | | Pinas | teacher | PIE
Esther | van 't | Hoff | teacher | Nederlands
Murat | | Özdemir | teacher | EO
Tessa | | Kuipers-Blom | teacher | mens en maatschappij
`,
  brand: `
Gerard | | Lubbers | decaan |
Yvette | | Zandstra | lob-coordinator |
Hanneke | | Mulder-Vos | care-coordinator |
Monique | | Dekkers | school-administrator |
Theo | van | Asperen | privacy-officer |
Ria | | Kamphorst | staff |
Jeroen | | Scholte | mentor | Nederlands
Shirley | | Kromosoeto | mentor | DP
Petra | van den | Akker | mentor | Engels
Bas | | Huizinga | mentor | MVI
Fatma | | Yılmaz | mentor | wiskunde
Arjan | | Kloosterman | mentor | biologie
Marloes | de | Bie | mentor | economie
Tim | | Oudshoorn | mentor | lichamelijke opvoeding
Zoë | | Hartman | teacher | MVI
Ruud | | Simons | teacher | DP
Karin | | Wolters | teacher | natuur- en scheikunde
`,
  meent: `
Alie | | Terpstra | decaan |
Roel | ten | Cate | lob-coordinator |
Jolanda | | Wiersma | care-coordinator |
Kees | | Bloemhof | school-administrator |
Bert | | Roozendaal | privacy-officer |
Miranda | | Visser | staff |
Auke | | Hiemstra | mentor | GROEN
Lidwien | | Peeters | mentor | GROEN
Sander | | Boekhout | mentor | wiskunde
Elif | | Arslan | mentor | Nederlands
Nienke | van | Dijken | mentor | biologie
Jan-Willem | | Stam | teacher | GROEN
Ans | | Verhoeven | teacher | Engels
`,
  tolders: `
Corrie | | Jongsma | decaan |
Menno | | Dijkhuis | lob-coordinator |
Wilma | | Spanjer | care-coordinator |
Sylvia | | Ramdhani | school-administrator |
Frits | | Koelewijn | privacy-officer |
Ton | | Grootjans | staff |
Brigitte | | Holwerda | mentor | zorg en huishouden
Marcel | | Bakx | mentor | techniek
Aysel | | Kılıç | mentor | koken
Peter | van | Loon | mentor | groen
Hilde | | Smeding | mentor | Nederlands en rekenen
Rinus | | Vermaat | teacher | magazijn
`,
  roc: `
Bernadette | | Klaver | intaker |
Omar | | Benali | intaker |
Simone | van der | Wijk | intaker |
Judith | | Overdijk | slb |
Ramon | | Winklaar | slb |
Hetty | | Boersma | mbo-care |
Edwin | | Kruidenier | school-administrator |
Annemiek | | Sluijter | privacy-officer |
Loes | | Tamminga | staff |
`,
  vak: `
Harm | | Eilander | intaker |
Chantal | | Verbruggen | intaker |
Klaas-Jan | | Postmus | slb |
Dewi | | Sastrowidjojo | slb |
Jacqueline | | Noordhof | mbo-care |
Wim | | Hageman | school-administrator |
Paula | de | Rooij | privacy-officer |
`,
  '': `
Margriet | van | Oldenbeek | coordinator |
`,
};

const domain = (school: string): string =>
  schools.find((one) => one.key === school)?.domain ?? 'doorstroomvaarlanden.example';

export const staff: Staff[] = Object.entries(lists).flatMap(([school, list]) =>
  list
    .trim()
    .split('\n')
    .map((row, index): Staff => {
      const [callName = '', infix = '', lastName = '', role = '', subject = ''] = row
        .split('|')
        .map((cell) => cell.trim());
      const roles = role === 'mentor' ? ['mentor', 'teacher'] : [role];
      return {
        key: `${school || 'region'}-staff-${index + 1}`,
        firstNames: callName,
        callName,
        infix: infix || null,
        lastName,
        email: `${letters(callName).charAt(0)}.${letters(infix)}${letters(lastName)}@${domain(school)}`,
        phone: `099 555 ${school ? 4000 + Object.keys(lists).indexOf(school) * 100 + index + 1 : 3001}`,
        roles: roles.map((name) => ({ role: name as Role, school: school || null })),
        subject: subject || null,
      };
    }),
);
