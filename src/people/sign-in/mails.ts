import type { Language } from '../../../rulebook/vocabulary.ts';
import { defineWords } from '../../web/words.ts';

const words = defineWords({
  da: {
    subject: (code: string) => `Din kode til Fælled: ${code}`,
    text: (code: string, site: string) =>
      `Din kode er ${code}\n\nSkriv den på siden, hvor du er ved at logge ind på ${site}. Den virker i 10 minutter og kun én gang.\n\nHar du ikke bedt om den, skal du ikke gøre noget. Giv aldrig koden til andre.\n`,
    changed: 'Din e-mail i Fælled er ændret',
    changedText: (site: string) =>
      `Sekretariatet har ændret den e-mail, du logger ind med på ${site}. Koder sendes ikke længere hertil.\n\nHar du ikke bedt om det, så ring til sekretariatet.\n`,
  },
  en: {
    subject: (code) => `Your code for Fælled: ${code}`,
    text: (code, site) =>
      `Your code is ${code}\n\nEnter it on the page where you are signing in to ${site}. It works for 10 minutes and once only.\n\nIf you did not ask for it, you need do nothing. Never give the code to anyone.\n`,
    changed: 'Your e-mail in Fælled has changed',
    changedText: (site) =>
      `The secretariat has changed the e-mail you sign in with at ${site}. Codes are no longer sent here.\n\nIf you did not ask for it, call the secretariat.\n`,
  },
});

/** The mail that carries a one-time code. */
export const codeMail = (lang: Language, code: string, site: string) => ({
  subject: words(lang).subject(code),
  text: words(lang).text(code, site),
});

/** The mail that tells an address that it is no longer the way in. */
export const addressChangedMail = (lang: Language, site: string) => ({
  subject: words(lang).changed,
  text: words(lang).changedText(site),
});
