/** A kind of thing that concerns people, in the order in which it is shown; and how it reaches them unless they say otherwise. */
export type NotificationWords = {
  title: string;
  app: boolean;
  mail: boolean;
  /** Cannot be switched off in the app. */
  always?: boolean;
  /** Is told in the app alone. */
  appOnly?: boolean;
};

export const NOTIFICATION_KINDS = {
  page: { title: 'You are called to a ticket (on call)', app: true, mail: true, always: true },
  page_acknowledged: { title: 'Somebody acknowledges a call that you had too', app: true, mail: false },
  service_level: { title: 'A target of your ticket is at risk or missed', app: true, mail: true },
  mentioned: { title: 'Somebody mentions you in a note', app: true, mail: true },
  assigned: { title: 'A ticket is assigned to you', app: true, mail: false },
  escalated: { title: 'A ticket is escalated to you', app: true, mail: false },
  team_assigned: { title: 'A ticket comes to a team that you lead, and has nobody yet', app: true, mail: false },
  replied: { title: 'A client replies on a ticket that you have or watch', app: true, mail: false },
  moved: { title: 'The status of a ticket that you have or watch changes', app: true, mail: false },
  merged: { title: 'A ticket that you have or watch is merged', app: true, mail: false },
  approval: { title: 'Your approval is asked for', app: true, mail: true },
  change_review: {
    title: 'A change is due to be looked at, or a template of yours is suspended',
    app: true,
    mail: false,
  },
  problem_review: { title: 'A problem of yours is due to be looked at: did it stop?', app: true, mail: false },
  script_asked: { title: 'Somebody asks to run a script on a device, and you may agree', app: true, mail: false },
  script_decided: { title: 'A script that you asked for is agreed to or refused', app: true, mail: false },
  major: { title: 'You have a part in a major incident, or clients wait for word of it', app: true, mail: true },
  task_ready: { title: 'A task of a request can begin, and you have it', app: true, mail: false },
  confirmed: { title: 'A client confirms that your ticket is solved', app: true, mail: false },
  withdrawn: {
    title: 'A client withdraws a request that you have or watch, or that nobody has yet in a team that you lead',
    app: true,
    mail: false,
  },
  rated_bad: {
    title: 'A client is not content with a ticket that you had or watch, or of a team that you lead',
    app: true,
    mail: true,
  },
  article_flagged: {
    title: 'An article of yours is flagged as wrong or outdated',
    app: true,
    mail: false,
    appOnly: true,
  },
  article_review: { title: 'An article of yours is due to be looked through', app: true, mail: false, appOnly: true },
  article_submitted: {
    title: 'A text waits for review, of your article or of one that you may publish',
    app: true,
    mail: false,
    appOnly: true,
  },
  connector_refused: {
    title: 'Another system no longer takes the credentials of its connection',
    app: true,
    mail: false,
    appOnly: true,
  },
  improvement: {
    title: 'An improvement of yours was measured, or is to be',
    app: true,
    mail: false,
    appOnly: true,
  },
  contract_warning: {
    title: 'A contract that you bill earns too little, or a block of hours or money runs out',
    app: true,
    mail: false,
    appOnly: true,
  },
  project_budget: {
    title: '80 % or all of a budget of a project that you manage is used up',
    app: true,
    mail: false,
    appOnly: true,
  },
  quote: {
    title: 'A client accepts or declines a quote of yours, or signs a contract',
    app: true,
    mail: false,
    appOnly: true,
  },
  time_owed: { title: 'Time of yours is not submitted for some days', app: true, mail: false, appOnly: true },
  time_returned: { title: 'Time or an expense of yours is returned to you', app: true, mail: false, appOnly: true },
  article_returned: { title: 'Your text of an article is given back', app: true, mail: false, appOnly: true },
} as const satisfies Record<string, NotificationWords>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

export const ALL_KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];
