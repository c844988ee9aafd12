// The arrows of ARCHITECTURE.md: who may import whom. Tests may import more, since nothing imports a test.

const tests = ['\\.test\\.ts$', '^packages/[^/]+/test/', '^tests/']
const clients = '^packages/(siagh|crm)-client/'
const adapters = '^packages/adapter-[^/]+/'
const applications = ['^packages/cli/', '^examples/', '^demo/', '^bench/', '^simulate/', '^torture/', '^tests/']
const anything = '^(packages|examples|demo|bench|backends|simulate|torture)/'

/** Of our own packages, those at `from` import only those at `allowed`, beside themselves. */
const importsOnly = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: anything, pathNot: [from, ...allowed] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    importsOnly('http-client-stands-alone', '^packages/http-client/', [], 'The transport knows nothing of ours.'),
    importsOnly('backends-stand-alone', '^backends/', [], 'Real servers for whoever wants some.'),
    importsOnly(
      'sandbox-stands-alone',
      '^packages/sandbox/',
      [],
      'A simulator built on our code would agree with our mistakes.',
    ),
    importsOnly(
      'siagh-client-arrows',
      '^packages/siagh-client/',
      ['^packages/http-client/'],
      'Clients know nothing of each other.',
    ),
    importsOnly(
      'crm-client-arrows',
      '^packages/crm-client/',
      ['^packages/http-client/'],
      'Clients know nothing of each other.',
    ),
    importsOnly(
      'sync-core-arrows',
      '^packages/sync-core/',
      [clients],
      'The core knows the ports, not what is plugged into them.',
    ),
    importsOnly(
      'first-import-arrows',
      '^packages/first-import/',
      ['^packages/sync-core/', clients],
      'What works on a whole company knows the core alone.',
    ),
    importsOnly(
      'reconcile-arrows',
      '^packages/reconcile/',
      ['^packages/sync-core/', clients],
      'What works on a whole company knows the core alone.',
    ),
    importsOnly(
      'probe-arrows',
      '^packages/probe/',
      ['^packages/sync-core/', clients],
      'What works on a whole company knows the core alone.',
    ),
    importsOnly(
      'contract-tests-arrows',
      '^packages/contract-tests/',
      ['^packages/sync-core/'],
      'The suites know the ports alone.',
    ),
    importsOnly(
      'webhooks-arrows',
      '^packages/webhooks/',
      ['^packages/sync-core/'],
      'Webhooks are taken without a framework, and without a store or a queue of ours.',
    ),
    importsOnly(
      'adapter-express-arrows',
      '^packages/adapter-express/',
      ['^packages/webhooks/'],
      'The router hands requests to the webhooks and decides nothing itself.',
    ),
    {
      name: 'adapters-arrows',
      comment: 'An adapter knows the core and not its neighbours.',
      severity: 'error',
      from: { path: '^packages/(adapter-[^/]+)/', pathNot: [...tests, '^packages/adapter-express/'] },
      to: { path: anything, pathNot: ['^packages/$1/', '^packages/sync-core/'] },
    },
    {
      name: 'only-the-service-and-applications-import-adapters',
      severity: 'error',
      from: { pathNot: [adapters, '^packages/service/', ...applications, ...tests] },
      to: { path: adapters },
    },
    {
      name: 'the-service-knows-no-suite-and-no-simulator',
      comment: 'It is what runs at a company.',
      severity: 'error',
      from: { path: '^packages/service/', pathNot: tests },
      to: { path: ['^packages/(contract-tests|sandbox)/', '^backends/'] },
    },
    {
      name: 'nothing-imports-an-application',
      severity: 'error',
      from: { path: '^(packages|examples|demo|bench|backends|simulate|torture)/([^/]+)/' },
      to: { path: applications, pathNot: '^$1/($2|src)/' },
    },
    {
      name: 'the-core-takes-types-from-clients',
      comment: 'The clients are handed in, so that a site can bring its own.',
      severity: 'error',
      from: { path: '^packages/(sync-core|first-import|reconcile|probe)/', pathNot: tests },
      to: { path: clients, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-core-does-no-io',
      comment: 'What reaches outside comes through a port or a client.',
      severity: 'error',
      from: { path: '^packages/(sync-core|first-import|reconcile|probe)/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|async_hooks)$' },
    },
    {
      name: 'packages-meet-at-their-exports',
      comment: 'Another package is imported by its name, never by a path into its folder.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: '^packages/$1/',
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'what-ships-needs-no-dev-dependency',
      comment: 'The command line is bundled: what it imports goes into it.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [...tests, '^packages/cli/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Packages resolve each other from source, as they do for tsc and vitest.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@siagh-sync/source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
