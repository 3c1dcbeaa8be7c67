import { commonWords } from '../common-words.ts';
import type { Child, Html } from '../jsx/jsx-runtime.ts';
import { fieldId, problemOf, rowsOf, valueOf, valuesOf } from './form.tsx';
import type { FormState } from './form.tsx';
import { Icon } from './icon.tsx';

export interface FieldProps {
  form: FormState;
  name: string;
  label: string;
  /** How to fill it in, below the label. */
  hint?: Child;
  /** Everything is required unless said otherwise. */
  optional?: boolean | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: Child;
}

function Label({ form, name, label, optional }: FieldProps): Html {
  return (
    <label for={fieldId(form, name)}>
      {label}
      {optional && <span class="optional">{` (${commonWords(form.lang).optional})`}</span>}
    </label>
  );
}

function Hint({ form, name, hint }: { form: FormState; name: string; hint?: Child }): Html {
  return hint ? (
    <p class="hint" id={`${fieldId(form, name)}-hint`}>
      {hint}
    </p>
  ) : (
    <></>
  );
}

function Problem({ form, name }: { form: FormState; name: string }): Html {
  const problem = problemOf(form, name);
  return problem === undefined ? (
    <></>
  ) : (
    <p class="field-problem" id={`${fieldId(form, name)}-problem`}>
      <Icon name="danger" label={`${commonWords(form.lang).error}:`} />
      <span>{problem}</span>
    </p>
  );
}

function described({ form, name, hint }: { form: FormState; name: string; hint?: Child }) {
  const id = fieldId(form, name);
  const wrong = problemOf(form, name) !== undefined;
  const by = [hint ? `${id}-hint` : '', wrong ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-describedby': by === '' ? undefined : by,
    'aria-invalid': wrong || undefined,
  };
}

/** Label, hint, problem and control in the order they are read. */
function Field(props: FieldProps & { children: Html; width?: 'short' | 'medium' | undefined }): Html {
  const wrong = problemOf(props.form, props.name) !== undefined;
  return (
    <div class="field" data-wrong={wrong} data-width={props.width}>
      <Label {...props} />
      <Hint {...props} />
      <Problem {...props} />
      {props.children}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'search' | undefined;
  maxlength?: number | undefined;
  autocomplete?: string | undefined;
  width?: 'short' | 'medium' | undefined;
  inputmode?: 'numeric' | 'decimal' | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps): Html {
  const { form, name, optional, type = 'text', maxlength = 200, autocomplete, inputmode, width } = props;
  return (
    <Field {...props} width={width}>
      <input
        class="ds-input"
        type={type}
        {...described(props)}
        value={valueOf(form, name)}
        required={!optional}
        maxlength={maxlength}
        autocomplete={autocomplete}
        inputmode={inputmode}
      />
    </Field>
  );
}

/** An e-mail address; `autocomplete` where it is the reader's own. */
export function EmailField(props: FieldProps & { autocomplete?: string | undefined }): Html {
  return <TextField {...props} type="email" maxlength={254} width="medium" />;
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & { rows?: number | undefined; maxlength?: number | undefined },
): Html {
  const { form, name, optional, rows = 5, maxlength = 20_000 } = props;
  return (
    <Field {...props}>
      <textarea class="ds-input" {...described(props)} rows={rows} required={!optional} maxlength={maxlength}>
        {'\n' + valueOf(form, name)}
      </textarea>
    </Field>
  );
}

/** One of many, from a list. */
export function SelectField(
  props: FieldProps & { options: readonly Choice[]; empty?: string | undefined },
): Html {
  const { form, name, optional, options, empty } = props;
  const value = valueOf(form, name);
  return (
    <Field {...props} width="medium">
      <select class="ds-input" {...described(props)} required={!optional}>
        <option value="">{empty ?? commonWords(form.lang).choose}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A calendar date; the value is an ISO date. */
export function DateField(props: FieldProps & { min?: string | undefined; max?: string | undefined }): Html {
  const { form, name, optional, min, max } = props;
  return (
    <Field {...props} width="short">
      <input
        class="ds-input"
        type="date"
        {...described(props)}
        value={valueOf(form, name)}
        required={!optional}
        min={min}
        max={max}
      />
    </Field>
  );
}

/** A time of day, `10.00`. Text: a browser's own control would follow its language and not the page's. */
export function TimeField(props: FieldProps): Html {
  return <TextField {...props} width="short" maxlength={5} />;
}

/** A whole number. Text with a numeric keyboard: a wheel or an arrow never changes it by accident. */
export function NumberField(props: FieldProps): Html {
  return <TextField {...props} inputmode="numeric" width="short" maxlength={12} />;
}

/** An amount in kroner as people write it; the server reads it to øre. */
export function MoneyField(props: FieldProps): Html {
  const words = commonWords(props.form.lang);
  const withHint = { ...props, hint: props.hint ?? words.moneyHint };
  return (
    <Field {...withHint} width="short">
      <div class="affixed">
        <input
          class="ds-input"
          type="text"
          {...described(withHint)}
          value={valueOf(props.form, props.name)}
          required={!props.optional}
          inputmode="decimal"
          maxlength={24}
        />
        <span class="affix">{words.kroner}</span>
      </div>
    </Field>
  );
}

/** A file. After a problem it must be chosen again, and the field says so. */
export function FileField(
  props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined },
): Html {
  const { form, optional, accept, multiple } = props;
  const again = form.problems.length > 0 ? commonWords(form.lang).fileKeep : undefined;
  const withHint = { ...props, hint: again ? [props.hint, ' ', again] : props.hint };
  return (
    <Field {...withHint}>
      <input
        class="file"
        type="file"
        {...described(withHint)}
        required={!optional}
        accept={accept}
        multiple={multiple}
      />
    </Field>
  );
}

/** A value that goes with the form unseen. */
export function HiddenField({ name, value }: { name: string; value: string | number }): Html {
  return <input type="hidden" name={name} value={value} />;
}

interface ChoicesProps extends FieldProps {
  options: readonly Choice[];
  /** Short choices beside each other. */
  inline?: boolean | undefined;
}

/** A group of choices under one legend. */
function Choices({ type, ...props }: ChoicesProps & { type: 'radio' | 'checkbox' }): Html {
  const { form, name, label, hint, optional, options, inline } = props;
  const id = fieldId(form, name);
  const chosen = valuesOf(form, name);
  const { 'aria-describedby': by, 'aria-invalid': wrong } = described(props);
  return (
    <fieldset class="field choices" data-wrong={wrong} aria-describedby={by}>
      <legend>
        {label}
        {optional && <span class="optional">{` (${commonWords(form.lang).optional})`}</span>}
      </legend>
      <Hint form={form} name={name} hint={hint} />
      <Problem form={form} name={name} />
      <div class={inline ? 'choices-list choices-inline' : 'choices-list'}>
        {options.map((option, index) => (
          <div class="choice">
            <input
              class="ds-input"
              type={type}
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              required={type === 'radio' && !optional}
              aria-describedby={option.hint ? `${id}-${index}-hint` : undefined}
            />
            <label for={index === 0 ? id : `${id}-${index}`}>{option.label}</label>
            {option.hint && (
              <p class="hint" id={`${id}-${index}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** One of a few, all visible. */
export function RadioField(props: ChoicesProps): Html {
  return <Choices {...props} type="radio" />;
}

/** Any number of a few, all visible. */
export function CheckboxGroup(props: ChoicesProps): Html {
  return <Choices {...props} type="checkbox" />;
}

/** One thing to tick; sends `on`. */
export function CheckboxField(props: FieldProps): Html {
  const { form, name, label, hint } = props;
  const ticked = ['on', 'true'].includes(valueOf(form, name));
  const wrong = problemOf(form, name) !== undefined;
  return (
    <div class="field" data-wrong={wrong}>
      <Problem form={form} name={name} />
      <div class="choice">
        <input class="ds-input" type="checkbox" {...described(props)} checked={ticked} />
        <label for={fieldId(form, name)}>{label}</label>
        <Hint form={form} name={name} hint={hint} />
      </div>
    </div>
  );
}

/** A repeated group, such as evidence: the rows given and two empty ones, without any script. */
export function RowsField(props: FieldProps & { row: (index: number) => Child }): Html {
  const { form, name, label, hint, optional, row } = props;
  const { id, 'aria-describedby': by } = described(props);
  return (
    <fieldset class="field rows" id={id} tabindex={-1} aria-describedby={by}>
      <legend>
        {label}
        {optional && <span class="optional">{` (${commonWords(form.lang).optional})`}</span>}
      </legend>
      <Hint form={form} name={name} hint={hint} />
      <Problem form={form} name={name} />
      {Array.from({ length: Math.min(rowsOf(form, name) + 2, 20) }, (_, index) => (
        <div class="rows-row" role="group" aria-label={`${label} ${index + 1}`}>
          {row(index)}
        </div>
      ))}
    </fieldset>
  );
}
