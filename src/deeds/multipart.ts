import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nest } from './nest.ts';

/** A file as received: what the sender calls it, and its bytes. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
  /** Longer than what is taken: the bytes are cut off. */
  readonly tooLarge?: true;
}

/** The largest file that is taken, in bytes. */
export const largestUpload = 20 * 1024 * 1024;

/**
 * Reads a multipart form: fields by dotted name, files as uploads; an empty file field counts as not given. A file
 * that is too large is a problem at its field, so that nothing typed beside it is lost.
 */
export async function multipartInput(request: FastifyRequest): Promise<Record<string, unknown>> {
  const form: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (bytes.length > 0 || part.filename)
        form[part.fieldname] = {
          name: part.filename,
          bytes,
          ...(part.file.truncated ? { tooLarge: true } : {}),
        } satisfies Upload;
    } else {
      form[part.fieldname] = part.value;
    }
  }
  return nest(form);
}

/** A file in a deed's input: an upload, or in JSON `{ name, content }` with the bytes in base64. */
export const upload = () =>
  z.preprocess(
    (value) => {
      if (value === null || typeof value !== 'object' || !('content' in value) || !('name' in value))
        return value;
      return typeof value.content === 'string'
        ? { name: value.name, bytes: Buffer.from(value.content, 'base64') }
        : value;
    },
    z
      .object({
        name: z
          .string()
          .min(1)
          .max(200)
          .refine((name) => name.isWellFormed() && !name.includes('\0'), { error: 'characters' }),
        bytes: z.custom<Buffer>((value) => Buffer.isBuffer(value), { error: 'required' }),
        tooLarge: z.unknown().optional(),
      })
      .refine((file) => file.tooLarge === undefined && file.bytes.length <= largestUpload, {
        error: 'file-too-large',
      }),
  );
