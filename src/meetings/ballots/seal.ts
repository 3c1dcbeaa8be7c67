import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

/**
 * Envelopes for secret votes: X25519 with a key of its own for each envelope, HKDF-SHA256, AES-256-GCM. Whoever has only
 * the public key can put a vote in, and nobody can open it without the private one. What was chosen is packed as one bit
 * for each choice in a field of fixed length, so that all envelopes are equally long.
 */
export interface BoxKeys {
  /** DER (SPKI) in base64; stands in the database. */
  readonly publicKey: string;
  /** DER (PKCS #8); stands in a file of the data folder only. */
  readonly privateKey: Buffer;
}

/** The most choices a box can have; decides how long an envelope is. */
export const mostChoices = 256;
const packedLength = mostChoices / 8;
const tagLength = 16;

/** A new pair of keys for one box. */
export function makeBoxKeys(): BoxKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

const publicFrom = (base64: string): KeyObject =>
  createPublicKey({ key: Buffer.from(base64, 'base64'), type: 'spki', format: 'der' });

/** Key and nonce of one envelope; the key pair made for it is used once, so that the nonce may follow from it. */
function derive(shared: Buffer, ephemeral: Buffer, label: string): { key: Buffer; nonce: Buffer } {
  const bytes = Buffer.from(hkdfSync('sha256', shared, ephemeral, `faelled ballot ${label}`, 44));
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

/**
 * Seals a vote to a box.
 * @param label what the envelope belongs to; it opens under no other
 * @param positions places of the choices in the box, from 0
 */
export function seal(publicKey: string, label: string, positions: readonly number[]): string {
  const packed = Buffer.alloc(packedLength);
  for (const at of positions) {
    if (!Number.isInteger(at) || at < 0 || at >= mostChoices) throw new RangeError(`no choice ${at}`);
    packed.writeUInt8(packed.readUInt8(at >> 3) | (1 << (at & 7)), at >> 3);
  }
  const pair = generateKeyPairSync('x25519');
  const ephemeral = pair.publicKey.export({ type: 'spki', format: 'der' });
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicFrom(publicKey) });
  const { key, nonce } = derive(shared, ephemeral, label);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const sealed = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([ephemeral, sealed]).toString('base64');
}

/**
 * Opens an envelope: the places of the choices in it.
 * @throws Error when it was tampered with, or belongs to another label or box
 */
export function unseal(privateKey: Buffer, label: string, envelope: string): readonly number[] {
  const bytes = Buffer.from(envelope, 'base64');
  const split = bytes.length - packedLength - tagLength;
  const ephemeral = bytes.subarray(0, split);
  const own = createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' });
  const shared = diffieHellman({ privateKey: own, publicKey: publicFrom(ephemeral.toString('base64')) });
  const { key, nonce } = derive(shared, ephemeral, label);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  const packed = Buffer.concat([
    decipher.update(bytes.subarray(split, bytes.length - tagLength)),
    decipher.final(),
  ]);
  return Array.from({ length: mostChoices }, (_, at) => at).filter(
    (at) => (packed.readUInt8(at >> 3) >> (at & 7)) & 1,
  );
}
