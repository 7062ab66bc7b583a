import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

interface Found {
  source: string;
  flags: string;
  where: string;
}

/** Every regular expression that is written down, and every `new RegExp` around a text; others have to be looked at. */
function regexesIn(file: string): { found: Found[]; built: string[] } {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const built: string[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source, flags] = /^\/([\s\S]*)\/([a-z]*)$/.exec(node.text)!;
      found.push({ source: source!, flags: flags!, where });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      if (source && ts.isStringLiteralLike(source))
        found.push({ source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '', where });
      else built.push(`${where}: ${node.getText().slice(0, 80)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { found, built };
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => path.join('src', file));
const all = files.map(regexesIn);

test('no regular expression of the product can be made to backtrack without end', async () => {
  const different = new Map(all.flatMap(({ found }) => found).map((one) => [`/${one.source}/${one.flags}`, one]));
  expect(different.size).toBeGreaterThan(80);
  const faults: string[] = [];
  for (const [regex, { source, flags, where }] of different) {
    // Time is for a busy machine: what is still unknown after it counts as a fault too.
    const { status, ...rest } = await check(source, flags, { timeout: 30_000 });
    const attack = 'attack' in rest && rest.attack ? rest.attack.pattern : '';
    if (status !== 'safe') faults.push(`${where} ${regex}: ${status} ${attack}`);
  }
  expect(faults).toEqual([]);
}, 600_000);

test('one that is made of others is looked at by hand', () => {
  expect(all.flatMap(({ built }) => built).map((one) => one.replace(/:\d+/, ''))).toEqual([
    "src/platform/usable-text.rules.ts: new RegExp(unusable, 'gu')",
  ]);
});
