import pino from 'pino';
import { startProgram } from '#server/program.ts';

/** The worker alone, for tests that kill it: it says when it is ready, and ends when it is killed. */
const { WORKER_DATABASE: adminUrl = '', WORKER_SECRET: secret = '', WORKER_DATA: dataDir = '' } = process.env;
await startProgram({
  ...{ adminUrl, dataDir, secret: Buffer.from(secret, 'hex'), baseUrl: 'http://127.0.0.1', roles: new Set(['worker']) },
  log: pino({ level: 'silent' }),
});
process.stdout.write('ready\n');
