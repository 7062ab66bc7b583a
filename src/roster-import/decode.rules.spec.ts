import { decode } from './decode.rules.js';

describe('the letters of a file', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    expect(decode(Buffer.from('Çağla; Łukasz'))).toEqual({ text: 'Çağla; Łukasz' });
    expect(decode(Buffer.from('\uFEFFÇağla'))).toEqual({ text: 'Çağla' });
  });

  it('are Windows-1252 when they are not UTF-8, with its own signs between 80 and 9F', () => {
    expect(decode(Buffer.from([0x4a, 0x6f, 0x73, 0xe9]))).toEqual({ text: 'José' });
    expect(decode(Buffer.from([0x80, 0x92, 0x9e, 0x8a, 0xeb]))).toEqual({ text: '€’žŠë' });
  });

  it('are refused when they are of no text at all', () => {
    expect(decode(Buffer.from([0x41, 0x81, 0xff]))).toEqual({ code: 'file-is-binary' });
    expect(decode(Buffer.from([0xfe, 0xff, 0, 0x41]))).toEqual({ code: 'encoding-utf16' });
    expect(decode(Buffer.from('{\\rtf1 x'))).toEqual({ code: 'file-is-binary' });
  });
});
