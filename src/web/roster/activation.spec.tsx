import { activationLink } from './activation.js';

const facts = { login: 'fenna.dewit', code: 'ABCD 2345 WXYZ', site: 'https://dossier.example' };

describe('the link of a QR code', () => {
  it('carries login and code behind the #, which browsers send to nobody', () => {
    const link = activationLink(facts);
    expect(link).toBe('https://dossier.example/activeren#login=fenna.dewit&code=ABCD2345WXYZ');
    const { pathname, search } = new URL(link);
    expect([pathname, search]).toEqual(['/activeren', '']);
  });

  it('keeps what stands in a login apart', () => {
    const { hash } = new URL(activationLink({ ...facts, login: 'a+b&code=x@school.example' }));
    const carried = new URLSearchParams(hash.slice(1));
    expect(carried.get('login')).toBe('a+b&code=x@school.example');
    expect(carried.get('code')).toBe('ABCD2345WXYZ');
  });
});
