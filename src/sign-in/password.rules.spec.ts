import { normalLogin } from '../platform/normal-login.rules.js';
import { passwordFault } from './password.rules.js';

it('finds a login whatever its capitals', () => {
  expect(normalLogin('  Noor.deVries ')).toBe('noor.devries');
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
