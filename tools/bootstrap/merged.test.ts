import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from './root.mjs';

test('the server takes typebox and kysely from one file each, and they do what they do', () => {
  const program = `
    const [{ default: Type }, { Compile }, { sql }] = await Promise.all(['typebox', 'typebox/compile', 'kysely'].map((name) => import(name)));
    const short = Compile(Type.Object({ name: Type.String({ maxLength: 3 }) }));
    const from = ['typebox', 'typebox/compile', 'kysely'].map((name) => import.meta.resolve(name).includes('/.fettle/merged/'));
    console.log(JSON.stringify({ from, fits: [short.Check({ name: 'abc' }), short.Check({ name: 'abcd' })], sql: typeof sql.raw }));`;
  const args = ['--import', './tools/bootstrap/use-merged.mjs', '--input-type=module', '-e', program];
  expect(JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }))).toEqual({
    from: [true, true, true],
    fits: [true, false],
    sql: 'function',
  });
});
