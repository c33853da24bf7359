import type { Translated } from '#shared/message-words.ts';
import type en from '../en/status.ts';

/** Services, and what is announced, in German. */
export default {
  'status.services': 'Ihre Dienste',
  'status.noServices': 'Für Ihr Unternehmen sind hier noch keine Dienste vermerkt.',
  'status.operational': 'Funktioniert',
  'status.maintenance': 'Geplante Wartung',
  'status.degraded': 'Gestört',
  'status.outage': 'Ausgefallen',
  'status.since': 'Seit {when}',
  'status.troubledDays': {
    one: 'An {count} Tag der letzten 90 war etwas gestört',
    other: 'An {count} Tagen der letzten 90 war etwas gestört',
  },
  'status.noTrouble': 'In den letzten 90 Tagen war nichts gestört',
  'status.knownErrors': 'Bekannte Fehler',
  'status.knownErrorsHelp': 'Wir wissen davon und arbeiten daran. Bis sie behoben sind, hilft Folgendes.',
  'status.nothingHelps': 'Noch ist nichts bekannt, was hilft.',
  'status.announcements': 'Ankündigungen',
  'status.nothing': 'Nichts angekündigt',
  'status.nothingHelp': 'Was geplant ist oder nicht funktioniert, steht hier.',
  'status.over': 'Vorbei',

  'announced.notice': 'Hinweis',
  'announced.maintenance': 'Geplante Wartung',
  'announced.outage': 'Ausfall',
  'announced.from': 'Ab {from}',
  'announced.fromUntil': 'Von {from} bis {until}',
  'announced.dismiss': 'Ausblenden',
  'announced.all': 'Alle Ankündigungen',
  'announced.readOn': 'Weiterlesen',
  'announced.affectsMe': 'Das betrifft mich auch',
  'announced.following': 'Sie erfahren per E-Mail, wie es weitergeht.',
  'announced.unfollow': 'Nicht mehr benachrichtigen',
  'announced.followingUnmailed': 'Sie erhalten keine E-Mails zu Ankündigungen; wie es weitergeht, steht nur hier.',
  'announced.notMe': 'Betrifft mich doch nicht',
  'announced.known': 'Das ist uns bereits bekannt',
  'announced.knownHelp':
    'Wenn es darum geht, brauchen Sie nichts zu melden: Sagen Sie, dass es Sie auch betrifft, und Sie erfahren per E-Mail, wie es weitergeht.',
  'announced.knownHelpUnmailed':
    'Wenn es darum geht, brauchen Sie nichts zu melden: Sagen Sie, dass es Sie auch betrifft. Sie erhalten keine E-Mails zu Ankündigungen; wie es weitergeht, steht unter „{status}“.',
  'announced.mailOn': 'Sie erhalten E-Mails zu dem, was Sie betrifft, und zu dem, was Ihr Service Desk Ihnen schickt.',
  'announced.noMail': 'Keine senden',
  'announced.mailOff': 'Sie erhalten keine E-Mails zu Ankündigungen.',
  'announced.mailAgain': 'Wieder E-Mails senden',

  'stopMail.title': 'E-Mails zu Ankündigungen',
  'stopMail.ask':
    'Möchten Sie keine E-Mails mehr zu Ausfällen, geplanten Wartungen und Hinweisen erhalten? E-Mails zu Ihren Tickets erhalten Sie weiterhin.',
  'stopMail.stop': 'Keine mehr senden',
  'stopMail.done': 'Sie erhalten keine E-Mails mehr zu Ankündigungen. Im Portal können Sie das unter „Status“ ändern.',
} satisfies Translated<typeof en>;
