/**
 * Who may import whom. Each comment is the sentence a developer reads when a rule is broken:
 * it says what to do instead.
 */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** A room may import from itself and from the paths listed, and from nothing else of ours. */
const room = (path, mayUse, comment) =>
  rule(
    `${path.replaceAll('/', '-')}-imports`,
    comment,
    { path: `^${path}/` },
    { path: '^(core|server|client|migrations|geodata|bench|test|tools)/', pathNot: [`^${path}/`, ...mayUse] },
  );

export default {
  forbidden: [
    rule(
      'no-circular',
      'Two files need each other: move what both need into a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'resolvable',
      'This import leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '\\?url$|^virtual:' },
    ),
    rule(
      'no-dev-packages',
      'Code that ships may only use packages listed under "dependencies".',
      { path: '^(core|server|client|migrations)/', pathNot: '^client/vite\\.config\\.ts$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),

    room('core', [], 'core is pure: it imports nothing from any other room. Pass data in as arguments.'),
    rule(
      'core-is-pure',
      'core runs in a worker, a test and a browser: no Node modules in it. Do this at the edge and pass the result in.',
      { path: '^core/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'core-packages',
      'core uses few pure libraries only: zod (in contract), flatbush, rrule-temporal, polylabel, ical-generator, suncalc.',
      { path: '^core/' },
      {
        dependencyTypes: ['npm'],
        dependencyTypesNot: ['type-only'],
        pathNot:
          'node_modules/(zod|zod-openapi|flatbush|flatqueue|rrule-temporal|temporal-polyfill|polylabel|ical-generator|suncalc)/',
      },
    ),
    rule(
      'zod-in-contract',
      'zod describes the wire and costs the client 20 kB: schemas live in core/contract only.',
      { path: '^core/', pathNot: '^core/contract/' },
      { path: 'node_modules/zod' },
    ),
    rule(
      'place-at-the-bottom',
      'core/place is at the bottom: it imports no other part of core.',
      { path: '^core/place/' },
      { path: '^core/(offer|roads|transit|access|map|contract|language)/' },
    ),
    rule(
      'offer-reads-place',
      'core/offer may read core/place only.',
      { path: '^core/offer/' },
      { path: '^core/(roads|transit|access|map|contract)/' },
    ),
    rule(
      'roads-reads-place',
      'core/roads may read core/place only.',
      { path: '^core/roads/' },
      { path: '^core/(offer|transit|access|map|contract|language)/' },
    ),
    rule(
      'transit-reads-roads-and-place',
      'core/transit may read core/roads and core/place only.',
      { path: '^core/transit/' },
      { path: '^core/(offer|access|map|contract|language)/' },
    ),
    rule(
      'access-reads-below',
      'core/access may read roads, transit, offer and place, never map or contract.',
      { path: '^core/access/' },
      { path: '^core/(map|contract)/' },
    ),
    rule(
      'nobody-in-core-reads-contract',
      'The contract describes core to the outside, not the other way round.',
      { path: '^core/(?!contract/)' },
      { path: '^core/contract/', dependencyTypesNot: ['type-only'] },
    ),

    room(
      'server/http',
      ['^core/', '^server/context\\.ts$'],
      'A handler uses core and the context it is given. Put queries into server/db/queries and reach them through the context.',
    ),
    room(
      'server/db',
      ['^core/', '^migrations/', '^server/context\\.ts$', '^server/config\\.ts$'],
      'The database room knows core types and SQL, nothing else of the server.',
    ),
    room(
      'server/engine',
      ['^core/', '^server/context\\.ts$', '^server/db/'],
      'The engine reads through server/db and computes with core.',
    ),
    room(
      'server/figures',
      ['^core/', '^server/context\\.ts$'],
      'Figures draw core/map scenes from what the context gives them.',
    ),
    room(
      'server/fetch',
      ['^core/'],
      'Fetching brings files from the network to the disk. Who imports them calls it and passes the paths on.',
    ),
    room(
      'server/import',
      ['^core/', '^server/context\\.ts$', '^server/db/'],
      'An importer reads a source, checks it and writes through server/db.',
    ),
    room(
      'server/jobs',
      ['^core/', '^server/(context\\.ts|db/|import/|engine/|figures/)'],
      'A job ties import, engine, figures and db together; it serves no requests.',
    ),
    rule(
      'sql-in-db',
      'SQL and Kysely live in server/db and migrations. Write a query there and call it by name.',
      { path: '^(core|client|geodata|server/(?!db/))' },
      { path: 'node_modules/(kysely|pg|@electric-sql)/' },
    ),
    rule(
      'express-in-http',
      'Express types stay in server/http and server/app.ts.',
      { path: '^(core|client|geodata|migrations|server/(?!http/|app\\.ts))' },
      { path: 'node_modules/(express|@types/express)' },
    ),

    room('client', ['^core/'], 'The page knows core and the API, never the server.'),
    rule(
      'client-contract-types',
      'The page reads core/contract as types only (import type): its zod schemas would cost 20 kB.',
      { path: '^client/' },
      { path: '^core/contract/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'one-map',
      'MapLibre is touched in client/map only. Give client/map a component and use that.',
      { path: '^client/(?!map/)' },
      { path: 'node_modules/(maplibre-gl|@vis\\.gl)/' },
    ),
    rule(
      'features-are-strangers',
      'Features never know each other. Move what both need to client/ui, client/map or core.',
      { path: '^client/features/([^/]+)/' },
      { path: '^client/features/', pathNot: '^client/features/$1/' },
    ),
    rule(
      'features-below-app',
      'client/app knows the features; they do not know it. Move what both need to client/ui.',
      { path: '^client/(features|map|ui)/' },
      { path: '^client/app/', pathNot: '^client/app/(language|url-state|home)' },
    ),
    rule(
      'ui-knows-nothing',
      'client/ui knows no culture and no maps: only React.',
      { path: '^client/ui/' },
      { path: '^(core|client)/', pathNot: '^(client/ui/|core/language/)' },
    ),

    rule(
      'migrations-stand-alone',
      'A migration must still run in ten years: it imports nothing of ours.',
      { path: '^migrations/' },
      { path: '^(core|server|client|geodata)/' },
    ),
    room('geodata', ['^core/'], 'The builders of the shipped data use core and libraries only.'),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
