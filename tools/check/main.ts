import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkWalls } from './walls.ts';

const ROOT = join(import.meta.dirname, '../..');
const program = (path: string) => join(ROOT, 'node_modules', path);

/** Runs one tool under this Node and says how it went. */
function run(title: string, script: string, args: readonly string[]): boolean {
  const from = Date.now();
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  return status === 0;
}

function walls(): boolean {
  const faults = checkWalls(ROOT);
  for (const fault of faults) console.log(`${fault.file}:${fault.line} ${fault.message}`);
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} module walls`);
  return faults.length === 0;
}

// One checker: several would each work out the same types again, which costs a small machine more than it saves.
const results = [
  run('types', program('typescript/bin/tsc'), ['-p', '.', '--checkers', '1']),
  run('lint and format', program('@biomejs/biome/bin/biome'), ['ci', '--colors=off', '--max-diagnostics=50', '.']),
  walls(),
  run('typed client', join(ROOT, 'tools/generate/operations.ts'), ['--check']),
  run('unused code', program('knip/bin/knip.js'), ['--no-progress']),
];
process.exit(results.every(Boolean) ? 0 : 1);
