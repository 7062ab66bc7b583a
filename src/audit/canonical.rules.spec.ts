import { type AuditRow, canonical, headMac, rowHash } from './canonical.rules.js';

const row: AuditRow = {
  chain_id: 'c',
  seq: '3',
  chain: 'pupil',
  at: '1795000000.123456',
  request_id: 'r',
  actor_id: null,
  actor_role: 'intaker',
  actor_school_id: 's',
  action: 'section.read',
  outcome: 'allowed',
  sections: '{profile,lob}',
  basis: 'consent',
  purpose: null,
  pupil_ids: '{}',
  subject_ids: '{x}',
  school_id: 'h',
  prev_hash: '00ff',
  hash: '',
  form: '2',
  on_behalf_of: 'p',
  share_id: 'sh',
  reason: null,
};
const of = (more: Partial<AuditRow>): string | null => canonical({ ...row, ...more });

test('a row of the first form says what it said before the second', () => {
  expect(of({ form: '1', on_behalf_of: null, share_id: null })).toBe(
    '["c", 3, "pupil", 1795000000.123456, "r", null, "intaker", "s", "section.read", "allowed", ["profile","lob"], "consent", null, [], ["x"], "h"]',
  );
});

test('a row of the second form says its form and everything else', () => {
  expect(of({})).toBe(
    '[2, "c", 3, "pupil", 1795000000.123456, "r", null, "intaker", "s", "p", "section.read", "allowed", ["profile","lob"], "consent", null, "sh", null, [], ["x"], "h"]',
  );
});

test.each([
  [{ form: '1' }],
  [{ form: '1', on_behalf_of: null }],
  [{ form: '1', share_id: null }],
  [{ form: '1', on_behalf_of: null, share_id: null, reason: 'x' }],
  [{ form: '3' }],
  [{ form: '0' }],
])('a form that says less than the row, or is not known, has no text: %j', (more) => {
  expect(of(more)).toBeNull();
  expect(rowHash({ ...row, ...more }, Buffer.alloc(32))).toBeNull();
});

test.each([
  ['{}', '[]'],
  ['{a}', '["a"]'],
  ['{a,NULL}', '["a",null]'],
  ['{"NULL"}', '["NULL"]'],
  ['{"a,b","c\\"d","e\\\\f"}', '["a,b","c\\"d","e\\\\f"]'],
  ['{""}', '[""]'],
  ['{"a\nb"}', '["a\\nb"]'],
])('a list %s is %s', (text, json) => {
  expect(of({ sections: text })).toContain(`"allowed", ${json}, "consent"`);
});

test.each(['[0:1]={a,b}', '{{a},{b}}', '{a', 'a', '', '{"a}', '{a,}', '{,a}', '{"a"b}', '{"a"bc}', '{a}b', '{"a\\}'])(
  'what is no plain list has no text: %s',
  (text) => expect(of({ pupil_ids: text })).toBeNull(),
);

test('a row of the second form is that also when it says nothing more than the first could', () => {
  expect(of({ on_behalf_of: null, share_id: null })).toMatch(/^\[2, "c", 3, /);
});

describe('the hash', () => {
  const key = Buffer.alloc(32, 5);
  /** What was written years ago has to be whole years later: these may never change. */
  test('of a row is that of its text and of the row before it', () => {
    expect(rowHash(row, key)).toBe('2c0718ca8f669b25a9cecfbaacef9ee0a18de459a18254890be24b6eb1f8d984');
    expect(rowHash({ ...row, prev_hash: '' }, key)).toBe(
      'fc30cbd3520ceb923eaf2de67c34d65d32fd01d640bebe5a3ce7354542fae950',
    );
  });
  test('of the end of a chain is that of its number and last row', () => {
    expect(headMac('c', '3', '00ff', key)).toBe('e0e1be5c71578d981a1e8e572f4305889a1782536b71b66e7e4bb1dd43c59205');
  });
  test.each(['0', '00f', 'zz', '00FF', '00ff ', ' 00ff', 'x00ff', '00ffx'])(
    'is none where the one before it is no hash: %s',
    (prev_hash) => expect(rowHash({ ...row, prev_hash }, key)).toBeNull(),
  );
});
