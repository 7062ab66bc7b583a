import { auditCsv } from './audit-copy.rules.js';
import type { SchoolAuditEvent } from './school-audit.dto.js';

test('a file has a heading, a line an event, and every cell between quotes', () => {
  const event: SchoolAuditEvent = {
    at: '2026-11-16T10:00:00Z',
    actorId: null,
    who: '=HYPERLINK("x")',
    role: 'decaan',
    school: null,
    onBehalfOf: null,
    onBehalfOfName: null,
    action: 'section.read',
    sections: ['profile', 'lob'],
    basis: 'school-role',
    purpose: null,
    outcome: 'allowed',
    reason: null,
    pupils: 0,
    pupilNumber: '-12',
  };
  const [heading, line, ...rest] = auditCsv([event]).split('\r\n');
  expect(heading).toMatch(/^\ufeff"moment";"wie";/);
  expect(line).toBe(
    `"2026-11-16T10:00:00.000Z";"'=HYPERLINK(""x"")";"decaan";"";"";"section.read";"profile lob";"school-role";"";"";"'-12";"0";"allowed"`,
  );
  expect(rest).toEqual(['']);
});
