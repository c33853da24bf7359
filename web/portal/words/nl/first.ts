import type { Translated } from '#shared/message-words.ts';
import type en from '../en/first.ts';

/** What every page may say, and what many say alike, in Dutch. */
export default {
  'ui.skip': 'Naar de inhoud',
  'ui.tryAgain': 'Opnieuw proberen',
  'ui.loadUpdate': 'De nieuwe versie laden',
  'ui.request': 'Verzoek {id}',
  'ui.loading': 'Bezig met laden',
  'ui.dismiss': 'Sluiten',
  'ui.messages': 'Meldingen',
  'ui.exactly': '{date} om {time}',
  'ui.nothingFits': 'Niets gevonden',
  'ui.notInList': '‘{text}’ staat niet in de lijst',
  'ui.fitsSeveral': '‘{text}’ past bij meer dan één keuze',
  'ui.fromTo': 'Moet tussen {min} en {max} liggen.',
  'ui.atLeast': 'Moet minstens {min} zijn.',
  'ui.atMost': 'Mag hoogstens {max} zijn.',

  'answer.yes': 'Ja',
  'answer.no': 'Nee',
  'answer.chooseOne': 'Maak een keuze',
  'answer.colleague': 'Een collega',

  'frame.desk': 'Servicedesk',
  'frame.nav': 'Portaal',
  'frame.tickets': 'Tickets',
  'frame.knowledge': 'Hulp zoeken',
  'frame.catalogue': 'Iets aanvragen',
  'frame.approvals': 'Goedkeuringen',
  'frame.signIn': 'Inloggen',
  'frame.signOut': 'Uitloggen',
  'frame.language': 'Taal',
  'frame.notChanged': 'De taal is niet gewijzigd',
  'frame.status': 'Status',
  'frame.account': '{name}: inloggen',
  'frame.allTickets': 'Al uw tickets',
  'frame.raise': 'Probleem melden',
  'frame.company': 'Uw bedrijf',
  'frame.invoices': 'Facturen',
  'frame.projects': 'Projecten',

  'common.cancel': 'Annuleren',
  'common.showMore': 'Meer tonen',
  'common.notSent': 'Niet verzonden',
  'common.linkUsed': 'Deze link werkt niet meer',
  'common.send': 'Versturen',
  'common.choose': 'Kies iemand',
  'common.where': 'Waar?',

  'nowhere.title': 'Hier is niets',
  'nowhere.help': 'Het adres is misschien verkeerd getypt, of wat het aanwees bestaat niet meer.',
} satisfies Translated<typeof en>;
