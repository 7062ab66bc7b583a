import type { Agent } from './app.js';

/** As a program asks for a list of people: what it searches by in the header, the rest in the address. */
export function listOf(agent: Agent, path: string, query: object = {}, words?: string) {
  const request = agent.get(path).query(query);
  return words === undefined ? request : request.set('search-words', encodeURIComponent(words));
}

/** As a person searches: the filter is sent; the answer is the address of the list, without a name in it. */
export async function searched(agent: Agent, path: string, fields: Record<string, string>): Promise<string> {
  const { headers } = await agent.post(path).type('form').send(fields).expect(303);
  return headers.location!;
}
