import type { Translated } from '#shared/message-words.ts';
import type en from '../en/first.ts';

/** What every page may say, and what many say alike, in Spanish. */
export default {
  'ui.skip': 'Ir al contenido',
  'ui.tryAgain': 'Intentar de nuevo',
  'ui.loadUpdate': 'Cargar la nueva versión',
  'ui.request': 'Petición {id}',
  'ui.loading': 'Cargando',
  'ui.dismiss': 'Cerrar',
  'ui.messages': 'Mensajes',
  'ui.exactly': '{date} a las {time}',
  'ui.nothingFits': 'Sin resultados',
  'ui.notInList': '«{text}» no está en la lista',
  'ui.fitsSeveral': '«{text}» coincide con varias opciones',
  'ui.fromTo': 'Debe estar entre {min} y {max}.',
  'ui.atLeast': 'Debe ser como mínimo {min}.',
  'ui.atMost': 'Debe ser como máximo {max}.',

  'answer.yes': 'Sí',
  'answer.no': 'No',
  'answer.chooseOne': 'Elija una opción',
  'answer.colleague': 'Alguien de su empresa',

  'frame.desk': 'Centro de servicios',
  'frame.nav': 'Portal',
  'frame.tickets': 'Tickets',
  'frame.knowledge': 'Buscar ayuda',
  'frame.catalogue': 'Solicitar algo',
  'frame.approvals': 'Aprobaciones',
  'frame.signIn': 'Iniciar sesión',
  'frame.signOut': 'Cerrar sesión',
  'frame.language': 'Idioma',
  'frame.notChanged': 'No se ha cambiado el idioma',
  'frame.status': 'Estado',
  'frame.account': '{name}: inicio de sesión',
  'frame.allTickets': 'Todos sus tickets',
  'frame.raise': 'Informar de un problema',
  'frame.company': 'Su empresa',
  'frame.invoices': 'Facturas',
  'frame.projects': 'Proyectos',

  'common.cancel': 'Cancelar',
  'common.showMore': 'Mostrar más',
  'common.notSent': 'No se ha enviado',
  'common.linkUsed': 'Este enlace ya no es válido',
  'common.send': 'Enviar',
  'common.choose': 'Elija a alguien',
  'common.where': '¿Dónde?',

  'nowhere.title': 'Aquí no hay nada',
  'nowhere.help': 'Puede que la dirección tenga un error o que lo que indicaba ya no exista.',
} satisfies Translated<typeof en>;
