import type { Refusal } from '../../rulebook/rule.ts';
import { groundName } from '../people/grounds.ts';
import { titledUnder } from '../rules/community.ts';
import { Button } from '../web/components/button.tsx';
import { Details } from '../web/components/facts.tsx';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  EmailField,
  FileField,
  HiddenField,
  MoneyField,
  NumberField,
  RadioField,
  RowsField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '../web/components/field.tsx';
import { Form, FormActions, formState, valueOf } from '../web/components/form.tsx';
import type { FieldProblem, FormState } from '../web/components/form.tsx';
import { PageHeading } from '../web/components/heading.tsx';
import { LetterList, LetterText } from '../web/components/letter-list.tsx';
import { Notice } from '../web/components/notice.tsx';
import { RefusalBox } from '../web/components/refusal-box.tsx';
import type { Html } from '../web/jsx/jsx-runtime.ts';
import type { Page } from '../web/page.ts';
import { defineWords } from '../web/words.ts';
import type { Deed, Field, Option, Problem } from './deed.ts';
import type { Look } from './perform.ts';

const words = defineWords({
  da: {
    who: 'Hvem kan det?',
    signedOutTitle: 'Du er blevet logget ud',
    signedOut: 'Log ind i et nyt vindue, og send så igen. Det, du har skrevet, står her stadig.',
    signIn: 'Log ind i et nyt vindue',
    preview: 'Vis virkningen',
    previewAgain: 'Vis virkningen igen',
    confirm: (title: string) => `Bekræft: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    effects: 'Det vil ske',
    nothingYet: 'Intet er gemt endnu. Bekræft, når det er rigtigt.',
  },
  en: {
    who: 'Who can do it?',
    signedOutTitle: 'You have been signed out',
    signedOut: 'Sign in in a new window, then send again. What you typed is still here.',
    signIn: 'Sign in in a new window',
    preview: 'Show the effect',
    previewAgain: 'Show the effect again',
    confirm: (title) => `Confirm: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    effects: 'This will happen',
    nothingYet: 'Nothing is stored yet. Confirm when it is right.',
  },
});

export interface DeedFormProps {
  readonly page: Page;
  readonly deed: Pick<Deed, 'name' | 'title' | 'fields' | 'preview' | 'tells' | 'leavesNoTrace'>;
  readonly action: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  readonly problems?: readonly Problem[];
  readonly refusals?: readonly Refusal[];
  readonly notice?: 'signed-out';
  /** What doing it would bring about, when the sender has asked to see it. */
  readonly look?: Look;
  /** Where a page carries the same form more than once: what tells them apart. */
  readonly id?: string | undefined;
}

/** Names of the button and the mark by which a deed with a preview is confirmed. */
export const stepField = '_step';
export const seenField = '_seen';
export const confirmStep = 'confirm';

/** A whole page with one form: what it does, what is wrong, the fields, one button, and who may. */
export function DeedPage(props: {
  page: Page;
  deed: Pick<Deed, 'title' | 'explains' | 'grounds'>;
  messages: Html;
  fields: Html;
}): Html {
  const { page, deed } = props;
  return (
    <>
      <PageHeading title={deed.title[page.lang]} lead={deed.explains[page.lang]} />
      {props.messages}
      {props.fields}
      <Details summary={words(page.lang).who}>
        <ul>
          {deed.grounds.map((id) => (
            <li>{groundName(titledUnder(page.community.edition), id)[page.lang]}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

/** What must be read before the form is sent again. Nothing the first time. */
export function DeedMessages({ page, notice, refusals = [] }: DeedFormProps): Html {
  const w = words(page.lang);
  return (
    <>
      {notice === 'signed-out' && (
        <Notice lang={page.lang} tone="warning" title={w.signedOutTitle}>
          <p>{w.signedOut}</p>
          <p>
            <a href={page.href('/sign-in')} target="_blank">
              {w.signIn}
            </a>
          </p>
        </Notice>
      )}
      {refusals.length > 0 && <RefusalBox page={page} refusals={refusals} />}
    </>
  );
}

/** The form itself, for a page that carries it among other things. */
export function DeedFields(props: DeedFormProps): Html {
  const { page, deed, action, values, options, problems = [], id = deed.name } = props;
  const form = formState(page.lang, id, values, atFields(deed.fields, problems));
  return (
    <Form
      form={form}
      action={action}
      files={deed.fields.some((field) => field.kind === 'file')}
      draft={!deed.leavesNoTrace}
    >
      {inFolds(deed.fields).map((fields) => (
        <Fold form={form} fields={fields} options={options} />
      ))}
      {props.look && <Effects page={page} look={props.look} id={id} />}
      <FormActions>
        {deed.preview || deed.tells ? (
          <PreviewButtons page={page} deed={deed} seen={props.look?.seen} />
        ) : (
          <Button>{deed.title[page.lang]}</Button>
        )}
      </FormActions>
    </Form>
  );
}

interface FieldsProps {
  readonly form: FormState;
  readonly fields: readonly [Field, ...Field[]];
  readonly options: Readonly<Record<string, readonly Option[]>>;
}

/** Fields that are rarely asked for are folded away, and open where one of them is filled in or wrong. */
function Fold({ form, fields, options }: FieldsProps): Html {
  const summary = fields[0].foldedUnder;
  const rows = inRows(fields).map((row) => <FieldRow form={form} fields={row} options={options} />);
  if (summary === undefined) return <>{rows}</>;
  const open = fields.some(
    ({ name }) => valueOf(form, name) !== '' || form.problems.some(({ path }) => path === name),
  );
  return (
    <Details summary={summary[form.lang]} open={open}>
      {rows}
    </Details>
  );
}

function FieldRow({ form, fields, options }: FieldsProps): Html {
  const [field] = fields;
  const controls = fields.map((each) => <FieldControl form={form} field={each} options={options} />);
  if (fields.length > 1) return <div class="field-row">{controls}</div>;
  return field.onlyWith ? <div data-only-with={field.onlyWith.join(' ')}>{controls}</div> : <>{controls}</>;
}

/** The fields in their order, those folded under one line together. */
function inFolds(fields: readonly Field[]): [Field, ...Field[]][] {
  const folds: [Field, ...Field[]][] = [];
  for (const field of fields) {
    const last = folds.at(-1);
    if (last && field.foldedUnder?.en === last[0].foldedUnder?.en) last.push(field);
    else folds.push([field]);
  }
  return folds;
}

/** The fields in their order, those of one row together. */
function inRows(fields: readonly Field[]): [Field, ...Field[]][] {
  const rows: [Field, ...Field[]][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && field.row !== undefined && last[0].row === field.row) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Exactly what confirming does, one sentence each. */
function Effects({ page, look, id }: { page: Page; look: Look; id: string }): Html {
  const w = words(page.lang);
  return (
    <section class="effects" aria-labelledby={`${id}-effects`} tabindex={-1} data-focus>
      <h3 id={`${id}-effects`}>{w.effects}</h3>
      {look.effects.length > 0 && (
        <ul>
          {look.effects.map((effect) => (
            <li>{effect[page.lang]}</li>
          ))}
        </ul>
      )}
      {look.letters && <LetterList lang={page.lang} letters={look.letters} id={`${id}-letters`} />}
      {look.example && <LetterText letter={look.example} />}
      <p class="muted">{w.nothingYet}</p>
    </section>
  );
}

function PreviewButtons({
  page,
  deed,
  seen,
}: {
  page: Page;
  deed: Pick<Deed, 'title'>;
  seen: string | undefined;
}): Html {
  const w = words(page.lang);
  if (seen === undefined)
    return (
      <Button name={stepField} value="preview">
        {w.preview}
      </Button>
    );
  return (
    <>
      <HiddenField name={seenField} value={seen} />
      <Button name={stepField} value={confirmStep}>
        {w.confirm(deed.title[page.lang])}
      </Button>
      <Button variant="secondary" name={stepField} value="preview">
        {w.previewAgain}
      </Button>
    </>
  );
}

/**
 * A problem inside a field (a file's type, the second of several lines) is shown at the field. Each bears its field's
 * name: several fields may be wrong in the same way.
 */
function atFields(fields: readonly Field[], problems: readonly Problem[]): FieldProblem[] {
  return problems.map((problem) => {
    const field =
      fields.find(({ name }) => name === problem.path) ??
      fields.find(({ name }) => problem.path.startsWith(`${name}.`));
    if (field === undefined) return problem;
    const inRow = field.kind === 'rows' && problem.path !== field.name;
    return { ...problem, path: inRow ? problem.path : field.name, label: field.label };
  });
}

interface ControlProps {
  readonly form: FormState;
  readonly field: Field;
  readonly options: Readonly<Record<string, readonly Option[]>>;
}

/** One field with its label, hint, problem and the value typed so far. */
function FieldControl({ form, field, options }: ControlProps): Html {
  const common = {
    form,
    name: field.name,
    label: field.label[form.lang],
    hint: field.hint?.[form.lang],
    optional: !field.required,
  };
  const choices = () =>
    (options[field.name] ?? []).map(({ value, label }) => ({
      value,
      label: typeof label === 'string' ? label : label[form.lang],
    }));
  switch (field.kind) {
    case 'hidden':
      return <HiddenField name={field.name} value={valueOf(form, field.name)} />;
    case 'textarea':
      return <TextArea {...common} />;
    case 'lines':
      return <TextArea {...common} rows={3} />;
    case 'select':
      return <SelectField {...common} options={choices()} />;
    case 'radio':
      return <RadioField {...common} options={choices()} />;
    case 'checkbox':
      return <CheckboxField {...common} />;
    case 'checkboxes':
      return <CheckboxGroup {...common} options={choices()} />;
    case 'file':
      return <FileField {...common} />;
    case 'date':
      return <DateField {...common} />;
    case 'time':
      return <TimeField {...common} />;
    case 'number':
      return <NumberField {...common} />;
    case 'money':
      return <MoneyField {...common} />;
    case 'email':
      return <EmailField {...common} autocomplete={field.autocomplete} />;
    case 'url':
      return <TextField {...common} type="url" maxlength={2_000} />;
    case 'rows':
      return <Rows form={form} field={field} options={options} />;
    case 'text':
      return <TextField {...common} autocomplete={field.autocomplete} />;
  }
}

function Rows({ form, field, options }: ControlProps): Html {
  return (
    <RowsField
      form={form}
      name={field.name}
      label={field.label[form.lang]}
      hint={field.hint?.[form.lang]}
      optional={!field.required}
      row={(index) =>
        (field.columns ?? []).map((column) => {
          const name = `${field.name}.${index}.${column.name}`;
          return (
            <FieldControl
              form={form}
              field={{ ...column, name }}
              options={{ [name]: options[`${field.name}.${column.name}`] ?? [] }}
            />
          );
        })
      }
    />
  );
}
