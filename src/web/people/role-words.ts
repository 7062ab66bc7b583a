import type { NewRoleRequest, StaffRoleResponse } from '../../people/people.dto.js';
import type { Option } from '../ui/form-fields.js';
import { translator } from '../i18n/translator.js';

type StaffRole = NewRoleRequest['role'];
const { t } = translator('nl');

/** What a role lets someone do, for whoever gives it. */
const meaning: Record<StaffRole, string> = {
  decaan: 'Ziet alle leerlingen van de school, schrijft in het dossier en importeert klassen.',
  'lob-coordinator': 'Ziet alle leerlingen van de school en schrijft LOB-activiteiten.',
  'care-coordinator': 'Leest gegevens en LOB-activiteiten van alle leerlingen.',
  intaker: 'Leest de dossiers van wie zich aanmeldde en deelt.',
  slb: 'Begeleidt eigen studenten na de plaatsing.',
  'mbo-care': 'Bereidt ondersteuning voor, als de leerling daarom vraagt.',
  'school-administrator': 'Importeert leerlingen en beheert personen en rollen.',
  'privacy-officer': 'Ziet wie welk dossier bekeek, niet wat erin staat.',
  staff: 'Geen eigen inzage. Kies dit voor mentoren en docenten: zij zien hun klas vanzelf.',
};

/** `Decaan` */
export const roleName = (role: StaffRoleResponse['role']): string => {
  const name = t(`role.${role}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

export const roleOptions = (roles: readonly StaffRole[]): Option[] =>
  roles.map((role) => ({ value: role, text: roleName(role), hint: meaning[role] }));
