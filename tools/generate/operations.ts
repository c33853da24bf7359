import { writeFileSync } from 'node:fs';
import { operationsFile } from './operations-file.ts';

/** Writes client/operations.gen.ts anew from the routes: `node tools/generate/operations.ts`. */
writeFileSync(new URL('../../client/operations.gen.ts', import.meta.url), await operationsFile());
