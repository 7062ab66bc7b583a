import {
  codeNow,
  newTotpSecret,
  openEnrolment,
  sealEnrolment,
  sealTotp,
  stepAt,
  stepOf,
  totpCode,
  totpUri,
  unsealTotp,
} from './totp.rules.js';

/** The secret and the times of RFC 6238, appendix B; of its eight digits the last six. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i is %s, as the standard says', (seconds, code) => {
    expect(codeNow(secret, at(seconds), null)).toBe(code);
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is taken half a minute early and half a minute late, and no longer', () => {
    const now = 1111111110; // the first second of a step
    const step = stepAt(at(now));
    const code = codeNow(secret, at(now), null)!;
    expect(stepOf(secret, code, at(now + 59))).toBe(step);
    expect(stepOf(secret, code, at(now + 60))).toBeNull();
    expect(stepOf(secret, code, at(now - 30))).toBe(step);
    expect(stepOf(secret, code, at(now - 31))).toBeNull();
  });

  it('is six digits, with or without a space; anything else is no code', () => {
    expect(totpCode(' 287 082 ')).toBe('287082');
    for (const typed of ['28708', '2870822', 'ABCD 2345 WXYZ', '', '28708a', '٢٨٧٠٨٢'])
      expect(totpCode(typed)).toBeNull();
  });

  it('for the demo is one that was not used yet, or none', () => {
    const now = at(1111111111);
    const step = stepAt(now);
    expect(stepOf(secret, codeNow(secret, now, step - 1)!, now)).toBe(step);
    expect(stepOf(secret, codeNow(secret, now, step)!, now)).toBe(step + 1);
    expect(codeNow(secret, now, step + 1)).toBeNull();
  });
});

describe('a secret', () => {
  it('is 160 random bits, and comes to the phone with the name of the account', () => {
    const made = new Set(Array.from({ length: 50 }, newTotpSecret));
    expect(made.size).toBe(50);
    for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri(secret, 'Doorstroomdossier', 'decaan@sluis.example')).toBe(
      `otpauth://totp/Doorstroomdossier:decaan%40sluis.example?issuer=Doorstroomdossier&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });

  it('opens in its own row alone, and is not the secret of an enrolment', () => {
    const sealed = sealTotp('geheim', 'a', secret);
    expect(sealed.toString('latin1')).not.toContain(secret);
    expect(unsealTotp('geheim', 'a', sealed)).toBe(secret);
    expect(unsealTotp('geheim', 'b', sealed)).toBeNull();
    expect(openEnrolment('geheim', 'a', sealed.toString('base64url'), at(0))).toBeNull();
  });
});

describe('an enrolment', () => {
  const sent = sealEnrolment('geheim', 'a', secret, at(0));
  it('comes back within half an hour, for the same account', () => {
    expect(openEnrolment('geheim', 'a', sent, at(1799))).toBe(secret);
    expect(openEnrolment('geheim', 'a', sent, at(1800))).toBeNull();
    expect(openEnrolment('geheim', 'b', sent, at(1))).toBeNull();
    expect(openEnrolment('geheim', 'a', sent.slice(0, -2), at(1))).toBeNull();
    expect(openEnrolment('geheim', 'a', '', at(1))).toBeNull();
  });
});
