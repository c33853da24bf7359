import type { Spoken } from '#shared/languages.ts';

/**
 * Why a mail about signing in is written: to sign in by it; to lead somebody to where their company signs in; because they want to choose
 * a password; because they are invited to.
 */
export type SignInReason = 'sign_in' | 'elsewhere' | 'reset' | 'invited';

type ByReason = Readonly<Record<SignInReason, string>>;
type SignInWords = {
  readonly subject: ByReason;
  readonly lead: ByReason;
  readonly button: ByReason;
  readonly code: string;
  readonly notYou: ByReason;
};

/** Two texts: those of a mail that lets somebody in or leads them there, and those of one about a password. */
const both = (entering: string, choosing: string): ByReason => ({
  sign_in: entering,
  elsewhere: entering,
  reset: choosing,
  invited: choosing,
});

const WORDS: Readonly<Record<Spoken, SignInWords>> = {
  en: {
    subject: both('Your link to sign in', 'Choose your password'),
    lead: {
      sign_in: 'Open this link and press the button there to sign in. It works once, for 15 minutes.',
      elsewhere: 'Your company signs in with its own account. Open this link to do so.',
      reset: 'Open this link to choose a password for the portal. It works once, for an hour.',
      invited: 'You are invited to our portal. Open this link to choose a password. It works once, for three days.',
    },
    button: both('Sign in', 'Choose a password'),
    code: 'Or type this code where you asked for this mail:',
    notYou: both(
      'Did you not ask for this? Then you need do nothing: without this mail nobody signs in as you. Tell the code to nobody.',
      'Did you not expect this? Then you need do nothing: nothing changes until somebody opens this link. Pass it on to nobody.',
    ),
  },
  de: {
    subject: both('Ihr Link zum Anmelden', 'Wählen Sie Ihr Passwort'),
    lead: {
      sign_in:
        'Öffnen Sie diesen Link und klicken Sie dort auf die Schaltfläche, um sich anzumelden. Er gilt einmal, 15 Minuten lang.',
      elsewhere: 'In Ihrem Unternehmen meldet man sich mit dem eigenen Firmenkonto an. Öffnen Sie dazu diesen Link.',
      reset: 'Öffnen Sie diesen Link, um ein Passwort für das Portal zu wählen. Er gilt einmal, eine Stunde lang.',
      invited:
        'Sie sind zu unserem Portal eingeladen. Öffnen Sie diesen Link, um ein Passwort zu wählen. Er gilt einmal, drei Tage lang.',
    },
    button: both('Anmelden', 'Passwort wählen'),
    code: 'Oder geben Sie diesen Code dort ein, wo Sie diese E-Mail angefordert haben:',
    notYou: both(
      'Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne diese E-Mail meldet sich niemand als Sie an. Geben Sie den Code nicht weiter.',
      'Sie haben das nicht erwartet? Dann brauchen Sie nichts zu tun: Es ändert sich nichts, solange niemand diesen Link öffnet. Geben Sie ihn nicht weiter.',
    ),
  },
  fr: {
    subject: both('Votre lien de connexion', 'Choisissez votre mot de passe'),
    lead: {
      sign_in:
        'Ouvrez ce lien et cliquez sur le bouton qui s’y trouve pour vous connecter. Il fonctionne une seule fois, pendant 15 minutes.',
      elsewhere: 'Dans votre entreprise, on se connecte avec le compte de l’entreprise. Ouvrez ce lien pour le faire.',
      reset:
        'Ouvrez ce lien pour choisir un mot de passe pour le portail. Il fonctionne une seule fois, pendant une heure.',
      invited:
        'Vous êtes invité à utiliser notre portail. Ouvrez ce lien pour choisir un mot de passe. Il fonctionne une seule fois, pendant trois jours.',
    },
    button: both('Se connecter', 'Choisir un mot de passe'),
    code: 'Ou saisissez ce code là où vous avez demandé ce message :',
    notYou: both(
      'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : sans ce message, personne ne se connecte à votre place. Ne communiquez ce code à personne.',
      'Vous ne vous y attendiez pas ? Alors vous n’avez rien à faire : rien ne change tant que personne n’ouvre ce lien. Ne le transmettez à personne.',
    ),
  },
  es: {
    subject: both('Su enlace para iniciar sesión', 'Elija su contraseña'),
    lead: {
      sign_in:
        'Abra este enlace y pulse el botón que aparece para iniciar sesión. Funciona una sola vez, durante 15 minutos.',
      elsewhere: 'En su empresa se inicia sesión con la cuenta de la empresa. Abra este enlace para hacerlo.',
      reset: 'Abra este enlace para elegir una contraseña para el portal. Funciona una sola vez, durante una hora.',
      invited:
        'Le invitamos a nuestro portal. Abra este enlace para elegir una contraseña. Funciona una sola vez, durante tres días.',
    },
    button: both('Iniciar sesión', 'Elegir una contraseña'),
    code: 'O escriba este código donde solicitó este correo:',
    notYou: both(
      '¿No lo ha solicitado? Entonces no tiene que hacer nada: sin este correo nadie inicia sesión en su nombre. No dé el código a nadie.',
      '¿No lo esperaba? Entonces no tiene que hacer nada: nada cambia mientras nadie abra este enlace. No lo reenvíe a nadie.',
    ),
  },
  nl: {
    subject: both('Uw link om in te loggen', 'Kies uw wachtwoord'),
    lead: {
      sign_in: 'Open deze link en klik daar op de knop om in te loggen. Hij werkt één keer, 15 minuten lang.',
      elsewhere: 'In uw bedrijf logt men in met het eigen bedrijfsaccount. Open daarvoor deze link.',
      reset: 'Open deze link om een wachtwoord voor het portaal te kiezen. Hij werkt één keer, een uur lang.',
      invited:
        'U bent uitgenodigd voor ons portaal. Open deze link om een wachtwoord te kiezen. Hij werkt één keer, drie dagen lang.',
    },
    button: both('Inloggen', 'Wachtwoord kiezen'),
    code: 'Of typ deze code waar u om deze e-mail vroeg:',
    notYou: both(
      'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen: zonder deze e-mail logt niemand als u in. Geef de code aan niemand.',
      'Had u dit niet verwacht? Dan hoeft u niets te doen: er verandert niets zolang niemand deze link opent. Geef hem aan niemand door.',
    ),
  },
};

/** What a mail to sign in says. */
export const signInWords = (language: Spoken): SignInWords => WORDS[language];
