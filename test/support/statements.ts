import pg from 'pg';

/** What the application says to the database while `work` runs, without beginning, ending and the look-up of the session. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const original = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')!
    .value as typeof pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }];
    said.push(typeof first === 'string' ? first : (first.text ?? ''));
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return said.filter((sql) => !/^\s*(begin|commit|rollback)\b/i.test(sql));
}
