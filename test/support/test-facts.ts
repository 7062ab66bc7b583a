/** What the global setup tells the tests. */
export interface TestServerFacts {
  superuserUrl: string;
  /** Begins the name of every database of this run. */
  run: string;
  template: string;
}

/** For databases that live as long as a test run, on an address of this machine. */
export const testSecret = 'fmJx0w2SgN8kTq5VbYc7HrLzD4uPaE9iW1oKX3yd';

export function testServer(): TestServerFacts {
  const facts = process.env.TEST_SERVER;
  if (!facts) throw new Error('TEST_SERVER is not set: run this through jest, whose global setup starts the database');
  return JSON.parse(facts) as TestServerFacts;
}
