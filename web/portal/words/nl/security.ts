import type { Translated } from '#shared/message-words.ts';
import type en from '../en/security.ts';

/** How one signs in, and where one is signed in, in Dutch. */
export default {
  'security.title': 'Inloggen en beveiliging',
  'security.needed':
    'Uw bedrijf vraagt bij het inloggen om een tweede stap. Stel codes uit een app in om verder te gaan.',
  'security.confirm': 'Bevestig dat u het bent',
  'security.confirmHelp': 'Voordat u wijzigt hoe u inlogt.',
  'security.signInAgain': 'Log eerst uit en weer in om te wijzigen hoe u inlogt.',
  'security.sendCode': 'Stuur mij een code',
  'security.mailCode': 'Code uit de e-mail',
  'security.confirmDo': 'Bevestigen',
  'security.notDone': 'Niet gewijzigd',

  'codes.title': 'Codes uit een app',
  'codes.off': 'Na de eerste stap zes cijfers uit een app op uw telefoon: zonder die app kan niemand als u inloggen.',
  'codes.on': {
    one: 'Ze staan aan. Er is nog {count} herstelcode.',
    other: 'Ze staan aan. Er zijn nog {count} herstelcodes.',
  },
  'codes.notAsked': 'Ze staan aan, maar uw bedrijf vraagt er niet om.',
  'codes.setUp': 'Codes instellen',
  'codes.scan': 'Scan dit met uw authenticator-app.',
  'codes.qr': 'QR-code voor uw app',
  'codes.typeKey': 'Lukt scannen niet? Typ deze sleutel: {key}',
  'codes.first': 'Code die de app nu toont',
  'codes.turnOn': 'Aanzetten',
  'codes.turnOff': 'Uitzetten',
  'codes.renew': 'Nieuwe herstelcodes',
  'codes.recovery': 'Uw herstelcodes',
  'codes.keep':
    'Elke code werkt één keer in plaats van een code uit uw app. Bewaar ze waar u ze zonder uw telefoon vindt; ze worden alleen nu getoond, en oudere werken niet meer.',
  'codes.copy': 'Alles kopiëren',
  'codes.copied': 'Gekopieerd',
  'codes.kept': 'Ik heb ze bewaard',

  'sessions.title': 'Waar u bent ingelogd',
  'sessions.device': '{browser} op {system}',
  'sessions.unknown': 'Onbekend apparaat',
  'sessions.here': 'dit apparaat',
  'sessions.seen': '{address}, laatst actief: {when}',
  'sessions.end': 'Uitloggen',
  'sessions.endOf': '{device} uitloggen',
  'sessions.endOthers': 'Op alle andere apparaten uitloggen',
  'sessions.notEnded': 'Niet uitgelogd',
} satisfies Translated<typeof en>;
