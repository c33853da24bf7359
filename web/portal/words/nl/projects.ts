import type { Translated } from '#shared/message-words.ts';
import type en from '../en/projects.ts';

/** Projects of the company, in Dutch. */
export default {
  'projects.none': 'Er is nog geen project',
  'projects.noneHelp': 'Projecten staan hier zodra ze begonnen zijn.',
  'projects.active': 'In uitvoering',
  'projects.on_hold': 'In de wacht',
  'projects.done': 'Afgerond',
  'projects.cancelled': 'Geannuleerd',
  'projects.progress': '{done} van {all} taken klaar',
  'projects.back': 'Alle projecten',
  'projects.state': 'Status',
  'projects.days': 'Periode',
  'projects.phases': 'Fasen',
  'projects.others': 'Andere taken',
  'projects.milestones': 'Mijlpalen',
  'projects.reached': 'Bereikt op {day}',
  'projects.due': 'Gepland voor {day}',
  'projects.noDay': 'Nog geen dag',
  'projects.planned': 'Gepland',
  'projects.in_work': 'In uitvoering',
  'projects.taskDone': 'Klaar',
  'projects.from': 'Vanaf {day}',
  'projects.until': 'tot en met {day}',
} satisfies Translated<typeof en>;
