import { readFileSync } from 'node:fs';

/** One of the real files of OS2's products that the project keeps. */
export const os2File = (name: string): Uint8Array =>
  readFileSync(new URL(`../demo/data/os2/${name}`, import.meta.url));

/** The real self-evaluations of 2026. */
export const selfEvaluations = [
  'selvevaluering-2026-OS2-SkadesOekonomi.json',
  'selvevaluering-2026-OS2aiheatcontrol.json',
  'selvevaluering-2026-OS2borgerPC.json',
  'selvevaluering-2026-OS2fleetoptimiser.json',
] as const;

/** Every evaluation file the project keeps: self-evaluations, a governance report and an evaluation. */
export const evaluationFiles = [
  ...selfEvaluations,
  'governancerapport-2021-OS2iot.md',
  'audit-2025-OS2-SkadesOekonomi.md',
] as const;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
