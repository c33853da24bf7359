import { afterAll } from 'vitest';
import { endFile } from './end-of-file.ts';

// Read anew for each file, unlike what files import.
afterAll(endFile);
