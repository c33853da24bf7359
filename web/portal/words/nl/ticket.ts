import type { Translated } from '#shared/message-words.ts';
import type en from '../en/ticket.ts';

/** One ticket, in Dutch. */
export default {
  'ticket.earlier': 'Eerdere berichten tonen (nog {count})',
  'ticket.latest': 'Terug naar de laatste berichten (nog {count})',
  'ticket.next.new': 'Hierna bekijken we het.',
  'ticket.next.open': 'We werken eraan en schrijven u.',
  'ticket.next.you': 'We hebben uw antwoord nodig: schrijf het hieronder.',
  'ticket.next.waiting': 'We wachten op iemand anders en gaan daarna verder.',
  'ticket.joined':
    'De servicedesk behandelt dit samen met een andere melding van uw bedrijf. Antwoorden aan u staan hier en u kunt hier blijven schrijven.',
  'ticket.conversation': 'Gesprek',
  'ticket.unknown': 'Onbekend',
  'ticket.you': 'u',
  'ticket.desk': 'servicedesk',
  'ticket.messageOf': 'Bericht van {name}',
  'ticket.nothingWritten': 'Er is verder niets geschreven.',
  'ticket.raisedBy': 'gemeld door {name}',
  'ticket.youRaisedBy': 'u, gemeld door {name}',

  'verdict.label': 'Oplossing',
  'verdict.ask': 'Is het opgelost?',
  'verdict.solved': 'Opgelost',
  'verdict.closes': 'Zonder antwoord wordt het gesloten: {when}.',
  'verdict.yes': 'Ja, het is opgelost',
  'verdict.notYet': 'Nee, nog niet',
  'verdict.notAfterAll': 'Het is toch niet opgelost',
  'verdict.whatIsWrong': 'Wat is er nog niet in orde?',
  'verdict.openAgain': 'Opnieuw openen',

  'withdraw.begin': 'De aanvraag intrekken',
  'withdraw.why': 'Waarom? U mag dit leeg laten.',
  'withdraw.whatFollows': 'Niemand beslist er nog over of werkt er nog aan.',
  'withdraw.doIt': 'Intrekken',
  'withdraw.tooLate': 'Is het niet meer nodig, schrijf ons dan hieronder.',

  'reply.label': 'Uw antwoord',
  'reply.offline':
    'Er is geen verbinding. Laat deze pagina open: het bericht wordt verzonden zodra de verbinding terug is.',

  'rating.ask': 'Hoe tevreden bent u met wat er is gedaan?',
  'rating.thanks': 'Bedankt dat u het ons hebt laten weten.',
  'rating.good': 'Tevreden',
  'rating.fair': 'Neutraal',
  'rating.bad': 'Ontevreden',
  'rating.meant': 'U koos ‘{choice}’: raak de pagina aan of druk hier om het te versturen.',
  'rating.words': 'Wat moeten wij weten?',
  'rating.over': 'De termijn om dit te beantwoorden is verstreken.',
} satisfies Translated<typeof en>;
