import { periodRoutes } from './routes-periods.ts';

export const changeScheduleModule = { name: 'change-schedule', routes: periodRoutes };
