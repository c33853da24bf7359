import { feedDoor } from './door.ts';
import { feedRoutes } from './routes.ts';

export const calendarFeedModule = { name: 'calendar-feed', routes: feedRoutes, machines: [feedDoor] };
