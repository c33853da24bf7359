import type { Translated } from '#shared/message-words.ts';
import type en from '../en/enter.ts';

/** Signing in, in Spanish. */
export default {
  'enter.title': 'Sus tickets',
  'enter.intro': 'Consulte lo que ha comunicado, responda e indique si está resuelto.',
  'enter.needed': 'Necesita un enlace para iniciar sesión',
  'enter.askForOne':
    'Un enlace es válido una sola vez y durante quince minutos. Pida uno nuevo a su centro de servicios.',
  'enter.email': 'Correo electrónico',
  'enter.sendLink': 'Enviarme un enlace',
  'enter.noPassword': 'Le enviamos un correo con un enlace y un código.',
  'enter.emailWrong': 'Introduzca una dirección de correo electrónico.',
  'enter.onItsWay':
    'Si conocemos {email}, hay un correo en camino. Abra el enlace que contiene o escriba aquí el código.',
  'enter.code': 'Código',
  'enter.codeWrong': 'El código no es correcto, ya se ha usado o es demasiado antiguo.',
  'enter.otherAddress': 'Usar otra dirección',
  'enter.notDone': 'No ha funcionado. Vuelva a intentarlo más tarde.',
  'enter.whichCompany': '¿Para qué empresa?',
  'enter.continueWith': 'Continuar con {name}',
  'enter.refused.failed': 'El inicio de sesión de su empresa no funciona ahora. Avise a su centro de servicios.',
  'enter.refused.unknown': 'Aquí no conocemos a nadie con su cuenta de empresa. Avise a su centro de servicios.',
  'enter.next': 'Continuar',
  'enter.back': 'Atrás',
  'enter.password': 'Contraseña',
  'enter.passwordMissing': 'Introduzca su contraseña.',
  'enter.passwordWrong': 'El correo electrónico o la contraseña no son correctos.',
  'enter.tooMany': 'Demasiados intentos. Espere 15 minutos o inicie sesión de otra manera.',
  'enter.linkInstead': 'Enviarme mejor un enlace',
  'enter.forgotten': '¿Ha olvidado su contraseña o aún no tiene una?',
  'enter.passwordOnItsWay':
    'Si conocemos {email}, hay un correo en camino. Abra el enlace que contiene para elegir una contraseña.',

  'factor.title': 'Un paso más',
  'factor.intro': 'Escriba el código que muestra ahora su aplicación o uno de sus códigos de recuperación.',
  'factor.wrong': 'El código no es correcto o ya se ha usado.',
  'factor.lost': '¿Ha perdido el teléfono y los códigos? Su centro de servicios puede ayudarle.',
  'factor.appCode': 'Código de su aplicación',

  'password.choose': 'Elegir una contraseña',
  'password.change': 'Cambiar la contraseña',
  'password.set': 'Establecer una contraseña',
  'password.advice': 'Al menos {least} caracteres; unas pocas palabras sencillas bastan.',
  'password.tooShort': 'Use al menos {least} caracteres.',
  'password.current': 'Contraseña actual',
  'password.new': 'Contraseña nueva',
  'password.save': 'Guardar la contraseña',
  'password.saved': 'Se ha guardado la contraseña. Se ha cerrado su sesión en los demás dispositivos.',
  'password.askAgain':
    'Un enlace funciona una sola vez y durante un tiempo limitado. Pida uno nuevo en la página de inicio de sesión o a su centro de servicios.',
} satisfies Translated<typeof en>;
