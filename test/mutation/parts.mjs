/** What is mutated, and by which tests that has to be found: by plain specs, or over HTTP on a database. */
const plain = (files, tests) => ({ files, tests });
const overHttp = (files, tests, more = {}) => ({ files, tests, database: true, ...more });

export const parts = {
  consent: {
    rules: plain(['consent.rules.ts'], ['src/consent/consent.rules.spec.ts']),
    service: overHttp(
      ['consent.service.ts', 'consent.reader.ts'],
      ['test/consent-record.e2e-spec.ts', 'test/consent.e2e-spec.ts'],
    ),
  },
  'pupil-access': {
    rules: plain(['pupil-access.rules.ts'], ['src/pupil-access/pupil-access.rules.spec.ts']),
    service: overHttp(['pupil-access.service.ts', 'pupil-access.reader.ts'], ['test/pupil-access.e2e-spec.ts']),
  },
  audit: {
    canonical: plain(['canonical.rules.ts'], ['src/audit/canonical.rules.spec.ts']),
    chain: plain(['chain-check.rules.ts'], ['src/audit/chain-check.rules.spec.ts']),
    signed: plain(['heads-file.rules.ts'], ['src/audit/heads-file.rules.spec.ts']),
    all: plain(['verification.rules.ts'], ['src/audit/verification.rules.spec.ts']),
    file: plain(['heads-file.reader.ts'], ['src/audit/heads-file.reader.spec.ts']),
    entry: plain(['heads-entry.service.ts'], ['src/audit/heads-entry.service.spec.ts']),
    service: overHttp(['audit.service.ts'], ['test/audit.e2e-spec.ts']),
    job: overHttp(['seal-job.service.ts'], ['test/audit-job.e2e-spec.ts']),
    verifier: overHttp(
      ['seal.service.ts', 'audit-rows.reader.ts'],
      ['src/audit/audit-rows.reader.spec.ts', 'test/audit-verify.e2e-spec.ts'],
      { fresh: true },
    ),
    programs: overHttp(
      ['seal.command.ts', 'verify.command.ts', 'verify-here.command.ts'],
      ['test/audit-programs.e2e-spec.ts'],
      { built: true },
    ),
  },
};
