import type { Translated } from '#shared/message-words.ts';
import type en from '../en/first.ts';

/** What every page may say, and what many say alike, in German. */
export default {
  'ui.skip': 'Zum Inhalt springen',
  'ui.tryAgain': 'Noch einmal versuchen',
  'ui.loadUpdate': 'Neue Version laden',
  'ui.request': 'Anfrage {id}',
  'ui.loading': 'Wird geladen',
  'ui.dismiss': 'Schließen',
  'ui.messages': 'Meldungen',
  'ui.exactly': '{date} um {time}',
  'ui.nothingFits': 'Nichts gefunden',
  'ui.notInList': '„{text}“ steht nicht in der Liste',
  'ui.fitsSeveral': '„{text}“ passt auf mehrere',
  'ui.fromTo': 'Muss zwischen {min} und {max} liegen.',
  'ui.atLeast': 'Muss mindestens {min} sein.',
  'ui.atMost': 'Darf höchstens {max} sein.',

  'answer.yes': 'Ja',
  'answer.no': 'Nein',
  'answer.chooseOne': 'Bitte auswählen',
  'answer.colleague': 'Eine Kollegin oder ein Kollege',

  'frame.desk': 'Service Desk',
  'frame.nav': 'Portal',
  'frame.tickets': 'Tickets',
  'frame.knowledge': 'Hilfe finden',
  'frame.catalogue': 'Etwas anfordern',
  'frame.approvals': 'Genehmigungen',
  'frame.signIn': 'Anmelden',
  'frame.signOut': 'Abmelden',
  'frame.language': 'Sprache',
  'frame.notChanged': 'Die Sprache wurde nicht geändert',
  'frame.status': 'Status',
  'frame.account': '{name}: Anmeldung',
  'frame.allTickets': 'Alle Ihre Tickets',
  'frame.raise': 'Problem melden',
  'frame.company': 'Ihr Unternehmen',
  'frame.invoices': 'Rechnungen',
  'frame.projects': 'Projekte',

  'common.cancel': 'Abbrechen',
  'common.showMore': 'Mehr anzeigen',
  'common.notSent': 'Nicht gesendet',
  'common.linkUsed': 'Dieser Link ist nicht mehr gültig',
  'common.send': 'Senden',
  'common.choose': 'Jemanden auswählen',
  'common.where': 'Wo?',

  'nowhere.title': 'Hier ist nichts',
  'nowhere.help': 'Vielleicht ist die Adresse falsch geschrieben, oder es gibt die Seite nicht mehr.',
} satisfies Translated<typeof en>;
