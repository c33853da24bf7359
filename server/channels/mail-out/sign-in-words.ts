import type { Spoken } from '#shared/languages.ts';

type SignInWords = {
  readonly subject: string;
  readonly link: string;
  /** Instead of `link`, where one signs in at the company's own provider. */
  readonly company: string;
  readonly button: string;
  readonly code: string;
  readonly notYou: string;
};

const WORDS: Readonly<Record<Spoken, SignInWords>> = {
  en: {
    subject: 'Your link to sign in',
    link: 'Open this link and press the button there to sign in. It works once, for 15 minutes.',
    company: 'Your company signs in with its own account. Open this link to do so.',
    button: 'Sign in',
    code: 'Or type this code where you asked for this mail:',
    notYou:
      'Did you not ask for this? Then you need do nothing: without this mail nobody signs in as you. Tell the code to nobody.',
  },
  de: {
    subject: 'Ihr Link zum Anmelden',
    link: 'Öffnen Sie diesen Link und klicken Sie dort auf die Schaltfläche, um sich anzumelden. Er gilt einmal, 15 Minuten lang.',
    company: 'In Ihrem Unternehmen meldet man sich mit dem eigenen Firmenkonto an. Öffnen Sie dazu diesen Link.',
    button: 'Anmelden',
    code: 'Oder geben Sie diesen Code dort ein, wo Sie diese E-Mail angefordert haben:',
    notYou:
      'Sie haben das nicht angefordert? Dann brauchen Sie nichts zu tun: Ohne diese E-Mail meldet sich niemand als Sie an. Geben Sie den Code nicht weiter.',
  },
  fr: {
    subject: 'Votre lien de connexion',
    link: 'Ouvrez ce lien et cliquez sur le bouton qui s’y trouve pour vous connecter. Il fonctionne une seule fois, pendant 15 minutes.',
    company: 'Dans votre entreprise, on se connecte avec le compte de l’entreprise. Ouvrez ce lien pour le faire.',
    button: 'Se connecter',
    code: 'Ou saisissez ce code là où vous avez demandé ce message :',
    notYou:
      'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : sans ce message, personne ne se connecte à votre place. Ne communiquez ce code à personne.',
  },
  es: {
    subject: 'Su enlace para iniciar sesión',
    link: 'Abra este enlace y pulse el botón que aparece para iniciar sesión. Funciona una sola vez, durante 15 minutos.',
    company: 'En su empresa se inicia sesión con la cuenta de la empresa. Abra este enlace para hacerlo.',
    button: 'Iniciar sesión',
    code: 'O escriba este código donde solicitó este correo:',
    notYou:
      '¿No lo ha solicitado? Entonces no tiene que hacer nada: sin este correo nadie inicia sesión en su nombre. No dé el código a nadie.',
  },
  nl: {
    subject: 'Uw link om in te loggen',
    link: 'Open deze link en klik daar op de knop om in te loggen. Hij werkt één keer, 15 minuten lang.',
    company: 'In uw bedrijf logt men in met het eigen bedrijfsaccount. Open daarvoor deze link.',
    button: 'Inloggen',
    code: 'Of typ deze code waar u om deze e-mail vroeg:',
    notYou:
      'Hebt u hier niet om gevraagd? Dan hoeft u niets te doen: zonder deze e-mail logt niemand als u in. Geef de code aan niemand.',
  },
};

/** What a mail to sign in says. */
export const signInWords = (language: Spoken): SignInWords => WORDS[language];
