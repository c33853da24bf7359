import type { Texts } from './texts.ts';

export const ES: Texts = {
  reply: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} escribió:\n\n{{message}}\n\nPuede responder simplemente a este correo.',
  },
  replyResolved: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{author.name}} escribió:\n\n{{message}}\n\nConsideramos que está resuelto. Si no es así, responda simplemente a este correo y el ticket se abrirá de nuevo.',
  },
  resolved: {
    subject: '[{{ticket.key}}] Resuelto: {{ticket.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\nConsideramos que está resuelto.\n\n{{message}}\n\nSi no es así, responda simplemente a este correo y el ticket se abrirá de nuevo. Con el enlace de abajo puede confirmar la solución.',
  },
  notice: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: '{{message}}\n\nPuede responder simplemente a este correo.',
  },
  received: {
    subject: '[{{ticket.key}}] Hemos recibido su mensaje',
    text: 'Gracias, hemos recibido su mensaje. Tiene el número {{ticket.key}}. Le responderemos por aquí.\n\nPuede responder simplemente a este correo.',
  },
  added: {
    subject: '[{{ticket.key}}] {{ticket.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\n{{author.name}} le ha añadido al ticket «{{ticket.title}}». A partir de ahora recibirá lo que se diga en él.\n\nDe: {{requester.name | su empresa}}\n\n{{message}}\n\nPuede responder simplemente a este correo.',
  },
  approval: {
    subject: '[{{ticket.key}}] {{approval.title}}: apruebe o rechace, por favor',
    text: 'Buenos días, {{recipient.name}}:\n\nSe solicita su aprobación.\n\n{{message}}\n\nSe le pregunta como: {{approval.step}} ({{approval.why}}). El enlace de abajo funciona una sola vez, sin contraseña, hasta el {{approval.until}}. Abrirlo no decide nada.',
  },
  approvalReminder: {
    subject: '[{{ticket.key}}] Recordatorio: {{approval.title}}: apruebe o rechace, por favor',
    text: 'Buenos días, {{recipient.name}}:\n\nSu aprobación sigue pendiente.\n\n{{message}}\n\nSe le pregunta como: {{approval.step}} ({{approval.why}}). El enlace de abajo funciona una sola vez, sin contraseña, hasta el {{approval.until}}. Abrirlo no decide nada.',
  },
  approvalEnded: {
    subject: '[{{ticket.key}}] {{approval.title}}: su aprobación ya no es necesaria',
    text: 'Buenos días, {{recipient.name}}:\n\nSu aprobación de «{{approval.title}}» ya no es necesaria.\n\n{{message}}\n\nYa no tiene que decidir nada; el enlace que recibió ha dejado de funcionar.',
  },
  rating: {
    subject: '[{{ticket.key}}] ¿Está satisfecho?',
    text: 'Hola, {{recipient.name}}:\n\nSu ticket «{{ticket.title}}» está cerrado. ¿Está satisfecho con lo que se hizo? Elija abajo; podrá cambiarlo y contarnos más.',
  },
  requestApproved: {
    subject: '[{{ticket.key}}] {{ticket.title}}: aprobado',
    text: 'Buenos días, {{recipient.name}}:\n\nSu solicitud ha sido aprobada. Estamos trabajando en ella.',
  },
  requestRejected: {
    subject: '[{{ticket.key}}] {{ticket.title}}: no aprobado',
    text: 'Buenos días, {{recipient.name}}:\n\nSu solicitud no ha sido aprobada.\n\n{{message}}',
  },
  requestExpired: {
    subject: '[{{ticket.key}}] {{ticket.title}}: no aprobado',
    text: 'Buenos días, {{recipient.name}}:\n\nNadie decidió a tiempo sobre su solicitud, por lo que no ha sido aprobada.',
  },
  requestChanged: {
    subject: '[{{ticket.key}}] {{ticket.title}}: cambiada',
    text: 'Buenos días, {{recipient.name}}:\n\n{{author.name}} ha cambiado la solicitud «{{ticket.title}}»:\n\n{{message}}\n\nSi algo no es correcto, responda simplemente a este correo.',
  },
  requestWithdrawn: {
    subject: '[{{ticket.key}}] {{ticket.title}}: retirada',
    text: 'Buenos días, {{recipient.name}}:\n\n{{author.name}} ha retirado la solicitud «{{ticket.title}}». No se hará nada más con ella.\n\n{{message}}',
  },
  announcement: {
    subject: '{{announcement.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\n{{message}}\n\nAfecta a: {{announcement.services | su empresa}}\nDesde: {{announcement.from}}\nHasta: {{announcement.until | aún no se sabe}}',
  },
  announcementUpdate: {
    subject: '{{announcement.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\nHay novedades sobre «{{announcement.title}}».\n\n{{message}}',
  },
  announcementEnded: {
    subject: 'Terminado: {{announcement.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\n«{{announcement.title}}» ha terminado.\n\n{{message}}\n\nSi algo sigue sin funcionar, responda simplemente a este correo.',
  },
  quote: {
    subject: '{{provider.name | Su servicio de asistencia}}: {{quote.number}}, {{quote.title}}',
    text: 'Buenos días, {{recipient.name}}:\n\nAdjuntamos {{quote.number}} para {{client.name}}: {{quote.title}}, {{quote.total}}.\n\nHasta el {{quote.until}} puede elegir opciones, aceptarlo o rechazarlo en el portal.\n\nSi tiene alguna pregunta, responda simplemente a este correo.',
  },
  contract: {
    subject: '{{provider.name | Su servicio de asistencia}}: {{contract.name}}, para firmar',
    text: 'Buenos días, {{recipient.name}}:\n\nAdjuntamos el contrato «{{contract.name}}» para {{client.name}}: {{contract.monthly}} al mes, sin impuestos, desde el {{contract.begins}}.\n\nLéalo y fírmelo en el portal.\n\nSi tiene alguna pregunta, responda simplemente a este correo.',
  },
  invoice: {
    subject: '{{provider.name | Su servicio de asistencia}}: {{invoice.number}}',
    text: 'Buenos días:\n\nAdjuntamos {{invoice.number}} ({{invoice.name}}) para {{client.name}}: {{invoice.total}}.\n\nSi tiene alguna pregunta, responda simplemente a este correo.',
  },
  invoiceReminder: {
    subject: 'Recordatorio: {{invoice.number}} venció el {{invoice.due}}',
    text: 'Buenos días:\n\n{{invoice.number}} ({{invoice.name}}) para {{client.name}} venció el {{invoice.due}}. Quedan por pagar {{invoice.open}}; adjuntamos la factura.\n\nSi ya ha pagado, no tenga en cuenta este correo. Si tiene alguna pregunta, responda simplemente a este correo.',
  },
};
