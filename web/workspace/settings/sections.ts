import type { Permission } from '#shared/permissions.ts';

/** `wide`: only for those who see all clients. */
export type SettingsLink = { href: string; name: string; needs: Permission; wide?: true };

/** The settings' own table of contents. Values are found by key, so that a link from elsewhere lands on them. */
export const SECTIONS: readonly { title: string; links: readonly SettingsLink[] }[] = [
  {
    title: 'Your company',
    links: [
      { href: '/settings/company', name: 'Name and time zone', needs: 'client.manage' },
      { href: '/settings/practices', name: 'Practices', needs: 'ticket.read' },
      { href: '/settings/mail', name: 'Mail sending', needs: 'settings.manage', wide: true },
      { href: '/settings/values/mail.toClients', name: 'Mail to clients', needs: 'settings.read' },
      { href: '/settings/mail-templates', name: 'Mail templates', needs: 'settings.read' },
      { href: '/settings/values/mail.resolved', name: 'Mail when resolved', needs: 'settings.read' },
      { href: '/settings/values/portal.language', name: 'Portal language', needs: 'settings.read' },
      { href: '/settings/mailboxes', name: 'Mailboxes', needs: 'settings.manage', wide: true },
    ],
  },
  {
    title: 'Tickets',
    links: [
      { href: '/settings/values/ticket.priority', name: 'Priority and VIPs', needs: 'settings.read' },
      { href: '/settings/values/ticket.escalationPath', name: 'Escalation path in use', needs: 'settings.read' },
      { href: '/settings/values/ticket.closing', name: 'Closing', needs: 'settings.read' },
      { href: '/settings/values/ticket.closingNotice', name: 'Closing notice', needs: 'settings.read' },
      { href: '/settings/values/satisfaction.asking', name: 'Satisfaction', needs: 'settings.read' },
      { href: '/settings/lifecycles/incident', name: 'Lifecycles', needs: 'settings.read' },
      { href: '/settings/catalogue', name: 'Catalogue', needs: 'settings.read' },
      { href: '/settings/categories', name: 'Categories', needs: 'settings.read' },
      { href: '/settings/custom-fields', name: 'Custom fields', needs: 'settings.read' },
    ],
  },
  {
    title: 'Time',
    links: [
      { href: '/settings/work-types', name: 'Kinds of work', needs: 'ticket.read' },
      { href: '/settings/expense-kinds', name: 'Kinds of expense', needs: 'ticket.read' },
      { href: '/settings/values/time.submitReminder', name: 'Reminder to submit', needs: 'settings.read' },
      { href: '/settings/values/time.drafts', name: 'Drafts of time', needs: 'settings.read' },
    ],
  },
  {
    title: 'Billing',
    links: [
      { href: '/settings/values/billing.seller', name: 'You on invoices', needs: 'settings.read' },
      { href: '/settings/tax-rates', name: 'Tax rates', needs: 'contract.read' },
      { href: '/settings/values/billing.tax', name: 'Tax', needs: 'settings.read' },
      { href: '/settings/values/billing.currency', name: 'Currency', needs: 'settings.read' },
      { href: '/settings/values/billing.time', name: 'Billed time', needs: 'settings.read' },
      { href: '/settings/values/billing.payment', name: 'Payment', needs: 'settings.read' },
      { href: '/settings/values/billing.reminders', name: 'Reminders', needs: 'settings.read' },
      { href: '/settings/values/billing.leastMargin', name: 'Least margin', needs: 'settings.read' },
      { href: '/settings/values/billing.blockAlerts', name: 'Blocks that run out', needs: 'settings.read' },
    ],
  },
  {
    title: 'Alerts',
    links: [
      { href: '/settings/alert-rules', name: 'Alert rules', needs: 'alert.read' },
      { href: '/settings/values/alert.deciding', name: 'What becomes of alerts', needs: 'settings.read' },
      { href: '/settings/values/alert.keeping', name: 'How long alerts are kept', needs: 'settings.read' },
    ],
  },
  {
    title: 'Changes',
    links: [
      { href: '/settings/change-rules', name: 'Who authorises changes', needs: 'ticket.read' },
      { href: '/settings/change-models', name: 'Models of changes', needs: 'ticket.read' },
      { href: '/settings/change-periods', name: 'Windows and freezes', needs: 'ticket.read' },
      { href: '/settings/values/change.blocking', name: 'What holds a change back', needs: 'settings.read' },
    ],
  },
  {
    title: 'Major incidents',
    links: [
      { href: '/settings/values/major.criteria', name: 'When an incident is a major one', needs: 'settings.read' },
      { href: '/settings/values/major.telling', name: 'How often clients are told', needs: 'settings.read' },
      { href: '/settings/values/major.paging', name: 'Calling people for major incidents', needs: 'settings.read' },
    ],
  },
  {
    title: 'Portal',
    links: [
      { href: '/settings/portal', name: 'Look', needs: 'settings.read' },
      { href: '/settings/values/portal.languages', name: 'Languages', needs: 'settings.read' },
      { href: '/settings/words', name: 'Words in other languages', needs: 'settings.read' },
      { href: '/settings/values/portal.sees', name: 'What people see', needs: 'settings.read' },
    ],
  },
  {
    title: 'Service levels',
    links: [
      { href: '/settings/policies', name: 'Policies', needs: 'settings.read' },
      { href: '/settings/promised', name: 'What is promised', needs: 'settings.read' },
      { href: '/settings/calendars', name: 'Calendars', needs: 'settings.read' },
      { href: '/settings/values/sla.hours', name: 'Hours and holidays', needs: 'settings.read' },
      { href: '/settings/simulations', name: 'Simulations', needs: 'settings.manage' },
      { href: '/settings/services', name: 'Services', needs: 'settings.read' },
      { href: '/settings/values/service.degraded', name: 'A service that works in part', needs: 'settings.read' },
    ],
  },
  {
    title: 'Estate',
    links: [
      { href: '/settings/item-classes', name: 'Classes of items', needs: 'estate.read' },
      { href: '/settings/values/estate.identification', name: 'How devices are known', needs: 'settings.read' },
      { href: '/settings/values/estate.precedence', name: 'Whom to believe', needs: 'settings.read' },
      { href: '/settings/values/estate.expiry', name: 'Tickets for what ends', needs: 'settings.read' },
    ],
  },
  {
    title: 'Other systems',
    links: [
      { href: '/settings/connectors', name: 'Connectors', needs: 'connector.read', wide: true },
      { href: '/settings/values/connectors.reach', name: 'Where connectors may reach', needs: 'settings.read' },
    ],
  },
  {
    title: 'On call',
    links: [
      { href: '/settings/on-call', name: 'On-call', needs: 'team.read' },
      { href: '/settings/escalation-paths', name: 'Escalation paths', needs: 'settings.read' },
      { href: '/settings/values/escalation.path', name: 'Whom to page', needs: 'settings.read' },
    ],
  },
  {
    title: 'Library',
    links: [
      { href: '/settings/canned-replies', name: 'Canned replies', needs: 'ticket.reply' },
      { href: '/settings/macros', name: 'Macros', needs: 'ticket.update' },
      { href: '/settings/checklists', name: 'Checklists', needs: 'ticket.read' },
      { href: '/settings/ticket-templates', name: 'Ticket templates', needs: 'ticket.read' },
      { href: '/settings/recurring-tickets', name: 'Recurring tickets', needs: 'ticket.read' },
      { href: '/settings/views', name: 'Views', needs: 'ticket.read' },
    ],
  },
  {
    title: 'Access',
    links: [
      { href: '/roles', name: 'Roles', needs: 'team.read' },
      { href: '/settings/values/signIn.secondFactor', name: 'Second factor', needs: 'settings.read' },
      { href: '/settings/values/portal.signIn', name: 'Sign-in of clients’ people', needs: 'settings.read' },
      { href: '/settings/sign-in', name: 'Identity providers', needs: 'sso.manage' },
      { href: '/settings/audit', name: 'Audit trail', needs: 'audit.read' },
      { href: '/account/keys', name: 'Your API keys', needs: 'key.manage' },
    ],
  },
];
