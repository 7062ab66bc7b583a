import { codeDigest, newActivationCode, shownCode } from './activation-code.rules.js';
import { loginFromName, normalLogin } from './login.rules.js';
import { passwordFault } from './password.rules.js';

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

  it('is found whatever its capitals', () => {
    expect(normalLogin('  Noor.deVries ')).toBe('noor.devries');
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

describe('a password', () => {
  it.each([
    'drie ezels op de dijk',
    'fietsbel-onder-water',
    'correcthorsebattery',
    'Zomer in de sloot 2026',
    'ÿßœ→漢字漢字abcde',
  ])('may be %s', (password) => {
    expect(passwordFault(password, 'noor.devries')).toBeUndefined();
  });

  it.each([
    ['kort', 'password-too-short'],
    ['123456789', 'password-too-short'],
    ['1234567890', 'password-common'],
    ['wachtwoord', 'password-common'],
    ['Wachtwoord123!', 'password-common'],
    ['2026Welkom!!', 'password-common'],
    ['AjaxAmsterdam1', 'password-common'],
    ['aaaaaaaaaaaa', 'password-common'],
    ['abababababab', 'password-common'],
    ['xx noor.devries xx', 'password-has-login'],
    ['NoorDeVries12', 'password-has-login'],
    ['welkom devries 1', 'password-has-login'],
    ['a1b2'.repeat(51), 'password-too-long'],
  ])('may not be %s', (password, code) => {
    expect(passwordFault(password, 'noor.devries')?.code).toBe(code);
  });

  it('may have the mail provider in it, not the name before it', () => {
    expect(passwordFault('mail van school', 's.bakker@mail.example')).toBeUndefined();
    expect(passwordFault('ik ben s.bakker', 's.bakker@mail.example')?.code).toBe('password-has-login');
  });
});
