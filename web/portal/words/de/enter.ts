import type { Translated } from '#shared/message-words.ts';
import type en from '../en/enter.ts';

/** Signing in, in German. */
export default {
  'enter.title': 'Ihre Tickets',
  'enter.intro': 'Sehen Sie, was Sie gemeldet haben, antworten Sie, und sagen Sie, ob es gelöst ist.',
  'enter.needed': 'Zum Anmelden brauchen Sie einen Link',
  'enter.askForOne': 'Ein Link gilt einmal und fünfzehn Minuten lang. Bitten Sie Ihren Service Desk um einen neuen.',
  'enter.email': 'E-Mail',
  'enter.sendLink': 'Link zusenden',
  'enter.noPassword': 'Wir senden Ihnen eine E-Mail mit einem Link und einem Code.',
  'enter.emailWrong': 'Geben Sie eine E-Mail-Adresse ein.',
  'enter.onItsWay':
    'Ist {email} hier bekannt, kommt eine E-Mail. Öffnen Sie den Link darin oder geben Sie hier den Code ein.',
  'enter.code': 'Code',
  'enter.codeWrong': 'Der Code ist falsch, verbraucht oder zu alt.',
  'enter.otherAddress': 'Andere Adresse verwenden',
  'enter.notDone': 'Das hat nicht geklappt. Versuchen Sie es später noch einmal.',
  'enter.whichCompany': 'Für welches Unternehmen?',
  'enter.continueWith': 'Weiter mit {name}',
  'enter.refused.failed': 'Die Anmeldung Ihres Unternehmens klappt gerade nicht. Fragen Sie Ihren Service Desk.',
  'enter.refused.unknown': 'Niemand ist hier unter Ihrem Firmenkonto bekannt. Fragen Sie Ihren Service Desk.',
  'enter.next': 'Weiter',
  'enter.back': 'Zurück',
  'enter.password': 'Passwort',
  'enter.passwordMissing': 'Geben Sie Ihr Passwort ein.',
  'enter.passwordWrong': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
  'enter.tooMany': 'Zu viele Versuche. Warten Sie 15 Minuten, oder melden Sie sich auf einem anderen Weg an.',
  'enter.linkInstead': 'Stattdessen einen Link zusenden',
  'enter.forgotten': 'Passwort vergessen oder noch keines?',
  'enter.passwordOnItsWay':
    'Wenn {email} hier bekannt ist, ist eine E-Mail unterwegs. Öffnen Sie den Link darin, um ein Passwort zu wählen.',

  'factor.title': 'Noch ein Schritt',
  'factor.intro': 'Geben Sie den Code ein, den Ihre App jetzt zeigt, oder einen Ihrer Wiederherstellungscodes.',
  'factor.wrong': 'Der Code ist falsch oder wurde schon verwendet.',
  'factor.lost': 'Telefon und Codes verloren? Ihr Service Desk kann helfen.',
  'factor.appCode': 'Code aus Ihrer App',

  'password.choose': 'Passwort wählen',
  'password.change': 'Passwort ändern',
  'password.set': 'Passwort festlegen',
  'password.advice': 'Mindestens {least} Zeichen; ein paar einfache Wörter eignen sich gut.',
  'password.tooShort': 'Verwenden Sie mindestens {least} Zeichen.',
  'password.current': 'Bisheriges Passwort',
  'password.new': 'Neues Passwort',
  'password.save': 'Passwort speichern',
  'password.saved': 'Das Passwort ist gespeichert. Überall sonst sind Sie abgemeldet.',
  'password.askAgain':
    'Ein Link gilt einmal und nur eine Zeit lang. Fordern Sie bei der Anmeldung einen neuen an, oder fragen Sie Ihren Service Desk.',
} satisfies Translated<typeof en>;
