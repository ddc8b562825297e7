// node tools/complete-lock.mjs: a registry that lacks a package for another platform makes npm leave it out of the
// lock file, and then `npm ci` refuses the file everywhere. This writes the missing entries of optional platform
// packages (version, system, processor; no integrity, which only their own platform would need). Run it after
// `npm install`; a rule test says when it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Where npm looks for a package that `parent` needs: beside it, then outwards. */
const isLocked = (parent, name) => {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
    if (!folder.includes('/node_modules/')) folder = '';
  }
};

const word = (name, words) =>
  words.find((candidate) => name.split(/[-_]/).some((part) => part.startsWith(candidate)));

let added = 0;
for (const [parent, entry] of Object.entries(lock.packages)) {
  if (parent === '') continue;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(parent, name)) continue;
    const os = word(name.replace(/^@[^/]+\//, ''), systems);
    const cpu = word(name.replace(/^@[^/]+\//, ''), processors);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(/-(musl|gnu)\w*$/.test(name) ? { libc: [/musl/.test(name) ? 'musl' : 'glibc'] } : {}),
      license: entry.license,
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added += 1;
  }
}
const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
