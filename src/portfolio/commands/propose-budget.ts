import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { idOrSlug, oere, optionalLine } from '../../lib/inputs.ts';
import { newId } from '../../lib/id.ts';
import { lockInitiative, scopeOfInitiative } from '../load.ts';
import { portfolioPermissions } from '../permissions.ts';
import { budgetPhases, fundings } from '../vocabulary.ts';
import { budgetProposed } from '../answers.ts';

const keys = <T extends Record<string, unknown>>(table: T) =>
  Object.keys(table) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]];
const options = (table: Readonly<Record<string, { da: string; en: string }>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

/** `1.234.567,50` kroner in a form as øre; JSON gives `amountOere` as it is. */
const kroner = z
  .string()
  .regex(/^\d{1,3}(\.?\d{3})*(,\d{1,2})?$/, { error: 'kroner' })
  .transform((text) => {
    const [whole, part = ''] = text.replaceAll('.', '').split(',') as [string, string?];
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  });

/** The economy of a project or a product, to be approved (B8, report §4.1.4, p. 11–12). A new one replaces the one before. */
export const proposeBudget = defineDeed({
  name: 'propose-budget',
  title: { da: 'Foreslå økonomi', en: 'Propose an economy' },
  explains: {
    da: 'Styregruppen godkender økonomien; fra niveau 2 gør bestyrelsen også. På niveau 1 kommer pengene fra lokale midler.',
    en: 'The steering group approves the economy; from level 2 so does the board. At level 1 the money comes from local funds.',
  },
  done: {
    da: 'Økonomien er foreslået. Rejs en sag for at få den godkendt.',
    en: 'The economy is proposed. Open a case to have it approved.',
  },
  api: { method: 'POST', path: '/initiatives/:id/budgets', status: 201 },
  answers: budgetProposed,
  form: '/initiatives/:id/budgets/new',
  params: z.object({ id: idOrSlug() }),
  input: z
    .object({
      phase: z.enum(keys(budgetPhases)),
      amountOere: oere().optional(),
      amount: kroner.optional(),
      funding: z.enum(keys(fundings)),
      note: optionalLine(500),
    })
    .refine((value) => value.amountOere !== undefined || value.amount !== undefined, {
      path: ['amount'],
      error: 'required',
    }),
  grounds: portfolioPermissions['propose-budget'],
  fields: [
    {
      name: 'phase',
      kind: 'radio',
      label: { da: 'Hvad dækker det?', en: 'What does it cover?' },
      required: true,
      options: options(budgetPhases),
    },
    {
      name: 'amount',
      kind: 'money',
      label: { da: 'Beløb i kroner', en: 'Amount in kroner' },
      hint: { da: 'Som 1.234.567,50', en: 'As 1.234.567,50' },
      required: true,
    },
    {
      name: 'funding',
      kind: 'radio',
      label: { da: 'Hvor kommer pengene fra?', en: 'Where does the money come from?' },
      required: true,
      options: options(fundings),
    },
    { name: 'note', kind: 'text', label: { da: 'Bemærkning', en: 'Note' } },
  ],
  scope: (db, params) => scopeOfInitiative(db, params.id),
  run: async ({ tx, params, input, actor, now }) => {
    const initiative = await lockInitiative(tx, params.id);
    const before = await tx
      .updateTable('budgets')
      .set({ replaced: true })
      .where('initiative_id', '=', initiative.id)
      .where('phase', '=', input.phase)
      .where('replaced', '=', false)
      .returning(['id', 'amount_oere', 'funding'])
      .execute();
    const row = {
      id: newId(),
      initiative_id: initiative.id,
      phase: input.phase,
      amount_oere: (input.amountOere ?? input.amount) as number,
      funding: input.funding,
      note: input.note,
      proposed_by: actor.id,
      proposed_at: now,
    };
    await tx.insertInto('budgets').values(row).execute();
    return {
      output: { id: row.id, phase: row.phase, amountOere: row.amount_oere, funding: row.funding },
      subject: { kind: 'initiative', id: initiative.id },
      initiativeId: initiative.id,
      before,
      after: { budget: row.id, phase: row.phase, amountOere: row.amount_oere, funding: row.funding },
      next: `/cases/new?initiative=${initiative.slug}&kind=economy&budget=${row.id}`,
    };
  },
});
