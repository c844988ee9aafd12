// Which package may import which. ARCHITECTURE.md draws this as arrows. Tests may import more, because nothing imports a test.

const tests = ['\\.test\\.ts$', '^packages/[^/]+/test/', '^tests/']
const clients = '^packages/(siagh|crm)-client/'
const adapters = '^packages/adapter-[^/]+/'
const applications = ['^packages/cli/', '^examples/', '^demo/', '^bench/', '^simulate/', '^torture/', '^tests/']
const anything = '^(packages|examples|demo|bench|backends|simulate|torture)/'

/** The files at `from` may import only files at `from` and at `allowed`. Packages from npm are not concerned. */
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
    importsOnly(
      'http-client-stands-alone',
      '^packages/http-client/',
      [],
      'The transport imports none of our packages.',
    ),
    importsOnly(
      'backends-stand-alone',
      '^backends/',
      [],
      'Any test may use the real servers, so they depend on none of our packages.',
    ),
    importsOnly(
      'sandbox-stands-alone',
      '^packages/sandbox/',
      [],
      'A simulator that uses our code would repeat our mistakes.',
    ),
    importsOnly(
      'siagh-client-arrows',
      '^packages/siagh-client/',
      ['^packages/http-client/'],
      'The two clients do not import each other.',
    ),
    importsOnly(
      'crm-client-arrows',
      '^packages/crm-client/',
      ['^packages/http-client/'],
      'The two clients do not import each other.',
    ),
    importsOnly(
      'sync-core-arrows',
      '^packages/sync-core/',
      [clients],
      'The core imports no adapter. It knows only the ports.',
    ),
    importsOnly(
      'first-import-arrows',
      '^packages/first-import/',
      ['^packages/sync-core/', clients],
      'A tool for a whole company imports only the core and the types of the clients.',
    ),
    importsOnly(
      'reconcile-arrows',
      '^packages/reconcile/',
      ['^packages/sync-core/', clients],
      'A tool for a whole company imports only the core and the types of the clients.',
    ),
    importsOnly(
      'probe-arrows',
      '^packages/probe/',
      ['^packages/sync-core/', clients],
      'A tool for a whole company imports only the core and the types of the clients.',
    ),
    importsOnly(
      'contract-tests-arrows',
      '^packages/contract-tests/',
      ['^packages/sync-core/'],
      'The suites test the ports, so they import only the core.',
    ),
    importsOnly(
      'webhooks-arrows',
      '^packages/webhooks/',
      ['^packages/sync-core/'],
      'The webhooks work without a framework, and with any store and queue.',
    ),
    importsOnly(
      'adapter-express-arrows',
      '^packages/adapter-express/',
      ['^packages/webhooks/'],
      'The router passes requests to the webhooks, and decides nothing itself.',
    ),
    {
      name: 'adapters-arrows',
      comment: 'An adapter imports the core, and no other adapter.',
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
      comment: 'The service runs at a company, where no test runs.',
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
      comment: 'The application passes the client objects to the core, so a site can use its own clients.',
      severity: 'error',
      from: { path: '^packages/(sync-core|first-import|reconcile|probe)/', pathNot: tests },
      to: { path: clients, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-core-does-no-io',
      comment: 'The core reaches the outside only through a port or a client.',
      severity: 'error',
      from: { path: '^packages/(sync-core|first-import|reconcile|probe)/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|async_hooks)$' },
    },
    {
      name: 'packages-meet-at-their-exports',
      comment: 'Import another package by its name, never by a path into its folder.',
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
      comment: 'The command line is not checked, because its bundle contains everything that it imports.',
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
    // The packages find each other in source, as with tsc and vitest.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@siagh-sync/source', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
