import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** How mail leaves: by a mail server, as one line on the console of one's own machine, or not at all. */
  readonly way: 'mail' | 'console' | 'none';
  /** False when mail goes nowhere: sign-in by code is then not offered. */
  readonly canSend: boolean;
  send(mail: Mail): Promise<void>;
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
    };
  }
  if (smtpUrl === null) {
    return {
      way: 'none',
      canSend: false,
      send: () => Promise.reject(new Error('no mail server is configured (SMTP_URL)')),
    };
  }
  const transport = nodemailer.createTransport(smtpUrl);
  return {
    way: 'mail',
    canSend: true,
    send: async (mail) => {
      await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}
