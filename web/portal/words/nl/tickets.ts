import type { Translated } from '#shared/message-words.ts';
import type en from '../en/tickets.ts';

/** Tickets in a list: one’s own, and those of the company, in Dutch. */
export default {
  'tickets.title': 'Uw tickets',
  'tickets.which': 'Welke tickets',
  'tickets.open': 'Open',
  'tickets.done': 'Afgehandeld',
  'tickets.noneOpen': 'Er staat niets open',
  'tickets.noneOpenHelp': 'Van wat u hebt gemeld, staat niets meer open.',
  'tickets.noneDone': 'Er is nog niets afgehandeld',
  'tickets.noneDoneHelp': 'Wat is opgelost, vindt u daarna hier.',
  'tickets.doings': 'Wat u hier kunt doen',
  'tickets.raiseHelp': 'Iets is kapot of gedraagt zich vreemd',
  'tickets.catalogueHelp': 'Een apparaat, software, toegang of een nieuwe medewerker',
  'tickets.knowledgeHelp': 'Handleidingen en antwoorden',
  'tickets.decide': 'Wacht op uw beslissing: {count}',
  'tickets.waitsForYou': 'Wacht op u',
  'tickets.waitsForDecision': 'Wacht op een beslissing in uw bedrijf',

  'company.access': 'Wie toegang had',
  'company.open': 'Open',
  'company.new': 'Nieuw',
  'company.inWork': 'Bij de servicedesk',
  'company.waitsForYou': 'Wacht op uw bedrijf',
  'company.waitsForUs': 'Wacht op de servicedesk',
  'company.firstResponse': 'Eerste reacties op tijd',
  'company.nextUpdate': 'Updates op tijd',
  'company.resolution': 'Oplossingen op tijd',
  'company.content': 'Tevreden',
  'company.of': '{count} van {all}',
  'company.period': 'Percentages gaan over de laatste {days} dagen.',
  'company.tickets': 'Tickets',
  'company.everywhere': 'Overal',
  'company.save': 'Opslaan als tabel (CSV)',
  'company.notSaved': 'Niet opgeslagen',
  'company.none': 'Niets gevonden',
} satisfies Translated<typeof en>;
