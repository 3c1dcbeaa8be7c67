// oxlint-disable-next-line no-control-regex
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Whether a database can keep the text: no NUL, no control characters, no half surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && text.search(unstorable) === -1;

/** The text as it is kept: without what cannot be stored, unix line ends, composed letters, trimmed. */
export const storableText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(unstorable, '').normalize('NFC').trim();

/** The text as written, without what cannot be stored; nothing else is changed. */
export const withoutUnstorable = (text: string): string => text.toWellFormed().replace(unstorable, '');
