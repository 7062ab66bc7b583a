import type pg from 'pg';

interface Staff {
  person: string;
  token: string;
}
export function fill(
  client: pg.Client,
  size?: { pupils?: number; activities?: number },
): Promise<{
  pupils: string[];
  classes: { group: string; pupils: string[] }[];
  decaan: Staff;
  intaker: Staff;
}>;
