import type { Translated } from '#shared/message-words.ts';
import type en from '../en/tickets.ts';

/** Tickets in a list: one’s own, and those of the company, in German. */
export default {
  'tickets.title': 'Ihre Tickets',
  'tickets.which': 'Welche Tickets',
  'tickets.open': 'Offen',
  'tickets.done': 'Erledigt',
  'tickets.noneOpen': 'Nichts offen',
  'tickets.noneOpenHelp': 'Nichts, was Sie gemeldet haben, steht noch aus.',
  'tickets.noneDone': 'Noch nichts erledigt',
  'tickets.noneDoneHelp': 'Was gelöst ist, finden Sie danach hier.',
  'tickets.doings': 'Was Sie hier tun können',
  'tickets.raiseHelp': 'Etwas ist defekt oder verhält sich seltsam',
  'tickets.catalogueHelp': 'Ein Gerät, Software, ein Zugang oder neue Mitarbeitende',
  'tickets.knowledgeHelp': 'Anleitungen und Antworten',
  'tickets.decide': 'Wartet auf Ihre Entscheidung: {count}',
  'tickets.waitsForYou': 'Wartet auf Sie',
  'tickets.waitsForDecision': 'Wartet auf eine Entscheidung in Ihrem Unternehmen',

  'company.access': 'Wer Zugriff hatte',
  'company.open': 'Offen',
  'company.new': 'Neu',
  'company.inWork': 'Beim Service Desk',
  'company.waitsForYou': 'Wartet auf Ihr Unternehmen',
  'company.waitsForUs': 'Wartet auf den Service Desk',
  'company.firstResponse': 'Erste Antworten rechtzeitig',
  'company.nextUpdate': 'Zwischenstände rechtzeitig',
  'company.resolution': 'Lösungen rechtzeitig',
  'company.content': 'Zufrieden',
  'company.of': '{count} von {all}',
  'company.period': 'Anteile beziehen sich auf die letzten {days} Tage.',
  'company.tickets': 'Tickets',
  'company.everywhere': 'Überall',
  'company.save': 'Als Tabelle speichern (CSV)',
  'company.notSaved': 'Nicht gespeichert',
  'company.none': 'Nichts gefunden',
} satisfies Translated<typeof en>;
