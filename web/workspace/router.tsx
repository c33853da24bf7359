import { createRoute, createRouter, type Router, redirect } from '@tanstack/react-router';
import { REFUSALS, type Refusal } from '#shared/sign-in-words.ts';
import type { TicketFilter, TicketSort } from '#shared/ticket-filter.ts';
import type { portalTree } from '#web/portal/routes.ts';
import { Failed } from '#web/ui/feedback/failed.tsx';
import { page, root } from '#web/ui/load/route.ts';
import { addressSearch } from '#web/ui/load/search.ts';
import { NotFound } from './frame/outcomes.tsx';
import { START } from './frame/places.ts';
import type { BoardKind } from './queue/use-filter.ts';
import { account } from './routes/account.ts';
import { frame } from './routes/base.ts';
import { businessPages } from './routes/business.ts';
import { estatePages } from './routes/estate.ts';
import { practicePages } from './routes/practices.ts';
import { settings } from './routes/settings.ts';
import type { SignInSearch } from './sign-in/search.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Pages before somebody is signed in. */
const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: (search): SignInSearch => {
      const next = text(search['next']);
      const refused = text(search['refused']);
      return {
        // Only a place in this app: an address elsewhere would make the sign-in page a lure.
        ...(next !== undefined && /^\/(?![/\\])/.test(next) ? { next } : {}),
        ...(refused && refused in REFUSALS ? { refused: refused as Refusal } : {}),
        ...(search['stage'] === 'second_factor' ? { stage: 'second_factor' } : {}),
      };
    },
    component: page(() => import('./sign-in/sign-in-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    validateSearch: (search): { mode?: 'own' | 'sample' } =>
      search['mode'] === 'own' || search['mode'] === 'sample' ? { mode: search['mode'] } : {},
    component: page(() => import('./setup/setup-page.tsx')),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: page(() => import('./sign-in/invitation-page.tsx')),
  }),
];

const satisfaction = createRoute({
  getParentRoute: () => frame,
  path: '/satisfaction',
  component: page(() => import('./clients/satisfaction/satisfaction-page.tsx')),
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect(START);
  },
});

const queue = createRoute({
  getParentRoute: () => frame,
  path: '/queue',
  // Read by the page itself, field by field; a damaged address shows what can be understood of it.
  validateSearch: (search) => search as TicketFilter & { sort?: TicketSort; view?: string },
  component: page(() => import('./queue/queue-page.tsx')),
});

const board = createRoute({
  getParentRoute: () => frame,
  path: '/board',
  validateSearch: (search) => search as TicketFilter & { sort?: TicketSort; view?: string; by?: BoardKind },
  component: page(() => import('./board/board-page.tsx')),
});

const serviceLevels = createRoute({
  getParentRoute: () => frame,
  path: '/sla',
  component: page(() => import('./service-levels/board-page.tsx')),
});

const triage = createRoute({
  getParentRoute: () => frame,
  path: '/triage',
  component: page(() => import('./triage/triage-page.tsx')),
});

const mail = createRoute({
  getParentRoute: () => frame,
  path: '/mail',
  component: page(() => import('./mail/mail-page.tsx')),
});

const ticket = createRoute({
  getParentRoute: () => frame,
  path: '/tickets/$key',
  component: page(() => import('./ticket/ticket-page.tsx')),
});

const guide = createRoute({
  getParentRoute: () => frame,
  path: '/guide/$topic',
  component: page(() => import('./guide/guide-page.tsx')),
});

const clients = createRoute({
  getParentRoute: () => frame,
  path: '/clients',
  validateSearch: (search) => search as { q?: string; group?: string; show?: string; new?: string },
  component: page(() => import('./clients/clients-page.tsx')),
});
const client = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$id',
  component: page(() => import('./clients/client-page.tsx')),
});
const clientReport = createRoute({
  getParentRoute: () => frame,
  path: '/clients/$id/service-levels',
  component: page(() => import('./clients/report/report-page.tsx')),
});
const clientGroups = createRoute({
  getParentRoute: () => frame,
  path: '/client-groups',
  component: page(() => import('./clients/groups-page.tsx')),
});
const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  validateSearch: (search) => search as { q?: string; client?: string },
  component: page(() => import('./contacts/contacts-page.tsx')),
});
const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$id',
  component: page(() => import('./contacts/contact-page.tsx')),
});

const knowledge = createRoute({
  getParentRoute: () => frame,
  path: '/knowledge',
  component: page(() => import('./knowledge/knowledge-page.tsx')),
});
const newArticle = createRoute({
  getParentRoute: () => frame,
  path: '/knowledge/new',
  component: page(() => import('./knowledge/new-page.tsx')),
});
const article = createRoute({
  getParentRoute: () => frame,
  path: '/knowledge/$id',
  component: page(() => import('./knowledge/article-page.tsx')),
});
const editArticle = createRoute({
  getParentRoute: () => frame,
  path: '/knowledge/$id/edit',
  component: page(() => import('./knowledge/edit-page.tsx')),
});
const articleVersions = createRoute({
  getParentRoute: () => frame,
  path: '/knowledge/$id/versions',
  component: page(() => import('./knowledge/versions-page.tsx')),
});

const announcements = createRoute({
  getParentRoute: () => frame,
  path: '/announcements',
  component: page(() => import('./announcements/announcements-page.tsx')),
});
const newAnnouncement = createRoute({
  getParentRoute: () => frame,
  path: '/announcements/new',
  validateSearch: (search) => search as { ticket?: string },
  component: page(() => import('./announcements/new-page.tsx')),
});
const announcement = createRoute({
  getParentRoute: () => frame,
  path: '/announcements/$id',
  component: page(() => import('./announcements/announcement-page.tsx')),
});
const editAnnouncement = createRoute({
  getParentRoute: () => frame,
  path: '/announcements/$id/edit',
  component: page(() => import('./announcements/edit-page.tsx')),
});
const serviceStatus = createRoute({
  getParentRoute: () => frame,
  path: '/service-status',
  component: page(() => import('./announcements/status-page.tsx')),
});

const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  validateSearch: (search) => search as { q?: string; show?: string },
  component: page(() => import('./people/people-page.tsx')),
});
const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$id',
  component: page(() => import('./people/person-page.tsx')),
});
const teams = createRoute({
  getParentRoute: () => frame,
  path: '/teams',
  component: page(() => import('./teams/teams-page.tsx')),
});
const roles = createRoute({
  getParentRoute: () => frame,
  path: '/roles',
  component: page(() => import('./people/roles-page.tsx')),
});

/** What leads nowhere is said inside the frame, from where one goes on. */
const nowhere = createRoute({ getParentRoute: () => frame, path: '$', component: NotFound });

/** Pages of each room, added by the room's name. */
const rooms = [
  queue,
  triage,
  board,
  satisfaction,
  serviceLevels,
  mail,
  ticket,
  guide,
  clients,
  clientReport,
  client,
  clientGroups,
  contacts,
  contact,
  knowledge,
  newArticle,
  article,
  editArticle,
  articleVersions,
  ...estatePages,
  ...practicePages,
  ...businessPages,
  announcements,
  newAnnouncement,
  announcement,
  editAnnouncement,
  serviceStatus,
  people,
  person,
  teams,
  roles,
  settings,
  account,
  nowhere,
];

const workspace = [...doors, frame.addChildren([home, ...rooms])] as const;

export const router = createRouter({
  routeTree: root.addChildren(workspace),
  scrollRestoration: true,
  defaultPendingMs: 300,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  ...addressSearch,
});

/** What links are checked against. The portal is an app of its own, whose pages this one only knows by name. */
type Everywhere = ReturnType<
  typeof root.addChildren<readonly ((typeof workspace)[number] | (typeof portalTree)[number])[]>
>;

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<Everywhere, 'never', false>;
  }
}
