import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { PracticeKey } from '#shared/adoption-words.ts';
import type { Permission } from '#shared/permissions.ts';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import {
  IconAlertTriangle,
  IconBook,
  IconBug,
  IconBuilding,
  IconCalendarEvent,
  IconClock,
  IconDeviceDesktop,
  IconInbox,
  IconLayoutKanban,
  IconMail,
  IconReceipt,
  IconSettings,
  IconStopwatch,
  IconTimeline,
  IconTrendingUp,
  IconUrgent,
  IconUsers,
} from '#web/ui/icons.ts';

export type Place = {
  to: NonNullable<LinkProps['to']>;
  /** What is shown on arrival. */
  search?: TicketFilter;
  name: string;
  /** What the rail has room for, where the name is too long; the name is its hint. */
  short?: string;
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean | 'true' }>;
  /** Shown only to those who may see it. */
  needs: Permission;
  /** Only for those who see all clients. */
  wide?: true;
  /** Shown only where the firm has taken it up. */
  practice?: PracticeKey;
  /** Pressed after `g`. */
  key: string;
};

/** Where a day begins: what is still to be done. */
export const START: { to: '/queue'; search: TicketFilter } = { to: '/queue', search: { status: ['open'] } };

/** The rooms of the workspace in the order of the rail. */
export const PLACES: readonly Place[] = [
  { ...START, name: 'Queue', icon: IconInbox, needs: 'ticket.read', key: 'q' },
  { to: '/triage', name: 'Triage', icon: IconUrgent, needs: 'ticket.assign', key: 't' },
  { to: '/alerts', name: 'Alerts', icon: IconAlertTriangle, needs: 'alert.read', key: 'a' },
  { to: '/problems', name: 'Problems', icon: IconBug, needs: 'ticket.read', practice: 'problem', key: 'r' },
  {
    to: '/improvements',
    name: 'Improvement',
    short: 'Improve',
    icon: IconTrendingUp,
    needs: 'ticket.read',
    practice: 'improvement',
    key: 'i',
  },
  { to: '/board', name: 'Board', icon: IconLayoutKanban, needs: 'ticket.read', key: 'b' },
  { to: '/sla', name: 'Service levels', short: 'SLAs', icon: IconStopwatch, needs: 'ticket.read', key: 'l' },
  { to: '/time', name: 'Time', icon: IconClock, needs: 'ticket.time', key: 'w' },
  { to: '/projects', name: 'Projects', icon: IconTimeline, needs: 'project.read', key: 'j' },
  { to: '/billing', name: 'Billing', icon: IconReceipt, needs: 'contract.read', key: 'f' },
  { to: '/mail', name: 'Mail', icon: IconMail, needs: 'mail.settle', wide: true, key: 'm' },
  { to: '/clients', name: 'Clients', icon: IconBuilding, needs: 'client.read', key: 'c' },
  { to: '/estate', name: 'Estate', icon: IconDeviceDesktop, needs: 'estate.read', key: 'e' },
  {
    to: '/changes',
    name: 'Changes',
    icon: IconCalendarEvent,
    needs: 'ticket.read',
    practice: 'change',
    key: 'h',
  },
  {
    to: '/knowledge',
    name: 'Knowledge',
    short: 'Articles',
    icon: IconBook,
    needs: 'knowledge.view',
    practice: 'knowledge',
    key: 'k',
  },
  { to: '/people', name: 'People', icon: IconUsers, needs: 'team.read', key: 'p' },
  { to: '/settings', name: 'Settings', icon: IconSettings, needs: 'settings.read', key: 's' },
];
