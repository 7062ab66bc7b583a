export const schoolKinds = ['vmbo', 'pro', 'vso', 'mbo'] as const;
export type SchoolKind = (typeof schoolKinds)[number];

export interface School {
  id: string;
  name: string;
  kind: SchoolKind;
  brin: string;
  phone: string | null;
}

export interface SchoolLocation {
  id: string;
  schoolId: string;
  name: string;
  place: string;
}

/** Someone to call. */
export interface Contact {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
}

export interface SchoolContacts {
  schoolId: string;
  name: string;
  phone: string | null;
  decanen: Contact[];
}
