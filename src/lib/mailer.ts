import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** False when no mail server is configured: sign-in by code is then not offered. */
  readonly canSend: boolean;
  send(mail: Mail): Promise<void>;
}

/**
 * A mailer for an SMTP address (`smtp://user:password@host:port`), or one that cannot send when there is none.
 * @throws from `send` when the server refuses the mail
 */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
  if (smtpUrl === null) {
    return {
      canSend: false,
      send: () => Promise.reject(new Error('no mail server is configured (SMTP_URL)')),
    };
  }
  const transport = nodemailer.createTransport(smtpUrl);
  return {
    canSend: true,
    send: async (mail) => {
      await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}
