/** The parts of two packages without types that the tests use. */
declare module 'smtp-server' {
  import type { Readable } from 'node:stream';
  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean;
      disabledCommands?: string[];
      onData: (stream: Readable, session: unknown, done: (error?: Error | null) => void) => void;
    });
    listen(port: number, host: string, ready: () => void): void;
    close(closed: () => void): void;
  }
}
declare module 'mailparser' {
  import type { Readable } from 'node:stream';
  export interface ParsedMail {
    readonly subject?: string;
    readonly text?: string;
    readonly to?: { readonly text: string };
    readonly from?: { readonly text: string };
    readonly html?: string | false;
    readonly messageId?: string;
    readonly headers: ReadonlyMap<string, unknown>;
    readonly attachments: readonly { readonly contentType: string; readonly content: Buffer }[];
  }
  export function simpleParser(source: Readable): Promise<ParsedMail>;
}
