/** Which way imports may point. The picture of it is in ARCHITECTURE.md. */

const inside = '^server/(galleries|sheets|people|ingest|delivery|mail)/'
const doors = ['http', 'live', 'yjs']
const shelves = '^server/(store|media|post|bus)/'
const start = '^server/(main|start|dev|app)[.]ts$'

/** `from` may import only `to` of our own files. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(common|server|client|test)/', pathNot: to },
})

const doorRules = doors.map((door) => ({
  name: `door-${door}`,
  comment: 'Doors parse, ask the inside and answer: they know neither each other nor a shelf.',
  severity: 'error',
  from: { path: `^server/${door}/` },
  to: { path: [...doors.filter((other) => other !== door).map((other) => `^server/${other}/`), shelves] },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-found', comment: 'Every import leads somewhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('common-is-pure', 'The rules know no one else.', '^common/', '^common/'),
    {
      name: 'common-has-no-world',
      comment: 'No input or output, no framework.',
      severity: 'error',
      from: { path: '^common/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'], pathNot: 'node_modules/(zod|yjs|lib0)/' },
    },
    only('server-knows-no-client', 'The wire is between them.', '^server/', '^(server|common)/'),
    only('client-knows-no-server', 'The wire is between them.', '^client/', '^(client|common)/'),
    only('shelves-know-only-ports', 'A shelf fills a port.', shelves, ['^common/', '^server/ports(-past)?[.]ts$', shelves]),
    {
      name: 'shelves-apart',
      comment: 'A shelf knows no other shelf.',
      severity: 'error',
      from: { path: '^server/(store/sqlite|store/mongo|media|post|bus)/' },
      to: { path: shelves, pathNot: ['^server/$1/', '^server/store/[^/]+[.]ts$'] },
    },
    {
      name: 'inside-knows-no-door-or-shelf',
      comment: 'What decides is told of the world through ports.',
      severity: 'error',
      from: { path: inside },
      to: { path: [...doors.map((door) => `^server/${door}/`), shelves, start] },
    },
    {
      name: 'inside-knows-no-framework',
      comment: 'Only pure packages: Yjs, its encoding, zod, and a queue.',
      severity: 'error',
      from: { path: inside },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional'], pathNot: 'node_modules/(zod|yjs|lib0|y-protocols|p-queue)/' },
    },
    ...doorRules,
    {
      name: 'nothing-imports-main',
      comment: 'main joins; nothing needs it.',
      severity: 'error',
      from: { path: '^(common|client|server)/', pathNot: start },
      to: { path: start },
    },
    only('client-net', 'The wire knows no screen.', '^client/net/', ['^common/', '^client/net/']),
    only('client-canvas', 'Drawing knows no gallery.', '^client/canvas/', ['^common/', '^client/(canvas|ui)/']),
    only('client-ui', 'Parts know no gallery.', '^client/ui/', ['^common/', '^client/ui/']),
    only('client-gallery', 'The store of an open gallery knows no screen.', '^client/(gallery|sheet)/', [
      '^common/',
      '^client/(gallery|sheet|net)/',
    ]),
    {
      name: 'nothing-imports-tests',
      comment: 'Tests are leaves.',
      severity: 'error',
      from: { path: '^(common|server|client)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-tools-at-run-time',
      comment: 'What runs is in dependencies.',
      severity: 'error',
      from: { path: '^(common|server|client)/', pathNot: ['[.]config[.]ts$', '^server/dev[.]ts$', '^server/start[.]ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|demo|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
}
