import type { TeamView } from '#shared/classification.ts';

/** How a team assigns, as it is chosen and as it is explained. */
export const STRATEGIES: Readonly<Record<TeamView['strategy'], { name: string; help: string }>> = {
  manual: { name: 'By hand', help: 'Somebody takes a ticket or gives it to somebody.' },
  round_robin: { name: 'In turn', help: 'Each new ticket goes to the next member who is there.' },
  load_balanced: { name: 'By load', help: 'Each new ticket goes to whoever has the most room.' },
  by_skill: {
    name: 'By skill',
    help: 'Each new ticket goes to whoever has the skills its category asks for, then by load.',
  },
};
