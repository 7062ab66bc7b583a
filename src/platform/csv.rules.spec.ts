import { safeCell } from './csv.rules.js';

test.each([
  ['gewoon', '"gewoon"'],
  ['', '""'],
  ['=1+1', `"'=1+1"`],
  ['+31', `"'+31"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['\nx', `"'\nx"`],
  ['  =1', `"'  =1"`],
  ['\u00a0=1', `"'\u00a0=1"`],
  ['＝1', `"'＝1"`],
  ['a=1', '"a=1"'],
  ['zij zei "ja"', '"zij zei ""ja"""'],
  ['a;b', '"a;b"'],
])('%j is written as %j', (value, cell) => expect(safeCell(value)).toBe(cell));
