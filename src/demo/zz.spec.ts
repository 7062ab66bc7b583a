import { region } from './region.rules.js';
import { writeFileSync } from 'node:fs';
test('dump', () => {
  const t = performance.now();
  const r = region('2026-11-22');
  console.log(performance.now() - t);
  writeFileSync('/tmp/region.json', JSON.stringify(r));
});
