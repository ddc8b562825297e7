// Plain JavaScript that any Node runs: says what to do when the running one is too old for the rest.
const needed = [22, 18];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  const bin = process.platform === 'win32' ? 'node_modules\\.bin\\node' : 'node_modules/.bin/node';
  process.stderr.write(
    `This needs Node ${needed.join('.')} or newer; running is ${process.versions.node} (${process.execPath}).\n` +
      `"npm ci" brings Node 24 along as ${bin} on Linux and Windows and npm uses it by itself.\n` +
      `It is missing here: run "npm ci" again without --omit=optional, or install Node 24 from nodejs.org.\n`,
  );
  process.exit(1);
}
