import type { Refusal } from '../../rulebook/rule.ts';
import type { Text } from '../../rulebook/vocabulary.ts';
import { grounds } from '../people/grounds.ts';
import type { Child, Html } from '../web/jsx/jsx-runtime.ts';
import type { Page } from '../web/page.ts';
import { defineWords } from '../web/words.ts';
import type { Deed, Field, Option, Problem } from './deed.ts';

const words = defineWords({
  da: {
    summary: 'Ret dette, og send igen',
    refused: 'Regelsættet tillader det ikke',
    because: 'Fordi',
    cure: 'Gør sådan',
    choose: 'Vælg …',
    who: 'Hvem kan det?',
    signedOut:
      'Du er blevet logget ud. Log ind i et nyt vindue, og send så igen. Det, du har skrevet, står her stadig.',
    signIn: 'Log ind i et nyt vindue',
    optional: '(valgfri)',
    page: 'side',
    section: 'afsnit',
  },
  en: {
    summary: 'Correct this and send again',
    refused: 'The rulebook does not allow it',
    because: 'Because',
    cure: 'Do this',
    choose: 'Choose …',
    who: 'Who can do it?',
    signedOut:
      'You have been signed out. Sign in in a new window, then send again. What you typed is still here.',
    signIn: 'Sign in in a new window',
    optional: '(optional)',
    page: 'page',
    section: 'section',
  },
});

export interface DeedFormProps {
  readonly page: Page;
  readonly deed: Pick<Deed, 'name' | 'title' | 'explains' | 'fields' | 'grounds'>;
  readonly action: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  readonly problems?: readonly Problem[];
  readonly refusals?: readonly Refusal[];
  readonly notice?: 'signed-out';
}

const domId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** The value at a dotted path: nested values first, then a flat key. */
export const valueAt = (values: Readonly<Record<string, unknown>>, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>(
      (place, part) =>
        place !== null && typeof place === 'object' ? (place as Record<string, unknown>)[part] : undefined,
      values,
    ) ?? values[name];

const asText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(asText).join('\n')
      : typeof value === 'object'
        ? ''
        : String(value);

/** A whole page with one form: what it does, what is wrong, the fields, one button. */
export function DeedForm(props: DeedFormProps): Html {
  const { page, deed } = props;
  const w = words(page.lang);
  return (
    <div class="narrow">
      <h1>{deed.title[page.lang]}</h1>
      <p class="lead">{deed.explains[page.lang]}</p>
      {props.notice === 'signed-out' && (
        <div class="ds-alert" data-color="warning" role="alert">
          <p>{w.signedOut}</p>
          <p>
            <a href={page.href('/sign-in')} target="_blank">
              {w.signIn}
            </a>
          </p>
        </div>
      )}
      <Problems page={page} problems={props.problems ?? []} />
      <Refusals page={page} refusals={props.refusals ?? []} />
      <DeedFields {...props} />
      <details class="ds-details">
        <summary>{w.who}</summary>
        <ul>
          {deed.grounds.map((id) => (
            <li>{grounds[id].name[page.lang]}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** The form itself, for a page that carries it among other things. */
export function DeedFields({
  page,
  deed,
  action,
  values,
  options,
  problems = [],
}: Omit<DeedFormProps, 'refusals' | 'notice'>): Html {
  const withFile = deed.fields.some((field) => field.kind === 'file');
  return (
    <form
      class="stack"
      method="post"
      action={action}
      {...(withFile ? { enctype: 'multipart/form-data' } : {})}
      data-draft={deed.name}
    >
      {deed.fields.map((field) => (
        <FieldControl page={page} field={field} values={values} options={options} problems={problems} />
      ))}
      <p>
        <button class="ds-button" data-variant="primary" type="submit">
          {deed.title[page.lang]}
        </button>
      </p>
    </form>
  );
}

interface ControlProps {
  readonly page: Page;
  readonly field: Field;
  readonly values: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, readonly Option[]>>;
  readonly problems: readonly Problem[];
}

/** One field with its label, hint, error and the value typed so far. */
export function FieldControl({ page, field, values, options, problems }: ControlProps): Html {
  if (field.kind === 'rows')
    return <Rows page={page} field={field} values={values} options={options} problems={problems} />;
  const value = asText(valueAt(values, field.name));
  const id = domId(field.name);
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={value} />;
  const w = words(page.lang);
  const wrong = problems.filter(
    (problem) =>
      problem.path === field.name ||
      (field.kind !== 'file' ? false : problem.path.startsWith(`${field.name}.`)),
  );
  const described = [field.hint ? `${id}-hint` : '', wrong.length > 0 ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  const common = {
    id,
    name: field.name,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(wrong.length > 0 ? { 'aria-invalid': 'true' as const } : {}),
    ...(field.autocomplete ? { autocomplete: field.autocomplete } : {}),
  };
  const label = (
    <>
      {field.label[page.lang]}{' '}
      {!field.required && field.kind !== 'checkbox' && <span class="optional">{w.optional}</span>}
    </>
  );
  const around = (...children: Child[]) => (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label}
      </label>
      {field.hint && (
        <p id={`${id}-hint`} data-field="description">
          {field.hint[page.lang]}
        </p>
      )}
      {wrong.length > 0 && <FieldErrors id={id} page={page} wrong={wrong} />}
      {children}
    </div>
  );
  switch (field.kind) {
    case 'textarea':
    case 'lines':
      return around(
        <textarea class="ds-input" rows={field.kind === 'lines' ? 3 : 5} {...common}>
          {value}
        </textarea>,
      );
    case 'select':
      return around(
        <select class="ds-input" {...common}>
          <option value="">{w.choose}</option>
          {(options[field.name] ?? []).map((option) => (
            <option value={option.value} selected={option.value === value}>
              {optionLabel(option, page)}
            </option>
          ))}
        </select>,
      );
    case 'radio':
      return (
        <fieldset class="ds-fieldset" {...(described ? { 'aria-describedby': described } : {})}>
          <legend class="ds-label">{label}</legend>
          {field.hint && <p id={`${id}-hint`}>{field.hint[page.lang]}</p>}
          {wrong.length > 0 && <FieldErrors id={id} page={page} wrong={wrong} />}
          {(options[field.name] ?? []).map((option, index) => (
            <div class="ds-field">
              <input
                class="ds-input"
                type="radio"
                id={index === 0 ? id : `${id}-${index}`}
                name={field.name}
                value={option.value}
                checked={option.value === value}
              />
              <label class="ds-label" data-weight="regular" for={index === 0 ? id : `${id}-${index}`}>
                {optionLabel(option, page)}
              </label>
            </div>
          ))}
        </fieldset>
      );
    case 'checkbox':
      return (
        <div class="ds-field">
          <input
            class="ds-input"
            type="checkbox"
            value="true"
            checked={value === 'true' || value === 'on'}
            {...common}
          />
          <label class="ds-label" data-weight="regular" for={id}>
            {label}
          </label>
          {field.hint && (
            <p id={`${id}-hint`} data-field="description">
              {field.hint[page.lang]}
            </p>
          )}
          {wrong.length > 0 && <FieldErrors id={id} page={page} wrong={wrong} />}
        </div>
      );
    case 'file':
      return around(<input class="ds-input" type="file" {...common} />);
    default:
      return around(
        <input
          class="ds-input"
          type={field.kind === 'money' ? 'text' : field.kind}
          {...(field.kind === 'number' ? { inputmode: 'numeric' as const } : {})}
          value={value}
          {...common}
        />,
      );
  }
}

const optionLabel = (option: Option, page: Page): string =>
  typeof option.label === 'string' ? option.label : option.label[page.lang];

function FieldErrors({ id, page, wrong }: { id: string; page: Page; wrong: readonly Problem[] }): Html {
  return (
    <div id={`${id}-error`} class="ds-validation-message">
      {wrong.map((problem) => (
        <p>{problem.says[page.lang]}</p>
      ))}
    </div>
  );
}

/** A repeated group, such as evidence: the rows given and two empty ones, without any script. */
function Rows({ page, field, values, options, problems }: ControlProps): Html {
  const given = valueAt(values, field.name);
  const rows = Array.isArray(given) ? given.length : 0;
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{field.label[page.lang]}</legend>
      {field.hint && <p>{field.hint[page.lang]}</p>}
      {Array.from({ length: Math.min(rows + 2, 20) }, (_, index) => (
        <div class="row-fields">
          {(field.columns ?? []).map((column) => (
            <FieldControl
              page={page}
              field={{ ...column, name: `${field.name}.${index}.${column.name}` }}
              values={values}
              options={{
                [`${field.name}.${index}.${column.name}`]: options[`${field.name}.${column.name}`] ?? [],
              }}
              problems={problems}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

/** All problems at the top, each a link to its field. */
export function Problems({ page, problems }: { page: Page; problems: readonly Problem[] }): Html {
  if (problems.length === 0) return <></>;
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} id="problems">
      <h2>{words(page.lang).summary}</h2>
      <ul>
        {problems.map((problem) => (
          <li>
            {problem.path === '' ? (
              problem.says[page.lang]
            ) : (
              <a href={`#${domId(problem.path)}`}>{problem.says[page.lang]}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why the rulebook says no: the rule, its source, the reason, and what to do. */
export function Refusals({ page, refusals }: { page: Page; refusals: readonly Refusal[] }): Html {
  if (refusals.length === 0) return <></>;
  const w = words(page.lang);
  const said = (text: Text): string => text[page.lang];
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <h2>{w.refused}</h2>
      <ul>
        {refusals.map((refusal) => (
          <li>
            <p>
              <strong>{said(refusal.says)}</strong>{' '}
              <a href={page.href(`/rulebook/${refusal.source.edition}#${refusal.rule}`)}>
                {refusal.source.document} {refusal.source.section}
                {refusal.source.page && `, ${w.page} ${refusal.source.page}`}
              </a>
            </p>
            <p>
              {w.because}: {said(refusal.because)}
            </p>
            <p>
              {w.cure}: {said(refusal.cure)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
