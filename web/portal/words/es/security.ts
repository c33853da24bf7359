import type { Translated } from '#shared/message-words.ts';
import type en from '../en/security.ts';

/** How one signs in, and where one is signed in, in Spanish. */
export default {
  'security.title': 'Inicio de sesión y seguridad',
  'security.needed':
    'Su empresa exige una segunda verificación al iniciar sesión. Configure los códigos de una aplicación para continuar.',
  'security.confirm': 'Confirme que es usted',
  'security.confirmHelp': 'Antes de cambiar cómo inicia sesión.',
  'security.signInAgain': 'Para cambiar cómo inicia sesión, cierre primero la sesión y vuelva a iniciarla.',
  'security.sendCode': 'Enviarme un código',
  'security.mailCode': 'Código del correo',
  'security.confirmDo': 'Confirmar',
  'security.notDone': 'No se ha cambiado',

  'codes.title': 'Códigos de una aplicación',
  'codes.off':
    'Tras la primera verificación, seis cifras de una aplicación de su teléfono: sin ella nadie puede iniciar sesión en su nombre.',
  'codes.on': {
    one: 'Están activados. Queda {count} código de recuperación.',
    other: 'Están activados. Quedan {count} códigos de recuperación.',
  },
  'codes.notAsked': 'Están activados, pero su empresa no los pide.',
  'codes.setUp': 'Configurar los códigos',
  'codes.scan': 'Escanee esto con su aplicación de autenticación.',
  'codes.qr': 'Código QR para su aplicación',
  'codes.typeKey': '¿No puede escanear? Escriba esta clave: {key}',
  'codes.first': 'Código que la aplicación muestra ahora',
  'codes.turnOn': 'Activar',
  'codes.turnOff': 'Desactivar',
  'codes.renew': 'Nuevos códigos de recuperación',
  'codes.recovery': 'Sus códigos de recuperación',
  'codes.keep':
    'Cada uno sirve una vez en lugar de un código de su aplicación. Guárdelos donde los encuentre sin su teléfono; solo se muestran ahora, y los anteriores ya no sirven.',
  'codes.copy': 'Copiar todos',
  'codes.copied': 'Copiado',
  'codes.kept': 'Los he guardado',

  'sessions.title': 'Dónde ha iniciado sesión',
  'sessions.device': '{browser} en {system}',
  'sessions.unknown': 'Dispositivo desconocido',
  'sessions.here': 'este',
  'sessions.seen': '{address}, última actividad: {when}',
  'sessions.end': 'Cerrar sesión',
  'sessions.endOf': 'Cerrar la sesión de {device}',
  'sessions.endOthers': 'Cerrar las demás sesiones',
  'sessions.notEnded': 'No se ha cerrado la sesión',
} satisfies Translated<typeof en>;
