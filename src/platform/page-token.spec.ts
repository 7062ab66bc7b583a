import { pageToken, readPageToken } from './page-token.js';

const id = '0b0f3e0c-7d3f-4c39-9f43-1d2c3b4a5f60';

it('comes back as it was made', () => {
  const start = { name: 'coordinator "haven"', id };
  expect(readPageToken(pageToken(start))).toEqual(start);
});

it.each([
  '',
  'x',
  'bnVsbA',
  'W10',
  Buffer.from(JSON.stringify(['a', 'b'])).toString('base64url'),
  pageToken({ name: '\0', id }),
])('%j is no token of ours', (token) => {
  expect(readPageToken(token)).toBeNull();
});
