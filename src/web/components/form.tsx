import type { Language, Text } from '../../../rulebook/vocabulary.ts';
import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';

/** What is wrong with one field; `path` is the field's name. */
export interface FieldProblem {
  readonly path: string;
  /** The field's name as the reader sees it, for the summary on top. */
  readonly label?: Text | undefined;
  readonly says: Text;
}

/** What a form shows: what was typed or stands already, and what is wrong with it. */
export interface FormState {
  /** Unique on the page: field ids begin with it. */
  readonly id: string;
  readonly lang: Language;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
}

/** The state of a form before anything is sent (no problems), or after it came back. */
export function formState(
  lang: Language,
  id: string,
  values: Readonly<Record<string, unknown>> = {},
  problems: readonly FieldProblem[] = [],
): FormState {
  return { id, lang, values, problems };
}

/** The id of a field's control: where links of the error summary lead. */
export function fieldId(form: FormState, name: string): string {
  return `${form.id}-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** The value at a dotted path, `votes.for`: nested values first, then a flat key. */
function valueAt(values: Readonly<Record<string, unknown>>, path: string): unknown {
  let place: unknown = values;
  for (const part of path.split('.'))
    place =
      place !== null && typeof place === 'object' && Object.hasOwn(place, part)
        ? (place as Record<string, unknown>)[part]
        : undefined;
  return place ?? values[path];
}

/** What the field shows: text as typed, never changed; several values as lines. */
export function valueOf(form: FormState, name: string): string {
  const value = valueAt(form.values, name);
  if (Array.isArray(value)) return value.filter((each) => typeof each !== 'object').join('\n');
  if (value === null || value === undefined || typeof value === 'object') return '';
  return String(value);
}

/** All values of a field that may have several. */
export function valuesOf(form: FormState, name: string): readonly string[] {
  const value = valueAt(form.values, name);
  if (Array.isArray(value)) return value.map(String);
  const one = valueOf(form, name);
  return one === '' ? [] : [one];
}

/** How many rows a repeated group has been given. */
export function rowsOf(form: FormState, name: string): number {
  const value = valueAt(form.values, name);
  return Array.isArray(value) ? value.length : 0;
}

/** The first problem of a field, in the reader's language. */
export function problemOf(form: FormState, name: string): string | undefined {
  return form.problems.find((problem) => problem.path === name)?.says[form.lang];
}

interface FormProps {
  form: FormState;
  /** Complete address, from `page.href`. */
  action: string;
  /** For forms with files. */
  files?: boolean | undefined;
  /** Keeps what is typed in this tab until it is sent: for everything longer than a line. */
  draft?: boolean | undefined;
  /** Fields on one row: for a choice and a button. */
  inline?: boolean | undefined;
  children?: Child;
}

/** A form that posts. Shows the error summary on top; the server checks, and nothing typed is lost. */
export function Form({ form, action, files, draft, inline, children }: FormProps): Html {
  const words = commonWords(form.lang);
  return (
    <form
      id={form.id}
      class={inline ? 'form form-inline' : 'form'}
      method="post"
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      data-draft={draft}
      data-restored={draft ? words.draftRestored : undefined}
      data-discard={draft ? words.draftDiscard : undefined}
      data-problems={form.problems.length > 0}
    >
      <ErrorSummary form={form} />
      {children}
    </form>
  );
}

/** All that is wrong, on top, each linked to its field. Nothing when nothing is wrong. `Form` shows it by itself. */
export function ErrorSummary({ form }: { form: FormState }): Html {
  if (form.problems.length === 0) return <></>;
  const title = `${form.id}-errors`;
  return (
    <div class="error-summary" role="group" aria-labelledby={title} tabindex={-1} data-focus>
      <h2 id={title}>{commonWords(form.lang).errorTitle(form.problems.length)}</h2>
      <ul>
        {form.problems.map((problem) => (
          <li>
            {problem.path === '' ? (
              problem.says[form.lang]
            ) : (
              <a href={`#${fieldId(form, problem.path)}`}>
                {problem.label && `${problem.label[form.lang]}: `}
                {problem.says[form.lang]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The buttons at the end of a form; the primary first. */
export function FormActions({ children }: { children?: Child }): Html {
  return <div class="actions form-actions">{children}</div>;
}
