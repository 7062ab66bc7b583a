/** A privacy officer of the school, to complain to. */
export interface Officer {
  name: string;
  email: string | null;
  phone: string | null;
}
export interface RightsOverview {
  officers: Officer[];
}
