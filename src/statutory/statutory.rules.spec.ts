import { statutoryState, type StatutoryFacts } from './statutory.rules.js';

const now = new Date('2026-11-16T10:00:00Z');
const offered: StatutoryFacts = {
  offeredUntil: '2026-11-20T10:00:00Z',
  validUntil: '2027-10-01T00:00:00+02:00',
  inForceSince: null,
  endedAt: null,
  on: true,
};

test.each<[string, Partial<StatutoryFacts>, string]>([
  ['just offered', {}, 'offered'],
  ['answered', { inForceSince: '2026-11-15T10:00:00Z' }, 'in-force'],
  ['the days to look are over this moment', { offeredUntil: '2026-11-16T10:00:00Z' }, 'in-force'],
  ['a moment before', { offeredUntil: '2026-11-16T10:00:00.001Z' }, 'offered'],
  ['switched off', { inForceSince: '2026-11-15T10:00:00Z', on: false }, 'off'],
  ['ended by the school', { inForceSince: '2026-11-15T10:00:00Z', endedAt: '2026-11-16T09:00:00Z' }, 'ended'],
  ['over this moment', { inForceSince: '2026-11-15T10:00:00Z', validUntil: '2026-11-16T10:00:00Z' }, 'expired'],
  ['over, and switched off', { validUntil: '2026-11-16T10:00:00Z', on: false }, 'expired'],
])('%s', (_, facts, state) => {
  expect(statutoryState({ ...offered, ...facts }, now)).toBe(state);
});
