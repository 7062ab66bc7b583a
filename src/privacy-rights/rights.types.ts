/** A privacy officer of the school, to complain to. */
export interface Officer {
  name: string;
  email: string | null;
  phone: string | null;
}
export interface RightsOverview {
  officers: Officer[];
}

/** How many requests of pupils wait for an answer. */
export interface Waiting {
  rectifications: number;
  erasures: number;
}
