import { writeFileSync } from 'node:fs';
import { operationsFile } from './operations-file.ts';

/** Writes web/api/operations.gen.ts anew from the routes: `node tools/generate/operations.ts`. */
writeFileSync(new URL('../../web/api/operations.gen.ts', import.meta.url), await operationsFile());
