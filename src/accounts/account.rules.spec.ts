import { codeDigest, newActivationCode, shownCode } from './activation-code.rules.js';
import { loginFromName } from './login.rules.js';

const nobody = { givenName: '', infix: '', familyName: '' };

describe('a login', () => {
  it.each([
    [{ givenName: 'Noor', infix: 'de', familyName: 'Vries' }, 'noor.devries'],
    [{ givenName: 'Zoë', infix: "van 't", familyName: 'Hoff-Kuipers' }, 'zoe.vanthoffkuipers'],
    [{ givenName: 'Ayşe', infix: '', familyName: 'Kılıç' }, 'ayse.kilic'],
    [{ givenName: 'Łukasz', infix: '', familyName: 'Sørensen' }, 'lukasz.sorensen'],
    [{ ...nobody, familyName: 'Jeugdbescherming Noord' }, 'jeugdbeschermingnoord'],
    [{ ...nobody, givenName: '李', familyName: '王' }, 'gebruiker'],
  ])('of %o is %s', (name, login) => {
    expect(loginFromName(name)).toBe(login);
  });
});

describe('a code on paper', () => {
  it('has twelve signs that cannot be mistaken for another, and is never the same', () => {
    const codes = Array.from({ length: 500 }, newActivationCode);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('')).size).toBe(31);
  });

  it('may be typed with or without groups and capitals', () => {
    const shown = shownCode('ABCD2345WXYZ');
    expect(shown).toBe('ABCD 2345 WXYZ');
    for (const typed of [shown, 'abcd-2345-wxyz', ' abcd2345wxyz\n'])
      expect(codeDigest(typed)).toEqual(codeDigest('ABCD2345WXYZ'));
    expect(codeDigest('ABCD2345WXYY')).not.toEqual(codeDigest('ABCD2345WXYZ'));
  });
});
