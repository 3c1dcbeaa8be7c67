import { defineWords } from '../../web/words.ts';

export const signInWords = defineWords({
  da: {
    title: 'Log ind',
    lead: 'Du kan læse det meste uden at logge ind. Log ind for at arbejde med sager og initiativer.',
    demoTitle: 'Prøv som en demoperson',
    demoIntro:
      'Ét klik logger dig ind som en opfundet person. Det virker kun her på maskinen og kun med demodata.',
    demoMore: (count: number) => `Vis ${count} demopersoner mere`,
    otherWays: 'Log ind med en kode på e-mail eller en adgangsnøgle',
    demoNo: 'Demopersoner kan kun bruges i et demofællesskab på ens egen maskine (localhost).',
    is: 'Er i dag',
    nothing: 'ingen plads eller rolle i dag',
    emailTitle: 'Med en kode på e-mail',
    email: 'Din e-mail',
    demoEmail: 'E-mail',
    emailHint: 'Den, sekretariatet har registreret dig med',
    sendCode: 'Send mig en kode',
    console:
      'Her er ingen mailserver (SMTP_URL), og det er din egen maskine: koden skrives i det vindue, hvor Fælled kører.',
    noMail:
      'Der kan ikke sendes koder fra denne server, fordi den ikke har en mailserver. Den, der driver serveren, sætter SMTP_URL.',
    noMailTitle: 'Kode på e-mail virker ikke her endnu',
    passkeyTitle: 'Med en adgangsnøgle',
    passkeyIntro:
      'Fingeraftryk, ansigt eller pinkode på din egen enhed. Du laver nøglen på din side, når du er logget ind.',
    passkeyButton: 'Brug min adgangsnøgle',
    passkeyNeeds: 'Adgangsnøgler kræver JavaScript og en browser, der kender dem.',
    passkeyNotHere:
      'Adgangsnøgler virker kun på en https-adresse eller på http://localhost, ikke på en IP-adresse eller almindelig http.',
    passkeyWaiting: 'Følg browserens anvisning …',
    passkeyFailed: 'Det lykkedes ikke. Prøv igen, eller brug en kode på e-mail.',
    passkeyUnknown:
      'Adgangsnøglen kendes ikke her. Måske er den fjernet, eller den hører til en anden adresse.',
    codeTitle: 'Skriv koden',
    codeLead:
      'Hvis e-mailadressen er registreret her, har vi sendt en kode på 6 tal til den. Koden virker i 10 minutter. Kig også i mappen med uønsket mail.',
    codeConsole:
      'Hvis e-mailadressen er registreret her, står der nu en kode på 6 tal i det vindue, hvor Fælled kører. Koden virker i 10 minutter.',
    code: 'Koden',
    codeHint: '6 tal',
    signIn: 'Log ind',
    again: 'Få en ny kode',
    wrongCode: {
      da: 'Koden passer ikke, eller den virker ikke længere. Tjek tallene, eller få en ny kode.',
      en: 'The code does not fit, or it no longer works. Check the digits, or get a new code.',
    },
  },
  en: {
    title: 'Sign in',
    lead: 'You can read most things without signing in. Sign in to work with cases and initiatives.',
    demoTitle: 'Try it as a demo person',
    demoIntro:
      'One click signs you in as an invented person. It works on this machine only, and only with demo data.',
    demoMore: (count) => `Show ${count} more demo people`,
    otherWays: 'Sign in with a code by e-mail or a passkey',
    demoNo: 'Demo people can be used only in a demo community on one’s own machine (localhost).',
    is: 'Is today',
    nothing: 'no seat or role today',
    emailTitle: 'With a code by e-mail',
    email: 'Your e-mail',
    demoEmail: 'E-mail',
    emailHint: 'The one the secretariat has registered for you',
    sendCode: 'Send me a code',
    console:
      'There is no mail server here (SMTP_URL), and this is your own machine: the code is written in the window where Fælled runs.',
    noMail:
      'No codes can be sent from this server, because it has no mail server. Whoever runs the server sets SMTP_URL.',
    noMailTitle: 'Codes by e-mail do not work here yet',
    passkeyTitle: 'With a passkey',
    passkeyIntro:
      'Fingerprint, face or PIN on your own device. You make the key on your page once signed in.',
    passkeyButton: 'Use my passkey',
    passkeyNeeds: 'Passkeys need JavaScript and a browser that knows them.',
    passkeyNotHere:
      'Passkeys work only at an https address or at http://localhost, not at an IP address or plain http.',
    passkeyWaiting: 'Follow the browser’s instructions …',
    passkeyFailed: 'It did not work. Try again, or use a code by e-mail.',
    passkeyUnknown: 'The passkey is not known here. It may have been removed, or belong to another address.',
    codeTitle: 'Enter the code',
    codeLead:
      'If the e-mail address is registered here, we have sent it a code of 6 digits. The code works for 10 minutes. Look in the junk folder too.',
    codeConsole:
      'If the e-mail address is registered here, a code of 6 digits now stands in the window where Fælled runs. The code works for 10 minutes.',
    code: 'The code',
    codeHint: '6 digits',
    signIn: 'Sign in',
    again: 'Get a new code',
    wrongCode: {
      da: 'Koden passer ikke, eller den virker ikke længere. Tjek tallene, eller få en ny kode.',
      en: 'The code does not fit, or it no longer works. Check the digits, or get a new code.',
    },
  },
});
