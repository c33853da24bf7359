import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWalls, wallFaults } from './walls.ts';

test('the walls of this project stand', () => {
  expect(checkWalls(join(import.meta.dirname, '../..'))).toEqual([]);
});

test.each([
  ['server/desk/ticket/a.ts', "import { x } from '../search/find.ts';", 'only server/desk/search/index.ts'],
  [
    'server/desk/ticket/a.ts',
    "import {\n  x,\n} from '#platform/events/event.ts';",
    'only server/platform/events/index.ts',
  ],
  ['server/kernel/a.ts', "import { readFileSync } from 'node:fs';", 'the kernel is pure'],
  ['server/kernel/a.ts', "import { Database } from '#platform/database/index.ts';", 'the kernel is pure'],
  ['shared/a.ts', "import { x } from '../server/kernel/ids.ts';", 'shared imports neither side'],
  ['client/a.ts', "import type { Problem } from '#shared/http.ts';", 'the client stands on nothing'],
  ['client/a.ts', "import { v7 } from 'uuidv7';", 'the client stands on nothing'],
  ['web/a.ts', "import { Database } from '../server/platform/database/index.ts';", 'the web app takes only types'],
  ['web/a.ts', "import { Create, type View } from '#shared/ticket.ts';", 'only where no schema library comes along'],
])('a planted breach in %s is found', (file, text, message) => {
  expect(
    wallFaults(file, text)
      .map((fault) => fault.message)
      .join(),
  ).toContain(message);
});

test('what is allowed passes', () => {
  expect(
    wallFaults(
      'server/desk/ticket/a.ts',
      "import { x } from './b.ts';\nimport { y } from '#platform/events/index.ts';",
    ),
  ).toEqual([]);
  expect(wallFaults('web/a.ts', "import type { Route } from '../server/program.ts';")).toEqual([]);
});
