export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Name of the message, `<…@…>`: the same name sent twice is recognised as one mail. */
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A calendar file that a mail program can enter: its text, and what it asks (RFC 5546). */
  readonly calendar?: { readonly method: 'PUBLISH' | 'CANCEL'; readonly content: string };
}

export interface Mailer {
  /** How mail leaves: by a mail server, as one line on the console of one's own machine, or not at all. */
  readonly way: 'mail' | 'console' | 'none';
  /** False when mail goes nowhere: sign-in by code is then not offered. */
  readonly canSend: boolean;
  send(mail: Mail): Promise<void>;
  /** Ends its connections; it opens new ones when it is used again. */
  close(): void;
}

/**
 * A mailer for an SMTP address (`smtp://user:password@host:port`). Without one, `say` gets each mail's subject as one
 * line, for the console of one's own machine; without either it cannot send.
 * @throws from `send` when the server refuses the mail
 */
export function createMailer(
  smtpUrl: string | null,
  from: string,
  say: ((line: string) => void) | null,
): Mailer {
  if (smtpUrl === null && say !== null) {
    return {
      way: 'console',
      canSend: true,
      send: async (mail) => say(`Ingen mailserver / no mail server. ${mail.to}: ${mail.subject}`),
      close: () => undefined,
    };
  }
  if (smtpUrl === null) {
    return {
      way: 'none',
      canSend: false,
      send: () => Promise.reject(new Error('no mail server is configured (SMTP_URL)')),
      close: () => undefined,
    };
  }
  // Loaded with the first mail, so that a start does not wait for it.
  const open = async () => (await import('nodemailer')).default.createTransport({ url: smtpUrl, ...pooled });
  let transport: ReturnType<typeof open> | null = null;
  return {
    way: 'mail',
    canSend: true,
    send: async ({ calendar, headers, ...mail }) => {
      transport ??= open();
      await (
        await transport
      ).sendMail({
        from,
        ...mail,
        ...(headers ? { headers: { ...headers } } : {}),
        ...(calendar ? { icalEvent: { ...calendar, filename: 'moede.ics' } } : {}),
      });
    },
    close: () => {
      void transport?.then((opened) => opened.close());
      transport = null;
    },
  };
}

/** Few connections kept open, and no waiting without end for a server that has gone silent; times in milliseconds. */
const pooled = {
  pool: true,
  maxConnections: 4,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
} as const;
