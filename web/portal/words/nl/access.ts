import type { Translated } from '#shared/message-words.ts';
import type en from '../en/access.ts';

/** Who got at what is the company's, in Dutch. */
export default {
  'access.title': 'Toegangslogboek',
  'access.help':
    'Wie zich voor uw bedrijf heeft aangemeld, wat is geweigerd en wie van de servicedesk aan uw gegevens heeft gewerkt.',
  'access.none': 'Niets in deze periode',
  'access.noneHelp': 'Niemand heeft zich aangemeld en niemand van de servicedesk heeft iets gewijzigd.',
  'access.more': 'Alleen de nieuwste staan hier; kies een kortere periode om alles te zien.',
  'access.period': 'Periode',
  'access.days': { one: 'De laatste dag', other: 'De laatste {count} dagen' },
  'access.csv': 'Downloaden (CSV)',
  'access.worked': {
    one: '{staff} van de servicedesk heeft één wijziging gedaan',
    other: '{staff} van de servicedesk heeft {count} wijzigingen gedaan',
  },
  'access.workedDay': 'op deze dag, het laatst om {time}',
  'access.denied': '{who} vroeg om iets dat niet van uw bedrijf is, en dat is geweigerd',
  'access.deniedStaff':
    '{staff} van de servicedesk, die uw bedrijf niet bedient, vroeg om iets ervan en dat is geweigerd',
  'access.signed_in': '{who} heeft zich aangemeld',
  'access.sign_in_refused': 'Een verkeerd wachtwoord voor {who} is geweigerd',
  'access.signed_out': 'De sessies van {who} zijn beëindigd',
  'access.created': '{who} is aan uw bedrijf toegevoegd',
  'access.invited': '{who} is uitgenodigd om een wachtwoord te kiezen',
  'access.sign_in_link_made': '{staff} van de servicedesk heeft een aanmeldlink gemaakt voor {who}',
  'access.password_set': '{who} heeft een wachtwoord gekozen',
  'access.password_changed': '{who} heeft het wachtwoord gewijzigd',
  'access.second_factor_on': '{who} heeft codes voor het aanmelden ingesteld',
  'access.second_factor_off': '{who} heeft codes voor het aanmelden uitgezet',
  'access.second_factor_reset': 'De aanmeldcodes van {who} zijn verwijderd',
  'access.recovery_codes_renewed': '{who} heeft nieuwe herstelcodes gemaakt',
  'access.identity_linked': '{who} is gekoppeld aan het bedrijfsaccount',
  'access.identity_unlinked': '{who} is losgekoppeld van het bedrijfsaccount',
  'access.byPassword': 'met een wachtwoord',
  'access.byLink': 'via een link',
  'access.byCode': 'met een code uit een e-mail',
  'access.byProvider': 'met {provider}',
  'access.somebody': 'Iemand',
  'access.notSaved': 'Niet opgeslagen',
} satisfies Translated<typeof en>;
