import type { Services } from '#platform/context/index.ts';
import { inviteBoards } from './invite.ts';
import { cabRoutes } from './routes.ts';

export { saveBoard } from './boards.ts';
export { inviteBoards } from './invite.ts';
export { beginMeeting, planMeeting, setPresence } from './meetings.ts';
export { viewMeeting } from './view.ts';
export { closeMeeting, recordVote, workItem } from './work.ts';

export const cabModule = {
  name: 'cab',
  routes: cabRoutes,
  loops: [{ name: 'cab.invite', everyMs: 10_000, run: (services: Services) => inviteBoards(services) }],
};
