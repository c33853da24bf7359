import type { Translated } from '#shared/message-words.ts';
import type en from '../en/status.ts';

/** Services, and what is announced, in Spanish. */
export default {
  'status.services': 'Sus servicios',
  'status.noServices': 'Aún no consta aquí ningún servicio de su empresa.',
  'status.operational': 'Funciona',
  'status.maintenance': 'Mantenimiento planificado',
  'status.degraded': 'Con problemas',
  'status.outage': 'Interrumpido',
  'status.since': 'Desde el {when}',
  'status.troubledDays': {
    one: 'Hubo problemas en {count} de los últimos 90 días',
    other: 'Hubo problemas en {count} de los últimos 90 días',
  },
  'status.noTrouble': 'No hubo problemas en los últimos 90 días',
  'status.knownErrors': 'Errores conocidos',
  'status.knownErrorsHelp': 'Los conocemos y trabajamos en ellos. Hasta que se corrijan, esto ayuda.',
  'status.nothingHelps': 'Todavía no hay nada que ayude.',
  'status.announcements': 'Anuncios',
  'status.nothing': 'No hay nada anunciado',
  'status.nothingHelp': 'Lo que está planificado o no funciona aparece aquí.',
  'status.over': 'Terminado',

  'announced.notice': 'Aviso',
  'announced.maintenance': 'Mantenimiento planificado',
  'announced.outage': 'Interrupción',
  'announced.from': 'Desde el {from}',
  'announced.fromUntil': 'Del {from} al {until}',
  'announced.dismiss': 'Ocultar',
  'announced.all': 'Todos los anuncios',
  'announced.readOn': 'Seguir leyendo',
  'announced.affectsMe': 'A mí también me afecta',
  'announced.following': 'Le informaremos por correo de las novedades.',
  'announced.unfollow': 'Dejar de informarme',
  'announced.followingUnmailed': 'No recibe correos sobre anuncios; las novedades solo aparecen aquí.',
  'announced.notMe': 'A mí no me afecta',
  'announced.known': 'Ya lo sabemos',
  'announced.knownHelp':
    'Si se trata de esto, no hace falta que lo comunique: indique que también le afecta y le informaremos por correo de las novedades.',
  'announced.knownHelpUnmailed':
    'Si se trata de esto, no hace falta que lo comunique: indique que también le afecta. No recibe correos sobre anuncios; las novedades aparecen en «{status}».',
  'announced.mailOn': 'Recibe correos sobre lo que le afecta y lo que le envía su centro de servicios.',
  'announced.noMail': 'Dejar de enviármelos',
  'announced.mailOff': 'No recibe correos sobre anuncios.',
  'announced.mailAgain': 'Enviarme correos de nuevo',

  'stopMail.title': 'Correos sobre anuncios',
  'stopMail.ask':
    '¿Desea dejar de recibir correos sobre interrupciones, mantenimientos y avisos? Seguirá recibiendo los de sus tickets.',
  'stopMail.stop': 'Dejar de enviármelos',
  'stopMail.done': 'Ya no recibirá correos sobre anuncios. Puede cambiarlo en el portal, en «Estado».',
} satisfies Translated<typeof en>;
