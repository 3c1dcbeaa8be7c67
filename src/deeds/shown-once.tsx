import type { Text } from '../../rulebook/vocabulary.ts';
import { LinkButton } from '../web/components/button.tsx';
import { PageHeading } from '../web/components/heading.tsx';
import { Notice } from '../web/components/notice.tsx';
import type { Html } from '../web/jsx/jsx-runtime.ts';
import type { Page } from '../web/page.ts';
import { defineWords } from '../web/words.ts';

const words = defineWords({
  da: {
    once: 'Vises kun denne ene gang',
    onceText: 'Kopiér det nu, og gem det et sikkert sted. Vi har det ikke selv og kan ikke vise det igen.',
    onwards: 'Jeg har gemt det',
  },
  en: {
    once: 'Shown this once only',
    onceText:
      'Copy it now and keep it in a safe place. We do not have it ourselves and cannot show it again.',
    onwards: 'I have kept it',
  },
});

interface ShownOnceProps {
  readonly page: Page;
  readonly done: Text;
  readonly values: readonly { readonly name: string; readonly label: Text; readonly value: string }[];
  /** Where it goes on, without language prefix. */
  readonly next: string;
}

/** The answer to a form whose result can be read once: it stands in the answer itself, never in an address. */
export function ShownOnce({ page, done, values, next }: ShownOnceProps): Html {
  const { lang } = page;
  const w = words(lang);
  return (
    <>
      <PageHeading title={done[lang].replace(/\.$/, '')} />
      <Notice lang={lang} tone="warning" title={w.once}>
        {w.onceText}
      </Notice>
      {values.map(({ name, label, value }) => (
        <div class="field">
          <label for={`once-${name}`}>{label[lang]}</label>
          <input id={`once-${name}`} class="ds-input secret" type="text" value={value} readonly />
        </div>
      ))}
      <div class="actions">
        <LinkButton href={page.href(next)} variant="primary">
          {w.onwards}
        </LinkButton>
      </div>
    </>
  );
}
