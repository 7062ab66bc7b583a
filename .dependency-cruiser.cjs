/** The house: a folder may import only from folders on lines above its own (ARCHITECTURE.md). */
const lines = [
  ['platform'],
  ['audit', 'attempts'],
  ['organisations', 'mail'],
  ['accounts'],
  ['second-factor'],
  ['sign-in'],
  ['single-sign-on'],
  ['people', 'forgotten-password'],
  ['invitations'],
  ['pupils', 'opleidingen'],
  ['consent-texts'],
  ['consent', 'placements'],
  ['consent-papers', 'share-notices', 'statutory'],
  ['pupil-access'],
  ['lob', 'emergency-access'],
  ['roster-import'],
  ['dossier', 'who-looked', 'rectification', 'erasure'],
  ['privacy-rights'],
  ['access-review', 'dossier-exports'],
  ['web', 'demo'],
];
const from = (name) => `^src/${name}/`;
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...lines.flatMap((names, line) =>
      names.map((name) => ({
        name: `${name}-imports-only-lines-above`,
        severity: 'error',
        from: { path: from(name) },
        to: { path: '^src/[^/]+/', pathNot: [from(name), ...lines.slice(0, line).flat().map(from)].join('|') },
      })),
    ),
    {
      name: 'feature-door',
      comment: 'From another feature only module, service, reader, dto, types and errors.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.spec\\.tsx?$' },
      to: {
        path: '^src/[^/]+/',
        pathNot: ['^src/$1/', '^src/platform/', '\\.(module|service|reader|dto|types|errors)\\.ts$'],
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg)/' },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'What checks the audit takes nothing of the application but how a row is hashed and an entry signed.',
      severity: 'error',
      from: {
        path: '^src/audit/(verify\\.command|verification\\.rules|chain-check\\.rules|canonical\\.rules|heads-file\\.(rules|reader)|audit-rows\\.reader)\\.ts$',
      },
      to: {
        path: '^src/',
        pathNot: '^src/audit/(verification|chain-check|canonical|heads-file|audit-rows)\\.(rules|reader)\\.ts$',
      },
    },
    {
      name: 'pages-have-no-sql',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/platform/database/|node_modules/(typeorm|pg)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
