import type { Unusual, UnusualKind } from '../../access-review/unusual.types.js';
import type { Translator } from '../i18n/translator.js';

const kinds: Record<UnusualKind, string> = {
  many: 'Heel veel dossiers',
  outside: 'Veel dossiers buiten de eigen klassen',
  night: 'In de nacht',
  weekend: 'In het weekend',
  namesake: 'Dezelfde achternaam',
  refused: 'Telkens geweigerd',
  searched: 'Gezocht zonder noodgeval',
  failed: 'Telkens een verkeerd wachtwoord',
  letters: 'Codes voor leerling én ouder',
};
export const kindText = (kind: UnusualKind): string => kinds[kind];

const pupils = (n: number): string => (n === 1 ? '1 leerling' : `${n} leerlingen`);
const times = (n: number): string => (n === 1 ? '1 keer' : `${n} keer`);

/** Why it stands out, in a sentence. */
export function sentenceOf(one: Unusual, words: Pick<Translator, 'date' | 'hour'>): string {
  const on = `Op ${words.date(one.day)}`;
  const between = `tussen ${words.hour(one.firstAt)} en ${words.hour(one.lastAt)}`;
  switch (one.kind) {
    case 'many':
      return `${on} opende dit account de dossiers van ${pupils(one.pupils)}, van wie ${one.here} van jouw school. Meer dan 200 op een dag heeft niemand nodig.`;
    case 'outside':
      return `${on} opende deze persoon de dossiers van ${pupils(one.pupils)} van wie die geen mentor of docent is.`;
    case 'night':
      return `In de nacht van ${words.date(one.day)} keek deze persoon ${times(one.times)} in dossiers of lijsten, ${between}.`;
    case 'weekend':
      return `${on}, in het weekend, keek deze persoon ${times(one.times)} in dossiers of lijsten, ${between}.`;
    case 'namesake':
      return `${on} opende deze persoon ${times(one.times)} het dossier van een leerling met dezelfde achternaam (leerlingnummer ${one.pupilNumbers.join(', ')}).`;
    case 'refused':
      return `${on} vroeg deze persoon ${times(one.times)} iets op dat niet mag, ${between}.`;
    case 'searched':
      return `${on} zocht deze persoon ${times(one.times)} een leerling voor noodtoegang, ${between}, en opende er geen.`;
    case 'failed':
      return `${on} werd voor dit account ${times(one.times)} een verkeerd wachtwoord gegeven, ${between}.`;
    case 'letters':
      return `${on} kwam er een antwoord over toestemming, nadat deze persoon kort daarvoor codes maakte voor de leerling én voor een ouder (leerlingnummer ${one.pupilNumbers.join(', ')}). Vraag na of zij zelf antwoord gaven.`;
  }
}
