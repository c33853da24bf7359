import type { Translated } from '#shared/message-words.ts';
import type en from '../en/access.ts';

/** Who got at what is the company's, in Spanish. */
export default {
  'access.title': 'Registro de accesos',
  'access.help':
    'Quién inició sesión por su empresa, qué se rechazó y quién del centro de servicios trabajó con lo que es suyo.',
  'access.none': 'Nada en este período',
  'access.noneHelp': 'Nadie inició sesión y nadie del centro de servicios cambió nada.',
  'access.more': 'Solo se muestran los más recientes; elija un período más corto para verlos todos.',
  'access.period': 'Período',
  'access.days': { one: 'El último día', other: 'Los últimos {count} días' },
  'access.csv': 'Descargar (CSV)',
  'access.worked': {
    one: '{staff}, del centro de servicios, hizo un cambio',
    other: '{staff}, del centro de servicios, hizo {count} cambios',
  },
  'access.workedDay': 'ese día, el último a las {time}',
  'access.denied': '{who} pidió algo que no es de su empresa y se le rechazó',
  'access.deniedStaff':
    '{staff}, del centro de servicios, que no atiende a su empresa, pidió algo de ella y se le rechazó',
  'access.signed_in': '{who} inició sesión',
  'access.sign_in_refused': 'Se rechazó una contraseña errónea para {who}',
  'access.signed_out': 'Se cerraron las sesiones de {who}',
  'access.created': 'Se añadió a {who} a su empresa',
  'access.invited': 'Se invitó a {who} a elegir una contraseña',
  'access.sign_in_link_made': '{staff}, del centro de servicios, creó un enlace de acceso para {who}',
  'access.password_set': '{who} eligió una contraseña',
  'access.password_changed': '{who} cambió su contraseña',
  'access.second_factor_on': '{who} configuró códigos para iniciar sesión',
  'access.second_factor_off': '{who} desactivó los códigos para iniciar sesión',
  'access.second_factor_reset': 'Se quitaron los códigos de acceso de {who}',
  'access.recovery_codes_renewed': '{who} creó nuevos códigos de recuperación',
  'access.identity_linked': 'Se vinculó a {who} con su cuenta de empresa',
  'access.identity_unlinked': 'Se desvinculó a {who} de su cuenta de empresa',
  'access.byPassword': 'con contraseña',
  'access.byLink': 'con un enlace',
  'access.byCode': 'con un código de un correo',
  'access.byProvider': 'con {provider}',
  'access.somebody': 'Alguien',
  'access.notSaved': 'No se ha guardado',
} satisfies Translated<typeof en>;
