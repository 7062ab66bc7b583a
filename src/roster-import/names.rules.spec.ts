import { fullName, fullNameKey, groupKey, sameFamily, splitFamilyName, splitFullName } from './names.rules.js';

describe('a name', () => {
  it.each([
    ['Jan de Boer', 'Jan', 'de', 'Boer'],
    ['Anna Maria van den Berg', 'Anna Maria', 'van den', 'Berg'],
    ['Fatma El Amrani', 'Fatma El', '', 'Amrani'],
    ['Berg, Jan van den', 'Jan', 'van den', 'Berg'],
    ['Mia Jansen-de Vries', 'Mia', '', 'Jansen-de Vries'],
    ["Piet in 't Veld", 'Piet', "in 't", 'Veld'],
    ['Jeugdbescherming Gelderland', 'Jeugdbescherming', '', 'Gelderland'],
    ['Suharto', '', '', 'Suharto'],
  ])('%s is taken apart and put together again', (text, givenName, infix, familyName) => {
    const name = splitFullName(text);
    expect(name).toEqual({ givenName, infix, familyName });
    if (!text.includes(',')) expect(fullName(name)).toBe(text);
  });

  it('has its tussenvoegsel before the family name', () => {
    expect(splitFamilyName('van der Heijden')).toEqual({ infix: 'van der', familyName: 'Heijden' });
    expect(splitFamilyName('’t Hoen')).toEqual({ infix: '’t', familyName: 'Hoen' });
    expect(splitFamilyName('Berg, van den')).toEqual({ infix: 'van den', familyName: 'Berg' });
    expect(splitFamilyName('Bos, Jan')).toEqual({ infix: '', familyName: 'Bos, Jan' });
    expect(splitFamilyName('Van')).toEqual({ infix: '', familyName: 'Van' });
    expect(splitFamilyName('El Amrani')).toEqual({ infix: '', familyName: 'El Amrani' });
  });

  it('is the same in whichever order and spelling it is written', () => {
    expect(fullNameKey('Bérg,  Jan van den')).toBe(fullNameKey('jan VAN DEN berg'));
    expect(fullNameKey('J.P. Bos')).toBe(fullNameKey('J P Bos'));
  });

  it('shares a family with another by a word of the family name', () => {
    expect(sameFamily('Mia de Vries', 'M. Jansen-de Vries')).toBe(true);
    expect(sameFamily('Ayşe Yılmaz', 'Mehmet Yılmaz')).toBe(true);
    expect(sameFamily('Ayşe Yılmaz', 'Piet de Vries')).toBe(false);
    expect(sameFamily('Jan de Boer', 'Jan de Vries')).toBe(false);
  });

  it('of a group does not depend on spaces, hyphens and capitals', () => {
    expect(groupKey('3 kb-1')).toBe(groupKey('3KB1'));
    expect(groupKey('3KB1')).not.toBe(groupKey('3KB2'));
  });
});
