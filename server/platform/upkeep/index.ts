import { type Services, systemIdentity, withContext } from '../context/index.ts';
import { forgetOldAnswers } from '../http/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import { sweepFiles } from './sweep-files.ts';

const UPKEEP = systemIdentity('Upkeep');

/** Keeps what is only needed for a while from growing for ever; each is safe to run at any time and in several processes. */
export const upkeepModule = {
  name: 'upkeep',
  queues: ['upkeep.files', 'upkeep.answers'],
  jobs: (services: Services): JobDefinition[] => [
    { name: 'upkeep.files', cron: '17 * * * *', run: () => sweepFiles(services) },
    { name: 'upkeep.answers', cron: '37 * * * *', run: () => withContext(services, UPKEEP, forgetOldAnswers) },
  ],
};
