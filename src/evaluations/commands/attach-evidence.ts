import { z } from 'zod';
import { defineDeed, type Problem } from '../../deeds/deed.ts';
import { upload } from '../../deeds/multipart.ts';
import { newId } from '../../lib/id.ts';
import { line, tick, webAddress } from '../../lib/inputs.ts';
import { groundFor } from '../../people/grounds.ts';
import { lockInitiative } from '../../portfolio/load.ts';
import { checkFile, fileHint } from '../../files/file-kinds.ts';
import { keepFile } from '../../files/kept-files.ts';
import { assessmentAt, evidenceAt, keyOf, maximumEvidence, placeOf, scopeOfRequirement } from '../load.ts';
import { evaluationPermissions, voiceGrounds } from '../permissions.ts';
import { hasEnded } from '../refusals.ts';
import {
  aboutRequirement,
  assessmentSubject,
  chosenVoice,
  requirementParams,
  requirementPath,
  voiceField,
  voiceInput,
} from '../requirement-inputs.ts';
import { evidenceAttached } from '../requirement-answers.ts';

const input = z.object({
  voice: voiceInput(),
  title: line(200),
  url: webAddress().optional(),
  file: upload().optional(),
  restricted: tick(),
});

/** A link or a file behind what one voice says. A file is kept once, under the hash of its content. */
export const attachEvidence = defineDeed({
  name: 'attach-evidence',
  title: { da: 'Tilføj dokumentation', en: 'Add evidence' },
  explains: {
    da: 'Et link, eller en fil på højst 20 MB. Læg ikke personoplysninger i den.',
    en: 'A link, or a file of at most 20 MB. Keep personal data out of it.',
  },
  done: { da: 'Dokumentationen er tilføjet.', en: 'The evidence is added.' },
  api: { method: 'POST', path: '/initiatives/:id/assessments/:requirement/evidence', status: 201 },
  answers: evidenceAttached,
  form: '/initiatives/:id/requirements/:requirement/evidence/new',
  params: requirementParams,
  input,
  grounds: evaluationPermissions['attach-evidence'],
  fields: [
    voiceField,
    { name: 'title', kind: 'text', label: { da: 'Titel', en: 'Title' }, required: true },
    {
      name: 'url',
      kind: 'url',
      label: { da: 'Adresse', en: 'Address' },
      hint: { da: 'Enten en adresse eller en fil', en: 'Either an address or a file' },
    },
    {
      name: 'file',
      kind: 'file',
      label: { da: 'Fil', en: 'File' },
      hint: fileHint,
    },
    {
      name: 'restricted',
      kind: 'checkbox',
      label: {
        da: 'Filen er kun for initiativets egne folk, sekretariatet og bestyrelsen',
        en: 'The file is only for the initiative’s own people, the secretariat and the board',
      },
      hint: { da: 'Titlen kan ses af alle.', en: 'Everybody can see the title.' },
    },
  ],
  scope: (db, params) => scopeOfRequirement(db, params),
  about: aboutRequirement,
  prefill: async (db, params, actor, given) => ({ voice: await chosenVoice(db, params, actor, given) }),
  run: async ({ tx, params, input: asked, actor, scope, now }) => {
    const ground = groundFor(actor, voiceGrounds[asked.voice], scope);
    if (ground === null) return { noMandate: voiceGrounds[asked.voice] };
    const initiative = await lockInitiative(tx, params.id);
    const { edition, requirement } = placeOf(initiative, params.requirement);
    if (initiative.stage === 'retired') return { refused: [hasEnded(edition)] };
    const key = keyOf(initiative, requirement.id, asked.voice);
    const [assessment, evidence] = [await assessmentAt(tx, key), await evidenceAt(tx, key)];
    const problems = inputProblems(asked, assessment !== undefined, evidence.length);
    if (problems.length > 0) return { problems };
    const file = asked.file ? await checkFile(asked.file) : null;
    if (file && 'refused' in file) return { problems: [{ path: 'file', says: file.refused }] };
    if (file && asked.file) await keepFile(tx, file, asked.file.bytes, now);
    const row = {
      id: newId(),
      ...key,
      title: asked.title,
      url: asked.url ?? null,
      file_hash: file?.hash ?? null,
      file_name: file?.name ?? null,
      restricted: asked.restricted,
      added_by: actor.id,
      added_at: now,
    };
    await tx.insertInto('evidence').values(row).execute();
    return {
      output: {
        id: row.id,
        requirement: requirement.id,
        voice: asked.voice,
        title: row.title,
        url: row.url,
        file: file && { name: file.name, type: file.type, size: file.size, sha256: file.hash },
        restricted: row.restricted,
      },
      subject: assessmentSubject(key),
      initiativeId: initiative.id,
      after: {
        voice: asked.voice,
        evidence: row.title,
        url: row.url,
        ...(row.restricted ? { restricted: true } : { file: row.file_name, sha256: row.file_hash }),
      },
      ground,
      edition: edition.id,
      next: requirementPath(initiative.slug, requirement.id),
    };
  },
});

function inputProblems(asked: z.output<typeof input>, assessed: boolean, kept: number): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, da: string, en: string) => problems.push({ path, says: { da, en } });
  if (!assessed)
    say(
      'voice',
      'Giv vurderingen først, og læg så dokumentation på.',
      'Give the verdict first, then add evidence.',
    );
  if (kept >= maximumEvidence)
    say(
      '',
      `Der er allerede ${maximumEvidence} stykker dokumentation. Fjern en, der ikke bruges.`,
      `There are ${maximumEvidence} pieces of evidence already. Remove one that is not used.`,
    );
  if (asked.url === undefined && asked.file === undefined)
    say('url', 'Skriv en adresse, eller vælg en fil.', 'Give an address, or choose a file.');
  if (asked.url !== undefined && asked.file !== undefined)
    say(
      'file',
      'Vælg en fil eller skriv en adresse, ikke begge dele.',
      'Choose a file or give an address, not both.',
    );
  if (asked.restricted && asked.file === undefined)
    say(
      'restricted',
      'Kun en fil kan være lukket; et link kan alle følge.',
      'Only a file can be closed; anybody can follow a link.',
    );
  return problems;
}
