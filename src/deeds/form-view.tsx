import type { Refusal } from '../../rulebook/rule.ts';
import { grounds } from '../people/grounds.ts';
import { Button } from '../web/components/button.tsx';
import { Details } from '../web/components/facts.tsx';
import {
  CheckboxField,
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
} from '../web/components/field.tsx';
import { Form, FormActions, formState, valueOf } from '../web/components/form.tsx';
import type { FormState } from '../web/components/form.tsx';
import { PageHeading } from '../web/components/heading.tsx';
import { Notice } from '../web/components/notice.tsx';
import { RefusalBox } from '../web/components/refusal-box.tsx';
import type { Html } from '../web/jsx/jsx-runtime.ts';
import type { Page } from '../web/page.ts';
import { defineWords } from '../web/words.ts';
import type { Deed, Field, Option, Problem } from './deed.ts';

const words = defineWords({
  da: {
    who: 'Hvem kan det?',
    signedOutTitle: 'Du er blevet logget ud',
    signedOut: 'Log ind i et nyt vindue, og send så igen. Det, du har skrevet, står her stadig.',
    signIn: 'Log ind i et nyt vindue',
  },
  en: {
    who: 'Who can do it?',
    signedOutTitle: 'You have been signed out',
    signedOut: 'Sign in in a new window, then send again. What you typed is still here.',
    signIn: 'Sign in in a new window',
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
  /** Where a page carries the same form more than once: what tells them apart. */
  readonly id?: string | undefined;
}

/** A whole page with one form: what it does, what is wrong, the fields, one button. */
export function DeedForm(props: DeedFormProps): Html {
  const { page, deed } = props;
  const w = words(page.lang);
  return (
    <>
      <PageHeading title={deed.title[page.lang]} lead={deed.explains[page.lang]} />
      {props.notice === 'signed-out' && (
        <Notice lang={page.lang} tone="warning" title={w.signedOutTitle}>
          <p>{w.signedOut}</p>
          <p>
            <a href={page.href('/sign-in')} target="_blank">
              {w.signIn}
            </a>
          </p>
        </Notice>
      )}
      {props.refusals && props.refusals.length > 0 && <RefusalBox page={page} refusals={props.refusals} />}
      <DeedFields {...props} />
      <Details summary={w.who}>
        <ul>
          {deed.grounds.map((id) => (
            <li>{grounds[id].name[page.lang]}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

/** The form itself, for a page that carries it among other things. */
export function DeedFields(props: Omit<DeedFormProps, 'refusals' | 'notice'>): Html {
  const { page, deed, action, values, options, problems = [], id = deed.name } = props;
  const form = formState(page.lang, id, values, atFields(deed.fields, problems));
  return (
    <Form form={form} action={action} files={deed.fields.some((field) => field.kind === 'file')} draft>
      {deed.fields.map((field) => (
        <FieldControl form={form} field={field} options={options} />
      ))}
      <FormActions>
        <Button>{deed.title[page.lang]}</Button>
      </FormActions>
    </Form>
  );
}

/** A problem inside a field (a file's type, the second of several lines) is shown at the field. */
function atFields(fields: readonly Field[], problems: readonly Problem[]): Problem[] {
  const whole = fields.filter((field) => field.kind !== 'rows').map((field) => field.name);
  return problems.map((problem) => {
    const field = whole.find((name) => problem.path.startsWith(`${name}.`));
    return field === undefined ? problem : { ...problem, path: field };
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
    case 'file':
      return <FileField {...common} />;
    case 'date':
      return <DateField {...common} />;
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
