import type { Translated } from '#shared/message-words.ts';
import type en from '../en/enter.ts';

/** Signing in, in Dutch. */
export default {
  'enter.title': 'Uw tickets',
  'enter.intro': 'Bekijk wat u hebt gemeld, geef antwoord en laat weten of het is opgelost.',
  'enter.needed': 'U hebt een link nodig om in te loggen',
  'enter.askForOne': 'Een link werkt één keer en vijftien minuten lang. Vraag uw servicedesk om een nieuwe.',
  'enter.email': 'E-mail',
  'enter.sendLink': 'Stuur mij een link',
  'enter.noPassword': 'Wij sturen u een e-mail met een link en een code.',
  'enter.emailWrong': 'Voer een e-mailadres in.',
  'enter.onItsWay': 'Als {email} hier bekend is, is er een e-mail onderweg. Open de link daarin of typ hier de code.',
  'enter.code': 'Code',
  'enter.codeWrong': 'De code klopt niet, is al gebruikt of te oud.',
  'enter.otherAddress': 'Een ander adres gebruiken',
  'enter.notDone': 'Dat is niet gelukt. Probeer het later opnieuw.',
  'enter.whichCompany': 'Voor welk bedrijf?',
  'enter.continueWith': 'Doorgaan met {name}',
  'enter.refused.failed': 'Inloggen via uw bedrijf werkt op dit moment niet. Meld dit bij uw servicedesk.',
  'enter.refused.unknown': 'Onder uw bedrijfsaccount is hier niemand bekend. Meld dit bij uw servicedesk.',
  'enter.next': 'Doorgaan',
  'enter.back': 'Terug',
  'enter.password': 'Wachtwoord',
  'enter.passwordMissing': 'Voer uw wachtwoord in.',
  'enter.passwordWrong': 'Het e-mailadres of het wachtwoord klopt niet.',
  'enter.tooMany': 'Te veel pogingen. Wacht 15 minuten of log op een andere manier in.',
  'enter.linkInstead': 'Stuur mij liever een link',
  'enter.forgotten': 'Wachtwoord vergeten of nog geen?',
  'enter.passwordOnItsWay':
    'Als {email} hier bekend is, is er een e-mail onderweg. Open de link daarin om een wachtwoord te kiezen.',

  'factor.title': 'Nog één stap',
  'factor.intro': 'Typ de code die uw app nu toont, of een van uw herstelcodes.',
  'factor.wrong': 'De code klopt niet of is al gebruikt.',
  'factor.lost': 'Bent u uw telefoon en uw codes kwijt? Uw servicedesk kan helpen.',
  'factor.appCode': 'Code uit uw app',

  'password.choose': 'Een wachtwoord kiezen',
  'password.change': 'Uw wachtwoord wijzigen',
  'password.set': 'Een wachtwoord instellen',
  'password.advice': 'Minstens {least} tekens; een paar gewone woorden zijn prima.',
  'password.tooShort': 'Gebruik minstens {least} tekens.',
  'password.current': 'Huidig wachtwoord',
  'password.new': 'Nieuw wachtwoord',
  'password.save': 'Wachtwoord opslaan',
  'password.saved': 'Het wachtwoord is opgeslagen. Op alle andere apparaten bent u uitgelogd.',
  'password.askAgain':
    'Een link werkt één keer en beperkte tijd. Vraag een nieuwe aan op de inlogpagina of bij uw servicedesk.',
} satisfies Translated<typeof en>;
