import type { Translated } from '#shared/message-words.ts';
import type en from '../en/projects.ts';

/** Projects of the company, in German. */
export default {
  'projects.none': 'Es gibt noch kein Projekt',
  'projects.noneHelp': 'Projekte stehen hier, sobald sie begonnen haben.',
  'projects.active': 'In Arbeit',
  'projects.on_hold': 'Angehalten',
  'projects.done': 'Abgeschlossen',
  'projects.cancelled': 'Abgebrochen',
  'projects.progress': '{done} von {all} Aufgaben erledigt',
  'projects.back': 'Alle Projekte',
  'projects.state': 'Status',
  'projects.days': 'Zeitraum',
  'projects.phases': 'Phasen',
  'projects.others': 'Weitere Aufgaben',
  'projects.milestones': 'Meilensteine',
  'projects.reached': 'Erreicht am {day}',
  'projects.due': 'Geplant für {day}',
  'projects.noDay': 'Noch kein Tag',
  'projects.planned': 'Geplant',
  'projects.in_work': 'In Arbeit',
  'projects.taskDone': 'Erledigt',
  'projects.from': 'Ab {day}',
  'projects.until': 'bis {day}',
} satisfies Translated<typeof en>;
