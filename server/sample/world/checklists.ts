import type { ChecklistLine } from '#shared/library.ts';

const must = (text: string): ChecklistLine => ({ text, required: true });
const may = (text: string): ChecklistLine => ({ text, required: false });

export const CHECKLISTS = {
  starter: {
    name: 'New starter',
    description: 'From the signed form to the first working day.',
    items: [
      must('Form complete: name, role, manager, start date, site'),
      must('Account made, licence assigned, groups as for the role'),
      must('Computer enrolled, patched, encrypted'),
      must('Mailbox, signature and distribution lists'),
      may('Phone number and voicemail'),
      must('Password handed over to the manager by phone, not by mail'),
      may('Welcome call on the first day'),
    ],
  },
  leaver: {
    name: 'Leaver',
    description: 'Within an hour of the end of the last day.',
    items: [
      must('Sign-in blocked and sessions revoked'),
      must('Mailbox converted or forwarded as the manager asked'),
      must('Licence and phone number returned'),
      must('Devices back or wiped'),
      may('Files handed to the manager'),
    ],
  },
  outage: {
    name: 'Outage of a site',
    description: 'Who is told what, and when.',
    items: [
      must('Status message to the client’s contacts on the escalation list'),
      must('Carrier or vendor called, reference noted'),
      may('Fallback link or phones diverted'),
      must('All clear sent, and what happened in two sentences'),
      may('Review with the client within five days'),
    ],
  },
  phishing: {
    name: 'Phishing reported',
    description: 'From the report to the all clear.',
    items: [
      must('Message removed from all mailboxes'),
      must('Sender and links blocked'),
      must('Who clicked? Sessions revoked and passwords changed'),
      may('Short note to everybody at the client'),
    ],
  },
} as const satisfies Record<string, { name: string; description: string; items: readonly ChecklistLine[] }>;
