import type { Translated } from '#shared/message-words.ts';
import type en from '../en/projects.ts';

/** Projects of the company, in French. */
export default {
  'projects.none': 'Il n’y a pas encore de projet',
  'projects.noneHelp': 'Les projets apparaissent ici dès qu’ils ont commencé.',
  'projects.active': 'En cours',
  'projects.on_hold': 'En pause',
  'projects.done': 'Terminé',
  'projects.cancelled': 'Annulé',
  'projects.progress': '{done} tâches terminées sur {all}',
  'projects.back': 'Tous les projets',
  'projects.state': 'État',
  'projects.days': 'Période',
  'projects.phases': 'Phases',
  'projects.others': 'Autres tâches',
  'projects.milestones': 'Jalons',
  'projects.reached': 'Atteint le {day}',
  'projects.due': 'Prévu pour le {day}',
  'projects.noDay': 'Pas encore de date',
  'projects.planned': 'Prévue',
  'projects.in_work': 'En cours',
  'projects.taskDone': 'Terminée',
  'projects.from': 'À partir du {day}',
  'projects.until': 'jusqu’au {day}',
} satisfies Translated<typeof en>;
