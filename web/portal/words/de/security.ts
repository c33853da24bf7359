import type { Translated } from '#shared/message-words.ts';
import type en from '../en/security.ts';

/** How one signs in, and where one is signed in, in German. */
export default {
  'security.title': 'Anmeldung und Sicherheit',
  'security.needed':
    'Ihr Unternehmen verlangt bei der Anmeldung einen zweiten Nachweis. Richten Sie Codes aus einer App ein, um fortzufahren.',
  'security.confirm': 'Bestätigen Sie, dass Sie es sind',
  'security.confirmHelp': 'Bevor Sie ändern, wie Sie sich anmelden.',
  'security.signInAgain': 'Um zu ändern, wie Sie sich anmelden, melden Sie sich zuerst ab und wieder an.',
  'security.sendCode': 'Code zusenden',
  'security.mailCode': 'Code aus der E-Mail',
  'security.confirmDo': 'Bestätigen',
  'security.notDone': 'Nicht geändert',

  'codes.title': 'Codes aus einer App',
  'codes.off':
    'Nach dem ersten Nachweis sechs Ziffern aus einer App auf Ihrem Telefon: Ohne sie kann sich niemand in Ihrem Namen anmelden.',
  'codes.on': {
    one: 'Sie sind eingeschaltet. {count} Wiederherstellungscode ist übrig.',
    other: 'Sie sind eingeschaltet. {count} Wiederherstellungscodes sind übrig.',
  },
  'codes.notAsked': 'Sie sind eingeschaltet, aber Ihr Unternehmen verlangt sie nicht.',
  'codes.setUp': 'Codes einrichten',
  'codes.scan': 'Scannen Sie dies mit Ihrer Authenticator-App.',
  'codes.qr': 'QR-Code für Ihre App',
  'codes.typeKey': 'Scannen geht nicht? Geben Sie diesen Schlüssel ein: {key}',
  'codes.first': 'Code, den die App jetzt zeigt',
  'codes.turnOn': 'Einschalten',
  'codes.turnOff': 'Ausschalten',
  'codes.renew': 'Neue Wiederherstellungscodes',
  'codes.recovery': 'Ihre Wiederherstellungscodes',
  'codes.keep':
    'Jeder gilt einmal anstelle eines Codes aus Ihrer App. Bewahren Sie sie dort auf, wo Sie sie ohne Ihr Telefon finden; sie werden nur jetzt gezeigt, und ältere gelten nicht mehr.',
  'codes.copy': 'Alle kopieren',
  'codes.copied': 'Kopiert',
  'codes.kept': 'Ich habe sie aufbewahrt',

  'sessions.title': 'Wo Sie angemeldet sind',
  'sessions.device': '{browser} auf {system}',
  'sessions.unknown': 'Unbekanntes Gerät',
  'sessions.here': 'dieses hier',
  'sessions.seen': '{address}, zuletzt aktiv: {when}',
  'sessions.end': 'Abmelden',
  'sessions.endOf': '{device} abmelden',
  'sessions.endOthers': 'Überall sonst abmelden',
  'sessions.notEnded': 'Nicht abgemeldet',
} satisfies Translated<typeof en>;
