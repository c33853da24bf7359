import type { Translated } from '#shared/message-words.ts';
import type en from '../en/projects.ts';

/** Projects of the company, in Spanish. */
export default {
  'projects.none': 'Todavía no hay ningún proyecto',
  'projects.noneHelp': 'Los proyectos aparecen aquí en cuanto empiezan.',
  'projects.active': 'En curso',
  'projects.on_hold': 'En pausa',
  'projects.done': 'Terminado',
  'projects.cancelled': 'Cancelado',
  'projects.progress': '{done} de {all} tareas terminadas',
  'projects.back': 'Todos los proyectos',
  'projects.state': 'Estado',
  'projects.days': 'Período',
  'projects.phases': 'Fases',
  'projects.others': 'Otras tareas',
  'projects.milestones': 'Hitos',
  'projects.reached': 'Alcanzado el {day}',
  'projects.due': 'Previsto para el {day}',
  'projects.noDay': 'Todavía sin fecha',
  'projects.planned': 'Prevista',
  'projects.in_work': 'En curso',
  'projects.taskDone': 'Terminada',
  'projects.from': 'Desde el {day}',
  'projects.until': 'hasta el {day}',
} satisfies Translated<typeof en>;
