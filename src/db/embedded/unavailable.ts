/** The embedded database cannot run here; the message says why and what to do, in words for the person who starts Fælled. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
