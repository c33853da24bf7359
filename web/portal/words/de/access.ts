import type { Translated } from '#shared/message-words.ts';
import type en from '../en/access.ts';

/** Who got at what is the company's, in German. */
export default {
  'access.title': 'Zugriffsprotokoll',
  'access.help':
    'Wer sich für Ihr Unternehmen angemeldet hat, was abgewiesen wurde und wer von Ihrem Service Desk an Ihren Daten gearbeitet hat.',
  'access.none': 'Nichts in diesem Zeitraum',
  'access.noneHelp': 'Niemand hat sich angemeldet, und niemand vom Service Desk hat etwas geändert.',
  'access.more': 'Gezeigt werden nur die neuesten Einträge; wählen Sie einen kürzeren Zeitraum, um alle zu sehen.',
  'access.period': 'Zeitraum',
  'access.days': { one: 'Der letzte Tag', other: 'Die letzten {count} Tage' },
  'access.csv': 'Herunterladen (CSV)',
  'access.worked': {
    one: '{staff} vom Service Desk hat eine Änderung vorgenommen',
    other: '{staff} vom Service Desk hat {count} Änderungen vorgenommen',
  },
  'access.workedDay': 'an diesem Tag, zuletzt um {time}',
  'access.denied': '{who} wollte etwas öffnen, das nicht Ihrem Unternehmen gehört, und wurde abgewiesen',
  'access.deniedStaff':
    '{staff} vom Service Desk betreut Ihr Unternehmen nicht, wollte etwas davon öffnen und wurde abgewiesen',
  'access.signed_in': '{who} hat sich angemeldet',
  'access.sign_in_refused': 'Ein falsches Passwort für {who} wurde abgewiesen',
  'access.signed_out': 'Die Sitzungen von {who} wurden beendet',
  'access.created': '{who} wurde Ihrem Unternehmen hinzugefügt',
  'access.invited': '{who} wurde eingeladen, ein Passwort zu wählen',
  'access.sign_in_link_made': '{staff} vom Service Desk hat einen Anmeldelink für {who} erstellt',
  'access.password_set': '{who} hat ein Passwort gewählt',
  'access.password_changed': '{who} hat das Passwort geändert',
  'access.second_factor_on': '{who} hat Codes für die Anmeldung eingerichtet',
  'access.second_factor_off': '{who} hat die Codes für die Anmeldung abgeschaltet',
  'access.second_factor_reset': 'Die Anmeldecodes von {who} wurden entfernt',
  'access.recovery_codes_renewed': '{who} hat neue Wiederherstellungscodes erstellt',
  'access.identity_linked': '{who} wurde mit dem Unternehmenskonto verknüpft',
  'access.identity_unlinked': '{who} wurde vom Unternehmenskonto getrennt',
  'access.byPassword': 'mit Passwort',
  'access.byLink': 'über einen Link',
  'access.byCode': 'mit einem Code aus einer E-Mail',
  'access.byProvider': 'mit {provider}',
  'access.somebody': 'Jemand',
  'access.notSaved': 'Nicht gespeichert',
} satisfies Translated<typeof en>;
