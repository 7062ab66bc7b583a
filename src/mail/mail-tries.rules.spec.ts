import { afterFault, isServerFault } from './mail-tries.rules.js';

describe('a message that could not be sent', () => {
  it('waits longer each time, and is given up after some days', () => {
    const waits: number[] = [];
    for (let tries = 1; ; tries++) {
      const next = afterFault(tries, 'unreachable');
      if ('failed' in next) {
        expect(next.failed).toBe('given-up');
        break;
      }
      waits.push(next.wait);
    }
    expect(waits.slice(0, 4)).toEqual([60, 300, 900, 1800]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400;
    expect(days).toBeGreaterThan(3.5);
    expect(days).toBeLessThan(7);
  });

  it('is given up at once when the mail server does not want it', () => {
    expect(afterFault(1, 'refused')).toEqual({ failed: 'refused' });
  });

  it('says something of the others that wait when it is the server', () => {
    expect(['unreachable', 'no-tls', 'sign-in'].every((fault) => isServerFault(fault as never))).toBe(true);
    expect(isServerFault('later') || isServerFault('refused')).toBe(false);
  });
});
