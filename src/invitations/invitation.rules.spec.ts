import { stateOf } from './invitation.rules.js';

const now = new Date('2026-11-16T10:00:00Z');
const later = new Date('2026-11-20T10:00:00Z');
const earlier = new Date('2026-11-16T09:59:59Z');
const fresh = { expiresAt: later, usedAt: null, withdrawnAt: null, mail: 'sent' } as const;

describe('an invitation', () => {
  it.each([
    ['waiting', { ...fresh, mail: 'waiting' as const }],
    ['sent', fresh],
    ['sent', { ...fresh, mail: null }],
    ['failed', { ...fresh, mail: 'failed' as const }],
    ['expired', { ...fresh, expiresAt: earlier }],
    ['expired', { ...fresh, expiresAt: now }],
    ['withdrawn', { ...fresh, withdrawnAt: earlier, mail: 'failed' as const }],
    ['accepted', { ...fresh, usedAt: earlier, expiresAt: earlier }],
  ])('is %s: %j', (state, facts) => {
    expect(stateOf(facts, now)).toBe(state);
  });
});
