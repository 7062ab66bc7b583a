import { readCreboList, readLeerwegen, readNiveau } from './crebo-list.rules.js';
import type { CreboList } from './crebo-list.types.js';
import { MAX_ROWS } from './csv-file.rules.js';

const header = 'crebo,kwalificatie,niveau,kd_crebo,opleidingsdomein,prijsfactor,leerweg';
const kok = '25180,Kok,2,23090,Horeca en bakkerij,"1,30",BOL/BBL';
const csv = (...rows: string[]): Buffer => Buffer.from([header, ...rows, ''].join('\r\n'));

function listOf(bytes: Buffer | string): CreboList {
  const read = readCreboList(Buffer.from(bytes));
  if (!read.ok) throw new Error(read.fault.code);
  return read.list;
}
const faultOf = (...rows: string[]) => listOf(csv(...rows)).faults[0];
function refusalOf(bytes: Buffer | string) {
  const read = readCreboList(Buffer.from(bytes));
  return read.ok ? null : read.fault;
}

describe('a crebo list', () => {
  it('gives a programme per leerweg', () => {
    expect(listOf(csv(kok))).toEqual({
      rows: 1,
      faults: [],
      offers: [
        { line: 2, crebo: '25180', name: 'Kok', niveau: 2, leerweg: 'bol', domein: 'Horeca en bakkerij' },
        { line: 2, crebo: '25180', name: 'Kok', niveau: 2, leerweg: 'bbl', domein: 'Horeca en bakkerij' },
      ],
    });
  });

  it('takes a programme that is offered in one leerweg only', () => {
    const { offers } = listOf(csv('25487,Praktijkopleider,4,23184,Zorg en welzijn,"1,10",BBL'));
    expect(offers.map(({ leerweg }) => leerweg)).toEqual(['bbl']);
  });

  it('does not take the code of the dossier or the domein for the crebo code', () => {
    const list = listOf('domein_crebo;kd_crebo;Crebo;Kwalificatie;Niveau;Leerweg\n79120;23090;25180;Kok;2;BOL\n');
    expect(list.offers.map(({ crebo }) => crebo)).toEqual(['25180']);
  });

  it('takes decimals with a comma between quotes for one cell', () => {
    expect(listOf(csv(kok)).faults).toEqual([]);
  });

  it('takes commas, slashes, brackets and digits in a name as they are', () => {
    const names = [
      'Coördinator buurt, onderwijs en sport',
      '1e Medewerker fastservice',
      '(Ambulant) objectleider',
      'Schoenhersteller 2',
    ];
    const rows = names.map((name, at) => `2510${at},"${name}",2,23090,Handel,"1,10",BOL`);
    expect(listOf(csv(...rows)).offers.map(({ name }) => name)).toEqual(names);
  });

  it('leaves capitals in names alone', () => {
    const { offers } = listOf(csv('25336,scheeps- en jachtbouwkundige,4,23140,Transport,"1,30",BOL'));
    expect(offers[0]?.name).toBe('scheeps- en jachtbouwkundige');
  });

  it('takes one name under two crebo codes for two programmes', () => {
    const rows = [
      '25162,Manager retail,4,23076,Handel,"1,10",BOL',
      '25502,Manager retail,4,23193,Voedsel (EZ),"1,10",BOL',
    ];
    expect(listOf(csv(...rows)).offers.map(({ crebo, domein }) => [crebo, domein])).toEqual([
      ['25162', 'Handel'],
      ['25502', 'Voedsel (EZ)'],
    ]);
  });

  it('takes entree for niveau 1', () => {
    expect(
      listOf(csv('25251,Assistent dienstverlening en zorg,Entree,23110,Entree,"1,00",BOL')).offers[0]?.niveau,
    ).toBe(1);
  });

  it('takes one programme on two rows, a row per leerweg', () => {
    const { offers, faults } = listOf(csv('25180,Kok,2,1,H,1,BOL', '25180,Kok,2,1,H,1,BBL'));
    expect(faults).toEqual([]);
    expect(offers.map(({ line, leerweg }) => [line, leerweg])).toEqual([
      [2, 'bol'],
      [3, 'bbl'],
    ]);
  });

  it('takes away spaces at the ends, hard spaces and doubled ones', () => {
    const { offers } = listOf(csv(' 25180 ,  Zelfstandig\u00A0 werkend  kok ,2 ,1, Horeca en bakkerij , 1, BOL '));
    expect(offers[0]).toMatchObject({ crebo: '25180', name: 'Zelfstandig werkend kok', domein: 'Horeca en bakkerij' });
  });

  it('takes one domein in other capitals for the same domein', () => {
    const rows = ['25180,Kok,2,1,Horeca en bakkerij,1,BOL', '25182,Kelner,2,1,Horeca en Bakkerij,1,BOL'];
    expect(new Set(listOf(csv(...rows)).offers.map(({ domein }) => domein)).size).toBe(1);
  });

  it('does without a domein', () => {
    expect(listOf('crebo;naam;niveau;leerweg\n25180;Kok;2;bol\n').offers[0]?.domein).toBeNull();
  });
});

describe('the form of the file', () => {
  const rows = 'crebo;kwalificatie;niveau;leerweg\n25371;Coördinator ‘haven’;4;BOL\n';
  const name = 'Coördinator ‘haven’';

  it('may be UTF-8, with or without a byte order mark', () => {
    expect(listOf(rows).offers[0]?.name).toBe(name);
    expect(listOf(`\uFEFF${rows}`).offers[0]?.name).toBe(name);
  });

  it('may be Windows-1252', () => {
    const bytes = Buffer.from(rows.replace('‘', '\u0091').replace('’', '\u0092'), 'latin1');
    expect(listOf(bytes).offers[0]?.name).toBe(name);
  });

  it('may have tabs, and the line that Excel puts first', () => {
    const list = listOf(`sep=\t\r\n${rows.replaceAll(';', '\t')}`);
    expect(list.offers[0]).toMatchObject({ line: 3, name });
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', (end) => {
    expect(listOf(rows.replaceAll('\n', end)).offers).toHaveLength(1);
  });

  it('counts lines as an editor does: empty ones, and those within a cell', () => {
    const list = listOf(csv('', '25180,Kok,2,"een\r\ntwee",H,1,BOL', '', ',,,,,,', '25182,Kelner,9,1,H,1,BOL'));
    expect(list).toMatchObject({ rows: 2, offers: [{ line: 3 }], faults: [{ line: 7, found: '9' }] });
  });

  it.each([
    ['Crebo-code;Naam opleiding;MBO-niveau;Leerwegen'],
    ['CREBONUMMER;Opleiding;Niveau;BOL/BBL'],
    ['Erkende opleidingscode;Naam;niv.;leerweg'],
  ])('may spell the headers as %s', (spelled) => {
    expect(listOf(`${spelled}\n25180;Kok;2;BOL\n`).offers).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'list-empty'],
    ['only white space', '\uFEFF \r\n\n', 'list-empty'],
    ['a spreadsheet', 'PK\u0003\u0004rest', 'list-is-spreadsheet'],
    ['a PDF', '%PDF-1.7 rest', 'list-not-text'],
    ['a web page', '<!DOCTYPE html><p>niet gevonden</p>', 'list-not-text'],
    ['bytes that are no text', Buffer.from([0x63, 0x81, 0x8d, 0x0a]), 'list-not-text'],
    ['a NUL', 'crebo;naam\0', 'list-not-text'],
    ['UTF-16', Buffer.from(`\uFEFF${rows}`, 'utf16le'), 'list-utf16'],
    ['one column', 'crebo\n25180\n', 'list-separator'],
    ['a header and no rows', `${header}\r\n,,,,,,\r\n`, 'list-no-rows'],
    ['a column twice', 'crebo;naam;niveau;leerweg;Crebo\n1;2;3;4;5\n', 'list-column-twice'],
    ['too many rows', `${header}\n${`${kok}\n`.repeat(MAX_ROWS + 1)}`, 'list-too-many-rows'],
    ['far too many lines', `${header}\n${'"\n'.repeat(2 * MAX_ROWS)}`, 'list-too-many-rows'],
    ['an endless line', `${header}\n${'x'.repeat(30_000)}\n`, 'list-line-too-long'],
  ])('is refused when it is %s', (_, content, code) => {
    expect(refusalOf(content as string)?.code).toBe(code);
  });

  it('is refused with the names of all columns that are missing', () => {
    expect(refusalOf('crebo;instellingen;leerwegen;titels\n23030;x;BOL;y\n')).toEqual({
      code: 'list-column-missing',
      params: { columns: 'kwalificatie, niveau' },
    });
  });
});

describe('a faulty row', () => {
  it.each([
    ['no crebo code', ',Kok,2,1,H,1,BOL', 'crebo', '', 'crebo-empty'],
    ['four digits', '2518,Kok,2,1,H,1,BOL', 'crebo', '2518', 'crebo-wrong'],
    ['six digits', '251801,Kok,2,1,H,1,BOL', 'crebo', '251801', 'crebo-wrong'],
    ['a keuzedeel', 'K0071,Kok,2,1,H,1,BOL', 'crebo', 'K0071', 'crebo-wrong'],
    ['a code that a spreadsheet made a number of', '25180.0,Kok,2,1,H,1,BOL', 'crebo', '25180.0', 'crebo-wrong'],
    ['no name', '25180, ,2,1,H,1,BOL', 'kwalificatie', '', 'name-empty'],
    ['a name without letters', '25180,---,2,1,H,1,BOL', 'kwalificatie', '---', 'cell-formula'],
    ['a number for a name', '25180,123,2,1,H,1,BOL', 'kwalificatie', '123', 'name-wrong'],
    ['a formula', '25180,=1+1,2,1,H,1,BOL', 'kwalificatie', '=1+1', 'cell-formula'],
    ['a formula in the domein', '25180,Kok,2,1,@SUM(A1),1,BOL', 'opleidingsdomein', '@SUM(A1)', 'cell-formula'],
    ['mangled letters', '25180,CoÃ¶rdinator,2,1,H,1,BOL', 'kwalificatie', 'CoÃ¶rdinator', 'cell-garbled'],
    ['a lost letter', '25180,Co\uFFFDrdinator,2,1,H,1,BOL', 'kwalificatie', 'Co\uFFFDrdinator', 'cell-garbled'],
    ['a name on two lines', '25180,"Zelfstandig\nkok",2,1,H,1,BOL', 'kwalificatie', 'Zelfstandig·kok', 'cell-control'],
    ['a very long name', `25180,${'o'.repeat(151)},2,1,H,1,BOL`, 'kwalificatie', `${'o'.repeat(39)}…`, 'cell-too-long'],
    ['no niveau', '25180,Kok,,1,H,1,BOL', 'niveau', '', 'niveau-empty'],
    ['niveau 5', '25180,Kok,5,1,H,1,BOL', 'niveau', '5', 'niveau-wrong'],
    ['a niveau in halves', '25180,Kok,2-3,1,H,1,BOL', 'niveau', '2-3', 'niveau-wrong'],
    ['no leerweg', '25180,Kok,2,1,H,1,', 'leerweg', '', 'leerweg-empty'],
    ['a leerweg of the vmbo', '25180,Kok,2,1,H,1,kb', 'leerweg', 'kb', 'leerweg-wrong'],
    ['a leerweg half known', '25180,Kok,2,1,H,1,BOL/OVO', 'leerweg', 'BOL/OVO', 'leerweg-wrong'],
    ['too few cells', '25180,Kok,2', null, '25180 Kok 2', 'cells-too-few'],
    ['a name with a comma without quotes', '25094,Grond-, wegenbouw,3,1,H,1,BOL', null, 'BOL', 'cells-too-many'],
    ['the header once more', header, 'crebo', 'crebo', 'crebo-wrong'],
  ])('with %s is told with line, column and what was found', (_, row, column, found, code) => {
    expect(faultOf('25182,Kelner,2,1,H,1,BOL', row)).toMatchObject({ line: 3, column, found, code });
  });

  it('tells what was expected, in words', () => {
    expect(faultOf('25180,Kok,,1,H,1,BOL')).toMatchObject({
      text: 'Het niveau ontbreekt.',
      expected: '1, 2, 3 of 4; entree is 1',
    });
  });

  it('may have several faults, and keeps what could be read of it', () => {
    const { faults, offers } = listOf(csv('25180,,7,1,Horeca en bakkerij,1,thuis'));
    expect(faults.map(({ code }) => code)).toEqual(['name-empty', 'niveau-wrong', 'leerweg-wrong']);
    expect(faults[0]).toMatchObject({ crebo: '25180', domein: 'Horeca en bakkerij' });
    expect(offers).toEqual([]);
  });

  it('does not hide the rows around it', () => {
    const { rows, offers, faults } = listOf(csv(kok, '25181,Fout,0,1,H,1,BOL', '25182,Kelner,2,1,H,1,BOL'));
    expect([rows, offers.length, faults.length]).toEqual([3, 3, 1]);
  });

  it.each(['25181,"Bakker,2,1,H,1,BOL', '25181,Bak"ker,2,1,H,1,BOL', '25181,"Bak"ker,2,1,H,1,BOL'])(
    'with a stray quote hides no other row: %s',
    (row) => {
      const { offers, faults } = listOf(csv(kok, row, '25182,Kelner,9,1,H,1,BOL', '25183,Patissier,4,1,H,1,BOL'));
      expect(faults.map(({ line, code }) => [line, code])).toEqual([
        [3, 'quote-wrong'],
        [4, 'niveau-wrong'],
      ]);
      expect(offers.map(({ crebo }) => crebo)).toEqual(['25180', '25180', '25183']);
    },
  );

  it.each(['25180,Kok,2,1,H,1,BOL', '25180,Kok,2,1,H,1,BOL/BBL', '25180,KOK,2,1,H,1,BBL'])(
    'is one that says again what an earlier row said: %s',
    (row) => {
      expect(faultOf(kok, row)).toMatchObject({
        line: 3,
        code: 'offer-twice',
        expected: 'elke crebo-code één keer per leerweg; zie ook regel 2',
      });
    },
  );

  it.each(['25180,Bakker,2,1,H,1,BOL', '25180,Kok,3,1,H,1,BOL'])(
    'is one that contradicts an earlier row: %s',
    (row) => {
      expect(faultOf(kok, row)).toMatchObject({
        line: 3,
        code: 'crebo-contradicts',
        expected: 'Kok, niveau 2, zoals op regel 2',
      });
    },
  );
});

describe('readLeerwegen', () => {
  it.each([
    ['BOL', ['bol']],
    [' bbl ', ['bbl']],
    ['BOL/BBL', ['bol', 'bbl']],
    ['BBL / BOL', ['bol', 'bbl']],
    ['bol, bbl', ['bol', 'bbl']],
    ['BOL;BBL', ['bol', 'bbl']],
    ['BBL BOL', ['bol', 'bbl']],
    ['BOL en BBL', ['bol', 'bbl']],
    ['BOL-BBL', ['bol', 'bbl']],
    ['Beroepsopleidende leerweg', ['bol']],
    ['BOL/BOL', ['bol']],
    ['BOLBBL', null],
    ['/', null],
    ['constructor', null],
  ])('reads %j as %j', (text, leerwegen) => {
    expect(readLeerwegen(text)).toEqual(leerwegen);
  });
});

describe('readNiveau', () => {
  it.each([
    ['1', 1],
    ['niveau 4', 4],
    ['MBO-3', 3],
    ['mbo niveau 2', 2],
    ['Entree', 1],
    ['0', null],
    ['13', null],
    ['2,5', null],
    ['hbo', null],
  ])('reads %j as %j', (text, niveau) => {
    expect(readNiveau(text)).toBe(niveau);
  });
});
